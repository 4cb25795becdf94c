"""Rehearse words: make them shorter, and say them aloud to a silent timer."""

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.domain.script import say_length
from caregiver_journal.journal.begun import DraftName
from caregiver_journal.journal.unfinished import NEW
from caregiver_journal.ui.draft_keeper import Content
from caregiver_journal.ui.keeping import keep
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.plain_values import read_text
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.sheet_draft import DraftedSheet, SheetDraft
from caregiver_journal.ui.widgets.announce import announce
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.note_field import note_field
from caregiver_journal.ui.widgets.speaking_timer import SpeakingTimer
from caregiver_journal.ui.widgets.text import (
    field_label,
    plain_label,
    push_button,
    set_tooltip,
)

_FORM = "script.rehearsal"
_LINES_WIDE = 34


class RehearsalSheet(DraftedSheet):
    """The words large, a field to shorten them in, and the timer.

    What was made shorter survives Escape and a lock while the words it came from are the same.
    """

    def __init__(
        self,
        context: Context,
        text: str,
        situation: str = "",
        *,
        about: str = NEW,
        known: Collection[str] | None = None,
    ) -> None:
        """Rehearse a text.

        Args:
            context: where what is written is kept.
            text: the words.
            situation: what is kept of them belongs to it.
            about: the id of the phrase they are; without it, they are being built.
            known: the ids of all phrases; None where they are not known.
        """
        super().__init__(_("Rehearse"), context.ground, name="rehearsal", lines_wide=_LINES_WIDE)
        self._context = context
        self._situation = situation
        self._original = text.strip()
        self.words = plain_label(self._original, "reading_large", wrap=True)
        self.words.setObjectName("rehearsal.words")
        self.timer = SpeakingTimer(name="rehearsal.timer")
        self.field = note_field(lines=3, name="rehearsal.field")
        self.field.setPlainText(self._original)
        self.length = plain_label("", "small", wrap=True)
        self.length.setObjectName("rehearsal.length")
        self.kept = plain_label("", "small", wrap=True)
        self.kept.setObjectName("rehearsal.kept")
        self.kept.hide()
        self.problem = ProblemLine("rehearsal.problem")
        self.keep = push_button(_("Keep the shorter one"), name="rehearsal.keep")
        set_tooltip(self.keep, _("Keeps it beside the one it came from (Ctrl+Enter)"))
        self.done = push_button(_("Done"), "primary", name="rehearsal.done")
        self._lay_out()
        self.draft = SheetDraft(context, DraftName(_FORM, about), self._said, known, self)
        begun = self.draft.begun
        if begun.get("of") == self._original:
            self.field.setPlainText(read_text(begun.get("text")))
        self._connect()
        self._follow()
        self.come_up()
        self.timer.button.setFocus()

    @override
    def tell(self, error: JournalError) -> None:
        self.problem.tell(error)

    def _lay_out(self) -> None:
        self.card.add(self.words, self.timer)
        self.card.add(field_label(_("Shorten it"), self.field), self.field, self.length)
        self.card.add(self.kept, self.problem, FootRow((), (self.keep, self.done)))

    def _connect(self) -> None:
        self.field.textChanged.connect(self._follow)
        self.field.textChanged.connect(self.draft.touch)
        self.keep.clicked.connect(self._keep)
        self.done.clicked.connect(self.go)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._keep)

    def _said(self) -> Content:
        """Return what is written as plain values, and what it came from."""
        return {"of": self._original, "text": self.field.toPlainText()}

    def _now(self) -> str:
        return self.field.toPlainText().strip()

    def _follow(self) -> None:
        """Show the words as they are now, and how long they were and are."""
        now = self._now()
        self.problem.be_quiet()
        self.kept.hide()
        self.words.setText(now or self._original)
        before = _("Before: {length}.").format(length=say_length(self._original))
        length = _("Now: {length}.").format(length=say_length(now))
        self.length.setText(f"{before} {length}")
        self.keep.setEnabled(bool(now) and len(now) < len(self._original))

    def _keep(self) -> None:
        if not self.keep.isEnabled():
            return
        try:
            said = keep(self._context, self._now(), self._situation).said
        except JournalError as error:
            self.problem.tell(error)
            return
        self.draft.give_up()
        self.timer.button.setFocus()
        self.keep.setEnabled(False)
        self.kept.setText(said)
        self.kept.show()
        announce(self.kept, said)
