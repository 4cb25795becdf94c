"""The page about a backup says what its file is called, whatever that is."""

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from caregiver_journal.ui.lock.backup_page import BackupPage, BackupWords

WORDS = BackupWords("Title", "Lead", "Do it", "Working", "Back")


@pytest.mark.parametrize(
    "name",
    [
        b"mine\n\nThis backup is whole.cjbackup",
        "mine\u202epukcabjc.cjbackup".encode(),
        b"mine\xff\x1b.cjbackup",
        b"mine" * 50 + b".cjbackup",
    ],
    ids=["lines", "turned", "no letters", "long"],
)
def test_a_name_is_one_line_that_turns_nothing(qtbot: QtBot, name: bytes) -> None:
    page = BackupPage(WORDS, Path(os.fsdecode(name)), name="restore", may_view=False)
    qtbot.addWidget(page)
    said = page.file.text()
    assert said.startswith("mine")
    assert said.replace("\ufffd", "").isprintable()
    assert len(said) <= 120
    said.encode()
