"""What the codes of the frames are called on screen, in both languages."""

from __future__ import annotations

from analyzer.i18n import mark, translate
from analyzer.scoring.vocabulary import ACTIVITIES

_LABELS: dict[str, dict[str, str]] = {
    "lane": {
        "automate": mark("Automate"),
        "assist": mark("Assist"),
        "redesign": mark("Rethink first"),
        "keep_human": mark("Keep with people"),
    },
    "lane_help": {
        "automate": mark("Most steps can run by themselves, with a person watching."),
        "assist": mark("A person does it, faster with an assistant."),
        "redesign": mark("Part of it could be automated once the way of working is simplified."),
        "keep_human": mark("It rests on judgement, relations or presence."),
    },
    "solution": {
        "rules": mark("Rules or workflow"),
        "capture": mark("Document capture"),
        "reporting": mark("Reporting"),
        "chatbot": mark("Conversational assistant"),
        "drafting": mark("Drafting assistant"),
        "search": mark("Search and summaries"),
        "coding": mark("Coding assistant"),
        "transcription": mark("Transcription"),
        "scheduling": mark("Scheduling"),
        "predictive": mark("Predictive maintenance"),
        "cobot": mark("Collaborative robot"),
        "none": mark("No tool fits"),
    },
    "oversight": {
        "none": mark("Runs alone"),
        "sampling": mark("Spot checks"),
        "each": mark("Each result reviewed"),
        "human": mark("Done by a person"),
    },
    "flag": {
        "personal": mark("Personal data"),
        "decision": mark("Decision about a person"),
        "safety": mark("Health and safety"),
        "money": mark("Money out"),
        "customer": mark("Seen by customers"),
        "regulated": mark("Regulated"),
    },
    "level": {
        "T0": mark("No step can be automated"),
        "T1": mark("Under half of the steps"),
        "T2": mark("Half to 90% of the steps"),
        "T3": mark("Nearly all steps, with a person watching"),
        "T4": mark("All steps"),
    },
    "effort": {
        "1": mark("Very small effort"),
        "2": mark("Small effort"),
        "3": mark("Medium effort"),
        "4": mark("Large effort"),
        "5": mark("Very large effort"),
    },
    "reason": {
        "rule_based_high": mark("follows clear rules"),
        "rule_based_low": mark("no rule could be written down"),
        "structured_input_high": mark("starts from structured data"),
        "structured_input_low": mark("starts from talk, objects or loose notes"),
        "alike_high": mark("the same steps each time"),
        "alike_low": mark("different each time"),
        "judgement_high": mark("rests on judgement"),
        "judgement_low": mark("needs little judgement"),
        "relation_high": mark("rests on trust and relations"),
        "physical_high": mark("needs hands or presence"),
        "stake_high": mark("a mistake would be serious"),
        "frequency_high": mark("done very often"),
        "frequency_low": mark("seldom done"),
        "frequency_stated": mark("uses the frequency you gave"),
        "unfamiliar": mark("resembles no task we know: please judge it yourself"),
    },
    "field": {
        "task": mark("Task"),
        "role": mark("Role"),
        "team": mark("Team"),
        "person": mark("Person"),
        "repetitiveness": mark("Repetitiveness"),
        "automatability": mark("Automatability"),
        "assistance": mark("Help from an assistant"),
        "physical": mark("Physical presence"),
        "interpersonal": mark("Relations with people"),
        "activity": mark("Activity"),
        "solution": mark("Kind of solution"),
        "oversight": mark("Human oversight"),
        "lane": mark("Path"),
        "confidence": mark("Confidence"),
        "flags": mark("Points of attention"),
    },
    "activity": {name: mark(name) for name in ACTIVITIES},
}


def label(kind: str, code: str, language: str) -> str:
    """Return what ``code`` is called in ``language``.

    :param kind: lane, lane_help, solution, oversight, flag, level, effort, reason, field or activity.
    :raises KeyError: if there is no such kind or code.
    """
    return translate(_LABELS[kind][code], language)


def labels(kind: str, language: str) -> dict[str, str]:
    """Return all codes of a kind with their labels, in the order of the codes."""
    return {code: translate(text, language) for code, text in _LABELS[kind].items()}
