"""Personal data in free text: found by :func:`find_personal_data`."""

from analyzer.inventory.personal.detector import find_personal_data
from analyzer.inventory.personal.kinds import KINDS, Finding, label

__all__ = ["KINDS", "Finding", "find_personal_data", "label"]
