"""What the command line gives out: files that say what they are, and never over another one."""

import sys
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from support.builders import a_boundary, an_entry
from support.clock import START
from support.journals import Place
from support.terminal import Answer, Terminal
from support.vaults import full_disk

from caregiver_journal.domain.export_record import ExportRecord, Format
from caregiver_journal.domain.period import Period
from caregiver_journal.vault.folder import JournalFolder

Named = tuple[str, Path]


@pytest.fixture
def filled(place: Place) -> Place:
    """A journal with a few entries, one of them never exported."""
    journal = place.open()
    journal.add(an_entry("Slept.", START - timedelta(days=2)))
    journal.add(an_entry("", START - timedelta(days=1), mood=a_boundary()))
    journal.add(an_entry("Late.", START))
    journal.add(an_entry("Mine alone.", START, never_export=True))
    place.close()
    return place


def records(place: Place) -> tuple[ExportRecord, ...]:
    """Return what the journal, which no command has open any more, remembers."""
    found = place.open().exports.all()
    place.close()
    return found


def export(
    terminal: Terminal, option: Named, path: Path, *more: object, format_: Format = Format.CSV
) -> Answer:
    return terminal.run("export", path, "--format", format_.value, *option, *more)


def test_tables_are_written_and_it_is_said_who_can_read_them(
    terminal: Terminal, filled: Place, journal_option: Named, tmp_path: Path
) -> None:
    path = tmp_path / "tables.zip"
    answer = export(terminal, journal_option, path)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == (
        f"Written: {path}, 3 entries.\n"
        "Entries marked “never export” were left out.\n"
        "Anybody who gets it can read it.\n"
    )
    with zipfile.ZipFile(path) as found:
        assert b"Mine alone." not in found.read("mood.csv")
    (record,) = records(filled)
    assert (record.format, record.entries, record.is_everything) == (Format.CSV, 3, False)


def test_everything_has_to_be_said(
    terminal: Terminal, filled: Place, journal_option: Named, tmp_path: Path
) -> None:
    path = tmp_path / "tables"
    answer = export(terminal, journal_option, path, "--everything")
    assert (
        f"Written: {path}, 4 entries.\nEntries marked “never export” are in it too." in answer.out
    )
    assert "Mine alone." in (path / "mood.csv").read_text("utf-8-sig")
    (record,) = records(filled)
    assert record.is_everything


@pytest.mark.parametrize("format_", [Format.JSON, Format.CSV, Format.MARKDOWN])
def test_days_and_kinds_can_be_chosen(
    terminal: Terminal, filled: Place, journal_option: Named, tmp_path: Path, format_: Format
) -> None:
    path = tmp_path / "data.zip"
    days = ("--from", "2026-11-20", "--to", "2026-11-18")  # either way round
    chosen = ("--kind", "mood", "--kind", "practice")
    answer = export(terminal, journal_option, path, *days, *chosen, format_=format_)
    assert f"Written: {path}, 2 entries." in answer.out
    (record,) = records(filled)
    assert record.period == Period((START - timedelta(days=2)).date(), START.date())
    assert record.parts == ("mood", "practice")


def test_one_end_of_the_days_may_be_open(
    terminal: Terminal, filled: Place, journal_option: Named, tmp_path: Path
) -> None:
    path = tmp_path / "data"
    answer = export(terminal, journal_option, path, "--to", "2026-11-18")
    assert f"Written: {path}, 1 entry." in answer.out
    (record,) = records(filled)
    assert record.period == Period(None, (START - timedelta(days=2)).date())


def test_a_journal_without_private_entries_says_nothing_of_them(
    terminal: Terminal, place: Place, journal_option: Named, tmp_path: Path
) -> None:
    place.open().add(an_entry("Slept."))
    place.close()
    answer = export(terminal, journal_option, tmp_path / "data.zip", format_=Format.MARKDOWN)
    assert "never export" not in answer.out


