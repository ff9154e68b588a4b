"""Reading task lists: the functions that the app, the command line and the batch call."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from analyzer.errors import InputFileError
from analyzer.i18n import mark
from analyzer.inventory.arrangement import arranged
from analyzer.inventory.assembly import assemble
from analyzer.inventory.columnmatch import column_of
from analyzer.inventory.deadline import Progress, begin_stage, time_limit
from analyzer.inventory.grids import Source
from analyzer.inventory.inventory import Inventory
from analyzer.inventory.options import ReadingOptions
from analyzer.inventory.otherlists import KINDS, header_row_of, other_list
from analyzer.inventory.personal.masker import Masker
from analyzer.inventory.personal.masking import mask_header, mask_personal_data, mask_sheet_names, masker_of
from analyzer.inventory.problems import Problem
from analyzer.inventory.reading import SUFFIXES, load_bytes, read_source
from analyzer.inventory.refusals import refuse_other_list, without_tasks
from analyzer.inventory.severalfiles import read_together, with_team
from analyzer.inventory.sheetnames import take_sheet_names
from analyzer.inventory.sheets import chosen_grids, sheet_left_out, tables_of_tasks
from analyzer.inventory.storedcopy import SIGNATURE, pack
from analyzer.inventory.table import Table, find_table, read_rows
from analyzer.inventory.text import clean
from analyzer.settings import settings

_TAKING_APART, _MASKING, _READING_ROWS, _PUTTING_TOGETHER = (0.0, 0.15), (0.15, 0.5), (0.5, 0.75), (0.75, 1.0)
"""Shares of the time that the steps take, measured with a list of 100,000 rows."""


def read_inventory(
    source: Path | str | BinaryIO | bytes,
    *,
    filename: str | None = None,
    options: ReadingOptions | None = None,
    language: str | None = None,
    with_copy: bool = False,
    progress: Progress | None = None,
) -> Inventory:
    """Read a task list from a file and say how it was understood.

    Personal data in its texts, headers and names of sheets (see :mod:`~analyzer.inventory.personal`) is masked unless
    the options say to keep it; a column of persons is left as it is.

    CSV, TSV and text of any usual separator and encoding, XLSX, XLS, ODS, JSON, JSON lines, Parquet, pasted blocks and
    lists with one task a line are told by their content. Limits are ``max_file_mb``, ``max_rows`` and
    ``max_read_seconds`` of :func:`analyzer.settings.settings`.

    :param source: path, open binary file, or the bytes of a file.
    :param filename: name to show, and to fill the ``file`` column with, where ``source`` is no path.
    :param options: the user's corrections; see :class:`ReadingOptions`.
    :param language: of the ``issues`` column, "en" or "fr"; the language of the tasks if None.
    :param with_copy: also make :attr:`Inventory.stored_copy`, which is read like the file itself.
    :param progress: called with the share done, 0..1, while a long file is read.
    :raises InputFileError: if the file is empty, no table, protected, damaged or over a limit.
    """
    options = options or ReadingOptions()
    source = Path(source) if isinstance(source, str) else source
    name = _shown_name(filename or str(getattr(source, "name", "") or "data"))
    limits = settings()
    data = load_bytes(source, limits.max_file_mb, name)
    with time_limit(limits.max_read_seconds, name, progress):
        begin_stage(*_TAKING_APART)
        read = read_source(data, name, options, limits.max_file_mb, limits.max_rows)
        named, rearranged = arranged(read.grids)
        read.grids, written = [grid for grid, _ in named], [title for _, title in named]
        read.problems += rearranged
        masker = masker_of(read.grids, keep=options.personal_data == "keep")
        titles = {id(grid): title for grid, title in named}
        personal = mask_sheet_names(read.grids, masker)
        tables, problems = _tables(read, written, options, name, masker)
        begin_stage(*_MASKING)
        personal += mask_personal_data(read.grids, tables, masker)
        changed = masker.masked > 0
        is_copy = data.startswith(SIGNATURE)
        copy = data if is_copy and not changed else pack(read) if with_copy and changed else None
        begin_stage(*_READING_ROWS)
        for table in tables:
            read_rows(table, options)
        begin_stage(*_PUTTING_TOGETHER)
        if not any(table.tasks for table in tables):
            raise InputFileError(mark("“{file}” has a header but no task: write one task a row below it."), file=name)
        found = [*problems, *personal, *take_sheet_names(tables, titles)]
        inventory = assemble(read, tables, found, options=options, name=name, language=language)
        inventory = replace(inventory, stored_copy=copy, sha256=hashlib.sha256(data).hexdigest())
        return with_team(inventory, options.team) if options.team else inventory


def inventory_files(paths: Path | str | Iterable[Path | str]) -> list[Path]:
    """Return the files to read: files as named, folders replaced by the task lists in them, sorted by name.

    :param paths: one path or several; of a folder, and the folders in it, files with a known ending are taken, hidden
        and lock files not.
    :raises InputFileError: if a folder holds no such file.
    """
    files: list[Path] = []
    for path in [Path(paths)] if isinstance(paths, str | Path) else [Path(path) for path in paths]:
        if not path.is_dir():
            files.append(path)
            continue
        # A folder that cannot be listed, or goes while it is, holds nothing: os.walk passes it by.
        entries = sorted(Path(folder, entry) for folder, _, names in os.walk(path) for entry in names)
        inside = [entry for entry in entries if _is_task_list(entry, path)]
        if not inside:
            raise InputFileError(
                mark("The folder “{file}” holds no task list: put CSV or XLSX files in it."), file=path.name
            )
        files += inside
    return files


def read_inventories(
    paths: Path | str | Iterable[Path | str], *, options: ReadingOptions | None = None, language: str | None = None
) -> list[Inventory]:
    """Read several files, or all task lists of a folder, with the same options, and what they say beside each other.

    :param paths: as for :func:`inventory_files`.
    :raises InputFileError: for the first file that cannot be used; the sentence names it.
    """
    return read_together([read_inventory(one, options=options, language=language) for one in inventory_files(paths)])


def _with_header(table: Table, options: ReadingOptions, masker: Masker) -> Table:
    """Return the table of another list with its header, if it has one that names no tasks."""
    row = header_row_of(table)
    if row is None:
        return table
    chosen = replace(options, header_row=row)
    found = mask_header(find_table(table.grid, chosen), chosen, masker)
    return found if column_of(found.matches, "task") is not None else table


def _is_task_list(entry: Path, folder: Path) -> bool:
    inside = entry.relative_to(folder)
    hidden = any(part.startswith((".", "~$")) for part in inside.parts)
    readme = entry.stem.lower() in ("readme", "lisezmoi", "license", "licence")
    return entry.suffix.lower() in SUFFIXES and not hidden and not readme and entry.is_file()


def _shown_name(path: str) -> str:
    """Return the last part of a path of any system, without marks that could mislead who reads it."""
    return clean(re.split(r"[/\\]", path)[-1])[:120] or "data"


def _tables(
    source: Source, written: Sequence[str | None], options: ReadingOptions, name: str, masker: Masker
) -> tuple[list[Table], list[Problem]]:
    """Return the tables to read, headers masked, and what was found so far, sheets that are left out included.

    :param written: the names of the sheets as the file has them.
    """
    grids, problems = chosen_grids(source, written, options, name)
    found = [mask_header(find_table(grid, options), options, masker) for grid in grids]
    tables, left_out = tables_of_tasks(found, chosen=options.sheets is not None)
    if not tables:
        headers = [match.header for table in found for match in table.matches][:8]
        kind = next(filter(None, map(other_list, found)), None)
        raise without_tasks(name, ", ".join(headers), kind and KINDS[kind])
    kinds = {id(table): kind for table in tables if (kind := other_list(table))}
    if len(kinds) == len(tables):
        looks_like = KINDS[kinds[id(tables[0])]]
        tables = [_with_header(table, options, masker) for table in tables]
        if not options.any_list:
            raise refuse_other_list(name, looks_like, [match.header for table in tables for match in table.matches])
        problems.append(Problem("other_list", facts={"looks_like": looks_like}))
    elif options.sheets is None and not options.any_list:
        left_out += [sheet_left_out(table.grid) for table in tables if id(table) in kinds]
        tables = [table for table in tables if id(table) not in kinds]
    return tables, [*problems, *left_out]
