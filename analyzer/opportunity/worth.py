"""Which use cases are worth what they take: those of one kind of solution are judged together.

A tool is built once, whoever uses it first. Were each use case to bear it alone, ten small uses of a drafting
assistant would all be left out, though together they pay for it. So a use case joins its kind if it leaves something
once the tool is there, and the kind is taken up if all that joined leave something together, the first of them bearing
the whole build.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

import pandas as pd

from analyzer.opportunity.outlay import Ledger, Outlay, Unit

Left = Callable[[int, Outlay], float]
"""What a use case leaves, by its place in the table, if it needs this outlay: hours or money, what it frees less what
it takes."""


@dataclass(frozen=True)
class Worth:
    """What one use case needs, given what those before it have put in place, and whether it is worth that."""

    outlay: Outlay
    taken: bool


def weighed(
    cases: pd.DataFrame, heads: Mapping[str, Mapping[Unit, float]], left: Left, always: Collection[str] = ()
) -> list[Worth]:
    """Weigh use cases, those of one kind of solution together.

    :param cases: ``use_case_key``, ``solution`` and ``flags``, in the order in which they would be built.
    :param heads: the people of each use case (``outlay.people``).
    :param left: what a use case leaves; asked several times for one.
    :param always: keys of use cases that are taken whatever they leave.
    :returns: one a row. What is left out would need what it needs beside those that are taken.
    """
    found: dict[int, Worth] = {}
    keys, solutions, flags = (cases[name].tolist() for name in ("use_case_key", "solution", "flags"))
    for solution in dict.fromkeys(solutions):
        places = [place for place, one in enumerate(solutions) if one == solution]

        def asked(ledger: Ledger, place: int, solution: str = solution) -> Outlay:
            return ledger.outlay(solution, flags[place], heads[keys[place]])

        joining, there = [], Ledger({solution: {}})
        for place in places:
            if keys[place] in always or left(place, asked(there, place)) > 0:
                joining.append(place)
                there.put(solution, heads[keys[place]])
        opened, outlays = Ledger(), {}
        for place in joining:
            outlays[place] = asked(opened, place)
            opened.put(solution, heads[keys[place]])
        given = any(keys[place] in always for place in joining)  # then the tool comes whatever it leaves
        together = sum(left(place, outlay) for place, outlay in outlays.items())
        taken = set(joining) if given or together > 0 else set()
        ledger = Ledger()
        for place in places:
            found[place] = Worth(asked(ledger, place), place in taken)
            if place in taken:
                ledger.put(solution, heads[keys[place]])
    return [found[place] for place in range(len(keys))]
