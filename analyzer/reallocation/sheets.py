"""A sheet for people: a title and a few short sections, ready to be shown, downloaded and printed.

A sheet is words only; :func:`as_page` makes one file of it that opens anywhere and prints on a page or two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

_STYLE = """
body { font: 16px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; color: #1c2430; background: #fff;
  max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.1rem; margin: 1.5rem 0 .4rem; }
p, li { margin: .3rem 0; overflow-wrap: anywhere; }
.under { color: #4a5565; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; font-size: .95rem; }
caption { text-align: left; color: #4a5565; padding-bottom: .25rem; }
th, td { text-align: left; vertical-align: top; border-top: 1px solid #cfd6df; padding: .35rem .6rem .35rem 0; }
.small { font-size: .85rem; color: #4a5565; border-top: 1px solid #cfd6df; margin-top: 2rem; padding-top: .5rem; }
h2, tr { break-after: avoid; } li, tr { break-inside: avoid; }
@media print {
  @page { margin: 15mm; }
  body { margin: 0; padding: 0; max-width: none; font-size: 10.5pt; line-height: 1.35; }
  h1 { font-size: 16pt; } h2 { font-size: 12pt; margin: .8rem 0 .2rem; }
  p, li { margin: .15rem 0; } ul, ol { margin: .2rem 0; } .small { font-size: 9pt; margin-top: 1rem; }
}
"""


@dataclass(frozen=True)
class Section:
    """One part of a sheet: its title, then a list of sentences, then a table if there is one.

    :ivar lines: sentences, shown as a list; ``numbered`` if their order counts.
    :ivar head: titles of the table's columns; ``rows``: its cells, the first of a row naming it.
    """

    title: str
    lines: tuple[str, ...] = ()
    numbered: bool = False
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A sheet in one language.

    :ivar under: what stands below the title: what the sheet is, and for whom.
    :ivar foot: what it rests on.
    """

    language: str
    title: str
    under: str
    sections: tuple[Section, ...]
    foot: str = ""


def listed(parts: Sequence[str], language: str) -> str:
    """Return parts as one list in a sentence, with the semicolon that the language has."""
    return ("\u202f; " if language == "fr" else "; ").join(parts)


def as_page(sheet: Sheet) -> str:
    """Return a sheet as one HTML file that needs nothing else; every text in it is escaped."""
    parts = [
        f'<!doctype html><html lang="{escape(sheet.language)}"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(sheet.title)}</title><style>{_STYLE}</style></head><body><main>",
        f'<h1>{escape(sheet.title)}</h1><p class="under">{escape(sheet.under)}</p>',
        *(_section(section) for section in sheet.sections),
        f'<p class="small">{escape(sheet.foot)}</p>' if sheet.foot else "",
        "</main></body></html>",
    ]
    return "".join(parts)


def _section(section: Section) -> str:
    kind = "ol" if section.numbered else "ul"
    lines = "".join(f"<li>{escape(line)}</li>" for line in section.lines)
    listed = f"<{kind}>{lines}</{kind}>" if lines else ""
    return f"<section><h2>{escape(section.title)}</h2>{listed}{_table(section)}</section>"


def _table(section: Section) -> str:
    if not section.rows:
        return ""
    head = "".join(f'<th scope="col">{escape(title)}</th>' for title in section.head)
    body = "".join(f"<tr>{_cells(row)}</tr>" for row in section.rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cells(row: Sequence[str]) -> str:
    first, *rest = row
    return f'<th scope="row">{escape(first)}</th>' + "".join(f"<td>{escape(cell)}</td>" for cell in rest)
