"""Each setting stands on the page once, with its effect, and is found by its own words."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.clock import FixedClock
from support.driver import Driver
from support.keychains import no_keychain

from caregiver_journal.app import dress
from caregiver_journal.base.i18n import _
from caregiver_journal.domain import preference
from caregiver_journal.domain.preference import INTERNAL, PREFERENCES, Preference
from caregiver_journal.ui.pages.settings.page import SettingsPage
from caregiver_journal.ui.pages.settings.rows import PreferenceRow
from caregiver_journal.ui.theme import install_fonts

__all__ = ["no_keychain"]


@pytest.fixture
def page(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, clock: FixedClock, no_keychain: None
) -> SettingsPage:
    install_fonts(qapp, always=True)
    dress(qapp, "light", 100)
    person = Driver(qtbot, tmp_path / "journal", clock)
    person.begin()
    person.keys("Ctrl+,")
    return person.find("page.settings", SettingsPage)


def find_uneven(shown: list[Preference]) -> list[str]:
    """Return the names of settings that do not stand there exactly once."""
    times = Counter(each.name for each in shown)
    wanted = [each.name for each in PREFERENCES if each not in INTERNAL]
    return [name for name in wanted if times[name] != 1] + sorted(set(times) - set(wanted))


def test_each_setting_is_declared_once() -> None:
    declared = {each for each in vars(preference).values() if isinstance(each, Preference)}
    assert declared == set(PREFERENCES)
    assert len({each.name for each in PREFERENCES}) == len(PREFERENCES)
    assert set(INTERNAL) < set(PREFERENCES)


def test_each_setting_stands_on_the_page_once(page: SettingsPage) -> None:
    rows = [row for row in page.finder.rows() if isinstance(row, PreferenceRow)]
    assert find_uneven([row.preference for row in rows]) == []
    assert page.findChildren(PreferenceRow) == rows, "a search sees every row"
    assert all(row.about.text() == _(row.preference.effect) for row in rows)


def test_a_planted_gap_or_double_is_found() -> None:
    shown = [each for each in PREFERENCES if each not in INTERNAL]
    assert find_uneven(shown) == []
    assert find_uneven(shown[1:]) == [shown[0].name]
    assert find_uneven([*shown, shown[0]]) == [shown[0].name]
    assert find_uneven([*shown, INTERNAL[0]]) == [INTERNAL[0].name]


def test_each_row_is_found_by_its_own_title(page: SettingsPage) -> None:
    rows = page.finder.rows()
    assert len(rows) > 10
    for row in rows:
        page.finder.setText(row.title.upper())
        assert row.isVisible() == row.is_wanted, row.title
        page.finder.setText(f"{row.title} zebra")
        assert not row.isVisible(), row.title
