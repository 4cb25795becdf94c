"""Read the program's content files."""

from functools import cache
from typing import Any

from caregiver_journal.base.places import resource


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
