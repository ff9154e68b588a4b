"""Every text of this room exists in French, in French typography, and none is left over."""

import ast
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import analyzer.opportunity
from analyzer.i18n import translator
from analyzer.opportunity import evidence

ROOM = Path(analyzer.opportunity.__file__).parent
CATALOGUE = ROOM.parent / "locale" / "fr" / "opportunity.po"
SAYING = {"mark", "translate", "UsageError", "InputFileError", "AssumptionError"}


def said_in_code():
    """Return the texts that the code marks, translates or raises."""
    found = set()
    for path in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            first = node.args[0]
            if name in SAYING and isinstance(first, ast.Constant) and isinstance(first.value, str):
                found.add(first.value)
    return found


def texts_of(path):
    """Return the English texts of a catalogue, singulars and plurals."""
    with path.open("rb") as handle:
        return {text for m in read_po(handle) if m.id for text in ([m.id] if isinstance(m.id, str) else m.id)}


def said_in_evidence():
    table = evidence("en")
    return {text for column in ("family", "basis", "sample", "design", "grade") for text in table[column]}


@pytest.fixture(scope="module")
def catalogue():
    with CATALOGUE.open("rb") as handle:
        return [message for message in read_po(handle, locale="fr") if message.id]


def test_every_text_has_its_french():
    known = {text for path in CATALOGUE.parent.glob("*.po") for text in texts_of(path)}
    assert said_in_code() | said_in_evidence() <= known


def test_no_translation_is_left_over(catalogue):
    said = said_in_code() | said_in_evidence()
    assert [
        message.id
        for message in catalogue
        if not ({message.id, *message.id} if isinstance(message.id, str) else {*message.id}) & said
    ] == []


def test_placeholders_are_the_same_in_both_languages(catalogue):
    for message in catalogue:
        english = message.id if isinstance(message.id, str) else message.id[-1]
        for french in [message.string] if isinstance(message.string, str) else message.string:
            assert set(re.findall(r"{\w+}", french)) == set(re.findall(r"{\w+}", english)), english


def test_french_typography(catalogue):
    for message in catalogue:
        for french in [message.string] if isinstance(message.string, str) else message.string:
            assert french
            assert not re.search(r" [;:!?%»]|« |[^\u202f][;!?%]|[^\u00a0]:|'", french), french


def test_catalogues_agree_where_they_share_a_text(catalogue):
    merged = translator("fr")
    for message in catalogue:
        if isinstance(message.id, str):
            assert merged.gettext(message.id) == message.string, f"another catalogue says {message.id!r} differently"
