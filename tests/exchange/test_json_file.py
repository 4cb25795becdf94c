"""All data leave as one file of JSON, and every record of it comes back as it was."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date
from functools import cache
from itertools import chain
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from support.builders import a_boundary, an_entry
from support.clock import START
from support.part_strategies import HOSTILE, PART_STRATEGIES
from support.strategies import entries
from support.vaults import quick

from caregiver_journal.base.places import resource
from caregiver_journal.domain.entry import Entry, Lost
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.mask import Mask
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.session import Session
from caregiver_journal.exchange.fields import FieldError, Fields
from caregiver_journal.exchange.json_file import TOGETHER, Head, Scope, write_json
from caregiver_journal.exchange.parts import PARTS
from caregiver_journal.exchange.records import CODECS, from_plain, to_plain

few = settings(quick, max_examples=25)
"""Each is held against the schema, which takes its time."""

HEAD = Head(START, "0.1.0", Scope.EVERYTHING)


@cache
def schema() -> Any:
    return json.loads(resource("formats", "journal-1.schema.json").read_text(encoding="utf-8"))


@cache
def validator() -> Draft202012Validator:
    Draft202012Validator.check_schema(schema())
    return Draft202012Validator(schema())


def write(
    some: list[Entry], parts: Mapping[str, list[Any]] | None = None, head: Head = HEAD
) -> str:
    return "".join(write_json(head, some, parts or {}))


def read(text: str) -> Any:
    """Return what a file says, once it was found to be as the schema wants it."""
    whole = json.loads(text.encode())
    validator().validate(whole)
    return whole


def is_same(entry: Entry, other: Entry) -> bool:
    """Tell whether entries are equal; to Python a moment that never was is equal to none."""
    before, after = entry.happened, other.happened
    is_same_moment = before.astimezone(UTC) == after.astimezone(UTC)
    is_same_wall = before.replace(tzinfo=None, fold=0) == after.replace(tzinfo=None, fold=0)
    return is_same_moment and is_same_wall and replace(other, happened=before) == entry


def test_a_file_says_what_it_is() -> None:
    assert read(write([])) == {
        "format": "caregiver-journal",
        "version": 1,
        "made": "2026-11-20T17:52:00Z",
        "program": "0.1.0",
        "scope": "everything",
        "entries": [],
    }


def test_a_file_says_what_it_is_limited_to() -> None:
    period = Period(date(2026, 1, 1), None)
    head = Head(START, "0.1.0", Scope.SHARED, period, frozenset({Kind.MEASURE, Kind.MOOD}))
    whole = read(write([], head=head))
    assert whole["scope"] == "shared"
    assert whole["period"] == {"first": "2026-01-01", "last": None}
    assert whole["kinds"] == ["mood", "measure"]


def test_each_record_has_a_line() -> None:
    some = [an_entry("line\none"), an_entry("two")]
    text = write(some, {"masks": [Mask("Ada")], "pauses": []})
    lines = text.splitlines()
    assert [json.loads(line.rstrip(",")) for line in lines[7:9]] == list(map(to_plain, some))
    assert lines[6] == '"entries": ['
    assert lines[9:] == [
        "],",
        '"masks": [',
        '{"word": "Ada", "instead": "", "may_stay": false}',
        "],",
        '"pauses": []',
        "}",
    ]


def test_many_entries_come_in_pieces_and_are_asked_for_as_they_are_needed() -> None:
    asked: list[int] = []

    def some() -> Iterator[Entry]:
        for number in range(2 * TOGETHER + 1):
            asked.append(number)
            yield an_entry(str(number))

    pieces = write_json(HEAD, some(), {})
    first = [next(pieces), next(pieces)]
    assert len(asked) == TOGETHER
    whole = read("".join(chain(first, pieces)))
    assert [each["note"] for each in whole["entries"]] == [str(number) for number in asked]


@few
@given(st.lists(entries, max_size=4))
def test_entries_come_back_as_they_were(some: list[Entry]) -> None:
    whole = read(write(some))
    back = [from_plain(each, f"entries[{at}]") for at, each in enumerate(whole["entries"])]
    assert all(map(is_same, some, back))
    assert len(back) == len(some)


def test_there_is_something_to_draw_for_every_part() -> None:
    assert set(PART_STRATEGIES) == set(PARTS)


@pytest.mark.parametrize("name", PARTS)
def test_records_of_every_part_come_back_as_they_were(name: str) -> None:
    codec = PARTS[name]

    @few
    @given(st.lists(PART_STRATEGIES[name], max_size=3))
    def come_back(records: list[Any]) -> None:
        whole = read(write([], {name: records}))
        back = [Fields(each, name).make(codec.read) for each in whole[name]]
        if name == "ladder":  # a moment that never was is equal to none
            assert list(map(codec.write, back)) == whole[name]
            back = [replace(each, tries=()) for each in back]
            records = [replace(each, tries=()) for each in records]
        assert back == records

    come_back()


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_text_holds_it_comes_out_as_text(text: str) -> None:
    entry = an_entry(text, mood=a_boundary(asked=f"asked {text}"), tags=(text[:20], "safe"))
    session = Session("0" * 36, date(2026, 11, 20), None, text)
    whole = read(write([entry], {"sessions": [session]}))
    assert from_plain(whole["entries"][0]) == entry
    assert whole["sessions"][0]["note"] == session.note == entry.note


def test_a_lone_surrogate_never_breaks_a_file() -> None:
    lost = replace(an_entry("note"), detail=Lost(Kind.MOOD, "left \ud800 over"))
    data = write([lost, an_entry("ü")]).encode()
    assert "ü".encode() in data
    whole = json.loads(data)
    assert whole["entries"][0]["lost_words"] == "left \ud800 over"
    assert from_plain(whole["entries"][0]).detail == Lost(Kind.MOOD, "left \ufffd over")


# --- the schema ---------------------------------------------------------------------------------


def planted() -> Iterator[tuple[str, dict[str, Any]]]:
    """Return files that are wrong at one place each."""
    right = read(write([an_entry("note"), an_entry("note", mood=a_boundary())]))
    mood, boundary = right["entries"]
    for name in ("format", "version", "made", "program", "scope", "entries"):
        yield f"without {name}", {key: value for key, value in right.items() if key != name}
    changes: dict[str, dict[str, Any]] = {
        "another format": {"format": "diary"},
        "another version": {"version": 2},
        "a scope": {"scope": "some"},
        "a wall clock": {"made": "2026-11-20T17:52:00"},
        "a day": {"period": {"first": "20 November", "last": None}},
        "a kind": {"kinds": ["sleep"]},
        "entries by id": {"entries": {mood["id"]: mood}},
        "a level": {"entries": [mood | {"level": 6}]},
        "a level that is text": {"entries": [mood | {"level": "4"}]},
        "guilt": {"entries": [boundary | {"guilt": 11}]},
        "an answer": {"entries": [boundary | {"answer": "maybe"}]},
        "a follow-up": {"entries": [boundary | {"follow_ups": [{"guilt": 1}]}]},
        "an id": {"entries": [mood | {"id": "7"}]},
        "a private entry in a shared file": {
            "scope": "shared",
            "entries": [mood | {"never_export": True}],
        },
        "masks in a shared file": {"scope": "shared", "masks": [{"word": "Ada"}]},
        "a load": {"workdays": [{"day": "2026-11-20", "load": 11}]},
        "a step": {"ladder": [{"text": "x", "distress": 1, "tries": [{"expected": 1}]}]},
        "homework": {"homework": [{"id": "0" * 36, "text": "x"}]},
        "a setting": {"settings": [{"name": "look", "value": None}]},
    }
    for name, change in changes.items():
        yield name, right | change


@pytest.mark.parametrize(("name", "wrong"), list(planted()))
def test_the_schema_refuses_what_is_wrong(name: str, wrong: dict[str, Any]) -> None:
    assert not validator().is_valid(wrong), name


def test_the_schema_passes_over_what_it_does_not_know() -> None:
    whole = read(write([an_entry("note")])) | {"of a later version": 1}
    whole["entries"][0]["new"] = {}
    validator().validate(whole)


def fields_of(definition: dict[str, Any]) -> set[str]:
    return set(definition["properties"])


def written_fields(value: object, path: str = "") -> Iterator[str]:
    """Return the paths of all fields of a record, those of records in lists too."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield f"{path}{name}"
            yield from written_fields(inner, f"{path}{name}.")
    elif isinstance(value, list):
        for each in value:
            yield from written_fields(each, path)


