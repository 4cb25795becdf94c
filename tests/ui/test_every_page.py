"""Every page and state: legible, named, heard, and usable by keyboard, however it is looked at."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from support import hearing, looking, walking
from support.every_page import LAID_OUT, Check, Open, judge
from support.mirror import TwoWalks, find_unmirrored
from support.seen import nothing_changes

from caregiver_journal.app import dress
from caregiver_journal.ui import tour
from caregiver_journal.ui.focus_ring import follow_focus
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.tour import Sight
from caregiver_journal.ui.widgets.text import line_field, plain_label, push_button

PAINTED = (looking.find_faint, walking.find_ringless)
LEFT = (looking.find_strays, looking.find_restless)
CHECKS = (*LAID_OUT, *PAINTED, *LEFT)
HEARD = (*hearing.CHECKS, *LAID_OUT, hearing.find_jumps)  # a walk of the keyboard comes after
SEEN = (*PAINTED, *LEFT)  # these move the keyboard once it has walked

FIRST = Sight("light", 100, (1200, 800))
TURNED = Sight("dark", 100, (1200, 800))
NARROW = Sight("high_contrast", 100, (680, 760), "narrow")
LARGER = (Sight("light", 150, (1000, 640)), Sight("light", 200, (1000, 640)))


@pytest.mark.long
@pytest.mark.usefixtures("somebody_listens")
def test_every_page_and_state_is_seen_and_heard_and_so_in_its_mirror(
    app: QApplication, open_window: Open
) -> None:
    walks = TwoWalks()
    faults = judge(open_window(FIRST), [*HEARD, *SEEN], [walks.note])
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    faults += judge(open_window(TURNED), [*HEARD, *SEEN], [walks.compare])
    assert walks.is_over()
    assert not faults, "\n".join(faults)


@pytest.mark.long
@pytest.mark.parametrize("sight", LARGER, ids=lambda sight: sight.name)
def test_every_page_and_state_in_larger_text(open_window: Open, sight: Sight) -> None:
    # Rings and colours are the same at every size of text, and FIRST shows more of each page.
    others = [find_unmirrored] if sight is LARGER[0] else []
    faults = judge(open_window(sight), [*LAID_OUT, *LEFT], others)
    assert not faults, "\n".join(faults)


@pytest.mark.long
def test_every_page_and_state_in_a_narrow_window_and_high_contrast(open_window: Open) -> None:
    # Where things lie is the same in every look: tests/house/test_looks.py sees to it.
    faults = judge(open_window(NARROW), [*LAID_OUT, *SEEN], [])
    assert not faults, "\n".join(faults)


def test_each_look_and_each_size_of_the_tour_is_judged() -> None:
    painted = {sight.look for sight in (FIRST, TURNED, NARROW)}
    laid_out = {(sight.text_size, sight.size) for sight in (FIRST, TURNED, NARROW, *LARGER)}
    assert {sight.look for sight in tour.SIGHTS} == painted
    assert {(sight.text_size, sight.size) for sight in tour.SIGHTS} <= laid_out


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


def test_checks_share_what_they_see_until_somebody_walks(sheet: Sheet) -> None:
    with nothing_changes():
        before = looking.find_controls(sheet)
        sheet.save.hide()
        assert looking.find_controls(sheet) == before
        walking.walk_by_tab(sheet)
        assert sheet.save not in looking.find_controls(sheet)
    sheet.save.show()
    assert looking.find_controls(sheet) == before


def test_a_page_below_a_sheet_is_out_of_reach(sheet: Sheet) -> None:
    above = Overlay("Sheet", sheet, name="planted")
    above.card.add(push_button("Answer"))
    above.come_up()
    looking.settle()
    assert [control.accessibleName() for control in looking.find_controls(sheet)] == ["Answer"]
