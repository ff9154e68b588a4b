"""A story as a deck: one slide a section, its finding as title, what a speaker may be asked in the notes."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches

from analyzer.report.slides.drawings import add_bars, add_map, add_timeline
from analyzer.report.slides.paper import (
    BOTTOM,
    COLOURS,
    LEFT,
    RIGHT,
    TOP,
    add_line,
    box,
    colour,
    content_slide,
    cover,
    empty_deck,
    paint,
    write,
)
from analyzer.report.story.parts import Bars, Map, Timeline

if TYPE_CHECKING:
    from pptx.slide import Slide

    from analyzer.report.story.parts import Figure, Points, Section, Story, Table

_WIDTH = RIGHT - LEFT
_BESIDE = 4.2
"""Inches that words take beside a drawing."""
_GAP = 0.35
_LETTER = 0.0058
"""Inches of an average letter, a point of its size: what a paragraph needs is estimated with it."""


def deck(story: Story) -> bytes:
    """Return a story as a presentation (PPTX).

    Charts and tables are native: figures, colours and words can be changed in PowerPoint, Keynote or LibreOffice.

    :param story: of :func:`analyzer.report.story.telling.told`.
    :returns: the bytes of the file.
    """
    made = empty_deck(story)
    cover(made, story)
    for section in story.sections:
        slide = content_slide(made, section.name, section.finding, story.language)
        _fill(slide, section, story.language)
        if section.details:
            slide.notes_slide.notes_text_frame.text = "\n".join(section.details)
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def _fill(slide: Slide, section: Section, language: str) -> None:
    top, bottom = TOP, BOTTOM
    if section.note:
        bottom -= 0.08 + _height(section.note, 11, _WIDTH - 1.0)
        write(box(slide, LEFT, bottom + 0.1, _WIDTH - 1.0, 0.4), section.note, 11, language, fill=COLOURS.muted)
    if section.figures:
        top = _figures(slide, section.figures, top, language)
    if section.table is not None:
        _table(slide, section.table, top, bottom - top, language)
        return
    if section.drawing is None:
        _columns(slide, section.points, top, bottom, language)
        return
    room = _WIDTH - (_BESIDE + _GAP if section.points else 0.0)
    place = (LEFT, top, room, bottom - top)
    if isinstance(section.drawing, Bars):
        rows = len(section.drawing.categories)
        add_bars(slide, section.drawing, (LEFT, top, room, min(bottom - top, 0.62 * rows + 1.0)))
    elif isinstance(section.drawing, Map):
        add_map(slide, section.drawing, place)
    elif isinstance(section.drawing, Timeline):
        add_timeline(slide, section.drawing, place, language)
    if section.points:
        _stack(slide, section.points, (LEFT + room + _GAP, top, _BESIDE, bottom - top), language)


def _figures(slide: Slide, figures: tuple[Figure, ...], top: float, language: str) -> float:
    """Add figures as cards, in two rows at most if there are ten, and return where they end."""
    a_row = min(len(figures), 4 if len(figures) <= 8 else 5)
    width = (_WIDTH - _GAP * (a_row - 1)) / a_row
    for number, figure in enumerate(figures):
        left = LEFT + (number % a_row) * (width + _GAP)
        at = top + (number // a_row) * 1.6
        card = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(left), Inches(at), Inches(width), Inches(1.4))
        paint(card, COLOURS.surface)
        frame = card.text_frame
        frame.margin_left = frame.margin_right = Inches(0.16)
        write(frame, figure.label, 12, language, fill=COLOURS.muted, anchor=MSO_ANCHOR.MIDDLE)
        size = 18 if a_row > 4 else 28 if len(figure.value) < 16 else 20
        add_line(frame, figure.value, size, language, fill=COLOURS.own, bold=True)
        if figure.note:
            add_line(frame, figure.note, 12, language)
    return top + (1 + (len(figures) - 1) // a_row) * 1.6 + 0.15


def _columns(slide: Slide, points: tuple[Points, ...], top: float, bottom: float, language: str) -> None:
    """Set blocks of sentences in two columns of about the same height, in their order."""
    width = (_WIDTH - 2 * _GAP) / 2
    heights = [_block_height(block, 14, width) for block in points]
    if len(points) == 2:
        cut = 1
    else:
        cut = min(range(len(points) + 1), key=lambda at: max(sum(heights[:at]), sum(heights[at:])))
    columns = (points[:cut], points[cut:])
    size = min(_fitting(blocks, width, bottom - top, 14) for blocks in columns)
    for column, blocks in enumerate(columns):
        place = (LEFT + column * (width + 2 * _GAP), top, width, bottom - top)
        _stack(slide, blocks, place, language, largest=size)


def _stack(
    slide: Slide,
    points: tuple[Points, ...],
    place: tuple[float, float, float, float],
    language: str,
    *,
    largest: float = 13,
) -> None:
    """Set blocks of sentences below one another, as large as fits."""
    if not points:
        return
    left, top, width, height = place
    size = _fitting(points, width, height, largest)
    frame = box(slide, left, top, width, height)
    for number, block in enumerate(points):
        if number == 0:
            write(frame, block.title, size, language, fill=COLOURS.own, bold=True)
        else:
            add_line(frame, block.title, size, language, fill=COLOURS.own, bold=True, before=size * 0.8)
        for at, point in enumerate(block.points, start=1):
            words = f"{at}. {point}" if block.numbered else point
            add_line(frame, words, size, language, before=size * 0.25)


def _fitting(points: tuple[Points, ...], width: float, height: float, largest: float) -> float:
    """Return the largest size, in points, at which blocks of sentences fit, or the smallest that can be read."""
    sizes = [size for size in (14.0, 13.0, 12.0, 11.0, 10.0) if size <= largest]
    return next((one for one in sizes if sum(_block_height(b, one, width) for b in points) <= height), sizes[-1])


def _table(slide: Slide, table: Table, top: float, height: float, language: str) -> None:
    rows, columns = len(table.rows) + 1, len(table.heads)
    unit = _WIDTH / sum(table.widths)
    widths = [one * unit for one in table.widths]

    def needed(size: float) -> float:
        """Return the inches that all rows take."""
        lines = [max(_height(t, size, w - 0.16) for t, w in zip(r, widths, strict=True)) for r in table.rows]
        return sum(line + 0.12 for line in lines) + 0.5

    size = next((one for one in (13, 12, 11, 10, 9) if needed(one) <= height), 9)
    frame = slide.shapes.add_table(rows, columns, Inches(LEFT), Inches(top), Inches(_WIDTH), Inches(0.3 * rows))
    drawn = frame.table
    drawn.horz_banding = False
    for number, width in enumerate(widths):
        drawn.columns[number].width = Inches(width)
    for at, row in enumerate((table.heads, *table.rows)):
        drawn.rows[at].height = Inches(0.3)
        for number, text in enumerate(row):
            cell = drawn.cell(at, number)
            cell.margin_left = cell.margin_right = Inches(0.08)
            cell.margin_top = cell.margin_bottom = Inches(0.05)
            cell.fill.solid()
            cell.fill.fore_color.rgb = colour(
                COLOURS.own if at == 0 else COLOURS.background if at % 2 else COLOURS.surface
            )
            align = PP_ALIGN.RIGHT if number in table.numeric else PP_ALIGN.LEFT
            fill = COLOURS.background if at == 0 else COLOURS.text
            write(cell.text_frame, text, size, language, fill=fill, bold=at == 0 or number == 0, align=align)


def _block_height(block: Points, size: float, width: float) -> float:
    texts = sum(_height(point, size, width) + size * 0.25 / 72 for point in block.points)
    return _height(block.title, size, width) + texts + size * 0.8 / 72


def _height(text: str, size: float, width: float) -> float:
    """Return the inches that a text takes at a size, in points, and a width, in inches."""
    lines = max(1, -(-int(len(text) * size * _LETTER * 100) // int(width * 100)))
    return lines * size * 1.22 / 72
