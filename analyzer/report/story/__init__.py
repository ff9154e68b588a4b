"""What the deck and the printed page say, in words and numbers, before either is drawn.

:func:`~analyzer.report.story.telling.told` makes a :class:`~analyzer.report.story.parts.Story` of an estimate and what
was decided beside it.
"""
