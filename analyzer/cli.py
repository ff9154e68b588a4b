"""The command line: the services of the app for scripts, schedules and large files.

Machine output goes to stdout or to the file named, words to stderr. Exit status: 0, 2 wrong usage, 3 a file that cannot
be used, 4 a model that cannot be used, each with one sentence in the reader's language. Texts are translated where they
are shown (:mod:`analyzer.commandline.spoken_help`), and each stage is imported only when a command needs it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from analyzer._version import __version__
from analyzer.commandline.deciding import cases, roadmap
from analyzer.commandline.freeing import hours, plan
from analyzer.commandline.options import (
    AnyList,
    AsJson,
    Columns,
    Files,
    KeepPersonalData,
    Language,
    Names,
    NoHidden,
    Out,
    Quiet,
    Sheets,
    SplitCells,
    Workspace,
)
from analyzer.commandline.outputs import STDOUT
from analyzer.commandline.reference import reference
from analyzer.commandline.reporting import report
from analyzer.commandline.spoken_help import SpokenCommand, SpokenGroup
from analyzer.commandline.template import template
from analyzer.commandline.terminal import ProgressLine, put_out, say, spoken
from analyzer.commandline.training import EXAMPLES, evaluate, train
from analyzer.errors import AnalyzerError
from analyzer.i18n import mark

if TYPE_CHECKING:
    from analyzer.inventory import Inventory

app = typer.Typer(
    name="analyzer",
    cls=SpokenGroup,
    help=mark("Which tasks of a list are repetitive and automatable, and how many hours that could free."),
    epilog="analyzer check tasks.xlsx\nanalyzer hours tasks.xlsx -o hours.xlsx\nanalyzer serve",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _print_version(asked: bool) -> None:
    if asked:
        put_out(f"analyzer {__version__}\n".encode())
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option("--version", is_eager=True, callback=_print_version, help=mark("Print the version and stop.")),
    ] = False,
) -> None:
    """Take the options that stand before a command."""
    del version  # its callback has done the work


@app.command(
    cls=SpokenCommand,
    help=mark("Say what was understood of a file, and what was not."),
    epilog="analyzer check tasks.xlsx\nanalyzer check tasks.csv --column Qui=role\nanalyzer check teams/ --json",
)
def check(
    files: Files,
    columns: Columns = None,
    sheets: Sheets = None,
    no_hidden: NoHidden = False,
    split_cells: SplitCells = False,
    any_list: AnyList = False,
    keep_personal_data: KeepPersonalData = False,
    as_json: AsJson = False,
    language: Language = "",
    quiet: Quiet = False,
) -> None:
    """Read each file on its own, so that one that cannot be used hides none of the others."""
    from analyzer.commandline.analysing import reading_options
    from analyzer.inventory import inventory_files, read_inventory, read_together

    reading = reading_options(
        columns, sheets=sheets, use_hidden=not no_hidden, split_cells=split_cells, any_list=any_list,
        keep_personal_data=keep_personal_data,
    )  # fmt: skip
    found: list[Inventory] = []
    failures: list[AnalyzerError] = []
    for path in inventory_files(files):
        progress = ProgressLine(spoken("Reading “{file}”…", file=path.name))
        try:
            found.append(read_inventory(path, options=reading, language=language, progress=None if quiet else progress))
        except AnalyzerError as error:
            failures.append(error)
            progress.close()
            say(error.message(language))
        finally:
            progress.close()
    found = read_together(found)
    if as_json and found:
        single = len(files) == 1 and not files[0].is_dir()
        facts = [inventory.as_check(language) for inventory in found]
        put_out((json.dumps(facts[0] if single else facts, ensure_ascii=False, indent=2) + "\n").encode())
    elif not quiet:
        from analyzer.commandline.words import understood

        for inventory in found:
            say("\n".join(understood(inventory, language)))
    if failures:
        raise typer.Exit(failures[0].exit_code)


@app.command(
    cls=SpokenCommand,
    help=mark("Score each task: how repetitive, how automatable, how sure, and why."),
    epilog=(
        "analyzer score tasks.xlsx -o scores.csv\n"
        "analyzer score teams/ -o scores.parquet\n"
        "analyzer score tasks.csv > scores.csv"
    ),
)
def score(
    files: Files,
    *,
    output: Out = STDOUT,
    columns: Columns = None,
    sheets: Sheets = None,
    no_hidden: NoHidden = False,
    split_cells: SplitCells = False,
    any_list: AnyList = False,
    keep_personal_data: KeepPersonalData = False,
    names: Names = False,
    language: Language = "",
    quiet: Quiet = False,
) -> None:
    """Write the inventory with its scores, one row a task."""
    from analyzer.commandline.analysing import analysed, finish

    analysis = analysed(
        files, output, columns=columns, sheets=sheets, use_hidden=not no_hidden,
        split_cells=split_cells, any_list=any_list, keep_personal_data=keep_personal_data, language=language,
        quiet=quiet,
    )  # fmt: skip
    finish(analysis, analysis.scores, output, names=names, language=language, quiet=quiet)


@app.command(
    cls=SpokenCommand,
    help=mark("Say why a task scores as it does, and what would change it."),
    epilog=(
        'analyzer explain "enter supplier invoices in Xero"\n'
        'analyzer explain "relance devis" --frequency "2 fois par semaine" --role commercial --language fr\n'
        'analyzer explain "approve invoices over £5k" --json'
    ),
)
def explain(
    task: Annotated[str, typer.Argument(metavar="TASK", help=mark("The task in your own words, in quotes."))],
    frequency: Annotated[
        str, typer.Option(metavar="WORDS", help=mark("How often it is done, for example “3 times a week”."))
    ] = "",
    role: Annotated[str, typer.Option(metavar="ROLE", help=mark("Whose work it is, for example “receptionist”."))] = "",
    as_json: AsJson = False,
    language: Language = "",
) -> None:
    """Print the explanation of one text."""
    from analyzer.commandline.explaining import as_values, explained, in_lines

    told = explained(task, frequency, role, language)
    shown = json.dumps(as_values(told, language), ensure_ascii=False, indent=2) if as_json else None
    put_out(((shown or "\n".join(in_lines(told, language))) + "\n").encode())


app.command(
    cls=SpokenCommand,
    help=mark("Estimate the hours that each task could free: low, central and high."),
    epilog=(
        "analyzer hours tasks.xlsx -o hours.xlsx\n"
        "analyzer hours teams/ -o hours.csv --scenario cautious --set adoption=0.4\n"
        "analyzer hours tasks.csv -o hours.csv --compare ambitious --roles roles.json\n"
        "analyzer hours tasks.csv -o hours.json --scenario ours.json --money EUR --language fr"
    ),
)(hours)
app.command(
    cls=SpokenCommand,
    help=mark("List the use cases: hours, effort, risk, priority, and money if you ask for it."),
    epilog=(
        "analyzer cases tasks.xlsx -o cases.xlsx --money GBP --costs costs.json\n"
        "analyzer cases teams/ -o cases.csv --cost-per-hour 30:40:60 --language fr"
    ),
)(cases)
app.command(
    cls=SpokenCommand,
    help=mark("Lay out the use cases in quarters, with a first pilot, under what you can take on."),
    epilog=(
        "analyzer roadmap tasks.xlsx -o roadmap.xlsx --language fr\n"
        "analyzer roadmap teams/ -o roadmap.csv --days-per-quarter 60 --at-once 3 --quarters 4"
    ),
)(roadmap)
app.command(
    cls=SpokenCommand,
    help=mark("Plan what the freed hours become, role by role, with a reason for each move."),
    epilog=(
        "analyzer plan tasks.xlsx -o plan.xlsx\n"
        "analyzer plan teams/ -o plan.csv --scenario cautious --rules rules.json\n"
        "analyzer plan tasks.csv -o plan.json --language fr"
    ),
)(plan)
app.command(
    cls=SpokenCommand,
    help=mark("Write the whole analysis as a deck to edit, a workbook and a page to print."),
    epilog=(
        "analyzer report tasks.xlsx --deck report.pptx --workbook report.xlsx --page report.pdf\n"
        "analyzer report teams/ --deck opportunites.pptx --language fr --title 'Mairie de Beaulieu' --money EUR\n"
        "analyzer report tasks.csv --page report.pdf --scenario cautious --for-the-team"
    ),
)(report)
app.command(
    cls=SpokenCommand,
    help=mark("Write a workbook to fill in, with lists to choose from."),
    epilog="analyzer template -o tasks.xlsx\nanalyzer template -o taches.xlsx --language fr",
)(template)


@app.command(
    cls=SpokenCommand,
    help=mark("Open the app; it is seen from this machine only unless you give another address."),
    epilog="analyzer serve\nanalyzer serve --port 8600 --workspace ~/task-lists",
)
def serve(
    port: Annotated[
        int | None,
        typer.Option(
            min=1, max=65535, metavar="N", help=mark("Port to listen on; the first free one from 8501 unless given.")
        ),
    ] = None,
    address: Annotated[
        str, typer.Option(metavar="ADDRESS", help=mark("Address to listen on; 127.0.0.1 unless given."))
    ] = "127.0.0.1",
    workspace: Workspace = None,
    language: Language = "",
) -> None:
    """Start Streamlit on the app."""
    del language  # the app has its own switch; the words before it starts are already chosen
    from analyzer.commandline import serving

    raise typer.Exit(serving.serve(port, address, workspace))


app.add_typer(reference)
app.command(
    cls=SpokenCommand,
    help=mark("Rebuild the models from the label sets; it needs the extra “train”."),
    epilog=EXAMPLES,
)(train)
app.command(
    cls=SpokenCommand,
    help=mark("Measure the models on tasks that took no part in training."),
    epilog="analyzer evaluate --data labels\nanalyzer evaluate --data labels --models models --json",
)(evaluate)


def main() -> None:
    """Run the command line and leave with its exit status."""
    app()


if __name__ == "__main__":
    main()
