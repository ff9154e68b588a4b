"""What the pages after the first need, loaded while the first is read."""

from __future__ import annotations

import gc
from functools import cache
from importlib import import_module

from analyzer.ui.jobs import jobs

_NEXT_PAGES = ("analyzer.ui.projects", "analyzer.ui.analysis", "analyzer.ui.components.charts")


def warm_up() -> None:
    """Begin to load modules, and the model that scores need; nothing waits for it."""
    jobs().start("warm up", lambda _progress: _load())


@cache
def _load() -> None:
    for name in _NEXT_PAGES:
        import_module(name)
    import_module("analyzer.scoring").load_scorer()
    gc.collect()
    gc.freeze()  # as in analyzer.ui.server: what is loaded stays
