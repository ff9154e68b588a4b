"""Run by Alembic: configure migrations on the connection that the caller opened, inside the caller's transaction."""

from typing import Any, Literal

from alembic import context

from analyzer.workspace.columns import UtcDateTime
from analyzer.workspace.table_base import Base


def render_item(kind: str, item: Any, _autogenerate: Any) -> str | Literal[False]:
    """Write our types as plain SQL types: a migration must still run when our code has moved on."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, UtcDateTime) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,  # SQLite alters a table by building it anew
    compare_type=True,
    render_item=render_item,
)
with context.begin_transaction():
    context.run_migrations()
