"""Take the numbers of a country over, and look at them again after half a year."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL
from caregiver_journal.domain.phrasing import say_date
from caregiver_journal.domain.support import Numbers
from caregiver_journal.ui.country import guess_country
from caregiver_journal.ui.widgets.calm_combo import CalmCombo
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.text import field_label, plain_label, push_button


class NumbersOffer(QWidget):
    """Offers numbers as dated text, with their country and who publishes them.

    Signals:
        taken(str): the country whose numbers are wanted on the card.
    """

    taken = Signal(str)

    def __init__(self, offered: Sequence[Numbers], *, name: str = "support") -> None:
        super().__init__()
        self._offered = {numbers.country: numbers for numbers in offered}
        choices = [("", _("Choose a country")), *((name, name) for name in self._offered)]
        self.country = CalmCombo(choices, name=f"{name}.country")
        self.about = plain_label("", "small", wrap=True)
        self.about.setObjectName(f"{name}.numbers")
        self.take = push_button(_("Put these onto the card"), name=f"{name}.take_numbers")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(field_label(_("Numbers of a country"), self.country))
        column.addWidget(self.country)
        column.addWidget(self.about)
        column.addWidget(FootRow((self.take,), ()))
        self.country.currentIndexChanged.connect(self._show)
        self.take.clicked.connect(self._tell)
        self._show()

    def show_taken(self, country: str) -> None:
        """Choose the country whose numbers were taken over, or guess it from this computer."""
        if country or not self.country.value():
            self.country.set_value(country or guess_country())
        self._show()

    def _show(self) -> None:
        numbers = self._offered.get(self.country.value())
        self.about.setText("" if numbers is None else _say(numbers))
        self.about.setVisible(numbers is not None)
        self.take.setEnabled(numbers is not None)

    def _tell(self) -> None:
        self.taken.emit(self.country.value())


class FirstNumbers(Card):
    """Offers numbers at the top of the page while none stands on the card."""

    def __init__(self, offered: Sequence[Numbers]) -> None:
        super().__init__(_("Emergency numbers"), name="support.first")
        self.offer = NumbersOffer(offered, name="support.first")
        self.add(self.offer)
        self.hide()


class CheckCard(Card):
    """Asks quietly whether the numbers are still right.

    Signals:
        confirmed: somebody has looked, and they are.
        change_wanted: they are not, and shall be changed.
    """

    confirmed = Signal()
    change_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("Check again?"), role="help_card", name="support.check")
        self.sentence = plain_label("", wrap=True)
        self.confirm = push_button(_("I looked, they are right"), name="support.confirm")
        self.confirm.clicked.connect(self.confirmed)
        self.change = push_button(_("Change them"), name="support.change_numbers")
        self.change.clicked.connect(self.change_wanted)
        self.add(self.sentence, FootRow((self.confirm, self.change), ()))
        self.hide()

    def ask(self, sentence: str) -> None:
        """Ask; nothing is asked while the sentence is empty."""
        self.sentence.setText(sentence)
        self.setVisible(bool(sentence))


def _say(numbers: Numbers) -> str:
    lines = [f"{line.text}: {line.detail}" for line in numbers.lines()]
    looked_up = _("Looked up on {date}. Published by: {source}.").format(
        date=say_date(numbers.checked, date.min), source=numbers.source
    )
    return "\n".join([*lines, looked_up])