def test_nothing_is_replaced_unless_it_is_said(
    terminal: Terminal, filled: Place, journal_option: Named, tmp_path: Path
) -> None:
    path = tmp_path / "tables.zip"
    path.write_bytes(b"before")
    answer = export(terminal, journal_option, path)
    assert (answer.code, answer.out) == (3, "")
    assert "lies there already" in answer.err
    assert "--overwrite" in answer.err
    assert path.read_bytes() == b"before"
    assert export(terminal, journal_option, path, "--overwrite").code == 0
    assert zipfile.is_zipfile(path)


def test_a_folder_with_something_in_it_is_replaced_by_nothing(
    terminal: Terminal, filled: Place, journal_option: Named, tmp_path: Path
) -> None:
    path = tmp_path / "tables"
    path.mkdir()
    assert export(terminal, journal_option, path).code == 0  # it was empty
    before = sorted(path.iterdir())
    for more in ((), ("--overwrite",)):
        answer = export(terminal, journal_option, path, *more, format_=Format.MARKDOWN)
        assert answer.code == 3
        assert "lies there already" in answer.err
    assert sorted(path.iterdir()) == before


def test_a_full_disk_is_said_and_nothing_is_left(
    terminal: Terminal, filled: Place, journal_option: Named, tmp_path: Path
) -> None:
    with full_disk():
        answer = export(terminal, journal_option, tmp_path / "tables.zip")
    assert answer.code == 3
    assert "disk is full" in answer.err
    assert not list(tmp_path.glob("tables*"))


def test_a_terminal_is_told_how_far_it_is(
    terminal: Terminal,
    filled: Place,
    journal_option: Named,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    answer = export(terminal, journal_option, tmp_path / "tables.zip")
    assert "\r2 of 3\r3 of 3" not in answer.err
    assert answer.err.startswith("\r2 of 3")
    assert answer.err.endswith("\r      \r")


def test_a_format_and_a_place_are_needed(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal.run("export", tmp_path / "data.zip").code == 2
    assert terminal.run("export", "--format", "csv").code == 2
    assert terminal.run("export", tmp_path / "data", "--format", "docx").code == 2


@pytest.mark.parametrize(
    ("format_", "begins"),
    [(Format.SUMMARY_PDF, b"%PDF-"), (Format.SUMMARY_HTML, b"<!doctype html>")],
)
def test_a_summary_is_written_without_what_is_never_exported(
    terminal: Terminal,
    filled: Place,
    journal_option: Named,
    tmp_path: Path,
    format_: Format,
    begins: bytes,
) -> None:
    path = tmp_path / "summary"
    answer = export(terminal, journal_option, path, format_=format_)
    assert (answer.code, answer.err) == (0, "")
    content = path.read_bytes()
    assert content[: len(begins)].lower() == begins.lower()
    assert b"Mine alone." not in content
    (record,) = records(filled)
    assert record.format is format_


@pytest.mark.parametrize("format_", [Format.CSV, Format.SUMMARY_HTML])
def test_what_cannot_be_listed_says_so(
    terminal: Terminal,
    filled: Place,
    journal_option: Named,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    format_: Format,
) -> None:
    monkeypatch.setattr(JournalFolder, "is_writable", lambda _folder: False)
    path = tmp_path / "out.zip"
    answer = export(terminal, journal_option, path, format_=format_)
    assert "\nIt is not listed in what was exported.\n" in answer.out
    assert path.is_file()


@pytest.mark.parametrize(
    ("format_", "more"),
    [
        (Format.JSON, ("--file-password", "password.txt")),
        (Format.CSV, ("--names-may-stay",)),
        (Format.MARKDOWN, ("--block", "mood")),
        (Format.SUMMARY_PDF, ("--everything",)),
        (Format.SUMMARY_HTML, ("--kind", "mood")),
    ],
)
def test_what_means_nothing_is_not_passed_over(
    terminal: Terminal,
    filled: Place,
    journal_option: Named,
    tmp_path: Path,
    format_: Format,
    more: tuple[str, ...],
) -> None:
    answer = export(terminal, journal_option, tmp_path / "out", *more, format_=format_)
    assert answer.code == 3
    assert answer.err == (
        f"caregiver-journal: {more[0]} has no meaning with --format {format_.value}. "
        "Nothing was written.\n"
    )
    assert not (tmp_path / "out").exists()
