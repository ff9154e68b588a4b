"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from analyzer.commandline.terminal import SPOKEN
from analyzer.errors import UsageError
from analyzer.i18n import LANGUAGES, mark

Files = Annotated[
    list[Path], typer.Argument(metavar="FILE...", help=mark("Task lists (CSV, Excel …), or folders of them."))
]
Out = Annotated[
    Path,
    typer.Option(
        "--output",
        "-o",
        metavar="OUT",
        help=mark("File to write: .csv, .xlsx, .parquet or .json by its ending; without it, CSV on stdout."),
    ),
]
Columns = Annotated[
    list[str] | None,
    typer.Option("--column", metavar="HEADER=FIELD", help=mark("Say what a column holds; may be repeated.")),
]
Sheets = Annotated[
    list[str] | None,
    typer.Option("--sheet", metavar="NAME", help=mark("Read this sheet of a workbook only; may be repeated.")),
]
NoHidden = Annotated[
    bool,
    typer.Option("--no-hidden", help=mark("Leave the hidden rows and columns of sheets out; they count otherwise.")),
]
SplitCells = Annotated[
    bool,
    typer.Option(
        "--split-cells", help=mark("Read a cell that lists several tasks as one task each, its time shared evenly.")
    ),
]
AnyList = Annotated[
    bool, typer.Option("--any-list", help=mark("Read a file that looks like another list than one of tasks as well."))
]
KeepPersonalData = Annotated[
    bool, typer.Option("--keep-personal-data", help=mark("Leave personal data in the texts as it is written."))
]
Names = Annotated[bool, typer.Option("--names", help=mark("Keep the names of people in the result."))]

Scenario = Annotated[
    str,
    typer.Option(
        metavar="NAME|FILE", help=mark("Set of assumptions: cautious, central, ambitious, or a saved .json file.")
    ),
]
Changes = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="NAME=VALUE", help=mark("Change one assumption; may be repeated.")),
]

Week = Annotated[
    str,
    typer.Option(
        "--week",
        metavar="fr35|fr39|uk",
        help=mark(
            "Working week and year of your country; France, 35 h unless given (with --money GBP the British one)."
        ),
    ),
]

Roles = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help=mark(
            "JSON file with hours_per_week, working_share (part time, 0 to 1) and cost_per_hour (with --money) by role."
        ),
    ),
]
Currency = Annotated[
    str, typer.Option("--money", metavar="EUR|GBP", help=mark("Also say what it costs and brings, in a currency."))
]
CostPerHour = Annotated[
    str,
    typer.Option(
        "--cost-per-hour",
        metavar="N|LOW:CENTRAL:HIGH",
        help=mark("Cost of an hour of any role, charges included; a file of --roles may say more."),
    ),
]
Costs = Annotated[
    Path | None,
    typer.Option("--costs", metavar="FILE", help=mark("JSON file with costs in the place of the usual ones.")),
]

DataFolder = Annotated[Path, typer.Option("--data", metavar="DIR", help=mark("Folder of the label sets."))]
AsJson = Annotated[bool, typer.Option("--json", help=mark("Print the result as JSON on stdout."))]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=mark("Say nothing but errors."))]
Workspace = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help=mark("Folder that keeps the work; your own data folder unless given.")),
]


def _choose_language(value: str) -> str:
    if value and value not in LANGUAGES:
        raise UsageError("There is no language “{name}”: choose fr or en.", name=value)
    return value or SPOKEN.get()


Language = Annotated[
    str,
    typer.Option(
        "--language",
        metavar="fr|en",
        callback=_choose_language,
        help=mark("Language of the words; the system's unless given."),
    ),
]


def need_folder(folder: Path) -> None:
    """Check that the folder of the label sets is there.

    :raises UsageError: if it is not.
    """
    if not folder.is_dir():
        raise UsageError("The folder “{folder}” does not exist: name the folder of the label sets.", folder=str(folder))
