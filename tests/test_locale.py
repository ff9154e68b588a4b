"""Every text a reader can meet exists in French, and says the same with the same facts."""

from __future__ import annotations

import ast
import builtins
import csv
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

import analyzer
from analyzer.i18n import LANGUAGES, translate, translator

PACKAGE = Path(analyzer.__file__).parent
CALLS = {"translate", "mark", "spoken"}


def messages() -> dict[str, tuple[str, str | None]]:
    """Return each English text of the package with the place where it stands and its plural, if any."""
    found: dict[str, tuple[str, str | None]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        # The syntax tree, not Babel's extractor: that one does not look into f-strings.
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                for text, many in _texts(node):
                    found.setdefault(text, (f"analyzer/{path.relative_to(PACKAGE)}:{node.lineno}", many))
    return found


def _texts(call: ast.Call) -> Iterator[tuple[str, str | None]]:
    """Yield the constant texts that a call hands to the catalogues, or to an error that is shown."""
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    constants = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    if name == "translate_plural" and len(constants) >= 2:
        yield constants[0], constants[1]
        return
    shown = name in CALLS or (name.endswith("Error") and not hasattr(builtins, name))
    if shown and isinstance(call.args[0] if call.args else None, ast.Constant) and constants and constants[0]:
        yield constants[0], None


def placeholders(text: str) -> set[str]:
    """Return the names between braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def _entries(path: Path) -> list[Message]:
    """Return the entries of a catalogue, its head left out."""
    with path.open("rb") as handle:
        return [message for message in read_po(handle, locale="fr") if message.id]


def catalogues() -> list[Path]:
    return sorted((PACKAGE / "locale" / "fr").glob("*.po"))


def test_every_text_has_a_french_entry() -> None:
    french = translator("fr")
    # Both forms: older releases of Python 3.11 find no entry with a plural by gettext() alone.
    plurals = {form for path in catalogues() for one in _entries(path) if isinstance(one.id, tuple) for form in one.id}
    missing = [
        f"{place}: {text}"
        for text, (place, many) in messages().items()
        if (text not in plurals and french.gettext(text) == text and not _alike_in_both(text))
        or (many is not None and french.ngettext(text, many, 2) == many)
    ]
    assert not missing, "no French for:\n" + "\n".join(sorted(missing))


def _alike_in_both(text: str) -> bool:
    """Whether a catalogue says outright that the French is the English ("Description", "{count} min")."""
    return any(message.id == text and message.string == text for path in catalogues() for message in _entries(path))


@pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.stem)
def test_placeholders_are_the_same_in_both_languages(path: Path) -> None:
    for message in _entries(path):
        forms = message.id if isinstance(message.id, tuple) else (message.id,)
        french = message.string if isinstance(message.string, tuple) else (message.string,)
        allowed = set().union(*(placeholders(form) for form in forms))
        for text in french:
            assert text, f"{path.name}: no French for {forms[0]!r}"
            # A singular may leave its number out ("une ligne"), nothing else.
            optional = {"count", "number"} if len(forms) > 1 else set()
            assert allowed - optional <= placeholders(text) <= allowed, f"{path.name}: {text!r}"


@pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.stem)
def test_no_entry_waits_for_a_second_look(path: Path) -> None:
    assert [message.id for message in _entries(path) if message.fuzzy] == []


def test_no_french_is_kept_for_an_english_that_is_said_nowhere() -> None:
    code = {
        node.value
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    tables = {cell for path in PACKAGE.rglob("*.csv") for cell in _cells(path)}
    entries = [message.id for path in catalogues() for message in _entries(path)]
    said = {form for one in entries for form in (one if isinstance(one, tuple) else (one,))}
    assert sorted(said - code - tables) == []


def _cells(path: Path) -> set[str]:
    with path.open(encoding="utf-8", newline="") as handle:
        return {cell for row in csv.reader(handle) for cell in row}


def test_two_catalogues_never_say_a_text_differently() -> None:
    said: dict[object, tuple[str, object]] = {}
    for path in catalogues():
        for message in _entries(path):
            first = said.setdefault(message.id, (path.name, message.string))
            assert first[1] == message.string, f"{message.id!r} differs in {first[0]} and {path.name}"


@pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.stem)
def test_french_typography(path: Path) -> None:
    for message in _entries(path):
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        for text in texts:
            prose = re.sub(r"https?://\S+|\{[^}]*\}|`[^`]*`|:material/\w+:|\d:\d", "", text)
            assert not re.search(r"(?<![\u202f\s(])[;!?](?=\s|$)| [;!?%]", prose), f"{path.name}: {text!r}"
            assert not re.search(r"[\w)»] ?:(?=\s|$)", prose), f"{path.name}: no-break space before “:” in {text!r}"
            assert "'" not in prose.replace("''", ""), f"{path.name}: straight apostrophe in {text!r}"
            assert not re.search(r"« |[^\s\u00a0\u202f]»| »", prose), f"{path.name}: {text!r}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_is_filled_in_each_language(language: str) -> None:
    text = translate("Step {step} of {steps}", language, step=2, steps=6)
    assert "2" in text and "6" in text and "{" not in text
