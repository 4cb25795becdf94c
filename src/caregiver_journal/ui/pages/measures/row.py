"""One questionnaire in a list: what it is called, what it came to, and what can be done with it."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.look import MEDIUM, SMALL, SNUG, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.measure_facts import say_score
from caregiver_journal.domain.phrasing import say_day
from caregiver_journal.domain.reliable_change import say_change
from caregiver_journal.journal.measure_results import LastResult, LastScore
from caregiver_journal.journal.measuring import Origin, Questionnaire
from caregiver_journal.ui.pages.measures.repeat import say_repeat
from caregiver_journal.ui.widgets.more_button import MoreButton
from caregiver_journal.ui.widgets.text import plain_label, push_button, set_button_text

_NAME = "measures.row"


class MeasureRow(QWidget):
    """Words at the start, Fill in and more at the end.

    Attributes:
        id: of the questionnaire.
        action, more: its buttons.

    Signals:
        wanted(str, str): what is to be done, and the id of the questionnaire.
    """

    wanted = Signal(str, str)

    def __init__(self, instrument_id: str) -> None:
        super().__init__()
        self.id = instrument_id
        name = f"{_NAME}.{instrument_id}"
        self.setObjectName(name)
        self._is_hidden = False
        self._hairline = QFrame()
        self._hairline.setProperty("role", "hairline")
        self.title = plain_label("", "strong", wrap=True)
        self.title.setObjectName(f"{name}.title")
        self.line = plain_label("", "small", wrap=True)
        self.line.setObjectName(f"{name}.line")
        self.scores = plain_label("", wrap=True)
        self.scores.setObjectName(f"{name}.scores")
        self.action = push_button("", name=f"{name}.action")
        self.more = MoreButton(_("More"), (), name=f"{name}.more", choice_name="measures.do")
        self._arrange()
        self.action.clicked.connect(self._act)
        self.more.chosen.connect(self._choose)
        self._dress()

    def show_one(
        self, found: Questionnaire | None, result: LastResult | None, today: date, *, is_first: bool
    ) -> None:
        """Show a questionnaire and what it came to last; one of the two may be missing."""
        title = ""
        if found is not None:
            title = found.instrument.title
        elif result is not None:
            title = result.title
        self.title.setText(title)
        self.line.setText(_say_line(found, result, today))
        self.line.setVisible(bool(self.line.text()))
        self.scores.setText("\n".join(_say_scores(result)) if result is not None else "")
        self.scores.setVisible(bool(self.scores.text()))
        self._hairline.setVisible(not is_first)
        self._offer(found, title)

    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab stops in it."""
        return self.action, self.more

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "more"):
            self._dress()

    def _dress(self) -> None:
        self.action.ensurePolished()
        self.more.setMinimumHeight(self.action.sizeHint().height())

    def _offer(self, found: Questionnaire | None, title: str) -> None:
        for button in self.stops():
            button.setVisible(found is not None)
        if found is None:
            return
        self._is_hidden = found.is_hidden
        words = _("Bring back") if found.is_hidden else _("Fill in")
        set_button_text(self.action, words)
        self.action.setAccessibleName(f"{words}: {title}")
        self.more.set_choices(_choices(found))
        self.more.tell_about(title)

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(TINY)
        for label in (self.title, self.line):
            words.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addLayout(words, 1)
        row.addSpacing(MEDIUM)
        for button in self.stops():
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._hairline)
        column.addSpacing(SNUG)
        column.addLayout(row)
        column.addSpacing(TINY)
        column.addWidget(self.scores)
        column.addSpacing(SNUG)

    def _act(self) -> None:
        self.wanted.emit("show" if self._is_hidden else "fill", self.id)

    def _choose(self, key: str) -> None:
        self.wanted.emit(key, self.id)


def _choices(found: Questionnaire) -> tuple[tuple[str, str], ...]:
    """Return what else can be done with a questionnaire."""
    about = ("facts", _("About it…"))
    if found.is_hidden:
        return (about,)
    choices = [("repeat", _("Ask again…")), about]
    if found.origin is Origin.OWN:
        choices.append(("change", _("Change…")))
    choices.append(("hide", _("Hide")))
    if found.origin is not Origin.PROGRAM:
        choices.append(("delete", _("Delete")))
    return tuple(choices)


def _say_line(found: Questionnaire | None, result: LastResult | None, today: date) -> str:
    """Return when it was filled in last and how often it is asked again, or what it is."""
    parts = []
    if result is not None:
        parts.append(_("Last filled in on {day}").format(day=say_day(result.day, today)))
        n = max((score.n for score in result.scores), default=0)
        if n:
            parts.append(ngettext("{count} score", "{count} scores", n).format(count=n))
    elif found is not None:
        parts.append(_say_origin(found))
    if found is None:
        parts.append(_("it is not here any more, and can be read in the Journal"))
    elif found.repeat_days is not None:
        parts.append(say_repeat(found.repeat_days))
    return " · ".join(filter(None, parts))


def _say_origin(found: Questionnaire) -> str:
    if found.origin is Origin.OWN:
        count = ngettext(
            "Your own, {count} item", "Your own, {count} items", found.instrument.items
        )
        return count.format(count=found.instrument.items)
    return found.instrument.edition


def _say_scores(result: LastResult) -> Iterator[str]:
    """Yield a line for each scale: its score, and what may be said of the change."""
    if not result.scores:
        yield _("Nothing could be scored yet.")
    for last in result.scores:
        yield _say_score(last)


def _say_score(last: LastScore) -> str:
    name, score = last.score.name, say_score(last.score)
    said = _("{name}: {score}").format(name=name, score=score) if name else score
    if last.since_last is None:
        return said
    change = _("Since the time before: {change}").format(change=say_change(last.since_last))
    return f"{said}. {change}"
