"""Walk through the cards to learn from, as the rest of the tour does."""

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QLineEdit

from caregiver_journal.domain.card import Card
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.learning import add_card, mark_card, shipped_cards
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.shell import Shell

_READ = 3
_WANTED = "burn"


def show_learn(shell: Shell, journal: Journal) -> Iterator[str]:
    """Read a card, search for one, and look at what can be had on paper."""
    for card in shipped_cards()[:_READ]:
        mark_card(journal, card, is_read=True)
    text = "Nobody can pour from two jugs at once, she said. Which one was it this week?"
    add_card(journal, Card("", "What my supervisor said in May", text))
    shell.go_to(Destination("learn", part="card:what-it-costs"))
    yield "learn"
    for field in shell.findChildren(QLineEdit, "learn.search"):
        field.setText(_WANTED)
        yield "learn-found"
        field.clear()
    for button in shell.findChildren(QAbstractButton, "learn.paper"):
        button.click()
    yield "learn-paper"
    for sheet in shell.findChildren(Overlay):
        sheet.go()
