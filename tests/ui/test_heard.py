"""What a screen reader finds in the accessibility tree; ``test_every_page`` looks everywhere."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QSlider, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from support import hearing, looking
from support.clock import FixedClock
from support.every_page import Check
from support.walking import find_disorder

from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.tag_field import TagField
from caregiver_journal.ui.widgets.text import field_label, line_field, plain_label, push_button
from caregiver_journal.ui.widgets.when_field import WhenField
from caregiver_journal.ui.widgets.word_button import WordButton

pytestmark = pytest.mark.usefixtures("somebody_listens")

CHECKS = (*hearing.CHECKS, hearing.find_jumps, find_disorder)


def test_what_hangs_below_a_field_is_heard(qtbot: QtBot, app: QApplication) -> None:
    page = QWidget()
    when, tags = WhenField(FixedClock(), name="below.when"), TagField(["walk"], name="below.tags")
    column = QVBoxLayout(page)
    for label, field in (("When", when), ("Tags", tags)):
        column.addWidget(field_label(label, field))
        column.addWidget(field)
    qtbot.addWidget(page)
    page.resize(400, 400)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    when.click()
    looking.settle()
    names = {(node.groups, node.name) for node in hearing.hear(page)}
    assert {(("Day and time",), "Day"), (("Day and time",), "Done")} <= names
    assert not [fault for check in hearing.CHECKS for fault in check(page)]
    QTest.keyClick(looking.keyboard(), Qt.Key.Key_Escape)
    tags.setFocus()
    QTest.keyClicks(looking.keyboard(), "w")
    looking.settle()
    assert (("Suggestions",), "walk") in {(n.groups, n.name) for n in hearing.hear(page)}
    assert not [fault for check in hearing.CHECKS for fault in check(page)]


# --- each check finds what it is for --------------------------------------------------------------


class Sheet(QWidget):
    """A small page without faults, to plant faults in."""

    def __init__(self) -> None:
        super().__init__()
        self.line = line_field("A few words…", name="planted.line")
        self.shift = Segmented([("early", "Early"), ("late", "Late")], name="planted.shift")
        self.shift.setAccessibleName("Shift")
        self.pain = QSlider(Qt.Orientation.Horizontal)
        self.pain.setAccessibleName("How heavy")
        self.pain.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.size_of_text = QComboBox()
        self.size_of_text.addItems(["100 %", "150 %"])
        self.size_of_text.setObjectName("planted.text_size")
        self.label = field_label("Text size", self.size_of_text)
        self.loud = WordButton("Loud", "chip")
        self.loud.toggled.connect(self.setWindowModified)
        self.cancel = push_button("Cancel", name="planted.cancel")
        self.save = push_button("Save", "primary", name="planted.save")
        column = QVBoxLayout(self)
        for part in (self.line, self.shift, self.pain, self.label, self.size_of_text, self.loud):
            column.addWidget(part)
        foot = QHBoxLayout()
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        column.addLayout(foot)

    def take_the_name(self) -> None:
        self.save.setText("")
        self.save.setAccessibleName("")

    def take_the_label(self) -> None:
        self.label.setBuddy(self)

    def write_on_a_pane(self) -> None:
        self.line.setParent(None)
        pane = QWidget(self)
        pane.setAccessibleName("A few words…")
        pane.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        pane.setGeometry(0, 0, 40, 40)
        pane.show()

    def name_alike(self) -> None:
        self.cancel.setAccessibleName("Save")

    def leave_the_group_unnamed(self) -> None:
        self.shift.setAccessibleName("")

    def name_as_the_program_does(self) -> None:
        self.pain.setAccessibleName("body.heaviness")

    def name_by_its_own_identifier(self) -> None:
        self.save.setAccessibleName("planted.save")

    def name_with_markup(self) -> None:
        self.save.setAccessibleName("<b>Save</b>")

    def leave_a_gap_in_the_name(self) -> None:
        self.save.setAccessibleName("Save {count} entries")

    def describe_with_markup(self) -> None:
        self.save.setAccessibleDescription("Ink &amp; paper")

    def check_behind_its_back(self) -> None:
        button = self.shift.buttons()[1]
        button.blockSignals(True)
        button.setChecked(True)

    def hear_clicks_only(self) -> None:
        self.loud.toggled.disconnect(self.setWindowModified)
        self.loud.clicked.connect(self.setWindowModified)

    def put_the_tree_out_of_order(self) -> None:
        self.line.raise_()

    def walk_backwards(self) -> None:
        QWidget.setTabOrder(self.save, self.cancel)


@pytest.fixture
def sheet(qtbot: QtBot, app: QApplication) -> Sheet:
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
        (hearing.find_nameless, Sheet.take_the_name),
        (hearing.find_nameless, Sheet.take_the_label),
        (hearing.find_misfits, Sheet.write_on_a_pane),
        (hearing.find_twins, Sheet.name_alike),
        (hearing.find_groupless, Sheet.leave_the_group_unnamed),
        (hearing.find_codes, Sheet.name_as_the_program_does),
        (hearing.find_codes, Sheet.name_by_its_own_identifier),
        (hearing.find_codes, Sheet.name_with_markup),
        (hearing.find_codes, Sheet.leave_a_gap_in_the_name),
        (hearing.find_codes, Sheet.describe_with_markup),
        (hearing.find_undecided, Sheet.check_behind_its_back),
        (hearing.find_deaf, Sheet.hear_clicks_only),
        (hearing.find_jumps, Sheet.put_the_tree_out_of_order),
        (find_disorder, Sheet.walk_backwards),
    ],
    ids=lambda part: part.__name__,
)
def test_a_planted_fault_is_heard(
    sheet: Sheet, check: Check, plant: Callable[[Sheet], None]
) -> None:
    plant(sheet)
    looking.settle()
    assert list(check(sheet))


def test_the_same_name_in_two_groups_is_told_apart(sheet: Sheet) -> None:
    for name in ("Passphrase", "Recovery code"):
        group = QWidget(sheet)
        group.setAccessibleName(name)
        QHBoxLayout(group).addWidget(push_button("Change…"))
        group.show()
    assert list(hearing.find_twins(sheet)) == []


def test_rows_and_values_are_heard(sheet: Sheet) -> None:
    sheet.shift.set_value("late")
    sheet.pain.setValue(7)
    heard = {node.name: node for node in hearing.hear(sheet)}
    assert (heard["Late"].is_checked, heard["Early"].is_checked) == (True, False)
    assert heard["Late"].groups == ("Shift",)
    assert heard["How heavy"].value == "7"
    assert heard["Text size"].value == "100 %"
    assert heard[plain_label("Text size").text()].role == QAccessible.Role.ComboBox
