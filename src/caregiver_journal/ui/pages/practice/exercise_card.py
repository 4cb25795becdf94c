"""One exercise of the catalogue: what it is, how it was used, and its way in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, ROOMY, SMALL
from caregiver_journal.base.marks import override
from caregiver_journal.domain.exercise import WITHOUT_BREATH, Exercise
from caregiver_journal.domain.practice_facts import say_lengths
from caregiver_journal.journal.practising import Offer
from caregiver_journal.ui.pages.practice.used_line import UsedLine
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.more_button import MoreButton
from caregiver_journal.ui.widgets.text import plain_label, push_button, set_button_text

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ExerciseCard(Card):
    """Shows one exercise.

    Attributes:
        offer: what it says.

    Signals:
        begun(str): it shall begin; its id.
        entries_wanted(str): the entries behind what is said of its use shall be seen.
        chosen(object): a pair of its id and what shall be done with it: *favourite*, *hide*,
            *change* or *delete*.
    """

    begun = Signal(str)
    entries_wanted = Signal(str)
    chosen = Signal(object)

    def __init__(self, offer: Offer) -> None:
        exercise = offer.exercise
        name = f"practice.card.{exercise.id}"
        super().__init__(name=name)
        self.offer = offer
        self.exercise = exercise
        self.setAccessibleName(exercise.title)
        self.head = plain_label(exercise.title, "heading", wrap=True)
        self.line = plain_label(_say_kind(exercise), "small", wrap=True)
        self.about = plain_label(exercise.about, "muted", wrap=True)
        if not exercise.about:
            self.about.hide()
        said = _("Not finished; it waits where you left it") if offer.is_begun else offer.said
        self.used = UsedLine(
            said, opens=offer.times > 0 and not offer.is_begun, name=f"{name}.used"
        )
        self.begin = push_button("", name=f"{name}.begin")
        set_button_text(self.begin, _("Go on") if offer.is_begun else _("Begin"))
        self.begin.setAccessibleName(f"{self.begin.text()}: {exercise.title}")
        self.begin.setAccessibleDescription(exercise.about)
        self.more = MoreButton(
            _("More"), _choices(exercise), name=f"{name}.more", about=exercise.title
        )
        self._arrange()
        self.begin.clicked.connect(self._begin)
        self.used.clicked.connect(self._want_entries)
        self.more.chosen.connect(self._choose)

    def stops(self) -> list[QWidget]:
        """Return where the Tab key stops, in the order of reading."""
        return [self.more, *([self.used] if self.used.isEnabled() else []), self.begin]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.begin.hasFocus():
            self._begin()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(self.head, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        top = QVBoxLayout()
        top.setSpacing(0)
        top.addLayout(head)
        top.addWidget(self.line)
        foot = QHBoxLayout()
        foot.setSpacing(MEDIUM)
        foot.addWidget(self.used, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.setContentsMargins(ROOMY, 0, ROOMY, 0)
        self.body.addLayout(top)
        self.body.addWidget(self.about)
        self.body.addStretch(1)
        self.body.addLayout(foot)

    def _begin(self) -> None:
        self.begun.emit(self.exercise.id)

    def _want_entries(self) -> None:
        self.entries_wanted.emit(self.exercise.id)

    def _choose(self, key: str) -> None:
        self.chosen.emit((self.exercise.id, key))


def _say_kind(exercise: Exercise) -> str:
    """Return how long it takes and what it is like: *4 min · writing*."""
    said = [say_lengths(exercise.minutes, is_timed=exercise.is_timed)]
    if exercise.is_own:
        said.append(_("your own"))
    elif exercise.writes:
        said.append(_("writing"))
    elif WITHOUT_BREATH in exercise.tags:
        said.append(_("no breath needed"))
    else:
        said.append(_("another anchor offered"))
    if exercise.is_favourite:
        said.append(_("favourite"))
    return " · ".join(said)


def _choices(exercise: Exercise) -> list[tuple[str, str]]:
    liked = _("No favourite any more") if exercise.is_favourite else _("Make it a favourite")
    hidden = _("Show it again") if exercise.is_hidden else _("Hide it")
    choices = [("favourite", liked), ("hide", hidden)]
    if exercise.is_own:
        choices += [("change", _("Change it…")), ("delete", _("Delete it"))]
    return choices
