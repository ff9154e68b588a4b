"""Readers of other projects (workbooks, Parquet, JSON), run in a process of their own where a file could harm this one.

What they read comes as messages: ``("sheet", name, is_table, is_visible, merged, height)``, ``("rows", rows)`` and at
the end ``("end",)``, or ``("refused", why)``.
"""

from analyzer.inventory.apart.process import read_apart

__all__ = ["read_apart"]
