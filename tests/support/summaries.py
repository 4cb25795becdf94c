"""Summaries to be laid out, and what a stranger reads in the files made of them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from io import BytesIO

from pypdfium2 import PdfDocument
from support.trend_values import LAST, QUARTER, VALUES, first_of

from caregiver_journal.base.marks import override
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.summary import (
    Block,
    Drawing,
    Paper,
    Piece,
    Points,
    Quote,
    Ruled,
    Section,
    Summary,
    Table,
    Words,
)

HEBREW = "אני רוצה לדבר על הגבולות שלי."
ARABIC = "سمحت لنفسي أن أرتاح ساعة كاملة."

TALK = Section(
    Block.TALK,
    "What I want to talk about",
    (
        Points((("Why I still say yes to the Saturday shifts.", ""), (HEBREW, "A question"))),
        Ruled(2),
    ),
    "2 points",
)
GLANCE = Section(
    Block.GLANCE,
    "At a glance",
    (
        Table(
            "This period and the one before",
            ("", "This period", "Before", "In words"),
            (
                ("Days with entries", "61 of 91", "54 of 91", "somewhat more"),
                ("Mood, median (middle half)", "3 (2–4)", "3 (2–3)", "about the same"),
            ),
        ),
    ),
)
GOOD = Section(
    Block.GOOD,
    "Good moments",
    (Words("Soup from a colleague.\nI let her.", is_own=True), Words(ARABIC, is_own=True)),
    "2",
)
BOUNDARIES = Section(
    Block.BOUNDARIES,
    "Boundaries",
    (
        Table(
            "Answers by month",
            ("", "Aug", "Sep", "Oct", "Nov"),
            (
                ("yes against own wish", "14", "11", "9", "5"),
                ("guilt, then → a day later", "–", "7→4", "6→3", "6→2"),
            ),
        ),
    ),
    "64 moments",
)
ENTRIES = Section(
    Block.ENTRIES,
    "Entries in full",
    (
        Quote(
            "14 November 2026, 21:10 · Boundary",
            (
                ("What was asked", "Another Saturday."),
                ("", "I said no.\n\nAnd it was a small sentence in the end. " * 3),
            ),
        ),
    ),
    "1 of 78 entries",
)


def mood(days: int = QUARTER) -> Section:
    pieces = (
        Drawing(VALUES["mood"](days), "Mood by day; median 3."),
        Words("Dots are single days. Gaps stay open.", is_small=True),
    )
    return Section(Block.MOOD, "Mood", pieces, "median 3 · 78 check-ins on 61 days")


def a_summary(*sections: Section, paper: Paper = Paper.A4) -> Summary:
    return Summary(
        title="Summary for session",
        subtitle="J. · 22 Aug – 20 Nov 2026 · made by the journal's owner",
        language="en",
        period=Period(first_of(QUARTER), LAST),
        made=date(2026, 11, 20),
        sections=sections,
        limits=("This is a self-report.", "It is not for emergencies."),
        rules=("Mood: the median of all check-ins of a day.",),
        foot="Self-report, chosen by its writer; not monitored.",
        paper=paper,
    )


def a_quarter(paper: Paper = Paper.A4) -> Summary:
    """Return a summary with a piece of every kind."""
    return a_summary(TALK, GLANCE, mood(), BOUNDARIES, GOOD, ENTRIES, paper=paper)


def saying(*pieces: Piece) -> Summary:
    return a_summary(Section(Block.GOOD, "Good moments", pieces))


def without_drawings(summary: Summary) -> Summary:
    """Return the same without what has words that are not in its order."""
    return replace(
        summary,
        sections=tuple(
            replace(
                section,
                pieces=tuple(each for each in section.pieces if not isinstance(each, Drawing)),
            )
            for section in summary.sections
        ),
    )


def pages_of(pdf: bytes, password: str | None = None) -> list[str]:
    """Return the text of each page, as an independent reader finds it."""
    with PdfDocument(BytesIO(pdf), password=password) as document:
        return [page.get_textpage().get_text_range() for page in document]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.open: list[str] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    @override
    def handle_data(self, data: str) -> None:
        if not {"head", "svg", "caption"} & set(self.open):
            self.said.append(data)


def words_of_page(page: bytes) -> str:
    """Return what a web page says below its title bar; every element of it is closed."""
    reader = _Reader()
    reader.feed(page.decode())
    reader.close()
    assert reader.open == []
    return " ".join(reader.said)


def tags_of(page: bytes) -> Iterator[tuple[str, dict[str, str | None]]]:
    """Find every element of a web page and what it says of itself."""
    found: list[tuple[str, dict[str, str | None]]] = []

    class Finder(HTMLParser):
        @override
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, dict(attrs)))

    Finder().feed(page.decode())
    return iter(found)
