"""All of a journal goes out and comes into a new one equal, and a second time nothing is new."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from journal.test_all_data import fill
from support.builders import a_mood, an_entry
from support.clock import START, FixedClock
from support.incoming import run
from support.journals import Place
from support.strategies import entries
from support.vaults import quick

from caregiver_journal.base.errors import ImportRefusedError
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.event_mark import EventMark
from caregiver_journal.domain.feeling import Feeling
from caregiver_journal.domain.kept import KeptWorkday, Rung, Setting, TagMark
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.ladder import Step, Try
from caregiver_journal.domain.pause import Pause
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.plan import Plan
from caregiver_journal.domain.preference import (
    CODE_CONFIRMED,
    LOOK,
    START_OF_DAY,
    SUPPORT_BEFORE_UNLOCK,
)
from caregiver_journal.domain.progress import Progress
from caregiver_journal.domain.session import Goal, TalkPoint
from caregiver_journal.domain.shift import Shift
from caregiver_journal.domain.support import SupportLine
from caregiver_journal.domain.workday import Workday
from caregiver_journal.exchange.json_file import VERSION
from caregiver_journal.exchange.json_in import Incoming, read_incoming
from caregiver_journal.exchange.parts import PARTS
from caregiver_journal.journal import doors
from caregiver_journal.journal.all_data import write_pieces
from caregiver_journal.journal.import_words import say_brought, say_preview, say_things
from caregiver_journal.journal.importing import Count, Preview, bring_in, compare
from caregiver_journal.journal.incoming_parts import PARTS_IN
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.sample import fill_with_sample

TODAY = date(2026, 11, 20)


@pytest.fixture
def other(place: Place, tmp_path: Path, clock: FixedClock) -> Iterator[Journal]:
    """Another journal, with nothing in it."""
    folder = tmp_path / "other"
    shutil.copytree(place.folder, folder)
    journal = doors.open_journal(folder, place.opened, clock)
    yield journal
    journal.close()


def out(journal: Journal) -> bytes:
    return "".join(piece.text for piece in write_pieces(journal, everything=True)).encode()


def bring(journal: Journal, incoming: Incoming, *, take_theirs: bool = False) -> Preview:
    preview = run(compare(journal, incoming))
    done = run(bring_in(journal, preview, take_theirs=take_theirs))
    assert done.counts == preview.counts
    return done


def part(name: str, *records: object, written: tuple[Entry, ...] = ()) -> Incoming:
    return Incoming(VERSION, written, {name: records})


def without_numbers(data: bytes) -> Any:
    """Return what a file holds, but for the numbers of rows."""
    incoming = read_incoming(data)
    return incoming.entries, {
        name: [_bare(record) for record in records] for name, records in incoming.parts.items()
    }


def _bare(record: Any) -> Any:
    if isinstance(record, Rung):
        tries = (replace(tried, number=None, step=0) for tried in record.tries)
        return replace(record, step=replace(record.step, number=None), tries=tuple(tries))
    return replace(record, number=None) if hasattr(record, "number") else record


def test_every_part_can_come_in_and_has_its_words() -> None:
    assert set(PARTS_IN) == {*PARTS, "tries"}
    for name in PARTS_IN:
        assert say_things(name, 1) != say_things(name, 2)


def test_what_came_in_is_said() -> None:
    def said(entries: Count, rest: Count, *, take_theirs: bool = False) -> str:
        preview = Preview(Incoming(VERSION, ()), {Kind.MOOD: entries, "goals": rest})
        return say_brought(preview, take_theirs=take_theirs)

    assert said(Count(1), Count(2, 5, 3)) == "1 entry and 2 other things came in."
    assert said(Count(1), Count(2, 5, 3), take_theirs=True) == "1 entry and 5 other things came in."
    assert said(Count(1_200), Count()) == "1,200 entries came in."
    assert said(Count(), Count(1)) == "1 thing of your own came in."
    assert said(Count(0, 4), Count(0, 0, 1)) == "Nothing in this file was new."


def test_all_of_a_journal_comes_into_a_new_one_and_once_only(
    journal: Journal, other: Journal
) -> None:
    fill(journal)
    fill_with_sample(journal, days=60, seed=3)
    data = out(journal)
    done = bring(other, read_incoming(data))
    assert set(done.counts) >= {*PARTS} - {"shifts"}
    assert done.entries.new > 50
    journal.set(CODE_CONFIRMED, False)
    journal.set(SUPPORT_BEFORE_UNLOCK, False)
    assert without_numbers(out(other)) == without_numbers(out(journal))
    assert other.database.check(deep=True) == []
    again = bring(other, read_incoming(data), take_theirs=True)
    assert {what: count for what, count in again.counts.items() if count.new} == {}
    assert {what: count for what, count in again.counts.items() if count.different} == {}
    assert without_numbers(out(other)) == without_numbers(out(journal))
    assert say_preview(again).new == ""


@pytest.mark.unwatched
@settings(quick, max_examples=25)
@given(st.lists(entries, max_size=4, unique_by=lambda entry: entry.id))
def test_entries_of_any_kind_come_out_as_they_went_in(
    place: Place, tmp_path_factory: pytest.TempPathFactory, written: list[Entry]
) -> None:
    folder = tmp_path_factory.mktemp("any") / "journal"
    shutil.copytree(place.folder, folder)
    journal = doors.open_journal(folder, place.opened, FixedClock())
    try:
        with journal.writing():
            for entry in written:
                journal.entries.add(entry)
        before = out(journal)
        with journal.writing():
            for entry in written:
                journal.entries.remove(entry.id, START)
            journal.entries.purge_trash()
        bring(journal, read_incoming(before))
        first, second = read_incoming(before), read_incoming(out(journal))
        assert (second.entries, second.parts) == (first.entries, first.parts)
    finally:
        journal.close()


# --- part by part -------------------------------------------------------------------------------


def test_what_differs_is_kept_or_taken(journal: Journal) -> None:
    mine, theirs = Goal("1" * 36, "Mine", START), Goal("1" * 36, "Theirs", START)
    with journal.writing():
        journal.goals.write(mine)
    assert bring(journal, part("goals", theirs)).rest == Count(different=1)
    assert journal.goals.all() == (mine,)
    bring(journal, part("goals", theirs), take_theirs=True)
    assert journal.goals.all() == (theirs,)


def test_rows_with_a_number_keep_theirs(journal: Journal) -> None:
    with journal.writing():
        step = journal.ladder.write_step(Step("Ask", 5))
        tried = journal.ladder.write_try(Try(step.number or 0, START, 5))
        plan = journal.plans.write(Plan("the rota", START.astimezone(UTC)))
        shift = journal.shifts.add(Shift("Twilight"))
        lines = [SupportLine("signs", "short sleep"), SupportLine("signs", "no lunch")]
        journal.support.write_section("signs", lines)
    rung = Rung(Step("ASK", 8), (Try(0, START, 5, 2), Try(0, START + timedelta(hours=1), 4)))
    theirs = {
        "ladder": (rung,),
        "plans": (replace(plan, number=77, words="I cannot"),),
        "shifts": (Shift("twilight", is_off=True), Shift("Twilight", is_hidden=True)),
        "support_lines": (SupportLine("signs", "no lunch", "eat"),),
    }
    done = bring(journal, Incoming(VERSION, (), theirs), take_theirs=True)
    assert done.rest == Count(new=1, same=1, different=5)
    assert [each.distress for each in journal.ladder.steps()] == [8]
    first, second = sorted(journal.ladder.tries()[step.number or 0], key=lambda each: each.happened)
    assert (first.number, first.actual) == (tried.number, 2)
    assert second.expected == 4
    assert [(each.number, each.words) for each in journal.plans.all()] == [
        (plan.number, "I cannot")
    ]
    (kept,) = (each for each in journal.shifts.all() if each.number == shift.number)
    assert (kept.is_off, kept.is_hidden) == (True, False)
    assert [(each.text, each.detail) for each in journal.support.lines()] == [
        ("short sleep", ""),
        ("no lunch", "eat"),
    ]


def test_the_same_mark_twice_on_a_day_comes_in_twice_and_once_only(journal: Journal) -> None:
    marks = part("event_marks", EventMark(TODAY, "new job"), EventMark(TODAY, "new job"))
    bring(journal, marks)
    assert bring(journal, marks).rest == Count(same=2)
    assert len(journal.event_marks.between(TODAY, TODAY)) == 2


def test_a_kind_of_shift_comes_in_by_its_name(journal: Journal) -> None:
    before = len(journal.shifts.all())
    bring(journal, part("shifts", Shift("Twilight", number=1)))
    assert len(journal.shifts.all()) == before + 1
    assert journal.shifts.all()[-1].name == "Twilight"


def test_a_day_of_work_takes_its_shift_along(journal: Journal) -> None:
    days = (KeptWorkday(TODAY, "Twilight", 7.5), KeptWorkday(TODAY - timedelta(days=1), "", 2, 3))
    bring(journal, part("workdays", *days))
    shift = journal.workdays.read(TODAY).shift
    assert shift is not None
    assert shift.name == "Twilight"
    assert shift in journal.shifts.all()
    bring(journal, part("workdays", KeptWorkday(TODAY, "TWILIGHT", 3)), take_theirs=True)
    assert journal.workdays.read(TODAY).shift == shift


def test_what_a_store_refuses_refuses_the_file(journal: Journal) -> None:
    days = part("workdays", KeptWorkday(TODAY, "x" * 500), written=(an_entry("Good"),))
    with pytest.raises(ImportRefusedError):
        bring(journal, days)
    assert journal.entries.count()[0] == 0


def test_a_tag_is_hidden_where_something_has_it(journal: Journal) -> None:
    journal.add(an_entry(tags=("here",)))
    hidden = (TagMark("Here"), TagMark("theirs"), TagMark("nobody's"))
    mine = an_entry("Mine")
    journal.add(mine)
    differs = replace(mine, note="Theirs", tags=("lost",))
    entry = an_entry(tags=("theirs",), mood=a_mood())
    incoming = part("tags", *hidden, TagMark("lost"), written=(entry, differs))
    assert bring(journal, incoming).counts["tags"] == Count(new=2, different=1)
    assert {use.name: use.is_hidden for use in journal.tags.counted()} == {
        "here": False,
        "theirs": True,
    }
    bring(journal, part("tags", *hidden), take_theirs=True)
    assert all(use.is_hidden for use in journal.tags.counted())


def test_what_was_set_here_stays_and_what_is_unknown_is_left_out(journal: Journal) -> None:
    journal.set(LOOK, "dark")
    wanted = (
        Setting(LOOK.name, "light"),
        Setting(START_OF_DAY.name, START_OF_DAY.choices[2][0]),
        Setting(SUPPORT_BEFORE_UNLOCK.name, True),
        Setting("of_a_later_version", 5),
    )
    done = bring(journal, part("settings", *wanted), take_theirs=True)
    assert done.counts == {"settings": Count(new=1, same=1)}
    assert journal.setting(LOOK) == "dark"
    assert journal.setting(START_OF_DAY) == START_OF_DAY.choices[2][0]
    assert journal.setting(SUPPORT_BEFORE_UNLOCK) is False


def test_a_word_of_ones_own_takes_the_place_of_a_hidden_one(
    journal: Journal, other: Journal
) -> None:
    with journal.writing():
        journal.feelings.hide("proud", hidden=True)
    with other.writing():
        other.feelings.add(Feeling("Proud", "of it", 5, 4, is_own=True))
    incoming = read_incoming(out(other))
    assert bring(journal, incoming, take_theirs=True).counts["feelings"] == Count(different=1)
    assert journal.feelings.kept() == other.feelings.kept()


def test_pauses_are_told_apart_by_their_first_day(journal: Journal) -> None:
    with journal.writing():
        journal.pauses.write(Pause(TODAY))
    theirs = part("pauses", Pause(TODAY, TODAY), Pause(TODAY - timedelta(days=9), TODAY))
    assert bring(journal, theirs, take_theirs=True).rest == Count(new=1, different=1)
    assert [pause.last for pause in journal.pauses.all()] == [TODAY, TODAY]


@pytest.mark.parametrize("everything", [False, True])
def test_what_came_from_an_entry_of_other_days_may_leave_there_too(
    journal: Journal, other: Journal, *, everything: bool
) -> None:
    early, thrown = an_entry("", START - timedelta(days=90)), an_entry("Thrown away")
    secret = an_entry("Between us", never_export=True)
    with journal.writing():
        step = journal.ladder.write_step(Step("Ask for the window", 3)).number or 0
        for number, entry in enumerate((early, thrown, secret)):
            journal.entries.add(entry)
            journal.talk_points.write(TalkPoint(f"{number:036}", "T", START, entry_id=entry.id))
            happened = START - timedelta(minutes=number)
            journal.ladder.write_try(Try(step, happened, 6, 4, "", entry.id))
    journal.remove(thrown)
    period = Period(TODAY - timedelta(days=9), None)
    pieces = write_pieces(journal, period=period, everything=everything)
    incoming = read_incoming("".join(piece.text for piece in pieces).encode())
    bring(other, incoming)
    assert {each.id[-1] for each in other.talk_points.shared()} == {"0", "1"}
    count = 3 if everything else 2
    (tries,) = other.ladder.tries().values()
    assert sum(not each.entry_id for each in tries) == 2
    assert len(tries) == len(other.talk_points.all()) == count
    before = journal.talk_points.all(), journal.ladder.tries()
    again = bring(journal, incoming, take_theirs=True)
    assert again.rest.different == again.rest.new == 0
    assert (journal.talk_points.all(), journal.ladder.tries()) == before


def test_what_is_here_is_read_a_little_at_a_time(journal: Journal) -> None:
    with journal.writing():
        for day in range(350):
            journal.workdays.write(Workday(TODAY - timedelta(days=day), hours=8))
    seen = list(compare(journal, part("goals")))
    assert seen.count(Progress(0, 0)) > 3, "a hundred records between two rests"
