"""Frames that took time to compute, kept so that a refresh or a second visit does not compute them again."""

from __future__ import annotations

import hashlib
import io
from contextlib import suppress

import pandas as pd
from pyarrow import ArrowException
from sqlalchemy import delete, select, update
from sqlalchemy.orm import undefer

from analyzer.errors import WorkspaceError
from analyzer.workspace.columns import now
from analyzer.workspace.database import Workspace
from analyzer.workspace.tables import AnalysisRow
from analyzer.workspace.touch import touch

KEPT = 3
"""Analyses kept a project: the one in use, and those that undoing a change leads back to."""


def content_hash(frame: pd.DataFrame) -> str:
    """Return the hash of all that a frame holds: names of columns, kinds, values, order.

    :returns: 64 hexadecimal digits.
    """
    digest = hashlib.sha256()
    for name in frame.columns:
        digest.update(f"{name}\x1f{frame[name].dtype}\x1e".encode())
        digest.update(pd.util.hash_pandas_object(frame[name], index=False).to_numpy().tobytes())
    return digest.hexdigest()


def store_analysis(
    workspace: Workspace, project_id: str, content: str, model_id: str, frame: pd.DataFrame, *, kept: int = KEPT
) -> None:
    """Keep a computed frame; of each project only the latest used ones stay.

    :param content: hash of what it was computed from (:func:`content_hash`).
    :param model_id: what computed it: a name that changes with the model and with the columns it gives.
    :param frame: what was computed; the index is not kept.
    :param kept: how many stay.
    :raises WorkspaceError: if the project is no longer there.
    """
    buffer = io.BytesIO()
    frame.to_parquet(buffer, index=False, compression="zstd")
    with workspace.writing() as session:
        touch(session, project_id, revise=False)
        same = (
            AnalysisRow.project_id == project_id,
            AnalysisRow.content_hash == content,
            AnalysisRow.model_id == model_id,
        )
        session.execute(delete(AnalysisRow).where(*same))
        session.add(
            AnalysisRow(
                project_id=project_id,
                content_hash=content,
                model_id=model_id,
                row_count=len(frame),
                frame=buffer.getvalue(),
            )
        )
        session.flush()
        by_use = select(AnalysisRow.id).where(AnalysisRow.project_id == project_id)
        old = session.scalars(by_use.order_by(AnalysisRow.used_at.desc(), AnalysisRow.id).offset(kept)).all()
        session.execute(delete(AnalysisRow).where(AnalysisRow.id.in_(old)))


def load_analysis(workspace: Workspace, project_id: str, content: str, model_id: str) -> pd.DataFrame | None:
    """Return a computed frame, or ``None`` if it is not kept (any more) or cannot be read.

    :param content: hash of what it was computed from.
    :param model_id: what computed it.
    """
    query = (
        select(AnalysisRow)
        .where(
            AnalysisRow.project_id == project_id,
            AnalysisRow.content_hash == content,
            AnalysisRow.model_id == model_id,
        )
        .options(undefer(AnalysisRow.frame))
    )
    with workspace.reading() as session:
        row = session.scalar(query)
    if row is None:
        return None
    try:
        frame = pd.read_parquet(io.BytesIO(row.frame))
    except (ArrowException, OSError, ValueError):  # written by a version that this one cannot read: compute it anew
        return None
    with suppress(WorkspaceError), workspace.writing() as session:  # a busy database is no reason to go without
        session.execute(update(AnalysisRow).where(AnalysisRow.id == row.id).values(used_at=now()))
    return frame
