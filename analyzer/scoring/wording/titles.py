"""Titles and the names behind them: "Mme Durand" is read as a first name, "Madame la directrice" as "le directeur"."""

from __future__ import annotations

from analyzer.scoring.wording.files import around_names
from analyzer.scoring.wording.line import Line, fold
from analyzer.scoring.wording.lists import first_names, surnames
from analyzer.scoring.wording.names import Manner, end_of_name, is_capital, manner_of, put_name

_JOINING = ("et", "and", "ou", "or")
_BEHIND = (" ", ". ", ".")
_ABBREVIATED = ("m", "mr", "mrs")


def neutral_titles(line: Line) -> None:
    """Put one first name for a title and the name behind it; "Dr" and the like stay before it."""
    manner = manner_of(line)
    at = 0
    while at < len(line):
        if _is_title(line, at):
            _put_title(line, at, manner)
        elif line.lower[at] in around_names("kept title") and _is_kept_title(line, at):
            end = end_of_name(line, at + 1, manner, behind_title=True)
            if end > at + 1:
                put_name(line, at + 1, end)
        at += 1


def _is_title(line: Line, at: int) -> bool:
    word, lower = line.words[at], line.lower[at]
    if lower not in around_names("title"):
        return False
    if _is_first_of_two(line, at):
        return lower != "m" or word == "M"
    if lower in ("m", "mm"):
        return _is_monsieur(line, at)
    if lower in ("ms", "mr", "miss", "mister", "mx", "dame"):
        return _is_english_title(line, at)
    return lower != "sir" or not word.isupper()


def _is_monsieur(line: Line, at: int) -> bool:
    """Say whether an "M" is neither a size, a million, an initial nor part of a short form."""
    word, gap = line.words[at], line.gaps[at]
    following = line.words[at + 1] if at + 1 < len(line) else ""
    if not word.isupper() or not is_capital(following) or line.before(at) in around_names("size before"):
        return False
    if gap.endswith((".", "-", "'", "’", "&", "/ ")) or gap.strip()[-1:].isdigit():
        return False
    without_stop = line.gaps[at + 1] == " " and word == "M" and len(following) > 2 and not following.isupper()
    return line.gaps[at + 1] in (". ", ".") or without_stop


def _is_english_title(line: Line, at: int) -> bool:
    """Say whether a name follows "Ms", "Mr" or "Miss": "MS Teams" and "miss a deadline" have none."""
    word, lower = line.words[at], line.lower[at]
    following = line.words[at + 1] if at + 1 < len(line) else ""
    if word.isupper() or (lower in ("ms", "mx", "dame") and word != lower.capitalize()):
        return False
    if lower == "dame" and (line.french or not is_capital(following)):
        return False
    named = is_capital(following) or fold(following) in surnames()
    return named and line.gaps[at + 1] in _BEHIND and following.lower() not in around_names("microsoft")


def _is_first_of_two(line: Line, at: int) -> bool:
    """Say whether the title is the first of "M. et Mme X" or "Mr and Mrs X"."""
    joined = line.after(at) in _JOINING and line.after(at, 2) in around_names("title")
    return joined and not line.gaps[at + 1].strip(". ")


def _put_title(line: Line, at: int, manner: Manner) -> None:
    alone = line.lower[at] in around_names("title alone")
    start = at + 1
    if alone and line.words[start : start + 1] in (["le"], ["la"], ["l"]):
        line.drop(at)
        line.contract(at)
        return
    behind = start < len(line) and line.gaps[start] in _BEHIND
    end = end_of_name(line, start, manner, behind_title=True) if behind else start
    if end > start:
        put_name(line, at, end)
    elif alone or _is_first_of_two(line, at):
        if line.lower[at] in _ABBREVIATED:
            line.gaps[start] = line.gaps[start].removeprefix(".")
        put_name(line, at, start)


def _is_kept_title(line: Line, at: int) -> bool:
    following = line.words[at + 1] if at + 1 < len(line) and line.gaps[at + 1] in (" ", ". ") else ""
    if not is_capital(following):
        return False
    if line.lower[at] == "me":
        return line.words[at] == "Me" and line.french and not following.isupper()
    if line.lower[at] == "pr":
        # In small letters it is short for "pour".
        return line.words[at] == "Pr" and not following.isupper()
    if line.lower[at] in ("dr", "docteur", "maître"):
        return not line.words[at].isupper()
    return fold(following) in first_names() or fold(following) in surnames()


def trigger_words() -> frozenset[str]:
    """Return the words, in small letters, of which a text must hold one to hold a title."""
    return around_names("title") | around_names("kept title")
