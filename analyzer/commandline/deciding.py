"""The commands that say what to take up: the use cases, and the roadmap."""

from __future__ import annotations

from typing import Annotated

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
    Out,
    Quiet,
    Roles,
    Scenario,
    Sheets,
    SplitCells,
    Week,
)
from analyzer.commandline.outputs import STDOUT
from analyzer.commandline.terminal import say
from analyzer.i18n import mark


def cases(
    files: Files,
    *,
    output: Out = STDOUT,
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
    """Write the use cases, one row each; say how many there are, and their money if it was asked for."""
    from analyzer.commandline.analysing import analysed, finish, pairs  # noqa: PLC0415 - imports pandas
    from analyzer.commandline.business import cases_said, cases_table, costs_from, money_said  # noqa: PLC0415
    from analyzer.commandline.estimating import assumptions_from, facts_from, week_said  # noqa: PLC0415 - imports pandas

    assumptions = assumptions_from(scenario, pairs(changes, "adoption=0.5"), week, money)
    asked, facts = costs_from(money, cost_per_hour, costs), facts_from(roles)
    analysis = analysed(
        files,
        output,
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
    )
    table = cases_table(analysis.estimate, asked)
    finish(analysis, table, output, names=True, language=language, quiet=quiet)
    if not quiet:
        said = [week_said(assumptions, language), *cases_said(table, language)]
        say("\n".join(said if asked is None else [*said, *money_said(analysis.estimate, asked, language)]))


def roadmap(
    files: Files,
    *,
    output: Out = STDOUT,
    scenario: Scenario = "central",
    changes: Changes = None,
    week: Week = "",
    roles: Roles = None,
    days: Annotated[
        float, typer.Option("--days-per-quarter", metavar="N", help=mark("Days of work a quarter to build and set up."))
    ] = 30.0,
    at_once: Annotated[int, typer.Option("--at-once", metavar="N", help=mark("Use cases under way at once."))] = 2,
    quarters: Annotated[int, typer.Option("--quarters", metavar="N", help=mark("How many quarters to plan."))] = 8,
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
    """Write the steps of the roadmap, one row a step; say the first pilot and what each quarter asks for and frees."""
    from analyzer.commandline.analysing import analysed, finish, pairs  # noqa: PLC0415 - imports pandas
    from analyzer.commandline.business import costs_from, roadmap_of  # noqa: PLC0415 - imports pandas
    from analyzer.commandline.estimating import assumptions_from, facts_from, week_said  # noqa: PLC0415 - imports pandas
    from analyzer.opportunity import Capacity  # noqa: PLC0415 - imports pandas

    assumptions = assumptions_from(scenario, pairs(changes, "adoption=0.5"), week)
    capacity, asked, facts = Capacity(days, at_once, quarters), costs_from("", "", costs), facts_from(roles)
    analysis = analysed(
        files,
        output,
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
    )
    steps, said = roadmap_of(analysis.estimate, capacity, asked, language)
    finish(analysis, steps, output, names=True, language=language, quiet=quiet)
    if not quiet:
        say("\n".join([week_said(assumptions, language), *said]))
