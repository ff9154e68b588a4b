"""The sentences about a file and its rows, in English, by their codes; the catalogues have them in French."""

from __future__ import annotations

from analyzer.i18n import mark

NOT_A_TASK = frozenset(
    {"blank", "banner", "total", "repeated_header", "section", "note", "no_task", "row_hidden", "event_again"}
)
"""Codes of rows that are no task: every row of a file is a task or has exactly one problem with one of these."""

_ROW_SENTENCES = {
    "blank": mark("Blank row."),
    "banner": mark("Text above the table: “{text}”."),
    "total": mark("A total, not a task: “{text}”."),
    "repeated_header": mark("The header line again."),
    "section": mark("A heading between the tasks: “{text}”."),
    "note": mark("A note below the table: “{text}”."),
    "no_task": mark("No task is named in this row."),
    "row_hidden": mark("A hidden row, left out: “{text}”."),
    "event_again": mark("Another time of “{text}”, counted with the first."),
}

VALUE_SENTENCES = {
    "task_missing": mark("No task is named: write what is done."),
    "task_without_words": mark("“{text}” has no words: write what is done."),
    "time_missing": mark("How often and how long are not said: the time is unknown."),
    "frequency_missing": mark("How often is not said: the time is unknown."),
    "duration_missing": mark("How long is not said: the time is unknown."),
    "not_positive": mark("A time, frequency or number of people of zero or less cannot be: the time is set aside."),
    "week_exceeded": mark("{hours} a week and person cannot be (120 h is the limit): the time is set aside."),
    "duplicate": mark("The same task as in row {other_row}."),
}
"""Codes that follow from the values of a frame alone: they are found anew after every edit."""

READING_SENTENCES = {
    "frequency_unreadable": mark("“{text}” was not understood as a frequency: write for example “3 per week”."),
    "frequency_vague": mark("“{text}” gives no number: say how many times per week, month or year."),
    "frequency_uncounted": mark("“{text}” names a period but no number: say how many times in it."),
    "duration_unreadable": mark("“{text}” was not understood as a duration: write for example “45 min” or “1h30”."),
    "duration_vague": mark("“{text}” gives no duration: say how many minutes."),
    "headcount_unreadable": mark("“{text}” was not understood as a number of people: 1 is used."),
    "headcount_from_role": mark("“{text}” was read as the role “{role}”, number of people: {count}."),
    "headcount_by_name": mark(
        "“{role}” is {count} people, and the row names who does it: its time counts times {named}."
    ),
    "headcount_disagrees": mark("“{text}” names another number of people than their column: the column counts."),
    "frequency_read_as_day": mark("“{text}” was read as {count} per day."),
    "frequency_read_as_week": mark("“{text}” was read as {count} per week."),
    "frequency_read_as_fortnight": mark("“{text}” was read as once every two weeks."),
    "frequency_read_as_month": mark("“{text}” was read as {count} per month."),
    "frequency_read_as_year": mark("“{text}” was read as {count} per year."),
    "duration_read_as": mark("“{text}” was read as {minutes} min."),
    "number_ambiguous": mark("“{text}” was read with thousands: the sign before three digits could be a decimal one."),
    "date_as_range": mark("The spreadsheet turned this into a date ({text}): it was read as {low} to {high}."),
    "date_unreadable": mark("The spreadsheet turned this into a date ({text}): type it again as text."),
    "weekly_time_disagrees": mark("{stated} a week are stated, but the other columns give {computed}."),
    "time_shared": mark("{count} roles are marked: the time of the row was shared evenly among them."),
    "comma_rejoined": mark("“{text}” stood in two columns, cut at its comma, and was put together again."),
    "several_tasks": mark("“{text}” lists several tasks in one cell: it was read as one, write one task a row."),
    "time_split": mark("{count} tasks stood in one cell: the time of the row was shared evenly among them."),
    "extra_cells": mark("“{text}” stands beyond the last column and is not used."),
}
"""Codes of task rows that say how a cell was read."""

UNREAD = ("_unreadable", "_vague", "_uncounted")
"""Ends of the codes of cells whose value stayed unknown."""

