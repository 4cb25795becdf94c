"""All data leave the journal in small steps, whole or not at all, without what is private."""

import csv
import io
import sys
import time
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from support.builders import a_boundary, a_measure, a_mood, a_reflection, an_entry
from support.clock import START
from support.hostile import HOSTILE
from support.vaults import full_disk

from caregiver_journal.base.errors import DiskFullError, JournalError
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.export_record import Format
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.measure import Measure, Score
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.progress import Progress
from caregiver_journal.domain.session import Goal, Homework, Session, TalkPoint
from caregiver_journal.domain.workday import Workday
from caregiver_journal.journal.data_file import (
    FORMATS,
    DataChoice,
    Export,
    Exported,
    count_data,
    export_data,
)
from caregiver_journal.journal.data_reading import (
    days_in_pages,
    read_naming,
    read_pages,
    read_talks,
)
from caregiver_journal.journal.instruments import shipped_instruments
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.measure_records import record_answers

PLANTED = "Zirbelkiefer"
"""A word that only what is never exported has."""

DAY = date(2026, 11, 20)
NAMES = {Format.JSON: "data.json", Format.CSV: "data.zip", Format.MARKDOWN: "data.zip"}


def run(journal: Journal, choice: DataChoice, path: Path) -> list[Progress]:
    return list(export_data(journal, choice, path))


def files_in(path: Path) -> dict[str, bytes]:
    """Return the files of a folder or a zip file, or the one file."""
    if path.is_dir():
        return {each.name: each.read_bytes() for each in path.iterdir()}
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as found:
            return {name: found.read(name) for name in found.namelist()}
    return {path.name: path.read_bytes()}


def left_beside(path: Path) -> list[str]:
    """Return what lies where an export is to lie, and is no journal."""
    return sorted(each.name for each in path.parent.iterdir() if each.name != "journal")


