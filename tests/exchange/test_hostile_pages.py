"""Whatever somebody wrote comes out as words, and no text keeps a file from being made."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from hypothesis import example, given, settings
from support.strategies import anything
from support.summaries import ARABIC, HEBREW, pages_of, saying
from support.trend_values import a_mood_trend
from support.vaults import quick

from caregiver_journal.base.text import clean_line
from caregiver_journal.domain.event_mark import EventMark
from caregiver_journal.domain.summary import Drawing, Points, Quote, Ruled, Summary, Table, Words
from caregiver_journal.exchange import summary_pdf
from caregiver_journal.exchange.drawn import draw_all
from caregiver_journal.exchange.plain_words import BREAK
from caregiver_journal.exchange.summary_pdf import LaidOut, lay_out, write_pdf
from caregiver_journal.exchange.typesetting import CannotSetError, set_pdf

MARKUP = (
    '#read("/etc/hostname")',
    "#panic()",
    "#eval(1)",
    '#import "@preview/cetz:0.3.0"',
    "$x$",
    "@ref",
    "<label>",
    "= heading",
    "- item",
    "*bold*",
    "`raw`",
    "\\u{41}",
    "https://example.org/x",
    "// no comment",
    "/* nor this */",
    "{{page}} {page}",
    "</text><script>",
    "&amp;",
    "a -- b --- c ...",
)


def everywhere(text: str) -> Summary:
    """Return a summary with a text in each place that takes one, but in no drawing."""
    summary = saying(
        Words(text),
        Words(text, is_small=True),
        Points(((text, text),)),
        Table(text, (text, text), ((text, text),)),
        Quote(text, ((text, text), ("", text))),
        Ruled(1),
    )
    (section,) = summary.sections
    return replace(
        summary,
        title=text,
        subtitle=text,
        sections=(replace(section, title=text, counted=text),),
        limits=(text,),
        rules=(text,),
        foot=text,
    )


def laid_of(summary: Summary) -> LaidOut:
    return lay_out(summary, draw_all(summary))


def keeps_to_the_standard(laid: LaidOut) -> bool:
    try:
        set_pdf(laid.data, laid.made, is_accessible=True)
    except CannotSetError:
        return False
    return True


@given(anything)
@settings(quick, max_examples=30)
@example("\0\x07\x1b\x9b\ud800\ufffe")
@example("")
@example("😀 👩‍👩‍👧 🇩🇪 ❤️ 漢字 \ue000 \u0378")
@example(f"{HEBREW} and {ARABIC}\n\n{ARABIC}")
@example("\u202e\u2066\u200f\u200d\ufeff\u0301")
def test_any_text_anywhere_makes_a_file_for_everybody(text: str) -> None:
    laid = laid_of(everywhere(text))
    assert keeps_to_the_standard(laid)
    file = write_pdf(laid)
    assert len(pages_of(file.content)) == file.pages
    assert not any("screen reader" in note for note in file.notes)


@pytest.mark.unwatched
@given(anything.map(clean_line).filter(bool))
@settings(quick, max_examples=12)
@example("\ufdd0")
@example("😀 漢 \ue000 &lt; ]]> --")
@example(HEBREW)
def test_any_name_in_a_drawing_makes_one(words: str) -> None:
    trend = a_mood_trend()
    mark = EventMark(trend.series.first, words[:60].strip())
    laid = laid_of(saying(Drawing(replace(trend, marks=(mark,)), words)))
    assert keeps_to_the_standard(laid)


@pytest.mark.parametrize(
    "text", ["x" * 50_000, "one word and another " * 2_500], ids=["in one piece", "in words"]
)
def test_fifty_thousand_signs_go_on_over_as_many_pages_as_they_need(text: str) -> None:
    file = write_pdf(laid_of(saying(Quote("Long", (("", text),)))))
    assert file.pages > 5
    said = "".join(pages_of(file.content)).replace(BREAK, "")
    letters = re.sub(r"\s", "", said)
    assert letters.count("x" if text[0] == "x" else "oneword") >= 50_000 // len(text) * 2_500
    assert keeps_to_the_standard(laid_of(saying(Words(text))))


def test_fifty_thousand_signs_stay_within_the_margins() -> None:
    from pypdfium2 import PdfDocument

    content = write_pdf(
        laid_of(saying(Table("T", ("a", "b"), (("x" * 9_000, "y" * 9_000),))))
    ).content
    with PdfDocument(BytesIO(content)) as document:
        for page in document:
            text = page.get_textpage()
            boxes = [text.get_rect(place) for place in range(text.count_rects())]
            assert max(box[2] for box in boxes) < page.get_width() - 55
            assert min(box[1] for box in boxes) > 25


def test_markup_of_any_kind_comes_out_as_it_was_written() -> None:
    summary = saying(
        *(Words(each) for each in MARKUP),
        Quote(MARKUP[0], tuple((each, each) for each in MARKUP)),
        Table("T", ("Markup", "Again"), tuple((each, each) for each in MARKUP)),
    )
    content = write_pdf(laid_of(summary)).content
    said = " ".join(" ".join(pages_of(content)).split())
    for each in MARKUP:
        assert said.count(each) >= 5, each
    with pikepdf.open(BytesIO(content)) as pdf:
        assert [page for page in pdf.pages if "/Annots" in page] == []
        assert not any("/URI" in str(each.keys()) for each in dictionaries(pdf))


def dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
            yield each


def test_controls_are_left_out_and_the_rest_stays() -> None:
    (page,) = pages_of(write_pdf(laid_of(saying(Words("a\0b\x07c\ud800d\ufffee")))).content)
    assert "abcde" in page


def test_what_no_font_has_is_named_and_the_person_is_told() -> None:
    laid = laid_of(saying(Words("Tea \U0001f984 and \u6f22.")))
    file = write_pdf(laid)
    (page,) = pages_of(file.content)
    assert "Tea [unicorn face] and \N{REPLACEMENT CHARACTER}." in page
    assert file.notes == laid.notes
    (note,) = laid.notes
    assert "\u6f22 \U0001f984" in note


def test_a_sign_that_only_joins_others_goes_without_a_word() -> None:
    assert laid_of(saying(Words("a\U000e0041b"))).notes == ()


def no_signs(_signs: frozenset[str]) -> frozenset[str]:
    return frozenset()


def test_a_file_is_made_even_if_it_cannot_be_for_everybody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whatever of the kind a later version of typst may come to refuse."""
    monkeypatch.setattr(summary_pdf, "shapeless", no_signs)
    laid = laid_of(saying(Words("Tea \U0001f984.")))
    assert not keeps_to_the_standard(laid)
    file = write_pdf(laid)
    assert file.notes == (
        "The file is whole, but a screen reader may not read out all of it well.",
    )
    with pikepdf.open(BytesIO(file.content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root
    assert "Tea" in pages_of(file.content)[0]
