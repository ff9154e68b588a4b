"""The ``report`` command: the whole analysis as a deck, a workbook and a page to print."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analyzer.commandline.options import (
    AnyList,
    Changes,
    Columns,
    CostPerHour,
    Costs,
    Currency,
    Files,
    KeepPersonalData,
    Language,
    NoHidden,
    Quiet,
    Roles,
    Scenario,
    Sheets,
    SplitCells,
    Week,
)
from analyzer.commandline.outputs import STDOUT
from analyzer.commandline.terminal import say
from analyzer.errors import UsageError
from analyzer.i18n import mark, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from analyzer.batch import Analysis
    from analyzer.opportunity.costs import Costs as CostsOf

Deck = Annotated[
    Path | None, typer.Option("--deck", metavar="D.pptx", help=mark("Presentation to write, with charts to edit."))
]
Workbook = Annotated[
    Path | None, typer.Option("--workbook", metavar="W.xlsx", help=mark("Workbook to write, with every figure."))
]
Page = Annotated[Path | None, typer.Option("--page", metavar="P.pdf", help=mark("Printable report to write."))]
Title = Annotated[
    str, typer.Option("--title", metavar="WORDS", help=mark("Name of the team or the firm; the file's name else."))
]
ForTheTeam = Annotated[
    bool,
    typer.Option(
        "--for-the-team",
        help=mark("Show roles of fewer than five people too: for readers of the team itself."),
    ),
]


def report(
    files: Files,
    *,
    deck: Deck = None,
    workbook: Workbook = None,
    page: Page = None,
    title: Title = "",
    for_the_team: ForTheTeam = False,
    scenario: Scenario = "central",
    changes: Changes = None,
    week: Week = "",
    roles: Roles = None,
    money: Currency = "",
    cost_per_hour: CostPerHour = "",
    costs: Costs = None,
    columns: Columns = None,
    sheets: Sheets = None,
    no_hidden: NoHidden = False,
    split_cells: SplitCells = False,
    any_list: AnyList = False,
    keep_personal_data: KeepPersonalData = False,
    language: Language = "",
    quiet: Quiet = False,
) -> None:
    """Write the files asked for: hours, use cases, first pilot, roadmap, plan, risks and sources."""
    from analyzer.commandline.analysing import analysed, pairs, say_read  # noqa: PLC0415 - imports pandas
    from analyzer.commandline.business import costs_from  # noqa: PLC0415 - imports pandas
    from analyzer.commandline.estimating import assumptions_from, facts_from, freed, week_said  # noqa: PLC0415
    from analyzer.commandline.words import written  # noqa: PLC0415 - imports pandas
    from analyzer.report.tables import write_whole  # noqa: PLC0415 - imports pandas

    wanted = {path: ending for path, ending in ((deck, ".pptx"), (workbook, ".xlsx"), (page, ".pdf")) if path}
    if not wanted:
        raise UsageError("Nothing is asked for: name a file with --deck, --workbook or --page.")
    assumptions = assumptions_from(scenario, pairs(changes, "adoption=0.5"), week, money)
    asked, facts = costs_from(money, cost_per_hour, costs), facts_from(roles)
    analysis = analysed(
        files,
        STDOUT,
        columns=columns,
        sheets=sheets,
        use_hidden=not no_hidden,
        split_cells=split_cells,
        any_list=any_list,
        keep_personal_data=keep_personal_data,
        assumptions=assumptions,
        facts=facts,
        language=language,
        quiet=quiet,
        also=wanted,
    )
    made = _made(analysis, wanted, asked, title or files[0].stem, _name_of(scenario, language), for_the_team, language)
    for path, content in made.items():
        write_whole(path, content)
    if not quiet:
        say_read(analysis, language)
        say("\n".join([week_said(assumptions, language), *freed(analysis.estimate, language)]))
        say("\n".join(written(path, language) for path in made))


def _made(
    analysis: Analysis,
    wanted: Mapping[Path, str],
    costs: CostsOf | None,
    title: str,
    scenario: str,
    for_the_team: bool,
    language: str,
) -> dict[Path, bytes]:
    """Return the content of each file; all of them are made before the first is written."""
    from analyzer.report import deck, printed, workbook  # noqa: PLC0415 - imports plotly
    from analyzer.report.story.telling import told  # noqa: PLC0415
    from analyzer.report.usual_decisions import usual_decisions  # noqa: PLC0415

    estimate, day = analysis.estimate, datetime.now(tz=UTC).date()
    decided = usual_decisions(estimate, day=day, costs=costs)
    story = told(estimate, decided, language, name=title, day=day, scenario=scenario, for_the_team=for_the_team)
    problems = [problem for inventory in analysis.inventories for problem in inventory.problems]
    makers: dict[str, Callable[[], bytes]] = {
        ".pptx": lambda: deck(story),
        ".xlsx": lambda: workbook(estimate, language, decided=decided, problems=problems),
        ".pdf": lambda: printed(story),
    }
    return {path: makers[ending]() for path, ending in wanted.items()}


def _name_of(scenario: str, language: str) -> str:
    """Return what a scenario is called: a ready-made one in the reader's language, a file by its name."""
    from analyzer.opportunity.scenarios import SCENARIO_NAMES  # noqa: PLC0415

    return translate(SCENARIO_NAMES[scenario], language) if scenario in SCENARIO_NAMES else Path(scenario).stem
