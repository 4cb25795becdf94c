"""Read the mood of a summary: one drawing of its days, with what the writer marked on them."""

from collections.abc import Iterator
from dataclasses import replace

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.dates import short_date
from caregiver_journal.domain.event_mark import EventMark
from caregiver_journal.domain.mood_trend import MoodTrend, tell_mood
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.spread import MEDIAN_RULE, spread_of
from caregiver_journal.domain.summary import (
    BLOCK_WORDS,
    Block,
    Choice,
    Drawing,
    Item,
    Piece,
    Section,
    Words,
)
from caregiver_journal.domain.telling import Telling
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.trends import read_mood


def offer_mood(journal: Journal, period: Period) -> tuple[Item, ...]:
    """Return the marks on its days; all are in at first."""
    return tuple(map(_item, read_mood(journal, period).marks))


def read_mood_block(journal: Journal, choice: Choice) -> Section:
    """Return the mood by day; a sentence where there are too few days to draw."""
    found = read_mood(journal, choice.period)
    marks = tuple(mark for mark in found.marks if choice.takes(_item(mark)))
    data = replace(found, marks=marks, is_numbered=len(marks) > 1)
    telling = tell_mood(MoodTrend(data.series))
    title = _(BLOCK_WORDS[Block.MOOD])
    if not telling.is_enough:
        counted = telling.counted if data.series.days else ""
        return Section(Block.MOOD, title, (Words(telling.sentence),), counted)
    spread = spread_of([day.mean for day in data.series.days])
    assert spread is not None  # noqa: S101 - there are days enough
    return Section(
        Block.MOOD,
        title,
        tuple(_pieces(data, telling)),
        counted=f"{spread.words} · {telling.counted}",
        rules=(_(MEDIAN_RULE),),
    )


def _pieces(data: MoodTrend, telling: Telling) -> Iterator[Piece]:
    marked = _say_marks(data.marks)
    yield Drawing(data, " ".join(filter(None, (telling.sentence, marked))))
    said = [telling.reading]
    if data.pauses:
        said.append(_("Shaded: a pause from writing."))
    yield Words(" ".join(filter(None, (*said, marked))), is_own=bool(marked), is_small=True)


def _say_marks(marks: tuple[EventMark, ...]) -> str:
    """Return all marks, where there are several by the numbers that they have in the drawing."""
    if not marks:
        return ""
    said = list(map(_say_mark, marks))
    if len(said) > 1:
        said = [f"({number}) {words}" for number, words in enumerate(said, 1)]
    return _("Dotted, marked by the writer: {marks}").format(marks="; ".join(said))


def _say_mark(mark: EventMark) -> str:
    return _("{day}, {words}").format(day=short_date(mark.day), words=mark.text)


def _item(mark: EventMark) -> Item:
    return Item(f"{Block.MOOD}/mark/{mark.number}", _say_mark(mark), is_in_at_first=True)
