"""Minutes measured before and after a pilot: of a team's task, never of a person."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import delete, select

from analyzer.errors import WorkspaceError
from analyzer.workspace.columns import clean_text, now
from analyzer.workspace.database import Workspace
from analyzer.workspace.tables import MeasurementRow
from analyzer.workspace.touch import touch

LONGEST_KEY = 255
LARGEST_COUNT = 2**31 - 1
"""The greatest whole number that every database takes."""


@dataclass(frozen=True)
class MeasuredMinutes:
    """One measurement, as it is entered.

    :ivar use_case_key: stable key of the use case; ``use_case`` its name at the time.
    :ivar team: the team that was measured, if one is stated.
    :ivar period: when, in words ("week 12").
    :ivar minutes_before: minutes that one case took, or all work of the period.
    :ivar minutes_after: minutes for the same done the new way, checking included.
    :ivar minutes_checking: how many of these went into checking; ``None`` if nobody measured it.
    :ivar cases: cases that came in; ``cases_new_way`` how many of them were done the new way; ``None`` if not counted.
    :ivar family: evidence family of the use case when it was measured; ``None`` if no study fits.
    :ivar place: where the use case stands in its family: what the family's share is multiplied by.
    :ivar checked: part of the results that the estimate has checked beyond what the family's study contains, 0..1.
    """

    use_case_key: str
    use_case: str
    minutes_before: float
    minutes_after: float
    team: str | None = None
    period: str | None = None
    minutes_checking: float | None = None
    cases: int | None = None
    cases_new_way: int | None = None
    family: str | None = None
    place: float = 1.0
    checked: float = 0.0


@dataclass(frozen=True)
class Measurement(MeasuredMinutes):
    """One measurement that is kept."""

    id: str = ""
    created_at: datetime | None = None


def add_measurements(
    workspace: Workspace, project_id: str, measured: Sequence[MeasuredMinutes], *, author_id: str | None = None
) -> None:
    """Keep measurements: all of them, or none.

    :param author_id: who enters them; the local account if none is named.
    :raises WorkspaceError: if the project is no longer there, or a value is none that can be kept.
    """
    rows = [_checked(one) for one in measured]
    with workspace.writing() as session:
        touch(session, project_id, revise=False)
        entered = now()
        session.add_all(
            MeasurementRow(
                project_id=project_id,
                author_id=author_id or workspace.local_account_id,
                position=position,
                created_at=entered,
                **asdict(row),
            )
            for position, row in enumerate(rows)
        )


def list_measurements(workspace: Workspace, project_id: str) -> list[Measurement]:
    """Return the measurements of a project in the order in which they were entered."""
    query = (
        select(MeasurementRow)
        .where(MeasurementRow.project_id == project_id)
        .order_by(MeasurementRow.created_at, MeasurementRow.position, MeasurementRow.id)
    )
    with workspace.reading() as session:
        return [
            Measurement(**{name: getattr(row, name) for name in Measurement.__dataclass_fields__})
            for row in session.scalars(query)
        ]


def remove_measurements(workspace: Workspace, project_id: str, ids: Iterable[str]) -> None:
    """Delete measurements of a project; those that are gone already are no error.

    :raises WorkspaceError: if the project is no longer there.
    """
    gone = delete(MeasurementRow).where(MeasurementRow.project_id == project_id, MeasurementRow.id.in_(list(ids)))
    with workspace.writing() as session:
        touch(session, project_id, revise=False)
        session.execute(gone)


def _checked(one: MeasuredMinutes) -> MeasuredMinutes:
    """Return a measurement as every database takes it.

    :raises WorkspaceError: if a value is none that can be kept.
    """
    numbers = (one.minutes_before, one.minutes_after, one.minutes_checking, one.place, one.checked)
    counts = (one.cases, one.cases_new_way)
    if any(value is not None and not (math.isfinite(value) and value >= 0) for value in numbers) or any(
        count is not None and not 0 <= count <= LARGEST_COUNT for count in counts
    ):
        raise WorkspaceError("Measured minutes and cases must be numbers of 0 or more: correct them.")
    key = clean_text(one.use_case_key)
    if not key or len(key) > LONGEST_KEY:
        raise WorkspaceError("A measurement belongs to a use case: choose one.")
    return MeasuredMinutes(
        use_case_key=key,
        use_case=clean_text(one.use_case),
        minutes_before=float(one.minutes_before),
        minutes_after=float(one.minutes_after),
        team=clean_text(one.team) if one.team else None,
        period=clean_text(one.period) if one.period else None,
        minutes_checking=None if one.minutes_checking is None else float(one.minutes_checking),
        cases=None if one.cases is None else int(one.cases),
        cases_new_way=None if one.cases_new_way is None else int(one.cases_new_way),
        family=one.family,
        place=float(one.place),
        checked=float(one.checked),
    )
