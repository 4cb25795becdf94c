"""Keep the support card."""

from collections.abc import Sequence

from caregiver_journal.domain.support import SupportLine
from caregiver_journal.vault.database import Database

_LINES = "SELECT section, text, detail, number FROM support_lines ORDER BY position, number"
_FORGET_LINES = "DELETE FROM support_lines WHERE section = ?"
_WRITE_LINE = """
INSERT INTO support_lines (number, section, position, text, detail) VALUES (?, ?, ?, ?, ?)
"""
_TITLES = "SELECT section, title FROM support_titles"
_FORGET_TITLE = "DELETE FROM support_titles WHERE section = ?"
_WRITE_TITLE = "INSERT INTO support_titles (section, title) VALUES (?, ?)"


class SupportStore:
    """The support card of one open journal. Writing needs ``Database.writing()`` around it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def lines(self) -> list[SupportLine]:
        """Return the lines of all sections, in their order within each."""
        return [SupportLine(*row) for row in self._database.rows(_LINES)]

    def write_section(self, section: str, lines: Sequence[SupportLine]) -> None:
        """Write the lines of a section over those it had."""
        self._database.write(_FORGET_LINES, (section,))
        for position, line in enumerate(lines):
            values = (line.number, section, position, line.text, line.detail)
            self._database.write(_WRITE_LINE, values)

    def titles(self) -> dict[str, str]:
        """Return what the person calls sections, by their ids; those left as they are, not."""
        return dict(self._database.rows(_TITLES))

    def write_title(self, section: str, title: str) -> None:
        """Call a section something else; "" for its own title again."""
        self._database.write(_FORGET_TITLE, (section,))
        if title:
            self._database.write(_WRITE_TITLE, (section, title))
