"""What a crash left half written outside the journal is gone when that is opened again."""

import shutil
from pathlib import Path

import pytest
from support.builders import an_entry
from support.journals import Place

from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.domain.export_record import Format
from caregiver_journal.journal.data_file import DataChoice, export_data
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.leftovers import clear_leftovers, noting

NAME = "data.zip.tmp-0123456789abcdef"


def noted(journal: Journal) -> object:
    return journal.drafts.read("leaving").get("paths", [])


@pytest.mark.parametrize(
    ("format_", "name"),
    [(Format.JSON, "data.json"), (Format.CSV, "data.zip"), (Format.CSV, "data")],
)
def test_what_a_killed_export_left_goes_when_the_journal_opens(
    place: Place, tmp_path: Path, format_: Format, name: str
) -> None:
    journal = place.open()
    journal.add(an_entry("Anybody can read this"))
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "other.tmp-0123456789abcdef").touch()
    steps = export_data(journal, DataChoice(format_), folder / name)
    next(steps)
    shutil.copytree(place.folder, tmp_path / "as it was")
    shutil.copytree(folder, tmp_path / "left")
    steps.close()
    assert (len(list(folder.iterdir())), noted(journal)) == (1, [])
    place.close()

    shutil.rmtree(folder)
    (tmp_path / "left").rename(folder)
    shutil.rmtree(place.folder)
    (tmp_path / "as it was").rename(place.folder)
    assert len(list(folder.iterdir())) == 2
    again = place.open()
    assert [each.name for each in folder.iterdir()] == ["other.tmp-0123456789abcdef"]
    assert noted(again) == []


def test_what_was_written_whole_is_noted_no_more(journal: Journal, tmp_path: Path) -> None:
    for name in ("one.json", "two.json"):
        for _step in export_data(journal, DataChoice(Format.JSON), tmp_path / name):
            assert len(str(noted(journal)).split(".tmp-")) == 2
    assert noted(journal) == []
    clear_leftovers(journal)
    assert {"one.json", "two.json"} <= {each.name for each in tmp_path.iterdir()}


def test_a_stick_that_was_pulled_out_is_asked_for_again(journal: Journal, tmp_path: Path) -> None:
    stick = tmp_path / "stick" / NAME
    journal.save_draft("leaving", {"paths": [str(stick)]})
    clear_leftovers(journal)
    assert noted(journal) == [str(stick)]
    stick.parent.mkdir()
    stick.touch()
    clear_leftovers(journal)
    assert not stick.exists()
    assert noted(journal) == []


def test_nothing_goes_that_has_another_name(journal: Journal, tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.touch()
    journal.save_draft("leaving", {"paths": [str(mine), 7]})
    clear_leftovers(journal)
    assert mine.is_file()
    journal.save_draft("leaving", {"paths": "no list"})
    clear_leftovers(journal)


def test_where_no_note_can_be_kept_it_is_written_all_the_same(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    monkeypatch.setattr(journal, "save_draft", refuse)
    with noting(journal, tmp_path / "data.zip") as temporary:
        assert temporary.parent == tmp_path
    monkeypatch.undo()
    with noting(journal, tmp_path / "data.zip"):
        journal.close()
