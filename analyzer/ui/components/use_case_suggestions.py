"""Use cases that may be the same work, with what speaks for it; nothing is merged unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import streamlit as st

from analyzer.i18n import translate
from analyzer.numbers import format_share
from analyzer.opportunity.likely_same import likely_same
from analyzer.opportunity.use_case_decisions import keep_apart, merge_use_cases
from analyzer.ui.components import html
from analyzer.ui.components.use_case_card import decided
from analyzer.ui.memory import memory
from analyzer.ui.use_cases import Step

if TYPE_CHECKING:
    from analyzer.opportunity.likely_same import LikelySame
    from analyzer.opportunity.local_facts import UseCaseDecisions
    from analyzer.ui.analysis import Analysis


def show(analysis: Analysis, decisions: UseCaseDecisions, language: str) -> None:
    """Show the likeliest pairs, each with a way to merge them and a way to keep them apart."""
    found = _found(analysis, decisions)
    if not found:
        return
    st.subheader(translate("Perhaps the same work", language), anchor=False)
    html.paragraph(translate("Nothing is merged unless you ask for it.", language), "note")
    names = analysis.tasks.drop_duplicates("use_case_key").set_index("use_case_key")["use_case"].to_dict()
    for number, pair in enumerate(found):
        one, other = str(names[pair.one]), str(names[pair.other])
        with st.container(border=True, key=f"likely_same_{number}", gap="small"):
            html.paragraph(translate("“{one}” and “{other}”", language, one=one, other=other), "lead")
            html.paragraph(_reason(pair, language), "because")
            with st.container(horizontal=True):
                st.button(
                    translate("Merge the two", language),
                    key=f"merge_likely_{number}",
                    on_click=decided,
                    args=(
                        analysis.project.id,
                        Step("merge", one, other),
                        lambda now, pair=pair: merge_use_cases(now, analysis.tasks, pair.one, pair.other),
                        language,
                    ),
                )
                st.button(
                    translate("Keep them apart", language),
                    key=f"apart_likely_{number}",
                    on_click=decided,
                    args=(
                        analysis.project.id,
                        Step("apart", one, other),
                        lambda now, pair=pair: keep_apart(now, pair.one, pair.other),
                        language,
                    ),
                )


def _found(analysis: Analysis, decisions: UseCaseDecisions) -> list[LikelySame]:
    kept, key = memory("likely_same"), (analysis.estimate, decisions.apart)
    found = kept.get(key)
    return cast("list[LikelySame]", kept.put(key, likely_same(analysis.tasks, decisions)) if found is None else found)


def _reason(pair: LikelySame, language: str) -> str:
    """Say what speaks for the same work, and what made it uncertain."""
    share = format_share(pair.shared, language)
    parts = [
        translate(
            "The same kind of solution would serve both, and they have {share} of what they are about in common.",
            language,
            share=share,
        )
        if pair.solution
        else translate("They have {share} of what they are about in common.", language, share=share)
    ]
    if pair.more_said:
        parts.append(translate("One of them also names something else that is done.", language))
    return " ".join(parts)
