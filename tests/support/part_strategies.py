"""What hypothesis draws of all that is no entry: records of every part of the exchange format."""

from datetime import UTC, date, time
from typing import Any

from hypothesis import strategies as st
from support.instruments import instruments
from support.strategies import anything, labels, moments, percent, tens, wall

from caregiver_journal.base.text import clean_line, clean_text
from caregiver_journal.domain.event_mark import EventMark
from caregiver_journal.domain.instrument import Instrument
from caregiver_journal.domain.kept import (
    KeptCard,
    KeptDeck,
    KeptExercise,
    KeptFeeling,
    KeptInstrument,
    KeptPreset,
    KeptPrompt,
    KeptScript,
    KeptWorkday,
    Rung,
    Setting,
    SupportTitle,
    TagMark,
)
from caregiver_journal.domain.ladder import Step, Try
from caregiver_journal.domain.mask import Mask
from caregiver_journal.domain.pause import Pause
from caregiver_journal.domain.plan import Plan
from caregiver_journal.domain.preference import PREFERENCES
from caregiver_journal.domain.script import Way
from caregiver_journal.domain.session import Goal, Homework, HomeworkState, Session, TalkPoint
from caregiver_journal.domain.shift import Shift
from caregiver_journal.domain.support import SupportLine

short = st.text(st.characters(exclude_categories=()), max_size=10).map(lambda text: f"w{text}")
"""A few characters, whatever they are, behind one that is left of them."""

long = anything.map(lambda text: f"w{text}")
days = st.dates(date(1901, 1, 1), date(2199, 12, 30))
no_day = st.none() | days
utc = st.datetimes(wall("2020-01-01"), wall("2090-01-01"), timezones=st.just(UTC))
numbers = st.none() | st.integers(1, 10_000)
ids = st.sampled_from(["own.20261120T175200.0", "phq-9", "\u00e9", "pleasing.first"])
uuids = st.uuids().map(str)
flags = st.booleans()


@st.composite
def rungs(draw: st.DrawFn) -> Rung:
    """Return a step with its tries."""
    step = draw(st.builds(Step, short, st.integers(0, 10), flags, st.just("") | ids, numbers))
    tried = st.builds(
        Try,
        st.just(step.number or 0),
        moments("1901-01-01", "2199-12-30"),
        st.integers(0, 10),
        tens,
        anything,
        st.just("") | uuids,
        numbers,
    )
    return Rung(step, draw(st.lists(tried, max_size=3).map(tuple)))


homework = st.one_of(
    st.builds(Homework, uuids, long, utc, days, how_it_went=anything),
    st.builds(
        Homework,
        uuids,
        long,
        utc,
        days,
        st.sampled_from([HomeworkState.DONE, HomeworkState.DROPPED]),
        days,
        anything,
    ),
)

settings_set = st.one_of(
    *(
        st.builds(
            Setting, st.just(each.name), st.sampled_from([value for value, _ in each.choices])
        )
        for each in PREFERENCES
        if each.choices
    ),
    st.builds(Setting, st.just("trend_cards"), anything.map(clean_text)),
    st.builds(Setting, st.just("of a later version"), st.just("x") | st.integers(0, 9) | flags),
    st.just(Setting("start_of_day", time(3))),
)


def _kept(instrument: Instrument, *rest: Any) -> KeptInstrument:
    return KeptInstrument(instrument.id, instrument, *rest)


repeats = st.none() | st.integers(1, 366)

PART_STRATEGIES: dict[str, st.SearchStrategy[Any]] = {
    "shifts": st.builds(Shift, short, flags, flags, numbers),
    "workdays": st.builds(
        KeptWorkday, days, st.just("") | short.map(clean_line), st.none() | st.floats(0, 24), tens
    ),
    "pauses": st.builds(Pause, days) | days.map(lambda day: Pause(day, day)),
    "event_marks": st.builds(EventMark, days, short, numbers),
    "tags": st.builds(TagMark, short),
    "feelings": st.builds(
        KeptFeeling, short, short, st.integers(1, 5), st.integers(1, 5), flags, flags
    ),
    "scripts": st.builds(
        KeptScript,
        *(ids, st.just(True), flags, flags, st.just("") | short),
        *(st.just("") | st.sampled_from(Way).map(str), long, short),
    )
    | st.builds(KeptScript, ids, st.just(False), flags, flags),
    "ladder": rungs(),
    "plans": st.builds(
        Plan,
        long,
        utc,
        no_day,
        labels,
        labels,
        labels,
        anything,
        anything,
        anything,
        anything,
        percent,
        numbers,
    ),
    "decks": st.builds(KeptDeck, ids, st.just(True), flags, short)
    | st.builds(KeptDeck, ids, st.just(False), flags),
    "prompts": st.builds(KeptPrompt, ids, st.just(True), flags, flags, ids, long)
    | st.builds(KeptPrompt, ids, st.just(False), flags, flags, ids, st.just("") | long),
    "exercises": st.builds(
        KeptExercise,
        *(ids, st.just(True), flags, flags, short, short.map(clean_line)),
        st.none() | st.integers(1, 180),
        st.lists(long, min_size=1, max_size=3).map(tuple),
    )
    | st.builds(KeptExercise, ids, st.just(False), flags, flags),
    "cards": st.builds(KeptCard, ids, st.just(True), flags, short, long)
    | st.builds(KeptCard, ids, st.just(False), flags),
    "support_lines": st.builds(SupportLine, ids, short, short, numbers),
    "support_titles": st.builds(SupportTitle, ids, short),
    "instruments": st.builds(_kept, instruments(), flags, repeats)
    | st.builds(KeptInstrument, ids, st.none(), flags, repeats),
    "goals": st.builds(Goal, uuids, long, utc, no_day),
    "talk_points": st.builds(TalkPoint, uuids, long, utc, flags, st.just("") | uuids, no_day),
    "homework": homework,
    "sessions": st.builds(
        Session,
        uuids,
        days,
        st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59)),
        anything,
    ),
    "masks": st.builds(Mask, short, st.just("") | short, flags),
    "presets": st.builds(KeptPreset, short.map(clean_line), st.just('{"span": "month"}')),
    "settings": settings_set,
}
"""Records of each part, by its name."""

HOSTILE = (
    '#read("/etc/hostname") $x$ <img src=file:///etc/hostname>',
    "=cmd|' /C calc'!A0",
    "\0 and \ud800 and \udfff\x1b[31m",
    "line\u2028separator\u2029\u0085next \\ \" '",
    "שלום עולם مرحبا بالعالم \u202e",
    "x" * 50_000,
)
"""Texts that mean something to a program that reads them."""
