"""Files as the inventory room reads them, at the pace of a page: each once, in a thread of its own if it is large."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, cast

from analyzer.errors import InputFileError
from analyzer.i18n import translate
from analyzer.inventory import Inventory, Problem, ReadingOptions, read_inventory
from analyzer.ui.jobs import wait_for
from analyzer.ui.memory import memory
from analyzer.ui.work import work
from analyzer.workspace import list_sources, remembered_options, source_content, store_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analyzer.workspace import Source

_CARRIED_OVER = ("columns", "hours_per_day", "hours_per_half_day", "duration_unit", "number_period")
"""Corrections that hold for the next file with the same headers."""


def read_files(files: Sequence[tuple[str, bytes]], language: str) -> list[Inventory]:
    """Read uploaded files; while that takes long, show that it goes on and end this run.

    :param files: name and content of each.
    :raises InputFileError: if one cannot be used as a task list; then none is kept.
    """
    return [_read(name, content, ReadingOptions(), language) for name, content in files]


def read_source(source: Source, options: ReadingOptions, language: str) -> Inventory:
    """Read a file of the workspace with some options.

    :raises InputFileError: if it cannot be read so.
    """
    found = memory("readings").get(_key(source.sha256, source.filename, options, language))
    if found is not None:
        return cast("Inventory", found)
    return _read(source.filename, source_content(work(), source.id), options, language)


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
        return _read(name, content, options, language), options
    except InputFileError:
        return None


def store_reading(source_id: str, inventory: Inventory, options: ReadingOptions | None) -> None:
    """Keep what was read of a file, in the place of what was read of it before.

    :param options: what the reader corrected; ``None`` if nothing.
    """
    stored: Mapping[str, Any] | None = None if options is None else json.loads(options.to_json())
    store_rows(
        work(),
        source_id,
        inventory.frame,
        reading_options=stored,
        summary=inventory.as_check() | {"headers": inventory.headers},
    )


def _read(name: str, content: bytes, options: ReadingOptions, language: str) -> Inventory:
    kept, key = memory("readings"), _key(hashlib.sha256(content).hexdigest(), name, options, language)
    inventory = cast("Inventory | None", kept.get(key))
    if inventory is None:
        inventory = wait_for(
            ("read", *key),
            lambda _progress: read_inventory(content, filename=name, options=options, language=language),
            translate("Reading “{file}”…", language, file=name),
        )
        kept.put(key, inventory)
    return cast("Inventory", inventory)


def _key(sha256: str, name: str, options: ReadingOptions, language: str) -> tuple[str, ...]:
    return sha256, name, options.to_json(), language
