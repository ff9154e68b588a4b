"""What was said of use cases, found again when a file that is uploaded again has given them other keys."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from analyzer.opportunity.anchors import Carried, anchors_of, as_kept, carry_over, read_anchor
from analyzer.opportunity.weights import CASE
from analyzer.ui.memory import memory
from analyzer.ui.work import work
from analyzer.workspace import choices, keep_choices, list_measurements

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import pandas as pd

    from analyzer.opportunity import PreparedTasks
    from analyzer.opportunity.anchors import Anchor
    from analyzer.opportunity.weights import Appeal
    from analyzer.workspace import Measurement

ANCHOR = "anchor"
"""Kind of choice that holds the rows of the use cases that something was said of."""
PRIORITY = "priority"
"""Kind of choice that holds the weights, and each use case's wish and pain."""


def short(key: str) -> str:
    """Return a short name for the key of a use case, which may be as long as a task."""
    return hashlib.blake2b(key.encode(), digest_size=16).hexdigest()


def carried_over(project_id: str, prepared: PreparedTasks) -> Carried:
    """Return what became of the use cases that something was said of; their rows are noted while their key stands."""
    answered = choices(work(), project_id, PRIORITY)
    said = {key.removeprefix(CASE) for key in answered if key.startswith(CASE)}
    said |= {one.use_case_key for one in list_measurements(work(), project_id)}
    anchors = _anchors(project_id)
    known, key = memory("carried"), (prepared, frozenset(said), frozenset(anchors.values()))
    carried = cast("Carried | None", known.get(key))
    if carried is None:
        _note(project_id, prepared.tasks, said | anchors.keys(), anchors)
        carried = cast("Carried", known.put(key, carry_over(anchors, prepared.tasks)))
    return carried


def note_rows(project_id: str, tasks: pd.DataFrame, keys: Collection[str]) -> None:
    """Keep which rows use cases have, so that they are found again under another key.

    :param tasks: the list as it stands; use cases that are not in it keep what was noted of them.
    """
    _note(project_id, tasks, keys, _anchors(project_id))


def _note(project_id: str, tasks: pd.DataFrame, keys: Collection[str], before: Mapping[str, Anchor]) -> None:
    now = anchors_of(tasks, keys)
    changed = {short(key): as_kept(anchor) for key, anchor in now.items() if before.get(key) != anchor}
    if changed:
        keep_choices(work(), project_id, ANCHOR, changed)


def appeals_today(appeals: Mapping[str, Appeal], carried: Carried) -> dict[str, Appeal]:
    """Return wish and pain under the keys of today; where several use cases became one, its own answers count, then
    those of the one with most rows in it."""
    result = dict(appeals)
    for key in dict.fromkeys(move.key for move in carried.moved.values()):
        answered = [appeals[old] for old in carried.before(key) if old in appeals]
        if answered:
            result.setdefault(key, answered[0])
    return result


def measurements_today(found: list[Measurement], carried: Carried) -> list[Measurement]:
    """Return measurements under the keys of today."""
    return [replace(one, use_case_key=carried.today(one.use_case_key)) for one in found]


def _anchors(project_id: str) -> dict[str, Anchor]:
    found = [read_anchor(kept) for kept in choices(work(), project_id, ANCHOR).values()]
    return {anchor.key: anchor for anchor in found if anchor is not None}
