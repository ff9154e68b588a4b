"""How long reading one file may take, and how far it is: looked at now and then, so that no file, however it is made,
hangs the app or leaves its reader wondering."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from analyzer.errors import InputFileError
from analyzer.i18n import mark
from analyzer.settings import settings

Progress = Callable[[float], None]


@dataclass(slots=True)
class _Reading:
    """The reading that goes on.

    :param end: when its time is over, on the clock of :func:`time.monotonic`.
    :param seconds: how long it may take.
    :param name: file name for the message.
    :param progress: called with the share done, 0..1.
    :param stage: shares done where the present stage begins and ends.
    """

    end: float
    seconds: int
    name: str
    progress: Progress | None = None
    stage: tuple[float, float] = (0.0, 1.0)


_READING: ContextVar[_Reading | None] = ContextVar("reading", default=None)


@contextmanager
def time_limit(seconds: int, name: str, progress: Progress | None = None) -> Iterator[None]:
    """Let :func:`check_time` raise once a reading has gone on for ``seconds``.

    :param seconds: limit, more than 0.
    :param name: file name for the message.
    :param progress: called with the share done, 0..1, as the reading goes on.
    """
    token = _READING.set(_Reading(time.monotonic() + seconds, seconds, name, progress))
    try:
        yield
    finally:
        _READING.reset(token)


def begin_stage(begins: float, ends: float) -> None:
    """Say which part of the whole reading, 0..1, the shares of :func:`check_time` are of from now on."""
    if reading := _READING.get():
        reading.stage = begins, ends
        check_time(0.0)


def check_time(share: float | None = None) -> None:
    """Raise if the time for the present reading is over; called between rows and between steps.

    :param share: how much of the present stage is done, 0..1, if it is known.
    :raises InputFileError: with one sentence that says what to do.
    """
    reading = _READING.get()
    if reading is None:
        return
    if time.monotonic() > reading.end:
        sentence = mark("“{file}” takes more than {limit} seconds to read: keep the table of tasks only, or split it.")
        raise InputFileError(sentence, file=reading.name, limit=reading.seconds)
    if share is not None and reading.progress is not None:
        begins, ends = reading.stage
        reading.progress(begins + (ends - begins) * min(max(share, 0.0), 1.0))


def seconds_left() -> float:
    """Return how long the present reading may still take, in seconds, 0 or more; the setting's if none is limited."""
    reading = _READING.get()
    return float(settings().max_read_seconds) if reading is None else max(0.0, reading.end - time.monotonic())
