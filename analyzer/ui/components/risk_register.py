"""The risk register of a use case, changed in place, and the steps that its flags put into the roadmap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from analyzer.errors import AnalyzerError
from analyzer.i18n import translate
from analyzer.labels import label
from analyzer.numbers import format_count
from analyzer.opportunity.risks import LONGEST_TEXT, OWN, checked_edit, register
from analyzer.opportunity.safeguard_steps import owner_name, owners, safeguard_steps
from analyzer.report.decision_sheets import RISK_LEVELS
from analyzer.ui import state
from analyzer.ui.anchors import note_rows, short
from analyzer.ui.components import html
from analyzer.ui.components.readiness_survey import answers_of
from analyzer.ui.moves import tasks_of
from analyzer.ui.work import work
from analyzer.workspace import choices, drop_choices, keep_choice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analyzer.opportunity.anchors import Carried
    from analyzer.opportunity.risks import Risk
    from analyzer.ui.analysis import Analysis

RISK = "risk"
"""Kind of choice that holds what people changed in the register, by use case."""

_MOST_CASES = 8
_ROW_HEIGHT = 106  # five lines of a risk or of what is done about it: the columns are as narrow as the page asks for


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
    rows = []
    for key, risks in found.items():
        counting = [risk for risk in risks if not risk.aside]
        counts = [format_count(sum(risk.level == level for risk in counting), language) for level in RISK_LEVELS]
        rows.append([str(names[key]), *counts, counting[0].words(language)[0] if counting else ""])
    caption = translate("Risks of the use cases that free most, by level", language)
    st.html(html.table(head, rows, caption=caption, numeric=(1, 2, 3), deciding=(4,)))


def show_register(analysis: Analysis, key: str, language: str) -> None:
    """Show the register of one use case, to be changed in place; each change is kept at once."""
    project_id = analysis.project.id
    tasks = tasks_of(analysis.estimate, key)
    edits = _edits(choices(work(), project_id, RISK), key, analysis.carried)
    risks = register(tasks, answers_of(project_id), edits)
    codes = [risk.code for risk in risks]
    # The editor reports positions: its key holds what is on the page, and starts afresh after each change.
    editor = f"edit_risks_{short(key)[:16]}_{state.rounds('risks')}"
    st.data_editor(
        _shown(risks, language),
        column_config=_columns(language),
        hide_index=True,
        num_rows="fixed",
        disabled=["level"],
        row_height=_ROW_HEIGHT,
        key=editor,
        on_change=lambda: _keep(analysis, key, codes, editor, language),
        alt=translate("The risk register of the use case, to be changed in place.", language),
    )
    with st.expander(
        translate("Add a risk of your own", language), key=state.view_key("own_risk"), on_change="rerun"
    ) as box:
        if box.open:
            _add(analysis, key, edits, language)
    if edits and st.button(translate("Back to the risks by the rules", language), key="reset_risks"):
        drop_choices(work(), project_id, RISK, [short(one) for one in (key, *analysis.carried.before(key))])
        st.rerun()
    if steps := safeguard_steps(tasks["flags"].fillna("").astype(str), language):
        head = [
            translate("Safeguard", language),
            translate("Because of", language),
            translate("Who sees to it", language),
            translate("When", language),
        ]
        caption = translate("Steps that this use case puts in the roadmap", language)
        rows = [[step.action, label("flag", step.flag, language), step.owner_name, step.before_name] for step in steps]
        st.html(html.table(head, rows, caption=caption, deciding=(2,)))


def _shown(risks: Sequence[Risk], language: str) -> pd.DataFrame:
    words = [risk.words(language) for risk in risks]
    return pd.DataFrame(
        {
            "counts": [not risk.aside for risk in risks],
            "level": [translate(RISK_LEVELS[risk.level], language) for risk in risks],
            "why": [why for why, _ in words],
            "likelihood": [risk.likelihood for risk in risks],
            "impact": [risk.impact for risk in risks],
            "measure": [measure for _, measure in words],
            "owner": [owner_name(risk.owner, language) for risk in risks],
        }
    )


def _columns(language: str) -> dict[str, Any]:
    config = st.column_config
    return {
        "counts": config.CheckboxColumn(
            translate("Counts", language), help=translate("Untick a risk to set it aside.", language), width=76
        ),
        "level": config.TextColumn(translate("Level", language), width=84),
        "why": config.TextColumn(
            translate("What could happen", language), width=176, required=True, max_chars=LONGEST_TEXT
        ),
        "likelihood": config.NumberColumn(
            translate("Likelihood", language),
            help=translate("Likelihood (1 to 5)", language),
            min_value=1,
            max_value=5,
            step=1,
            format="%d",
            width=106,
        ),
        "impact": config.NumberColumn(
            translate("Impact", language),
            help=translate("Impact (1 to 5)", language),
            min_value=1,
            max_value=5,
            step=1,
            format="%d",
            width=86,
        ),
        "measure": config.TextColumn(
            translate("What is done about it", language), width=190, required=True, max_chars=LONGEST_TEXT
        ),
        "owner": config.SelectboxColumn(
            translate("Who sees to it", language),
            options=[owner_name(owner, language) for owner in owners()],
            required=True,
            width=160,
        ),
    }


def _keep(analysis: Analysis, key: str, codes: Sequence[str], editor: str, language: str) -> None:
    try:
        keep_changes(analysis, key, codes, st.session_state[editor]["edited_rows"], language)
    except AnalyzerError as error:
        state.complain(error.message(language))
    state.next_round("risks")


def keep_changes(
    analysis: Analysis, key: str, codes: Sequence[str], edited: Mapping[int, Mapping[str, Any]], language: str
) -> None:
    """Keep what was changed in the register of a use case: all of it, or nothing.

    :param codes: codes of the risks in the order of the rows.
    :param edited: changed columns by row, as the editor reports them; functions in words of ``language``.
    :raises AnalyzerError: if a value cannot be.
    """
    names = {owner_name(owner, language): owner for owner in owners()}
    edits = _edits(choices(work(), analysis.project.id, RISK), key, analysis.carried)
    for place, fields in edited.items():
        changes = {name: value for name, value in fields.items() if name not in ("counts", "owner")}
        if "counts" in fields:
            changes["aside"] = not fields["counts"]
        if "owner" in fields:
            changes["owner"] = names.get(fields["owner"], fields["owner"])
        if int(place) < len(codes):
            code = codes[int(place)]
            edits[code] = {**edits.get(code, {}), **checked_edit(changes)}
    _store(analysis, key, edits)


def _store(analysis: Analysis, key: str, edits: Mapping[str, Any]) -> None:
    keep_choice(work(), analysis.project.id, RISK, short(key), dict(edits))
    note_rows(analysis.project.id, analysis.estimate.prepared.tasks, {key})


def _add(analysis: Analysis, key: str, edits: dict[str, dict[str, Any]], language: str) -> None:
    with st.form("own_risk", clear_on_submit=True, border=False):
        why = st.text_input(translate("What could happen", language), max_chars=LONGEST_TEXT)
        measure = st.text_input(translate("What is done about it", language), max_chars=LONGEST_TEXT)
        grid = st.grid(2, min_column_width=240, gap=("medium", "small"))
        with grid.cell():
            likelihood = st.slider(translate("Likelihood (1 to 5)", language), 1, 5, 3)
        with grid.cell():
            impact = st.slider(translate("Impact (1 to 5)", language), 1, 5, 3)
        owner = st.selectbox(
            translate("Who sees to it", language), owners(), format_func=lambda code: owner_name(code, language)
        )
        if st.form_submit_button(translate("Add this risk", language)):
            number = 1 + max((int(code.removeprefix(OWN)) for code in edits if _numbered(code)), default=0)
            fields = {"why": why, "measure": measure, "likelihood": likelihood, "impact": impact, "owner": owner}
            try:
                _store(analysis, key, {**edits, f"{OWN}{number}": checked_edit(fields)})
            except AnalyzerError as error:
                state.complain(error.message(language))
            st.rerun()


def _numbered(code: str) -> bool:
    return code.startswith(OWN) and code.removeprefix(OWN).isdecimal()


def _edits(kept: dict[str, Any], key: str, carried: Carried) -> dict[str, dict[str, Any]]:
    """Return what people changed in the register of a use case, under its key or one that it had before; what is not of
    that form is left aside."""
    found = (kept.get(short(one)) for one in (key, *carried.before(key)))
    edits = next((one for one in found if isinstance(one, dict)), {})
    return {str(code): dict(fields) for code, fields in edits.items() if isinstance(fields, dict)}
