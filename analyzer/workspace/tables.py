"""The tables of the workspace.

Times are UTC, identifiers 32 hexadecimal digits. What belongs to a project goes with it; what a person wrote stays when
the person's account goes (the author is then unknown). Codes (visibility, status, membership) are plain text checked by
the services, so that a workflow can add some without touching the tables.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Float, ForeignKey, Index, Integer, String
from sqlalchemy import UniqueConstraint as Unique
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from analyzer.workspace.columns import new_id, now
from analyzer.workspace.table_base import Base, Code, Identifier, Json

LOCAL_IDENTITY = "local"
"""Identity of the one account that each workspace has from its first migration: whoever uses this machine."""


class AccountRow(Base):
    """Someone who uses the workspace; ``identity`` is what a sign-in service says ("local" on one's own machine)."""

    __tablename__ = "accounts"

    id: Mapped[str] = mapped_column(Identifier, primary_key=True, default=new_id)
    identity: Mapped[str] = mapped_column(unique=True)
    display_name: Mapped[str]
    language: Mapped[str | None] = mapped_column(Code)
    created_at: Mapped[datetime] = mapped_column(default=now)


class TeamRow(Base):
    """A group of accounts (not the team column of an inventory, which is only what a file says).

    Nothing reads or writes teams, memberships, ``team_id`` of projects and proposals, or an account's ``language``:
    they stand in every workspace since its first migration, and taking them out would need another that frees nothing.
    """

    __tablename__ = "teams"

    id: Mapped[str] = mapped_column(Identifier, primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime] = mapped_column(default=now)


class MembershipRow(Base):
    """Which account belongs to which team, and as what ("member" or "lead")."""

    __tablename__ = "memberships"

    team_id: Mapped[str] = mapped_column(ForeignKey("teams.id", ondelete="CASCADE"), primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True, index=True)
    role: Mapped[str] = mapped_column(Code)
    created_at: Mapped[datetime] = mapped_column(default=now)


class ProjectRow(Base):
    """One piece of work: task lists, what people changed in them, and scenarios.

    ``revision`` grows with each change of its sources, rows or overrides, so that a page knows when to read again.
    """

    __tablename__ = "projects"
    __table_args__ = (Unique("owner_id", "sample"),)

    id: Mapped[str] = mapped_column(Identifier, primary_key=True, default=new_id)
    name: Mapped[str]
    owner_id: Mapped[str | None] = mapped_column(ForeignKey("accounts.id", ondelete="SET NULL"))
    team_id: Mapped[str | None] = mapped_column(ForeignKey("teams.id", ondelete="SET NULL"), index=True)
    sample: Mapped[str | None]
    revision: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(default=now)
    updated_at: Mapped[datetime] = mapped_column(default=now)


class SourceRow(Base):
    """An uploaded file: its bytes or a masked copy, how it was read, and what was understood of it.

    ``sha256`` is that of the bytes as they came, whichever are kept.
    """

    __tablename__ = "sources"
    __table_args__ = (Unique("project_id", "sha256"),)

    id: Mapped[str] = mapped_column(Identifier, primary_key=True, default=new_id)
    project_id: Mapped[str] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"))
    author_id: Mapped[str | None] = mapped_column(ForeignKey("accounts.id", ondelete="SET NULL"))
    filename: Mapped[str]
    sha256: Mapped[str] = mapped_column(String(64))
    size_bytes: Mapped[int]
    reading_options: Mapped[dict[str, Any] | None]
    summary: Mapped[dict[str, Any] | None]
    extra_columns: Mapped[dict[str, Any] | None]
    created_at: Mapped[datetime] = mapped_column(default=now)
    # Last and deferred: a list of sources must not walk through megabytes of files.
    content: Mapped[bytes] = mapped_column(deferred=True)


class InventoryTaskRow(Base):
    """One task line as it was read; what people changed stands in ``row_edits`` and is laid over it when loaded.

    ``row_key`` and ``key_ordinal`` say which line it is whatever its position (see :mod:`.row_keys`).
    """

    __tablename__ = "inventory_rows"
    __table_args__ = (Unique("source_id", "row_key", "key_ordinal"),)

    id: Mapped[str] = mapped_column(Identifier, primary_key=True)
    source_id: Mapped[str] = mapped_column(ForeignKey("sources.id", ondelete="CASCADE"))
    position: Mapped[int]
    row_key: Mapped[str] = mapped_column(Identifier)
    key_ordinal: Mapped[int]
    row_number: Mapped[int]
    task: Mapped[str]
    role: Mapped[str | None]
    team: Mapped[str | None]
    person: Mapped[str | None]
    occurrences_per_week: Mapped[float | None] = mapped_column(Float)
    minutes_per_occurrence: Mapped[float | None] = mapped_column(Float)
    headcount: Mapped[float] = mapped_column(Float)
    minutes_per_week: Mapped[float | None] = mapped_column(Float)
    language: Mapped[str | None] = mapped_column(Code)
    notes: Mapped[str | None]
    issues: Mapped[str]
    file: Mapped[str | None]
    sheet: Mapped[str | None]
    extra: Mapped[dict[str, Any] | None]


class RowDecision:
    """What a person decided about one field of one row; the latest counts and the earlier ones are the history.

    There is no foreign key to the row on purpose: a decision outlives its row, and ``row_key`` and ``key_ordinal`` find
    it again when the file is uploaded anew. ``sequence`` orders decisions where a clock could step back.
    """

    sequence: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    row_id: Mapped[str] = mapped_column(Identifier)
    row_key: Mapped[str] = mapped_column(Identifier)
    key_ordinal: Mapped[int]
    task: Mapped[str]
    field: Mapped[str] = mapped_column(String(64))
    value: Mapped[Any | None] = mapped_column(Json)
    withdrawn: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str | None]
    created_at: Mapped[datetime] = mapped_column(default=now)

    @declared_attr
    def project_id(cls) -> Mapped[str]:  # noqa: N805
        """The project, with which the decision goes."""
        return mapped_column(ForeignKey("projects.id", ondelete="CASCADE"))

    @declared_attr
    def author_id(cls) -> Mapped[str | None]:  # noqa: N805
        """Who decided."""
        return mapped_column(ForeignKey("accounts.id", ondelete="SET NULL"))


