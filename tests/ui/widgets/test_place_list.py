"""The list of places: walked by arrows, entered by Enter or a click, and told from outside."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caregiver_journal.ui.widgets.place_delegate import Place, PlaceHeading
from caregiver_journal.ui.widgets.place_list import PlaceList

ROWS = (
    PlaceHeading("Themes"),
    Place("a", "The real yes", "saying yes"),
    Place("b", "A long title that has to be broken into more than one line of the list"),
    PlaceHeading("Forms"),
    Place("c", "Write freely"),
)
K = Qt.Key


class Heard:
    """What a list told."""

    def __init__(self, places: PlaceList) -> None:
        self.wanted: list[str] = []
        self.entered = 0
        places.wanted.connect(self.wanted.append)
        places.entered.connect(self._count)

    def _count(self) -> None:
        self.entered += 1


@pytest.fixture
def places(qtbot: QtBot) -> PlaceList:
    made = PlaceList("Places", name="places")
    qtbot.addWidget(made)
    made.resize(220, 400)
    made.show_rows(ROWS)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def test_arrows_walk_over_headings_and_enter_goes_in(places: PlaceList) -> None:
    heard = Heard(places)
    assert places.chosen() == ""
    QTest.keyClick(places, K.Key_Return)
    assert (heard.wanted, heard.entered) == (["a"], 1)
    QTest.keyClick(places, K.Key_Down)
    QTest.keyClick(places, K.Key_Down)
    assert heard.wanted == ["a", "b", "c"]
    QTest.keyClick(places, K.Key_Up)
    QTest.keyClick(places, K.Key_Return)
    assert (places.chosen(), heard.entered) == ("b", 2)


def test_a_click_chooses_and_goes_in_and_a_heading_does_neither(places: PlaceList) -> None:
    heard = Heard(places)
    for row in (4, 3, 4):
        place = places.visualRect(places.model().index(row, 0)).center()
        QTest.mouseClick(
            places.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
        )
    assert (heard.wanted, heard.entered, places.chosen()) == (["c"], 2, "c")


def test_what_is_chosen_from_outside_is_not_told(places: PlaceList) -> None:
    heard = Heard(places)
    places.choose("b")
    assert places.chosen() == "b"
    places.show_rows((*ROWS[:3], Place("d", "New"), *ROWS[3:]))
    assert places.chosen() == "b"
    places.show_rows(ROWS[3:])
    assert places.chosen() == ""
    places.choose("unknown")
    assert (heard.wanted, heard.entered, places.chosen()) == ([], 0, "")


def test_a_place_is_heard_with_what_stands_below_it(places: PlaceList) -> None:
    model = places.model()
    heard = [model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(2)]
    assert heard == ["Themes", "The real yes. saying yes"]
    assert places.row_height(2, 220) > places.row_height(4, 220)


def test_the_keyboard_can_be_seen_also_where_nothing_is_chosen(places: PlaceList) -> None:
    there = places.grab().toImage()
    places.clearFocus()
    assert places.grab().toImage() != there
    places.resize(220, 120)
    places.choose("c")
    places.choose("")
    places.setFocus()
    there = places.grab().toImage()
    assert (places.chosen(), places.currentIndex().row()) == ("", 1)
    places.clearFocus()
    assert places.grab().toImage() != there
