"""Read the program's content files."""

from functools import cache

from caregiver_journal.base.places import resource


@cache
def read_words(name: str, language: str = "en") -> tuple[str, ...]:
    """Return the words of a content file that holds one on each line."""
    path = resource("content", language, f"{name}.txt")
    return tuple(path.read_text(encoding="utf-8").split())
