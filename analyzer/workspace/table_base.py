"""What every table of the workspace is made of: its base, and the kinds of columns that databases share."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, LargeBinary, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase

from analyzer.workspace.columns import UtcDateTime

Json = JSON(none_as_null=True)
Identifier = String(32)
Code = String(32)


class Base(DeclarativeBase):
    """Base of every table; constraints have names, so that a later migration can change them on SQLite too."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {str: Text(), datetime: UtcDateTime(), dict[str, Any]: Json, bytes: LargeBinary()}  # noqa: RUF012
