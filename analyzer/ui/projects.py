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

    from analyzer.ui.samples import Sample


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
    inventories = reading.read_files(files, language, any_list=any_list)
    # Read before anything is kept: where that takes long, this run ends here and comes again.
    remembered = [
        reading.read_as_before(name, content, inventory, language)
        for (name, content), inventory in zip(files, inventories, strict=True)
    ]
    project = workspace.create_project(work(), _name([name for name, _ in files]))
    contract.begin(project.id, language)
    found = [before or (inventory, None) for inventory, before in zip(inventories, remembered, strict=True)]
    first: dict[str, str] = {}
    for (name, content), (chosen, options) in zip(
        files, reading.with_teams_of_files(files, found, language), strict=True
    ):
        kept, sha256 = chosen.stored_copy or content, reading.remember(content)
        if sha256 in first:  # the workspace keeps the same bytes once
            others = choices(work(), project.id, SAME_FILES).get(first[sha256]) or []
            keep_choice(work(), project.id, SAME_FILES, first[sha256], [*others, name])
            continue
        source = workspace.add_source(work(), project.id, name, kept, sha256=sha256)
        first[sha256] = source.id
        reading.store_reading(source.id, chosen, options)
    if any(remembered):
        state.notify(translate("The columns were read as you chose before for a file with the same headers.", language))
    return project.id


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


def _name(filenames: Sequence[str]) -> str:
    stems = [_UNNAMED.sub(" ", PurePath(name).stem.replace("_", " ")).strip(" -–,") or name for name in filenames]
    return ", ".join(stems)[:120]
