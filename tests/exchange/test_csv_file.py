"""Each kind of entry has its table: a row for an entry, or for each part of a questionnaire."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from support.builders import (
    a_boundary,
    a_letter,
    a_practice,
    a_reflection,
    an_entry,
)
from support.clock import START
from support.strategies import entries
from support.vaults import quick

from caregiver_journal.domain.boundary import Answer, FollowUp, Relationship, Wanted
from caregiver_journal.domain.entry import Entry, Lost
from caregiver_journal.domain.entry_facts import Naming
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.measure import Measure, Score
from caregiver_journal.domain.mood import About, Mood
from caregiver_journal.domain.reflection import Form, Reflection, Whose, Worry, Written
from caregiver_journal.domain.session import (
    Goal,
    Homework,
    HomeworkState,
    Session,
    TalkPoint,
)
from caregiver_journal.domain.shift import Shift
from caregiver_journal.domain.talks import Talks
from caregiver_journal.domain.workday import Workday
from caregiver_journal.exchange.csv_cells import Cell
from caregiver_journal.exchange.csv_file import table_of, utc, zone_cells
from caregiver_journal.exchange.csv_more import more_tables

NAMING = Naming()


def rows(
    entry: Entry, naming: Naming = NAMING, *, everything: bool = False
) -> list[dict[str, Cell]]:
    """Return what the table of an entry's kind has of it, by the headers."""
    table = table_of(entry.kind, naming, everything=everything)
    return [dict(zip(table.headers, row, strict=True)) for row in table.rows(entry)]


def said(entry: Entry, naming: Naming = NAMING) -> dict[str, Cell]:
    """Return the cells of the one row of an entry that are not empty."""
    (row,) = rows(entry, naming)
    return {header: cell for header, cell in row.items() if cell not in (None, "")}


@quick
@given(entries)
def test_every_entry_fits_its_table_with_or_without_what_is_private(entry: Entry) -> None:
    for everything in (False, True):
        found = rows(entry, everything=everything)
        assert all(row["id"] == entry.id for row in found)
        assert all(("never export" in row) is everything for row in found)
        assert all(row.get("never export") == "yes" for row in found) is (
            everything and entry.never_export
        )


def test_what_every_table_says() -> None:
    moment = datetime(2026, 11, 21, 1, 30, 7, tzinfo=ZoneInfo("Europe/Berlin"))
    entry = an_entry("Slept.", moment, tags=("late shift", "home"), for_session=True, written=START)
    entry = replace(entry, day=date(2026, 11, 20))
    row = said(entry)
    assert {name: row[name] for name in list(row)[:5]} == {
        "day it counts to": "2026-11-20",
        "date": "2026-11-21",
        "time": "01:30:07",
        "time zone": "Europe/Berlin",
        "offset from UTC": "UTC+01:00",
    }
    assert {name: row[name] for name in list(row)[-6:]} == {
        "note": "Slept.",
        "tags": "late shift, home",
        "bring to session": "yes",
        "written (UTC)": "2026-11-20 17:52:00",
        "changed (UTC)": "2026-11-20 17:52:00",
        "id": entry.id,
    }


def test_a_zone_without_a_name_has_its_offset() -> None:
    moment = datetime(2026, 11, 21, 1, 30, tzinfo=timezone(timedelta(hours=-3, minutes=-30)))
    assert zone_cells(moment) == ("", "UTC-03:30")
    assert utc(moment) == "2026-11-21 05:00:00"


def test_a_mood() -> None:
    row = said(an_entry(mood=Mood(2, 4, ("tense", "tired"), About.BODY, 6)))
    assert row["mood (1–5)"] == 2
    assert row["mood in words"] == "Low"
    assert (row["energy (1–5)"], row["energy in words"]) == (4, "Awake")
    assert row["feelings"] == "tense, tired"
    assert row["about"] == "My body"
    assert row["belonging (0–10)"] == 6
    bare = said(an_entry(mood=Mood(3)))
    assert not {"energy (1–5)", "energy in words", "about", "belonging (0–10)"} & set(bare)


def test_a_boundary() -> None:
    asked_again = (
        FollowUp(date(2026, 11, 21)),
        FollowUp(date(2026, 11, 22), datetime(2026, 11, 22, 8, tzinfo=UTC), 2),
    )
    boundary = a_boundary(
        "Cover",
        Answer.NO,
        wanted=Wanted.NO,
        setting="work",
        limit="my own",
        pulls=("guilt", "habit"),
        guilt=0,
        minutes=45,
        belief=80,
        relationship=Relationship.SAME,
        follow_ups=asked_again,
    )
    row = said(an_entry(mood=boundary))
    assert row["what was asked"] == "Cover"
    assert (row["what I wanted"], row["what I did"]) == ("No", "Said no")
    assert (row["where"], row["kind of limit"]) == ("Work", "my own")
    assert row["what pulled at me"] == "Guilt, habit"
    assert (row["guilt then (0–10)"], row["guilt later (0–10)"]) == (0, 2)
    assert row["guilt later, when (UTC)"] == "2026-11-22 08:00:00"
    assert (row["time it cost (minutes)"], row["belief in it (%)"]) == (45, 80)
    assert row["between us afterwards"] == "The same"
    assert "what I wanted" not in said(an_entry(mood=a_boundary()))


