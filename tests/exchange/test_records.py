"""Entries leave as plain values that say everything a file is to say, and come back from them."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import a_boundary, a_measure, a_mood, a_practice, a_reflection, an_entry
from support.clock import START
from support.strategies import anything, entries
from support.vaults import quick

from caregiver_journal.domain.entry import Entry, Lost
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.mood import About, Mood
from caregiver_journal.exchange.fields import FieldError, Plain
from caregiver_journal.exchange.records import CODECS, from_plain, to_plain


@pytest.fixture
def plain() -> Plain:
    return to_plain(an_entry("note", tags=("home",), mood=a_mood(2, 3, ("tense",))))


def test_every_kind_has_its_codec() -> None:
    assert set(CODECS) == set(Kind)


def test_an_entry_says_all_of_this_and_no_more() -> None:
    entry = an_entry(
        "Slept eight hours.",
        START.replace(microsecond=7),
        mood=Mood(4, 2, ("rested",), About.BODY, 6),
        tags=("day off",),
        for_session=True,
    )
    assert to_plain(entry) == {
        "id": entry.id,
        "kind": "mood",
        "happened": "2026-11-20T17:52:00.000007+00:00",
        "zone": "Europe/London",
        "day": "2026-11-20",
        "note": "Slept eight hours.",
        "tags": ["day off"],
        "never_export": False,
        "for_session": True,
        "created": "2026-11-20T17:52:00.000007Z",
        "changed": "2026-11-20T17:52:00.000007Z",
        "level": 4,
        "energy": 2,
        "words": ["rested"],
        "about": "body",
        "belonging": 6,
    }


def test_an_entry_whose_detail_was_lost_says_so_and_comes_back() -> None:
    entry = an_entry("note", mood=a_mood(2, 3, ("tense",)))
    lost = replace(entry, detail=Lost(Kind.MOOD, "what is left"))
    plain = to_plain(lost)
    assert plain["lost"] is True
    assert plain["kind"] == "mood"
    assert plain.keys().isdisjoint({"level", "energy", "words"})
    assert from_plain(plain) == lost


@quick
@given(entries)
def test_an_entry_comes_back_through_json(entry: Entry) -> None:
    read = from_plain(json.loads(json.dumps(to_plain(entry))))
    assert read.happened.astimezone(UTC) == entry.happened.astimezone(UTC)
    assert read.happened.replace(tzinfo=None, fold=0) == entry.happened.replace(tzinfo=None, fold=0)
    assert replace(read, happened=entry.happened) == entry
    assert to_plain(read)["happened"] == to_plain(entry)["happened"]


def test_what_may_be_left_out_has_its_default(plain: Plain) -> None:
    for name in (
        "note",
        "tags",
        "energy",
        "words",
        "about",
        "belonging",
        "never_export",
        "for_session",
    ):
        del plain[name]
    entry = from_plain(plain)
    assert (entry.note, entry.tags, entry.detail) == ("", (), a_mood(2))
    assert (entry.never_export, entry.for_session) == (False, False)


@pytest.mark.parametrize("name", ["id", "kind", "happened", "day", "created", "changed", "level"])
def test_what_may_not_be_left_out_is_missed(plain: Plain, name: str) -> None:
    del plain[name]
    with pytest.raises(FieldError) as refused:
        from_plain(plain)
    assert refused.value.place == name


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("lost", "yes"),
        ("kind", "sleep"),
        ("happened", "yesterday"),
        ("happened", "2026-11-20T17:52:00"),
        ("happened", "1850-01-01T00:00:00Z"),
        ("created", "2026-11-20T17:52:00"),
        ("changed", 7),
        ("day", "2026-02-30"),
        ("tags", "home"),
        ("level", 6),
        ("level", 3.0),
        ("level", "3"),
        ("level", True),
        ("level", None),
        ("energy", 0),
        ("energy", False),
        ("energy", "2"),
        ("about", "weather"),
        ("about", 1),
        ("belonging", 11),
        ("belonging", True),
        ("belonging", 2.5),
        ("words", "tense"),
        ("words", {"tense": 1}),
        ("note", "x" * 1_000_001),
    ],
)
def test_values_that_are_no_entry_are_refused(plain: Plain, name: str, value: object) -> None:
    if name == "lost":
        del plain["level"]
    plain[name] = value
    with pytest.raises(FieldError):
        from_plain(plain)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("answer", "maybe"),
        ("answer", None),
        ("wanted", "perhaps"),
        ("relationship", "odd"),
        ("pulls", "guilt"),
        ("follow_ups", {"due": "2026-11-21"}),
        ("follow_ups", [{"due": "tomorrow"}]),
        ("follow_ups", [{"due": "2026-11-21", "guilt": 2.5}]),
        ("follow_ups", [{"due": "2026-11-19"}]),
        ("guilt", True),
        ("guilt", 11),
        ("minutes", "90"),
        ("asked", "  "),
        ("asker", "x" * 61),
    ],
)
def test_values_that_are_no_boundary_moment_are_refused(name: str, value: object) -> None:
    plain = to_plain(an_entry(mood=a_boundary()))
    assert from_plain(plain).kind is Kind.BOUNDARY
    with pytest.raises(FieldError):
        from_plain(plain | {name: value})


@pytest.mark.parametrize("value", [1, "yes", "true", [True], None])
def test_a_flag_is_true_or_false_and_never_guessed(plain: Plain, value: object) -> None:
    with pytest.raises(FieldError, match="true or false"):
        from_plain(plain | {"never_export": value})


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"follow_ups": [{"due": "2026-11-21"}, {"due": 7}]}, "follow_ups[1].due"),
        ({"follow_ups": [{"due": "2026-11-21"}, 7]}, "follow_ups[1]"),
        ({"follow_ups": [{"due": "2026-11-21", "guilt": 11}]}, "follow_ups[0].guilt"),
        ({"pulls": ["guilt", None]}, "pulls[1]"),
        ({"asked": " "}, "asked"),
        ({"guilt": 11}, "guilt"),
        ({"minutes": "90"}, "minutes"),
    ],
)
def test_the_place_of_a_mistake_is_said(changes: Plain, place: str) -> None:
    plain = to_plain(an_entry(mood=a_boundary())) | changes
    with pytest.raises(FieldError) as refused:
        from_plain(plain, "entries[3]")
    assert refused.value.place == refused.value.field == f"entries[3].{place}"


def test_a_zone_is_kept_by_its_name(plain: Plain) -> None:
    happened = datetime(2026, 7, 1, 9, 30, 0, 5, tzinfo=ZoneInfo("Europe/Berlin"))
    written = to_plain(an_entry("note", happened))
    assert (written["happened"], written["zone"]) == (
        "2026-07-01T09:30:00.000005+02:00",
        "Europe/Berlin",
    )
    assert from_plain(written).happened.tzinfo == ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize("zone", ["Nowhere/At_All", "../etc/passwd", "America/New_York"])
def test_the_offset_decides_where_a_zone_is_not_known_or_says_otherwise(zone: str) -> None:
    happened = datetime(2026, 7, 1, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    read = from_plain(to_plain(an_entry("note", happened)) | {"zone": zone})
    assert read.happened == happened
    assert read.happened.utcoffset() == timedelta(hours=2)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | anything,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(anything, inner, max_size=3),
    max_leaves=5,
)


@quick
@given(st.dictionaries(st.sampled_from(list(to_plain(an_entry()))), json_values))
def test_nothing_in_a_file_raises_anything_else(changes: Plain) -> None:
    try:
        from_plain(to_plain(an_entry()) | changes)
    except FieldError:
        return


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("form", "sonnet"),
        ("texts", ["answer"]),
        ("worries", {"text": "x"}),
        ("worries", [{"text": "x", "whose": "ours"}]),
        ("worries", [{}]),
        ("belief_before", 101),
        ("belief_after", True),
    ],
)
def test_values_that_are_no_reflection_are_refused(name: str, value: object) -> None:
    plain = to_plain(an_entry(mood=a_reflection()))
    assert from_plain(plain).kind is Kind.REFLECTION
    with pytest.raises(FieldError):
        from_plain(plain | {name: value})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("texts", {"answer": "x"}),
        ("seconds", -1),
        ("steps", 1.5),
        ("minutes", 0),
        ("distress_before", 11),
        ("back_on", "in a month"),
        ("read_again", "2026-11-20T10:00:00"),
    ],
)
def test_values_that_are_no_practice_are_refused(name: str, value: object) -> None:
    plain = to_plain(an_entry(mood=a_practice()))
    assert from_plain(plain).kind is Kind.PRACTICE
    with pytest.raises(FieldError):
        from_plain(plain | {name: value})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("instrument", ""),
        ("answers", {"1": 2}),
        ("answers", [[1, "2"]]),
        ("answers", [[1, 2], [1, 3]]),
        ("scores", {}),
        ("scores", [{"scale": "total", "value": True, "lowest": 0, "highest": 1}]),
        ("scores", [{"scale": "total", "value": 28, "lowest": 0, "highest": 27}]),
        ("scores", [{"scale": "total", "value": float("nan"), "lowest": 0, "highest": 27}]),
        ("scores", []),
    ],
)
def test_values_that_are_no_measure_are_refused(name: str, value: object) -> None:
    plain = to_plain(an_entry(mood=a_measure()))
    assert from_plain(plain).kind is Kind.MEASURE
    with pytest.raises(FieldError):
        from_plain(plain | {name: value})
