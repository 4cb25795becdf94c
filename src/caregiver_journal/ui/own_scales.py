"""Add, change and delete own scales from any page, and offer to take that back."""

from functools import partial

from PySide6.QtCore import QObject

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.instrument import Instrument
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.measuring import (
    Origin,
    add_own,
    all_instruments,
    change_own,
    delete_instrument,
    find_instrument,
)
from caregiver_journal.ui.draft_keeper import Content
from caregiver_journal.ui.own_scale_sheet import OwnScaleSheet
from caregiver_journal.ui.page import Context


class OwnScales(QObject):
    """Opens the sheet for an own scale and keeps what is written there."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._sheet: OwnScaleSheet | None = None
        self._deleted: set[str] = set()

    def add(self) -> None:
        """Write a new one."""
        self._open(None)

    def change(self, instrument_id: str) -> None:
        """Change one of the person's own."""
        try:
            found = find_instrument(self._context.journal, instrument_id)
        except JournalError as error:
            self._context.fail(error)
            return
        self._open(found.instrument)

    def delete(self, instrument_id: str) -> None:
        """Delete one, or one from a file; what was filled in stays."""
        try:
            take_back = delete_instrument(self._context.journal, instrument_id)
        except JournalError as error:
            self._context.fail(error)
            return
        self._deleted.add(instrument_id)
        self._context.undo.offer(_("Deleted; what you filled in stays in the Journal"), take_back)

    def _open(self, scale: Instrument | None, said: Content | None = None) -> None:
        self._sheet = OwnScaleSheet(self._context, scale, known=self._known(), said=said)
        self._sheet.submitted.connect(self._save)
        self._sheet.put_away.connect(partial(self._offer_back, scale))

    def _known(self) -> set[str] | None:
        """Return what drafts of the sheet can be about; None where that could not be read.

        One that was deleted here can be brought back, and its draft with it.
        """
        found = all_instruments(self._context.journal)
        own = {each.id for each in found.all if each.origin is Origin.OWN}
        return None if found.faults else own | self._deleted

    def _offer_back(self, scale: Instrument | None, said: Content) -> None:
        again = partial(self._bring_back, scale, said)
        self._context.say(_("Not saved"), _("Bring it back"), again)

    def _bring_back(self, scale: Instrument | None, said: Content) -> None:
        """Open the sheet again; for a scale that is gone or another meanwhile, a new one."""
        there = (each.instrument for each in all_instruments(self._context.journal).all)
        self._open(next((one for one in there if one == scale), None), said)

    def _save(self, scale: Instrument) -> None:
        journal, sheet = self._context.journal, self._sheet
        if sheet is None:
            return
        try:
            if scale.id:
                take_back = change_own(journal, scale, draft=sheet.draft.name)
            else:
                added = add_own(journal, scale, draft=sheet.draft.name)
                take_back = partial(_forget, journal, added.id)
        except JournalError as error:
            sheet.tell(error)
            return
        self._sheet = None
        sheet.draft.settle()
        sheet.go()
        self._context.undo.offer(_("Saved"), take_back)


def _forget(journal: Journal, instrument_id: str) -> None:
    delete_instrument(journal, instrument_id)
