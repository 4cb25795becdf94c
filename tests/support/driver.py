"""Words for driving the whole window the way a person does: by mouse, keyboard and menu."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QKeyCombination, QPoint, QSize, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from support.clock import FixedClock
from support.looking import settle

from caregiver_journal.app import dress
from caregiver_journal.domain.preference import CODE_CONFIRMED
from caregiver_journal.journal import doors
from caregiver_journal.journal.journal import Journal
from caregiver_journal.ui.desktop.one_window import OneWindow
from caregiver_journal.ui.main_window import MainWindow, Surroundings
from caregiver_journal.ui.pages.journal.search_bar import SearchBar
from caregiver_journal.ui.place import Place
from caregiver_journal.ui.viewing_window import ViewingWindow
from caregiver_journal.ui.widgets.entry_list import EntryList
from caregiver_journal.ui.widgets.entry_model import EntryRow
from caregiver_journal.ui.widgets.first_picture import FirstPicture
from caregiver_journal.ui.widgets.row_model import ROW_ROLE
from caregiver_journal.ui.window_state import WindowState, read_window_state

CHEAP = doors.Cost(19 * 1024, 1, 1)
PASSPHRASE = "quiet lamp river stone"
WAIT_MS = 10_000
W = TypeVar("W", bound=QWidget)


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, doors.Opened]:
    """An empty journal under ``PASSPHRASE``, made once, and what opens it."""
    folder = tmp_path_factory.mktemp("begun") / "journal"
    return folder, doors.create(folder, PASSPHRASE, CHEAP)


class Driver:
    """One person at one computer; when the program starts afresh, the new window is driven.

    Attributes:
        window: the window that is there now.
        backs_up: whether the program backs up by itself, which takes its time.
        starts: how often the program was started, the first time included.
        viewed: the backups that were to be looked at, each in a window of its own.
    """

    def __init__(
        self, qtbot: QtBot, folder: Path, clock: FixedClock, *, backs_up: bool = False
    ) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.clock = clock
        self.backs_up = backs_up
        self.starts = 0
        self._steady = self._wall = 0.0
        self._gone: list[MainWindow] = []
        self.viewed: list[Path] = []
        self.start(folder)

    # --- coming and going -----------------------------------------------------------------------

    def start(self, folder: Path) -> None:
        """Start the program on a folder."""
        self.folder = folder
        self.starts += 1
        state = read_window_state()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.one_window = OneWindow(folder)
        assert self.one_window.take()
        self.window = MainWindow(
            Surroundings(
                place=Place(folder, state.journals, self.clock, CHEAP),
                state=state,
                dress=lambda look, size: dress(app, look, size),
                relaunch=self._start_afresh,
                one_window=self.one_window,
                view=self.viewed.append,
                monotonic=lambda: self._steady,
                wall=lambda: self._wall,
                backs_up=self.backs_up,
            )
        )
        self._show()

    def _show(self) -> None:
        self.qtbot.addWidget(self.window, before_close_func=_finish)
        self.window.show()
        self.window.activateWindow()
        self.qtbot.waitExposed(self.window)
        self.qtbot.waitUntil(self._has_been_seen)

    def look_around(self, backup: Path) -> ViewingWindow:
        """Open the window in which somebody looks around in a backup, and drive that one."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._gone.append(self.window)
        self.window = window = ViewingWindow(
            Surroundings(
                place=Place(backup, (), self.clock, CHEAP),
                state=WindowState(),
                dress=lambda look, size: dress(app, look, size),
                relaunch=lambda _folder: window.doorway.remove(),
                one_window=OneWindow(backup),
                view=self.viewed.append,
                monotonic=lambda: self._steady,
                wall=lambda: self._wall,
            )
        )
        self._show()
        return window

    def _has_been_seen(self) -> bool:
        """Tell whether what waits for the first picture has come; nobody types sooner."""
        return all(
            picture.is_over
            for picture in self.window.findChildren(FirstPicture)
            if picture.watched.isVisible()
        )

    def _start_afresh(self, folder: Path) -> None:
        self.one_window.release()
        self.window.hide()
        self._gone.append(self.window)
        self.start(folder)

    def let_pass(self, minutes: float) -> None:
        """Let time pass at the open journal, with the ticks of its watch."""
        start = self.starts
        for _tick in range(round(minutes * 12)):
            self._steady += 5
            self._wall += 5
            self.window.presence.idle.tick()
            if self.starts != start:
                return

    def pass_seconds(self, seconds: float) -> None:
        """Let a few seconds pass, at most some ten, with one tick of the watch."""
        self._steady += seconds
        self._wall += seconds
        self.window.presence.idle.tick()

    def sleep_and_wake(self, hours: float) -> None:
        """Let the computer sleep: the wall clock goes on, the steady one stands."""
        self._wall += hours * 3600
        self.window.presence.idle.tick()

    def begin(self, passphrase: str = PASSPHRASE) -> str:
        """Walk through the first run; return the recovery code."""
        self.press("first_run.begin")
        self.type_into("new_passphrase.first.field", passphrase)
        self.type_into("new_passphrase.again.field", passphrase)
        self.press("first_run.make")
        code = self.read_code()
        self.type_code_back(code)
        self.press("recovery.done")
        self.wait_for_page("today")
        return code

    def come_in(self, template: Path, key: doors.Opened) -> None:
        """Have a journal open on Today as the first run leaves it, without its steps.

        Args:
            template: the folder of an empty journal, which is copied.
            key: what opens it.
        """
        shutil.copytree(template, self.folder, dirs_exist_ok=True)
        self.window.doorway.open_with(key)
        self.journal.set(CODE_CONFIRMED, True)
        self.wait_for_page("today")

    def read_code(self) -> str:
        """Return the recovery code once it is shown."""
        self.wait_until_seen("recovery.shown.9")
        shown = [self.find(f"recovery.shown.{n}", QLabel).text() for n in range(1, 10)]
        return "-".join(shown)

    def type_code_back(self, code: str) -> None:
        """Type the two groups that are asked for."""
        groups = code.split("-")
        for place in (1, 2):
            asked = self.find(f"recovery.group.{place}", QLineEdit)
            number = int(asked.accessibleName().rsplit(" ", 1)[1])
            self.type_into(f"recovery.group.{place}", groups[number - 1])

    def unlock(self, passphrase: str = PASSPHRASE) -> None:
        """Open the journal and wait for Today."""
        self.try_passphrase(passphrase)
        self.wait_for_page("today")

    def try_passphrase(self, passphrase: str) -> None:
        """Type a passphrase and press Unlock."""
        self.type_into("unlock.passphrase.field", passphrase)
        self.press("unlock.open")

    @contextmanager
    def busy_worker(self) -> Iterator[threading.Event]:
        """Give the worker something else to do until the event is set, at the latest in the end."""
        gate = threading.Event()
        self.window.work.start(self.window, gate.wait, _let_be, _let_be)
        try:
            yield gate
        finally:
            gate.set()

    # --- hands ----------------------------------------------------------------------------------

    def press(self, name: str) -> None:
        """Click a button, switch or box with the mouse."""
        self.wait_until_seen(name)
        button = self.find(name, QAbstractButton)
        assert button.isEnabled(), f"{name} cannot be pressed"
        place = QPoint(10, button.height() // 2) if isinstance(button, QCheckBox) else QPoint()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def keys(self, *sequences: str) -> None:
        """Press keys such as "Ctrl+L" or "4" in the window, wherever the keyboard is."""
        for sequence in sequences:
            combination = _first_of(QKeySequence(sequence))
            handle = self.window.windowHandle()
            assert handle is not None
            QTest.keyClick(handle, combination.key(), combination.keyboardModifiers())

    def type_here(self, text: str) -> None:
        """Type where the keyboard is."""
        focus = self.window.focusWidget()
        assert focus is not None, "the keyboard is nowhere"
        _type(focus, text)

    def type_into(self, name: str, text: str) -> None:
        """Replace the content of a field by typing."""
        self.wait_until_seen(name)
        field = self.find(name, QWidget)
        assert isinstance(field, QLineEdit | QPlainTextEdit)
        field.setFocus()
        field.selectAll()
        _type(field, text)

    def look_for(self, words: str) -> None:
        """Search the journal from anywhere by typing words, and wait for what is found."""
        self.keys("Ctrl+F", "Ctrl+A", "Backspace")
        self.type_here(words)
        bar = self.find("journal.search", QLineEdit).parentWidget()
        assert isinstance(bar, SearchBar)
        self.qtbot.waitUntil(lambda: bar.query.words == words, timeout=WAIT_MS)
        settle()

    def click_row(self, name: str, number: int, *, keys: str = "") -> None:
        """Click an entry of a list with the mouse, the first one being 0, with keys held down."""
        entries = self.find(name, EntryList)
        model = entries.model()
        rows = [n for n in range(model.rowCount()) if model.flags(model.index(n, 0))]
        index = model.index(rows[number], 0)
        entries.scrollTo(index)
        held = {
            "": Qt.KeyboardModifier.NoModifier,
            "Ctrl": Qt.KeyboardModifier.ControlModifier,
            "Shift": Qt.KeyboardModifier.ShiftModifier,
        }[keys]
        place = entries.visualRect(index).center()
        QTest.mouseClick(entries.viewport(), Qt.MouseButton.LeftButton, held, place)

    def choose_in_menu(self, name: str) -> None:
        """Choose an action from the menu by its name."""
        menu = self.window.finish_start()
        action = menu.by_name[name]
        assert action in menu.actions(), f"{name} is not in the menu"
        assert action.isEnabled(), f"{name} cannot be chosen"
        action.trigger()

    def choose(self, name: str, text: str) -> None:
        """Choose from a combo box."""
        combo = self.find(name, QComboBox)
        combo.setCurrentIndex(combo.findText(text))

    # --- eyes -----------------------------------------------------------------------------------

    @property
    def journal(self) -> Journal:
        """The open journal."""
        assert self.window.journal is not None, "no journal is open"
        return self.window.journal

    def find(self, name: str, kind: type[W]) -> W:
        """Return the newest widget of a name."""
        found = self.window.findChildren(kind, name)
        assert found, f"there is no {name}"
        return found[-1]

    def page(self) -> str:
        """Return the key of the page that is shown; "" before the journal is open."""
        return self.window.shell.current_section() if self.window.shell else ""

    def wait_for_page(self, key: str) -> None:
        """Wait until a page is shown."""
        self.qtbot.waitUntil(lambda: self.page() == key, timeout=WAIT_MS)

    def wait_until_seen(self, name: str) -> None:
        """Wait until a widget of a name is visible."""

        self.qtbot.waitUntil(lambda: self.sees(name), timeout=WAIT_MS)

    def sees(self, name: str) -> bool:
        """Tell whether a widget of a name is visible."""
        found = self.window.findChildren(QWidget, name)
        return bool(found) and found[-1].isVisible()

    def text(self, name: str) -> str:
        """Return what a label or field says."""
        widget = self.find(name, QWidget)
        if isinstance(widget, QPlainTextEdit):
            return widget.toPlainText()
        assert isinstance(widget, QLabel | QLineEdit)
        return widget.text()

    def is_covered(self) -> bool:
        """Tell whether nothing of the open journal can be seen."""
        return self.window.shell is not None and not self.window.shell.isVisible()

    def message(self) -> str:
        """Return the sentence in the strip."""
        return self.window.shell.strip.text() if self.window.shell else ""

    def rows(self, name: str) -> list[EntryRow]:
        """Return the entries a list shows."""
        model = self.find(name, EntryList).model()
        rows = [model.index(n, 0).data(ROW_ROLE) for n in range(model.rowCount())]
        return [row for row in rows if isinstance(row, EntryRow)]

    def notes(self, name: str) -> list[str]:
        """Return the line of each entry a list shows."""
        return [row.line for row in self.rows(name)]

    def chosen(self, name: str) -> list[str]:
        """Return the notes of the entries chosen in a list."""
        ids = self.find(name, EntryList).chosen_ids()
        return [self.journal.entries.get(entry_id).note for entry_id in ids]

    def titles(self, name: str) -> list[str]:
        """Return the titles of the entries a list shows."""
        return [row.title for row in self.rows(name)]

    def seen_texts(self) -> list[str]:
        """Return the texts of all visible labels."""
        return [label.text() for label in self.window.findChildren(QLabel) if label.isVisible()]

    def resize(self, width: int, height: int) -> None:
        """Change the size of the window."""
        self.window.resize(QSize(width, height))


def _first_of(keys: QKeySequence) -> QKeyCombination:
    first = keys[0]  # type: ignore[index]  # PySide6's stubs leave __getitem__ out
    assert isinstance(first, QKeyCombination)
    return first


def _finish(window: QWidget) -> None:
    assert isinstance(window, MainWindow)
    window.close()
    window.work.finish()


def _type(widget: QWidget, text: str) -> None:
    """Type a text; what no plain key gives comes from an input method, as with a real keyboard."""
    for is_plain, letters in groupby(text, str.isascii):
        if is_plain:
            QTest.keyClicks(widget, "".join(letters))
        else:
            composed = QInputMethodEvent()
            composed.setCommitString("".join(letters))
            QApplication.sendEvent(widget, composed)


def _let_be(_came: object) -> None:
    """Take no notice."""
