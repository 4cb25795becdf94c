"""Keep in which order the cards of Trends stand, and which of them are hidden."""

from collections.abc import Callable
from functools import partial

from caregiver_journal.domain.card_order import (
    CardPlace,
    moved,
    read_order,
    with_hidden,
    write_order,
)
from caregiver_journal.domain.preference import TREND_CARDS
from caregiver_journal.journal.journal import Journal


def card_order(journal: Journal) -> tuple[CardPlace, ...]:
    """Return all cards in their order."""
    return read_order(str(journal.setting(TREND_CARDS)))


def move_card(journal: Journal, name: str, step: int) -> None:
    """Put a card one place earlier (-1) or later (1)."""
    _write(journal, moved(card_order(journal), name, step))


def hide_card(journal: Journal, name: str) -> Callable[[], None]:
    """Hide a card; return what shows it again where it stood."""
    _write(journal, with_hidden(card_order(journal), name, is_hidden=True))
    return partial(show_card, journal, name)


def show_card(journal: Journal, name: str) -> None:
    """Show a hidden card where it stood."""
    _write(journal, with_hidden(card_order(journal), name, is_hidden=False))


def _write(journal: Journal, order: tuple[CardPlace, ...]) -> None:
    journal.set(TREND_CARDS, write_order(order))
