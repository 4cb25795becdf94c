"""A check-in is saved as one, and taken back as one."""

from dataclasses import replace
from datetime import date, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from support.builders import a_mood, an_entry
from support.clock import START

from caregiver_journal.base.errors import NothingFoundError
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.workday import Workday
from caregiver_journal.journal.checkin import (
    Checkin,
    recent_zones,
    save_checkin,
    take_back_checkin,
)
from caregiver_journal.journal.journal import Changes, Journal

FRIDAY, THURSDAY = date(2026, 11, 20), date(2026, 11, 19)
DRAFT = "mood.form"


@pytest.fixture
def late(journal: Journal) -> Workday:
    """A late shift on Friday, not written yet."""
    return Workday(FRIDAY, journal.shifts.all()[2], 8.5, 7)


def test_a_mood_and_the_work_are_one_change(
    journal: Journal, late: Workday, told: list[Changes]
) -> None:
    journal.save_draft(DRAFT, {"note": "half"})
    entry = an_entry("a long one")
    save_checkin(journal, Checkin(entry, workdays=(late,)), draft=DRAFT)
    assert told[1:] == [{Kind.MOOD, Topic.WORKDAY}]
    assert journal.entries.get(entry.id).note == "a long one"
    assert journal.workdays.read(FRIDAY) == late
    assert journal.drafts.read(DRAFT) == {}


def test_the_other_drafts_of_the_form_stay(journal: Journal) -> None:
    rest = {"an-id": {"note": "better"}}
    journal.save_draft(DRAFT, {"new": {"level": 2}, **rest})
    save_checkin(journal, Checkin(an_entry()), draft=DRAFT, rest=rest)
    assert journal.drafts.read(DRAFT) == rest


def test_the_work_can_be_saved_alone_and_a_mood_too(
    journal: Journal, late: Workday, told: list[Changes]
) -> None:
    save_checkin(journal, Checkin(None, workdays=(late,)))
    save_checkin(journal, Checkin(an_entry()))
    assert told == [{Topic.WORKDAY}, {Kind.MOOD}]
    assert journal.entries.count()[0] == 1


def test_taking_back_brings_the_earlier_work_back(journal: Journal, late: Workday) -> None:
    earlier = Workday(FRIDAY, load=2)
    with journal.writing():
        journal.workdays.write(earlier)
    entry = an_entry()
    thursday = Workday(THURSDAY, hours=4)
    saved = save_checkin(journal, Checkin(entry, workdays=(thursday, late)))
    take_back_checkin(journal, saved)
    assert journal.entries.count()[0] == 0
    assert journal.workdays.read(FRIDAY) == earlier
    assert journal.workdays.read(THURSDAY).is_empty


def test_taking_back_a_change_brings_the_earlier_words_back(journal: Journal) -> None:
    before = an_entry("before", mood=a_mood(2))
    journal.add(before)
    after = replace(before, note="after", detail=a_mood(4))
    saved = save_checkin(journal, Checkin(after, before))
    assert journal.entries.get(before.id).note == "after"
    journal.mark(before, never_export=True)
    take_back_checkin(journal, saved)
    now = journal.entries.get(before.id)
    assert now == replace(before, never_export=True, changed=now.changed)


def test_work_alone_is_taken_back(journal: Journal, late: Workday) -> None:
    take_back_checkin(journal, save_checkin(journal, Checkin(None, workdays=(late,))))
    assert journal.workdays.read(FRIDAY).is_empty


def test_nothing_is_saved_where_one_part_fails(journal: Journal, late: Workday) -> None:
    gone = an_entry()
    with pytest.raises(NothingFoundError):
        save_checkin(journal, Checkin(gone, gone, (late,)))
    assert journal.workdays.read(FRIDAY).is_empty


def test_the_zones_used_last_come_first(journal: Journal) -> None:
    assert recent_zones(journal) == ()
    for hours, zone in enumerate(("Asia/Tokyo", "Europe/London", "Asia/Tokyo", "Europe/Oslo")):
        at = START + timedelta(hours=hours)
        journal.add(an_entry(at=at.astimezone(ZoneInfo(zone))))
    journal.add(an_entry(at=START.astimezone(timezone(timedelta(hours=5, minutes=45)))))
    assert set(recent_zones(journal)) == {"Asia/Tokyo", "Europe/London", "Europe/Oslo", "UTC+05:45"}
    assert recent_zones(journal)[:2] in (
        ("Europe/Oslo", "Asia/Tokyo"),
        ("Asia/Tokyo", "Europe/Oslo"),
    )
