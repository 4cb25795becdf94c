"""A guest who sits at the program's real window and uses it like a person.

The program is started as always, by ``python -m caregiver_journal``; nothing of it is replaced. A
thread waits until there is an application, then has the guest's steps done on its thread, between
its own events.
"""

import importlib
import json
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from caregiver_journal.ui.main_window import MainWindow

Ready = Callable[[], object]
Visit = Callable[["Guest"], Iterator[Ready]]
"""What a guest does: yields what has to be true before it goes on."""

TICK_MS = 10
PATIENCE = 60.0
"""Seconds; a machine under load is slow, a window that never comes is broken."""
LOST_PATIENCE = 70
"""Exit code."""


class Guest:
    """The hands, eyes and notebook of a visit."""

    def __init__(self, notebook: Path) -> None:
        self._notebook = notebook

    def note(self, **facts: object) -> None:
        """Write facts into the notebook, which the proof reads."""
        with self._notebook.open("a", encoding="ascii") as file:
            file.write(json.dumps(facts) + "\n")

    @property
    def window(self) -> "MainWindow":
        """The window of the program."""
        from PySide6.QtWidgets import QApplication

        from caregiver_journal.ui.main_window import MainWindow

        return next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))

    def sees(self, name: str) -> "QWidget | None":
        """Return the visible widget with an object name, or None."""
        from PySide6.QtWidgets import QApplication, QWidget

        for top in QApplication.topLevelWidgets():
            for widget in (top, *top.findChildren(QWidget, name)):
                if widget.objectName() == name and widget.isVisible():
                    return widget
        return None

    def has(self, name: str) -> Ready:
        """Return whether a widget is there and can be used, to be waited for."""

        def ready() -> bool:
            widget = self.sees(name)
            return widget is not None and widget.isEnabled()

        ready.__name__ = name
        return ready

    def find(self, name: str) -> Any:
        """Return the visible widget with an object name."""
        widget = self.sees(name)
        if widget is None:
            raise LookupError(name)
        return widget

    def click(self, name: str) -> None:
        """Click into the middle of a widget."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        QTest.mouseClick(self.find(name), Qt.MouseButton.LeftButton)

    def write(self, name: str, text: str) -> None:
        """Give a widget the keyboard and type a text."""
        from PySide6.QtTest import QTest

        widget = self.find(name)
        widget.setFocus()
        QTest.keyClicks(widget.focusProxy() or widget, text)

    def press(self, keys: str) -> None:
        """Press keys such as "Ctrl+L" in the window."""
        from PySide6.QtGui import QKeySequence
        from PySide6.QtTest import QTest

        QTest.keySequence(self.window, QKeySequence(keys))


def wait_for_application() -> None:
    """Wait beside the program until it has an application, then let the guest in."""
    number = _count_start()
    visit = _find_visit(os.environ["PROOF_VISIT"], number)
    if visit is not None:
        threading.Thread(target=_let_in, args=(visit,), daemon=True).start()


def _count_start() -> int:
    """Return how often the program was started before this time."""
    counter = Path(os.environ["PROOF_STARTS"])
    number = int(counter.read_text("ascii")) if counter.exists() else 0
    counter.write_text(str(number + 1), "ascii")
    return number


def _find_visit(name: str, number: int) -> Visit | None:
    """Return what the guest does after this start of the program; None for nothing."""
    module, _mark, visit = name.partition(":")
    visits: tuple[Visit, ...] = importlib.import_module(module).VISITS[visit]
    return visits[number] if number < len(visits) else None


def _let_in(visit: Visit) -> None:
    while True:
        core = sys.modules.get("PySide6.QtCore")
        application = core.QCoreApplication.instance() if core else None
        if core is not None and application is not None:
            break
        time.sleep(0.01)
    guest = Guest(Path(os.environ["PROOF_NOTEBOOK"]))
    seat = _make_seat(core, visit(guest), guest)
    seat.moveToThread(application.thread())
    core.QCoreApplication.postEvent(seat, core.QEvent(core.QEvent.Type.User))
    _SEATS.append(seat)


_SEATS: list[object] = []


class _Walk:
    """Goes through a visit, step by step, on the thread of the window."""

    def __init__(self, steps: Iterator[Ready], guest: Guest) -> None:
        self._steps = steps
        self._guest = guest
        self._ready: Ready = lambda: True
        self._since = time.monotonic()

    def go_on(self) -> bool:
        """Take the next step if it is time; return whether there is more to come."""
        try:
            if self._ready():
                self._ready, self._since = next(self._steps), time.monotonic()
        except StopIteration:
            self._guest.note(finished=True)
            return False
        except Exception as error:  # noqa: BLE001 - whatever it is ends the visit, and is told
            self._give_up(_describe(error))
        if time.monotonic() - self._since > PATIENCE:
            self._give_up(f"waited in vain for {self._ready.__name__} {_place_of(self._steps)}")
        return True

    def _give_up(self, reason: str) -> None:
        self._guest.note(failed=reason)
        os._exit(LOST_PATIENCE)


def _make_seat(core: Any, steps: Iterator[Ready], guest: Guest) -> Any:
    """Make the object that lives on the window's thread and has the guest go on."""
    walk = _Walk(steps, guest)

    class Seat(core.QObject):  # type: ignore[misc]
        def event(self, event: Any) -> bool:
            if event.type() == core.QEvent.Type.User:
                self.look()
                return True
            return bool(super().event(event))

        def look(self) -> None:
            if walk.go_on():
                core.QTimer.singleShot(TICK_MS, self.look)

    return Seat()


def _place_of(steps: Any) -> str:
    """Return where a visit stands."""
    while steps.gi_yieldfrom is not None:
        steps = steps.gi_yieldfrom
    return f"at {steps.gi_code.co_name}:{steps.gi_frame.f_lineno}"


def _describe(error: BaseException) -> str:
    import traceback

    places = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{Path(p.filename).name}:{p.lineno}" for p in reversed(places[-4:]))
    return f"{type(error).__name__} {error} at {where}"


# --- the proof's side ---------------------------------------------------------------------------


def invite(visit: str, place: Path, **more: str) -> dict[str, str]:
    """Return the variables that let a guest in.

    Args:
        visit: "module:name", to be found in the module's ``VISITS``.
        place: where its notebook lies.
        more: further variables.
    """
    from proofs.surroundings import SOURCE, TESTS

    seat = Path(__file__).with_name("seat")
    return {
        "PROOF_VISIT": visit,
        "PROOF_NOTEBOOK": str(place / "notebook"),
        "PROOF_STARTS": str(place / "starts"),
        "PYTHONPATH": os.pathsep.join(map(str, (seat, TESTS, SOURCE))),
        **more,
    }


def read_notebook(place: Path) -> list[dict[str, Any]]:
    """Return what the guest noted."""
    path = place / "notebook"
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text("ascii").splitlines()]
