"""French and English texts: English is the key, French comes from the gettext catalogues in ``analyzer/locale``.

The catalogues are read as .po text and compiled in memory, so that no generated .mo can go stale. A translator is
always asked for by language; nothing is installed globally, because Streamlit sessions are threads of one process.
"""

from __future__ import annotations

import gettext
import io
from functools import cache
from pathlib import Path

LANGUAGES = ("en", "fr")
"""Languages offered, the first being the language of the keys."""

_LOCALE = Path(__file__).parent / "locale"


@cache
def translator(language: str) -> gettext.NullTranslations:
    """Return the translations of one language, all catalogues together.

    :param language: one of :data:`LANGUAGES`.
    :raises ValueError: if the language is not offered.
    """
    if language not in LANGUAGES:
        raise ValueError(f"no such language: {language!r}; choose one of {', '.join(LANGUAGES)}")
    translations = gettext.NullTranslations()
    if language == LANGUAGES[0]:  # the keys are its texts
        return translations
    # Every module imports this one; only where another language is spoken is the reader of catalogues needed.
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    for path in sorted((_LOCALE / language).glob("*.po")):
        with path.open("rb") as handle:
            catalogue = read_po(handle, locale=language)
        compiled = io.BytesIO()
        write_mo(compiled, catalogue)
        compiled.seek(0)
        loaded = gettext.GNUTranslations(compiled)
        loaded.add_fallback(translations)
        translations = loaded
    return translations


def translate(template: str, language: str, **facts: object) -> str:
    """Return ``template`` in ``language`` with its named placeholders filled."""
    text = translator(language).gettext(template) if template else ""
    return text.format(**facts) if facts else text


def translate_plural(singular: str, plural: str, count: int, language: str, **facts: object) -> str:
    """Return the form of a counted sentence that ``count`` asks for; ``{count}`` may stand in it."""
    text = translator(language).ngettext(singular, plural, count)
    return text.format(count=count, **facts)


def mark(template: str) -> str:
    """Mark a text for the catalogues where it is defined and translated only later, where it is shown."""
    return template
