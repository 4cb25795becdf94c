"""Every page and state, in each look and text size: legible, named, and usable by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from support import looking, walking
from support.every_page import Check, Open, judge

from caregiver_journal.app import dress
from caregiver_journal.ui import tour
from caregiver_journal.ui.focus_ring import follow_focus
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.tour import Sight
from caregiver_journal.ui.widgets.text import line_field, plain_label, push_button

CHECKS = (
    looking.find_clipped,
    looking.find_sideways,
    looking.find_small,
    looking.find_overlapping,
    walking.find_unnamed,
    walking.find_unreached,
    walking.find_disorder,
    looking.find_faint,
    walking.find_ringless,
    looking.find_strays,
    looking.find_restless,
)
SIGHTS = (*tour.SIGHTS, Sight("light", 200, (1000, 640)))


@pytest.mark.parametrize("sight", SIGHTS, ids=lambda sight: sight.name)
def test_every_page_and_state(open_window: Open, sight: Sight) -> None:
    is_larger = sight.text_size > 100  # a ring is drawn in the same way at every size of text
    checks = [each for each in CHECKS if not (is_larger and each is walking.find_ringless)]
    faults = judge(open_window(sight), checks)
    assert not faults, "\n".join(faults)


def test_every_page_and_state_from_right_to_left(app: QApplication, open_window: Open) -> None:
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    faults = judge(open_window(Sight("dark", 100, (1200, 800))), CHECKS)
    assert not faults, "\n".join(faults)


# --- each check finds what it is for --------------------------------------------------------------


class Sheet(QWidget):
    """A small page without faults, to plant faults in."""

    def __init__(self) -> None:
        super().__init__()
        self.about = plain_label("A sentence that takes two lines where it stands.", wrap=True)
        self.title = plain_label("Title", "heading")
        self.field = line_field("A few words…")
        self.save = push_button("Save", "primary")
        self.cancel = push_button("Cancel")
        self.column = QVBoxLayout()
        for part in (self.title, self.about, self.field, self.save, self.cancel):
            self.column.addWidget(part)
        inside = QWidget()
        inside.setLayout(self.column)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.addWidget(self.area)

    def lower_the_sentence(self) -> None:
        self.about.setFixedHeight(8)

    def narrow_the_title(self) -> None:
        self.title.setFixedWidth(20)

    def lengthen_a_word(self) -> None:
        self.about.setText("Antidisestablishmentarianism")
        self.about.setFixedWidth(60)

    def narrow_the_button(self) -> None:
        self.save.setFixedWidth(30)

    def lengthen_the_hint(self) -> None:
        self.field.setPlaceholderText("A few words, if you want them, and a few more after these…")

    def push_out(self) -> None:
        self.column.removeWidget(self.cancel)
        self.cancel.move(280, 0)

    def widen(self) -> None:
        self.title.setMinimumWidth(900)

    def shrink(self) -> None:
        self.cancel.setFixedHeight(20)

    def overlap(self) -> None:
        self.column.removeWidget(self.cancel)
        self.cancel.move(self.save.pos())

    def take_the_name(self) -> None:
        self.field.setAccessibleName("")
        self.field.setPlaceholderText("")

    def stop_at_the_area(self) -> None:
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def close_to_the_keyboard(self) -> None:
        self.cancel.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def turn_around(self) -> None:
        QWidget.setTabOrder(self.cancel, self.save)

    def fade_the_sentence(self) -> None:
        palette = self.about.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor("#AAA69E"))
        self.about.setPalette(palette)

    def fade_the_hint(self) -> None:
        palette = self.field.palette()
        palette.setColor(QPalette.ColorRole.PlaceholderText, QColor("#C8C4BC"))
        self.field.setPalette(palette)
        self.field.setStyleSheet("color: #C8C4BC; placeholder-text-color: #C8C4BC")

    def hide_the_ring(self) -> None:
        self.cancel.setStyleSheet("QPushButton:focus { border: 1px solid #E2DBCF; padding: 9px }")

    def leave_a_button_alone(self) -> None:
        self.alone = push_button("Alone")

    def tick(self) -> None:
        self.timer = QTimer(self)
        self.timer.start(1_000)


@pytest.fixture
def sheet(qtbot: QtBot, app: QApplication) -> Sheet:
    dress(app, "light", 100)
    follow_focus(app)
    sheet = Sheet()
    qtbot.addWidget(sheet)
    sheet.resize(300, 400)
    sheet.show()
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow)
    looking.settle()
    return sheet


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_a_page_without_faults_passes(sheet: Sheet, check: Check) -> None:
    assert list(check(sheet)) == []


@pytest.mark.parametrize(
    ("check", "plant"),
    [
        (looking.find_clipped, Sheet.lower_the_sentence),
        (looking.find_clipped, Sheet.narrow_the_title),
        (looking.find_clipped, Sheet.lengthen_a_word),
        (looking.find_clipped, Sheet.narrow_the_button),
        (looking.find_clipped, Sheet.lengthen_the_hint),
        (looking.find_clipped, Sheet.push_out),
        (looking.find_sideways, Sheet.widen),
        (looking.find_small, Sheet.shrink),
        (looking.find_overlapping, Sheet.overlap),
        (walking.find_unnamed, Sheet.take_the_name),
        (walking.find_unnamed, Sheet.stop_at_the_area),
        (walking.find_unreached, Sheet.stop_at_the_area),
        (walking.find_unreached, Sheet.close_to_the_keyboard),
        (walking.find_disorder, Sheet.turn_around),
        (looking.find_faint, Sheet.fade_the_sentence),
        (looking.find_faint, Sheet.fade_the_hint),
        (walking.find_ringless, Sheet.hide_the_ring),
        (looking.find_strays, Sheet.leave_a_button_alone),
        (looking.find_restless, Sheet.tick),
    ],
    ids=lambda part: part.__name__,
)
def test_a_planted_fault_is_found(
    sheet: Sheet, check: Check, plant: Callable[[Sheet], None]
) -> None:
    plant(sheet)
    looking.settle()
    assert list(check(sheet))


def test_a_page_below_a_sheet_is_out_of_reach(sheet: Sheet) -> None:
    above = Overlay("Sheet", sheet, name="planted")
    above.card.add(push_button("Answer"))
    above.come_up()
    looking.settle()
    assert [control.accessibleName() for control in looking.find_controls(sheet)] == ["Answer"]
