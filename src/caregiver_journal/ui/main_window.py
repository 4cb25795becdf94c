"""The window: the doorway, the open journal's frame and the cover, and how one leaves them."""

import contextlib
import logging
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6 import QtGui
from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget, QWidget

from caregiver_journal.base.errors import DamagedError, JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.base.places import resource
from caregiver_journal.ui.desktop.one_window import OneWindow
from caregiver_journal.ui.desktop.relaunch import Relaunch, View, view
from caregiver_journal.ui.doorway import Doorway
from caregiver_journal.ui.lock.cover import Cover
from caregiver_journal.ui.parting import Parting
from caregiver_journal.ui.place import Place
from caregiver_journal.ui.theme import current_look, follow_wishes, set_still, system_look
from caregiver_journal.ui.widgets.first_picture import FirstPicture
from caregiver_journal.ui.window_state import WindowState, write_window_state
from caregiver_journal.ui.work import Work

if TYPE_CHECKING:
    from caregiver_journal.journal.journal import Journal
    from caregiver_journal.ui.clipboard import ClipboardGuard
    from caregiver_journal.ui.lock.parting import PartingPage
    from caregiver_journal.ui.shell import Shell
    from caregiver_journal.ui.window_actions import WindowActions

RETRY_MS = 5_000
_FIRST_SIZE = (1200, 800)
_LEAST_SIZE = (640, 480)
_LOG = logging.getLogger(__name__)

Seconds = Callable[[], float]
Dress = Callable[[str, int], None]
"""Applies an appearance ("system", "light" …) and a text size in per cent to the program."""


class Surroundings(NamedTuple):
    """What the window needs from outside.

    Attributes:
        place: where the journal lies and how it is opened.
        state: what was remembered of the window.
        dress: applies an appearance.
        relaunch: starts the program afresh; the present process ends.
        one_window: the right to show this journal's window.
        backs_up: whether a journal is backed up by itself when it is time.
        view: opens a backup in a window of its own, to look around in.
        monotonic, wall: seconds of the steady clock and of the clock on the wall.
    """

    place: Place
    state: WindowState
    dress: Dress
    relaunch: Relaunch
    one_window: OneWindow
    view: View = view
    monotonic: Seconds = time.monotonic
    wall: Seconds = time.time
    backs_up: bool = False


