"""Keep the full-text index in step with the entries.

The index holds no text of its own: it is told what an entry said before a change and what it says
after it, both read from the view ``entry_texts`` in the same transaction.
"""

from caregiver_journal.base.text import clean_text
from caregiver_journal.vault.database import Database

_LONGEST = 2_000
"""How many characters of a search are looked at; thousands of words would take seconds."""

_FORGET = """
INSERT INTO entry_search (entry_search, rowid, body)
SELECT 'delete', number, body FROM entry_texts WHERE number = ?
"""
_INDEX = (
    "INSERT INTO entry_search (rowid, body) SELECT number, body FROM entry_texts WHERE number = ?"
)
_FIND = """
SELECT entries.id FROM entry_search JOIN entries ON entries.number = entry_search.rowid
WHERE entry_search MATCH ? AND entries.deleted IS NULL
ORDER BY entries.day DESC, entries.happened DESC, entries.number DESC LIMIT ?
"""


class SearchIndex:
    """The full-text index of one open journal."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def forget(self, number: int) -> None:
        """Take an entry's words out; call it before the entry changes."""
        self._database.write(_FORGET, (number,))

    def index(self, number: int) -> None:
        """Put an entry's words in; call it after the entry has changed."""
        self._database.write(_INDEX, (number,))

    def find(self, words: str, limit: int) -> list[str]:
        """Return the ids of entries with all the words, newest first; the last may be begun."""
        query = match_expression(words)
        if not query:
            return []
        return [entry for (entry,) in self._database.rows(_FIND, (query, limit))]


def match_expression(words: str) -> str:
    """Return any text as a safe FTS5 expression: each word quoted, the last one as a prefix.

    Words without a letter or digit say nothing to the index and are left out; "" when none is left.
    """
    quoted = [
        '"{}"'.format(word.replace('"', '""'))
        for word in clean_text(words[:_LONGEST]).split()
        if any(character.isalnum() for character in word)
    ]
    return f"{' '.join(quoted)}*" if quoted else ""
