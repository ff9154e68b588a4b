"""The opportunity map as one HTML file: it opens offline, asks for nothing from anywhere, and runs no text of a task.

Three things hold the last two: everything a user wrote is escaped, the data stand in a block that browsers do not
execute, and the page's own policy lets nothing run but its two scripts (named by their hashes) and nothing load at all.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from plotly.offline import get_plotlyjs

from analyzer.i18n import translate
from analyzer.report.charts import opportunity_map
from analyzer.report.charts.common import without_title
from analyzer.report.page_parts import basis, how_to_read, lead, notices, use_case_table, use_cases_note
from analyzer.report.theme import FONT, PALETTES, Palette

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from analyzer.opportunity import HoursEstimate

_SLOT = re.compile(r"\{\{(\w+)\}\}")


def map_page(estimate: HoursEstimate, language: str = "en") -> str:
    """Return the map of an estimate as a page: map, how to read it, its use cases, and what the figures rest on.

    :param estimate: the estimate to show; persons stay out of it.
    :param language: "en" or "fr".
    :returns: an HTML document of about 5 MB (most of it plotly.js); it follows the reader's light or dark theme.
    """
    figures = {name: opportunity_map(estimate.frame, language=language, theme=name) for name in PALETTES}
    alt = _description(figures["light"])
    # The page writes the finding over its own width, where a figure breaks lines for the narrowest screen.
    (finding, unit, _), *_ = [without_title(figure) for figure in figures.values()]
    draw = _part("map.js")
    words = {
        "title": translate("Opportunity map", language),
        "lead": lead(estimate, language),
        "alt": alt,
        "finding": finding,
        "unit": unit,
        "without_script": translate("The map needs JavaScript; the table below says the same in words.", language),
        "how_title": translate("How to read it", language),
        "table_title": translate("Use cases, the one that frees most first", language),
        "table_note": use_cases_note(estimate, language),
        "basis_title": translate("What the figures rest on", language),
    }
    slots = {name: html.escape(text) for name, text in words.items()}
    slots |= {
        "language": language,
        "policy": _policy(get_plotlyjs(), draw),
        "style": _style(),
        "notices": notices(estimate, language),
        "how": how_to_read(language),
        "table": use_case_table(estimate, language),
        "basis": basis(estimate, language),
        "figures": _as_data(figures),
        "plotly": get_plotlyjs(),
        "draw": draw,
    }
    return _filled(_part("map.html"), slots)


def _filled(template: str, slots: dict[str, str]) -> str:
    """Fill the slots in one pass, so that what is filled in is never itself taken for a slot."""
    return _SLOT.sub(lambda slot: slots[slot[1]], template)


def _as_data(figures: dict[str, go.Figure]) -> str:
    """Return figures as JSON that cannot end the block it stands in, whatever a task says."""
    data = {name: json.loads(figure.to_json()) for name, figure in figures.items()}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _policy(*scripts: str) -> str:
    hashes = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(s.encode()).digest()).decode()}'" for s in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _style() -> str:
    light, dark = (f":root {{ {_variables(PALETTES[name])} }}" for name in ("light", "dark"))
    rules = _filled(_part("map.css"), {"font": FONT})
    return f"{light}\n@media (prefers-color-scheme: dark) {{ {dark} }}\n{rules}"


def _variables(colours: Palette) -> str:
    named = {
        "background": colours.background,
        "surface": colours.surface,
        "text": colours.text,
        "muted": colours.muted,
        "grid": colours.grid,
        "reported": colours.reported,
        **{lane.replace("_", "-"): colour for lane, colour in colours.lanes.items()},
    }
    return " ".join(f"--{name}: {colour};" for name, colour in named.items())


def _description(figure: go.Figure) -> str:
    return f"{figure.layout.meta['title']}. {figure.layout.meta['subtitle']}"


@cache
def _part(name: str) -> str:
    # Line ends as a browser sees them: the policy's hashes are taken over this very text.
    text = files("analyzer.report").joinpath("page", name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n").rstrip("\n") if name != "map.html" else text