class MainWindow(QMainWindow):
    """The one window of the program."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self.setWindowTitle("Caregiver Journal")
        self.setMinimumSize(*_LEAST_SIZE)
        self._around = surroundings
        self._state = surroundings.state
        self.journal: Journal | None = None
        self._after_closing: Callable[[], None] | None = None
        self.shell: Shell | None = None
        self.work = Work(self)
        self.clipboard: ClipboardGuard | None = None
        self.menu: WindowActions | None = None
        self.doorway = self.make_doorway(surroundings.place)
        self.doorway.opened.connect(self._take)
        self.doorway.folder_wanted.connect(self._go_to_folder)
        self.doorway.view_wanted.connect(self._view)
        self.cover = Cover()
        self.cover.expired.connect(self.lock)
        self._retry = QTimer(self)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self._leave)
        self.parting = Parting(self.work, self)
        self.parting.delayed.connect(self._show_delay)
        self._parting_page: PartingPage | None = None
        self._is_closing = self._may_back_up = False
        self._stack = QStackedWidget()
        self._stack.addWidget(self.doorway)
        self._stack.addWidget(self.cover)
        self.setCentralWidget(self.frame(self._stack))
        self._restore_geometry()
        self._allow_actions()
        self.doorway.show_first_page()
        self.first_picture = FirstPicture(self)
        self.first_picture.shown.connect(self.finish_start)

    def make_doorway(self, place: Place) -> Doorway:
        """Return what leads to the open journal."""
        return Doorway(place, self.work)

    def frame(self, content: QWidget) -> QWidget:
        """Return what fills the window, with its content in it."""
        return content

    # --- coming in ------------------------------------------------------------------------------

    def _take(self, journal: "Journal") -> None:
        """Show the open journal, or the way to rescue it if it turns out damaged."""
        self.journal = journal
        try:
            self._show_journal(journal)
        except DamagedError:
            self._rescue()
        except JournalError as error:
            self._after_closing = partial(self._show_refused, error)
            self._leave()

    def _show_journal(self, journal: "Journal") -> None:
        # Imported when a journal opens: whoever comes back waits for the unlock page only.
        from caregiver_journal.ui.deep_check import DeepCheck  # noqa: PLC0415
        from caregiver_journal.ui.presence import Presence  # noqa: PLC0415

        self._around.one_window.take()
        self.shell = self.make_shell(journal)
        self.shell.lock_requested.connect(self.lock)
        self.shell.renewal_requested.connect(self._renew_code)
        self.shell.rescue_requested.connect(self._rescue)
        self.shell.restore_requested.connect(self._restore)
        self.shell.view_requested.connect(self._view)
        self.shell.look_wanted.connect(self._dress)
        self.shell.stillness_wanted.connect(_keep_still)
        self.shell.cover_wanted.connect(self.cover.set_time)
        self._stack.addWidget(self.shell)
        self._stack.setCurrentWidget(self.shell)
        self._remember(self._state.with_journal(self._around.place.folder))
        handle = self.windowHandle()
        if handle is not None:
            clocks = (self._around.monotonic, self._around.wall)
            self.presence = Presence(journal, handle, clocks, self.shell)
            self.presence.idle_too_long.connect(self.lock)
            self.presence.lost.connect(self.lock_at_once)
            self.deep_check = DeepCheck(self.shell.context, self.shell)
            self.presence.idle.quiet.connect(self.deep_check.consider)
            self.shell.stay_wanted.connect(self.presence.stay)
            self.shell.bridge.changed.connect(self.presence.take_change)
        self._allow_actions()
        self.shell.open()
        if self._around.backs_up:
            self.shell.backups.look_later()

    def make_shell(self, journal: "Journal") -> "Shell":
        """Return the frame of the open journal."""
        from caregiver_journal.ui.shell import Shell  # noqa: PLC0415 - as above

        around = self._around
        return Shell(journal, self.work, self.finish_start(), around.place.cost, around.monotonic)

    # --- leaving --------------------------------------------------------------------------------

    def lock(self) -> None:
        """Store what is being written, close the journal and start afresh at the unlock page.

        Where a backup is due it is made in between.
        """
        self._lock(backs_up=self._around.backs_up)

    def lock_at_once(self) -> None:
        """Lock and let no backup come in between: the keys have to leave memory now."""
        self.parting.give_up()
        self._lock(backs_up=False)

    def _lock(self, *, backs_up: bool) -> None:
        self._may_back_up = backs_up
        if self.journal is None or self._retry.isActive():
            return
        self._after_closing = self._start_afresh
        for window in QApplication.topLevelWidgets():
            window.hide()
        self._leave()

    def _start_afresh(self) -> None:
        self._around.relaunch(self._around.place.folder)

    def _leave(self) -> None:
        """Close the journal, then do what was meant; where text would be lost, cover and retry."""
        try:
            self._close_journal()
        except JournalError as error:
            self._hold(error)
            return
        self._retry.stop()
        self._clear_clipboard()
        self._remember_geometry()
        if not self._part():
            self._go_on()

    def _part(self) -> bool:
        """Begin with the backup that is due, out of sight; tell whether there is one."""
        if not self.parting.begin(self._go_on):
            return False
        QApplication.setQuitOnLastWindowClosed(False)  # none is seen for a moment
        self.show_parting()
        return True

    def show_parting(self) -> QWidget:
        """Let nothing of the journal be seen while it is backed up; return what stood there."""
        before = self._stack.currentWidget() or self._stack
        self.show_again(self._make_parting_page())
        return before

    def show_again(self, page: QWidget) -> None:
        """Show a page of the window that was there before."""
        self._stack.setCurrentWidget(page)
        self._allow_actions()

    def _go_on(self) -> None:
        """Do what was meant once the journal is closed and backed up."""
        QApplication.setQuitOnLastWindowClosed(True)
        if self._after_closing is not None:
            self._after_closing()

    def _make_parting_page(self) -> "PartingPage":
        from caregiver_journal.ui.lock.parting import PartingPage  # noqa: PLC0415 - when it is due

        if self._parting_page is None:
            self._parting_page = page = PartingPage()
            page.skipped.connect(self.parting.give_up)
            self.parting.progressed.connect(page.progressed)
            self._stack.addWidget(page)
        return self._parting_page

    def _show_delay(self) -> None:
        """Say what takes so long, to whoever locked; who left sees nothing of it."""
        if not self._is_closing:
            self.show()
            self._make_parting_page().focus_first()

    def _close_journal(self) -> None:
        if self.journal is not None:
            if self.shell is not None:
                self.shell.stop_work()
                # A damaged file takes nothing more; to wait for that would be to wait for ever.
                with contextlib.suppress(DamagedError):
                    self.shell.store_drafts()
            self.parting.forget()
            if self._may_back_up:
                self.parting.prepare(self.journal)
            self.journal.close()
            self.journal = None

    def _clear_clipboard(self) -> None:
        if self.clipboard is not None:
            self.clipboard.clear()

    def _hold(self, error: JournalError) -> None:
        """Stay covered with the text in memory, because it cannot be stored, and try again."""
        sentence = _("What you were writing could not be stored yet, so this page stays covered.")
        self.cover.hold(f"{sentence} {error.sentence}")
        self._stack.setCurrentWidget(self.cover)
        self._retry.start()
        self._allow_actions()
        self.show()

    def quick_hide(self) -> None:
        """Cover everything, or come back if it is covered."""
        if self.shell is None or self._retry.isActive():
            return
        if self._stack.currentWidget() is self.cover:
            self.cover.come_down()
            self._stack.setCurrentWidget(self.shell)
        else:
            for dialog in self.findChildren(QDialog):
                dialog.reject()  # it lies over the cover, with the names of files
            self._stack.setCurrentWidget(self.cover)
            self.cover.go_up()
            self.cover.repaint()
        self._allow_actions()

    @override
    def closeEvent(self, event: "QtGui.QCloseEvent") -> None:
        self._may_back_up = self._around.backs_up
        self._after_closing = QApplication.quit
        self.parting.give_up()  # closed once more: nobody wants to wait
        self.doorway.leave_mending()
        try:
            self._close_journal()
        except JournalError as error:
            event.ignore()
            self._hold(error)
            return
        self._clear_clipboard()
        self._remember_geometry()
        self._is_closing = True
        if not self._part():
            self.hide()  # what is under way may take long, as where a network does not answer
            self.work.finish()
        super().closeEvent(event)

    # --- other ways -----------------------------------------------------------------------------

    def finish_start(self) -> "WindowActions":
        """Make what the first picture of the window need not wait for; return the menu."""
        if self.menu is None:
            from caregiver_journal.ui.clipboard import ClipboardGuard  # noqa: PLC0415
            from caregiver_journal.ui.focus_ring import follow_focus  # noqa: PLC0415
            from caregiver_journal.ui.window_actions import WindowActions  # noqa: PLC0415

            self.menu = WindowActions(self)
            self.menu.wanted.connect(self._act)
            self._allow_actions()
            self.setWindowIcon(QtGui.QIcon(str(resource("icons", "app.svg"))))
            follow_wishes(self._follow_desktop)
            self._follow_desktop()
            self.clipboard = ClipboardGuard(self)
            follow_focus(cast("QApplication", QApplication.instance()))
        return self.menu

    def _follow_desktop(self) -> None:
        """Wear what the desktop asks for, where that was left to it and it changed its mind."""
        asked = system_look()
        if self._state.look == "system" and asked != current_look().name:
            self._around.dress(asked, self._state.text_size)
        self._remember(self._state._replace(desktop_look=asked))

    def come_to_front(self) -> None:
        """Show the window, because the program was started again."""
        if self.parting.is_under_way:
            self._is_closing, self._after_closing = False, self._start_afresh
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def show_problem(self, description: str) -> None:
        """Show the report of a bug."""
        from caregiver_journal.ui.problem_sheet import ProblemSheet  # noqa: PLC0415 - rare

        ProblemSheet(description, self._stack.currentWidget() or self._stack)

    def _go_to_folder(self, folder: str) -> None:
        self._after_closing = partial(self._around.relaunch, Path(folder))
        self._leave()

    def _renew_code(self) -> None:
        self._after_closing = self._show_renewal
        self._leave()

    def _rescue(self) -> None:
        self._after_closing = self._show_damaged
        self._leave()

    def _restore(self, backup: Path) -> None:
        self._after_closing = partial(self._show_restore, backup)
        self._leave()

    def _view(self, backup: Path) -> None:
        """Open a backup in a window of its own; this one stays as it is."""
        try:
            self._around.view(backup)
        except JournalError as error:
            if self.shell is not None:
                self.shell.say_problem(error)
            else:
                self.doorway.refuse(error)

    def _show_renewal(self) -> None:
        self._drop_shell()
        self.doorway.show_renewal()

    def _show_damaged(self) -> None:
        self._drop_shell()
        self.doorway.show_damaged(ends_afresh=True)

    def _show_restore(self, backup: Path) -> None:
        self._drop_shell()
        self.doorway.show_restore(backup, ends_afresh=True)

    def _show_refused(self, error: JournalError) -> None:
        self._drop_shell()
        self.doorway.show_unlock()
        self.doorway.refuse(error)

    def _drop_shell(self) -> None:
        if self.shell is not None:
            self._stack.removeWidget(self.shell)
            self.shell.deleteLater()
            self.shell = None
        self._stack.setCurrentWidget(self.doorway)
        self._allow_actions()

    # --- actions --------------------------------------------------------------------------------

    def _allow_actions(self) -> None:
        if self.menu is None:
            return
        shown = self._stack.currentWidget()
        self.menu.allow(
            is_open=self.shell is not None and shown is self.shell,
            is_covered=shown is self.cover and not self._retry.isActive(),
        )

    def _act(self, name: str) -> None:
        if name == "window.lock":
            self.lock()
        elif name == "window.hide":
            self.quick_hide()
        elif name == "window.quit":
            self.close()
        elif name == "help.shortcuts":
            self._show_shortcuts()
        elif self.shell is not None:
            self.shell.act(name)

    def _show_shortcuts(self) -> None:
        from caregiver_journal.ui.shortcuts_sheet import ShortcutsSheet  # noqa: PLC0415 - rare

        ground = self._stack.currentWidget() or self._stack
        if ground.findChild(ShortcutsSheet) is None:
            ShortcutsSheet(ground)

    # --- what is remembered outside the journal --------------------------------------------------

    def _dress(self, look: str, text_size: int) -> None:
        if (look, text_size) != (self._state.look, self._state.text_size):
            self._around.dress(look, text_size)
            self._remember(self._state._replace(look=look, text_size=text_size))

    def _remember_geometry(self) -> None:
        self._remember(self._state.with_geometry(bytes(self.saveGeometry().data())))

    def _remember(self, state: WindowState) -> None:
        if state != self._state:
            self._state = state
            write_window_state(state)

    def _restore_geometry(self) -> None:
        geometry = self._state.geometry_bytes()
        if not (geometry and self.restoreGeometry(QByteArray(geometry))):
            self.resize(*_FIRST_SIZE)


def _keep_still(still: bool) -> None:  # noqa: FBT001 - Qt's signal
    set_still(cast("QApplication", QApplication.instance()), still=still)
