"""What guests do for the measurements that unlock the journal."""

import gc
import os
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from bench.paint import PaintWatch, resident
from proofs import journals
from proofs.guest import Guest, Ready, Visit

from caregiver_journal.journal import doors

SEARCHES = ("late shift", "garden", "the team")
PAGES = ("boundaries", "boundary", "reflect", "practice", "support", "learn")
"""The sections that are visited twice, beside Today and the Journal."""

ROWS = 5_000
SEEN = 0.3
"""Seconds after a key in which what was found is looked for, counted and shown."""


def open_today(guest: Guest) -> Iterator[Ready]:
    """Hand the unlock page a key, and note how long it takes until Today is painted."""
    yield guest.has("unlock.open")
    opened = doors.unlock(Path(os.environ["BENCH_FOLDER"]), journals.PASSPHRASE, journals.CHEAP)
    start = time.monotonic()
    guest.window.doorway.open_with(opened)
    watch = PaintWatch(guest.find("page.today"))
    yield lambda: watch.moment
    guest.note(seconds=watch.moment - start)
    os._exit(0)


def spend_a_day(guest: Guest) -> Iterator[Ready]:
    """Open Today, the Journal and other pages, search letter by letter, scroll 5,000 rows."""
    yield guest.has("unlock.open")
    opened = doors.unlock(Path(os.environ["BENCH_FOLDER"]), journals.PASSPHRASE, journals.CHEAP)
    start = time.monotonic()
    guest.window.doorway.open_with(opened)
    today = PaintWatch(guest.find("page.today"))
    yield lambda: today.moment
    guest.note(today=today.moment - start)
    start = time.monotonic()
    guest.press("Ctrl+J")
    page = PaintWatch(guest.find("page.journal"))
    yield lambda: page.moment
    guest.note(journal=page.moment - start, before=resident())
    yield from _visit_pages(guest)
    guest.press("Ctrl+J")
    if os.environ["BENCH_WHOLE"] == "yes":
        yield from _search(guest)
        yield from _scroll(guest)
    guest.note(after=resident())
    os._exit(0)


def _visit_pages(guest: Guest) -> Iterator[Ready]:
    """Note how long each page takes at first, and when one comes back to it."""
    from caregiver_journal.ui.page import Destination

    shell = guest.window.shell
    assert shell is not None
    for round_ in ("_first", ""):
        for section in PAGES:
            start = time.monotonic()
            shell.follow(Destination(section))
            page = PaintWatch(guest.find(f"page.{section}"))
            yield partial(getattr, page, "moment")
            guest.note(**{section + round_: page.moment - start})


def _search(guest: Guest) -> Iterator[Ready]:
    pulse, found = Pulse(guest.window), []
    for words in SEARCHES:
        for letter in words:
            guest.write("journal.search", letter)
            yield pulse.rest(SEEN)
        found.append(_subtitle(guest))
        guest.find("journal.search").setProperty("text", "")
        yield pulse.rest(SEEN)
    guest.note(typing=pulse.stop(), typing_steps=sum(map(len, SEARCHES)), found=found)


def _subtitle(guest: Guest) -> str:
    """Return what the head of the Journal says of what was found."""
    from PySide6.QtWidgets import QLabel

    labels = guest.find("page.journal").findChildren(QLabel)
    return next((one.text() for one in labels if one.text().endswith(" found")), "")


def _scroll(guest: Guest) -> Iterator[Ready]:
    from PySide6.QtWidgets import QAbstractItemView

    view = guest.find("journal.entries")
    if not isinstance(view, QAbstractItemView):
        raise TypeError("a list of entries")
    bar, steps = view.verticalScrollBar(), 0
    pulse = Pulse(guest.window)
    while view.model().rowCount() < ROWS and steps < ROWS:
        bar.setValue(bar.value() + bar.pageStep())
        steps += 1
        yield pulse.beats(2)
    guest.note(scrolling=pulse.stop(), scrolling_steps=steps)


class Pulse:
    """Beats as often as the event loop lets it; the longest pause is the longest block."""

    def __init__(self, parent: Any) -> None:
        from PySide6.QtCore import QTimer

        self._longest = 0.0
        self._last = time.monotonic()
        self._count = 0
        self._timer = QTimer(parent)
        self._timer.timeout.connect(self._beat)
        self._timer.start(0)

    def rest(self, seconds: float) -> Ready:
        """Return whether so much time has passed, in which it goes on beating."""
        end = time.monotonic() + seconds
        return lambda: time.monotonic() > end

    def beats(self, more: int) -> Ready:
        """Return whether it has beaten so many times more, to be waited for."""
        wanted = self._count + more
        return lambda: self._count >= wanted

    def stop(self) -> float:
        """Return the longest pause in seconds, and beat no more."""
        self._timer.stop()
        return self._longest

    def _beat(self) -> None:
        now = time.monotonic()
        if self._count:
            self._longest = max(self._longest, now - self._last)
        self._last = now
        self._count += 1


def unlock_and_stay(guest: Guest) -> Iterator[Ready]:
    """Unlock and leave the window alone on Today; note which timers run."""
    yield guest.has("unlock.open")
    guest.write("unlock.passphrase", journals.PASSPHRASE)
    guest.click("unlock.open")
    yield guest.has("page.today")
    start = time.monotonic()
    yield lambda: time.monotonic() - start > 8  # strips and animations come to rest
    guest.note(timers=running_timers(), resting=os.getpid())


def running_timers() -> list[int]:
    """Return the intervals (ms) of all timers that run and come again."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    found: dict[int, Any] = {}
    application = QApplication.instance()
    owners = [*QApplication.topLevelWidgets(), *([application] if application else [])]
    for timer in (timer for owner in owners for timer in owner.findChildren(QTimer)):
        found[id(timer)] = timer
    found |= {id(item): item for item in gc.get_objects() if type(item) is QTimer}
    return sorted(t.interval() for t in found.values() if t.isActive() and not t.isSingleShot())


VISITS: dict[str, tuple[Visit, ...]] = {
    "open_today": (open_today,),
    "spend_a_day": (spend_a_day,),
    "stay": (unlock_and_stay,),
}
"""What is done after each start of the program, by the name of the visit."""
