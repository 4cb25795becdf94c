"""Delete without asking, and take it back."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _, ngettext
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
    """Remembers the entries that were last added, deleted or restored, and takes that back."""

    def __init__(self, journal: Journal, say: Say, fail: Fail) -> None:
        self._journal = journal
        self._say = say
        self._fail = fail
        self._take_back: Callable[[], object] | None = None

    def delete(self, *entry_ids: str) -> None:
        """Put entries into the trash and offer to take that back."""
        try:
            entries = [self._journal.entries.get(entry_id) for entry_id in entry_ids]
            self._journal.remove(*entries)
        except JournalError as error:
            self._fail(error)
            return
        text = ngettext("Deleted: {title}", "{count} entries deleted", len(entries))
        self.offer(_filled(text, entries), partial(self._restore, entries))

    def restore(self, *entry_ids: str) -> None:
        """Take entries out of the trash and offer to take that back."""
        try:
            entries = [self._journal.entries.get(entry_id) for entry_id in entry_ids]
            self._journal.restore(*entries)
        except JournalError as error:
            self._fail(error)
            return
        text = ngettext("Restored: {title}", "{count} entries restored", len(entries))
        self.offer(_filled(text, entries), partial(self._remove, entries))

    def offer_for_new(self, entry: Entry) -> None:
        """Say that a new entry was saved and offer to take that back."""
        self.offer(_("Saved"), partial(self._remove, [entry]))

    def offer(self, text: str, take_back: Callable[[], object]) -> None:
        """Say what was done and offer what takes it back."""
        self._take_back = take_back
        self._say(text, _("Undo"), self.undo)

    def forget(self) -> None:
        """Forget what could be taken back; it is gone for good."""
        self._take_back = None

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

    def _restore(self, entries: list[Entry]) -> None:
        self._journal.restore(*entries)

    def _remove(self, entries: list[Entry]) -> None:
        self._journal.remove(*entries)


def _filled(text: str, entries: list[Entry]) -> str:
    return text.format(title=say_title(entries[0]), count=len(entries))