def table(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    text = files[name].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.fixture
def filled(journal: Journal) -> Journal:
    """A journal with some of everything on three days."""
    yesterday, before = START - timedelta(days=1), START - timedelta(days=2)
    for entry in (
        an_entry("Slept.", before, tags=("home",)),
        an_entry("", yesterday, mood=a_boundary()),
        an_entry("", yesterday, mood=a_reflection()),
        an_entry("Late.", START, mood=a_mood(2)),
        an_entry("", START, mood=a_measure()),
    ):
        journal.add(entry)
    removed = an_entry("In the trash.", START)
    journal.add(removed)
    journal.remove(removed)
    with journal.writing():
        journal.workdays.write(Workday(DAY, None, 8, 6))
        journal.workdays.write(Workday(DAY - timedelta(days=9), None, 4))
        journal.goals.write(Goal("0" * 36, "Rest", START))
        journal.sessions.write(Session("1" * 36, DAY, None, "We spoke"))
        journal.homework.write(Homework("2" * 36, "Walk", START, DAY))
        journal.talk_points.write(TalkPoint("3" * 36, "The rota", START))
    return journal


def plant(journal: Journal) -> Entry:
    """Add what is never exported: the word is in its text, its tag, its numbers' name, a point."""
    scale = Measure("own", f"{PLANTED} scale", scores=(Score("a", PLANTED, 2, 0, 4),))
    entry = an_entry(f"{PLANTED} again", START, tags=(PLANTED,), never_export=True)
    for each in (entry, an_entry("", START, mood=scale, never_export=True)):
        journal.add(each)
    with journal.writing():
        journal.talk_points.write(TalkPoint("4" * 36, f"About {PLANTED}", START, entry_id=entry.id))
    return entry


# --- what is in it ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["data", "data.zip"])
def test_tables_hold_all_of_a_journal(filled: Journal, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    progress = run(filled, DataChoice(Format.CSV), path)
    assert progress[-1] == Progress(5, 5)
    files = files_in(path)
    assert sorted(files) == [
        "boundary.csv",
        "goals.csv",
        "homework.csv",
        "measure.csv",
        "mood.csv",
        "practice.csv",
        "read-me.txt",
        "reflection.csv",
        "sessions.csv",
        "talk-points.csv",
        "work-days.csv",
    ]
    assert [row["note"] for row in table(files, "mood.csv")] == ["Slept.", "Late."]
    assert table(files, "practice.csv") == []
    assert [row["day"] for row in table(files, "work-days.csv")] == ["2026-11-11", "2026-11-20"]
    assert b"Anybody who gets these files can read them.\r\n" in files["read-me.txt"]


@pytest.mark.parametrize("name", ["data", "data.zip"])
def test_text_has_a_file_for_each_day(filled: Journal, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    run(filled, DataChoice(Format.MARKDOWN), path)
    files = files_in(path)
    days = ["2026-11-11.md", "2026-11-18.md", "2026-11-19.md", "2026-11-20.md", "sessions.md"]
    assert sorted(files) == days
    last = files["2026-11-20.md"].decode()
    assert 'kinds: ["mood", "measure"]' in last
    assert "hours: 8\n" in last
    assert b"In the trash" not in b"".join(files.values())


@pytest.mark.parametrize("format_", [Format.CSV, Format.MARKDOWN])
def test_days_and_kinds_can_be_chosen(filled: Journal, tmp_path: Path, format_: Format) -> None:
    choice = DataChoice(format_, Period(DAY, DAY), frozenset({Kind.MOOD}))
    run(filled, choice, tmp_path / "data")
    files = files_in(tmp_path / "data")
    expected = {Format.CSV: ["mood.csv", "read-me.txt"], Format.MARKDOWN: ["2026-11-20.md"]}
    assert sorted(files) == expected[format_]
    assert b"Late." in b"".join(files.values())
    assert b"Slept." not in b"".join(files.values())
    assert count_data(filled, choice) == 1


def test_talks_come_by_their_days(filled: Journal) -> None:
    later = Period(DAY + timedelta(days=1), None)
    talks = read_talks(filled, later, everything=False)
    assert (len(talks.goals), *map(len, talks[1:])) == (1, 0, 0, 0)
    earlier = read_talks(filled, Period(None, DAY - timedelta(days=1)), everything=False)
    assert not any(earlier)
    with filled.writing():
        filled.goals.write(Goal("0" * 36, "Rest", START, DAY))
    assert not any(read_talks(filled, later, everything=False))


def test_an_empty_journal_gives_empty_tables_and_no_text(journal: Journal, tmp_path: Path) -> None:
    run(journal, DataChoice(Format.CSV), tmp_path / "data.zip")
    assert len(files_in(tmp_path / "data.zip")) == len(Kind) + 1
    run(journal, DataChoice(Format.MARKDOWN), tmp_path / "text.zip")
    assert files_in(tmp_path / "text.zip") == {}


def test_items_of_a_questionnaire_are_called_as_on_its_form(
    journal: Journal, tmp_path: Path
) -> None:
    instrument = next(each for each in shipped_instruments() if len(each.forms) > 1)
    form = instrument.forms[-1]
    answers = dict.fromkeys(range(1, instrument.items + 1), form.codes[0])
    known = record_answers(instrument, answers, form.id)
    changed = replace(known, key="another")
    unknown = replace(known, instrument="gone")
    for measure in (known, changed, unknown):
        journal.add(an_entry("", mood=measure))
    run(journal, DataChoice(Format.CSV), tmp_path / "data")
    rows = table(files_in(tmp_path / "data"), "measure.csv")
    assert {row["form"] for row in rows} == {form.title, form.id}
    naming = read_naming(journal)
    named = [naming.instrument(an_entry("", mood=each)) for each in (known, changed, unknown)]
    assert named == [instrument, None, None]
    assert naming.instrument(an_entry()) is None


# --- what is never exported ---------------------------------------------------------------------


@pytest.mark.parametrize("format_", FORMATS)
def test_what_is_never_exported_is_in_no_byte_unless_it_is_wanted(
    filled: Journal, tmp_path: Path, format_: Format
) -> None:
    planted = plant(filled)
    path = tmp_path / NAMES[format_]
    run(filled, DataChoice(format_), path)
    everything = b"".join(files_in(path).values()) + "".join(files_in(path)).encode()
    assert PLANTED.encode() not in everything
    assert planted.id.encode() not in everything
    run(filled, DataChoice(format_, everything=True), path)
    everything = b"".join(files_in(path).values())
    assert everything.count(PLANTED.encode()) >= 5


def test_a_point_from_an_entry_in_the_trash_is_as_private_as_that(filled: Journal) -> None:
    planted, said = plant(filled), an_entry("", START)
    filled.remove(planted)
    filled.add(said)
    with filled.writing():
        filled.talk_points.write(TalkPoint("5" * 36, "Open", START, entry_id="gone"))
        filled.talk_points.write(TalkPoint("6" * 36, "Said", START, entry_id=said.id))
    points = read_talks(filled, Period(), everything=False).points
    assert {point.text for point in points} == {"The rota", "Said"}
    assert len(read_talks(filled, Period(), everything=True).points) == 4


# --- what is hostile ----------------------------------------------------------------------------


@pytest.mark.parametrize("format_", FORMATS)
def test_hostile_texts_fail_no_export(journal: Journal, tmp_path: Path, format_: Format) -> None:
    for text in (*HOSTILE, "x" * 50_000):
        journal.add(an_entry(text, mood=a_boundary(f"x{text}"), tags=(text[:60],)))
    run(journal, DataChoice(format_), tmp_path / NAMES[format_])
    content = b"".join(files_in(tmp_path / NAMES[format_]).values())
    assert b"x" * 50_000 in content
    assert "שלום".encode() in content


# --- whole or not at all ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("format_", "name"),
    [*NAMES.items(), (Format.CSV, "data"), (Format.MARKDOWN, "data")],
)
def test_a_cancelled_export_leaves_nothing(
    filled: Journal, tmp_path: Path, format_: Format, name: str
) -> None:
    path = tmp_path / name
    for steps in (1, 2, 4):
        export = export_data(filled, DataChoice(format_), path)
        for _number in range(steps):
            next(export)
        export.close()
        assert left_beside(path) == []
    assert filled.exports.all() == ()


@pytest.mark.parametrize(("format_", "name"), [*NAMES.items(), (Format.CSV, "data")])
def test_a_full_disk_leaves_nothing(
    filled: Journal, tmp_path: Path, format_: Format, name: str
) -> None:
    path = tmp_path / name
    with full_disk(), pytest.raises(DiskFullError):
        run(filled, DataChoice(format_), path)
    assert left_beside(path) == []
    assert filled.exports.all() == ()


def test_an_export_goes_into_an_empty_folder_and_into_no_other(
    filled: Journal, tmp_path: Path
) -> None:
    path = tmp_path / "data"
    path.mkdir()
    run(filled, DataChoice(Format.MARKDOWN), path)
    before = files_in(path)
    assert before
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o700
    with pytest.raises(JournalError, match="lies there already") as refused:
        run(filled, DataChoice(Format.CSV), path)
    assert "empty folder" in refused.value.next_step
    assert files_in(path) == before


def test_a_folder_that_is_filled_meanwhile_keeps_what_it_has(
    filled: Journal, tmp_path: Path
) -> None:
    path = tmp_path / "data"
    path.mkdir()
    export = export_data(filled, DataChoice(Format.MARKDOWN), path)
    next(export)
    (path / "theirs.txt").touch()
    with pytest.raises(JournalError, match="could not be written there"):
        list(export)
    assert list(files_in(path)) == ["theirs.txt"]
    assert left_beside(path) == ["data"]


@pytest.mark.parametrize("name", ["mine", "mine.zip"])
def test_the_journals_own_folder_takes_no_export(filled: Journal, name: str) -> None:
    with pytest.raises(JournalError, match="the journal's own"):
        run(filled, DataChoice(Format.CSV), filled.folder.path / name)
    assert not (filled.folder.path / name).exists()


# --- what is remembered -------------------------------------------------------------------------


def test_an_export_is_remembered_by_its_folder(filled: Journal, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    period = Period(DAY, None)
    choice = DataChoice(Format.CSV, period, frozenset({Kind.MOOD, Kind.BOUNDARY}), everything=True)
    export = export_data(filled, choice, folder / "data.zip")
    exported = _result(export)
    assert (exported.path, exported.entries, exported.is_remembered) == (
        folder / "data.zip",
        1,
        True,
    )
    (record,) = filled.exports.all()
    assert (record.format, record.period, record.parts) == (
        Format.CSV,
        period,
        ("boundary", "mood"),
    )
    assert (record.entries, record.folder, record.is_everything) == (1, "stick", True)


def _result(export: Export) -> Exported:
    while True:
        try:
            next(export)
        except StopIteration as end:
            exported: Exported = end.value
            return exported


# --- many ---------------------------------------------------------------------------------------


def test_pages_hold_each_entry_once_oldest_first(journal: Journal) -> None:
    moment = datetime(2026, 1, 1, 12, tzinfo=UTC)
    with journal.writing():
        for number in range(250):
            journal.entries.add(an_entry(str(number), moment + timedelta(hours=7 * (number // 3))))
    pages = list(read_pages(journal, DataChoice(Format.CSV).query, everything=False))
    assert [len(page) for page in pages] == [100, 100, 50]
    assert [entry.note for page in pages for entry in page] == [str(each) for each in range(250)]


@pytest.mark.parametrize("format_", [Format.CSV, Format.MARKDOWN])
def test_many_days_of_work_are_read_and_written_in_small_steps(
    journal: Journal, tmp_path: Path, format_: Format
) -> None:
    first, count = date(2020, 1, 1), 1_050
    days = [first + timedelta(days=each) for each in range(count)]
    with journal.writing():
        for day in days:
            journal.workdays.write(Workday(day, hours=8))
    pages = list(days_in_pages(journal.workdays.between, Period(days[100], days[-1])))
    assert [each.day for page in pages for each in page] == days[100:]
    assert max(map(len, pages)) == 100
    pieces = 2 * count // 100
    assert len(list(export_data(journal, DataChoice(format_), tmp_path / NAMES[format_]))) > pieces


@pytest.mark.parametrize("format_", FORMATS)
def test_the_journal_can_be_used_between_two_steps(
    filled: Journal, tmp_path: Path, format_: Format
) -> None:
    export = export_data(filled, DataChoice(format_), tmp_path / NAMES[format_])
    next(export)
    filled.add(an_entry("Meanwhile.", START - timedelta(days=900)))
    longest = 0.0
    before = time.perf_counter()
    for _progress in export:
        longest = max(longest, time.perf_counter() - before)
        before = time.perf_counter()
    assert longest < 1
    assert len(filled.exports.all()) == 1
