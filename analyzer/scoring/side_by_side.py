"""Long work in parts that are read side by side, each on one core."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from threadpoolctl import threadpool_limits

Part = TypeVar("Part")

_AT_ONCE = 2
"""Parts that are read side by side: while the encoder works on one, the other is prepared or judged."""


class _OneCoreAProduct:
    """While anybody is inside, a product of matrices takes one core.

    The encoder's threads keep every core busy. A product that is split among as many threads waits for those that
    find none free, and they turn idle meanwhile: a text took a third more of the processors' time. The limit holds for
    the whole process, so that the last who leaves takes it back, not each who entered.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._inside = 0
        self._limit: threadpool_limits | None = None

    def __enter__(self) -> None:
        with self._lock:
            self._inside += 1
            if self._limit is None:
                self._limit = threadpool_limits(limits=1, user_api="blas")

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._inside -= 1
            if self._inside == 0 and self._limit is not None:
                self._limit.restore_original_limits()
                self._limit = None


_one_core_a_product = _OneCoreAProduct()


def in_parts(read: Callable[[Sequence[str]], Part], texts: Sequence[str], size: int) -> Iterator[Part]:
    """Yield what ``read`` makes of ``texts``, ``size`` of them at a time, in their order.

    :param read: may be called by two threads at the same time; once, by the caller's own, where one part holds all
        texts (also none).
    """
    if len(texts) <= size:
        yield read(texts)
        return
    with _one_core_a_product, ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="scorer") as side_by_side:
        yield from side_by_side.map(read, (texts[at : at + size] for at in range(0, len(texts), size)))
