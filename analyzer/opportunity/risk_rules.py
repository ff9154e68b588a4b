"""The table of risks: what each rule looks at, how likely and how grave it is, and what is done about it.

Likelihood and impact go from 1 (rare; hardly felt) to 5 (nearly certain; grave), by judgement that whoever knows better
may change. ``risks.py`` says when a rule applies and what moves a likelihood.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from analyzer.i18n import mark

Origin = Literal["flag", "answers", "pay", "oversight", "solution", "hands", "relation", "readiness", "own"]
"""What a rule looks at; "own" is a risk that someone added."""


@dataclass(frozen=True)
class RiskRule:
    """One line of the table.

    :ivar code: stable name; ``origin``: what the rule looks at.
    :ivar on: the codes that it is for: flags (for "answers" too), levels of oversight, solutions, conditions.
    :ivar likelihood: 1..5, before ``risks.py`` moves it; ``impact``: 1..5.
    :ivar why: what could happen; ``measure``: what is done about it.
    :ivar owner: code of the function that sees to it (``safeguard_steps.owners``).
    """

    code: str
    origin: Origin
    on: tuple[str, ...]
    likelihood: int
    impact: int
    why: str
    measure: str
    owner: str


RULES = (
    RiskRule(
        "data_leak",
        "flag",
        ("personal",),
        2,
        4,
        mark("Personal data could reach people or tools that have no right to them."),
        mark("Mask what is not needed, allow approved tools only, and look at the access log each month."),
        "data_protection",
    ),
    RiskRule(
        "unfair_decision",
        "flag",
        ("decision",),
        2,
        5,
        mark("Somebody could be treated unfairly, or judged without a person having decided."),
        mark("A person decides each case, can overrule, and gives the reason; refusals are looked at together."),
        "people_team",
    ),
    RiskRule(
        "injury",
        "flag",
        ("safety",),
        2,
        5,
        mark("A wrong result could hurt somebody."),
        mark("Keep a stop within reach, and let nothing move before a person has released it."),
        "safety_officer",
    ),
    RiskRule(
        "wrong_payment",
        "flag",
        ("money",),
        2,
        4,
        mark("Money could go to the wrong place, by error or by fraud."),
        mark("Two pairs of eyes on each run, a ceiling, and changed bank details confirmed by telephone."),
        "finance_control",
    ),
    RiskRule(
        "wrong_answer",
        "flag",
        ("customer",),
        3,
        3,
        mark("Customers could receive something wrong, or in the wrong tone."),
        mark("A person checks what reaches customers, all at first, then samples; complaints are looked at together."),
        "customer_lead",
    ),
    RiskRule(
        "machine_answer",
        "answers",
        ("customer",),
        3,
        3,
        mark("The machine could tell customers something wrong, or keep them from reaching a person."),
        mark("Read a sample of answers each week, show the sources, and hand over to a person at the first request."),
        "customer_lead",
    ),
    RiskRule(
        "rule_broken",
        "flag",
        ("regulated",),
        2,
        4,
        mark("A rule could be broken, or its proof be missing at an audit."),
        mark("Have the way of working confirmed beforehand, and keep the proofs with each result."),
        "compliance",
    ),
    RiskRule(
        "wrong_pay",
        "pay",
        (),
        2,
        4,
        mark("Somebody could be paid too little, too much or too late."),
        mark("Reckon two pay runs both ways and compare them line by line; a person releases each run."),
        "finance_control",
    ),
    RiskRule(
        "unseen_errors",
        "oversight",
        ("none",),
        3,
        3,
        mark("Nobody looks at results: an error may repeat for weeks."),
        mark("Compare totals once a week, and stop by itself when something is out of the ordinary."),
        "team_lead",
    ),
    RiskRule(
        "errors_between_checks",
        "oversight",
        ("sampling",),
        2,
        3,
        mark("Errors between two spot checks go unnoticed."),
        mark("Draw the sample by chance, and double it for a month after each error found."),
        "team_lead",
    ),
    RiskRule(
        "review_fatigue",
        "oversight",
        ("each",),
        3,
        3,
        mark("Whoever reviews each result soon trusts the tool and looks less closely."),
        mark("Limit how many are reviewed in one go, take turns, and slip in known errors."),
        "team_lead",
    ),
    RiskRule(
        "rubber_stamp",
        "oversight",
        ("human",),
        2,
        4,
        mark("What a person must decide slides into being accepted as proposed."),
        mark("The person decides first and sees the proposal after, or writes down a reason."),
        "team_lead",
    ),
    RiskRule(
        "exceptions",
        "solution",
        ("rules", "scheduling"),
        3,
        3,
        mark("Cases that the rules do not foresee get stuck or go wrong."),
        mark("Collect the exceptions of the pilot, send them to a person, and mend the rules each month."),
        "team_lead",
    ),
    RiskRule(
        "misread",
        "solution",
        ("capture",),
        3,
        3,
        mark("Amounts, dates or names are misread from documents."),
        mark("Show doubtful fields to a person, and check sums against the document."),
        "team_lead",
    ),
    RiskRule(
        "wrong_source",
        "solution",
        ("reporting",),
        2,
        3,
        mark("A report repeats the errors of its sources, and looks right."),
        mark("Reconcile totals with the source, and write the date of the data on each report."),
        "finance_control",
    ),
    RiskRule(
        "plausible_error",
        "solution",
        ("chatbot", "drafting", "search"),
        4,
        3,
        mark("Assistants state what is false in good style."),
        mark("Ask for sources, and check facts, figures and names before anything leaves the team."),
        "team_lead",
    ),
    RiskRule(
        "faulty_code",
        "solution",
        ("coding",),
        3,
        3,
        mark("Generated code works in the example and fails in use."),
        mark("Tests and a second reader for every change, as for code written by hand."),
        "it_security",
    ),
    RiskRule(
        "recording",
        "solution",
        ("transcription",),
        3,
        3,
        mark("People are recorded who do not know it or do not want it."),
        mark("Ask before each recording, and delete the sound once the notes are agreed."),
        "data_protection",
    ),
    RiskRule(
        "missed_failure",
        "solution",
        ("predictive",),
        3,
        4,
        mark("A failure comes that was not foreseen, because rounds were given up too early."),
        mark("Keep the rounds for a year beside the forecasts, and compare."),
        "team_lead",
    ),
    RiskRule(
        "collision",
        "solution",
        ("cobot",),
        2,
        5,
        mark("A machine and a person get into each other’s way."),
        mark("Have the place approved before it starts, with speed limits and a stop in reach."),
        "safety_officer",
    ),
    RiskRule(
        "hands_forgotten",
        "hands",
        (),
        3,
        2,
        mark("Only the desk part gets faster, and the work by hand is planned too tightly."),
        mark("Plan with measured minutes of the whole task, work by hand included."),
        "team_lead",
    ),
    RiskRule(
        "relation_lost",
        "relation",
        (),
        3,
        3,
        mark("The relation is the work: a machine between people may cost trust."),
        mark("Leave the conversation to people, and ask those served after the pilot."),
        "team_lead",
    ),
    RiskRule(
        "fear",
        "readiness",
        ("culture",),
        3,
        4,
        mark("People fear for their work and stay away from it, or keep errors to themselves."),
        mark("Say in writing what freed time is for, before the pilot, and keep to it."),
        "people_team",
    ),
    RiskRule(
        "untrained",
        "readiness",
        ("skills",),
        3,
        3,
        mark("People are left alone with the tool: they check too little, or give up."),
        mark("Five hours of training for each, someone to ask, and time for it in the week."),
        "training",
    ),
    RiskRule(
        "nobody_answers",
        "readiness",
        ("governance",),
        3,
        4,
        mark("Nobody decides or stops, and data go into tools that nobody approved."),
        mark("Name who decides, write down which data may go where, and measure before and after."),
        "it_security",
    ),
    RiskRule(
        "imposed",
        "readiness",
        ("together",),
        3,
        3,
        mark("What is built misses the real work, and is not used."),
        mark("Let those who do the work choose, build and test it, in working time."),
        "team_lead",
    ),
)
