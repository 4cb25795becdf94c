"""Keep what would write out of sight and out of reach, where a journal can only be read."""

import re
from fnmatch import translate
from functools import lru_cache

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from caregiver_journal.base.marks import override
from caregiver_journal.ui.page import Destination

_FORMS = {"mood", "boundary", "measure", "practised"}
"""Sections in which there is nothing but a form."""

_HIDDEN = (
    "sidebar.new_entry", "question", "mood.card", "today.pause", "pause.back",
    "waiting.*.action", "waiting.*.not_now", "waiting.*.more",
    "journal.edit", "journal.session", "journal.private", "journal.keep", "journal.delete",
    "trash.empty", "trash.restore", "trash.delete",
    "boundaries.log", "follow_up.save", "follow_up.not_now", "follow_up.dont_ask",
    "scripts.build", "scripts.add", "scripts.favourite", "scripts.edit", "scripts.rehearse",
    "scripts.hide", "scripts.delete",
    "ladder.add", "ladder.step.*.log", "ladder.*.more",
    "plan.save", "plan.cancel", "plan.find_words",
    "reflect.answer", "reflect.more", "reflect.save", "reflect.cancel", "reflect.another",
    "reflect.skip", "reflect.hide", "reflect.questions",
    "practice.add", "practice.card.*.more",
    "trends.to_marks", "trends.show.*",
    "measures.file", "measures.add", "measures.row.*.action", "measures.row.*.more",
    "session.quick", "session.*.add", "session.*.more", "session_sheet.save",
    "summary.presets", "summary.masks",
    "support.*.add", "support.*.more", "support.take_numbers", "support.confirm",
    "support.change_numbers", "support.before_unlock",
    "learn.add", "learn.clear", "learn.mark", "learn.edit", "learn.delete",
)  # fmt: skip
"""What is not shown: it would change the journal, or what is written there would be lost."""

_LOCKED = (
    "session.*.tick", "support.country",
    "session_sheet.day", "session_sheet.has_time", "session_sheet.time",
    "trends.*.more.up", "trends.*.more.down", "trends.*.more.hide",
    "plan.knows_day", "plan.day", "plan.*.slider", "plan.setting.*", "plan.limit.*",
)  # fmt: skip
"""What stands there to be read, and cannot be changed."""

_WRITTEN = ("plan.*", "reflect.*", "session_sheet.*")
"""Whose fields are read and not written in."""

_SHOWINGS = {QEvent.Type.Show, QEvent.Type.ShowToParent}


def is_for_writing(destination: Destination) -> bool:
    """Tell whether somebody goes there only to write."""
    if destination.section == "reflect":
        return bool(destination.entry_id) or destination.part.startswith("form:")
    return destination.section in _FORMS


class ReadingOnly(QObject):
    """Watches what is shown inside one widget, for as long as that is there."""

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self._ground = ground
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        for widget in ground.findChildren(QWidget):
            if widget.isVisible():
                self._hold(widget, widget.objectName())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hide or lock a widget in the moment it is about to be shown."""
        if event.type() in _SHOWINGS and isinstance(watched, QWidget):
            name = watched.objectName()
            if name and self._ground.window().isAncestorOf(watched):  # panels lie beside it
                self._hold(watched, name)
        return False

    def _hold(self, widget: QWidget, name: str) -> None:
        if _is_among(name, _HIDDEN):
            widget.hide()
        elif _is_among(name, _LOCKED):
            widget.setEnabled(False)
        elif isinstance(widget, QLineEdit | QPlainTextEdit) and _is_among(name, _WRITTEN):
            widget.setReadOnly(True)


@lru_cache(maxsize=2_000)
def _is_among(name: str, patterns: tuple[str, ...]) -> bool:
    return bool(_any_of(patterns).match(name))


@lru_cache
def _any_of(patterns: tuple[str, ...]) -> "re.Pattern[str]":
    return re.compile("|".join(translate(pattern) for pattern in patterns))
