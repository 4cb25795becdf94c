"""A file comes back as the entries it was made of, or is refused as a whole, with the place."""

import json
import traceback
from datetime import UTC
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import a_mood, an_entry
from support.strategies import entries
from support.vaults import quick

from caregiver_journal.base.errors import ImportRefusedError
from caregiver_journal.domain.entry import Entry
from caregiver_journal.exchange.codec import Codec
from caregiver_journal.exchange.json_file import FORMAT, VERSION
from caregiver_journal.exchange.json_in import Incoming, read_incoming
from caregiver_journal.exchange.parts import PARTS
from caregiver_journal.exchange.records import to_plain

SECRET = "kept between us"


def a_file(*records: object, **rest: object) -> bytes:
    whole = {"format": FORMAT, "version": VERSION, "entries": list(records)} | rest
    return json.dumps(whole).encode()


def a_record(**rest: object) -> dict[str, object]:
    return to_plain(an_entry("A long day", tags=("late",), mood=a_mood(3, 2, ("tired",)))) | rest


def refused(data: bytes) -> ImportRefusedError:
    with pytest.raises(ImportRefusedError) as caught:
        read_incoming(data)
    return caught.value


def is_shown_by_a_clock(entry: Entry) -> bool:
    """Tell whether the moment of an entry is none that summer time leaves out.

    Such a one has its offset left when it was stored, and not its zone any more.
    """
    again = entry.happened.astimezone(UTC).astimezone(entry.happened.tzinfo)
    return again.utcoffset() == entry.happened.utcoffset()


@quick
@given(st.lists(entries.filter(is_shown_by_a_clock), max_size=3, unique_by=lambda entry: entry.id))
def test_entries_come_back_as_they_were(written: list[Any]) -> None:
    plain = [to_plain(entry) for entry in written]
    read = read_incoming(a_file(*plain))
    assert [to_plain(entry) for entry in read.entries] == json.loads(json.dumps(plain))


def test_a_file_without_entries_is_one() -> None:
    whole = {"format": FORMAT, "version": VERSION}
    assert read_incoming(json.dumps(whole).encode()) == Incoming(VERSION, ())


def test_fields_of_a_later_version_are_left_out() -> None:
    (entry,) = read_incoming(a_file(a_record(colour={"of": ["the", "sky"]}), moon=4)).entries
    assert entry.note == "A long day"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"{}", "This is no file with the data of a journal."),
        (b"[]", "This is no file with the data of a journal."),
        (b'{"format": "another", "version": 1}', "This is no file with the data of a journal."),
        (a_file(version="1"), "version: It does not say which version it is."),
        (a_file(version=True), "version: It does not say which version it is."),
        (a_file(version=0), "version: It does not say which version it is."),
        (
            a_file(version=VERSION + 1),
            "This file was written by a newer version of the program.",
        ),
        (a_file(entries={}), "entries: A list has to stand here."),
        (a_file(a_record(), 7), "entries[1]: A record has to stand here."),
        (a_file(a_record(id="12")), "entries[0].id: This is no id."),
        (
            a_file(a_record(happened="2026-11-20T10:00:00")),
            "entries[0].happened: A moment like 2026-11-20T17:30:00+01:00 has to stand here",
        ),
        (
            a_file(a_record(day="0001-01-01")),
            "entries[0].day: A day lies between the years 1900 and 2199.",
        ),
        (
            a_file(a_record(changed="9999-12-31T23:59:59+12:00")),
            "entries[0].changed: A day lies between the years 1900 and 2199.",
        ),
        (a_file(a_record(level=9)), "entries[0].level: "),
        (a_file(a_record(tags=4)), "entries[0].tags: A list has to stand here."),
    ],
)
def test_says_what_is_wrong_and_where(data: bytes, sentence: str) -> None:
    assert refused(data).sentence.startswith(sentence)


def test_an_id_twice_is_refused() -> None:
    record = a_record()
    assert refused(a_file(record, record)).place == "entries[1].id"


@pytest.mark.parametrize("part", ["id", "kind", "happened", "day", "created", "changed", "level"])
def test_what_is_missing_is_named(part: str) -> None:
    record = a_record()
    del record[part]
    assert refused(a_file(record)).place == f"entries[0].{part}"


def test_an_id_twice_in_another_part_is_refused_too() -> None:
    goal = {"id": "1" * 36, "text": "Say no", "made": "2026-11-20T17:52:00Z"}
    assert refused(a_file(goals=[goal, goal])).place == "goals[1].id"
    assert [each.text for each in read_incoming(a_file(goals=[goal])).parts["goals"]] == ["Say no"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("part", "record"),
    [
        ("goals", {"id": "first", "text": "Rest", "made": "2026-11-20T17:30:00Z"}),
        ("decks", {"id": "", "is_own": True, "title": "Mine"}),
    ],
)
def test_what_is_no_id_is_said_with_its_place(part: str, record: dict[str, object]) -> None:
    """It was found out only when it was written, after the file had been shown as good."""
    error = refused(a_file(**{part: [record]}))
    assert (error.place, "This is no id" in error.sentence) == (f"{part}[0].id", True)


def test_what_no_check_foresaw_is_refused_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_fields: object) -> None:
        raise OverflowError(SECRET)

    monkeypatch.setitem(PARTS, "pauses", Codec(vars, fail))
    error = refused(a_file(pauses=[{}]))
    assert error.sentence == "pauses[0]: This record is not written as it has to be."
    assert error.__context__ is None


def test_lone_surrogates_and_nul_become_signs_that_can_be_kept() -> None:
    (entry,) = read_incoming(a_file(a_record(note="a\ud800b\0c", tags=["\udfff"]))).entries
    assert entry.note == "a?b?c".replace("?", "\N{REPLACEMENT CHARACTER}")
    assert entry.tags == ("\N{REPLACEMENT CHARACTER}",)


@pytest.mark.parametrize(
    "rest", [{"kind": SECRET}, {"happened": SECRET}, {"id": SECRET}, {"level": SECRET}]
)
def test_no_word_of_the_file_is_in_what_is_raised(rest: dict[str, object]) -> None:
    error = refused(a_file(a_record(note=SECRET) | rest))
    assert error.__context__ is None
    assert SECRET not in "".join(traceback.format_exception(error)) + repr(error)


def test_what_was_read_shows_no_word() -> None:
    assert SECRET not in repr(read_incoming(a_file(a_record(note=SECRET))))
