"""Photograph the pages of an invented journal, in each look and text size."""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication

from caregiver_journal.base.look import read_look
from caregiver_journal.journal import doors
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.sample import PASSPHRASE, fill_with_sample
from caregiver_journal.ui.desktop.one_window import OneWindow
from caregiver_journal.ui.lock.first_run import FirstRunPage
from caregiver_journal.ui.main_window import MainWindow, Surroundings
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.place import Place
from caregiver_journal.ui.shell import Shell
from caregiver_journal.ui.theme import apply_look, set_still
from caregiver_journal.ui.tour_backups import show_backups, show_parting
from caregiver_journal.ui.tour_failures import show_failures
from caregiver_journal.ui.tour_index import write_index
from caregiver_journal.ui.tour_ladder import (
    show_ladder,
    show_nothing_prepared,
    show_plans,
)
from caregiver_journal.ui.tour_learn import show_learn
from caregiver_journal.ui.tour_measures import show_measures, show_no_measures
from caregiver_journal.ui.tour_merge import show_merge
from caregiver_journal.ui.tour_practice import show_practice
from caregiver_journal.ui.tour_reflect import show_reflect
from caregiver_journal.ui.tour_repair import show_repair, show_rescue
from caregiver_journal.ui.tour_restore import make_backup, show_restore, show_viewing
from caregiver_journal.ui.tour_session import show_no_session, show_session
from caregiver_journal.ui.tour_summary import show_no_summary, show_summary
from caregiver_journal.ui.tour_support import show_empty_support, show_support
from caregiver_journal.ui.tour_trends import LENGTHS, show_no_trends, show_trends
from caregiver_journal.ui.tour_walk import (
    show_boundaries,
    show_boundary,
    show_check_in,
    show_journal,
    show_scripts,
    show_settings,
    show_today,
    write_a_few,
)
from caregiver_journal.ui.viewing_window import ViewingWindow
from caregiver_journal.ui.window_state import WindowState

W = TypeVar("W", bound=MainWindow)

_CHEAP = doors.Cost(19 * 1024, 1, 1)
"""Nothing is protected in a made-up journal, so its key may be derived quickly."""


def _friday_evening() -> datetime:
    """Return the moment every picture is taken at, so that pictures are the same every time."""
    return datetime(2026, 11, 20, 17, 52, tzinfo=ZoneInfo("Europe/London"))


@dataclass(frozen=True, slots=True)
class Sight:
    """One way of looking: a look, a text size in per cent, a window size and a word for it."""

    look: str
    text_size: int
    size: tuple[int, int]
    window: str = ""

    @property
    def name(self) -> str:
        """Part of the file names."""
        return "-".join(filter(None, (self.look, str(self.text_size), self.window)))


SIGHTS = (
    Sight("light", 100, (1200, 800)),
    Sight("dark", 100, (1200, 800)),
    Sight("high_contrast", 100, (1200, 800)),
    Sight("light", 150, (1000, 640)),
    Sight("dark", 150, (1000, 640)),
    Sight("light", 100, (680, 760), "narrow"),
)


def take_pictures(app: QApplication, target: Path, *, is_quick: bool = False) -> Iterator[Path]:
    """Yield the path of each picture as it is taken, and of the page that shows them all."""
    target.mkdir(parents=True, exist_ok=True)
    set_still(app, still=True)
    folder = Path(tempfile.mkdtemp(prefix="caregiver-journal-tour-"))
    try:
        seen: dict[str, list[str]] = {}
        for sight in SIGHTS[:1] if is_quick else SIGHTS:
            for state, path in _take_sight(app, folder, target, sight):
                seen.setdefault(state, []).append(sight.name)
                yield path
        yield write_index(target, seen)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _take_sight(
    app: QApplication, folder: Path, target: Path, sight: Sight
) -> Iterator[tuple[str, Path]]:
    """Yield the name and the path of each picture in one way of looking."""
    apply_look(app, read_look(sight.look), sight.text_size / 100)
    window = _make_window(
        Place(folder / sight.name / "journal", clock=_friday_evening, cost=_CHEAP),
        sight,
        MainWindow,
    )
    for name in _show_each(window):
        yield name, _take(app, window, target / f"{name}-{sight.name}.png")
    _put_away(app, window)
    for name, days in LENGTHS.items():
        yield from _take_trends(app, folder, target, sight, name, days)
    yield from _take_failures(app, folder, target, sight)
    yield from _take_backup(app, folder, target, sight)


def _take_trends(
    app: QApplication, folder: Path, target: Path, sight: Sight, name: str, days: int
) -> Iterator[tuple[str, Path]]:
    """Yield the pictures of the trends of a journal that covers so many days."""
    place = Place(folder / sight.name / name, clock=_friday_evening, cost=_CHEAP)
    key = doors.create(place.folder, PASSPHRASE, _CHEAP)
    window = _make_window(place, sight, MainWindow)
    window.doorway.open_with(key)
    if window.shell is None or window.journal is None:
        raise RuntimeError("the made-up journal did not open")
    fill_with_sample(window.journal, days=days, seed=3)
    for state in show_trends(window.shell, name):
        yield state, _take(app, window, target / f"{state}-{sight.name}.png")
    _put_away(app, window)


def _take_failures(
    app: QApplication, folder: Path, target: Path, sight: Sight
) -> Iterator[tuple[str, Path]]:
    """Yield the pictures of what is said where something is wrong."""
    place = Place(folder / sight.name / "Dropbox" / "journal", clock=_friday_evening, cost=_CHEAP)
    window = _make_window(place, sight, MainWindow)
    for state in show_failures(window, partial(_finish_work, app, window)):
        yield state, _take(app, window, target / f"{state}-{sight.name}.png")
    _put_away(app, window)


