"""Writing a text as another hand might have typed it, so that case, accents and slips do not move a score."""

from __future__ import annotations

import random
import unicodedata


def roughen(text: str, rng: random.Random) -> str:
    """Return the text as another hand might have typed it: case, accents, a list mark, two letters swapped."""
    draw = rng.random()
    if draw < 0.12:
        text = text.lower()
    elif draw < 0.17:
        text = text.upper()
    if rng.random() < 0.12:
        text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    if rng.random() < 0.5:
        text = text.rstrip(". ")
    if rng.random() < 0.05:
        text = rng.choice(("- ", "• ", "1. ", "* ")) + text
    if rng.random() < 0.06 and len(text) > 8:
        i = rng.randrange(1, len(text) - 2)
        text = text[:i] + text[i + 1] + text[i] + text[i + 2 :]
    return text
