"""The card that says when to ask again, and what was asked before."""

from collections.abc import Sequence
from datetime import date, tzinfo

from PySide6.QtCore import Signal

from caregiver_journal.base.i18n import N_, _
from caregiver_journal.domain.ask_again import ASK_AGAIN_WORDS, AskAgain
from caregiver_journal.domain.boundary import FollowUp
from caregiver_journal.domain.boundary_facts import say_answer, say_due
from caregiver_journal.domain.phrasing import say_past
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.text import plain_label

_TITLES = {
    AskAgain.TOMORROW: N_("Ask again tomorrow"),
    AskAgain.IN_3_DAYS: N_("Ask again in 3 days"),
    AskAgain.NEVER: N_("Not asked again"),
}

_WHY = N_("Asking on Today lets you see how it feels by then.")
_ONCE_MORE = N_("How it feels by now, on Today, whenever you like.")


class AskAgainCard(Card):
    """Exactly one of tomorrow, in three days, never; for an entry also what was asked before.

    Signals:
        changed(): the person chose otherwise.
    """

    changed = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__(name=name)
        self._default = self._usual = AskAgain.TOMORROW
        self._is_entry = False
        self.earlier = plain_label("", wrap=True)
        self.earlier.setObjectName(f"{name}.earlier")
        self.sentence = plain_label("", wrap=True)
        choices = [(choice.value, _(word)) for choice, word in ASK_AGAIN_WORDS.items()]
        self.choice = Segmented(choices, name=f"{name}.choice", as_chips=True, keeps_one=True)
        self.choice.setAccessibleName(_("Ask again"))
        self.add(self.earlier, self.sentence, self.choice)
        self.choice.changed.connect(self._on_changed)
        self.begin(is_entry=False)

    def set_usual(self, choice: AskAgain) -> None:
        """Take what a new moment begins with; what the person chose stays."""
        chosen = self.chosen()
        self._usual = choice
        if not self._is_entry:
            self._default = choice
            self.choose(chosen)

    def chosen(self) -> AskAgain | None:
        """Return what the person chose; None where it is what the form begins with."""
        choice = self.value()
        return None if choice is self._default else choice

    def value(self) -> AskAgain:
        """Return when to ask again."""
        return AskAgain(self.choice.value() or self._default)

    def choose(self, choice: AskAgain | None) -> None:
        """Show a choice, or what the form begins with."""
        self.choice.set_value((choice or self._default).value)
        self._say()

    def begin(self, *, is_entry: bool) -> None:
        """Show the card of a new moment, or of an entry, of which nothing more need be asked."""
        self._is_entry = is_entry
        self._default = AskAgain.NEVER if is_entry else self._usual
        self.earlier.hide()
        self.choose(None)

    def show_earlier(
        self, follow_ups: Sequence[FollowUp], today: date, zone: tzinfo | None
    ) -> None:
        """Say what was asked before, and what is still to be asked."""
        self.earlier.setText("\n".join(_say_follow_up(each, today, zone) for each in follow_ups))
        self.earlier.setVisible(bool(follow_ups))

    def _on_changed(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        title = N_("Ask once more") if self._is_entry else _TITLES[self.value()]
        self.set_title(_(title))
        sentence = _ONCE_MORE if self._is_entry else _WHY
        self.sentence.setText(_(sentence))


def _say_follow_up(follow_up: FollowUp, today: date, zone: tzinfo | None) -> str:
    """Return in a line when something is asked, or how it was answered."""
    said = say_answer(follow_up, today, zone)
    if said:
        return _("Guilt: {answer}").format(answer=said)
    if follow_up.answered is not None:
        when = say_past(follow_up.answered.astimezone(zone), today)
        return _("Answered {when}").format(when=when)
    if follow_up.is_off:
        return _("Not asked any more")
    if follow_up.due <= today:
        return _("Waits on Today, {when}").format(when=say_due(follow_up, today))
    return _("Asked again {when}").format(when=say_due(follow_up, today))
