"""Runs a reader in this process where its file is small and well known, else in one that can be ended."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from analyzer.errors import InputFileError
from analyzer.inventory.apart.readers import Message, messages
from analyzer.inventory.deadline import check_time, seconds_left
from analyzer.inventory.refusals import broken, no_records, protected, too_large, too_many_rows
from analyzer.settings import settings

SCRIPT = Path(__file__).with_name("readers.py")
"""What the other process runs."""

_MEGABYTE = 1_000_000
_KILLED_FOR_MEMORY = (-6, -9)
"""How a process ends that cannot have the memory it asks for (SIGABRT), or that the system ends (SIGKILL)."""


def read_apart(kind: str, data: bytes, max_rows: int, name: str, *, trusted: bool) -> Iterator[Message]:
    """Yield what a reader says of a file, without the message that ends it.

    :param kind: one of :data:`~analyzer.inventory.apart.readers.READERS`.
    :param data: the whole file.
    :param max_rows: most rows that are read.
    :param name: file name for messages.
    :param trusted: the file is small and was looked over: it is read in this process, which is quicker.
    :raises InputFileError: if it is protected, damaged, too large, or takes too long or too much memory.
    """
    said = messages(kind, data, max_rows) if trusted else _from_child(kind, data, max_rows, name)
    for message in said:
        check_time()
        if message[0] == "end":
            return
        if message[0] == "refused":
            raise _refusal(kind, message[1], max_rows, name)
        yield message


def _refusal(kind: str, why: str, max_rows: int, name: str) -> InputFileError:
    if why == "rows":
        return too_many_rows(max_rows, name)
    if why == "records":
        return no_records(name)
    if why == "protected":
        return protected(name)
    return too_large(name) if why == "memory" else broken(name, kind)


def _from_child(kind: str, data: bytes, max_rows: int, name: str) -> Iterator[Message]:
    """Yield the messages of a reader in another process, which is ended when the time is over."""
    seconds = seconds_left()
    asked = {
        "path": sys.path,
        "kind": kind,
        "max_rows": max_rows,
        "seconds": 4 * int(seconds) + 1,  # of computing, in several threads: should this process end before it
        "memory": settings().max_read_memory_mb * _MEGABYTE + 3 * len(data),
    }
    quiet = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "ARROW_DEFAULT_MEMORY_POOL": "system"}
    try:
        started = _start(quiet)
    except OSError:  # no process may be started here: read it without that safeguard rather than not at all
        yield from messages(kind, data, max_rows)
        return
    with started as child:
        assert child.stdin is not None and child.stdout is not None
        clock = threading.Timer(seconds, child.kill)
        clock.daemon = True
        clock.start()
        try:
            _give(child, pickle.dumps(asked), data)
            while True:
                message = _Plain(child.stdout).load()
                yield message
                if message[0] in ("end", "refused"):
                    return
        except (EOFError, pickle.UnpicklingError):
            check_time()
            ended = child.wait()
            yield "refused", "memory" if ended in _KILLED_FOR_MEMORY else "broken"
        finally:
            clock.cancel()
            child.kill()


def _start(environment: dict[str, str]) -> subprocess.Popen[bytes]:
    command, pipe = [sys.executable, "-I", str(SCRIPT)], subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env=environment)


def _give(child: subprocess.Popen[bytes], asked: bytes, data: bytes) -> None:
    assert child.stdin is not None
    try:
        child.stdin.write(asked)
        child.stdin.write(data)
        child.stdin.close()
    except BrokenPipeError:  # it ended before it had read all: what it said, or did not say, tells why
        return


class _Plain(pickle.Unpickler):
    """Unpickles plain values and times only: the process at the other end has read a file that nobody vouches for."""

    def find_class(self, module: str, name: str) -> Any:
        """Return a class of :mod:`datetime`, nothing else."""
        if module == "datetime" and name in ("date", "datetime", "time", "timedelta", "timezone"):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name}")
