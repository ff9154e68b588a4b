"""Where work is kept: projects with their files, rows, corrections, overrides, scenarios, and people's proposals.

One database (a SQLite file, or PostgreSQL by URL), opened once a process by :func:`open_workspace` and shared by its
threads. The functions take the workspace first and give small frozen records or frames; an entry that someone else has
just deleted raises :class:`~analyzer.errors.WorkspaceError` with a sentence for the user.

    from analyzer import workspace

    work = workspace.open_workspace()
    project = workspace.create_project(work, "Accounts payable")
    source = workspace.add_source(work, project.id, "tasks.xlsx", content)
    workspace.store_rows(work, source.id, inventory.frame, reading_options={}, summary=inventory.as_check())
    rows = workspace.load_rows(work, project.id)

It stores plain values and frames, and knows nothing of reading, scoring or showing them.
"""

from analyzer.workspace.accounts import Account, sign_in
from analyzer.workspace.analyses import content_hash, load_analysis, store_analysis
from analyzer.workspace.answers import ANSWERS, LONGEST_COMMENT, answer_proposal, list_among
from analyzer.workspace.choices import choices, drop_choices, keep_choice, keep_choices
from analyzer.workspace.database import Workspace, open_workspace
from analyzer.workspace.inventory_rows import (
    EDITABLE,
    edit_rows,
    exclude_rows,
    load_rows,
    restore_rows,
    store_rows,
    undo_edits,
)
from analyzer.workspace.lessons import Lesson, learns, leave_out, list_lessons, set_learning, take_in
from analyzer.workspace.measurements import (
    MeasuredMinutes,
    Measurement,
    add_measurements,
    list_measurements,
    remove_measurements,
)
from analyzer.workspace.overrides import (
    current_overrides,
    override_history,
    override_row,
    override_rows,
    remove_overrides,
    waiting_overrides,
)
from analyzer.workspace.projects import (
    Project,
    create_project,
    delete_project,
    get_project,
    list_projects,
    open_sample_project,
    rename_project,
)
from analyzer.workspace.proposals import (
    Proposal,
    create_proposal,
    delete_proposal,
    own_proposals,
    submit_proposal,
    submitted_proposals,
    update_proposal,
    withdraw_proposal,
)
from analyzer.workspace.row_decisions import Decision
from analyzer.workspace.scenarios import (
    Scenario,
    choose_scenario,
    current_scenario,
    delete_scenario,
    list_scenarios,
    rename_scenario,
    save_scenario,
)
from analyzer.workspace.sources import (
    Source,
    add_source,
    delete_source,
    get_source,
    list_sources,
    remembered_options,
    replace_content,
    source_content,
    sources_with_tasks,
)

__all__ = [
    "ANSWERS",
    "EDITABLE",
    "LONGEST_COMMENT",
    "Account",
    "Decision",
    "Lesson",
    "MeasuredMinutes",
    "Measurement",
    "Project",
    "Proposal",
    "Scenario",
    "Source",
    "Workspace",
    "add_measurements",
    "add_source",
    "answer_proposal",
    "choices",
    "choose_scenario",
    "content_hash",
    "create_project",
    "create_proposal",
    "current_overrides",
    "current_scenario",
    "delete_project",
    "delete_proposal",
    "delete_scenario",
    "delete_source",
    "drop_choices",
    "edit_rows",
    "exclude_rows",
    "get_project",
    "get_source",
    "keep_choice",
    "keep_choices",
    "learns",
    "leave_out",
    "list_among",
    "list_lessons",
    "list_measurements",
    "list_projects",
    "list_scenarios",
    "list_sources",
    "load_analysis",
    "load_rows",
    "open_sample_project",
    "open_workspace",
    "override_history",
    "override_row",
    "override_rows",
    "own_proposals",
    "remembered_options",
    "remove_measurements",
    "remove_overrides",
    "rename_project",
    "rename_scenario",
    "replace_content",
    "restore_rows",
    "save_scenario",
    "set_learning",
    "sign_in",
    "source_content",
    "sources_with_tasks",
    "store_analysis",
    "store_rows",
    "submit_proposal",
    "submitted_proposals",
    "take_in",
    "undo_edits",
    "update_proposal",
    "waiting_overrides",
    "withdraw_proposal",
]
