"""The tool that a text names at its end: it says with what the work is done, and is no part of the work.

"Saisir les factures sur Sage" and "Enter invoices in Xero" are the same work in two firms. A name is told by its
capital letter, so that programs nobody listed are found too; names of places and of people found that way ("in Leeds")
are no part of the work either. Languages, months and days are: "translate into German" is not "translate into French".
"""

from __future__ import annotations

import re

from analyzer.scoring.text import comparison_key

_LAST = re.compile(
    r"(?i)(?P<work>\S+\s.*\S)\s+(?P<by>in|into|on|onto|using|via|through|with|dans|sur|sous|avec|en)\s+"
    r"(?P<tool>[^\s,;:()/][^,;:()/]{0,39}?)\s*\.?\s*$"
)
_KNOWN = frozenset(
    """excel spreadsheet spreadsheets tableur tableurs sap sage odoo cegid netsuite outlook teams word powerpoint
    salesforce hubspot sharepoint jira trello notion google sheets docs drive gmail quickbooks xero access erp crm gmao
    sirh""".split()  # noqa: SIM905
)
_KINDS = frozenset(
    """le la les l un une the our a an notre nos son logiciel outil application appli progiciel systeme portail module
    plateforme software tool system app program programme portal platform metier maison interne""".split()  # noqa: SIM905
)
_OF_THE_WORK = re.compile(
    r"(?:english|french|german|spanish|italian|dutch|polish|portuguese|arabic|chinese|anglais|francais|allemand|espagnol"
    r"|italien|neerlandais|polonais|portugais|arabe|chinois|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)"
)
_MOST_WORDS = 4


def without_tool(text: str) -> str:
    """Return a text without the tool that it names at its end; as it is where it names none.

    :param text: a task as it was typed; in capitals throughout, only listed programs are told.
    """
    found = _LAST.match(text)
    return found["work"] if found and _is_tool(found["by"], found["tool"], text.isupper()) else text


def _is_tool(by: str, words: str, in_capitals: bool) -> bool:
    """Tell whether words after a preposition name a tool: each is listed, a kind of tool, or begins with a capital."""
    parts = [(word, comparison_key(word)) for word in words.replace("’", " ").replace("'", " ").split()]
    if len(parts) > _MOST_WORDS or any(_OF_THE_WORK.fullmatch(key) for _, key in parts):
        return False
    named = [(word, key) for word, key in parts if key not in _KINDS]
    listed = [key in _KNOWN for _, key in named]
    if by.casefold() in ("with", "avec", "en") or in_capitals:  # else it may be somebody: "meet with HR"
        return bool(listed) and all(listed)
    if not named:  # "in the system": a kind alone
        return any(len(key) > 3 and key in _KINDS for _, key in parts)
    return all(known or word[:1].isupper() for known, (word, _) in zip(listed, named, strict=True))
