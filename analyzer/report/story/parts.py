"""What a report is made of, before it is a deck or a page: sections with a finding, and what shows it.

Everything a reader sees is text already, in the reader's language; only what is drawn to scale is a number. So the
deck and the printed page say the same, and neither knows what an estimate is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
"""What no document can hold (control characters, halves of characters), and what turns the words after it round."""


@dataclass(frozen=True)
class Figure:
    """One figure to be read at a glance: what it is, its central value, and its range or what it stands beside."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True)
class Points:
    """A few sentences under a title, numbered where a drawing points at them."""

    title: str
    points: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Series:
    """Values of one meaning, one a category, with the words that stand beside each (or none).

    :ivar colour: of all its marks, ``#RRGGBB``; ``colours`` gives each mark its own instead.
    """

    name: str
    values: tuple[float, ...]
    colour: str
    words: tuple[str, ...] = ()
    colours: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bars:
    """Horizontal bars, the first category on top; several series are stacked, and only single ones have words.

    :ivar unit: of the values, as the title of their axis.
    :ivar alt: what the chart shows, for readers who do not see it.
    """

    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    alt: str


@dataclass(frozen=True)
class Mark:
    """A mark of a map: its place on both scales (0 to 100), its size (any unit), its name, and its number in the list
    beside the map (0 for none)."""

    x: float
    y: float
    size: float
    name: str
    number: int = 0


@dataclass(frozen=True)
class Marks:
    """The marks of one meaning."""

    name: str
    colour: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Map:
    """Marks on two scales of 0 to 100; the area of a mark is its size."""

    groups: tuple[Marks, ...]
    x_title: str
    y_title: str
    alt: str


@dataclass(frozen=True)
class Bar:
    """A bar of a timeline: from where to where, counted in columns from 0, and its kind."""

    start: float
    finish: float
    kind: str


@dataclass(frozen=True)
class Timeline:
    """Rows of bars over named columns.

    :ivar kinds: name and colour of each kind of bar, in the order in which they follow one another.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Bar, ...]], ...]
    kinds: tuple[tuple[str, str, str], ...]
    alt: str


@dataclass(frozen=True)
class Table:
    """A table of words.

    :ivar widths: how wide the columns are beside one another.
    :ivar numeric: places of the columns that are set to the right.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    numeric: tuple[int, ...] = ()


@dataclass(frozen=True)
class Section:
    """One thing to say: a slide of the deck, a part of the page.

    :ivar code: names the section within the code; no reader sees it.
    :ivar name: what it is about, in two or three words.
    :ivar finding: what it comes to, in a sentence.
    :ivar drawing: what shows it, if anything does.
    :ivar note: what it rests on, or how to read it.
    :ivar details: what a speaker may be asked, and reads in the notes below a slide.
    """

    code: str
    name: str
    finding: str
    figures: tuple[Figure, ...] = ()
    drawing: Bars | Map | Timeline | None = None
    table: Table | None = None
    points: tuple[Points, ...] = ()
    note: str = ""
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class Story:
    """A whole report.

    :ivar under: what stands under the title: the scenario and the day.
    :ivar position: what the figures are for, in one sentence.
    """

    language: str
    title: str
    under: str
    position: str
    sections: tuple[Section, ...] = field(default=())


def printable(held: Any) -> Any:
    """Return a story, or any part of one, without the characters that no document can hold."""
    if isinstance(held, str):
        return _UNPRINTABLE.sub("", held)
    if isinstance(held, tuple):
        return tuple(printable(one) for one in held)
    if is_dataclass(held) and not isinstance(held, type):
        return type(held)(**{one.name: printable(getattr(held, one.name)) for one in fields(held)})
    return held
