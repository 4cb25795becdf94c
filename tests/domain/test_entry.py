"""An entry keeps what was written, cleaned, and the day it counts to."""

from dataclasses import FrozenInstanceError, replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import a_mood, an_entry
from support.clock import START
from support.strategies import anything
from support.vaults import quick

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.text import MAX_ENTRY, clean_text
from caregiver_journal.domain.entry import (
    KINDS,
    Content,
    Detail,
    Entry,
    Lost,
    change_entry,
    make_entry,
    taken_back,
)
from caregiver_journal.domain.kind import Kind

NIGHT = datetime(2026, 11, 20, 2, 0, tzinfo=ZoneInfo("Europe/London"))
LATER = START + timedelta(days=3)


def test_a_new_entry_is_about_now_unless_it_says_otherwise() -> None:
    entry = make_entry(Content(a_mood()), START)
    assert entry.happened == START
    assert entry.created == entry.changed == START
    assert entry.created.tzinfo is UTC
    assert (entry.never_export, entry.for_session, entry.deleted) == (False, False, None)
    assert UUID(entry.id).version == 4


def test_an_entry_about_last_night_counts_to_the_day_before() -> None:
    entry = make_entry(Content(a_mood(), NIGHT), START)
    assert (entry.happened, entry.day) == (NIGHT, date(2026, 11, 19))
    assert make_entry(Content(a_mood(), NIGHT), START, time(1)).day == date(2026, 11, 20)
    assert entry.created == START


def test_a_day_can_be_said_by_hand() -> None:
    content = Content(a_mood(), NIGHT, day=date(2026, 11, 20))
    assert make_entry(content, START).day == date(2026, 11, 20)
    assert change_entry(an_entry(at=NIGHT), content, LATER).day == date(2026, 11, 20)
    moved = replace(content, happened=START)
    assert change_entry(an_entry(at=NIGHT), moved, LATER).day == date(2026, 11, 20)


def test_an_entry_can_be_given_its_id() -> None:
    assert make_entry(Content(a_mood()), START, entry_id="known").id == "known"


@quick
@given(anything, st.lists(anything, max_size=9))
def test_note_and_tags_are_cleaned_once_and_for_all(note: str, tags: list[str]) -> None:
    entry = an_entry(note, tags=tuple(tags))
    assert entry.note == clean_text(note).strip()
    assert replace(entry) == entry


def test_a_note_as_long_as_a_book_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="too long"):
        an_entry("x" * (MAX_ENTRY + 1))


@pytest.mark.parametrize("name", ["happened", "created", "changed"])
def test_a_moment_without_its_zone_is_refused(name: str) -> None:
    entry = an_entry()
    with pytest.raises(InvalidValueError, match="time zone"):
        replace(entry, **{name: START.replace(tzinfo=None)})  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["id", "note", "day"])
def test_an_entry_is_never_changed_in_place(name: str) -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(an_entry(), name, "other")


def test_an_entry_is_for_export_and_no_session_unless_it_says_so() -> None:
    plain = Entry(
        id="known",
        happened=START,
        day=START.date(),
        detail=a_mood(),
        created=START,
        changed=START,
    )
    assert (plain.never_export, plain.for_session) == (False, False)
    assert (plain.note, plain.tags) == ("", ())


@pytest.mark.parametrize("year", [1, 1899, 2200, 9999])
def test_a_year_that_is_a_typing_mistake_is_refused(year: int) -> None:
    with pytest.raises(InvalidValueError, match="between the years 1900 and 2199") as refused:
        an_entry(at=START.replace(year=year))
    assert refused.value.field == "happened"


@pytest.mark.parametrize("year", [1900, 2199])
def test_the_years_of_a_life_are_accepted(year: int) -> None:
    assert an_entry(at=START.replace(year=year)).day.year == year


def test_what_was_written_does_not_show_where_an_entry_is_printed() -> None:
    content = Content(a_mood(), note="Wendelmuth", tags=("Wendelmuth",))
    entry = an_entry("Wendelmuth", tags=("Wendelmuth",), mood=a_mood(words=("Wendelmuth",)))
    assert "Wendelmuth" not in repr(entry) + repr(content)


def test_every_kind_has_one_type_of_detail() -> None:
    assert sorted(KINDS.values()) == sorted(Kind)
    assert an_entry().kind is Kind.MOOD
    assert isinstance(an_entry().detail, Detail)
    assert replace(an_entry(), detail=Lost(Kind.MOOD)).kind is Kind.MOOD


# --- changing -----------------------------------------------------------------------------------


@pytest.fixture
def entry() -> Entry:
    """An entry whose day was set by hand."""
    return replace(an_entry("before", NIGHT, written=START), day=date(2026, 11, 20))


def test_a_changed_entry_says_the_new_and_stays_itself(entry: Entry) -> None:
    content = Content(a_mood(2), NIGHT, "after", ("home",), never_export=True, for_session=True)
    changed = change_entry(entry, content, LATER)
    assert (changed.id, changed.created) == (entry.id, entry.created)
    assert (changed.note, changed.tags, changed.detail) == ("after", ("home",), a_mood(2))
    assert (changed.never_export, changed.for_session) == (True, True)
    assert changed.changed == LATER


@pytest.mark.parametrize("moment", [None, NIGHT, NIGHT.astimezone(UTC)])
def test_a_day_set_by_hand_stays_while_the_moment_does(
    entry: Entry, moment: datetime | None
) -> None:
    changed = change_entry(entry, Content(a_mood(), moment), LATER)
    assert changed.happened == entry.happened
    assert changed.day == date(2026, 11, 20)


def test_a_moved_moment_takes_the_day_along(entry: Entry) -> None:
    moved = NIGHT + timedelta(days=2)
    assert change_entry(entry, Content(a_mood(), moved), LATER).day == date(2026, 11, 21)
    assert change_entry(entry, Content(a_mood(), moved), LATER, time(1)).day == date(2026, 11, 22)


def test_what_was_lost_stays_lost_once_its_new_words_are_taken_back() -> None:
    earlier = replace(an_entry("what was left"), detail=Lost(Kind.MOOD))
    written = replace(earlier, detail=a_mood(2), note="")
    private = replace(written, never_export=True)
    assert taken_back(private, written, earlier) == replace(earlier, never_export=True)
