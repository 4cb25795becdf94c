"""Light Markdown is shown as it is meant, as high as it needs, and nothing else is done with it."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QFont, QTextLayout
from PySide6.QtWidgets import QWidget

from caregiver_journal.base.look import read_look
from caregiver_journal.base.marks import override
from caregiver_journal.ui.widgets.marked_text import MarkedText
from caregiver_journal.ui.widgets.row_sheet import mark_ground

Show = Callable[..., QWidget]
LONG = "walked home along the canal, which took far longer than it ever did before, by far"
HOSTILE = "<img src='//host/share'> ![x](file:///etc/passwd) <b>& back</b>"


def lines(label: MarkedText, width: int = 200) -> list[tuple[float, str]]:
    """Return where each line begins and what stands in it."""
    layout, _height = label._lay_out(width)
    found = [layout.lineAt(number) for number in range(layout.lineCount())]
    text = label.text()
    return [
        (line.x(), text[line.textStart() : line.textStart() + line.textLength()]) for line in found
    ]


def test_marks_are_gone_and_all_else_is_shown_as_it_is(show: Show) -> None:
    label = MarkedText(f"That was **long**.\n- {HOSTILE}\n2. two")
    show(label)
    assert label.text() == f"That was long.\n• {HOSTILE}\n2. two"


def test_bold_words_are_written_so(show: Show) -> None:
    label = MarkedText("That was **long**.")
    show(label)
    (bold,) = label._lay_out(300)[0].formats()
    assert (bold.start, bold.length) == (9, 4)
    assert bold.format.fontWeight() == QFont.Weight.DemiBold


def test_an_item_goes_on_where_its_words_began_and_a_paragraph_does_not(show: Show) -> None:
    label = MarkedText(f"- {LONG}\n{LONG}\n12. {LONG}")
    show(label)
    begun = lines(label)
    inside = [x for x, _text in begun]
    paragraph = next(at for at, (_x, text) in enumerate(begun) if at and text.startswith("walked"))
    number = next(at for at, (_x, text) in enumerate(begun) if text.startswith("12."))
    assert inside[0] == 0
    assert len({*inside[1:paragraph]}) == 1
    assert inside[1] > 0
    assert {*inside[paragraph : number + 1]} == {0}
    assert inside[number + 1] > inside[1], "a longer sign takes more room"


def test_a_height_that_is_asked_for_again_is_not_measured_again(show: Show) -> None:
    laid: list[int] = []

    class Counted(MarkedText):
        @override
        def _lay_lines(self, layout: QTextLayout, width: int) -> int:
            laid.append(width)
            return super()._lay_lines(layout, width)

    label = Counted(f"- {LONG}\n" * 3)
    show(label)
    laid.clear()
    heights = [label.heightForWidth(width) for width in (120, 240) * 5]
    assert laid == [120, 240]
    assert heights == heights[:2] * 5
    assert heights[0] > heights[1]
    label.setFont(QFont(label.font().family(), 40))
    assert label.heightForWidth(120) > heights[0]


def test_right_to_left_text_begins_at_the_right(show: Show) -> None:
    label = MarkedText("- " + "לבקש עזרה ממישהו קרוב " * 4)
    show(label)
    layout, _height = label._lay_out(200)
    first, second = layout.lineAt(0), layout.lineAt(1)
    assert (first.x(), second.x()) == (0, 0)
    assert second.width() < first.width() == 200


def test_words_that_are_looked_for_stand_out_in_bold_ones_too(show: Show) -> None:
    label = MarkedText("The **canal** again, the **canal", "canal")
    window = show(label, width=300)
    image = window.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(300) for y in range(0, 60, 2)}
    assert QColor(mark_ground(read_look("light"))).name() in seen
    formats = label._lay_out(300)[0].formats()
    assert [(each.start, each.length) for each in formats] == [(4, 5), (4, 5), (23, 5)]


@pytest.mark.parametrize("text", ["- **a** b\n" * 300, LONG * 9, "x\n" * 90, ""])
def test_it_is_as_high_as_it_needs(show: Show, text: str) -> None:
    label = MarkedText(text)
    show(label, width=300)
    heights = [label.heightForWidth(width) for width in (150, 300, 600)]
    assert label.height() >= label.heightForWidth(label.width())
    assert all(narrow >= wide for narrow, wide in pairwise(heights))
