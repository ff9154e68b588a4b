"""The risk register of a use case, changed below it, and the steps that its flags put into the roadmap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from analyzer.i18n import translate
from analyzer.labels import label
from analyzer.numbers import format_count
from analyzer.opportunity.risks import OWN, checked_edit, main_solution, register
from analyzer.opportunity.safeguard_steps import owner_name, safeguard_steps
from analyzer.report.decision_sheets import RISK_LEVELS
from analyzer.ui.anchors import note_rows, short
from analyzer.ui.components import html
from analyzer.ui.components.readiness_survey import answers_of
from analyzer.ui.components.risk_form import show_risk_form
from analyzer.ui.moves import tasks_of
from analyzer.ui.work import work
from analyzer.workspace import choices, drop_choices, keep_choice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from analyzer.opportunity.anchors import Carried
    from analyzer.opportunity.risks import Risk
    from analyzer.ui.analysis import Analysis

RISK = "risk"
"""Kind of choice that holds what people changed in the register, by use case."""

_MOST_CASES = 8


def registers(analysis: Analysis, cases: pd.DataFrame, most: int = _MOST_CASES) -> dict[str, tuple[Risk, ...]]:
    """Return the register of the use cases that free most, by their key.

    :param cases: table of :func:`analyzer.ui.moves.use_cases`.
    :param most: how many of them.
    """
    project_id = analysis.project.id
    answers, kept, carried = answers_of(project_id), choices(work(), project_id, RISK), analysis.carried
    keys = [str(key) for key in cases.index[cases["minutes"] > 0][:most]]
    return {key: register(tasks_of(analysis.estimate, key), answers, _edits(kept, key, carried)) for key in keys}


def show_overview(found: dict[str, tuple[Risk, ...]], names: pd.Series, language: str) -> None:
    """Show how many risks of each level the use cases have, and the greatest of each."""
    head = [
        translate("Use case", language),
        *(translate(words, language) for words in RISK_LEVELS.values()),
        translate("The greatest risk", language),
    ]
    rows, in_all = [], [0] * len(RISK_LEVELS)
    for key, risks in found.items():
        counting = [risk for risk in risks if not risk.aside]
        counts = [sum(risk.level == level for risk in counting) for level in RISK_LEVELS]
        in_all = [total + count for total, count in zip(in_all, counts, strict=True)]
        written = (format_count(count, language) for count in counts)
        rows.append([str(names[key]), *written, counting[0].words(language)[0] if counting else ""])
    rows.append([translate("In all", language), *(format_count(count, language) for count in in_all), ""])
    caption = translate("Risks of the use cases that free most, by level", language)
    st.html(html.table(head, rows, caption=caption, numeric=(1, 2, 3), deciding=(1, 4)))


def show_register(analysis: Analysis, key: str, language: str) -> None:
    """Show the register of one use case, a form to change or to add a risk, and the steps that its flags ask for."""
    project_id = analysis.project.id
    tasks = tasks_of(analysis.estimate, key)
    edits = _edits(choices(work(), project_id, RISK), key, analysis.carried)
    risks = register(tasks, answers_of(project_id), edits)
    st.html(_table(risks, language))
    show_risk_form(short(key)[:16], risks, lambda code, fields: keep_change(analysis, key, code, fields), language)
    if edits and st.button(translate("Back to the risks by the rules", language), key="reset_risks"):
        drop_choices(work(), project_id, RISK, [short(one) for one in (key, *analysis.carried.before(key))])
        st.rerun()
    if steps := safeguard_steps(tasks["flags"].fillna("").astype(str), main_solution(tasks), language):
        head = [
            translate("Safeguard", language),
            translate("Because of", language),
            translate("Who sees to it", language),
            translate("When", language),
        ]
        caption = translate("Steps that this use case puts in the roadmap", language)
        rows = [[step.action, label("flag", step.flag, language), step.owner_name, step.before_name] for step in steps]
        st.html(html.table(head, rows, caption=caption, deciding=(2,)))


def _table(risks: Sequence[Risk], language: str) -> str:
    """Return the register as a table, not as a grid: a grid as wide as its texts would scroll on a telephone."""
    head = [
        translate("What could happen", language),
        translate("Level", language),
        translate("Likelihood", language),
        translate("Impact", language),
        translate("What is done about it", language),
        translate("Who sees to it", language),
    ]
    aside = translate("set aside", language)
    rows = []
    for risk in risks:
        why, measure = risk.words(language)
        level = aside if risk.aside else translate(RISK_LEVELS[risk.level], language)
        numbers = (format_count(number, language) for number in (risk.likelihood, risk.impact))
        rows.append([why, level, *numbers, measure, owner_name(risk.owner, language)])
    caption = translate("The risk register of the use case", language)
    return html.table(head, rows, caption=caption, numeric=(1, 2, 3), deciding=(1,))


def keep_change(analysis: Analysis, key: str, code: str | None, fields: Mapping[str, Any]) -> None:
    """Keep what was changed of one risk in the register of a use case: all of it, or nothing.

    :param code: of the risk; ``None`` adds one.
    :param fields: what :func:`~analyzer.opportunity.risks.checked_edit` takes.
    :raises AnalyzerError: if a value cannot be.
    """
    edits = _edits(choices(work(), analysis.project.id, RISK), key, analysis.carried)
    if code is None:
        code = f"{OWN}{1 + max((int(one.removeprefix(OWN)) for one in edits if _numbered(one)), default=0)}"
    edits[code] = {**edits.get(code, {}), **checked_edit(fields)}
    keep_choice(work(), analysis.project.id, RISK, short(key), edits)
    note_rows(analysis.project.id, analysis.estimate.prepared.tasks, {key})


def _numbered(code: str) -> bool:
    return code.startswith(OWN) and code.removeprefix(OWN).isdecimal()


def _edits(kept: dict[str, Any], key: str, carried: Carried) -> dict[str, dict[str, Any]]:
    """Return what people changed in the register of a use case, under its key or one that it had before; what is not of
    that form is left aside."""
    found = (kept.get(short(one)) for one in (key, *carried.before(key)))
    edits = next((one for one in found if isinstance(one, dict)), {})
    return {str(code): dict(fields) for code, fields in edits.items() if isinstance(fields, dict)}
