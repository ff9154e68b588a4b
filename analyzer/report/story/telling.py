"""The whole report in its order: hours first, then what to do, then what the figures rest on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from babel.dates import format_date

from analyzer.i18n import translate
from analyzer.report.story import basis, deciding, freeing, groups
from analyzer.report.story.parts import Story, printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.opportunity import HoursEstimate
    from analyzer.report.decision_sheets import Decided
    from analyzer.report.story.parts import Section


def told(
    estimate: HoursEstimate,
    decided: Decided,
    language: str = "en",
    *,
    name: str,
    day: date,
    scenario: str = "",
    for_the_team: bool = False,
) -> Story:
    """Return the report of an estimate.

    :param decided: pilot, roadmap, risks, plan and money; what is empty has no section.
    :param language: "en" or "fr".
    :param name: of the team or the firm, as its reader knows it.
    :param day: on which the report was made.
    :param scenario: what the set of assumptions is called, if it has a name.
    :param for_the_team: whether roles and teams of fewer than five people are shown one by one. A report travels, and
        in so small a group each could be recognised: without it their hours stand in the totals alone.
    """
    sections: Sequence[Section | None] = [
        freeing.summary(estimate, decided, language, for_the_team=for_the_team),
        freeing.beside_studies(estimate, language),
        freeing.by_lane(estimate, language),
        groups.by_team(estimate, language, for_the_team=for_the_team),
        groups.by_role(estimate, language, for_the_team=for_the_team),
        freeing.on_the_map(estimate, language),
        deciding.use_cases(estimate, language, for_the_team=for_the_team),
        deciding.first_pilot(decided, language),
        deciding.roadmap(estimate, decided, language),
        deciding.money(estimate, decided, language, for_the_team=for_the_team),
        deciding.plan(decided, language, for_the_team=for_the_team),
        deciding.risks(decided, language),
        basis.reckoning(estimate, language),
        basis.what_moves(estimate, language),
        basis.sources(estimate, language),
    ]
    made = format_date(day, "d MMMM y", locale=language)
    under = translate("Scenario “{name}” · {day}", language, name=scenario, day=made) if scenario else made
    story: Story = printable(
        Story(
            language,
            translate("{name}: hours that could be freed", language, name=name),
            under,
            translate(
                "Tasks are scored, never people. Time freed is for better work and for relief: it is not time to fill.",
                language,
            ),
            tuple(section for section in sections if section is not None),
        )
    )
    return story
