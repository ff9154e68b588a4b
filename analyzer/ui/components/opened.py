"""The open project for a page that needs one, or a designed way to open one."""

from __future__ import annotations

from analyzer.errors import WorkspaceError
from analyzer.i18n import translate
from analyzer.ui import navigation, state
from analyzer.ui.analysis import Analysis, analysed
from analyzer.ui.components.empty import empty_state, no_project
from analyzer.ui.components.notices import panel
from analyzer.ui.work import work
from analyzer.workspace import Project, get_project


def opened_project(language: str) -> Project | None:
    """Return the open project; without one, show how to open one and return ``None``."""
    identifier = state.project_id()
    if identifier is not None:
        try:
            return get_project(work(), identifier)
        except WorkspaceError as error:
            state.open_project(None)
            panel(error.message(language), "problem")
    no_project(language)
    return None


def opened_analysis(language: str) -> Analysis | None:
    """Return the analysis of the open project; without project or tasks, show the way on and return ``None``."""
    project = opened_project(language)
    if project is None:
        return None
    analysis = analysed(project.id, language)
    if analysis.tasks.empty:
        empty_state(
            translate("This project has no task yet", language),
            translate("Nothing in its files was understood as a task, or every row is set aside.", language),
        )
        navigation.way_on("inventory", translate("Look at the task list", language))
        return None
    return analysis
