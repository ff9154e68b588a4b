"""The hours that measurements moved, by kind of work: before and after, down to their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from analyzer.i18n import translate
from analyzer.opportunity.family_words import family_name
from analyzer.ui.components import html
from analyzer.ui.components.added import added, sum_as_read
from analyzer.ui.components.opened_rows import open_total
from analyzer.ui.formats import capitalised
from analyzer.ui.moves import without

if TYPE_CHECKING:
    from analyzer.ui.analysis import Analysis

_ELSE = ""
"""Stands for the kinds of work that nobody measured here."""


def show_measured_hours(analysis: Analysis, language: str) -> None:
    """Show what each measured kind of work could free by studies alone and now, and the rows of the one opened."""
    estimate, central = analysis.estimate, "minutes_freed_central"
    kind = estimate.frame["family"].map(lambda family: family if family in estimate.facts.measured else _ELSE)
    both = {"before": without(estimate, "measured").frame[central], "after": estimate.frame[central]}
    sums = pd.DataFrame({name: one.to_numpy() for name, one in both.items()}).groupby(kind.to_numpy()).sum()
    sums = sums.loc[[*(code for code in sums.index if code), *(code for code in sums.index if not code)]]
    names = {
        code: capitalised(family_name(str(code), language)) if code else translate("All other work", language)
        for code in sums.index
    }
    wholes = {name: sum_as_read(sums[name].tolist()) for name in both}
    columns = [added(sums[name].tolist(), language, whole=wholes[name]) for name in both]
    head = [
        translate("Kind of work", language),
        translate("Could free, a week, by studies alone", language),
        translate("with what was measured", language),
    ]
    rows = zip([*names.values(), translate("In all", language)], *columns, strict=True)
    caption = translate("Hours that the measurements moved, by kind of work", language)
    st.html(html.table(head, rows, caption=caption, numeric=(1, 2), deciding=(2,)))
    words = translate("Open a total to its rows", language)
    open_total(estimate, kind, names, sums["after"].tolist(), words, language, "measured", wholes["after"])
