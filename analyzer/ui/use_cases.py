"""What people decided about a project's use cases: kept step by step, so that each can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from analyzer.errors import UsageError
from analyzer.i18n import mark, translate
from analyzer.opportunity.local_facts import UseCaseDecisions
from analyzer.opportunity.use_case_decisions import as_kept, read_decisions
from analyzer.ui.work import work
from analyzer.workspace import choices, drop_choices, keep_choice

USE_CASE = "use_case"
"""Kind of choice that holds the decisions and their history."""
_NOW, _STEPS = "decisions", "steps"
_MOST_STEPS = 30
"""Steps that can be taken back."""

_DONE = {
    "merge": mark("“{other}” was merged into “{name}”."),
    "split": mark("Rows were split out of “{name}”."),
    "rename": mark("“{name}” was given another name."),
    "apart": mark("“{name}” and “{other}” are kept apart."),
}


@dataclass(frozen=True)
class Step:
    """Something that was done: ``what`` (merge, split, rename, apart) to the use cases then called so."""

    what: str
    name: str
    other: str = ""

    def message(self, language: str) -> str:
        """Say what was done."""
        return translate(_DONE[self.what], language, name=self.name, other=self.other)


def decisions_of(project_id: str) -> UseCaseDecisions:
    """Return what was decided.

    :raises UsageError: if what is kept cannot be read.
    """
    return read_decisions(choices(work(), project_id, USE_CASE).get(_NOW))


def usable_decisions(project_id: str) -> UseCaseDecisions:
    """Return what was decided; nothing where it cannot be read (the page of use cases says so)."""
    try:
        return decisions_of(project_id)
    except UsageError:
        return UseCaseDecisions()


def decide(project_id: str, step: Step, change: Callable[[UseCaseDecisions], UseCaseDecisions]) -> None:
    """Change the decisions and keep what they were before.

    :raises UsageError: if the change cannot be made; then nothing is kept.
    """
    before = decisions_of(project_id)
    after = change(before)
    steps = _steps(project_id)
    taken = {"what": step.what, "name": step.name, "other": step.other, "before": as_kept(before)}
    keep_choice(work(), project_id, USE_CASE, _NOW, as_kept(after))
    keep_choice(work(), project_id, USE_CASE, _STEPS, [*steps, taken][-_MOST_STEPS:])


def last_step(project_id: str) -> Step | None:
    """Return what was done last and can be taken back."""
    steps = _steps(project_id)
    if not steps:
        return None
    last = steps[-1]
    return Step(str(last["what"]), str(last["name"]), str(last["other"]))


def take_back(project_id: str) -> None:
    """Undo the last step, if there is one."""
    steps = _steps(project_id)
    if steps:
        keep_choice(work(), project_id, USE_CASE, _NOW, steps[-1]["before"])
        keep_choice(work(), project_id, USE_CASE, _STEPS, steps[:-1])


def forget_all(project_id: str) -> None:
    """Forget every decision about use cases: they are again as they were found."""
    drop_choices(work(), project_id, USE_CASE)


def _steps(project_id: str) -> list[Mapping[str, Any]]:
    kept = choices(work(), project_id, USE_CASE).get(_STEPS)
    steps = kept if isinstance(kept, list) else []
    return [step for step in steps if isinstance(step, dict) and step.get("what") in _DONE and "before" in step]
