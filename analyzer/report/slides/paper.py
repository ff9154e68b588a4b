"""The empty deck: 16:9, its colours and fonts set once in the master, so that new slides look like these."""

from __future__ import annotations

import copy
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Inches, Pt

from analyzer.report.theme import palette

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck
    from pptx.shapes.autoshape import Shape
    from pptx.slide import Slide
    from pptx.text.text import TextFrame
    from pptx.text.text import _Paragraph as Paragraph

    from analyzer.report.story.parts import Story

WIDTH, HEIGHT = 13.333, 7.5
"""Inches."""
LEFT, RIGHT = 0.6, WIDTH - 0.6
TOP, BOTTOM = 1.75, 6.75
"""Inches between which a slide's content lies; the title stands above, note and number below."""
_COVER, _CONTENT = 0, 5
"""Layouts of the library's own template: title slide, title only."""
_LANGUAGES = {"en": MSO_LANGUAGE_ID.ENGLISH_UK, "fr": MSO_LANGUAGE_ID.FRENCH}
COLOURS = palette("light")


def colour(value: str) -> RGBColor:
    """Return ``#RRGGBB`` as the library wants it."""
    return RGBColor.from_string(value.removeprefix("#"))


def empty_deck(story: Story) -> Deck:
    """Return a deck without slides, made for a story."""
    deck = Presentation()
    stretched = WIDTH / (deck.slide_width / Inches(1))
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    for page in (deck.slide_master, *deck.slide_layouts):
        for shape in page.placeholders:
            if shape._element.spPr.xfrm is not None:  # others take their place from the master
                shape.left, shape.width = Emu(int(shape.left * stretched)), Emu(int(shape.width * stretched))
    for page in (deck.slide_master, deck.slide_layouts[_CONTENT]):
        title = next(one for one in page.placeholders if one.placeholder_format.type == PP_PLACEHOLDER.TITLE)
        title.left, title.top = Inches(LEFT), Inches(0.62)
        title.width, title.height = Inches(RIGHT - LEFT), Inches(1.0)
        title.text_frame.vertical_anchor = MSO_ANCHOR.TOP
    facts = deck.core_properties
    facts.title, facts.language, facts.author, facts.keywords = story.title, story.language, "", ""
    facts.created = facts.modified = datetime.now(tz=UTC).replace(tzinfo=None)
    return deck


def cover(deck: Deck, story: Story) -> Slide:
    """Add the first slide."""
    slide = deck.slides.add_slide(deck.slide_layouts[_COVER])
    title, under = slide.shapes.title, slide.placeholders[1]
    for shape, top, height in ((title, 2.2, 1.7), (under, 4.0, 1.6)):
        shape.left, shape.top = Inches(LEFT + 0.3), Inches(top)
        shape.width, shape.height = Inches(RIGHT - LEFT - 0.6), Inches(height)
    size = _largest(story.title, {70: 38, 110: 30})
    write(title.text_frame, story.title, size, story.language, bold=True, anchor=MSO_ANCHOR.BOTTOM)
    write(under.text_frame, story.under, 18, story.language, fill=COLOURS.muted)
    add_line(under.text_frame, story.position, 16, story.language, fill=COLOURS.text, before=14)
    bar = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(LEFT), Inches(2.35), Inches(0.09), Inches(3.0))
    paint(bar, COLOURS.own)
    return slide


def content_slide(deck: Deck, name: str, finding: str, language: str) -> Slide:
    """Add a slide with what it is about, its finding as title, and its number."""
    slide = deck.slides.add_slide(deck.slide_layouts[_CONTENT])
    size = _largest(finding, {95: 26, 150: 22, 230: 18, 320: 16})
    title = slide.shapes.title.text_frame
    title.margin_left = title.margin_right = 0
    write(title, finding, size, language, bold=True)
    above = box(slide, LEFT, 0.3, RIGHT - LEFT, 0.34)
    write(above, name.upper() if len(name) < 40 else name, 11, language, fill=COLOURS.own, bold=True)
    for shape in slide.slide_layout.placeholders:
        if shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
            slide.shapes._spTree.append(copy.deepcopy(shape._element))
    return slide


def _largest(text: str, sizes: dict[int, int]) -> int:
    """Return the size, in points, for a text of its length; what is longer than all of them gets 14."""
    return next((size for letters, size in sizes.items() if len(text) <= letters), 14)


def box(slide: Slide, left: float, top: float, width: float, height: float) -> TextFrame:
    """Add an empty text box, in inches, and return its text."""
    shape = slide.shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(height))
    frame: TextFrame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    return frame


def write(
    frame: TextFrame,
    text: str,
    size: float,
    language: str,
    *,
    fill: str = COLOURS.text,
    bold: bool = False,
    anchor: MSO_ANCHOR = MSO_ANCHOR.TOP,
    align: PP_ALIGN = PP_ALIGN.LEFT,
) -> None:
    """Write the first paragraph of a text frame, in points."""
    frame.vertical_anchor, frame.word_wrap = anchor, True
    paragraph = frame.paragraphs[0]
    paragraph.alignment = align
    _run(paragraph, text, size, language, fill, bold=bold)


def add_line(
    frame: TextFrame,
    text: str,
    size: float,
    language: str,
    *,
    fill: str = COLOURS.text,
    bold: bool = False,
    before: float = 0,
) -> None:
    """Add a paragraph below what stands in a text frame."""
    paragraph = frame.add_paragraph()
    paragraph.alignment, paragraph.space_before = PP_ALIGN.LEFT, Pt(before)
    _run(paragraph, text, size, language, fill, bold=bold)


def paint(shape: Shape, fill: str) -> None:
    """Fill a shape with one colour, without an outline."""
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour(fill)
    shape.line.fill.background()
    # The theme's style would bring a shadow along.
    style = shape._element.find(f"{{{shape._element.nsmap['p']}}}style")
    if style is not None:
        shape._element.remove(style)


def _run(paragraph: Paragraph, text: str, size: float, language: str, fill: str, *, bold: bool) -> None:
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold, run.font.color.rgb = Pt(size), bold, colour(fill)
    run.font.language_id = _LANGUAGES[language]
