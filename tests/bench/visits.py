"""What guests do for the measurements that unlock the journal."""

import gc
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.paint import PaintWatch
from proofs import journals
from proofs.guest import Guest, Ready, Visit

from caregiver_journal.journal import doors


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
    "stay": (unlock_and_stay,),
}
"""What is done after each start of the program, by the name of the visit."""
