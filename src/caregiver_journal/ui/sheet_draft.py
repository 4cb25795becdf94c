"""Keep what is written in a sheet, by what it is about, until it is saved or given up."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.marks import override
from caregiver_journal.journal.begun import DraftName
from caregiver_journal.journal.unfinished import NEW
from caregiver_journal.ui.draft_keeper import Content, DraftKeeper
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Context


class SheetDraft(QObject):
    """The draft of one sheet beside those of others of its kind, which stay as they are.

    Attributes:
        name: what it is kept as; saving forgets it by that.
        begun: what was written earlier and left; empty for nothing.
    """

    def __init__(
        self,
        context: Context,
        name: DraftName,
        read: Callable[[], Content],
        known: Collection[str] | None,
        sheet: QObject,
    ) -> None:
        """Begin to keep a sheet that holds what is stored, and nothing that was written.

        Args:
            context: where it is kept, and who is told when that fails.
            name: what it is kept as.
            read: returns what the sheet holds as plain values.
            known: what other drafts can be about, those of what is gone being dropped; None, or
                nothing, as it is where a list could not be read, to keep all.
            sheet: the sheet.
        """
        super().__init__(sheet)
        self.name = name
        self._context = context
        self._read = read
        self._opened = read()
        self._keeper = DraftKeeper(context.journal, name.form, self._content, context.fail, self)
        kept = self._keeper.kept()
        own = kept.pop(name.about, None)
        self.begun: Content = own if isinstance(own, dict) else {}
        self._others = {
            about: kept[about] for about in kept if not known or about in known or about == NEW
        }

    def touch(self) -> None:
        """Notice that something was written."""
        self._keeper.touch()

    def store(self) -> None:
        """Keep the draft now; raises ``JournalError`` when it cannot be."""
        self._keeper.store()

    def settle(self) -> None:
        """Notice that it was saved, and its draft forgotten with that."""
        self._keeper.settle()

    def give_up(self) -> Content:
        """Forget the draft; return what was written, empty for nothing."""
        said = self._read()
        written = {} if said == self._opened else said
        self._opened = said
        self._keeper.touch()
        try:
            self._keeper.store()
        except JournalError as error:
            self._context.fail(error)
            self._keeper.settle()
        return written

    def _content(self) -> Content:
        said = self._read()
        return self._others if said == self._opened else {**self._others, self.name.about: said}


class DraftedSheet(Overlay):
    """A sheet that keeps what is written in it when it is left, however that happens.

    Attributes:
        draft: what keeps it; made by the sheet once its fields are there.
    """

    draft: SheetDraft

    def tell(self, error: JournalError) -> None:
        """Say in the sheet what went wrong."""
        raise NotImplementedError

    @override
    def store_draft(self) -> None:
        self.draft.store()

    @override
    def go(self) -> None:
        """Leave, and keep what was begun; where that is not possible, say so and stay."""
        try:
            self.draft.store()
        except JournalError as error:
            self.tell(error)
            return
        super().go()
