"""Sheets on paper: nothing over an edge, nothing lost, pages that break where they may."""

import random

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from caregiver_journal.ui.paper.blocks import Block, Rules, Table, Words, heading, title
from caregiver_journal.ui.paper.painter import Laid, fit, lay_out, make_pdf
from caregiver_journal.ui.paper.pieces import Ground, Piece, cut, lay_words

WIDTH, HEIGHT, DOTS = 600, 850, 83
MIXED = "Ana, Зоя, 日本 🙂, שלום, \ufffc\u2028 and <b>& so</b> on"


def pages_of(laid: Laid) -> list[QImage]:
    """Draw each page with a margin around it, so that what runs over an edge is seen."""
    images = []
    for number in range(len(laid.pages)):
        image = QImage(WIDTH + 40, HEIGHT + 40, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.translate(20, 20)
        laid.draw_page(painter, number)
        painter.end()
        images.append(image)
    return images


def ink(image: QImage) -> tuple[int, int, int, int]:
    """Return the smallest and largest place of ink: left, top, right, bottom."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    bits, step = bytes(grey.constBits()).translate(_DARK), grey.bytesPerLine()
    rows = [bits[y * step : y * step + grey.width()] for y in range(grey.height())]
    dark = [(y - 20, row) for y, row in enumerate(rows) if 1 in row]
    left = min(row.find(1) for _y, row in dark)
    right = max(row.rfind(1) for _y, row in dark)
    return left - 20, dark[0][0], right - 20, dark[-1][0]


_DARK = bytes(value < 160 for value in range(256))


LONG: tuple[Block, ...] = (
    title("A sheet"),
    *(Words(f"{MIXED} {n} " * 9, stays=n % 5 == 0) for n in range(12)),
    heading("To fill in"),
    Rules(9),
    Table(("One", "Two\nlines"), tuple((MIXED, "") for _n in range(30)), (1, 2)),
    Table((), (("x" * 400, "y"),) * 3, (0.1, 0.9), together=True),
)


def test_a_long_sheet_takes_pages_and_nothing_runs_over_an_edge(app: QApplication) -> None:
    laid = fit(LONG, WIDTH, HEIGHT, DOTS)
    assert len(laid.pages) > 2
    for image in pages_of(laid):
        left, top, right, bottom = ink(image)
        assert left >= 0
        assert top >= 0
        assert right <= WIDTH + 1
        assert bottom <= HEIGHT


def test_each_piece_stands_on_one_page(app: QApplication) -> None:
    laid = fit(LONG, WIDTH, HEIGHT, DOTS)
    count = sum(len(page) for page in laid.pages)
    pieces = len(list(cut(LONG, laid.ground)))
    assert pieces <= count < pieces + len(laid.pages), "only heads of tables come again"


def test_what_nearly_fits_is_written_smaller_and_what_does_not_in_the_usual_hand(
    app: QApplication,
) -> None:
    usual = fit((Words("x"),), WIDTH, HEIGHT, DOTS).ground.point
    nearly = fit([Words("x", after=0.2)] * 46, WIDTH, HEIGHT, DOTS)
    assert len(nearly.pages) == 1
    assert nearly.ground.point < usual
    far = fit([Words("x", after=0.2)] * 200, WIDTH, HEIGHT, DOTS)
    assert len(far.pages) > 1
    assert far.ground.point == usual


def test_there_are_as_many_lines_to_write_on_as_one_page_holds(app: QApplication) -> None:
    def count(lines: int) -> tuple[int, bool]:
        blocks: list[Block] = [*[Words("x", after=0.2)] * lines, *[Rules(3, spare=2)] * 4]
        laid = fit(blocks, WIDTH, HEIGHT, DOTS)
        return sum(len(page) for page in laid.pages) - lines, len(laid.pages) == 1

    assert count(8) == (12, True)
    assert count(28) == (8, True)
    assert count(36) == (4, True)
    assert count(200) == (4, False)


def test_an_empty_sheet_is_one_page(app: QApplication) -> None:
    assert len(fit((), WIDTH, HEIGHT, DOTS).pages) == 1
    assert make_pdf(()).startswith(b"%PDF")


def piece(height: float, after: float = 0, *, stays: bool = False) -> Piece:
    return Piece(height, lambda _painter, _top: None, after, stays=stays)


def test_a_heading_goes_with_what_follows_and_room_below_falls_away_at_the_foot() -> None:
    first, head, words = piece(60, 30), piece(10, stays=True), piece(20)
    assert lay_out([first, head, words], 100) == [[(0, first)], [(0, head), (10, words)]]
    last = piece(10, 40)
    assert lay_out([first, last], 100) == [[(0, first), (90, last)]]


def test_what_is_higher_than_a_page_does_not_stop_it() -> None:
    tall = [piece(40, stays=True) for _n in range(7)]
    pages = lay_out([*tall, piece(500)], 100)
    assert sum(len(page) for page in pages) == 8


def test_the_head_of_a_table_comes_again_on_each_page(app: QApplication) -> None:
    table = Table(("Head",), (("",),) * 60, (1,))
    laid = fit((table,), WIDTH, HEIGHT, DOTS)
    tops = [page[0][1] for page in laid.pages]
    assert len(laid.pages) > 1
    assert len({top.height for top in tops}) == 1
    assert sum(len(page) for page in laid.pages) == 61 + len(laid.pages) - 1


@pytest.mark.parametrize(
    ("text", "is_right"), [("Ana", False), ("12 שלום", True), ("", False), ("مرحبا Ana", True)]
)
def test_right_to_left_words_begin_at_the_right(
    app: QApplication, text: str, *, is_right: bool
) -> None:
    ground = Ground(WIDTH, 1.0)
    layout = lay_words(text, ground.font(), WIDTH)
    line = layout.lineAt(0)
    assert (line.naturalTextRect().left() > WIDTH / 2) is is_right


def test_any_text_can_be_printed(app: QApplication) -> None:
    source = random.Random(7)
    text = "".join(chr(source.randrange(1, 0x3_0000)) for _n in range(600))
    text = text.encode("utf-8", "replace").decode()
    assert make_pdf((Words(text), Table(("a",), ((text,),), (1,)))).startswith(b"%PDF")


def test_a_pdf_holds_no_link_script_file_or_name(app: QApplication) -> None:
    content = make_pdf((Words("<a href='//host/share'>x</a>"),), is_wide=True)
    for unwanted in (b"/URI", b"/JavaScript", b"/EmbeddedFile", b"/Link", b"host/sh"):
        assert unwanted not in content
    assert b"/Title ()" in content
    assert content.count(b"/Author (") == content.count(b"/Author ()")
