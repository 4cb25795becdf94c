"""The quick mood: one disc, a few words if wanted, saved."""

from PySide6.QtCore import Signal

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.mood import LEVEL_WORDS, LEVELS
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.line_width import LineWidth
from caregiver_journal.ui.widgets.mood_discs import MoodDiscs
from caregiver_journal.ui.widgets.text import line_field, push_button

_LINES_WIDE = 12
"""Least width of the line, in heights of a line, so that its hint can be read."""


class QuickMood(Card):
    """A card that collects a mood and one line.

    Signals:
        submitted: a level (1 to 5) was chosen and Save pressed.
        detail_requested: the whole check-in is wanted.
        edited: something was chosen or written.
    """

    submitted = Signal()
    detail_requested = Signal()
    edited = Signal()

    def __init__(self) -> None:
        super().__init__(_("How are you right now?"), name="mood.card")
        self.discs = MoodDiscs([_(word) for word in LEVEL_WORDS], name="mood.level")
        self.discs.setAccessibleName(_("How pleasant, from 1 to 5"))
        self.line = line_field(_("A few words, if you want them…"), name="mood.line")
        self.more = push_button(_("More detail"), name="mood.more")
        self.save = push_button(_("Save"), "primary", name="mood.save")
        self._arrange()
        self.discs.changed.connect(self._on_chosen)
        self.line.textEdited.connect(self.edited)
        self.line.returnPressed.connect(self._submit)
        self.save.clicked.connect(self._submit)
        self.more.clicked.connect(self.detail_requested)
        self._on_chosen()

    def content(self) -> dict[str, object]:
        """Return what the card holds as plain values; empty when there is nothing."""
        level, line = self.discs.value(), self.line.text().strip()
        return {"level": level, "line": line} if level is not None or line else {}

    def fill(self, content: dict[str, object]) -> None:
        """Show such values; whatever makes no sense stays empty."""
        level, line = content.get("level"), content.get("line")
        self.discs.set_value(level if type(level) is int and level in LEVELS else None)
        self.line.setText(line if isinstance(line, str) else "")
        self._on_chosen()

    def _arrange(self) -> None:
        LineWidth(self.line, at_least=_LINES_WIDE)
        self.add(self.discs, FootRow((self.line,), (self.more, self.save)))

    def _on_chosen(self, _index: object = None) -> None:
        self.save.setEnabled(self.discs.value() is not None)
        self.edited.emit()

    def _submit(self) -> None:
        if self.discs.value() is not None:
            self.submitted.emit()
