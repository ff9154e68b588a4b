"""Long work beside the page: it goes on whatever the reader clicks, and the page shows how far it is."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING, Any

import streamlit as st

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    Progress = Callable[[float], None]
    Work = Callable[[Progress], Any]

_ENDED_KEPT = 8
"""Ended jobs that are kept until a page asks for the result: a reader who left never does, and results are large."""

_PATIENCE = 0.8
"""Seconds a page waits before it shows progress: most work is done by then, and a flash of a bar would only disturb."""


class Job:
    """One piece of work that runs in a thread of its own."""

    def __init__(self, pool: ThreadPoolExecutor, work: Work) -> None:
        self.share = 0.0
        """How much is done, 0..1, as far as the work says."""
        self._future: Future[Any] = pool.submit(work, self._advance)

    def _advance(self, share: float) -> None:
        self.share = min(max(share, 0.0), 1.0)

    def done(self) -> bool:
        """Whether it has ended, well or not."""
        return self._future.done()

    def ends_within(self, seconds: float) -> bool:
        """Wait for its end, so many seconds at the most, and return whether it has ended, well or not."""
        return bool(wait([self._future], seconds).done)

    def result(self) -> Any:
        """Wait for its end, and return what the work returned or raise what it raised."""
        return self._future.result()


class Jobs:
    """All running work of this process, by a key that says what it computes: two sessions never do the same twice."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="analyzer-job")
        self._running: dict[Hashable, Job] = {}
        self._lock = threading.Lock()

    def start(self, key: Hashable, work: Work) -> Job:
        """Return the job that computes ``key``, starting it if there is none.

        Of those that have ended only the latest are kept: what was computed for a reader who left goes.
        """
        with self._lock:
            job = self._running.get(key)
            if job is None:
                ended = [other for other, held in self._running.items() if held.done()]
                for other in ended[:-_ENDED_KEPT]:
                    del self._running[other]
                job = self._running[key] = Job(self._pool, work)
            return job

    def forget(self, key: Hashable, job: Job) -> None:
        """Drop an ended job, so that the next call computes anew; one that was started since stays."""
        with self._lock:
            if self._running.get(key) is job:
                del self._running[key]


@st.cache_resource
def jobs() -> Jobs:
    """Return the jobs of this process."""
    return Jobs()


def wait_for(key: Hashable, work: Work, words: str) -> Any:
    """Return the result of ``work``; while it takes long, show how far it is and end this script run.

    Outside of a page there is no script run to end: then it waits, however long it takes.

    :param key: what is computed.
    :param work: the work; it is called with ``progress(share)``, to call with 0..1 as it goes on. It runs in
        another thread: no Streamlit call in it.
    :param words: what is being done, for the reader.
    :raises Exception: what the work raised, once; the next call starts it anew.
    """
    job = jobs().start(key, work)
    if not job.ends_within(_PATIENCE):
        _watch(job, words)
        st.stop()
    try:
        return job.result()
    finally:
        jobs().forget(key, job)


@st.fragment(run_every=0.4)
def _watch(job: Job, words: str) -> None:
    if job.done():
        st.rerun()
    st.progress(job.share, text=words)
