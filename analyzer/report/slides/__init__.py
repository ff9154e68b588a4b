"""The deck: a story as slides with native charts, tables and shapes that can be changed in any presentation program."""
