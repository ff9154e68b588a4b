"""Which evidence fits which task: a table of rules, read from top to bottom, the first that fits wins.

Where the text names its work plainly (``named_work.py``), the family follows the text (``named_rules.py``): the same
work in other words is compared with the same study. Else the rules look at codes and scores, and at the text for one
thing alone: whether it names a meeting. Work done with somebody, or making an appointment, looks like one in every
score and is none. Where no study fits, a task gets the family ``none`` and frees nothing: what nobody has measured is
not promised.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.i18n import mark
from analyzer.opportunity.family_rule import NO_FAMILY, FamilyRule
from analyzer.opportunity.named_rules import NAMED_RULES
from analyzer.opportunity.named_work import named_rules

__all__ = ["NO_FAMILY", "RULES", "FamilyRule", "choose_rules", "rule"]

_EXCHANGES = frozenset(
    {
        "Communicating with Supervisors, Peers, or Subordinates",
        "Establishing and Maintaining Interpersonal Relationships",
        "Organizing, Planning, and Prioritizing Work",
        "Guiding, Directing, and Motivating Subordinates",
        "Resolving Conflicts and Negotiating with Others",
    }
)
_CORRESPONDENCE = frozenset(
    {"Communicating with People Outside the Organization", "Communicating with Supervisors, Peers, or Subordinates"}
)
_ADMINISTRATION = frozenset(
    {
        "Performing Administrative Activities",
        "Monitoring and Controlling Resources",
        "Selling or Influencing Others",
        "Estimating the Quantifiable Characteristics of Products, Events, or Information",
    }
)
_RECORDS = frozenset(
    {
        "Processing Information",
        "Documenting/Recording Information",
        "Working with Computers",
        "Getting Information",
        "Identifying Objects, Actions, and Events",
        "Evaluating Information to Determine Compliance with Standards",
    }
)
_SOFTWARE = frozenset(
    {"rules", "capture", "reporting", "chatbot", "drafting", "search", "coding", "transcription", "scheduling"}
)


_MEETING = (
    r"\b(?:meetings?|stand-?ups?|huddles?|retrospectives?|catch-?ups?|one-to-ones?|1:1s?|brief(?:ing)?s?|workshops?|"
    r"committees?|conferences?|seminars?|r[ée]unions?|comités?|séances?|ateliers?|conférences?|séminaires?|visio\w*|"
    r"assemblées?|entretiens? individuels?|points? (?:hebdo\w*|mensuels?|quotidiens?|d[’']équipe|d[’']avancement))\b"
)
"""Words of a text that names a meeting, in both languages."""
_AROUND = (
    r"\b(?:prendre|fixer|caler|organiser|planifier|réserver|book\w*|schedul\w+|arrang\w+|organi[sz]\w+|"
    r"set(?:ting)? up)\b"
)
"""Words of a text that brings a meeting about and does not attend it."""


def _attends_meeting(tasks: pd.DataFrame) -> pd.Series:
    text = tasks["task"].str.casefold()
    named = text.str.contains(_MEETING, regex=True) & ~text.str.contains(_AROUND, regex=True)
    return named & (tasks["interpersonal"] >= 60)


RULES: tuple[FamilyRule, ...] = (
    FamilyRule(
        "meetings",
        "meetings",
        frozenset({"none", "transcription", "scheduling", "chatbot"}),
        "assistance",
        mark("Attending a meeting: a field experiment in 66 firms measured no change, so nothing is counted."),
        activities=_EXCHANGES,
        condition=_attends_meeting,
    ),
    FamilyRule(
        "human_only",
        "drafting",
        _SOFTWARE,
        "assistance",
        mark("A person must do this or decide: at most help with drafting is counted."),
        condition=lambda tasks: (tasks["oversight_needed"] == "human") & (tasks["assistance"] >= 50),
    ),
    FamilyRule(
        "human_only_no_help",
        NO_FAMILY,
        frozenset(),
        "assistance",
        mark("A person must do this or decide, and there is little to draft: nothing is counted."),
        condition=lambda tasks: tasks["oversight_needed"] == "human",
    ),
    FamilyRule(
        "notes",
        "meeting_notes",
        frozenset({"transcription"}),
        "assistance",
        mark("Notes, minutes and dictation: compared with the notes of a government pilot."),
    ),
    FamilyRule(
        "code", "coding", frozenset({"coding"}), "assistance", mark("Programming: compared with studies of developers.")
    ),
    FamilyRule(
        "replies",
        "customer_support",
        frozenset({"chatbot"}),
        "assistance",
        mark("Replies to questions: compared with support agents who were given suggested replies."),
    ),
    FamilyRule(
        "correspondence",
        "email",
        frozenset({"drafting"}),
        "assistance",
        mark("Messages to others: compared with e-mail time in a field experiment."),
        activities=_CORRESPONDENCE,
    ),
    FamilyRule(
        "writing",
        "drafting",
        frozenset({"drafting"}),
        "assistance",
        mark("Writing: compared with experiments on mid-level documents."),
    ),
    FamilyRule(
        "one_off_analysis",
        "spreadsheets_slides",
        frozenset({"reporting", "search"}),
        "assistance",
        mark(
            "Occasional analysis of figures: a pilot found no time saved on spreadsheets and slides, so nothing "
            "is counted."
        ),
        activities=frozenset({"Analyzing Data or Information"}),
        condition=lambda tasks: tasks["repetitiveness"] < 40,
    ),
    FamilyRule(
        "research",
        "drafting",
        frozenset({"search"}),
        "assistance",
        mark("Research and summaries: compared with consultants whose tasks were to read, sum up and write."),
    ),
    FamilyRule(
        "recurring_reports",
        "bookkeeping",
        frozenset({"reporting"}),
        "automatability",
        mark("Recurring reports and reconciliations: compared with routine work in accounting firms."),
    ),
    FamilyRule(
        "capture",
        "data_entry",
        frozenset({"capture"}),
        "automatability",
        mark("Typing in from documents: compared with vendors' figures on data entry, which are weak."),
    ),
    FamilyRule(
        "money_rules",
        "bookkeeping",
        frozenset({"rules"}),
        "automatability",
        mark(
            "Rule-based work with money: compared with routine work in accounting firms, stricter than vendors' "
            "figures."
        ),
        condition=lambda tasks: (";" + tasks["flags"] + ";").str.contains(";money;", regex=False),
    ),
    FamilyRule(
        "office_administration",
        "small_firm_admin",
        frozenset({"rules"}),
        "automatability",
        mark(
            "Quotes, orders and office administration: compared with what owners of small firms report, which is weak."
        ),
        activities=_ADMINISTRATION,
    ),
    FamilyRule(
        "records",
        "data_entry",
        frozenset({"rules"}),
        "automatability",
        mark("Rule-based work on records: compared with vendors' figures on data entry, which are weak."),
        activities=_RECORDS,
    ),
    FamilyRule(
        "other_rules",
        "data_entry",
        frozenset({"rules", "scheduling"}),
        "automatability",
        mark("No study fits this workflow: half of vendors' figures on data entry is taken, as a cautious stand-in."),
        weight=0.5,
    ),
    FamilyRule(
        "machines",
        NO_FAMILY,
        frozenset({"predictive", "cobot"}),
        "automatability",
        mark("Machines and sensors: no study of office work fits, so nothing is counted before a trial on site."),
    ),
    FamilyRule(
        "no_solution",
        NO_FAMILY,
        frozenset(),
        "automatability",
        mark("No kind of solution fits this task, so nothing is counted."),
    ),
)
"""The table. The last rule fits every task."""

_RULE_BY_CODE = {rule.code: rule for rule in (*RULES, *NAMED_RULES)}
_BY_A_WORKFLOW = frozenset(rule.code for rule in NAMED_RULES if rule.driver == "automatability")


def choose_rules(tasks: pd.DataFrame) -> pd.Series:
    """Return for each task the code of the rule for the work that its text names, else of the first rule that fits.

    What a person must do or decide is never compared with work that runs alone, whatever the text names.

    :param tasks: frame of :func:`analyzer.opportunity.columns.counted` with ``oversight_needed``.
    """
    chosen = np.full(len(tasks), -1)
    for place, rule in enumerate(RULES):
        fits = pd.Series(True, index=tasks.index)
        if rule.solutions:
            fits &= tasks["solution"].isin(rule.solutions)
        if rule.activities:
            fits &= tasks["activity"].isin(rule.activities)
        if rule.condition is not None:
            fits &= rule.condition(tasks)
        chosen[fits.to_numpy(dtype=bool) & (chosen < 0)] = place
    codes = pd.Series(np.array([rule.code for rule in RULES])[chosen], index=tasks.index, dtype="str")
    named = tasks["task"].map(named_rules(tasks["task"].unique()))
    keeps = named.isna() | (named.isin(_BY_A_WORKFLOW) & (tasks["oversight_needed"] == "human"))
    return codes.where(keeps, named).astype("str")


def rule(code: str) -> FamilyRule:
    """Return the rule of this code.

    :raises KeyError: if there is none.
    """
    return _RULE_BY_CODE[code]
