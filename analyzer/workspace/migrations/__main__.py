"""``python -m analyzer.workspace.migrations MESSAGE`` writes the next migration."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.script import ScriptDirectory

from analyzer.workspace import schema
from analyzer.workspace.engine import make_engine, writer


def write_migration(message: str, scripts: Path = schema.MIGRATIONS) -> Path:
    """Write the migration that leads from the present ones to :mod:`analyzer.workspace.tables`.

    :param message: what it does, in a few words.
    :param scripts: folder of the migrations.
    :returns: the file written.
    """
    number = len(list(ScriptDirectory.from_config(schema.alembic_config(scripts=scripts)).walk_revisions())) + 1
    with tempfile.TemporaryDirectory() as folder:
        engine = make_engine(f"sqlite:///{folder}/empty.sqlite3", migrating=True)
        try:
            schema.upgrade(engine, scripts)
            with writer(engine).begin() as connection:
                config = schema.alembic_config(connection, scripts)
                script = command.revision(config, message, autogenerate=True, rev_id=f"{number:04d}")
        finally:
            engine.dispose()
    if script is None or isinstance(script, list):
        raise RuntimeError(f"no single migration was written: {script}")
    return Path(script.path)


if __name__ == "__main__":
    print(write_migration(" ".join(sys.argv[1:]) or "change tables"))
