"""Somebody on the Reflect page: where they go, and what they have written."""

from support.driver import Driver
from support.looking import settle

from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.reflection import Reflection
from caregiver_journal.ui.page import Destination


def go(writer: Driver, part: str = "", entry_id: str = "") -> None:
    """Go to the Reflect page, at a question, a form or an entry."""
    assert writer.window.shell is not None
    writer.window.shell.go_to(Destination("reflect", entry_id, part))
    settle()


def newest(writer: Driver) -> Entry:
    """Return the newest entry."""
    return writer.journal.entries.page(None, 1)[0][0]


def written(writer: Driver) -> Reflection:
    """Return the newest reflection."""
    detail = newest(writer).detail
    assert isinstance(detail, Reflection)
    return detail


def count(writer: Driver) -> int:
    """Return how many entries there are."""
    return writer.journal.entries.count()[0]