def known_fields(definition: dict[str, Any], path: str = "") -> Iterator[str]:
    for name, inner in definition.get("properties", {}).items():
        yield f"{path}{name}"
        yield from known_fields(inner, f"{path}{name}.")
        yield from known_fields(inner.get("items") or {}, f"{path}{name}.")


FREE = ("texts.", "facts.")
"""Below these stand fields that go by other rules."""


@few
@given(entries)
def test_every_field_of_an_entry_stands_in_the_schema(entry: Entry) -> None:
    definitions = schema()["$defs"]
    own = definitions["entry"], definitions[entry.kind.value]
    known = set(chain.from_iterable(map(known_fields, own)))
    found = set(written_fields(to_plain(entry)))
    assert {each for each in found - known if not each.startswith(FREE)} == set()
    assert {each for each in known - found if "." not in each} == {"lost", "lost_words"}


def test_the_lost_stand_in_the_schema() -> None:
    lost = replace(an_entry("note"), detail=Lost(Kind.MOOD, "words"))
    assert set(written_fields(to_plain(lost))) <= fields_of(schema()["$defs"]["entry"])
    read(write([lost]))


@pytest.mark.unwatched
@pytest.mark.parametrize("name", PARTS)
def test_every_field_of_every_part_stands_in_the_schema(name: str) -> None:
    definition = schema()["$defs"][f"part_{name}"]
    codec = PARTS[name]

    @few
    @given(PART_STRATEGIES[name])
    def stand_there(record: Any) -> None:
        plain = codec.write(record)
        found = {each for each in written_fields(plain) if not each.startswith(FREE)}
        assert found <= set(known_fields(definition))
        assert set(plain) == fields_of(definition)

    stand_there()