def test_a_reflection() -> None:
    assert said(an_entry(mood=a_reflection("Home.", question="Where?")))["text"] == "Home."
    texts = (Written("situation", "Asked."), Written("thought", "I must."))
    labels = {(Form.THOUGHT, "situation"): "What happened"}
    row = said(
        an_entry(mood=Reflection(Form.THOUGHT, texts, belief_before=70, belief_after=30)),
        Naming(labels),
    )
    assert row["way of writing"] == "Thought record"
    assert row["text"] == "What happened: Asked.\nthought: I must."
    assert (row["belief before (%)"], row["belief after (%)"]) == (70, 30)
    worries = (Worry("Rota", Whose.MINE, "Ask"), Worry("Rain", Whose.NOBODY), Worry("Noise"))
    row = said(an_entry(mood=Reflection(Form.SORTER, worries=worries)))
    assert row["worries"] == (
        "Rota (Mine; next step: Ask)\nRain (Nobody’s)\nNoise (not sorted yet)"
    )


def test_a_practice() -> None:
    row = said(an_entry(mood=a_practice(distress_before=6, distress_after=4, minutes=2)))
    assert (row["exercise"], row["took (seconds)"]) == ("Five things around you", 120)
    assert (row["distress before (0–10)"], row["distress after (0–10)"]) == (6, 4)
    assert row["length chosen (minutes)"] == 2
    letter = a_letter(
        title="", back_on=date(2027, 1, 2), read_again=datetime(2027, 1, 3, 9, tzinfo=UTC)
    )
    row = said(an_entry(mood=letter))
    assert (row["exercise"], row["text"]) == ("letter", "Dear: You came")
    assert row["to read again on"] == "2027-01-02"
    assert row["read again (UTC)"] == "2027-01-03 09:00:00"


def test_a_measure_has_a_row_for_each_score_and_each_item() -> None:
    measure = Measure(
        "own",
        "How it was",
        "short",
        answers=((1, 2), (3, 0)),
        scores=(Score("a", "Work", 2.5, 0, 4), Score("b", "Home", 1, None, None)),
    )
    entry = an_entry("Once a week.", mood=measure)
    found = rows(entry)
    assert [
        (row["row"], row["scale or item"], row["number of the item"], row["value"]) for row in found
    ] == [
        ("score", "Work", None, 2.5),
        ("score", "Home", None, 1),
        ("item", "", 1, 2),
        ("item", "", 3, 0),
    ]
    assert [row["highest possible"] for row in found] == [4, None, None, None]
    assert [row["note"] for row in found] == ["Once a week.", "", "", ""]
    assert {row["questionnaire"] for row in found} == {"How it was"}
    assert {row["form"] for row in found} == {"short"}


@pytest.mark.parametrize("kind", Kind)
def test_what_a_damaged_file_left_is_in_the_note(kind: Kind) -> None:
    entry = replace(an_entry("Mine."), detail=Lost(kind, "half a"))
    assert said(entry)["note"] == "Mine.\nhalf a"
    assert said(replace(entry, detail=Lost(kind)))["note"] == "Mine."


# --- what is no entry ---------------------------------------------------------------------------


def test_there_is_no_table_of_nothing() -> None:
    assert list(more_tables((), Talks())) == []


def test_days_of_work_and_talks_have_their_tables() -> None:
    workdays = [
        Workday(date(2026, 11, 19), Shift("Free", is_off=True)),
        Workday(date(2026, 11, 20), Shift("Late"), 8.5, 6),
        Workday(date(2026, 11, 21), None, None, 2),
    ]
    first, ninth = date(2026, 11, 1), date(2026, 11, 9)
    talks = Talks(
        (Goal("1", "Rest more", START), Goal("2", "Say no", START, date(2026, 11, 1))),
        (TalkPoint("3", "The rota", START), TalkPoint("4", "Why?", START, is_question=True)),
        (
            Homework("5", "Walk", START, first),
            Homework("6", "Write", START, first, HomeworkState.DONE, ninth, "Well"),
        ),
        (Session("7", first, time(14, 30), "We spoke"), Session("8", ninth)),
    )
    made = more_tables(workdays, talks)
    found = {table.name: table._replace(rows=tuple(table.rows)) for table in made}
    assert list(found) == ["work-days", "goals", "talk-points", "homework", "sessions"]
    assert all(len(row) == len(table.headers) for table in found.values() for row in table.rows)
    assert found["work-days"].rows == (
        ("2026-11-19", "Free", "yes", None, None),
        ("2026-11-20", "Late", None, 8.5, 6),
        ("2026-11-21", None, None, None, 2),
    )
    assert [row[-1] for row in found["goals"].rows] == [None, "2026-11-01"]
    assert [row[1] for row in found["talk-points"].rows] == [None, "yes"]
    assert [row[2:5] for row in found["homework"].rows] == [
        ("open", None, ""),
        ("done", "2026-11-09", "Well"),
    ]
    assert found["sessions"].rows == (
        ("2026-11-01", "14:30", "We spoke"),
        ("2026-11-09", None, ""),
    )
