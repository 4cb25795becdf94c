"""The window in which somebody looks around in a backup: read-only, and marked all the time."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.journal.restore_words import say_backup, say_contents, say_stretch
from caregiver_journal.journal.viewing import contents_of
from caregiver_journal.ui.main_window import MainWindow
from caregiver_journal.ui.place import Place
from caregiver_journal.ui.viewing_doorway import ViewingDoorway
from caregiver_journal.ui.viewing_sheet import ViewingSheet
from caregiver_journal.ui.viewing_strip import ViewingStrip
from caregiver_journal.ui.window_state import WindowState

if TYPE_CHECKING:
    from caregiver_journal.journal.journal import Journal
    from caregiver_journal.ui.shell import Shell


class ViewingWindow(MainWindow):
    """Shows a backup as the window of the program shows a journal.

    It remembers nothing outside, keeps no draft and makes no backup. Locking closes it; what was
    unpacked goes with it.
    """

    doorway: ViewingDoorway

    @override
    def make_doorway(self, place: Place) -> ViewingDoorway:
        doorway = ViewingDoorway(place, self.work)
        doorway.known.connect(self._say_what)
        doorway.left.connect(self._close_soon)
        return doorway

    @override
    def frame(self, content: QWidget) -> QWidget:
        """Put the strip above everything, where nothing covers it."""
        self.strip = ViewingStrip()
        framed = QWidget()
        column = QVBoxLayout(framed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(content, 1)
        return framed

    @override
    def make_shell(self, journal: "Journal") -> "Shell":
        from caregiver_journal.ui.viewing_shell import ViewingShell  # noqa: PLC0415 - as there

        around = self._around
        shell = ViewingShell(
            journal, self.work, self.finish_start(), around.place.cost, around.monotonic
        )
        shell.contents_wanted.connect(self._show_contents)
        return shell

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if event.isAccepted():
            self.doorway.remove()

    @override
    def _take(self, journal: "Journal") -> None:
        super()._take(journal)
        self._show_contents()

    @override
    def _go_to_folder(self, folder: str) -> None:
        """Look around in another backup, in a window of its own, and close this one."""
        self._view(Path(folder))
        self._close_soon()

    @override
    def _remember(self, state: WindowState) -> None:
        """Write nothing down: whoever looks around leaves no trace."""
        self._state = state

    def _say_what(self) -> None:
        if self.doorway.facts is not None:
            made = self.doorway.facts.made
            self.strip.say(made.astimezone(self._around.place.clock().tzinfo))

    def _show_contents(self) -> None:
        facts = self.doorway.facts
        if self.journal is None or self.shell is None or facts is None:
            return
        made = facts.made.astimezone(self._around.place.clock().tzinfo)
        contents = contents_of(self.journal)
        lines = (
            say_backup(made, facts.program, facts.size),
            say_contents(contents.counts),
            say_stretch(contents.first, contents.last),
            _(
                "Every page of it was read, and what stands there fits together. Only the index of "
                "the search was not compared with the entries; it can be made anew at any time."
            ),
        )
        ViewingSheet(lines, self.shell)

    def _close_soon(self) -> None:
        """Close once the click that wanted it is done with."""
        QTimer.singleShot(0, self.close)
