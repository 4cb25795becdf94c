"""The first screen of an exercise: what is good to know, how long, and how it is now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, SMALL, TINY
from caregiver_journal.domain.exercise import Exercise
from caregiver_journal.domain.practice_facts import say_seconds
from caregiver_journal.ui.pages.practice.ratings import Ratings
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.text import field_label, plain_label


class Beginning(QWidget):
    """What one reads and says before an exercise begins.

    Signals:
        changed(): the length, or something that is said, is another one now.
    """

    changed = Signal()

    def __init__(self, exercise: Exercise) -> None:
        super().__init__()
        self._exercise = exercise
        self.title = plain_label(exercise.title, "title", wrap=True)
        self.title.setObjectName("player.title")
        self.about = plain_label(exercise.about, "muted", wrap=True)
        if not exercise.about:
            self.about.hide()
        lengths = [(str(each), say_length(each)) for each in exercise.minutes]
        said = _(
            "This journal can only be read, so nothing of this can be kept. "
            "You can go through it all the same."
        )
        self.unkept = plain_label(said, wrap=True)
        self.unkept.setObjectName("player.unkept")
        self.unkept.hide()
        self.lengths = Segmented(lengths, name="player.length", as_chips=True, keeps_one=True)
        self.ratings = Ratings(name="player.before")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        words = QVBoxLayout()
        words.setSpacing(TINY)
        words.addWidget(self.title)
        words.addWidget(self.about)
        column.addLayout(words)
        column.addWidget(self._know())
        column.addWidget(self.unkept)
        column.addLayout(self._length())
        column.addWidget(self.ratings)
        self.lengths.changed.connect(self.changed)
        self.ratings.changed.connect(self.changed)

    def keep_nothing(self) -> None:
        """Say that nothing can be kept, and ask for nothing."""
        self.unkept.show()
        self.ratings.hide()

    def minutes(self) -> int | None:
        """Return the length that is chosen; None for one's own time."""
        value = self.lengths.value()
        return int(value) if self._exercise.is_timed and value else None

    def choose(self, minutes: int | None) -> None:
        """Choose a length, if the exercise comes in it."""
        if minutes in self._exercise.minutes:
            self.lengths.set_value(str(minutes))

    def _know(self) -> QWidget:
        safety = self._exercise.safety or _(
            "Begin with something mild. It may stir more than it settles; stop whenever you like."
        )
        anchors = self._exercise.anchors or (
            _("the sounds around you"),
            _("the soles of your feet"),
            _("something in your hand"),
        )
        card = Card(_("Good to know"), role="help_card", name="player.know")
        card.body.setSpacing(SMALL)
        card.add(plain_label(safety, wrap=True))
        said = _("Instead of breath: {anchors}.").format(anchors="; ".join(anchors))
        card.add(plain_label(said, wrap=True))
        return card

    def _length(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(TINY)
        lengths = self._exercise.minutes
        if self._exercise.is_timed:
            column.addWidget(field_label(_("How long"), self.lengths))
            column.addWidget(self.lengths, 0, Qt.AlignmentFlag.AlignTop)
            self.lengths.set_value(str(lengths[0]))
            return column
        self.lengths.setParent(self)
        self.lengths.hide()
        said = _("In your own time, step by step.")
        if lengths:
            said = _("In your own time, step by step; about {length}.").format(
                length=say_length(lengths[0])
            )
        column.addWidget(plain_label(said, wrap=True))
        return column


def say_length(minutes: int) -> str:
    """Return a length in words: *4 minutes*."""
    return say_seconds(minutes * 60)
