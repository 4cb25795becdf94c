"""Print a sheet or save it as a PDF, after a plain word about who can read that."""

from collections.abc import Sequence

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.paper.blocks import Block
from caregiver_journal.ui.paper.sheets import Sheet
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.text import plain_label, push_button


class PaperSheet(Overlay):
    """Offers a sheet for paper; the one call a page needs."""

    def __init__(self, context: Context, sheet: Sheet) -> None:
        super().__init__(_(sheet.title), context.ground, name="paper")
        self._context = context
        self._sheet = sheet
        printing = push_button(_("Print…"), name="paper.print")
        printing.clicked.connect(self._print)
        saving = push_button(_("Save as PDF…"), name="paper.save")
        saving.clicked.connect(self._save)
        cancel = push_button(_("Cancel"), name="paper.cancel")
        cancel.clicked.connect(self.go)
        if sheet.about:
            self.card.add(plain_label(_(sheet.about), wrap=True))
        self.card.add(plain_label(_say_who_reads(sheet), "small", wrap=True))
        self.card.add(FootRow((cancel,), (printing, saving)))
        self.come_up()
        printing.setFocus()

    def _print(self) -> None:
        blocks = self._read()
        if blocks:
            # Here, because it loads Qt's printing, which nobody else waits for.
            from caregiver_journal.ui.paper.output import print_blocks  # noqa: PLC0415

            sheet = self._sheet
            self.go()
            print_blocks(self._context, blocks, name=sheet.key, is_wide=sheet.is_wide)

    def _save(self) -> None:
        blocks = self._read()
        if blocks:
            from caregiver_journal.ui.paper.output import save_blocks  # noqa: PLC0415 - as above

            sheet = self._sheet
            self.go()
            save_blocks(self._context, blocks, name=sheet.key, is_wide=sheet.is_wide)

    def _read(self) -> Sequence[Block]:
        try:
            return self._sheet.draw(self._context.journal)
        except JournalError as error:
            self.go()
            self._context.fail(error)
            return ()


def _say_who_reads(sheet: Sheet) -> str:
    if sheet.is_own:
        return _(
            "Paper and a saved file are not encrypted: whoever gets them can read what you wrote."
        )
    return _("Nothing of yours stands on it. A saved file is not encrypted.")
