"""Keep what the person set."""

from caregiver_journal.domain.kept import Setting
from caregiver_journal.domain.preference import (
    PREFERENCES,
    Preference,
    Value,
    check_value,
    read_value,
    write_value,
)
from caregiver_journal.vault.database import Database

_READ = "SELECT value FROM preferences WHERE name = ?"
_ALL = "SELECT name, value FROM preferences ORDER BY name"
_WRITE = """
INSERT INTO preferences (name, value) VALUES (?, ?)
ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""
_FORGET = "DELETE FROM preferences WHERE name = ?"


class PreferenceStore:
    """The settings of one open journal."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read(self, preference: Preference) -> Value:
        """Return what was set, or the default."""
        row = self._database.row(_READ, (preference.name,))
        return preference.default if row is None else read_value(preference, row[0])

    def kept(self) -> list[Setting]:
        """Return what was set, of the settings known here; never what is the default."""
        found: dict[str, str] = dict(self._database.rows(_ALL))
        return [
            Setting(each.name, read_value(each, found[each.name]))
            for each in PREFERENCES
            if each.name in found
        ]

    def write(self, preference: Preference, value: Value) -> None:
        """Set a value; only what differs from the default is kept.

        Raises:
            InvalidValueError: the setting cannot take this value.
        """
        if check_value(preference, value) == preference.default:
            self._database.write(_FORGET, (preference.name,))
        else:
            self._database.write(_WRITE, (preference.name, write_value(value)))
