"""A summary becomes pages: a PDF that everybody can read, and pictures of the very same."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from PIL import Image, ImageChops
from pypdfium2 import PdfDocument
from support.summaries import (
    ARABIC,
    ENTRIES,
    GLANCE,
    GOOD,
    HEBREW,
    TALK,
    a_quarter,
    a_summary,
    mood,
    pages_of,
    saying,
)
from support.trend_values import VALUES

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.look import contrast
from caregiver_journal.domain.summary import (
    Block,
    Drawing,
    Paper,
    Points,
    Quote,
    Ruled,
    Section,
    Summary,
    Table,
    Words,
)
from caregiver_journal.exchange.drawn import draw_all
from caregiver_journal.exchange.summary_pdf import LaidOut, PdfFile, draw_pages, lay_out, write_pdf

PPI = 110


def laid_of(summary: Summary) -> LaidOut:
    return lay_out(summary, draw_all(summary))


def pdf_of(summary: Summary, password: str = "") -> PdfFile:
    return write_pdf(laid_of(summary), password)


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def quarter() -> LaidOut:
    return laid_of(a_quarter())


@pytest.fixture(scope="module")
def quarter_pdf(quarter: LaidOut) -> PdfFile:
    return write_pdf(quarter)


# --- what is read ------------------------------------------------------------------------------


def test_all_words_are_read_in_their_order(quarter_pdf: PdfFile) -> None:
    said = flat(" ".join(pages_of(quarter_pdf.content)))
    order = (
        "Summary for session",
        "made by the journal's owner",
        "What I want to talk about 2 points",
        "Why I still say yes",
        "At a glance",
        "Days with entries 61 of 91 54 of 91 somewhat more",
        "median 3 · 78 check-ins",
        "New rota",
        "Dots are single days.",
        "yes against own wish 14 11 9 5",
        "Soup from a colleague.",
        "14 November 2026, 21:10 · Boundary",
        "What was asked",
        "Another Saturday.",
        "How the numbers were made",
        "the median of all check-ins of a day",
        "What this is and is not",
        "It is not for emergencies.",
    )
    places = [said.find(words) for words in order]
    assert -1 not in places, said
    assert places == sorted(places)
    assert quarter_pdf.notes == ()


def test_each_page_says_its_number_and_the_foot(quarter_pdf: PdfFile) -> None:
    pages = pages_of(quarter_pdf.content)
    assert len(pages) == quarter_pdf.pages == 2
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of 2" in page
        assert "Self-report, chosen by its writer; not monitored." in page


def test_long_blocks_begin_behind_the_first_page() -> None:
    first, second = pages_of(pdf_of(a_summary(TALK, GLANCE, ENTRIES)).content)
    assert "At a glance" in first
    assert "Entries in full" not in first
    assert "How the numbers were made" in second


def test_they_follow_at_once_where_the_first_page_was_not_enough() -> None:
    many = Section(Block.GOOD, "Good moments", (Words("A line of it.\n" * 50),))
    _first, second = pages_of(pdf_of(a_summary(many, ENTRIES)).content)
    assert "A line of it." in second
    assert "Entries in full" in second


def test_what_is_read_from_the_right_stands_at_the_right() -> None:
    summary = saying(
        Words(HEBREW), Points(((HEBREW, ""), ("Left", ""), (ARABIC, ""))), Words("Left")
    )
    with PdfDocument(BytesIO(pdf_of(summary).content)) as document:
        page = document[0]
        text = page.get_textpage()
        width = page.get_width()
        boxes = [text.get_rect(place) for place in range(text.count_rects())]
    assert max(right for _left, _low, right, _high in boxes) > width - 65
    assert sum(right > width - 65 for _left, _low, right, _high in boxes) >= 3


# --- for everybody -----------------------------------------------------------------------------


def elements(node: Any, kind: str) -> Iterator[Any]:
    below = node.get("/K")
    for child in below if isinstance(below, pikepdf.Array) else [below]:
        if isinstance(child, pikepdf.Dictionary):
            if child.get("/S") == kind:
                yield child
            yield from elements(child, kind)


def said_of(element: Any, name: str) -> list[str]:
    held = element.get("/A")
    many = held if isinstance(held, pikepdf.Array) else [held]
    return [str(each[name]) for each in many if each is not None and name in each]


@pytest.mark.parametrize("password", ["", "pässwörd 🔑"])
def test_the_file_is_tagged_named_and_in_a_language(quarter: LaidOut, password: str) -> None:
    content = write_pdf(quarter, password).content
    with pikepdf.open(BytesIO(content), password=password) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            assert about["dc:title"] == "Summary for session"
        tree = pdf.Root.StructTreeRoot
        assert len(list(elements(tree, "/H1"))) == 1
        assert len(list(elements(tree, "/H2"))) == 8
        (figure,) = elements(tree, "/Figure")
        assert str(figure.Alt) == "Mood by day; median 3."
        assert {str(each.Lang) for each in elements(tree, "/P") if "/Lang" in each} | {
            str(each.Lang) for each in elements(tree, "/LBody") if "/Lang" in each
        } >= {"ar", "he"}


def test_tables_name_themselves_their_columns_and_their_rows(quarter_pdf: PdfFile) -> None:
    with pikepdf.open(BytesIO(quarter_pdf.content)) as pdf:
        tables = list(elements(pdf.Root.StructTreeRoot, "/Table"))
        names = [said_of(table, "/Summary") for table in tables]
        assert names == [["This period and the one before"], ["Answers by month"]]
        for table, columns in zip(tables, (4, 5), strict=True):
            heads = [said_of(head, "/Scope") for head in elements(table, "/TH")]
            assert heads == [["/Column"]] * columns + [["/Row"]] * 2
            assert not any(said_of(cell, "/Headers") for cell in elements(table, "/TD"))


def test_the_file_says_nothing_of_where_and_when_it_was_made(quarter_pdf: PdfFile) -> None:
    with pikepdf.open(BytesIO(quarter_pdf.content)) as pdf:
        about = {name: str(value) for name, value in pdf.docinfo.items()}
        metadata = pdf.Root.Metadata.read_bytes().decode()
    assert about.pop("/CreationDate") == about.pop("/ModDate") == "D:20261120000000Z"
    assert about.pop("/Title") == "Summary for session"
    assert re.fullmatch(r"Typst [\d.]+", about.pop("/Creator"))
    assert about == {}
    assert set(re.findall(r"\d\d:\d\d:\d\d", metadata)) == {"00:00:00"}


def test_the_same_pages_make_the_same_file(quarter: LaidOut, quarter_pdf: PdfFile) -> None:
    assert laid_of(a_quarter()) == quarter
    assert write_pdf(quarter).content == quarter_pdf.content


def test_a_quiet_text_is_legible_and_all_is_grey(quarter: LaidOut) -> None:
    """Printed without colour nothing is lost, since there is none."""
    for picture in draw_pages(quarter, PPI):
        page = Image.open(BytesIO(picture)).convert("RGB")
        colours = page.getcolors(1 << 24)
        assert colours is not None
        assert all(max(rgb) - min(rgb) <= 2 for _count, rgb in colours if isinstance(rgb, tuple))


@pytest.mark.parametrize("name", list(VALUES))
def test_every_drawing_is_grey_with_words_that_can_be_read(name: str) -> None:
    (svg,) = draw_all(saying(Drawing(VALUES[name](91), "Seen."))).svgs
    text = svg.decode()
    colours = set(re.findall(r"#[0-9a-f]{6}\b", text))
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours), colours
    words = re.findall(r"<text [^>]*fill: (#[0-9a-f]{6})", text)
    assert words
    assert min(contrast(colour, "#FFFFFF") for colour in words) >= 4.5


# --- locked ------------------------------------------------------------------------------------


def test_a_file_with_a_password_opens_with_it_alone() -> None:
    word = "Zwölf grüne Türen שלום"
    content = pdf_of(saying(Words("Between us.")), word).content
    assert b"Between" not in content
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(content))
    with pikepdf.open(BytesIO(content), password=word) as pdf:
        assert pdf.encryption.R == 6
        assert pdf.encryption.bits == 256
        assert pdf.allow.accessibility
    assert "Between us." in pages_of(content, word)[0]


def test_a_password_is_the_same_however_its_marks_were_typed() -> None:
    content = pdf_of(saying(Words("x")), "u\N{COMBINING DIAERESIS}ber").content
    with pikepdf.open(BytesIO(content), password="über") as pdf:
        assert len(pdf.pages) == 1


@pytest.mark.parametrize("word", ["a\0b", "\ud800", "tab\there"])
def test_a_password_that_cannot_be_typed_is_not_taken(word: str) -> None:
    with pytest.raises(InvalidValueError, match="cannot be typed"):
        write_pdf(laid_of(saying(Words("x"))), word)


# --- on paper ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("paper", "size"), [(Paper.A4, (595.3, 841.9)), (Paper.LETTER, (612.0, 792.0))]
)
def test_pages_are_as_large_as_their_paper(paper: Paper, size: tuple[float, float]) -> None:
    laid = laid_of(a_quarter(paper))
    with PdfDocument(BytesIO(write_pdf(laid).content)) as document:
        assert document[0].get_size() == pytest.approx(size, abs=0.1)
    picture = Image.open(BytesIO(draw_pages(laid, 72)[0]))
    assert picture.size == pytest.approx(size, abs=1)


def test_heads_of_a_table_stand_on_each_of_its_pages_and_no_row_is_parted() -> None:
    words = "stays together, from its first word to its last, on the same page, " * 2
    rows = tuple((f"Row {place}", f"begin {words} end{place}", f"{place}") for place in range(90))
    pages = pages_of(pdf_of(saying(Table("Long", ("Name", "What it was", "Guilt"), rows))).content)
    held = [page for page in pages if "begin" in page]
    assert len(held) >= 4
    for page in held:
        assert "What it was" in page
        begun, ended = page.count("begin"), len(re.findall(r"end\d", page))
        assert begun == ended
        assert begun > 0
    assert sum(page.count("begin") for page in pages) == 90


def test_a_short_table_is_not_parted() -> None:
    for lines in range(36, 46, 3):
        filler = Section(Block.GOOD, "Filler", (Words("Line of it.\n" * lines),))
        rows = tuple((f"row {place}", "1") for place in range(6))
        table = Section(Block.GLANCE, "Short", (Table("T", ("Head", "B"), rows),))
        pages = pages_of(pdf_of(a_summary(filler, table)).content)
        assert sum("row 0" in page and "row 5" in page for page in pages) == 1


def test_a_heading_stands_with_what_it_is_over() -> None:
    for lines in range(30, 48):
        filler = Section(Block.GOOD, "Filler", (Words("Line of it.\n" * lines),))
        table = Section(
            Block.GLANCE, "The heading", (Table("T", ("Head", "B"), (("first row", "1"),) * 4),)
        )
        pages = pages_of(pdf_of(a_summary(filler, table)).content)
        assert sum("The heading" in page and "first row" in page for page in pages) == 1


def test_what_it_is_and_is_not_stands_on_one_page() -> None:
    for lines in range(30, 36):
        pages = pages_of(pdf_of(saying(*[Words("A line.")] * lines)).content)
        (notes,) = [page for page in pages if "What this is and is not" in page]
        assert "It is not for emergencies." in notes, f"behind {lines} lines"


def test_a_quote_goes_on_over_the_page() -> None:
    quote = Quote("A long evening", (("What I said", "It was a long evening. " * 700),))
    pages = pages_of(pdf_of(a_summary(Section(Block.GOOD, "Good", (quote,)))).content)
    assert len(pages) > 2
    assert all(page.count("It was a long evening.") > 99 for page in pages[:-1])


@pytest.mark.parametrize(("words", "side"), [("English", 0), (HEBREW, 1)])
def test_the_line_beside_a_quote_stands_where_its_words_begin(words: str, side: int) -> None:
    pictures = [
        Image.open(BytesIO(draw_pages(laid_of(saying(Quote(words, (("", text),)))), 72)[0]))
        for text in (words, "")
    ]
    box = ImageChops.difference(*(each.convert("L") for each in pictures)).getbbox()
    assert box is not None
    edges = (60, pictures[0].width - 60)
    assert abs((box[0], box[2])[side] - edges[side]) <= 3


def test_lines_to_write_on_are_drawn_and_are_not_read() -> None:
    empty, ruled = laid_of(saying()), laid_of(saying(Ruled(3)))
    assert pages_of(write_pdf(empty).content) == pages_of(write_pdf(ruled).content)
    assert draw_pages(empty, 72) != draw_pages(ruled, 72)


def test_a_month_fits_two_pages_and_a_year_with_everything_six() -> None:
    month = a_summary(TALK, GLANCE, mood(30))
    assert pdf_of(month).pages == 1
    drawn = [
        Section(block, title, (Drawing(VALUES[name](365), "Seen.", 9),), "365 days")
        for block, title, name in (
            (Block.BOUNDARIES, "Boundaries", "answers"),
            (Block.PRACTICE, "Practice", "practice"),
            (Block.MEASURES, "Measures", "measures"),
            (Block.COMPARED, "Compared", "comparison"),
        )
    ]
    quote = Quote(
        "14 November", (("", "I said no, and it was a small sentence in the end. " * 12),)
    )
    long = Section(Block.ENTRIES, "Entries in full", (quote,) * 8)
    rows = tuple((f"Month {place}", *("12",) * 5) for place in range(12))
    table = Section(Block.GLANCE, "By month", (Table("T", ("", *"ABCDE"), rows),))
    rules = tuple(f"Rule {place}: a number is made of others in this way." for place in range(14))
    year = replace(a_summary(TALK, table, mood(365), GOOD, *drawn, long), rules=rules)
    assert pdf_of(year).pages <= 6


# --- the preview -------------------------------------------------------------------------------

SEEN = 90
"""A difference of grey, of 255, that no two ways to smooth the same letter make."""


@pytest.fixture(scope="module")
def letter() -> LaidOut:
    """Pages that are a whole number of pixels wide and high, so that both lie on one another."""
    return laid_of(a_quarter(Paper.LETTER))


def shown(laid: LaidOut) -> list[Image.Image]:
    return [Image.open(BytesIO(each)).convert("L") for each in draw_pages(laid, 144)]


def rendered(content: bytes) -> list[Image.Image]:
    """Render the pages of a PDF by a reader that has nothing to do with what set them."""
    with PdfDocument(BytesIO(content)) as document:
        return [page.render(scale=2).to_pil().convert("L") for page in document]


def unlike(first: Image.Image, second: Image.Image) -> int:
    """Return by how much two pages differ where they differ most, seen from a little farther."""
    size = (first.width // 3, first.height // 3)
    small = (each.resize(size, Image.Resampling.BOX) for each in (first, second))
    return max(ImageChops.difference(*small).tobytes())


def test_the_preview_is_the_file(letter: LaidOut) -> None:
    seen, filed = shown(letter), rendered(write_pdf(letter).content)
    assert [each.size for each in seen] == [each.size for each in filed] == [(1224, 1584)] * 2
    assert max(unlike(*pair) for pair in zip(seen, filed, strict=True)) < SEEN


@pytest.mark.parametrize(
    ("old", "new"), [("Saturday shifts", "Saturday shafts"), ("61 of 91", "47 of 91")]
)
def test_a_changed_letter_is_seen_in_the_preview(letter: LaidOut, old: str, new: str) -> None:
    changed = replace(letter, data=letter.data.replace(old, new))
    assert changed != letter
    assert unlike(shown(changed)[0], rendered(write_pdf(letter).content)[0]) > SEEN
