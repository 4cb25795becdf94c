"""What a backup is can be said before anybody types, and what came of restoring it after."""

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from support.backups import of_a_stranger, on_a_stick
from support.builders import an_entry
from support.journals import Place
from support.vaults import CHEAP, PASSPHRASE

from caregiver_journal import __version__
from caregiver_journal.base.errors import ForeignBackupError, InUseError, WrongPassphraseError
from caregiver_journal.domain.kind import Kind
from caregiver_journal.journal import doors, restoring
from caregiver_journal.journal.restore_words import (
    say_backup,
    say_backup_moment,
    say_contents,
    say_restored,
    say_stretch,
    say_viewing,
)
from caregiver_journal.journal.restoring import examine, restore_with_code, restore_with_passphrase
from caregiver_journal.vault.restoring import Restored, restore

MADE = datetime(2026, 11, 20, 17, 52, tzinfo=UTC)


def test_what_it_is_without_a_passphrase(place: Place, tmp_path: Path) -> None:
    stick = on_a_stick(place.open(), tmp_path)
    facts = examine(stick, place.folder)
    assert (facts.path, facts.program) == (stick, __version__)
    assert 0 < facts.size <= stick.stat().st_size
    assert facts == examine(stick)
    with pytest.raises(ForeignBackupError):
        examine(of_a_stranger(stick), place.folder)


def test_what_lay_there_is_told(place: Place, tmp_path: Path) -> None:
    journal = place.open()
    stick = on_a_stick(journal, tmp_path)
    journal.add(an_entry("Since"))
    place.close()
    done = restore_with_passphrase(stick, place.folder, PASSPHRASE, CHEAP)
    assert done.is_backed_up
    assert (place.folder / done.kept_as).is_dir()
    code = place.opened.root.recovery_code()
    new = restore_with_code(stick, tmp_path / "new", code)
    assert (new.kept_as, new.is_backed_up) == ("", False)
    restored = doors.open_journal(tmp_path / "new", new.opened, place.clock)
    assert restored.entries.count()[0] == 0
    restored.close()


def test_of_a_new_folder_nothing_is_left_where_it_failed(place: Place, tmp_path: Path) -> None:
    stick, new = on_a_stick(place.open(), tmp_path), tmp_path / "new"
    with pytest.raises(WrongPassphraseError):
        restore_with_passphrase(stick, new, "another one altogether", CHEAP)
    assert not new.exists()
    new.mkdir()
    with pytest.raises(WrongPassphraseError):
        restore_with_passphrase(stick, new, "another one altogether", CHEAP)
    assert new.exists()


def test_two_at_once_into_a_new_folder_do_not_lose_each_other(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick, new = on_a_stick(place.open(), tmp_path), tmp_path / "new"
    stranger, refused = of_a_stranger(stick), []

    def meanwhile(*given: Any) -> Restored:
        with monkeypatch.context() as patch:
            patch.setattr(Path, "exists", lambda path: path != new and os.path.lexists(path))
            with pytest.raises(InUseError) as caught:
                restore_with_passphrase(stranger, new, PASSPHRASE, CHEAP)
        refused.append(caught.value)
        return restore(*given)

    monkeypatch.setattr(restoring, "restore", meanwhile)
    restored = restore_with_passphrase(stick, new, PASSPHRASE, CHEAP)
    assert len(refused) == 1
    assert restored.kept_as == ""
    assert doors.unlock(new, PASSPHRASE, CHEAP).root == place.opened.root


def test_it_is_said_in_words() -> None:
    assert say_backup_moment(MADE) == "Friday 20 November 2026, 17:52"
    said = "Made on Friday 20 November 2026 at 17:52 by version 1.2, 1.5\u00a0MB."
    assert say_backup(MADE, "1.2", 1_500_000) == said
    assert say_viewing(None) == "A backup, to look around in. Nothing is changed."
    assert "of 20 November 2026, to look" in say_viewing(MADE)


def test_what_came_of_it_is_said_in_words() -> None:
    first = "The journal is as it was on Friday 20 November 2026 at 17:52."
    assert say_restored(MADE, "", is_backed_up=False) == first
    kept = say_restored(MADE, "replaced-x", is_backed_up=False)
    assert kept == f"{first} What lay there before is kept in the journal's folder, as replaced-x."
    assert "among the backups now" in say_restored(MADE, "replaced-x", is_backed_up=True)


def test_what_is_in_it_is_said_in_words() -> None:
    assert say_contents({}) == "It has no entries."
    counts = {Kind.MOOD: 1_204, Kind.BOUNDARY: 1}
    assert say_contents(counts) == "In it: 1,204 check-ins and 1 boundary moment."
    day = date(2026, 11, 20)
    assert say_stretch(None, None) == ""
    assert say_stretch(day, day) == "All of it is of Friday 20 November 2026."
    assert say_stretch(date(2025, 1, 1), day).startswith("The first entry is of Wednesday 1 Jan")
