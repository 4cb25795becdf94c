"""Keep what summaries are made of, by the names the person gave them."""

from caregiver_journal.vault.database import Database

_ALL = "SELECT name, content FROM summary_presets ORDER BY folded"
_WRITE = "INSERT OR REPLACE INTO summary_presets (folded, name, content) VALUES (?, ?, ?)"
_FORGET = "DELETE FROM summary_presets WHERE folded = ?"


class PresetStore:
    """The presets in one open journal. Writing needs ``Database.writing()`` around it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[str, str]:
        """Return the content of each preset, JSON, by its name."""
        return dict(self._database.rows(_ALL))

    def write(self, name: str, content: str) -> None:
        """Add a preset, or write it over the one of the same name."""
        self._database.write(_WRITE, (name.casefold(), name, content))

    def forget(self, name: str) -> None:
        """Delete a preset; nothing happens where there is none."""
        self._database.write(_FORGET, (name.casefold(),))
