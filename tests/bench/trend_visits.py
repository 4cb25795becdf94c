"""What a guest does on Trends: come, wait until all is drawn, switch the period, paint a year."""

import os
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from bench.paint import PaintWatch
from bench.visits import Pulse
from proofs import journals
from proofs.guest import Guest, Ready, Visit

from caregiver_journal.journal import doors

if TYPE_CHECKING:
    from caregiver_journal.ui.pages.trends.page import TrendsPage

_TIMES = 5
"""How often the year is painted, and the period switched."""


def look_at_trends(guest: Guest) -> Iterator[Ready]:
    """Note how the page comes up and fills, how it switches its period, and how a year is drawn."""
    from caregiver_journal.ui.page import Destination

    yield guest.has("unlock.open")
    opened = doors.unlock(Path(os.environ["BENCH_FOLDER"]), journals.PASSPHRASE, journals.CHEAP)
    guest.window.doorway.open_with(opened)
    yield guest.has("page.today")
    shell = guest.window.shell
    assert shell is not None
    start = time.monotonic()
    shell.follow(Destination("trends"))
    page = guest.find("page.trends")
    watch = PaintWatch(page)
    yield partial(getattr, watch, "moment")
    guest.note(frame=watch.moment - start)
    pulse = Pulse(guest.window)
    yield partial(_is_settled, page)
    guest.note(filled=time.monotonic() - start, filling=pulse.stop())
    yield from _switch(guest, page)
    guest.note(year=_paint_year(page))
    os._exit(0)


def _switch(guest: Guest, page: "TrendsPage") -> Iterator[Ready]:
    """Switch between a month and three, and at last to ten years."""
    took = []
    for _time in range(_TIMES):
        guest.click("trends.period.span.month")
        yield partial(_is_settled, page)
        start = time.monotonic()
        guest.click("trends.period.span.quarter")
        yield partial(_is_drawn, page)
        took.append(time.monotonic() - start)
        yield partial(_is_settled, page)
    pulse = Pulse(guest.window)
    guest.click("trends.period.span.all")
    yield partial(_is_settled, page)
    guest.note(switch=median(took), all=pulse.stop())


def _is_settled(page: "TrendsPage") -> bool:
    return page.is_settled


def _is_drawn(page: "TrendsPage") -> bool:
    """Return whether all drawings in view are there; what stands out may still be looked for."""
    from caregiver_journal.ui.widgets.chart_view import ChartView

    views = page.findChildren(ChartView)
    left = [step for step in page._steps if getattr(step, "func", None) != page._work_out]
    is_told = not left and not page.cards._tickets
    return is_told and all(view.is_settled for view in views)


def _paint_year(page: "TrendsPage") -> float:
    """Return how long the year widget takes to show values and to paint them."""
    from caregiver_journal.ui.widgets.year_days import YearDays

    (view,) = page.findChildren(YearDays)
    year: Any = view._year
    took = []
    for _time in range(_TIMES):
        start = time.monotonic()
        view.show_data(year)
        view.grab()
        took.append(time.monotonic() - start)
    return median(took)


VISITS: dict[str, tuple[Visit, ...]] = {"look_at_trends": (look_at_trends,)}
"""What is done after each start of the program, by the name of the visit."""
