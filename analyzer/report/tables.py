"""Tables as files: CSV, XLSX, Parquet and JSON, written so that no task text can run as a formula.

Two kinds of CSV leave the project. The machine's is RFC 4180: UTF-8, commas, points as decimal mark. The human's opens
in the reader's spreadsheet by a double click: with a byte order mark, and in French with semicolons and decimal commas,
as French Excel writes them itself.
"""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pandas as pd

from analyzer.errors import UsageError
from analyzer.report.formulas import defuse
from analyzer.report.sheets import XLSX_MOST_ROWS, SheetWriter

TABLE_ENDINGS = (".csv", ".xlsx", ".parquet", ".json")
"""Endings that name a kind of table."""


def write_table(frame: pd.DataFrame, path: Path | str, *, for_people: bool = False, language: str = "en") -> Path:
    """Write a frame to ``path``; its ending says how. The file appears whole or not at all.

    :param frame: any frame of the contract; its index is not written.
    :param path: a name that ends in one of :data:`TABLE_ENDINGS`; an existing file is replaced.
    :param for_people: CSV only: with byte order mark and the separators of ``language``.
    :param language: "en" or "fr".
    :returns: the path written.
    :raises UsageError: if the ending is unknown, the rows do not fit the format, or the file cannot be written.
    """
    path = Path(path)
    content = table_bytes(frame, path.suffix, for_people=for_people, language=language, name=path.name)
    write_whole(path, content)
    return path


def table_bytes(
    frame: pd.DataFrame, ending: str, *, for_people: bool = False, language: str = "en", name: str = ""
) -> bytes:
    """Return a frame as the content of a file; parameters and errors are those of :func:`write_table`.

    :param ending: one of :data:`TABLE_ENDINGS`.
    :param name: what the file is called in an error.
    """
    ending = check_ending(ending, name)
    if ending == ".xlsx":
        if len(frame) > XLSX_MOST_ROWS:
            raise UsageError(
                "“{file}” would have {rows} rows and a spreadsheet holds {most}: choose a name in .csv or .parquet.",
                file=name or ending,
                rows=len(frame),
                most=XLSX_MOST_ROWS,
            )
        return _xlsx(frame)
    if ending == ".parquet":
        target = BytesIO()
        _typed(frame).to_parquet(target, index=False)
        return target.getvalue()
    if ending == ".json":
        text = frame.to_json(orient="records", force_ascii=False, date_format="iso", index=False)
        return (text + "\n").encode()
    return _csv(frame, for_people=for_people, language=language)


def check_ending(ending: str, name: str = "") -> str:
    """Return ``ending`` in lower case.

    :raises UsageError: if it is none of :data:`TABLE_ENDINGS`.
    """
    known = ending.lower()
    if known not in TABLE_ENDINGS:
        raise UsageError(
            "“{file}” does not say what kind of file to write: choose a name that ends in {endings}.",
            file=name or ending,
            endings=", ".join(TABLE_ENDINGS),
        )
    return known


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that readers see the old content or the new, never half of it.

    :raises UsageError: if the folder or the file cannot be written.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():  # a device such as /dev/stdout cannot be replaced
            target.write_bytes(content)
            return
        beside = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            beside.write_bytes(content)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise UsageError(
            "“{file}” cannot be written: check the folder and the space left, and close whatever holds it open.",
            file=str(path),
        ) from error


def _csv(frame: pd.DataFrame, *, for_people: bool, language: str) -> bytes:
    french = for_people and language == "fr"
    safe = frame.copy()
    for column in safe.columns:
        if not _is_plain(safe[column]):
            safe[column] = safe[column].astype(object).map(defuse)
    if for_people:
        numbers = safe.select_dtypes("number").columns
        safe[numbers] = safe[numbers].round(4)
    text = safe.rename(columns=lambda name: defuse(str(name))).to_csv(
        index=False,
        sep=";" if french else ",",
        decimal="," if french else ".",
        lineterminator="\r\n",
    )
    return text.encode("utf-8-sig" if for_people else "utf-8")


def _is_plain(column: pd.Series) -> bool:
    """Whether a column holds no text: numbers keep their sign, and need no look."""
    return bool(pd.api.types.is_numeric_dtype(column) or pd.api.types.is_datetime64_any_dtype(column))


def _xlsx(frame: pd.DataFrame) -> bytes:
    target = BytesIO()
    with SheetWriter(target) as book:
        book.add_table("tasks", frame)
    return target.getvalue()


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame with text columns of one type: a column of nothing but None would else have no type at all."""
    objects = [name for name in frame.columns if frame[name].dtype == object]
    return frame.astype(dict.fromkeys(objects, "str"))