CONVENTION_SENTENCES = {
    "time_from_text": mark("“{text}” stood in the task and was read as its time."),
    "frequency_range": mark("“{text}” is a range: its middle is used."),
    "duration_range": mark("“{text}” is a range of {low} to {high} min: its middle is used."),
}
"""Codes of task rows that are stated conventions: reported, but nothing to mend, so not in the ``issues`` column."""

_FILE_SENTENCES = {
    "encoding_assumed": mark("The text was read as {encoding}: if accents look wrong, choose another encoding."),
    "quotes_ignored": mark("The quotation marks do not match: they were read as plain text."),
    "other_list": mark("The file looks like {looks_like}: it was read as a list of tasks all the same."),
    "lines_of_sentences": mark("Most lines are long or hold several sentences: each was read as one task."),
    "sheet_left_out": mark(
        "The sheet “{name}” ({count} rows) was left out, for it does not read as a list of tasks: choose it "
        "if it is one."
    ),
    "sheet_hidden": mark("The hidden sheet “{name}” was left out: choose it if it counts."),
    "rows_hidden": mark(
        "Hidden rows were read like the others ({count}: {text}): leave them out if they do not count."
    ),
    "rows_hidden_left_out": mark("Hidden rows were left out, as you chose ({count}: {text})."),
    "columns_hidden": mark("Hidden columns were read like the others ({text}): leave them out if they do not count."),
    "columns_hidden_left_out": mark("Hidden columns were left out, as you chose ({text})."),
    "sheet_unreadable": mark("“{name}” is a chart or macro sheet and was left out."),
    "tables_beside": mark("{count} tables stand side by side: each was read, its rows numbered as they stand."),
    "events_counted": mark(
        "This is a calendar: its events were counted by subject, each as often and as long as it stands there "
        "(events: {count}, subjects: {subjects}, weeks: {weeks})."
    ),
    "table_turned": mark("The list runs from left to right: each column was read as a task, and columns are counted."),
    "header_missing": mark("No header line was found: the columns were told by what is in them."),
    "column_guessed": mark("The column “{header}” was taken for “{field}” by what is in it: check it."),
    "column_ignored": mark("The column “{header}” is not used."),
    "column_groups": mark(
        "The column “{header}” is not used: choose “Team” for it if the results should be told apart by it."
    ),
    "column_twice": mark("The column “{header}” also looks like “{field}”: only the first one is used."),
    "range_in_columns": mark("“{header}” and “{other}” were read as a range: the middle between them counts."),
    "roles_in_columns": mark("Roles stand as columns ({text}), which are not used: give a row to each task and role."),
    "roles_across_times": mark(
        "Roles stand as columns ({text}): each filled cell below one was read as its time, in a row of its own."
    ),
    "roles_across_marks": mark(
        "Roles stand as columns ({text}): each mark below one was read as “does this task”, in a row of its own."
    ),
    "roles_across_letters": mark(
        "Roles stand as columns ({text}): who has R, or else A, was read as doing the task, in a row of its own, "
        "and those with C or I were left out."
    ),
    "owner_as_role": mark("“{header}” was read as roles: choose “Person” if it holds people's names."),
    "owner_as_person": mark("“{header}” was read as people: choose “Role” if it holds roles."),
    "duration_unit_assumed": mark("“{header}” has numbers without a unit: they were read as {unit}."),
    "period_assumed": mark("“{header}” has numbers without a period: they were read as {period}."),
    "share_of_week": mark("“{header}” is a share of the working time: a week of {hours} was used."),
    "fte_as_headcount": mark("“{header}” was read as people: choose the time per week if it is a share of time."),
    "fte_as_time": mark("“{header}” was read as a share of the week: a full-time week of {hours} was used."),
    "volume_multiplied": mark("“{header}” was counted each time: “monthly” with 40 makes 40 a month."),
    "time_per_person": mark("“{header}” was read as the time of one person, times the number of people."),
    "time_columns_missing": mark("No column says how often or how long: choose them, or hours cannot be estimated."),
    "frequency_column_missing": mark("No column says how often: choose one, or hours cannot be estimated."),
    "duration_column_missing": mark("No column says how long: choose one, or hours cannot be estimated."),
    "team_from_sheet": mark("A sheet that bears the name of a team was taken for its tasks."),
    "team_from_file": mark("No team is named in the file: its name was taken for one, “{text}”."),
    "same_file": mark("“{name}” holds exactly the same: its tasks count twice as long as both files are read."),
    "file_version": mark(
        "“{name}” is mostly the same list (tasks in both: {count}, of which changed: {changed}), and both count: leave "
        "the older one out."
    ),
    "team_in_files": mark(
        "“{name}” names the same teams ({text}), which count as one each: give them different names if they are two."
    ),
    "person_from_sheet": mark("A sheet that bears a person's name was taken for the tasks of that person."),
    "team_from_section": mark("The headings between the tasks were taken for teams."),
    "role_from_section": mark("The headings between the tasks were taken for roles."),
    "person_from_section": mark("The headings between the tasks were taken for people."),
    "frequency_from_section": mark("The headings between the tasks were read as how often they are done: {text}."),
    "filled_down": mark("“{header}” stands on the first row of its block only: {count} cells were filled from it."),
    "merged_filled": mark("“{header}” has merged cells: {count} cells were filled from them."),
}  # fmt: skip

