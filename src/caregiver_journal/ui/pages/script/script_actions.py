"""What can be done with one phrase: a row of buttons, each with its keys."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL
from caregiver_journal.base.marks import override
from caregiver_journal.domain.script import Script
from caregiver_journal.ui.icons import icon
from caregiver_journal.ui.theme import current_look
from caregiver_journal.ui.widgets.flow_layout import FlowLayout, flowing_policy
from caregiver_journal.ui.widgets.text import push_button, set_button_text, set_tooltip


class ScriptActions(QWidget):
    """Copy, favourite, edit, rehearse, hide or show again, and delete where it is an own one."""

    def __init__(self) -> None:
        super().__init__()
        self.copy = push_button(_("Copy"), name="scripts.copy")
        self.favourite = push_button("", name="scripts.favourite")
        self.edit = push_button(_("Edit…"), name="scripts.edit")
        self.rehearse = push_button(_("Rehearse…"), name="scripts.rehearse")
        self.hide_button = push_button("", name="scripts.hide")
        self.delete = push_button(_("Delete"), name="scripts.delete")
        self._is_favourite = False
        flow = FlowLayout(self, gap=SMALL)
        self.setSizePolicy(flowing_policy())
        for button, about, keys in (
            (self.copy, _("Copy; the clipboard is emptied after a minute"), "Ctrl+C"),
            (self.favourite, _("Favourite, or not; they come first elsewhere"), "Ctrl+D"),
            (self.edit, _("Change the words, and when they fit"), "Return"),
            (self.rehearse, _("Make it shorter, and say it aloud"), "Ctrl+R"),
            (self.hide_button, _("Hidden phrases are offered no more"), ""),
            (self.delete, _("Delete this phrase of your own"), "Delete"),
        ):
            set_tooltip(button, _with_keys(about, keys))
            flow.addWidget(button)
        self.show_script(None)

    def show_script(self, script: Script | None) -> None:
        """Offer what can be done with a phrase."""
        for button in (self.copy, self.favourite, self.edit, self.rehearse, self.hide_button):
            button.setEnabled(script is not None)
        self.delete.setVisible(script is not None and script.is_own)
        is_hidden = script is not None and script.is_hidden
        self._is_favourite = script is not None and script.is_favourite
        liked = _("Not a favourite") if self._is_favourite else _("Favourite")
        self.favourite.setAccessibleName(liked)
        set_button_text(self.hide_button, _("Show again") if is_hidden else _("Hide"))
        self._dress()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_is_favourite"):
            self._dress()

    def _dress(self) -> None:
        look = current_look()
        star = ("star_filled", look.primary) if self._is_favourite else ("star", look.ink)
        self.favourite.setIcon(icon(*star))


def _with_keys(about: str, keys: str) -> str:
    if not keys:
        return about
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{about} ({shown})"
