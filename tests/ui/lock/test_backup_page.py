"""The page about a backup says what its file is called, whatever that is."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from caregiver_journal.ui.lock.backup_page import BackupPage, BackupWords
from caregiver_journal.ui.lock.slowing import Slowing

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
    owner = QObject()
    path, slowing = Path(os.fsdecode(name)), Slowing(owner)
    page = BackupPage(WORDS, path, slowing, name="restore", may_view=False)
    qtbot.addWidget(page)
    said = page.file.text()
    assert said.startswith("mine")
    assert said.replace("\ufffd", "").isprintable()
    assert len(said) <= 120
    said.encode()