class RowEditRow(RowDecision, Base):
    """A correction of what the file says: a field of the inventory, or ``excluded``."""

    __tablename__ = "row_edits"
    __table_args__ = (Index(None, "project_id", "row_id"),)


class OverrideRow(RowDecision, Base):
    """A person's judgement in the place of a score."""

    __tablename__ = "overrides"
    __table_args__ = (Index(None, "project_id", "row_id"),)


class LeftOutRow(RowDecision, Base):
    """That an override is left out of what other rows learn from; it holds where it was made all the same."""

    __tablename__ = "left_out"
    __table_args__ = (Index(None, "project_id", "row_id"),)


class ProposalRow(Base):
    """A use case that someone proposes, in their own words; it outlives the project it was made in."""

    __tablename__ = "proposals"

    id: Mapped[str] = mapped_column(Identifier, primary_key=True, default=new_id)
    project_id: Mapped[str | None] = mapped_column(ForeignKey("projects.id", ondelete="SET NULL"), index=True)
    author_id: Mapped[str | None] = mapped_column(ForeignKey("accounts.id", ondelete="SET NULL"), index=True)
    team_id: Mapped[str | None] = mapped_column(ForeignKey("teams.id", ondelete="SET NULL"), index=True)
    task: Mapped[str]
    role: Mapped[str | None]
    team: Mapped[str | None]
    frequency: Mapped[str | None]
    occurrences_per_week: Mapped[float | None] = mapped_column(Float)
    minutes_per_occurrence: Mapped[float | None] = mapped_column(Float)
    headcount: Mapped[float] = mapped_column(Float, default=1.0)
    language: Mapped[str | None] = mapped_column(Code)
    notes: Mapped[str | None]
    visibility: Mapped[str] = mapped_column(Code)
    status: Mapped[str] = mapped_column(Code)
    snapshot: Mapped[dict[str, Any] | None]
    created_at: Mapped[datetime] = mapped_column(default=now)
    updated_at: Mapped[datetime] = mapped_column(default=now)
    submitted_at: Mapped[datetime | None]
    answer: Mapped[str | None] = mapped_column(Code)
    comment: Mapped[str | None]
    answered_at: Mapped[datetime | None]
    source_id: Mapped[str | None] = mapped_column(ForeignKey("sources.id", ondelete="SET NULL"), index=True)