QUESTION_SENTENCES = {
    "time_negative": mark("“{task}” has a number below zero: is it a slip?"),
    "time_zero": mark("“{task}” takes no time at all as it is written: is its time unknown?"),
    "never_done": mark("“{task}” is never done as it is written: does it count?"),
    "person_over_day": mark("“{who}” would take {hours} a day, and a day has 24 h: what are the right times?"),
    "person_over_week": mark("The tasks of “{who}” fill {hours} a week of {week}: is that so?"),
    "times_of_role": mark(
        "“{who}”: the times of its rows, for each of {people} people, make {hours} a week per person, of {week}: "
        "are they the times of the whole role, or of each person?"
    ),
    "role_over_week": mark(
        "The tasks of “{who}” fill {hours} a week per person, of {week}: is it the work of {people} people?"
    ),
    "task_over_week": mark("“{task}” takes {hours} a week, and a week has {week}: do {people} people do it?"),
    "list_over_week": mark(
        "No role is named, and the tasks fill {hours} a week per person, of {week}: are they the work of {people} "
        "people?"
    ),
    "team_over_week": mark(
        "“{who}”: no role is named, and the tasks fill {hours} a week per person, of {week}: are they the work of "
        "{people} people?"
    ),
    "role_under_week": mark("The tasks of “{who}” fill {hours} a week of {week}: is something missing?"),
    "unit_too_long": mark("“{task}” would take {hours} a week: does it take {minutes} min each time?"),
    "unit_too_short": mark("“{task}” takes {minutes} min each time as it is written: is it {hours}?"),
    "near_duplicate": mark("“{task}” and “{other}” (row {other_row}) say nearly the same: is it one task?"),
    "same_across_roles": mark("“{task}” is done by several roles ({roles}): is it the same work?"),
}
"""Codes of questions, each with a proposed answer (:mod:`analyzer.inventory.questions`)."""

PERSONAL_SENTENCES = {
    "personal_data": mark("Personal data was masked: {kind} ({count})."),
    "personal_data_kept": mark("Personal data was kept as it is written: {kind} ({count})."),
}
"""Codes of rows whose texts hold personal data: reported by row and kind, but nothing to mend."""

FREE_TEXT = "free_text"
"""Code of a sentence that somebody else wrote into the ``issues`` column; it is kept as it is."""

SENTENCES = {
    **_ROW_SENTENCES, **VALUE_SENTENCES, **READING_SENTENCES, **CONVENTION_SENTENCES, **_FILE_SENTENCES,
    **PERSONAL_SENTENCES,
    **QUESTION_SENTENCES,
    FREE_TEXT: "{text}",
}  # fmt: skip
"""Code -> English sentence."""

UNITS = {"minutes": mark("minutes"), "hours": mark("hours"), "days": mark("days")}
PERIODS = {
    "day": mark("per day"),
    "week": mark("per week"),
    "fortnight": mark("per two weeks"),
    "month": mark("per month"),
    "two_months": mark("per two months"),
    "quarter": mark("per quarter"),
    "half_year": mark("per half-year"),
    "year": mark("per year"),
}
