"""Hold the migrations: numbered SQL scripts, each of which brings a journal one version on."""

from collections.abc import Iterator
from pathlib import Path

from sqlcipher3 import dbapi2

APPLICATION_ID = 0x43474A31
"""What a journal's database calls itself ("CGJ1")."""


def _read_scripts() -> tuple[str, ...]:
    folder = Path(__file__).with_name("migrations")
    paths = sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    if [int(path.name[:4]) for path in paths] != list(range(1, len(paths) + 1)):
        raise RuntimeError("the migrations are not numbered one by one")
    return tuple(path.read_text("utf-8") for path in paths)


SCRIPTS = _read_scripts()
"""The script at index ``n`` brings version ``n`` to version ``n + 1``."""

SUPPORTED = len(SCRIPTS)
"""The newest version this program knows."""


def split_statements(script: str) -> Iterator[str]:
    """Yield the statements of a script one by one, triggers with their inner semicolons whole.

    Raises:
        ValueError: something other than blanks and comments is left over.
    """
    start = 0
    for position, character in enumerate(script, 1):
        if character == ";" and dbapi2.complete_statement(script[start:position]):
            yield script[start:position].strip()
            start = position
    if not all(line.startswith("--") for line in script[start:].split("\n") if line.strip()):
        raise ValueError("a migration ends in the middle of a statement")
