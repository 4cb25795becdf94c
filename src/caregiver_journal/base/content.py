"""Read the program's content files."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from caregiver_journal.base.errors import InvalidValueError, JournalError
from caregiver_journal.base.i18n import N_
from caregiver_journal.base.places import resource

T = TypeVar("T")


class ContentError(JournalError):
    """A content file is not as it has to be; says in which file, where, and why."""

    default_step = N_("This file came with the program. Installing it again brings it back.")


class ContentFile:
    """A TOML file of records, checked while they are made.

    Attributes:
        name: what it is called in what goes wrong.
    """

    def __init__(self, name: str, text: str) -> None:
        """Take what the file holds; raises ``ContentError`` when it is no TOML."""
        import tomllib  # noqa: PLC0415 - as below

        self.name = name
        self._lines = text.splitlines()
        try:
            self._tables = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise ContentError(f"{name}: {error}") from error

    def records(self, table: str, make: Callable[..., T]) -> tuple[T, ...]:
        """Make something of each record of an array of tables, in their order.

        Args:
            table: the name of the array.
            make: takes the fields of a record by name; what it refuses (``InvalidValueError``,
                ``ValueError``, ``TypeError``) becomes the reason.

        Raises:
            ContentError: there are none, a record is not as it has to be, or an id is there twice.
        """
        records = self._tables.get(table)
        if not isinstance(records, list) or not all(isinstance(one, dict) for one in records):
            raise ContentError(f"{self.name}: there are no [[{table}]]")
        made: list[T] = []
        known: set[object] = set()
        for number, record in enumerate(records):
            name = record.get("id", f"number {number + 1}")
            try:
                if name in known:
                    raise ValueError("this id is there twice")  # noqa: TRY301 - told below
                made.append(make(**record))
            except (InvalidValueError, ValueError, TypeError, KeyError, AttributeError) as error:
                place = f"{self._place(table, number)}: {table} {name!r}"
                raise ContentError(f"{place}: {error}") from error
            known.add(name)
        return tuple(made)

    def _place(self, table: str, number: int) -> str:
        """Return the file and the line at which a record begins."""
        heads = [n for n, line in enumerate(self._lines, 1) if line.strip() == f"[[{table}]]"]
        return f"{self.name}, line {heads[number]}" if number < len(heads) else self.name


def read_content(name: str, language: str = "en") -> ContentFile:
    """Return a TOML content file; raises ``ContentError`` when it is none."""
    path = resource("content", language, f"{name}.toml")
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(f"{path.name}: {type(error).__name__}") from error
    return ContentFile(path.name, text)


@cache
def read_words(name: str, language: str = "en") -> tuple[str, ...]:
    """Return the words of a content file that holds one on each line."""
    path = resource("content", language, f"{name}.txt")
    return tuple(path.read_text(encoding="utf-8").split())


def read_tables(name: str, language: str = "en") -> dict[str, Any]:
    """Return what a TOML content file holds; whoever needs it twice keeps what is made of it."""
    import tomllib  # noqa: PLC0415 - 4 ms that the start need not wait for

    path = resource("content", language, f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
