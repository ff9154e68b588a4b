"""Files as the inventory room reads them, at the pace of a page: each once, in a thread of its own if it is large."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, cast

from analyzer.errors import InputFileError
from analyzer.i18n import translate
from analyzer.inventory import Inventory, Problem, ReadingOptions, read_inventory
from analyzer.inventory.refusals import OtherListError
from analyzer.inventory.severalfiles import names_no_team, teams_of_files, with_team
from analyzer.ui.jobs import wait_for
from analyzer.ui.memory import memory
from analyzer.ui.work import work
from analyzer.workspace import (
    get_source,
    list_sources,
    remembered_options,
    replace_content,
    source_content,
    store_rows,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analyzer.workspace import Source

_MOST_REMEMBERED = 25_000_000
"""Bytes of a file up to which it is remembered as it came."""

_NO_HEADER = re.compile(r"\[[A-Z]+\]")
"""What stands for a column without a header."""

_CARRIED_OVER = ("columns", "hours_per_day", "hours_per_half_day", "duration_unit", "number_period", "split_cells")
"""Corrections that hold for the next file with the same headers."""


def read_files(files: Sequence[tuple[str, bytes]], language: str, *, any_list: bool = False) -> list[Inventory]:
    """Read uploaded files; while that takes long, show that it goes on and end this run.

    :param files: name and content of each.
    :param any_list: whether files that are plainly no lists of tasks are read all the same.
    :raises InputFileError: if one cannot be used as a task list; then none is kept.
    """
    return [_read_a_list(name, content, language, any_list=any_list) for name, content in files]


def _read_a_list(name: str, content: bytes, language: str, *, any_list: bool) -> Inventory:
    """Read a file; one that is plainly no list of tasks, too, where such a one with its headers was read before."""
    try:
        return _read(name, content, ReadingOptions(any_list=any_list), language)
    except OtherListError as refused:
        is_named = not all(_NO_HEADER.fullmatch(header) for header in refused.headers)
        held = remembered_options(work(), refused.headers) if is_named else None
        if held is None or not held.get("any_list"):
            raise
    return _read(name, content, ReadingOptions(any_list=True), language)


def options_found(inventory: Inventory) -> ReadingOptions | None:
    """Return the options that a file was read with as it came, to be kept with it; ``None`` for the usual ones."""
    let_in = any(problem.code == "other_list" for problem in inventory.problems)
    return ReadingOptions(any_list=True) if let_in else None


def with_teams_of_files(
    files: Sequence[tuple[str, bytes]],
    read: Sequence[tuple[Inventory, ReadingOptions | None]],
    language: str,
) -> list[tuple[Inventory, ReadingOptions | None]]:
    """Return what was read of several files, each with the options used; where nothing in a file names a team, its name
    does.

    :param files: name and content of each.
    :param read: what was read of each, with the options it was read with.
    """
    teams = teams_of_files([name for name, _ in files]) if len(files) > 1 else [None] * len(files)
    result: list[tuple[Inventory, ReadingOptions | None]] = []
    for (name, content), (inventory, options), team in zip(files, read, teams, strict=True):
        if team is None or not names_no_team(inventory):
            result.append((inventory, options))
            continue
        named, chosen = with_team(inventory, team), replace(options or ReadingOptions(), team=team)
        memory("readings").put(_key(hashlib.sha256(content).hexdigest(), name, chosen, language), named)
        result.append((named, chosen))
    return result


def read_source(source: Source, options: ReadingOptions, language: str) -> Inventory:
    """Read a file of the workspace with some options; what is kept there was taken for a list of tasks once.

    :raises InputFileError: if it cannot be read so.
    """
    found = memory("readings").get(_key(source.sha256, source.filename, options, language))
    if found is not None:
        return cast("Inventory", found)
    content = original(source) or source_content(work(), source.id)
    return _read(source.filename, content, replace(options, any_list=True), language, source.sha256)


def remember(content: bytes) -> str:
    """Keep an uploaded file in memory for corrections that its masked copy does not allow; return its SHA-256.

    Nothing is written to the disk; the last few files are held as long as the app runs.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    if len(content) <= _MOST_REMEMBERED:
        memory("originals").put(sha256, content)
    return sha256


