"""Newer versions of a list: found when a file comes, put in the place of the older one, or counted beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

import numpy as np

from analyzer.inventory import difference, is_version, mask_file_name, versions_among
from analyzer.ui import projects, reading
from analyzer.ui.analysis import rows_of
from analyzer.ui.listed_ideas import ideas_file
from analyzer.ui.memory import memory
from analyzer.ui.work import work
from analyzer.workspace import (
    choices,
    delete_source,
    get_project,
    get_source,
    keep_choice,
    list_sources,
    rename_project,
    sources_with_tasks,
)

if TYPE_CHECKING:
    import pandas as pd

    from analyzer.inventory import Difference
    from analyzer.workspace import Project, Source

_BOTH = "both_versions"
"""Kind of the choices kept with a project: earlier files that count beside a later version, by that version."""

_ASKED_OF = 300
"""Different tasks of a file by which it is looked for in the workspace, taken evenly from the whole of it."""

_CANDIDATES = 3
"""Files with the most of these tasks that are compared in full."""


@dataclass(frozen=True)
class Version:
    """Two files of a project that are mostly the same list.

    :ivar rows_before: the rows of the earlier one, as they count now, corrections included.
    :ivar rows_after: those of the later one.
    """

    before: Source
    after: Source
    difference: Difference
    rows_before: pd.DataFrame
    rows_after: pd.DataFrame


@dataclass(frozen=True)
class KnownList:
    """A list of an earlier project that a new file holds most of.

    :ivar same_file: whether it is the very same file.
    """

    project: Project
    source: Source
    difference: Difference
    same_file: bool


def known_list(name: str, content: bytes, language: str, *, any_list: bool = False) -> KnownList | None:
    """Return the list of an earlier project that a file is a version of, if there is one; samples are none.

    :raises InputFileError: if the file cannot be used as a task list.
    """
    name = mask_file_name(name, language)
    (inventory,) = reading.read_files([(name, content)], language, any_list=any_list)
    tasks = inventory.frame["task"].dropna().unique()
    asked = tasks[np.linspace(0, len(tasks) - 1, min(len(tasks), _ASKED_OF)).astype(int)]
    for source_id in list(sources_with_tasks(work(), asked.tolist()))[:_CANDIDATES]:
        source = get_source(work(), source_id)
        project = get_project(work(), source.project_id)
        rows = _rows(project, source, language)
        if source_id != ideas_file(project.id) and is_version(rows, inventory.frame):
            same = source.sha256 == inventory.sha256
            return KnownList(project, source, difference(rows, inventory.frame), same)
    return None


def put_in_place(known: KnownList, name: str, content: bytes, language: str, *, any_list: bool = False) -> None:
    """Put a file in the place of the earlier version; what people decided about its tasks goes over.

    :raises InputFileError: if the file cannot be used as a task list; then nothing is changed.
    :raises WorkspaceError: if the project, or the earlier file, is no longer there; then nothing is changed.
    """
    project = get_project(work(), known.project.id)
    before = get_source(work(), known.source.id)
    (added,) = projects.add_files(project.id, [(name, content)], language, any_list=any_list)
    if added.id != before.id:
        _keep_one(added, before, language)


def open_version(project: Project, sources: list[Source], language: str) -> Version | None:
    """Return two files of a project of which nobody has said yet how they count, if there are such."""
    ideas = ideas_file(project.id)
    lists = [source for source in sources if source.id != ideas]
    if len(lists) < 2:
        return None
    kept, key = memory("versions"), (work().name, project.id, project.revision, language)
    pairs = cast("list[tuple[int, int]] | None", kept.get(key))
    if pairs is None:
        pairs = versions_among([_rows(project, source, language) for source in lists])
        kept.put(key, pairs)
    both = choices(work(), project.id, _BOTH)
    for i, j in pairs:
        before, after = lists[i], lists[j]
        if before.id not in (both.get(after.id) or ()):
            old, new = _rows(project, before, language), _rows(project, after, language)
            return Version(before, after, difference(old, new), old, new)
    return None


def count_both(version: Version) -> None:
    """Keep with the project that both files count."""
    project_id, after = version.after.project_id, version.after.id
    before = choices(work(), project_id, _BOTH).get(after) or []
    keep_choice(work(), project_id, _BOTH, after, [*before, version.before.id])


def count_only(version: Version, source: Source, language: str) -> None:
    """Let one of two versions count: the other leaves the project, and what was decided about its tasks goes over.

    :raises WorkspaceError: if one of them is no longer there.
    """
    _keep_one(source, version.before if source.id == version.after.id else version.after, language)


def _keep_one(kept: Source, other: Source, language: str) -> None:
    """Take a file out whose place another one takes; the team that it was given, if any, is the other's too, and so is
    its name where the project still bears it."""
    team, options = reading.options_of(other).team, reading.options_of(kept)
    if team and options.team is None:
        chosen = replace(options, team=team)
        reading.store_reading(kept.id, reading.read_source(kept, chosen, language), chosen)
    files = list_sources(work(), kept.project_id)
    delete_source(work(), other.id, heir_id=kept.id)
    every, stay = ([one.filename for one in files if one.id != left] for left in (None, other.id))
    name = get_project(work(), kept.project_id).name
    if name in (projects.named_after(every), projects.named_after([other.filename])):  # nobody gave it another one
        rename_project(work(), kept.project_id, projects.named_after(stay))


def _rows(project: Project, source: Source, language: str) -> pd.DataFrame:
    everything = rows_of(project, language, include_excluded=True)
    return everything[everything["source_id"] == source.id].reset_index(drop=True)
