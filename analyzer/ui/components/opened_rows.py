"""The rows behind a total, with their arithmetic: page by page, and adding up to what was opened as it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from analyzer.i18n import translate, translate_plural
from analyzer.numbers import format_count, format_number, format_share
from analyzer.opportunity.share import share_parts
from analyzer.ui import state
from analyzer.ui.components import html
from analyzer.ui.components.added import added, added_minutes, stated_minutes
from analyzer.ui.formats import counted_rows, missing

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    import pandas as pd

    from analyzer.opportunity import HoursEstimate

PAGE = 40
"""Rows shown at a time."""


def open_total(
    estimate: HoursEstimate,
    kind: pd.Series,
    names: Mapping[str, str],
    freed: Sequence[float],
    label: str,
    language: str,
    key: str,
    whole: float | None = None,
) -> None:
    """Let the reader open one of the totals above to the rows that make it.

    :param kind: of each row of ``estimate.frame``, the total that it belongs to.
    :param names: what each total is called, in the order of the table above.
    :param freed: minutes that each frees, in the same order: all of them, for they add up as they are shown.
    :param label: what is opened, in words.
    :param key: tells apart several such lists of one page.
    :param whole: what their total is shown as in the table above, in minutes; as it reads everywhere if absent.
    """
    chosen = st.selectbox(
        label,
        list(names),
        index=None,
        format_func=lambda code: names[code],
        key=state.view_key(f"opened_{key}"),
        placeholder=translate("Choose a total", language),
    )
    if chosen is not None:
        shown = added_minutes(freed, whole)[list(names).index(chosen)]
        taken = stated_minutes(float(estimate.frame.loc[kind == chosen, "minutes_per_week"].sum()))
        show_rows(estimate, kind == chosen, names[chosen], (shown, taken), language, key)


def show_rows(
    estimate: HoursEstimate,
    chosen: pd.Series,
    name: str,
    wholes: tuple[float, float],
    language: str,
    key: str = "hours",
) -> None:
    """Show some rows of an estimate with their arithmetic.

    :param chosen: which rows of ``estimate.frame``.
    :param name: of the total that was opened.
    :param wholes: what the total is shown as where it was opened, in minutes: freed, and taken.
    :param key: tells apart several such tables of one page.
    """
    tasks = estimate.frame.assign(**share_parts(estimate.terms))
    rows = tasks[chosen.to_numpy()].sort_values("minutes_freed_central", ascending=False, kind="stable")
    pages = -(-len(rows) // PAGE)
    # Another total begins with its own first page.
    number = st.pagination(pages, key=state.view_key(f"page_rows_{key}_{name}")) if pages > 1 else 1
    st.html(rows_table(rows, name, language, *wholes, number=number))
    words = translate(
        "Takes × share freed × adoption × (1 − checking) = frees; a task without a time frees nothing.", language
    )
    words += " " + translate(
        "Share freed = what studies found for this kind of work × where the task stands in it (its score / 75, at most "
        "1.2) × what safeguards and doubts leave; no more than oversight and handwork allow.",
        language,
    )
    if (rows["week_factor"] < 1).any():
        words += " " + translate("Where that came to more than the week of the role, it is cut to its week.", language)
    html.paragraph(words, "note")


def rows_table(
    rows: pd.DataFrame,
    name: str,
    language: str,
    freed_whole: float | None = None,
    taken_whole: float | None = None,
    number: int = 1,
) -> str:
    """Return the tasks behind a total with their arithmetic; what they take and free adds up as it is shown.

    :param rows: those of the opportunity frame with :func:`~analyzer.opportunity.share.share_parts`, the one that frees
        most first.
    :param freed_whole: what the total opened is shown as, in minutes; absent where it is shown nowhere.
    :param taken_whole: the same of the time taken.
    :param number: of the page, from 1.
    """
    several = len(rows[["role", "team"]].drop_duplicates()) > 1
    head = [
        translate("Task", language),
        translate("Takes, a week", language),
        translate("Share freed", language),
        translate("Adoption", language),
        translate("Checking", language),
        translate("Frees, a week", language),
        translate("How the share is made", language),
        *([translate("Role", language)] if several else []),
    ]
    page = slice((number - 1) * PAGE, number * PAGE)
    shown = rows.iloc[page]
    freed = added(rows["minutes_freed_central"].tolist(), language, page, freed_whole)
    taken = added(rows["minutes_per_week"].tolist(), language, page, taken_whole, stated=True)
    cells = [
        [
            str(row["task"]),
            takes,
            format_share(row["share_freed_central"], language, 1),
            format_share(row["adoption"], language, 1),
            format_share(row["review"], language, 1),
            frees,
            _share_made(row, language),
            *([_where(row, language)] if several else []),
        ]
        for row, frees, takes in zip(shown.to_dict("records"), freed, taken, strict=False)
    ]
    blank = [""] * (len(head) - 6)
    if len(shown) < len(rows):
        words = on_other_pages(len(rows) - len(shown), language)
        cells.append([words, taken[-2], "", "", "", freed[-2], *blank])
    cells.append([translate("In all", language), taken[-1], "", "", "", freed[-1], *blank])
    caption = translate("Rows that make the total of: {name}", language, name=name)
    caption += f" ({counted_rows(len(rows), language)})"
    return html.table(head, cells, caption=caption, numeric=(1, 2, 3, 4, 5), deciding=(1, 5))


def on_other_pages(count: int, language: str) -> str:
    """Return the name of the line that stands for what other pages show."""
    return translate_plural(
        "{number} line on other pages",
        "{number} lines on other pages",
        count,
        language,
        number=format_count(count, language),
    )


def _where(row: dict[Hashable, Any], language: str) -> str:
    named = [str(row[name]) for name in ("role", "team") if not missing(row[name])]
    return " · ".join(named) or translate("not stated", language)


def _share_made(row: dict[Hashable, Any], language: str) -> str:
    """Write the product that a share freed is, its limit where that holds it down, and what the week leaves."""
    if row["study"] <= 0 or row["weight"] <= 0:
        return ""
    place, weight = format_number(row["place"], language, 2), format_number(row["weight"], language, 2)
    made = f"{format_share(row['study'], language, 1)} × {place} × {weight}"
    if row["study"] * row["place"] * row["weight"] > row["cap"]:
        made = translate("{product}, at most {share}", language, product=made, share=format_share(row["cap"], language))
    if row["week_factor"] < 1:
        cut = format_share(row["week_factor"], language, 1)
        made = translate("{product}; hours cut to {share} by the week of the role", language, product=made, share=cut)
    return made
