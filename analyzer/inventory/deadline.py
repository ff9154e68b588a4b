"""How long reading one file may take: looked at now and then, so that no file, however it is made, hangs the app."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from analyzer.errors import InputFileError
from analyzer.i18n import mark

_END: ContextVar[tuple[float, int, str] | None] = ContextVar("reading_deadline", default=None)


@contextmanager
def time_limit(seconds: int, name: str) -> Iterator[None]:
    """Let :func:`check_time` raise once a reading has gone on for ``seconds``.

    :param seconds: limit, more than 0.
    :param name: file name for the message.
    """
    token = _END.set((time.monotonic() + seconds, seconds, name))
    try:
        yield
    finally:
        _END.reset(token)


def check_time() -> None:
    """Raise if the time for the present reading is over; called between rows and between steps.

    :raises InputFileError: with one sentence that says what to do.
    """
    limit = _END.get()
    if limit is not None and time.monotonic() > limit[0]:
        sentence = mark("“{file}” takes more than {limit} seconds to read: keep the table of tasks only, or split it.")
        raise InputFileError(sentence, file=limit[2], limit=limit[1])
