"""Says which use cases were found again under another key since something was said of them, and which were not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import mark, translate, translate_plural
from analyzer.numbers import format_count
from analyzer.ui import state
from analyzer.ui.components import html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analyzer.opportunity.anchors import Carried
    from analyzer.ui.analysis import Analysis

_LOST = {
    "gone": mark(
        "“{name}”: none of its tasks is in the list any more. What was said of it is kept and counts again when such a "
        "task comes back."
    ),
    "spread": mark(
        "“{name}”: its tasks are spread over several use cases now, and none has half of them. What was said of it is "
        "kept, but counts for none of them."
    ),
}


def show_carried(analysis: Analysis, language: str) -> None:
    """Show what became of wish, pain, risks and measurements of use cases that changed; nothing where none did."""
    carried = analysis.carried
    count = len(carried.moved) + len(carried.lost)
    if not count:
        return
    title = translate_plural(
        "{number} use case that you had said something of has changed",
        "{number} use cases that you had said something of have changed",
        count,
        language,
        number=format_count(count, language),
    )
    with st.expander(title, key=state.view_key("carried"), icon=":material/info:", expanded=count <= 2):
        st.html(
            '<ul class="reasons">'
            + "".join(f"<li>{html.text(said)}</li>" for said in _said(carried, language))
            + "</ul>"
        )


def _said(carried: Carried, language: str) -> Iterator[str]:
    for old, move in carried.moved.items():
        first = carried.before(move.key)[0] == old
        if move.name == move.name_now and first:
            yield translate(
                "“{name}”: found again, though its tasks are told otherwise. Wish, pain, risks and measurements count "
                "on.",
                language,
                name=move.name,
            )
        elif first:
            yield translate(
                "“{name}”: most of its tasks belong to “{now}” now. Its measurements count for that one, and so do its "
                "wish, pain and risks unless that one has its own.",
                language,
                name=move.name,
                now=move.name_now,
            )
        else:
            yield translate(
                "“{name}”: most of its tasks belong to “{now}” now. Its measurements count for that one; wish, pain "
                "and risks come from a use case with more tasks in it.",
                language,
                name=move.name,
                now=move.name_now,
            )
    for name, fate in carried.lost.values():
        yield translate(_LOST[fate], language, name=name)
