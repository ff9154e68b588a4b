"""Families of work in words: their names, and why a task was compared with its own."""

from __future__ import annotations

from analyzer.i18n import translate
from analyzer.opportunity.evidence import families, shipped_evidence
from analyzer.opportunity.families import NO_FAMILY, rule


def family_name(code: str, language: str = "en") -> str:
    """Return the name of an evidence family in words.

    :param code: one of the codes in the ``family`` column, "none" included.
    :raises KeyError: if there is no such family.
    """
    if code == NO_FAMILY:
        return translate("no study fits", language)
    return translate(families()[code].name, language)


def explain_family(rule_code: str, language: str = "en", *, measured_here: bool = False) -> str:
    """Say why a task was compared with its family, and what that study rests on.

    :param rule_code: code in the ``family_rule`` column.
    :param measured_here: whether pilots of the organisation measured the family (column ``evidence_origin``): their
        share then counts in the place of the study's.
    :returns: one sentence on the choice, and one on the study where there is one.
    :raises KeyError: if there is no such rule.
    """
    chosen = rule(rule_code)
    why = translate(chosen.why, language)
    if chosen.family == NO_FAMILY:
        return why
    if measured_here:
        return translate(
            "Your own pilots measured this kind of work ({family}): what they found counts in the place of studies.",
            language,
            family=family_name(chosen.family, language),
        )
    family = families()[chosen.family]
    row = next(row for row in shipped_evidence() if row.family == family.name)
    study = translate(
        "{basis} ({sample}; {design}; {grade} evidence). {source}.",
        language,
        basis=_capitalised(translate(row.basis, language)),
        sample=translate(row.sample, language),
        design=translate(row.design, language),
        grade=translate(row.grade, language),
        source=_capitalised(row.source),
    )
    return f"{why} {study}"


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
