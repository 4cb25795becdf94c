"""Read the program's content files."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from caregiver_journal.base.errors import InvalidValueError, JournalError
from caregiver_journal.base.i18n import N_
from caregiver_journal.base.places import resource

T = TypeVar("T")

MAX_BYTES = 2_000_000
"""Largest content file; what is larger did not come with the program."""
SCHEMA = 1
"""The only way of writing content files that there is so far."""


class ContentError(JournalError):
    """A content file is not as it has to be; says in which file, where, and why."""

    default_step = N_("This file came with the program. Installing it again brings it back.")

    def __init__(self, sentence: str) -> None:
        """Say it as a sentence, with a full stop at its end."""
        super().__init__(f"{sentence.rstrip('.')}.")


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
        if self._tables.get("schema", SCHEMA) != SCHEMA:
            raise ContentError(f"{name}: it is written in a way this version does not know")

    def allow(self, *tables: str) -> None:
        """Refuse what the file holds beside some tables; raises ``ContentError``."""
        for name in self._tables:
            if name not in {"schema", *tables}:
                raise ContentError(f"{self.name}: “{name}” is not known here")

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
    return ContentFile(f"{name}.toml", _read(f"{name}.toml", language))


@cache
def read_words(name: str, language: str = "en") -> tuple[str, ...]:
    """Return the words of a content file, one on each line; raises ``ContentError``."""
    words = tuple(_read(f"{name}.txt", language).split())
    if not words:
        raise ContentError(f"{name}.txt: there are no words")
    return words


def read_tables(name: str, *needed: str, language: str = "en") -> dict[str, Any]:
    """Return what a TOML content file holds; whoever needs it twice keeps what is made of it.

    Raises:
        ContentError: it is no TOML, or lacks a table that is needed.
    """
    import tomllib  # noqa: PLC0415 - 4 ms that the start need not wait for

    try:
        tables = tomllib.loads(_read(f"{name}.toml", language))
    except tomllib.TOMLDecodeError as error:
        raise ContentError(f"{name}.toml: {error}") from error
    for table in needed:
        if table not in tables:
            raise ContentError(f"{name}.toml: there is no [{table}]")
    return tables


def require_texts(*texts: object) -> None:
    """Refuse what is no text, or an empty one, with ``ValueError``."""
    if not all(isinstance(text, str) and text.strip() for text in texts):
        raise ValueError("a text is missing")


def text_list(values: object) -> tuple[str, ...]:
    """Return a list of texts as a record holds it; refuse anything else."""
    if not isinstance(values, list):
        raise TypeError("a list of texts is missing")
    require_texts(*values)
    return tuple(values)


def _read(name: str, language: str) -> str:
    """Return what a content file says; raises ``ContentError``."""
    path = resource("content", language, name)
    try:
        raw = path.read_bytes() if path.stat().st_size <= MAX_BYTES else None
    except OSError as error:
        raise ContentError(f"{name}: it cannot be read ({type(error).__name__})") from error
    if raw is None:
        raise ContentError(f"{name}: it is far too large")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ContentError(f"{name}, line {line}: this is no UTF-8") from error
