"""Numbers of a country: taken over, replaced by others, and looked at again after half a year."""

from datetime import date

import pytest
from support.clock import FixedClock

from caregiver_journal.base.content import ContentError
from caregiver_journal.base.errors import InvalidValueError, NothingFoundError
from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.preference import SUPPORT_CHECKED, SUPPORT_COUNTRY
from caregiver_journal.domain.support import EMERGENCY, MOST_LINES, SupportLine
from caregiver_journal.domain.waiting import Later, Waiting
from caregiver_journal.journal import support_numbers
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.open_card import read_open_card
from caregiver_journal.journal.support_content import find_numbers
from caregiver_journal.journal.support_numbers import (
    ANYWHERE,
    NUMBERS,
    ask_to_check,
    confirm_numbers,
    numbers_at_hand,
    take_numbers,
)
from caregiver_journal.journal.supporting import (
    lines_of,
    read_card,
    show_before_unlock,
    taken_numbers,
    write_line,
)
from caregiver_journal.journal.waiting import put_off, read_waiting

IRELAND = find_numbers("Ireland")
assert IRELAND is not None
CHECKED = IRELAND.checked


def texts(journal: Journal) -> list[str]:
    return [f"{line.text}: {line.detail}" for line in lines_of(journal, EMERGENCY)]


def note(journal: Journal) -> str:
    return next(part.note for part in read_card(journal) if part.section == EMERGENCY)


def waits(journal: Journal) -> list[Waiting]:
    return [one for one in read_waiting(journal) if one.name.startswith("support-numbers:")]


def test_numbers_are_taken_over_before_what_is_there_and_taken_back(journal: Journal) -> None:
    write_line(journal, SupportLine(EMERGENCY, "The door key is with Ana"))
    take_back = take_numbers(journal, "Ireland")
    assert texts(journal) == [
        "Emergency services: 112 or 999",
        "Samaritans, day and night, free: 116 123",
        "The door key is with Ana: ",
    ]
    assert note(journal) == "Numbers: Ireland, looked up on 26 November 2026."
    take_back()
    assert texts(journal) == ["The door key is with Ana: "]
    assert taken_numbers(journal) is None
    assert not note(journal)


def test_another_country_takes_the_place_of_the_first(journal: Journal) -> None:
    write_line(journal, SupportLine(EMERGENCY, "The door key is with Ana"))
    take_numbers(journal, "Ireland")
    take_numbers(journal, "Ireland")
    take_numbers(journal, "Italy")
    assert texts(journal) == ["Emergency services: 112", "The door key is with Ana: "]
    taken = taken_numbers(journal)
    assert taken is not None
    assert taken.country == "Italy"


def test_a_full_section_refuses_numbers_and_keeps_every_line(journal: Journal) -> None:
    for number in range(MOST_LINES - 1):
        write_line(journal, SupportLine(EMERGENCY, f"own {number}"))
    with pytest.raises(InvalidValueError, match="is full"):
        take_numbers(journal, "Ireland")
    assert len(texts(journal)) == MOST_LINES - 1
    take_numbers(journal, "Italy")  # one line, and there is room for one
    assert texts(journal)[-1] == f"own {MOST_LINES - 2}: "


def test_there_are_no_numbers_of_an_unknown_country(journal: Journal) -> None:
    with pytest.raises(NothingFoundError):
        take_numbers(journal, "Atlantis")
    assert not texts(journal)


def test_numbers_are_at_hand_while_none_stands_on_the_card(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def said(guess: str) -> list[tuple[str, str]]:
        return [(line.text, line.detail) for line in numbers_at_hand(journal, guess).lines]

    anywhere = [("European Union", "112"), ("United Kingdom", "999"), ("United States", "911")]
    for (_name, number), country in zip(anywhere, ANYWHERE, strict=True):
        known = find_numbers(country)
        assert known is not None
        assert number in known.emergency
    assert said("Italy") == [("Emergency services", "112")]
    assert said("Atlantis") == anywhere
    assert numbers_at_hand(journal, "").note == "Looked up on 26 November 2026."
    take_numbers(journal, "Ireland")
    assert said("Italy")[0] == ("Emergency services", "112 or 999"), "the one that was chosen"
    journal.set(SUPPORT_COUNTRY, "")
    monkeypatch.setattr(support_numbers, "find_numbers", lambda _country: None)
    assert said("") == anywhere
    assert not numbers_at_hand(journal, "").note


def test_broken_words_leave_the_emergency_numbers_at_hand(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise ContentError("support.toml: broken")

    monkeypatch.setattr(support_numbers, "taken_numbers", broken)
    assert [line.detail for line in numbers_at_hand(journal, "Italy").lines] == [
        "112",
        "999",
        "911",
    ]


def test_numbers_wait_on_today_after_half_a_year_and_can_be_put_off(
    journal: Journal, clock: FixedClock
) -> None:
    assert not waits(journal)
    take_numbers(journal, "Ireland")
    assert not ask_to_check(journal)
    assert not waits(journal)
    clock.advance(days=200)
    assert ask_to_check(journal).startswith("Numbers: Ireland. Looked up on 26 November 2026,")
    (waiting,) = waits(journal)
    assert (waiting.section, waiting.part) == ("support", NUMBERS)
    assert "26 November 2026" in waiting.sentence
    bring_back = put_off(journal, waiting.name, Later.NEXT_WEEK)
    assert not waits(journal)
    assert ask_to_check(journal), "the card itself may still ask, quietly"
    bring_back()
    assert waits(journal)
    put_off(journal, waiting.name, Later.FOR_GOOD)
    assert not waits(journal)


def test_whoever_has_looked_is_asked_again_half_a_year_later(
    journal: Journal, clock: FixedClock
) -> None:
    take_numbers(journal, "Ireland")
    show_before_unlock(journal, shown=True)
    clock.advance(days=200)
    take_back = confirm_numbers(journal)
    today = day_of(clock(), journal.start_of_day)
    assert journal.setting(SUPPORT_CHECKED) == today.isoformat()
    assert not waits(journal)
    assert str(today.year) in read_open_card(journal.folder)[-1].note
    take_back()
    assert len(waits(journal)) == 1
    confirm_numbers(journal)
    clock.advance(days=183)
    assert len(waits(journal)) == 1


def test_a_stored_day_that_is_none_counts_as_the_day_of_the_file(journal: Journal) -> None:
    take_numbers(journal, "Ireland")
    journal.set(SUPPORT_CHECKED, "soon")
    taken = taken_numbers(journal)
    assert taken is not None
    assert taken.checked == CHECKED
    journal.set(SUPPORT_COUNTRY, "Atlantis")
    assert taken_numbers(journal) is None


def test_a_broken_content_file_keeps_nothing_on_today_from_waiting(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise ContentError("support.toml: broken")

    take_numbers(journal, "Ireland")
    monkeypatch.setattr(support_numbers, "numbers_to_check", broken)
    assert not list(support_numbers.waiting_numbers(journal, date(2030, 1, 1)))
