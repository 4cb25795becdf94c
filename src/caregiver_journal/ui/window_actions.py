"""The window's actions: their keys, their menu, and which of them may be used now."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.ui.actions import ACTIONS

_UNDER_COVER = ("window.hide", "window.lock")


class WindowActions(QMenu):
    """The menu of all actions; each also listens to its keys wherever the keyboard is.

    Signals:
        wanted: the name of an action.
    """

    wanted = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("menu")
        self.by_name: dict[str, QAction] = {}
        group = ACTIONS[0].group
        for spec in ACTIONS:
            if spec.group != group:
                self.addSeparator()
                group = spec.group
            action = QAction(_(spec.text), self)
            action.setObjectName(spec.name)
            action.setShortcut(QKeySequence(spec.keys))
            action.triggered.connect(partial(self._tell, spec.name))
            window.addAction(action)
            self.addAction(action)
            self.by_name[spec.name] = action
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusWindowChanged.connect(self._follow_dialogs)

    def allow(self, *, is_open: bool, is_covered: bool) -> None:
        """Allow what makes sense: all in an open journal, little under the cover or before."""
        for spec in ACTIONS:
            under_cover = spec.name in _UNDER_COVER
            allowed = under_cover if is_covered else is_open or spec.when_locked
            self.by_name[spec.name].setEnabled(allowed)

    def _follow_dialogs(self, _window: QWindow | None) -> None:
        """Let a dialog that holds the window up hear the keys that hide and lock everything."""
        dialog = QApplication.activeModalWidget()
        if dialog is not None and dialog is not self.parent():
            dialog.addActions([self.by_name[name] for name in _UNDER_COVER])

    def _tell(self, name: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
        self.wanted.emit(name)
