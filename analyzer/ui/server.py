"""Streamlit, with what the first page needs loaded beside it: ``analyzer serve`` runs this in its place.

A browser takes most of a second for Streamlit's own code. The app's modules are loaded in that time, and not only once
the browser asks for the page.
"""

from __future__ import annotations

import gc
from importlib import import_module
from threading import Thread

FIRST_PAGE = ("analyzer.ui.app", "analyzer.ui.formats", "analyzer.inventory")
"""Modules that bring with them all that the first page needs."""


def main() -> None:
    """Run Streamlit's command line with the arguments of this process.

    Until all is loaded the garbage collector rests: looking through modules, which stay, takes a third of the time of
    loading them.
    """
    gc.disable()
    command_line = import_module("streamlit.web.cli")
    Thread(target=load_first_page, name="analyzer-load", daemon=True).start()
    command_line.main(prog_name="streamlit")


def load_first_page() -> None:
    """Load the first page's modules for good.

    Kept out of the garbage collector's sight, because Streamlit collects after each run of a page: each click would
    look through all of them again.
    """
    try:
        for name in FIRST_PAGE:
            import_module(name)
    finally:
        gc.freeze()
        gc.enable()


if __name__ == "__main__":
    main()
