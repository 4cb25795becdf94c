"""Keep own questions and decks, what was decided about others, and what each day was offered."""

from collections.abc import Mapping
from datetime import date

from caregiver_journal.domain.kept import KeptDeck, KeptPrompt
from caregiver_journal.domain.prompt import Prompt, Theme
from caregiver_journal.vault.database import Database

_PROMPTS = "SELECT id, deck, text, is_deeper, is_own, is_hidden FROM prompts ORDER BY id"
_WRITE_PROMPT = """
INSERT OR REPLACE INTO prompts (id, deck, text, is_deeper, is_own, is_hidden)
VALUES (?, ?, ?, ?, ?, ?)
"""
_DELETE_PROMPT = "DELETE FROM prompts WHERE id = ?"
_DECKS = "SELECT id, title, is_own, is_hidden FROM decks ORDER BY id"
_WRITE_DECK = "INSERT OR REPLACE INTO decks (id, title, is_own, is_hidden) VALUES (?, ?, ?, ?)"
_DELETE_DECK = "DELETE FROM decks WHERE id = ?"
_FORGET_PLAIN = (
    "DELETE FROM prompts WHERE NOT is_own AND NOT is_hidden AND text = ''",
    "DELETE FROM decks WHERE NOT is_own AND NOT is_hidden AND title = ''",
)
_OFFERS = "SELECT prompt FROM offers WHERE day = ? ORDER BY position"
_LAST_OFFERED = "SELECT prompt, max(day) FROM offers GROUP BY prompt"
_OFFER = """
INSERT INTO offers (day, position, prompt)
VALUES (?1, (SELECT coalesce(max(position), 0) + 1 FROM offers WHERE day = ?1), ?2)
"""
_FORGET_OFFERS = """
DELETE FROM offers WHERE day < (SELECT day FROM offers ORDER BY day DESC LIMIT 1 OFFSET ?)
"""


class PromptStore:
    """The questions of one open journal. Writing needs ``Database.writing()`` around it.

    What is none of the person's own belongs to the program, and has words here only where the
    person changed them.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def prompts(self) -> dict[str, tuple[str, str, bool, bool, bool]]:
        """Return deck, text, and whether deeper, own and hidden, by id; own ids follow the time."""
        return {
            name: (deck, text, bool(deeper), bool(own), bool(hidden))
            for name, deck, text, deeper, own, hidden in self._database.rows(_PROMPTS)
        }

    def kept(self) -> list[KeptPrompt]:
        """Return own questions, and what was decided about others, as it is kept."""
        return [
            KeptPrompt(name, own, hidden, deeper, deck, text)
            for name, (deck, text, deeper, own, hidden) in self.prompts().items()
        ]

    def write_prompt(self, prompt: Prompt) -> None:
        """Keep an own question, or what was decided about one of the program, as it is now."""
        text = prompt.text if prompt.is_own or prompt.is_changed else ""
        marks = (prompt.is_deeper, prompt.is_own, prompt.is_hidden)
        self._database.write(_WRITE_PROMPT, (prompt.id, prompt.theme, text, *marks))
        self._forget_plain()

    def keep(self, kept: KeptPrompt) -> None:
        """Keep a question as it was kept elsewhere."""
        marks = (kept.is_deeper, kept.is_own, kept.is_hidden)
        self._database.write(_WRITE_PROMPT, (kept.id, kept.deck, kept.text, *marks))
        self._forget_plain()

    def keep_deck(self, kept: KeptDeck) -> None:
        """Keep a deck as it was kept elsewhere."""
        values = (kept.id, kept.title, kept.is_own, kept.is_hidden)
        self._database.write(_WRITE_DECK, values)
        self._forget_plain()

    def delete_prompt(self, prompt_id: str) -> None:
        """Forget a question, or what was decided about it."""
        self._database.write(_DELETE_PROMPT, (prompt_id,))

    def decks(self) -> dict[str, tuple[str, bool, bool]]:
        """Return title, and whether own and hidden, by id."""
        return {
            name: (title, bool(own), bool(hidden))
            for name, title, own, hidden in self._database.rows(_DECKS)
        }

    def kept_decks(self) -> list[KeptDeck]:
        """Return own decks, and what was decided about themes, as it is kept."""
        return [
            KeptDeck(name, own, hidden, title)
            for name, (title, own, hidden) in self.decks().items()
        ]

    def write_deck(self, theme: Theme) -> None:
        """Keep an own deck, or what was decided about a theme of the program, as it is now."""
        title = theme.title if theme.is_own or theme.is_changed else ""
        self._database.write(_WRITE_DECK, (theme.id, title, theme.is_own, theme.is_hidden))
        self._forget_plain()

    def delete_deck(self, deck_id: str) -> None:
        """Forget a deck, or what was decided about it."""
        self._database.write(_DELETE_DECK, (deck_id,))

    def offered(self, day: date) -> list[str]:
        """Return the questions a day was offered, the last one last."""
        return [prompt for (prompt,) in self._database.rows(_OFFERS, (day.isoformat(),))]

    def last_offered(self) -> Mapping[str, date]:
        """Return the last day each question was offered."""
        rows = self._database.rows(_LAST_OFFERED)
        return {prompt: date.fromisoformat(day) for prompt, day in rows}

    def offer(self, day: date, prompt_id: str) -> None:
        """Note that a day is offered a question."""
        self._database.write(_OFFER, (day.isoformat(), prompt_id))

    def forget_offers(self, most: int) -> None:
        """Keep the last offers and forget earlier ones, whatever a clock says of their days."""
        self._database.write(_FORGET_OFFERS, (most - 1,))

    def _forget_plain(self) -> None:
        for statement in _FORGET_PLAIN:
            self._database.write(statement)
