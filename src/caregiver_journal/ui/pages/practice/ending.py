"""The last screen of an exercise: how it is now, what is worth a line, and when it comes back."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, SMALL, TINY
from caregiver_journal.domain.exercise import Exercise
from caregiver_journal.domain.practice import COMES_BACK, GROUNDING, RISE
from caregiver_journal.ui.pages.practice.ratings import Ratings
from caregiver_journal.ui.widgets.announce import announce
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.coming_back_field import ComingBackField
from caregiver_journal.ui.widgets.flow_layout import FlowLayout
from caregiver_journal.ui.widgets.markdown_hint import light_up
from caregiver_journal.ui.widgets.note_field import note_field
from caregiver_journal.ui.widgets.text import field_label, plain_label, push_button


class Ending(QWidget):
    """What one says after an exercise; everything may stay empty.

    Signals:
        changed(): something was said.
        grounding_wanted, support_wanted: what is offered after a rise of distress was taken.
    """

    changed = Signal()
    grounding_wanted = Signal()
    support_wanted = Signal()

    def __init__(self, exercise: Exercise, today: date) -> None:
        super().__init__()
        self._before: int | None = None
        self._offers_grounding = exercise.id != GROUNDING
        self.title = plain_label(_("How is it now?"), "title", wrap=True)
        self.about = plain_label("", "muted", wrap=True)
        self.about.setObjectName("player.took")
        self.ratings = Ratings(name="player.after")
        self.note = note_field(lines=3, name="player.note")
        light_up(self.note)
        self.note_label = field_label(_("Anything worth a line"), self.note)
        self.back = ComingBackField(today, name="player.back_on", asks=True)
        self.back_label = field_label(_("When shall it come back to be read again?"), self.back)
        self.rise = self._make_rise()
        self._comes_back = exercise.id in COMES_BACK
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        for parts in (
            (self.title, self.about),
            (self.ratings,),
            (self.rise,),
            (self.back_label, self.back),
            (self.note_label, self.note),
        ):
            group = QVBoxLayout()
            group.setSpacing(TINY)
            for part in parts:
                group.addWidget(part)
            column.addLayout(group)
        self.ratings.changed.connect(self._take_rating)
        self.note.textChanged.connect(self.changed)
        self.back.changed.connect(self.changed)
        self.show_texts(written=False)
        self._follow()

    def keep_nothing(self) -> None:
        """Ask for nothing; a line that was kept earlier can be read."""
        self._comes_back = False
        self.ratings.hide()
        self.note.setReadOnly(True)
        for part in (self.note, self.note_label):
            part.setVisible(bool(self.note.toPlainText()))

    def set_before(self, distress: int | None, kindness: int | None) -> None:
        """Take what was said before."""
        self._before = distress
        self.ratings.set_before(distress, kindness)
        self._follow()

    def show_took(self, said: str) -> None:
        """Say what was done."""
        self.about.setText(said)

    def show_texts(self, *, written: bool) -> None:
        """Ask when it comes back, where the exercise wrote something that may."""
        for part in (self.back_label, self.back):
            part.setVisible(written and self._comes_back)

    def ask_back(self) -> bool:
        """Ask once when it comes back, where that was left open; return whether that was now."""
        return not self.back.isHidden() and self.back.ask()

    def _take_rating(self) -> None:
        was = self.rise.isHidden()
        self._follow()
        if was and not self.rise.isHidden():
            announce(self.rise, self.sentence.text())
        self.changed.emit()

    def _follow(self) -> None:
        """Offer something steadying after a rise, quietly."""
        now = self.ratings.distress.value()
        has_risen = self._before is not None and now is not None and now - self._before >= RISE
        self.rise.setVisible(has_risen)

    def _make_rise(self) -> QWidget:
        said = _(
            "It is stronger than before. That happens, and it is no failure of yours. "
            "Here is something steadying, if you like."
        )
        self.sentence = plain_label(said, wrap=True)
        self.sentence.setObjectName("player.rise.sentence")
        words = _("Five things around you, 2 minutes")
        self.grounding = push_button(words, name="player.grounding")
        if not self._offers_grounding:
            self.grounding.hide()
        self.card = push_button(_("Support card"), name="player.rise.support")
        self.grounding.clicked.connect(self.grounding_wanted)
        self.card.clicked.connect(self.support_wanted)
        rise = Card(role="help_card", name="player.rise")
        row = FlowLayout(gap=SMALL)
        row.addWidget(self.grounding)
        row.addWidget(self.card)
        rise.body.setAlignment(Qt.AlignmentFlag.AlignTop)
        rise.add(self.sentence, row)
        return rise
