"""Projects as the start page opens them: from files, from an example, or as they were left."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from analyzer import workspace
from analyzer.i18n import translate
from analyzer.inventory import mask_file_name
from analyzer.ui import contract, reading, state
from analyzer.ui.work import work
from analyzer.workspace import choices, keep_choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.inventory import Inventory, ReadingOptions
    from analyzer.ui.samples import Sample
    from analyzer.workspace import Source


SAME_FILES = "same_files"
"""Kind of the choices kept with a project: names of files with the same bytes as one of its files, by that one."""

_UNNAMED = re.compile(r"\s*\[[^\]]*\]\s*")
"""What stands for a masked name in the name of a file: a project's title needs no "[person 1]"."""


def import_files(files: Sequence[tuple[str, bytes]], language: str, *, any_list: bool = False) -> str:
    """Make a project of uploaded files and return its id; names of persons in the names of the files are masked.

    :param files: name and content of each.
    :param language: of the words about problem rows.
    :param any_list: whether files that are plainly no lists of tasks are read all the same.
    :raises InputFileError: if one of them cannot be used; then nothing is kept.
    """
    files = [(mask_file_name(name, language), content) for name, content in files]
    read = _read(files, language, any_list=any_list)
    project = workspace.create_project(work(), named_after([name for name, _ in files]))
    contract.begin(project.id, language)
    _store(project.id, files, read, language)
    return project.id


def add_files(
    project_id: str, files: Sequence[tuple[str, bytes]], language: str, *, any_list: bool = False
) -> list[Source]:
    """Add uploaded files to a project, as :func:`import_files` does, and return them as they are kept there.

    :raises InputFileError: if one of them cannot be used; then nothing is changed.
    :raises WorkspaceError: if the project is no longer there.
    """
    files = [(mask_file_name(name, language), content) for name, content in files]
    return _store(project_id, files, _read(files, language, any_list=any_list), language)


Read = list[tuple["Inventory", "ReadingOptions | None"]]
"""What was read of each file, with the options it was read with if they are not the usual ones."""


def _read(files: Sequence[tuple[str, bytes]], language: str, *, any_list: bool) -> Read:
    """Read files before anything is kept: where that takes long, the run ends here and comes again."""
    found = reading.read_files(files, language, any_list=any_list)
    remembered = [
        reading.read_as_before(name, content, inventory, language)
        for (name, content), inventory in zip(files, found, strict=True)
    ]
    if any(remembered):
        state.notify(translate("The columns were read as you chose before for a file with the same headers.", language))
    return [
        before or (inventory, reading.options_found(inventory))
        for inventory, before in zip(found, remembered, strict=True)
    ]


def _store(project_id: str, files: Sequence[tuple[str, bytes]], read: Read, language: str) -> list[Source]:
    """Keep files in a project; the workspace keeps the same bytes once, and the other name is told."""
    held = {source.sha256: source for source in workspace.list_sources(work(), project_id)}
    kept: list[Source] = []
    for (name, content), (inventory, options) in zip(
        files, reading.with_teams_of_files(files, read, language), strict=True
    ):
        sha256 = reading.remember(content)
        same = held.get(sha256)
        if same is None:
            copy = inventory.stored_copy or content
            same = held[sha256] = workspace.add_source(work(), project_id, name, copy, sha256=sha256)
            reading.store_reading(same.id, inventory, options)
        else:
            others = choices(work(), project_id, SAME_FILES).get(same.id) or []
            if name not in others:
                keep_choice(work(), project_id, SAME_FILES, same.id, [*others, name])
        kept.append(same)
    return kept


def open_sample(sample: Sample, language: str) -> str:
    """Return the id of an example's project; what was changed in it before is still there."""
    name = sample.title(sample.language)
    project = workspace.open_sample_project(work(), sample.code, name, [sample.path])
    for source in workspace.list_sources(work(), project.id):
        if source.summary is None:
            contract.begin(project.id, sample.language)
            options = reading.options_of(source)
            reading.store_reading(source.id, reading.read_source(source, options, language), None)
    return project.id


def named_after(filenames: Sequence[str]) -> str:
    """Return the name that a project of these files begins with; it is the reader's to change."""
    stems = [_UNNAMED.sub(" ", PurePath(name).stem.replace("_", " ")).strip(" -–,") or name for name in filenames]
    return ", ".join(stems)[:120]
