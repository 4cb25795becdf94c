"""The switch that lets the card be read before the journal is unlocked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.text import plain_label


class BeforeUnlock(Card):
    """Off by default; says plainly where the card lies then.

    Signals:
        switched(bool): the person turned it on or off.
    """

    switched = Signal(bool)

    def __init__(self, sentence: str, place: str) -> None:
        """Take what it means, and where the file would lie."""
        super().__init__(name="support.before_unlock_card")
        self.box = QCheckBox(_("Show this card before unlocking"))
        self.box.setObjectName("support.before_unlock")
        self.box.setAccessibleDescription(sentence)
        self.place = plain_label(
            _("It lies in {place} now.").format(place=place), "small", wrap=True
        )
        self.problem = ProblemLine("support.before_unlock.problem")
        self.add(self.box, plain_label(sentence, "small", wrap=True), self.place, self.problem)
        self.box.toggled.connect(self.switched)

    def show_state(self, *, shown: bool, problem: JournalError | None) -> None:
        """Show whether it is on, without a signal, and what is not as it is wanted outside."""
        self.box.blockSignals(True)
        self.box.setChecked(shown)
        self.box.blockSignals(False)
        self.place.setVisible(shown and problem is None)
        text = "" if problem is None else f"{problem.sentence} {problem.next_step}"
        if text != self.problem.text():  # it is heard once
            self.problem.say(text)
