"""What left the journal is remembered without its words and its path, and forgotten at a wish."""

import logging
from pathlib import Path

import pytest
from support.clock import FixedClock
from support.trends import TODAY

from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.domain.export_record import Format
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.period import Period
from caregiver_journal.journal.export_log import clear, forget_one, read_log, remember
from caregiver_journal.journal.journal import Changes, Journal
from caregiver_journal.store.exports import ExportStore

DAYS = Period(TODAY, TODAY)


def remember_two(journal: Journal) -> None:
    file = Path("/somebody/Therapy papers/summary.pdf")
    assert remember(journal, Format.SUMMARY_PDF, DAYS, ["talk", "mood"], 3, file, has_password=True)
    assert remember(journal, Format.PRINT, Period(), (), 0)


def test_an_export_is_remembered_by_the_name_of_its_folder_only(
    journal: Journal, told: list[Changes]
) -> None:
    remember_two(journal)
    printed, pdf = read_log(journal)
    assert (printed.format, printed.folder, printed.parts) == (Format.PRINT, "", ())
    assert printed.period == Period()
    assert (pdf.folder, pdf.parts, pdf.entries) == ("Therapy papers", ("talk", "mood"), 3)
    assert (pdf.period, pdf.made, pdf.has_password) == (DAYS, journal.clock(), True)
    assert not pdf.is_everything
    assert "somebody" not in str(journal.database.rows("SELECT * FROM exports"))
    assert told == [frozenset({Topic.EXPORT})] * 2


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        (Path("/x/there/below/../a.json"), "there"),
        (Path("/x/a\udcff\nb  c/a.json"), "a\N{REPLACEMENT CHARACTER} b c"),
        (Path("/x") / ("n" * 255) / "a.json", "n" * 255),
        (Path("/x/txt\u202e.exe\u2066/a.json"), "txt.exe"),
        (Path("/a.json"), ""),
    ],
)
def test_any_folder_has_a_name_that_can_be_kept(journal: Journal, path: Path, folder: str) -> None:
    assert remember(journal, Format.JSON, Period(), ["mood"], 3, path)
    assert read_log(journal)[0].folder == folder


def test_one_that_was_forgotten_comes_back_to_its_place(
    journal: Journal, clock: FixedClock
) -> None:
    remember(journal, Format.JSON, Period(), (), 0, Path("/x/a.json"))
    clock.advance(hours=1)
    remember(journal, Format.CSV, Period(), (), 0, Path("/x/a.zip"))
    forget_one(journal, read_log(journal)[1])()
    assert [each.format for each in read_log(journal)] == [Format.CSV, Format.JSON]


def test_one_is_forgotten_and_remembered_again(journal: Journal) -> None:
    remember_two(journal)
    before = read_log(journal)
    bring_back = forget_one(journal, before[1])
    assert read_log(journal) == before[:1]
    bring_back()
    assert {each.format for each in read_log(journal)} == {Format.PRINT, Format.SUMMARY_PDF}


def test_all_are_forgotten_and_remembered_in_their_order(journal: Journal) -> None:
    remember_two(journal)
    bring_back = clear(journal)
    assert read_log(journal) == ()
    bring_back()
    assert [each.format for each in read_log(journal)] == [Format.PRINT, Format.SUMMARY_PDF]


def test_what_cannot_be_remembered_loses_no_export(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    monkeypatch.setattr(ExportStore, "add", refuse)
    with caplog.at_level(logging.INFO):
        assert not remember(journal, Format.JSON, Period(), ["mood"], 3, Path("/x/a.json"))
    assert "could not be remembered" in caplog.text
    assert read_log(journal) == ()
