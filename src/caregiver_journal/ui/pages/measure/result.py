"""What a questionnaire came to: scores, what may be said of them, and no more than that."""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.look import MEDIUM, SMALL, TINY
from caregiver_journal.domain.measure import Score
from caregiver_journal.domain.measure_facts import CONVERSATION, say_number
from caregiver_journal.domain.phrasing import say_day
from caregiver_journal.domain.reliable_change import Said
from caregiver_journal.journal.measure_entry import MeasureResult, ScaleResult, Since
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.text import plain_label, push_button

_NAME = "measure.result"


class ResultCard(Card):
    """Shows each scale with its score, what higher means, a published line, and the change.

    Attributes:
        done, change, trends: its buttons.

    Signals:
        left(): the person has read it.
        change_wanted(): the person wants to change what they entered.
        trends_wanted(): the person wants to see it over time.
    """

    left = Signal()
    change_wanted = Signal()
    trends_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(name=_NAME)
        self._scales = QWidget()
        self.body.setSpacing(MEDIUM)
        self.conversation = plain_label(_(CONVERSATION), "muted", wrap=True)
        self.change = push_button(_("Change it"), "link", name=f"{_NAME}.change")
        self.done = push_button(_("Done"), "primary", name=f"{_NAME}.done")
        self.rest = plain_label(
            _("What is there is kept, and the rest can be added at any time."), wrap=True
        )
        self.rest.setObjectName(f"{_NAME}.rest")
        self.trends = push_button(_("See it in Trends"), "link", name=f"{_NAME}.trends")
        self.add(self._scales, self.rest, self.conversation)
        self.add(FootRow((self.change, self.trends), (self.done,)))
        self.done.clicked.connect(self.left)
        self.change.clicked.connect(self.change_wanted)
        self.trends.clicked.connect(self.trends_wanted)
        self.hide()

    def show_result(self, result: MeasureResult, today: date) -> None:
        """Show what one questionnaire came to."""
        old, self._scales = self._scales, _stack(result.scales, today)
        self.body.replaceWidget(old, self._scales)
        old.hide()
        old.deleteLater()
        self._scales.show()
        self.rest.setVisible(any(scale.score is None for scale in result.scales))
        self.setAccessibleName(_("What it came to"))
        self.show()


def _stack(scales: Sequence[ScaleResult], today: date) -> QWidget:
    """Return the scales one below the other, with a hairline between them."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(MEDIUM)
    for place, scale in enumerate(scales):
        if place:
            column.addWidget(_hairline())
        column.addWidget(_Scale(scale, place + 1, today))
    return inside


class _Scale(QWidget):
    """One scale: its number first, then sentences, each on a line of its own."""

    def __init__(self, scale: ScaleResult, number: int, today: date) -> None:
        super().__init__()
        self._name = f"{_NAME}.{number}"
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(TINY)
        if scale.name:
            self._say(scale.name, "strong", "name")
        if scale.score is None:
            self._say(f"{scale.left_out.rstrip('.')}.", "", "left_out")
            return
        self._show_score(scale.score, scale.decimals)
        if scale.higher:
            self._say(_("Higher means {higher}.").format(higher=scale.higher), "muted", "higher")
        if scale.line is not None:
            line, source = scale.line
            words = _("Published line – {line}. Source: {source}").format(line=line, source=source)
            self._say(words, "small", "line")
        self._show_changes(scale, today)

    def _show_score(self, score: Score, decimals: int) -> None:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        value = plain_label(say_number(score.value, max(decimals, 2)), "numeral")
        value.setObjectName(f"{self._name}.value")
        row.addWidget(value)
        row.addWidget(plain_label(_say_reach(score), "muted"), 1)
        self._column.addLayout(row)

    def _show_changes(self, scale: ScaleResult, today: date) -> None:
        """Say how it changed since the last time, then since the first, and who says so."""
        changes = (("last", scale.since_last), ("first", scale.since_first))
        for part, since in changes:
            if since is not None:
                self._column.addSpacing(SMALL)
                self._say(_say_since(since, part, today), "strong", f"since_{part}")
                for kind, said in _said(since):
                    self._say(f"{said.words.rstrip('.')}.", "", f"since_{part}.{kind}")
        sources = dict.fromkeys(
            said.source for _part, since in changes if since for _kind, said in _said(since)
        )
        if sources:
            words = _("Sources of these thresholds: {sources}")
            self._say(words.format(sources="; ".join(sources)), "small", "sources")
        if scale.n > 1:
            counted = ngettext("{count} score so far", "{count} scores so far", scale.n)
            self._say(counted.format(count=scale.n), "small", "n")

    def _say(self, words: str, role: str, part: str) -> None:
        label = plain_label(words, role, wrap=True)
        label.setObjectName(f"{self._name}.{part}")
        self._column.addWidget(label)


def _say_since(since: Since, part: str, today: date) -> str:
    """Return the difference as it is, neither good nor bad."""
    begin = _("Since the last time, {day}: {change}.")
    if part == "first":
        begin = _("Since the first time, {day}: {change}.")
    return begin.format(day=say_day(since.day, today), change=since.change.words.rstrip("."))


def _said(since: Since) -> Iterator[tuple[str, Said]]:
    """Yield what may be said of a change: of chance, and of what people notice, each for itself."""
    if since.change.reliable is not None:
        yield "chance", since.change.reliable
    if since.change.noticing is not None:
        yield "noticing", since.change.noticing


def _say_reach(score: Score) -> str:
    if score.lowest is None or score.highest is None:
        return _("its range is not confirmed")
    ends = say_number(score.lowest), say_number(score.highest)
    return _("from {lowest} to {highest}").format(lowest=ends[0], highest=ends[1])


def _hairline() -> QFrame:
    line = QFrame()
    line.setProperty("role", "hairline")
    return line
