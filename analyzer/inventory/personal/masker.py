"""Puts labels in the place of personal data: the same label for the same value, throughout one file or project."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import PurePath

from analyzer.inventory.grids import MOST_KEPT
from analyzer.inventory.personal.detector import find_personal_data
from analyzer.inventory.personal.kinds import LABEL, PERSON, label, label_kind

_PARTS_WORDS = re.compile(r"[_+]+|(?<=\w)\.(?=\w)")
"""What stands for a space in the name of a file."""

Masked = tuple[str, Counter[str] | None]
"""A text with labels in it, and how much of each kind it holds."""


class Masker:
    """Masks texts; the same value has the same label as long as one masker is used, which is for one file.

    :param language: of the labels, "en" or "fr".
    :param known: folded names that are surely persons'.
    :param keep: find and count, but leave the texts as they are.
    """

    def __init__(self, language: str, known: Collection[str] = (), *, keep: bool = False) -> None:
        self.language = language
        self.known = frozenset(known)
        self.keep = keep
        self.masked = 0
        """Values that were masked so far."""
        self._numbers: dict[tuple[str, str], int] = {}
        self._last: Counter[str] = Counter()
        self._done: tuple[dict[str, Masked], dict[str, Masked]] = ({}, {})

    def reserve(self, text: str) -> None:
        """Note the labels that stand in a text already, so that no new one is the same."""
        for match in LABEL.finditer(text):
            kind = label_kind(match)
            self._last[kind] = max(self._last[kind], int(match["number"]))

    def mask(self, text: str, *, names: bool = True) -> Masked:
        """Return a text with labels in the place of personal data, and how much of each kind it holds, None if none.

        :param text: one cell.
        :param names: whether names of persons are masked too.
        """
        known = self._done[names]
        done = known.get(text)
        if done is None:
            done = self._masked(text, names)
            if len(known) < MOST_KEPT:
                known[text] = done
        return done

    def _masked(self, text: str, names: bool) -> Masked:
        found = [one for one in find_personal_data(text, self.known) if names or one.kind != PERSON]
        if not found and "[" not in text:
            return text, None
        counts = Counter(finding.kind for finding in found)
        counts.update(label_kind(match) for match in LABEL.finditer(text))
        if not found or self.keep:
            return text, counts or None
        pieces, end = [], 0
        for finding in found:
            pieces += [text[end : finding.start], self._label(finding.kind, finding.key)]
            end = finding.end
        self.masked += len(found)
        return "".join([*pieces, text[end:]]), counts

    def _label(self, kind: str, key: str) -> str:
        number = self._numbers.get((kind, key))
        if number is None:
            self._last[kind] += 1
            number = self._numbers[kind, key] = self._last[kind]
        return label(kind, number, self.language)


def mask_texts(texts: Iterable[str], language: str, beside: Iterable[str] = ()) -> list[str]:
    """Return texts that somebody typed with labels in the place of personal data.

    :param texts: any number; the same value has the same label in all of them.
    :param language: of the labels, "en" or "fr".
    :param beside: texts that stand beside them: no label in these is given again.
    """
    masker = Masker(language)
    texts = list(texts)
    for text in (*beside, *texts):
        masker.reserve(text)
    return [masker.mask(text)[0] for text in texts]


def mask_file_name(name: str, language: str) -> str:
    """Return the name of a file with labels in the place of personal data: "liste_julie.xlsx", "Marc Durand.csv".

    :param name: without folders.
    :param language: of the labels, "en" or "fr".
    """
    path = PurePath(name)
    words = _PARTS_WORDS.sub(" ", path.stem)
    for shown in (path.stem, words.title() if words.islower() else words):
        masked = mask_texts([shown], language)[0]
        if masked != shown:
            return masked + path.suffix
    return name