def original(source: Source) -> bytes | None:
    """Return a file as it came, if it is still in memory."""
    return cast("bytes | None", memory("originals").get(source.sha256))


def treat_personal_data(source: Source, choice: str, language: str) -> None:
    """Read a file anew with personal data masked or kept, store it so, and record who chose that and when.

    :param choice: "mask" or "keep"; to keep what a masked copy no longer holds, the file must be in memory.
    :raises InputFileError: if it cannot be read.
    """
    options = replace(options_of(source), personal_data=choice)
    content = original(source) or source_content(work(), source.id)
    inventory = _read(source.filename, content, replace(options, any_list=True), language, source.sha256)
    replace_content(work(), source.id, inventory.stored_copy or content)
    decision = {"choice": choice, "account": work().local_account_id, "time": datetime.now(UTC).isoformat()}
    store_reading(source.id, inventory, options, personal_data=decision)


def problems_of(project_id: str, language: str) -> list[Problem]:
    """Return what was found in all files of a project."""
    sources = list_sources(work(), project_id)
    return [problem for source in sources for problem in read_source(source, options_of(source), language).problems]


def options_of(source: Source) -> ReadingOptions:
    """Return the options that a file of the workspace was read with."""
    held = source.reading_options
    return ReadingOptions() if held is None else ReadingOptions.from_json(json.dumps(dict(held)))


def read_as_before(
    name: str, content: bytes, inventory: Inventory, language: str
) -> tuple[Inventory, ReadingOptions] | None:
    """Return a file read with what was corrected for the latest file with the same headers, and the options used.

    What belongs to one file alone (its sheets, header row, encoding and separator) is found anew, and a leave given for
    one file, to keep what is personal in it, is no leave for the next.

    :returns: None if nothing was corrected then, or if this file cannot be read so.
    """
    held = remembered_options(work(), inventory.headers)
    if held is None:
        return None
    before = ReadingOptions.from_json(json.dumps(dict(held)))
    options = ReadingOptions(**{name: getattr(before, name) for name in _CARRIED_OVER})
    if options == ReadingOptions():
        return None
    try:
        return _read(name, content, replace(options, any_list=True), language), options
    except InputFileError:
        return None


def store_reading(
    source_id: str,
    inventory: Inventory,
    options: ReadingOptions | None,
    *,
    personal_data: Mapping[str, str] | None = None,
) -> None:
    """Keep what was read of a file, in the place of what was read of it before.

    :param options: what the reader corrected; ``None`` if nothing.
    :param personal_data: who decided how personal data is treated, and when; what was decided before stays if ``None``.
    """
    stored: Mapping[str, Any] | None = None if options is None else json.loads(options.to_json())
    before = get_source(work(), source_id)
    decided = personal_data or (before.summary or {}).get("personal_data")
    summary = (
        inventory.as_check() | {"headers": inventory.headers} | ({"personal_data": dict(decided)} if decided else {})
    )
    if inventory.stored_copy is not None and before.summary is not None:
        replace_content(work(), source_id, inventory.stored_copy)
    store_rows(work(), source_id, inventory.frame, reading_options=stored, summary=summary)


def _read(name: str, content: bytes, options: ReadingOptions, language: str, sha256: str | None = None) -> Inventory:
    kept, key = memory("readings"), _key(sha256 or hashlib.sha256(content).hexdigest(), name, options, language)
    inventory = cast("Inventory | None", kept.get(key))
    if inventory is None:
        inventory = wait_for(
            ("read", *key),
            lambda progress: read_inventory(
                content, filename=name, options=options, language=language, with_copy=True, progress=progress
            ),
            translate("Reading “{file}”…", language, file=name),
        )
        kept.put(key, inventory)
    return cast("Inventory", inventory)


def _key(sha256: str, name: str, options: ReadingOptions, language: str) -> tuple[str, ...]:
    """Return what a reading is kept by: one that was not refused is the same with any list let in."""
    return sha256, name, replace(options, any_list=True).to_json(), language