class ScenarioRow(Base):
    """A named set of assumptions; the one chosen last is the project's present one."""

    __tablename__ = "scenarios"
    __table_args__ = (Unique("project_id", "name"),)

    id: Mapped[str] = mapped_column(Identifier, primary_key=True, default=new_id)
    project_id: Mapped[str] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"))
    author_id: Mapped[str | None] = mapped_column(ForeignKey("accounts.id", ondelete="SET NULL"))
    name: Mapped[str]
    base: Mapped[str] = mapped_column(Code)
    assumptions: Mapped[dict[str, Any]]
    created_at: Mapped[datetime] = mapped_column(default=now)
    updated_at: Mapped[datetime] = mapped_column(default=now)
    chosen_at: Mapped[datetime | None]


class ChoiceRow(Base):
    """What someone chose for a project, by kind ("readiness", "priority" …) and key; the kind says what a value is."""

    __tablename__ = "choices"

    project_id: Mapped[str] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[str] = mapped_column(Code, primary_key=True)
    key: Mapped[str] = mapped_column(String(255), primary_key=True)
    value: Mapped[Any | None] = mapped_column(Json)
    author_id: Mapped[str | None] = mapped_column(ForeignKey("accounts.id", ondelete="SET NULL"))
    updated_at: Mapped[datetime] = mapped_column(default=now)


class MeasurementRow(Base):
    """Minutes of a team's task, measured before and after it is done the new way; never those of a person.

    ``family``, ``place`` and ``checked`` are what the estimate held of the use case when it was measured: they say
    which share the figures speak of. ``position`` orders what was entered at once.
    """

    __tablename__ = "measurements"

    id: Mapped[str] = mapped_column(Identifier, primary_key=True, default=new_id)
    project_id: Mapped[str] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"), index=True)
    author_id: Mapped[str | None] = mapped_column(ForeignKey("accounts.id", ondelete="SET NULL"))
    position: Mapped[int]
    use_case_key: Mapped[str] = mapped_column(String(255))
    use_case: Mapped[str]
    team: Mapped[str | None]
    period: Mapped[str | None]
    minutes_before: Mapped[float] = mapped_column(Float)
    minutes_after: Mapped[float] = mapped_column(Float)
    minutes_checking: Mapped[float | None] = mapped_column(Float)
    cases: Mapped[int | None]
    cases_new_way: Mapped[int | None]
    family: Mapped[str | None] = mapped_column(Code)
    place: Mapped[float] = mapped_column(Float)
    checked: Mapped[float] = mapped_column(Float)
    created_at: Mapped[datetime] = mapped_column(default=now)


class PreferenceRow(Base):
    """What was chosen for the workspace as a whole, by name; what has no row is as the application has it."""

    __tablename__ = "preferences"

    name: Mapped[str] = mapped_column(Code, primary_key=True)
    value: Mapped[Any | None] = mapped_column(Json)
    author_id: Mapped[str | None] = mapped_column(ForeignKey("accounts.id", ondelete="SET NULL"))
    updated_at: Mapped[datetime] = mapped_column(default=now)


class AnalysisRow(Base):
    """A frame that took time to compute, as Parquet, so that a refresh does not compute it again."""

    __tablename__ = "analyses"
    __table_args__ = (Unique("project_id", "content_hash", "model_id"),)

    id: Mapped[str] = mapped_column(Identifier, primary_key=True, default=new_id)
    project_id: Mapped[str] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"))
    content_hash: Mapped[str] = mapped_column(String(64))
    model_id: Mapped[str]
    row_count: Mapped[int]
    used_at: Mapped[datetime] = mapped_column(default=now)
    frame: Mapped[bytes] = mapped_column(deferred=True)
