"""The inventory: reads task lists as people keep them, and accounts for every row.

A file becomes grids of cells (:mod:`~analyzer.inventory.reading`), a grid becomes a table with a header and columns
(:mod:`~analyzer.inventory.layout`, :mod:`~analyzer.inventory.columns`), cells become times
(:mod:`~analyzer.inventory.times`), and the whole becomes an :class:`Inventory`: one row a task, and a problem with a
code and a sentence for whatever was left out or read one way of several.
"""

from analyzer.inventory.columnmatch import ColumnMatch
from analyzer.inventory.completion import complete_frame
from analyzer.inventory.durations import parse_duration
from analyzer.inventory.fields import FIELDS, IGNORE, field_label
from analyzer.inventory.frequencies import parse_frequency
from analyzer.inventory.inventory import FileFormat, Inventory
from analyzer.inventory.options import ReadingOptions
from analyzer.inventory.personal.masker import mask_file_name, mask_texts
from analyzer.inventory.problems import Problem
from analyzer.inventory.questions import Question, find_questions, proposed_changes
from analyzer.inventory.sentences import NOT_A_TASK
from analyzer.inventory.service import inventory_files, read_inventories, read_inventory
from analyzer.inventory.severalfiles import read_together
from analyzer.inventory.template import template, template_name
from analyzer.inventory.versions import Difference, difference, is_version, versions_among

__all__ = [
    "FIELDS",
    "IGNORE",
    "NOT_A_TASK",
    "ColumnMatch",
    "Difference",
    "FileFormat",
    "Inventory",
    "Problem",
    "Question",
    "ReadingOptions",
    "complete_frame",
    "difference",
    "field_label",
    "find_questions",
    "inventory_files",
    "is_version",
    "mask_file_name",
    "mask_texts",
    "parse_duration",
    "parse_frequency",
    "proposed_changes",
    "read_inventories",
    "read_inventory",
    "read_together",
    "template",
    "template_name",
    "versions_among",
]
