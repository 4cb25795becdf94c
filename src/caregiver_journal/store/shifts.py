"""Keep the kinds of shift."""

from collections.abc import Sequence

from caregiver_journal.base.errors import InvalidValueError, NothingFoundError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.shift import Shift
from caregiver_journal.domain.tag import folded
from caregiver_journal.vault.database import Database, Row

_ALL = "SELECT number, name, is_off, is_hidden FROM shifts ORDER BY number"
_NAMED = "SELECT number FROM shifts WHERE folded = ?"
_ADD = "INSERT INTO shifts (name, folded, is_off, is_hidden) VALUES (?, ?, ?, ?)"
_CHANGE = "UPDATE shifts SET name = ?, folded = ?, is_off = ?, is_hidden = ? WHERE number = ?"
_EXISTS = "SELECT 1 FROM shifts WHERE number = ?"


class ShiftStore:
    """The kinds of shift in one open journal. Writing needs ``Database.writing()`` around it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Shift]:
        """Return every kind, hidden ones too, in the order they were added."""
        return [read_shift(row) for row in self._database.rows(_ALL)]

    def offered(self) -> list[Shift]:
        """Return the kinds that are offered."""
        return [shift for shift in self.all() if not shift.is_hidden]

    def add(self, shift: Shift) -> Shift:
        """Add a kind and return it with its number.

        Raises:
            InvalidValueError: there is one of that name.
        """
        self._refuse_double(shift)
        values = (shift.name, folded(shift.name), shift.is_off, shift.is_hidden)
        number = self._database.write(_ADD, values)
        return Shift(shift.name, shift.is_off, shift.is_hidden, number)

    def change(self, shift: Shift) -> None:
        """Write a kind over the one with its number, on all days that had it.

        Raises:
            InvalidValueError: another one has that name.
            NothingFoundError: there is none of that number.
        """
        if self._database.row(_EXISTS, (shift.number,)) is None:
            raise NothingFoundError
        self._refuse_double(shift)
        values = (shift.name, folded(shift.name), shift.is_off, shift.is_hidden, shift.number)
        self._database.write(_CHANGE, values)

    def _refuse_double(self, shift: Shift) -> None:
        row = self._database.row(_NAMED, (folded(shift.name),))
        if row is not None and row[0] != shift.number:
            raise InvalidValueError(_("There is a kind of shift of that name."), field="name")


def read_shift(row: Row | Sequence[object]) -> Shift:
    """Return the kind of shift in the columns number, name, is_off, is_hidden."""
    number, name, is_off, is_hidden = row
    return Shift(str(name), bool(is_off), bool(is_hidden), int(str(number)))
