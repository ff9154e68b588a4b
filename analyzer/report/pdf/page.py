"""A story as a PDF to print, mail or archive.

The story goes to typst as data, never as markup, so that no text of a task can be anything but text.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

import typst

from analyzer.i18n import translate
from analyzer.report.story.parts import Bars, Map, Timeline
from analyzer.report.theme import palette

if TYPE_CHECKING:
    from analyzer.report.story.parts import Section, Story

_ATTEMPTS: tuple[tuple[bool, tuple[Literal["ua-1"], ...]], ...] = ((False, ("ua-1",)), (True, ("ua-1",)), (True, ()))
"""Whether the fonts of the system help out, and the standard that is kept: PDF/UA allows no letter without a shape, and
the fonts that come along know Latin, Greek and Cyrillic. What no font here knows is shown as an empty box."""
_NO_GLYPH = "could not be displayed"
_KINDS = {Bars: "bars", Map: "map", Timeline: "timeline"}


def printed(story: Story) -> bytes:
    """Return a story as a PDF, A4, tagged for screen readers.

    :param story: of :func:`analyzer.report.story.telling.told`.
    :returns: the bytes of the file; it keeps to PDF/UA-1 where the fonts know every letter of the story.
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
    inputs = {"story": json.dumps(data, ensure_ascii=False)}
    template = files("analyzer.report").joinpath("pdf", "report.typ").read_bytes()
    for system_fonts, standards in _ATTEMPTS:
        try:
            made = typst.compile(
                template, ignore_system_fonts=not system_fonts, sys_inputs=inputs, pdf_standards=[*standards]
            )
        except typst.TypstError as error:
            if _NO_GLYPH not in str(error) or not standards:
                raise
        else:
            return made
    raise AssertionError("the last attempt asks for no standard")


def _section(section: Section) -> dict[str, Any]:
    data = asdict(section)
    if section.drawing is not None:
        data["drawing"]["what"] = _KINDS[type(section.drawing)]
    return data
