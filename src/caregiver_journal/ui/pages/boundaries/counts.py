"""What a period holds: counts by answer and by kind of limit, and guilt then and later."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.look import MEDIUM, ROOMY, SMALL
from caregiver_journal.domain.boundary import Answer, answer_word, say_limit
from caregiver_journal.domain.guilt import Guilt
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.phrasing import say_date
from caregiver_journal.domain.query import Query
from caregiver_journal.journal.boundary_overview import BoundaryOverview
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.count_bars import Count, CountBars
from caregiver_journal.ui.widgets.pair_chart import LEAST_PAIRS, PairChart
from caregiver_journal.ui.widgets.pair_drawing import Pair, PairWords
from caregiver_journal.ui.widgets.period_switch import PeriodSwitch


class Counts(QWidget):
    """A switch for the period, and three cards about it.

    Signals:
        period_changed: another period was chosen.
        query_wanted(Query): the entries behind a count shall be seen.
        entry_wanted(str): the id of an entry that shall be seen.
    """

    period_changed = Signal()
    query_wanted = Signal(object)
    entry_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._period = Period()
        self.period = PeriodSwitch(name="boundaries.period")
        nothing = _("No moment in this time.")
        self.answers = CountBars(nothing, name="boundaries.answer")
        self.limits = CountBars(nothing, name="boundaries.limit")
        self.guilt = PairChart(_guilt_words(), name="boundaries.guilt")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self.period)
        for title, content in (
            (_("What I did"), self.answers),
            (_("Kinds of limit"), self.limits),
            (_guilt_words().name, self.guilt),
        ):
            card = Card(title)
            if isinstance(content, CountBars):
                card.body.setContentsMargins(ROOMY - SMALL, 0, ROOMY - SMALL, 0)
            card.add(content)
            column.addWidget(card)
        self.period.changed.connect(self.period_changed)
        self.answers.chosen.connect(self._want_answer)
        self.limits.chosen.connect(self._want_limit)
        self.guilt.opened.connect(self.entry_wanted)

    def show_overview(self, found: BoundaryOverview) -> None:
        """Show what was read."""
        self._period = found.period
        self.answers.show_counts(
            [Count(answer.value, answer_word(answer), number) for answer, number in found.answers]
        )
        self.limits.show_counts(
            [Count(limit, say_limit(limit), number) for limit, number in found.limits]
        )
        pairs = tuple(_pair(each, found) for each in found.guilt)
        more = ""
        if found.guilt_count > len(pairs):
            more = _("These are the last {shown} of {count:,}.").format(
                shown=len(pairs), count=found.guilt_count
            )
        self.guilt.show_pairs(pairs, _say_few(found.guilt_count), more)

    def _want_answer(self, key: str) -> None:
        self._want(Query(answers=frozenset({Answer(key)})))

    def _want_limit(self, key: str) -> None:
        self._want(Query(limits=frozenset({key})))

    def _want(self, query: Query) -> None:
        period = self._period
        self.query_wanted.emit(replace(query, first=period.first, last=period.last))


def _guilt_words() -> PairWords:
    return PairWords(
        name=_("Guilt, then and later"),
        before=_("then"),
        after=_("later"),
        summary=_(
            "Of {count} moments, guilt was lower later in {lower}, the same in {same} and higher "
            "in {higher}."
        ),
        moment=_("Moment"),
    )


def _pair(guilt: Guilt, found: BoundaryOverview) -> Pair:
    when = say_date(guilt.day, found.today)
    label = ", ".join(filter(None, (when, guilt.asker)))
    return Pair(guilt.entry_id, label, guilt.then, guilt.later)


def _say_few(count: int) -> str:
    if not count:
        return _(
            "No moment of this time has guilt said both then and later. "
            "There is a drawing from {least} on."
        ).format(least=LEAST_PAIRS)
    return ngettext(
        "Not enough moments yet: {count} of this time has guilt said both then and later. "
        "There is a drawing from {least} on.",
        "Not enough moments yet: {count} of this time have guilt said both then and later. "
        "There is a drawing from {least} on.",
        count,
    ).format(count=count, least=LEAST_PAIRS)
