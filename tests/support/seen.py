"""Remember what was seen of a window for as long as nothing about it changes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import TypeVar

from PySide6.QtWidgets import QWidget

T = TypeVar("T")
_seen: dict[tuple[str, QWidget], object] | None = None


@contextmanager
def nothing_changes() -> Iterator[None]:
    """Let checks that only look share what they find out about a window."""
    global _seen  # noqa: PLW0603 - one window is looked at after the other
    before, _seen = _seen, {}
    try:
        yield
    finally:
        _seen = before


def remembered(look: Callable[[QWidget], T]) -> Callable[[QWidget], T]:
    """Look again only where something may have changed."""

    @wraps(look)
    def see(window: QWidget) -> T:
        if _seen is None:
            return look(window)
        key = look.__name__, window
        if key not in _seen:
            _seen[key] = look(window)
        return _seen[key]  # type: ignore[return-value]  # kept under the name of what returned it

    return see


def stirred() -> None:
    """Forget what was seen: a window was touched."""
    if _seen is not None:
        _seen.clear()
