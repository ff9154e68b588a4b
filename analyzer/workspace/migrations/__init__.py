"""Alembic migrations of the workspace, run by :func:`analyzer.workspace.open_workspace`.

``python -m analyzer.workspace.migrations "add votes"`` writes the next one from what changed in
:mod:`analyzer.workspace.tables`; read it over before you keep it.
There are no downgrades: an older version refuses a newer database, and a backup is the way back.
"""
