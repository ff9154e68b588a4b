"""Ideas that a lead put in the task list: a file of their own in the project, so that they stay apart and can go again.

The file is written anew with each change and read like any other: its rows are corrected, set aside and scored as the
rest, and taking the file out of the project takes the ideas out of the list.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from analyzer.i18n import translate
from analyzer.inventory import read_inventory
from analyzer.ui.reading import store_reading
from analyzer.ui.work import work
from analyzer.workspace import add_source, delete_source, get_source, list_among, submitted_proposals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.workspace import Proposal

_HEADERS = ("Task", "Role", "Team", "Frequency", "Time each time", "Number of people")
"""Those of the template (analyzer.inventory.template): a file with them is read without a question."""


def add_to_list(idea: Proposal, project_id: str, language: str) -> None:
    """Put an idea in the task list of a project.

    :raises WorkspaceError: if the project, or the idea, is no longer there.
    """
    listed = [one for one in submitted_proposals(work()) if one.source_id and one.source_id == ideas_file(project_id)]
    _write(project_id, [*listed, idea], ideas_file(project_id), language)


def take_out(idea: Proposal, language: str) -> None:
    """Take an idea out of the task list that it stands in.

    :raises WorkspaceError: if that list is no longer there.
    """
    if idea.source_id is not None:
        rest = [one for one in submitted_proposals(work()) if one.source_id == idea.source_id and one.id != idea.id]
        _write(get_source(work(), idea.source_id).project_id, rest, idea.source_id, language)


def ideas_file(project_id: str) -> str | None:
    """Return the file of ideas of a project, if it has one."""
    held = {one.source_id for one in submitted_proposals(work()) if one.source_id}
    return next((name for name in sorted(held) if get_source(work(), name).project_id == project_id), None)


def _write(project_id: str, ideas: Sequence[Proposal], before: str | None, language: str) -> None:
    now: str | None = None
    if ideas:
        name = f"{translate('Ideas', language)}.csv"
        content = _file(ideas, language)
        inventory = read_inventory(content, filename=name, language=language, with_copy=True)
        now = add_source(work(), project_id, name, inventory.stored_copy or content).id
        store_reading(now, inventory, None)
        list_among(work(), now, [one.id for one in ideas])
    if before is not None and before != now:
        delete_source(work(), before)


def _file(ideas: Sequence[Proposal], language: str) -> bytes:
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=";")
    writer.writerow(translate(header, language) for header in _HEADERS)
    for one in sorted(ideas, key=lambda idea: (idea.created_at, idea.id)):
        minutes = one.minutes_per_occurrence
        each = "" if minutes is None else f"{minutes:g} min"
        writer.writerow([one.task, one.role or "", one.team or "", one.frequency or "", each, f"{one.headcount:g}"])
    return target.getvalue().encode("utf-8-sig")
