"""Keep the person's own phrases, and what they decided about those of the program."""

from caregiver_journal.domain.kept import KeptScript
from caregiver_journal.domain.script import Mark, Script, Way
from caregiver_journal.vault.database import Database, Row

_COLUMNS = "id, is_own, is_hidden, is_favourite, situation, way, text, fits"
_OWN = f"SELECT {_COLUMNS} FROM scripts WHERE is_own ORDER BY id DESC"  # noqa: S608 - constants
_MARKED = f"SELECT {_COLUMNS} FROM scripts WHERE NOT is_own"  # noqa: S608 - constants
_KEPT = f"SELECT {_COLUMNS} FROM scripts ORDER BY id"  # noqa: S608 - constants
_WRITE = f"INSERT OR REPLACE INTO scripts ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608
_DELETE = "DELETE FROM scripts WHERE id = ?"
_FORGET_PLAIN = """
DELETE FROM scripts WHERE NOT is_own AND NOT is_hidden AND NOT is_favourite AND text = ''
"""
_WAYS = frozenset(Way)


class ScriptStore:
    """The phrases of one open journal. Writing needs ``Database.writing()`` around it.

    A row that is none of the person's own belongs to a phrase of the program, and holds words only
    where the person changed them.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def own(self) -> list[Script]:
        """Return the person's own phrases; ids that follow the time put the newest first."""
        return [_read(row) for row in self._database.rows(_OWN)]

    def marks(self) -> dict[str, Mark]:
        """Return what was decided about phrases of the program, by their ids."""
        return {str(row[0]): _read_mark(row) for row in self._database.rows(_MARKED)}

    def kept(self) -> list[KeptScript]:
        """Return own phrases, and what was decided about others, as it is kept."""
        return [
            KeptScript(name, bool(own), bool(hidden), bool(liked), *words)
            for name, own, hidden, liked, *words in self._database.rows(_KEPT)
        ]

    def write(self, script: Script) -> None:
        """Keep an own phrase, or what was decided about one of the program, as it is now."""
        words: tuple[str, ...] = ("", "", "", "")
        if script.is_own or script.is_changed:
            words = (script.situation, script.way or "", script.text, script.fits)
        marks = (script.is_own, script.is_hidden, script.is_favourite)
        self._database.write(_WRITE, (script.id, *marks, *words))
        self._database.write(_FORGET_PLAIN)

    def keep(self, kept: KeptScript) -> None:
        """Keep a phrase as it was kept elsewhere."""
        marks = (kept.is_own, kept.is_hidden, kept.is_favourite)
        words = (kept.situation, kept.way, kept.text, kept.fits)
        self._database.write(_WRITE, (kept.id, *marks, *words))
        self._database.write(_FORGET_PLAIN)

    def delete(self, script_id: str) -> None:
        """Forget a phrase, or what was decided about it."""
        self._database.write(_DELETE, (script_id,))


def _read(row: Row) -> Script:
    name, is_own, is_hidden, is_favourite, situation, way, text, fits = row
    return Script(
        text=str(text),
        fits=str(fits),
        situation=str(situation),
        way=Way(str(way)) if way in _WAYS else None,  # a later version may know more ways
        id=str(name),
        is_own=bool(is_own),
        is_favourite=bool(is_favourite),
        is_hidden=bool(is_hidden),
    )


def _read_mark(row: Row) -> Mark:
    _name, _is_own, is_hidden, is_favourite, *words = row
    has_words = bool(words[2])
    return Mark(bool(is_favourite), bool(is_hidden), _read(row) if has_words else None)
