"""What hypothesis draws in several rooms: any text, any moment, any entry."""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from support.builders import an_entry

from caregiver_journal.domain.boundary import (
    Answer,
    Boundary,
    FollowUp,
    Relationship,
    Wanted,
)
from caregiver_journal.domain.entry import Entry, Said
from caregiver_journal.domain.measure import Measure, Score
from caregiver_journal.domain.mood import Mood
from caregiver_journal.domain.practice import Part, Practice
from caregiver_journal.domain.reflection import Form, Reflection, Whose, Worry, Written

anything = st.text(st.characters(exclude_categories=()), max_size=150)
"""Any text at all, with lone surrogates, controls and marks without a letter."""


def wall(text: str) -> datetime:
    """Return a wall clock without a zone, for "2026-10-25 02:30"."""
    return datetime.fromisoformat(text)


walls = st.datetimes(wall("1900-01-01"), wall("2199-12-31 23:59:59"))
"""The wall clocks an entry can be about."""

zones: st.SearchStrategy[ZoneInfo] = st.sampled_from(
    [
        ZoneInfo("Africa/Monrovia"),  # -00:44:30 until 1972
        ZoneInfo("America/St_Johns"),  # -03:30
        ZoneInfo("Asia/Kathmandu"),  # +05:45
        ZoneInfo("Australia/Lord_Howe"),  # summer time of half an hour
        ZoneInfo("Europe/Amsterdam"),  # +00:19:32 until 1937
        ZoneInfo("Europe/Berlin"),
        ZoneInfo("Europe/Dublin"),  # its winter time is the exception
        ZoneInfo("Pacific/Apia"),  # left out 30 December 2011
        ZoneInfo("Pacific/Kiritimati"),  # +14:00
        ZoneInfo("Pacific/Tongatapu"),  # +13:00
        ZoneInfo("UTC"),
    ]
)

offsets: st.SearchStrategy[tzinfo] = st.integers(-1439, 1439).map(
    lambda minutes: timezone(timedelta(minutes=minutes))
)
"""Zones that are no more than an offset, to the minute."""


def moments(first: str, last: str) -> st.SearchStrategy[datetime]:
    """Return moments between two wall clocks in any zone, those that never were among them."""
    return st.datetimes(wall(first), wall(last), timezones=zones | offsets)


moods = st.builds(
    Mood,
    st.integers(1, 5),
    st.none() | st.integers(1, 5),
    st.lists(anything, max_size=4).map(tuple),
)

tens = st.none() | st.integers(0, 10)
percent = st.none() | st.integers(0, 100)
labels = st.sampled_from(["", "work", "time", "team lead", "أمي", "e\u0301"]) | st.text(max_size=60)

follow_ups = st.builds(
    FollowUp,
    st.dates(date(2199, 12, 31), date(2300, 1, 1)),  # after every moment that is drawn
    st.none() | st.datetimes(wall("2200-01-02"), wall("2300-01-01"), timezones=st.just(UTC)),
    tens,
    is_off=st.booleans(),
)

boundaries = st.builds(
    Boundary,
    anything.map(lambda text: f"asked: {text}"),
    st.sampled_from(Answer),
    wanted=st.none() | st.sampled_from(Wanted),
    asker=labels,
    setting=labels,
    limit=labels,
    pulls=st.lists(labels, max_size=4).map(tuple),
    feared=anything,
    belief=percent,
    offer=anything,
    cannot=anything,
    words=anything,
    guilt_before=tens,
    guilt=tens,
    resentment=tens,
    energy=tens,
    minutes=st.none() | st.integers(0, 7 * 24 * 60),
    respect=anything,
    next_time=anything,
    outcome=anything,
    came_true=percent,
    relationship=st.none() | st.sampled_from(Relationship),
    follow_ups=st.lists(follow_ups, max_size=3).map(tuple),
)


names = st.sampled_from(["", "pleasing.first", "own.20261120", "guilt"])

reflections = st.builds(
    Reflection,
    st.sampled_from(Form),
    st.lists(
        st.builds(Written, st.sampled_from(["answer", "thought", "kinder", "helped"]), anything),
        max_size=3,
    ).map(lambda texts: (Written("situation", "written"), *texts)),
    question=anything,
    prompt=names,
    theme=names,
    belief_before=percent,
    belief_after=percent,
    worries=st.lists(
        st.builds(Worry, anything, st.none() | st.sampled_from(Whose), anything), max_size=3
    ).map(tuple),
)

practices = st.builds(
    Practice,
    st.sampled_from(["grounding", "letter", "own.20261120"]),
    anything,
    st.integers(0, 86_400),
    st.none() | st.integers(1, 180),
    st.integers(0, 20),
    st.integers(0, 20),
    tens,
    tens,
    tens,
    tens,
    st.lists(st.builds(Part, names, anything, anything), max_size=3).map(tuple),
    st.none() | st.dates(date(2000, 1, 1), date(2299, 12, 31)),
    st.none() | st.datetimes(wall("2020-01-01"), wall("2090-01-01"), timezones=st.just(UTC)),
)

measures = st.builds(
    Measure,
    st.sampled_from(["phq-9", "own.20261120"]),
    anything,
    names,
    st.just(False),
    st.dictionaries(st.integers(1, 200), st.integers(0, 100), max_size=5).map(
        lambda answers: tuple(answers.items())
    ),
    st.lists(
        st.builds(
            Score,
            st.sampled_from(["total", "work", "own"]),
            anything,
            st.floats(0, 40),
            st.sampled_from([0.0, None]),
            st.sampled_from([40.0, None]),
        ),
        min_size=1,
        max_size=3,
        unique_by=lambda score: score.scale,
    ).map(tuple),
    anything,
)

_each = (moods, boundaries, reflections, practices, measures)
details: st.SearchStrategy[Said] = st.one_of(*_each)


def entries_about(details: st.SearchStrategy[Said]) -> st.SearchStrategy[Entry]:
    """Return entries with these details."""
    return st.builds(
        an_entry,
        anything,
        moments("1901-01-01", "2199-12-30"),
        mood=details,
        tags=st.lists(anything, max_size=4).map(tuple),
        written=st.datetimes(wall("2020-01-01"), wall("2090-01-01"), timezones=st.just(UTC)),
        never_export=st.booleans(),
        for_session=st.booleans(),
    )


entries: st.SearchStrategy[Entry] = entries_about(details)

changes = st.one_of(*(st.tuples(entries_about(one), entries_about(one)) for one in _each))
"""Two entries of the same kind, as one is before and after it is changed."""
