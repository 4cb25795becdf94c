"""Something happened to the files, the folder or the clock."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from support.driver import PASSPHRASE, Driver
from support.looking import settle

from caregiver_journal.base.errors import DiskFullError, JournalError, StorageError
from caregiver_journal.domain.entry import Content, make_entry
from caregiver_journal.domain.mood import Mood
from caregiver_journal.journal.doors import JournalFolder
from caregiver_journal.store.entries import EntryStore

PAGE = 4096


def _fill(writer: Driver, count: int) -> None:
    with writer.journal.writing():
        for number in range(count):
            writer.clock.advance(minutes=1)
            note = f"note {number} " + "long text " * 60
            writer.journal.entries.add(make_entry(Content(Mood(3), note=note), writer.clock()))


def _damage(path: Path, pages: range) -> None:
    content = bytearray(path.read_bytes())
    for page in pages:
        content[page * PAGE + 100] ^= 0xFF
    path.write_bytes(content)


def test_a_damaged_file_is_rescued_and_what_is_lost_is_told(writer: Driver) -> None:
    _fill(writer, 400)
    writer.keys("Ctrl+L")
    folder = JournalFolder(writer.folder)
    count = folder.database.stat().st_size // PAGE
    _damage(folder.database, range(count // 2, count // 2 + 3))
    writer.try_passphrase(PASSPHRASE)
    writer.qtbot.waitUntil(lambda: writer.page() != "" or writer.sees("damaged.rescue"))
    if not writer.sees("damaged.rescue"):
        writer.keys("Ctrl+J", "End", "End", "End", "End", "End", "End", "End", "End")
        assert "file is damaged" in writer.message()
        writer.press("message.action")
    writer.press("damaged.rescue")
    writer.qtbot.waitUntil(lambda: writer.sees("damaged.reopen"), timeout=20_000)
    assert "saved into a new file" in writer.text("damaged.result")
    kept = list(writer.folder.glob("damaged-*.db"))
    assert len(kept) == 1
    writer.press("damaged.reopen")
    writer.wait_for_page("today")
    left = writer.journal.entries.count()[0]
    assert 300 < left <= 400
    assert writer.journal.database.check(deep=True) == []


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda f: f.database.write_bytes(b""), "journal.db is empty"),
        (lambda f: f.database.write_bytes(b"\x01" * 90_000), "damaged from its beginning"),
        (lambda f: f.keys.write_bytes(b"{") and f.keys_copy.write_bytes(b"{"), "is damaged"),
    ],
)
def test_each_fault_has_its_own_sentence(
    writer: Driver, spoil: Callable[[JournalFolder], object], sentence: str
) -> None:
    writer.keys("Ctrl+L")
    spoil(JournalFolder(writer.folder))
    writer.try_passphrase(PASSPHRASE)
    writer.qtbot.waitUntil(lambda: sentence in writer.text("unlock.problem"))


def test_a_damaged_key_file_is_mended_from_its_copy(writer: Driver) -> None:
    writer.keys("Ctrl+L")
    folder = JournalFolder(writer.folder)
    folder.keys.write_bytes(b"nonsense")
    writer.unlock()
    assert folder.keys.read_bytes() != b"nonsense"


def test_a_folder_that_cannot_be_written_opens_for_reading(
    writer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.keys("4", "Ctrl+Return", "Ctrl+L")
    monkeypatch.setattr(JournalFolder, "is_writable", lambda _self: False)
    writer.unlock()
    assert "cannot be written to" in writer.message()
    assert writer.titles("today.entries") == ["Mood · good"]
    for name in ("mood.card", "sidebar.new_entry"):
        assert not writer.find(name, QWidget).isVisible()
    for keys in ("Ctrl+N", "Ctrl+1", "Ctrl+2"):
        writer.keys(keys)
        assert "can only be read now" in writer.message()
        assert writer.page() == "today"
    writer.keys("Ctrl+J")
    settle()
    assert writer.titles("journal.entries") == ["Mood · good"]
    assert not writer.find("journal.edit", QWidget).isVisible()


def test_a_clock_far_in_the_past_is_mentioned(writer: Driver) -> None:
    writer.keys("4", "Ctrl+Return", "Ctrl+L")
    writer.clock.advance(days=-400)
    writer.unlock()
    assert "Look at the clock" in writer.message()


def test_a_mood_that_was_lost_keeps_its_note_and_can_be_said_again(writer: Driver) -> None:
    writer.type_into("mood.line", "the words survived")
    writer.press("mood.level.2")
    writer.press("mood.save")
    with writer.journal.writing():
        writer.journal.database.write("DELETE FROM moods")
    writer.keys("Ctrl+J")
    assert writer.titles("journal.entries") == ["Mood · could not be read"]
    assert writer.rows("journal.entries")[0].line == "the words survived"
    writer.press("journal.edit")
    assert writer.text("checkin.note") == "the words survived"
    writer.press("checkin.level.2")
    writer.press("checkin.save")
    assert writer.titles("journal.entries") == ["Mood · low"]


@pytest.mark.parametrize("fault", [DiskFullError, StorageError])
def test_a_disk_that_takes_nothing_loses_no_word(
    writer: Driver, monkeypatch: pytest.MonkeyPatch, fault: type[JournalError]
) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise fault

    writer.keys("Ctrl+N")
    writer.press("checkin.level.3")
    writer.type_into("checkin.note", "still on the screen")
    with monkeypatch.context() as broken:
        broken.setattr(EntryStore, "add", refuse)
        writer.press("checkin.save")
    assert fault().sentence in " ".join(writer.seen_texts())
    assert writer.text("checkin.note") == "still on the screen"
    writer.press("checkin.save")
    writer.wait_for_page("today")
    assert writer.rows("today.entries")[0].line == "still on the screen"
