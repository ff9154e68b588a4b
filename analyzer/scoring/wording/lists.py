"""The lists of words that name persons, as tables to look words up in."""

from __future__ import annotations

from functools import cache

from analyzer.scoring.wording.files import sections
from analyzer.scoring.wording.line import Table, fold

_ENGLISH_AS_WELL = ("employee", "employees", "niece", "nieces")


def key(entry: str) -> str:
    """Return an entry as :meth:`Line.longest` looks for it: in small letters, its words parted by spaces."""
    return entry.lower().replace("-", " ").replace("'", " ")


def french_plural(word: str) -> str:
    """Return the plural of the last word of a French noun or adjective; of "agent de ménage", of the first."""
    head, _, tail = word.partition(" ")
    if tail:
        return f"{french_plural(head)} {tail}"
    if word[-1:] in "sxz":
        return word
    if word.endswith(("eau", "al")):
        return word[:-1] + "ux" if word.endswith("al") else word + "x"
    return word + "s"


@cache
def french_pairs(section: str) -> Table:
    """Return feminine to masculine of a section of persons.txt, singular and plural, with and without accents."""
    table = Table()
    for entry in sections("persons")[section]:
        feminine, _, masculine = entry.partition("/")
        masculine = masculine or feminine
        for left, right in ((feminine, masculine), (french_plural(feminine), french_plural(masculine))):
            table.setdefault(key(left), right)
            if fold(left) not in _ENGLISH_AS_WELL:
                table.setdefault(key(fold(left)), right)
    return table


@cache
def english_forms(section: str) -> Table:
    """Return the replaced words of a section of persons.txt, each with what is read in its place."""
    table = Table()
    for entry in sections("persons")[section]:
        neutral, *replaced = entry.split("/")
        table.update({key(word): neutral for word in replaced})
    return table


@cache
def english_persons() -> frozenset[str]:
    """Return English nouns of persons, singular and plural."""
    words = set(sections("persons")["en either"]) | set(english_forms("en")) | set(english_forms("en determined"))
    return frozenset(words | {word[:-1] + "ies" if word.endswith("y") else word + "s" for word in words})


@cache
def french_persons() -> frozenset[str]:
    """Return French nouns of persons, singular and plural, feminine and masculine."""
    words = {
        "personne",
        "gens",
        "famille",
        "enfant",
        "parent",
        "couple",
        "travailleur",
        "individu",
        "jeune",
        "fournisseur",
    }
    for section in ("fr", "fr determined"):
        words |= set(french_pairs(section)) | set(french_pairs(section).values())
    words |= set(sections("persons")["fr either"])
    return frozenset(words | {french_plural(word) for word in words})


@cache
def first_names() -> dict[str, str]:
    """Return first names without accents, each with its section of first_names.txt.

    Names that are words as well ("inside") keep their accents: "Aimé" is one, "aime" is not.
    """
    table: dict[str, str] = {}
    for section, names in sections("first_names").items():
        table.update({name.lower() if section == "inside" else fold(name): section for name in names})
    return table


@cache
def surnames() -> frozenset[str]:
    """Return surnames without accents."""
    return frozenset(fold(name) for name in sections("surnames")[""])
