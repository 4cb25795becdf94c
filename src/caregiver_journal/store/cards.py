"""Keep own cards, and which cards were read."""

from caregiver_journal.domain.card import Card
from caregiver_journal.domain.kept import KeptCard
from caregiver_journal.vault.database import Database

_OWN = "SELECT id, title, text, is_read FROM cards WHERE is_own ORDER BY id DESC"
_READ = "SELECT id FROM cards WHERE is_read AND NOT is_own"
_KEPT = "SELECT id, is_own, is_read, title, text FROM cards ORDER BY id"
_WRITE = "INSERT OR REPLACE INTO cards (id, is_own, is_read, title, text) VALUES (?, ?, ?, ?, ?)"
_DELETE = "DELETE FROM cards WHERE id = ?"
_FORGET_PLAIN = "DELETE FROM cards WHERE NOT is_own AND NOT is_read"
_CLEAR = "UPDATE cards SET is_read = 0"


class CardStore:
    """The cards of one open journal. Writing needs ``Database.writing()`` around it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def own(self) -> list[Card]:
        """Return the person's own cards; ids that follow the time put the newest first."""
        return [
            Card(name, title, text, is_own=True, is_read=bool(is_read))
            for name, title, text, is_read in self._database.rows(_OWN)
        ]

    def read(self) -> frozenset[str]:
        """Return the ids of the program's cards that were read."""
        return frozenset(name for (name,) in self._database.rows(_READ))

    def kept(self) -> list[KeptCard]:
        """Return own cards, and which others were read, as it is kept."""
        return [
            KeptCard(name, bool(own), bool(read), title, text)
            for name, own, read, title, text in self._database.rows(_KEPT)
        ]

    def write(self, card: Card) -> None:
        """Keep an own card, or whether one of the program was read, as it is now."""
        words = (card.title, card.text) if card.is_own else ("", "")
        self._database.write(_WRITE, (card.id, card.is_own, card.is_read, *words))
        self._database.write(_FORGET_PLAIN)

    def keep(self, kept: KeptCard) -> None:
        """Keep a card as it was kept elsewhere."""
        values = (kept.id, kept.is_own, kept.is_read, kept.title, kept.text)
        self._database.write(_WRITE, values)
        self._database.write(_FORGET_PLAIN)

    def delete(self, card_id: str) -> None:
        """Forget an own card."""
        self._database.write(_DELETE, (card_id,))

    def clear_read(self) -> None:
        """Forget which cards were read."""
        self._database.write(_CLEAR)
        self._database.write(_FORGET_PLAIN)
