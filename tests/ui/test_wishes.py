"""What the desktop was told somebody needs: more contrast, less motion, words said aloud."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QAccessibilityHints,
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from pytestqt.qtbot import QtBot
from support import looking
from support.driver import Driver

from caregiver_journal.app import dress
from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.base.marks import override
from caregiver_journal.ui import theme
from caregiver_journal.ui.theme import current_look
from caregiver_journal.ui.widgets.progress_line import CalmProgress
from caregiver_journal.ui.widgets.tag_field import TagField

HIGH = Qt.ContrastPreference.HighContrast
NORMAL = Qt.ContrastPreference.NoPreference


# --- contrast -------------------------------------------------------------------------------------


@pytest.fixture
def wish(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[list[Qt.ContrastPreference]]:
    """What the desktop asks for: the last of a list."""
    wishes = [NORMAL]
    monkeypatch.setattr(QAccessibilityHints, "contrastPreference", lambda _hints: wishes[-1])
    yield wishes
    dress(app, "light", 100)


def test_a_wish_for_contrast_is_obeyed_from_the_start(
    app: QApplication, wish: list[Qt.ContrastPreference]
) -> None:
    dress(app, "system", 100)
    assert current_look().name == "light"
    wish.append(HIGH)
    dress(app, "system", 100)
    assert current_look().name == "high_contrast"


def test_a_wish_for_contrast_is_followed_at_once(
    app: QApplication, writer: Driver, wish: list[Qt.ContrastPreference]
) -> None:
    for wanted, look in ((HIGH, "high_contrast"), (NORMAL, "light")):
        wish.append(wanted)
        app.styleHints().accessibility().contrastPreferenceChanged.emit(wanted)
        assert current_look().name == look


# --- motion ---------------------------------------------------------------------------------------


class StillStyle(QProxyStyle):
    """The style of a desktop that was told to move nothing."""

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget, returnData)


def test_a_wish_for_less_motion_keeps_everything_still(
    app: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.set_still(app, still=False)
    progress = CalmProgress()
    qtbot.addWidget(progress)
    progress.start("Opening…")
    progress.show()
    (timer,) = progress.findChildren(QTimer)
    assert timer.isActive(), "else the rest shows nothing"
    style = StillStyle("fusion")
    monkeypatch.setattr(app, "style", lambda: style)
    progress.start("Opening…")
    assert not timer.isActive()
    assert progress.grab().toImage() == progress.grab().toImage()


# --- words said aloud -----------------------------------------------------------------------------


@pytest.fixture
def said(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What a screen reader is asked to say; "!" before what interrupts."""
    said: list[str] = []

    def update(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            is_urgent = event.politeness() == QAccessible.AnnouncementPoliteness.Assertive
            said.append(f"! {event.message()}" if is_urgent else event.message())

    was_active = QAccessible.isActive()
    QAccessible.setActive(True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", update)
    yield said
    QAccessible.setActive(was_active)


def test_what_is_saved_and_taken_back_is_said(writer: Driver, said: list[str]) -> None:
    writer.keys("4")
    writer.press("mood.save")
    assert said == ["Saved"]
    writer.keys("Ctrl+Z")
    assert said == ["Saved", "Taken back"]


def test_a_mood_of_two_keys_is_said(writer: Driver, said: list[str]) -> None:
    writer.keys("Ctrl+1", "4")
    assert said[-1] == "Saved"


def test_a_whole_check_in_is_said(writer: Driver, said: list[str]) -> None:
    writer.keys("Ctrl+N", "2", "Ctrl+Return")
    assert said[-1] == "Saved"


def test_what_went_wrong_is_said_at_once(writer: Driver, said: list[str]) -> None:
    assert writer.window.shell is not None
    writer.window.shell.say_problem(DiskFullError())
    assert said == [f"! {DiskFullError().sentence} {DiskFullError().next_step}"]


def test_what_is_offered_while_one_types_is_said(
    qtbot: QtBot, app: QApplication, said: list[str]
) -> None:
    field = TagField(["team", "teaching"], name="said.tags")
    field.setAccessibleName("Tags")
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    field.setFocus()
    QTest.keyClicks(looking.keyboard(), "te")
    assert said == ["Suggestions: 2"], "once, not with every letter"
    for _step in range(3):
        QTest.keyClick(looking.keyboard(), Qt.Key.Key_Down)
    assert said[1:] == ["team", "teaching", "Tags"], "and back to the field in the end"


def test_nothing_is_said_where_nobody_listens(writer: Driver, said: list[str]) -> None:
    QAccessible.setActive(False)
    writer.keys("4")
    writer.press("mood.save")
    assert said == []
    assert writer.message() == "Saved"
