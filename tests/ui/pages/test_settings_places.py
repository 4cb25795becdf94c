"""Whoever is sent to one row of the settings sees that row."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget
from support.builders import an_entry
from support.driver import Driver
from support.looking import keyboard, settle

from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.settings.page import SettingsPage
from caregiver_journal.ui.shell import Shell

PARTS = ("check", "restore", "merge", "backups", "export")


@pytest.fixture
def shell(writer: Driver) -> Shell:
    writer.journal.add(an_entry("A heron by the canal"))
    writer.window.resize(1000, 640)
    settle()
    assert writer.window.shell is not None
    return writer.window.shell


@pytest.mark.parametrize("part", PARTS)
def test_a_row_is_in_view_on_the_first_visit_and_on_later_ones(shell: Shell, part: str) -> None:
    for _visit in range(2):
        shell.follow(Destination("settings", part=part))
        settle()
        assert is_whole_in_view(shell, f"settings.{part}.row")
        shell.follow(Destination("today"))
        settle()


def test_a_row_far_away_is_in_view_though_another_was_before(shell: Shell) -> None:
    for part in ("export", "look", "check"):
        shell.follow(Destination("settings", part=part))
        settle()
        assert is_whole_in_view(shell, f"settings.{part}.row"), part
        assert keyboard().objectName() == f"settings.{part}"


def is_whole_in_view(shell: Shell, name: str) -> bool:
    page = shell.findChild(SettingsPage)
    assert page is not None
    row, area = page.findChild(QWidget, name), page.findChild(QScrollArea)
    assert isinstance(row, QWidget)
    assert isinstance(area, QScrollArea)
    top = row.mapTo(area.viewport(), QPoint(0, 0)).y()
    return top >= 0 and top + row.height() <= area.viewport().height()
