"""Files that were dropped: held until they are read, and the question about one that looks like another list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import translate
from analyzer.inventory import mask_file_name
from analyzer.inventory.refusals import OtherListError
from analyzer.settings import settings
from analyzer.ui import state
from analyzer.ui.components.notices import panel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Files = Sequence[tuple[str, bytes]]


@dataclass(frozen=True)
class Dropped:
    """The files dropped at one place, kept in the session while reading them takes several runs.

    :ivar place: where they were dropped: stands in the keys; one of :func:`~analyzer.ui.state.view_key` is forgotten
        with the open project.
    """

    place: str

    def ask_for_files(self, language: str) -> bool:
        """Show where files are dropped; what was dropped is held.

        :returns: whether files were dropped in this run: the page is to be drawn again, to read them.
        """
        files = st.file_uploader(
            translate("Drop a file here", language),
            # Every kind is let in: Streamlit would refuse the others in English only, the reader says what to do.
            accept_multiple_files=True,
            max_upload_size=settings().max_file_mb,
            key=f"{self.place}_files_{state.rounds(self.place)}",
            label_visibility="collapsed",
        )
        if not files:
            return False
        self.hold([(file.name, file.getvalue()) for file in files])
        state.next_round(self.place)
        return True

    def hold(self, files: Files, *, any_list: bool = False) -> None:
        """Keep files to be read in the next run, in the place of those before.

        :param any_list: whether files that are plainly no lists of tasks are read all the same.
        """
        st.session_state[f"{self.place}_held"] = (list(files), any_list)
        st.session_state.pop(f"{self.place}_doubted", None)

    def held(self) -> tuple[Files, bool] | None:
        """Return the files to be read and whether any list is, or ``None``."""
        held: tuple[Files, bool] | None = st.session_state.get(f"{self.place}_held")
        return held

    def forget(self) -> None:
        """Forget the files to be read."""
        st.session_state.pop(f"{self.place}_held", None)

    def read(self, take: Callable[[Files, bool], None]) -> None:
        """Let the files held be taken in; they are forgotten when that ended, well or not.

        :param take: called with the files and whether any list is let in; a run that ends in it comes again.
        :raises AnalyzerError: if they cannot be used; a list of something else is asked about instead.
        """
        if (held := self.held()) is None:
            return
        try:
            take(*held)
        except OtherListError as error:
            self.forget()
            st.session_state[f"{self.place}_doubted"] = (held[0], error)
        except Exception:
            self.forget()
            raise

    def ask_about_other_list(self, language: str) -> None:
        """Say that a file looks like another list, and offer to read it all the same."""
        doubted: tuple[Files, OtherListError] | None = st.session_state.get(f"{self.place}_doubted")
        if doubted is None:
            return
        files, error = doubted
        others = [(name, content) for name, content in files if mask_file_name(name, language) != error.facts["file"]]
        panel(error.in_app(language), "caution")
        with st.container(horizontal=True):
            if st.button(translate("Read it all the same", language), key=f"{self.place}_any_list"):
                self.hold(files, any_list=True)
                st.rerun()
            if 0 < len(others) < len(files) and st.button(
                translate("Read the other files", language), key=f"{self.place}_others"
            ):
                self.hold(others)
                st.rerun()
            if st.button(translate("Leave it", language), key=f"{self.place}_leave", type="tertiary"):
                del st.session_state[f"{self.place}_doubted"]
                st.rerun()
