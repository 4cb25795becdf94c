"""Delete without asking, and take it back."""

from collections.abc import Callable
from typing import Protocol

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.phrasing import say_title
from caregiver_journal.journal.journal import Journal

Fail = Callable[[JournalError], None]


class Say(Protocol):
    """Puts a sentence into the strip at the foot of the window, with one action if wished."""

    def __call__(
        self, text: str, action_text: str = "", on_action: Callable[[], None] | None = None
    ) -> None:
        """Say it."""


class Undo:
    """Remembers the last entry that was added or deleted here, and takes that back."""

    def __init__(self, journal: Journal, say: Say, fail: Fail) -> None:
        self._journal = journal
        self._say = say
        self._fail = fail
        self._take_back: Callable[[], None] | None = None

    def delete(self, entry_id: str) -> None:
        """Put an entry into the trash and offer to take that back."""
        try:
            entry = self._journal.entries.get(entry_id)
            self._journal.remove(entry)
        except JournalError as error:
            self._fail(error)
            return
        self._take_back = lambda: self._journal.restore(entry)
        self._say(_("Deleted: {title}").format(title=say_title(entry)), _("Undo"), self.undo)

    def offer_for_new(self, entry: Entry) -> None:
        """Say that a new entry was saved and offer to take that back."""
        self._take_back = lambda: self._journal.remove(entry)
        self._say(_("Saved"), _("Undo"), self.undo)

    def undo(self) -> None:
        """Take the last one back; nothing happens when there is none."""
        if self._take_back is None:
            return
        try:
            self._take_back()
        except JournalError as error:
            self._fail(error)
            return
        self._take_back = None
        self._say(_("Taken back"))