def _take_backup(
    app: QApplication, folder: Path, target: Path, sight: Sight
) -> Iterator[tuple[str, Path]]:
    """Yield the pictures of a backup that is restored, and of one that is looked at."""
    place = Place(folder / sight.name / "restored", clock=_friday_evening, cost=_CHEAP)
    backup = make_backup(place)
    for state, window in _show_backup(app, place, backup, sight):
        yield state, _take(app, window, target / f"{state}-{sight.name}.png")


def _show_backup(
    app: QApplication, place: Place, backup: Path, sight: Sight
) -> Iterator[tuple[str, MainWindow]]:
    window = _make_window(place, sight, MainWindow)
    rest = partial(_finish_work, app, window)
    for state in show_rescue(window, backup):
        yield state, window
    for state in show_restore(window, backup, rest):
        yield state, window
    for state in show_repair(window, rest):
        yield state, window
    _put_away(app, window)
    viewing = _make_window(place._replace(folder=backup), sight, ViewingWindow)
    for state in show_viewing(viewing, partial(_finish_work, app, viewing)):
        yield state, viewing
    _put_away(app, viewing)


def _finish_work(app: QApplication, window: MainWindow) -> None:
    """Wait for what is done on the worker, and take its answer."""
    window.work.finish()
    _settle(app)


def _take(app: QApplication, window: MainWindow, path: Path) -> Path:
    window.grab()  # what waits for the first picture of a page comes after it
    _settle(app)
    if not window.grab().save(str(path)):
        raise OSError("a picture could not be written")
    return path


def _put_away(app: QApplication, window: MainWindow) -> None:
    window.close()
    window.deleteLater()
    _settle(app)


def _make_window(place: Place, sight: Sight, kind: type[W]) -> W:
    window = kind(
        Surroundings(
            place=place,
            state=WindowState(),
            dress=_keep_look,
            relaunch=_stay,
            one_window=OneWindow(place.folder),
            monotonic=_stand_still,
            wall=_stand_still,
        )
    )
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.resize(QSize(*sight.size))
    window.show()
    return window


def _keep_look(_look: str, _text_size: int) -> None:
    """Keep the look of the sight, whatever the made-up journal has set."""


def _stand_still() -> float:
    """Let no second pass: however long the pictures take, nobody has gone away."""
    return 0.0


def _stay(_folder: Path) -> None:
    """Stay in this process; a tour has nothing to lock."""


def _show_each(window: MainWindow) -> Iterator[str]:
    """Bring each page and state into view and yield its name."""
    yield from _show_doors(window)
    yield "today-empty"
    shell, journal = window.shell, window.journal
    if shell is None or journal is None:
        raise RuntimeError("the made-up journal did not open")
    yield from _show_beginning(shell, journal)
    fill_with_sample(journal, days=365, seed=3)
    shell.go_to(Destination("today"))
    yield "today"
    shell.go_to(Destination("mood"))
    yield "check-in"
    yield from show_check_in(shell)
    yield from show_boundary(shell)
    shell.go_to(Destination("journal"))
    yield "journal"
    yield from show_journal(shell)
    yield from show_boundaries(shell)
    yield from show_scripts(shell, journal)
    yield from show_today(shell, journal)
    yield from show_ladder(shell, journal)
    yield from show_plans(shell, journal)
    yield from show_practice(shell, journal)
    yield from show_learn(shell, journal)
    yield from show_measures(shell)
    yield from show_session(shell, journal)
    yield from show_summary(shell, journal)
    yield from show_merge(shell, journal)
    yield from show_reflect(shell)
    yield from show_support(shell, journal)
    yield from show_settings(shell)
    yield from show_backups(shell, journal)
    shell.act("mood.quick")
    yield "quick-mood"
    window.quick_hide()
    yield "quick-hide"
    window.quick_hide()
    yield from show_parting(window)


def _show_beginning(shell: Shell, journal: Journal) -> Iterator[str]:
    """Look at each page while it is empty, and at some with a few entries."""
    shell.go_to(Destination("journal"))
    yield "journal-empty"
    shell.go_to(Destination("boundaries"))
    yield "boundaries-empty"
    shell.go_to(Destination("mood"))
    yield "check-in-empty"
    shell.go_to(Destination("boundary"))
    yield "boundary-empty"
    yield from show_nothing_prepared(shell)
    yield from show_empty_support(shell)
    yield from show_no_measures(shell)
    yield from show_no_trends(shell)
    yield from show_no_session(shell)
    yield from show_no_summary(shell)
    write_a_few(journal)
    shell.go_to(Destination("today"))
    yield "today-few"
    shell.go_to(Destination("journal"))
    yield "journal-few"


def _show_doors(window: MainWindow) -> Iterator[str]:
    doorway = window.doorway
    page = doorway.currentWidget()
    if not isinstance(page, FirstRunPage):
        raise TypeError("a new folder begins with the first run")
    yield "first-run-1"
    page.show_passphrase()
    yield "first-run-2"
    key = doors.create(doorway.place.folder, PASSPHRASE, _CHEAP)
    page.show_code(key.root.recovery_code())
    yield "first-run-3"
    doorway.show_unlock()
    yield "unlock"
    doorway.open_with(key)


def _settle(app: QApplication) -> None:
    """Let layouts come to rest, without an event loop of its own."""
    for _round in range(3):
        app.sendPostedEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
