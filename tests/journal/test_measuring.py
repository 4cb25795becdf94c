"""Questionnaires are listed, hidden, repeated, written, changed and deleted; none takes another."""

import pytest
from support.builders import an_entry
from support.content import Harm, harm
from support.measuring import a_scale, answer, fill_in
from support.trends import ago

from caregiver_journal.base.errors import InvalidValueError, NothingFoundError
from caregiver_journal.domain.kind import Topic
from caregiver_journal.journal.begun import DraftName
from caregiver_journal.journal.instruments import shipped_instruments
from caregiver_journal.journal.journal import Changes, Journal
from caregiver_journal.journal.measure_import import FromFile, keep_measure_file, preview_measure
from caregiver_journal.journal.measuring import (
    Origin,
    add_own,
    all_instruments,
    change_own,
    delete_instrument,
    find_instrument,
    hide_instrument,
    instrument_of,
    set_repeat,
)
from caregiver_journal.store.instruments import Kept

__all__ = ["harm"]

FILED = a_scale("Evenings", scale_id="file.evening")


HOSTILE = (f"1{'0' * 400}", f"1{'0' * 5000}", "NaN", "1e999")
"""Numbers that no arithmetic holds."""


def add_from_file(journal: Journal) -> None:
    keep_measure_file(journal, preview_measure(journal, FromFile("evening.toml", FILED)))


def test_own_ones_come_first_then_those_from_files_then_the_programs(journal: Journal) -> None:
    first = add_own(journal, a_scale("First"))
    journal.clock.advance(days=1)  # type: ignore[attr-defined]
    second = add_own(journal, a_scale("Second"))
    add_from_file(journal)
    found = all_instruments(journal)
    assert found.faults == ()
    assert [each.id for each in found.all[:3]] == [second.id, first.id, "file.evening"]
    assert [each.origin for each in found.all[1:4]] == [Origin.OWN, Origin.FILE, Origin.PROGRAM]
    assert [each.instrument for each in found.all[3:]] == list(shipped_instruments())
    assert found.offered == found.all


def test_a_hidden_one_is_marked_and_offered_no_more(journal: Journal, told: list[Changes]) -> None:
    take_back = hide_instrument(journal, "phq-9", hidden=True)
    assert find_instrument(journal, "phq-9").is_hidden
    assert "phq-9" not in [each.id for each in all_instruments(journal).offered]
    take_back()
    assert not find_instrument(journal, "phq-9").is_hidden
    assert told == [frozenset({Topic.INSTRUMENT})] * 2


def test_hiding_and_repeating_are_taken_back_each_by_itself(journal: Journal) -> None:
    set_repeat(journal, "who-5", 14)
    unhide = hide_instrument(journal, "who-5", hidden=True)
    assert find_instrument(journal, "who-5").repeat_days == 14
    unhide()
    take_back = set_repeat(journal, "who-5", None)
    assert find_instrument(journal, "who-5").repeat_days is None
    take_back()
    assert find_instrument(journal, "who-5").repeat_days == 14


@pytest.mark.parametrize("days", [0, 367, -1])
def test_it_repeats_within_a_year(journal: Journal, days: int) -> None:
    with pytest.raises(InvalidValueError, match="1 to 366") as error:
        set_repeat(journal, "who-5", days)
    assert error.value.field == "repeat"


def test_what_is_not_there_cannot_be_hidden_changed_or_deleted(journal: Journal) -> None:
    with pytest.raises(NothingFoundError):
        hide_instrument(journal, "own.gone", hidden=True)
    with pytest.raises(NothingFoundError):
        set_repeat(journal, "own.gone", 7)
    for instrument_id in ("own.gone", "phq-9"):
        with pytest.raises(NothingFoundError):
            delete_instrument(journal, instrument_id)
    hide_instrument(journal, "phq-9", hidden=True)
    with pytest.raises(NothingFoundError):
        change_own(journal, a_scale(scale_id="phq-9"))


def test_an_own_scale_is_kept_and_its_draft_forgotten_with_that(journal: Journal) -> None:
    journal.save_draft("measures.own", {"new": {"title": "My"}, "own.7": {"title": "Other"}})
    added = add_own(journal, a_scale(), draft=DraftName("measures.own", "new"))
    assert added.id.startswith("own.")
    assert find_instrument(journal, added.id) == added
    assert added.instrument.item_texts[1] == "I left on time."
    assert journal.drafts.read("measures.own") == {"own.7": {"title": "Other"}}


def test_changing_an_own_scale_leaves_what_was_decided_and_what_was_filled_in(
    journal: Journal,
) -> None:
    added = add_own(journal, a_scale())
    entry = fill_in(journal, ago(3), added.id, 2)
    set_repeat(journal, added.id, 28)
    take_back = change_own(journal, a_scale("Other", codes=(1, 7), scale_id=added.id))
    changed = find_instrument(journal, added.id)
    assert (changed.instrument.title, changed.repeat_days) == ("Other", 28)
    assert journal.entries.get(entry.id).detail == entry.detail
    take_back()
    assert find_instrument(journal, added.id).instrument == added.instrument


@pytest.mark.parametrize("origin", [Origin.OWN, Origin.FILE])
def test_deleting_leaves_what_was_filled_in_and_can_be_taken_back(
    journal: Journal, origin: Origin
) -> None:
    add_own(journal, a_scale())
    add_from_file(journal)
    (one,) = (each for each in all_instruments(journal).all if each.origin is origin)
    entry = fill_in(journal, ago(3), one.id, 2)
    take_back = delete_instrument(journal, one.id)
    with pytest.raises(NothingFoundError):
        find_instrument(journal, one.id)
    assert journal.entries.get(entry.id).detail == entry.detail
    take_back()
    assert find_instrument(journal, one.id) == one


@pytest.mark.parametrize(
    "definition",
    [
        *("{", "[]", "{}", "null", "[" * 50_000, '{"title": "x", "items": "many"}'),
        *(f'{{"title": "x", "scales": [{{"lowest": 0, "highest": {n}}}]}}' for n in HOSTILE),
    ],
)
def test_a_damaged_one_takes_no_other_with_it_and_says_so(
    journal: Journal, definition: str
) -> None:
    whole = add_own(journal, a_scale())
    with journal.writing():
        journal.instruments.write(Kept("own.damaged", definition))
    found = all_instruments(journal)
    assert found.all[0] == whole
    assert len(found.all) == 1 + len(shipped_instruments())
    (fault,) = found.faults
    assert fault.sentence == "One of your own questionnaires cannot be read any more."
    assert "stays readable" in fault.next_step
    delete_instrument(journal, "own.damaged")
    assert all_instruments(journal).faults == ()


def test_without_the_programs_own_ones_are_still_there(journal: Journal, harm: Harm) -> None:
    own = add_own(journal, a_scale())
    hide_instrument(journal, "phq-9", hidden=True)
    harm.put("measures.toml", b"schema = 1\n[[measures]]\nid = 7\n")
    found = all_instruments(journal)
    assert found.all == (own,)
    assert found.faults[0].sentence.startswith("measures.toml, line 2")


def test_the_facts_of_an_entry_are_those_it_was_filled_in_with(journal: Journal) -> None:
    own = add_own(journal, a_scale())
    entry = answer(journal, ago(3), own.id, 1, 1, 1)
    assert instrument_of(journal, entry) == own.instrument
    assert instrument_of(journal, an_entry()) is None
    change_own(journal, a_scale(scale_id=own.id, turned=(1,)))
    assert instrument_of(journal, entry) is None
    delete_instrument(journal, own.id)
    assert instrument_of(journal, entry) is None
