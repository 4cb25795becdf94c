"""Bring the states of Trends into view that the tour looks at in journals of their own."""

from collections.abc import Iterator

from support.looking import settle

from caregiver_journal.domain.period import Span
from caregiver_journal.ui.event_marks_sheet import EventMarksSheet
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.trends.page import TrendsPage
from caregiver_journal.ui.pages.trends.stands_out import FindingLine
from caregiver_journal.ui.shell import Shell
from caregiver_journal.ui.tour_walk import let_draw
from caregiver_journal.ui.widgets.chart_card import ChartCard
from caregiver_journal.ui.widgets.chart_view import ChartView

_TURNED = ("mood", "year", "compare")
"""The cards that are looked at as tables."""


def draw_all(page: TrendsPage) -> None:
    """Wait until every drawing is there, those that are scrolled out of sight too."""
    let_draw(page)
    settle()
    for view in page.findChildren(ChartView):
        if view.isVisible():
            view.grab()
    let_draw(page)
    settle()


def show_trends_states(shell: Shell) -> Iterator[str]:
    """Yield the name of each state; in the end the cards stand as before."""
    shell.go_to(Destination("trends"))
    page = shell.findChildren(TrendsPage)[-1]
    page.period.set_period(Span.MONTH)
    page.refresh()
    draw_all(page)
    yield "trends"
    cards = [page.findChildren(ChartCard, f"trends.{name}")[0] for name in _TURNED]
    for card in cards:
        card.switch.click()
    for line in page.findChildren(FindingLine):
        line.switch.click()
    draw_all(page)
    yield "trends-turned"
    for card in cards:
        card.switch.click()
    page._hide_card("mood")
    page._hide_card("words")
    shell.strip.dismiss()
    draw_all(page)
    yield "trends-hidden"
    page._show_card("mood")
    page._show_card("words")
    draw_all(page)
    page.marks.click()
    sheet = shell.findChildren(EventMarksSheet)[-1]
    sheet.save.click()
    yield "marks-refused"
    for overlay in shell.findChildren(Overlay):
        overlay.go()