def test_the_schema_names_all_parts_and_kinds() -> None:
    assert set(PARTS) <= set(schema()["properties"])
    assert set(CODECS) <= set(schema()["$defs"])


def test_every_field_is_explained() -> None:
    def unexplained(definition: dict[str, Any], path: str) -> Iterator[str]:
        for name, inner in definition.get("properties", {}).items():
            if "description" not in inner and "$ref" not in inner and not path.endswith("facts."):
                yield f"{path}{name}"
            yield from unexplained(inner, f"{path}{name}.")
            yield from unexplained(inner.get("items") or {}, f"{path}{name}.")

    definitions = schema()["$defs"].items()
    found = [each for name, one in definitions for each in unexplained(one, f"{name}.")]
    assert [*found, *unexplained(schema(), "")] == []


def test_the_page_about_the_format_names_every_list_and_every_field_of_entries() -> None:
    page = resource("formats", "README.md").read_text(encoding="utf-8")
    kinds = chain.from_iterable(fields_of(schema()["$defs"][kind]) for kind in CODECS)
    entry, head = fields_of(schema()["$defs"]["entry"]), fields_of(schema())
    assert [name for name in {*kinds, *entry, *head, *PARTS} if f"`{name}`" not in page] == []


# --- what is refused ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "plain", "place"),
    [
        ("shifts", [], ""),
        ("shifts", {"name": 7}, ".name"),
        ("shifts", {"name": " "}, ".name"),
        ("shifts", {"name": "x" * 1_000_001}, ".name"),
        ("shifts", {"name": "Early", "number": "1"}, ".number"),
        ("workdays", {"day": None}, ".day"),
        ("workdays", {"day": 7}, ".day"),
        ("workdays", {"day": "2026-11-20", "hours": "8"}, ".hours"),
        ("workdays", {"day": "2026-11-20", "hours": True}, ".hours"),
        ("workdays", {"day": "2026-11-20", "hours": 10**400}, ".hours"),
        ("workdays", {"day": "2026-11-20", "hours": 25}, ""),
        ("tags", {"name": " # "}, ".name"),
        ("ladder", {"text": "x"}, ".distress"),
        ("ladder", {"text": "x", "distress": 1, "tries": {}}, ".tries"),
        ("ladder", {"text": "x", "distress": 1, "tries": [{"expected": 1}]}, ".tries[0].happened"),
        (
            "ladder",
            {
                "text": "x",
                "distress": 1,
                "tries": [{"happened": "2026-11-20T10:00:00Z", "expected": 11}],
            },
            ".tries[0].expected",
        ),
        ("plans", {"asked": "x", "made": "0001-01-01T00:00:00+23:59"}, ".made"),
        (
            "homework",
            {"id": "x", "text": "x", "made": "2026-11-20T10:00:00Z", "agreed": "2026-11-20"},
            ".state",
        ),
        ("sessions", {"id": "x", "day": "2026-11-20", "time": "17:30+01:00"}, ".time"),
        ("instruments", {"id": "own.1", "facts": 7}, ".facts"),
        ("instruments", {"id": "own.1", "facts": {"title": "x"}}, ".facts"),
        ("instruments", {"id": "own.1", "repeat_days": 0}, ".repeat_days"),
        ("settings", {"name": "start_of_day", "value": 4}, ".value"),
        ("settings", {"name": "start_of_day"}, ".value"),
        ("settings", {"name": "look", "value": "pink"}, ".look"),
        ("settings", {"name": "look", "value": 1.5}, ".value"),
    ],
)
def test_a_record_that_is_none_is_refused_with_its_place(
    name: str, plain: object, place: str
) -> None:
    with pytest.raises(FieldError) as refused:
        Fields(plain, f"{name}[2]").make(PARTS[name].read)
    assert refused.value.place == f"{name}[2]{place}"
    assert refused.value.sentence


def test_what_may_be_left_out_has_its_default() -> None:
    feeling = Fields({"word": "wobbly"}).make(PARTS["feelings"].read)
    assert (feeling.meaning, feeling.pleasant, feeling.energy) == ("", 3, 3)


def test_a_number_is_needed_where_a_score_stands() -> None:
    with pytest.raises(FieldError, match="number"):
        Fields({}).number("value")


def test_a_part_of_a_reflection_needs_a_name_that_can_be_kept() -> None:
    plain = {"texts": {"answer\ud800": "x"}}
    with pytest.raises(FieldError, match="name"):
        _ = Fields(plain).record("texts").names
