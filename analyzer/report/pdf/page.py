"""A story as a PDF to print, mail or archive.

The story goes to typst as data, never as markup, so that no text of a task can be anything but text.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import typst

from analyzer.i18n import translate
from analyzer.report.story.parts import Bars, Map, Timeline
from analyzer.report.theme import palette

if TYPE_CHECKING:
    from analyzer.report.story.parts import Section, Story

_KINDS = {Bars: "bars", Map: "map", Timeline: "timeline"}


def printed(story: Story) -> bytes:
    """Return a story as a PDF, A4, tagged for screen readers.

    :param story: of :func:`analyzer.report.story.telling.told`.
    :returns: the bytes of the file.
    """
    colours = palette("light")
    data: dict[str, Any] = {
        "language": story.language,
        "title": story.title,
        "under": story.under,
        "position": story.position,
        "page": translate("Page", story.language),
        "colours": {name: getattr(colours, name) for name in ("text", "muted", "grid", "surface", "own", "background")},
        "sections": [_section(section) for section in story.sections],
    }
    template = files("analyzer.report").joinpath("pdf", "report.typ").read_bytes()
    made = typst.compile(
        template,
        font_paths=[],
        ignore_system_fonts=True,
        sys_inputs={"story": json.dumps(data, ensure_ascii=False)},
        pdf_standards=["ua-1"],
    )
    if not isinstance(made, bytes):
        raise TypeError("typst gave no single file")
    return made


def _section(section: Section) -> dict[str, Any]:
    data = asdict(section)
    if section.drawing is not None:
        data["drawing"]["what"] = _KINDS[type(section.drawing)]
    return data
