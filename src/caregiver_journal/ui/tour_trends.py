"""Look at the trends of a new journal, of three weeks and of two years."""

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.trends.page import TrendsPage
from caregiver_journal.ui.shell import Shell
from caregiver_journal.ui.tour_walk import let_draw

LENGTHS = {"three-weeks": 21, "two-years": 730}
"""How many days a journal covers, by the name of the state."""

_CARDS = ("year", "words", "practice", "work", "measures", "compare")
"""Where the page is scrolled to, one picture each."""


def show_no_trends(shell: Shell) -> Iterator[str]:
    """Look at the page of a new journal."""
    shell.go_to(Destination("trends"))
    yield "trends-empty"


def show_trends(shell: Shell, name: str) -> Iterator[str]:
    """Look at the page from its top to its end, at a table, at a rule and at the marks."""
    shell.go_to(Destination("trends"))
    page = shell.findChildren(TrendsPage)[-1]
    let_draw(page)
    yield f"trends-{name}"
    for card in _CARDS:
        _scroll_to(page, f"trends.{card}")
        let_draw(page)
        yield f"trends-{name}-{card}"
    for button in page.findChildren(QAbstractButton, "trends.mood.switch"):
        _scroll_to(page, "trends.mood")
        button.click()
        yield f"trends-{name}-table"
        button.click()
    for button in page.findChildren(QAbstractButton, "trends.finding1.how"):
        _scroll_to(page, "trends.stands-out")
        button.click()
        yield f"trends-{name}-rule"
        button.click()
    page.marks.click()
    yield f"trends-{name}-marks"
    for sheet in shell.findChildren(Overlay):
        sheet.go()


def _scroll_to(page: TrendsPage, name: str) -> None:
    for card in page.findChildren(QWidget, name):
        for area in page.findChildren(QScrollArea):
            bar = area.verticalScrollBar()
            inside = area.widget()
            if inside is not None and inside.isAncestorOf(card):
                bar.setValue(card.mapTo(inside, card.rect().topLeft()).y() - 20)
