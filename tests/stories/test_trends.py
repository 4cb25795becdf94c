"""Trends, as somebody uses them: look, choose a time, open what is behind, order the cards."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractItemView, QFileDialog
from support.dialogs import Dialogs
from support.driver import WAIT_MS, Driver
from support.looking import settle
from support.trends import TODAY, add_mood, ago

from caregiver_journal.charts.engine import load_engine
from caregiver_journal.domain.card_order import CARDS
from caregiver_journal.domain.event_mark import EventMark
from caregiver_journal.domain.mood_trend import MoodTrend
from caregiver_journal.ui.pages.trends.compare import CompareCard
from caregiver_journal.ui.pages.trends.page import TrendsPage
from caregiver_journal.ui.widgets.chart_card import ChartCard
from caregiver_journal.ui.widgets.chart_view import ChartView
from caregiver_journal.ui.widgets.day_field import DayField


@pytest.fixture
def carer(writer: Driver) -> Driver:
    """Return somebody who wrote on most days of the last weeks, better on those with “choir”."""
    for number in range(40):
        if number % 9:
            sings = number % 2 == 0
            level = 5 - (number % 8 == 0) if sings else 2
            add_mood(writer.journal, ago(number), level, tags=("choir",) * sings)
    return writer


def trends(person: Driver) -> TrendsPage:
    """Go there by its keys and wait until everything is drawn."""
    load_engine()  # here, where nothing else waits for the list of fonts of a new home
    person.keys("Ctrl+G")
    person.wait_for_page("trends")
    return drawn(person)


def drawn(person: Driver) -> TrendsPage:
    """Wait until everything that is seen is drawn."""
    page = person.find("page.trends", TrendsPage)
    settle()
    person.qtbot.waitUntil(lambda: page.is_settled, timeout=WAIT_MS)
    settle()
    person.qtbot.waitUntil(lambda: page.is_settled, timeout=WAIT_MS)
    return page


def card(person: Driver, name: str) -> ChartCard:
    return person.find(f"trends.{name}", ChartCard)


def view(person: Driver, name: str) -> ChartView:
    return person.find(f"trends.{name}.view", ChartView)


def order(page: TrendsPage) -> list[str]:
    """Return the names of the cards that are seen, from the top."""
    seen = [each for each in CARDS if page.cards.place(each)[0].isVisible()]
    return sorted(seen, key=lambda name: _corner(page, name))


def _corner(page: TrendsPage, name: str) -> tuple[int, int]:
    shown = page.cards.place(name)[0]
    corner = shown.mapTo(page, shown.rect().topLeft())
    return corner.y(), corner.x()


def test_a_new_journal_says_what_will_be_here_and_leads_to_a_check_in(writer: Driver) -> None:
    page = trends(writer)
    assert writer.sees("trends.empty")
    assert not page.rows.isVisible()
    writer.press("trends.empty.step")
    writer.wait_for_page("mood")


def test_somebody_looks_chooses_a_time_and_opens_what_is_behind_a_day(carer: Driver) -> None:
    page = trends(carer)
    assert "35 check-ins, 0 boundary moments" in page.header.subtitle.text()
    assert card(carer, "mood").counted.text() == "35 check-ins on 35 days"
    carer.press("trends.period.span.month")
    drawn(carer)
    assert card(carer, "mood").counted.text() == "27 check-ins on 27 days"
    mood = view(carer, "mood")
    mood.setFocus()
    spot = mood.current()
    assert spot is not None
    carer.keys("Left")
    earlier = mood.current()
    assert earlier is not None
    assert earlier.x < spot.x
    assert earlier.words in mood.accessibleDescription()
    carer.keys("Return")
    carer.wait_for_page("journal")
    assert len(carer.rows("journal.entries")) == 1


def test_each_drawing_is_a_table_too_whose_rows_open_their_entries(carer: Driver) -> None:
    trends(carer)
    carer.press("trends.mood.switch")
    table = carer.find("trends.mood.table", QAbstractItemView)
    model = table.model()
    assert model.rowCount() == 35
    assert not view(carer, "mood").isVisible()
    table.setFocus()
    table.setCurrentIndex(model.index(0, 0))
    carer.keys("Return")
    carer.wait_for_page("journal")
    trends(carer)
    carer.press("trends.mood.switch")
    assert view(carer, "mood").isVisible()


def test_what_stands_out_says_its_numbers_and_on_demand_its_rule(carer: Driver) -> None:
    page = trends(carer)
    line = page.findChildren(type(page), "none")
    assert not line
    seen = carer.seen_texts()
    assert any("higher on days with “choir”" in text for text in seen)
    assert any(text.startswith("95 % interval") for text in seen)
    assert not any("shuffled" in text or "by chance" in text for text in seen)
    carer.press("trends.finding1.how")
    settle()
    assert len(carer.seen_texts()) == len(seen) + 1
    carer.press("trends.finding1.how")
    settle()
    assert carer.seen_texts() == seen


def test_two_things_are_laid_side_by_side(carer: Driver) -> None:
    page = trends(carer)
    compare = carer.find("trends.compare", CompareCard)
    assert compare.comparison is not None
    assert compare.condition.currentText() == "“choir”"
    with_it, without = compare.comparison.with_it, compare.comparison.without
    assert with_it.mean == pytest.approx(81 / 17)
    assert without.mean == 2
    assert str(with_it.n) in compare.counted.text()
    assert str(without.n) in compare.counted.text()
    page.cards.place("compare")
    carer.press("trends.compare.lag.1")
    drawn(carer)
    after = compare.comparison
    assert after.lag == 1
    assert after.with_it.mean is not None
    assert after.with_it.mean < 5
    compare.measured.set_value("belonging")
    drawn(carer)
    assert compare.comparison.with_it.n == 0
    assert "0" in compare.few.text() + compare.counted.text()


def test_cards_are_ordered_and_hidden_and_stay_so(carer: Driver) -> None:
    page = trends(carer)
    assert order(page) == list(CARDS)
    page.cards.place("year")[0].moved.emit(-1)  # type: ignore[attr-defined]
    drawn(carer)
    assert order(page)[:3] == ["mood", "year", "stands-out"]
    card(carer, "mood").hidden.emit()
    drawn(carer)
    assert order(page)[:2] == ["year", "stands-out"]
    assert carer.message() == "Card hidden"
    carer.keys("Ctrl+Z")
    drawn(carer)
    assert order(page)[0] == "mood"
    card(carer, "mood").hidden.emit()
    carer.keys("Ctrl+L")
    carer.unlock()
    page = trends(carer)
    assert order(page)[:2] == ["year", "stands-out"]
    carer.press("trends.show.mood")
    drawn(carer)
    assert order(page)[:3] == ["mood", "year", "stands-out"]


def test_a_day_is_marked_changed_removed_and_brought_back(carer: Driver) -> None:
    trends(carer)
    carer.press("trends.to_marks")
    carer.keys("Return")
    assert carer.text("marks.problem") == "A mark needs a few words."
    carer.type_into("marks.text", "First session")
    carer.keys("Return")
    marks = carer.journal.event_marks
    (mark,) = marks.between(TODAY, TODAY)
    assert mark.text == "First session"
    carer.press("marks.rename")
    carer.type_into("marks.text", " with Dana")
    carer.press("marks.save")
    assert marks.between(TODAY, TODAY) == [EventMark(TODAY, "with Dana", mark.number)]
    carer.press("marks.remove")
    assert marks.between(TODAY, TODAY) == []
    carer.press("marks.done")
    carer.keys("Ctrl+Z")
    assert marks.between(TODAY, TODAY) == [EventMark(TODAY, "with Dana", mark.number)]

    drawn(carer)
    data = view(carer, "mood")._data
    assert isinstance(data, MoodTrend)
    assert data.marks == (EventMark(TODAY, "with Dana", mark.number),)


def test_a_mark_that_is_being_written_survives_a_lock(carer: Driver) -> None:
    trends(carer)
    carer.press("trends.to_marks")
    carer.type_into("marks.text", "First session")
    carer.find("marks.day", DayField).show_day(ago(3))
    carer.keys("Ctrl+L")
    carer.unlock()
    trends(carer)
    carer.press("trends.to_marks")
    assert carer.text("marks.text") == "First session"
    carer.keys("Return")
    (mark,) = carer.journal.event_marks.between(ago(9), TODAY)
    assert (mark.day, mark.text) == (ago(3), "First session")
    carer.press("marks.done")
    carer.press("trends.to_marks")
    assert carer.text("marks.text") == ""


@pytest.mark.parametrize(("name", "starts"), [("mood.png", b"\x89PNG"), ("mood.svg", b"<?xml")])
def test_a_drawing_is_saved_as_a_file(
    carer: Driver, dialogs: Dialogs, tmp_path: Path, name: str, starts: bytes
) -> None:
    trends(carer)
    dialogs.expect("QFileDialog")
    card(carer, "mood").save_requested.emit()
    dialog = carer.find("saving.where", QFileDialog)
    path = tmp_path / name
    dialog.fileSelected.emit(str(path))
    dialog.close()
    carer.qtbot.waitUntil(path.exists, timeout=WAIT_MS)
    assert path.read_bytes().startswith(starts)
    assert path.stat().st_mode & 0o077 == 0
    assert carer.message().startswith(f"Saved as {name}.")


def test_what_is_written_elsewhere_is_there_on_coming_back(carer: Driver) -> None:
    trends(carer)
    carer.keys("Ctrl+T")
    carer.wait_for_page("today")
    add_mood(carer.journal, TODAY - timedelta(days=1), 3)
    trends(carer)
    assert card(carer, "mood").counted.text() == "36 check-ins on 35 days"
