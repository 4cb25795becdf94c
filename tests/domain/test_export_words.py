"""What is remembered of an export reads as a person would say it."""

from datetime import UTC, date, datetime

import pytest

from caregiver_journal.domain.export_record import ExportRecord, Format
from caregiver_journal.domain.export_words import export_facts, say_export
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.period import Period

MADE = datetime(2026, 11, 20, 17, 52, tzinfo=UTC)
TODAY = MADE.date()
FIRST = date(2026, 9, 1)
ALWAYS = Period()


def a_record(
    format_: Format = Format.JSON, period: Period = ALWAYS, **rest: object
) -> ExportRecord:
    parts = rest.pop("parts", ("mood", "talk_points", "new"))
    assert isinstance(parts, tuple)
    return ExportRecord(MADE, format_, period, parts, 1_200, **rest)  # type: ignore[arg-type]


def test_when_and_as_what() -> None:
    assert say_export(a_record(), MADE) == "Today 17:52 · All data, JSON"
    later = datetime(2026, 12, 2, tzinfo=UTC)
    assert (
        say_export(a_record(Format.PRINT), later) == "Friday 20 November, 17:52 · Summary, printed"
    )


def test_what_is_known_of_a_file() -> None:
    record = a_record(folder="Therapy", has_password=True, is_everything=True)
    assert export_facts(record, TODAY) == (
        ("Days", "all"),
        ("What", "Mood, talk points, new"),
        ("Entries in it", "1,200"),
        ("Folder", "Therapy"),
        ("Password", "yes"),
        ("Never export", "entries marked so were in it too"),
    )


def test_with_all_kinds_comes_what_belongs_to_none() -> None:
    everything = tuple(sorted(Kind))
    as_json, as_csv = (
        dict(export_facts(a_record(each, parts=everything), TODAY))["What"]
        for each in (Format.JSON, Format.CSV)
    )
    assert "the support card" in as_json
    assert as_csv == "All kinds of entry, days of work, goals, homework and sessions"
    some = dict(export_facts(a_record(parts=everything[1:]), TODAY))["What"]
    assert some == "Measure, Mood, Practice, Reflection"


def test_what_is_known_of_something_printed() -> None:
    record = a_record(Format.PRINT, parts=("talk", "good", "new"))
    assert export_facts(record, TODAY)[1:] == (
        ("What", "What I want to talk about, Good moments, new"),
        ("Entries in it", "1,200"),
    )


def test_nothing_and_nowhere() -> None:
    facts = dict(export_facts(a_record(parts=()), TODAY))
    assert (facts["What"], facts["Folder"], facts["Password"]) == ("nothing", "none", "no")


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period(FIRST, TODAY), "1 Sep – 20 Nov 2026"),
        (Period(FIRST, None), "from 1 September on"),
        (Period(None, TODAY), "up to 20 November"),
    ],
)
def test_days(period: Period, words: str) -> None:
    assert dict(export_facts(a_record(period=period), TODAY))["Days"] == words
