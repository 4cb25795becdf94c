"""Let a summary leave: ask about names in it, then save or print the very pages that are shown."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.export_record import Format
from caregiver_journal.domain.mask import Mask
from caregiver_journal.domain.telltale import Telltale, holds_no_case
from caregiver_journal.journal.export_log import remember
from caregiver_journal.journal.masking import begin_find
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.pages.summary.form import SummaryForm
from caregiver_journal.ui.pages.summary.making import Made, Making
from caregiver_journal.ui.saving import FileKind, Saving

if TYPE_CHECKING:
    from caregiver_journal.journal.summary.files import PdfFile
    from caregiver_journal.ui.work import Ticket

_NAME = "summary"
"""What is offered for the file; a neutral one, as others may see it."""


class Leaving(QObject):
    """Saves and prints; what has to be asked before is asked once.

    Signals:
        gone(): it was saved or printed.
    """

    gone = Signal()

    def __init__(
        self, context: Context, making: Making, form: SummaryForm, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._making = making
        self._form = form
        self._saving: Saving | None = None
        self._finding: Ticket | None = None

    def save(self) -> None:
        """Save as the kind of file that is chosen."""
        if not self._form.lacks_password():
            self._making.when_made(partial(self._check, self._ask_where))

    def print(self) -> None:
        """Print through the system's dialog."""
        self._making.when_made(partial(self._check, self._ask_printer))

    def _check(self, then: Callable[[Made], None], made: Made) -> None:
        """Look for names and numbers nobody was asked about."""
        if self._finding is not None:
            self._finding.cancel()  # it was asked for twice; the last one counts
        find = begin_find(self._context.journal, made.bare)
        ask = partial(self._ask, then, made)
        self._finding = self._context.work.start(self, find, ask, self._fail)

    def _ask(self, then: Callable[[Made], None], made: Made, found: tuple[Telltale, ...]) -> None:
        """Ask about what was found before it goes on."""
        if not found:
            self._making.when_made(then)  # something else may have been chosen meanwhile
            return
        from caregiver_journal.ui.telltales_sheet import TelltalesSheet  # noqa: PLC0415 - when met

        sheet = TelltalesSheet(self._context, found, holds_no_case=holds_no_case(made.bare))
        sheet.settled.connect(partial(self._go_on, then))

    def _go_on(self, then: Callable[[Made], None], answers: tuple[Mask, ...]) -> None:
        """Go on with the pages as they are after the answers."""
        self._making.take_answers(answers)
        self._making.when_made(then)

    # --- to a file ------------------------------------------------------------------------------

    def _ask_where(self, made: Made) -> None:
        kind = self._form.format()
        is_pdf = kind is Format.SUMMARY_PDF
        password = self._form.chosen_password()
        kinds = (FileKind("pdf", _("PDF")),) if is_pdf else (FileKind("html", _("Web page")),)
        self._saving = saving = Saving(
            self._context,
            _("Save summary"),
            kinds,
            partial(self._make, made, password),
            name=_NAME,
            is_private=not password,
        )
        saving.saved.connect(partial(self._note, made, kind, bool(password)))
        saving.ask()

    def _make(self, made: Made, password: str, suffix: str, take: Callable[[bytes], None]) -> None:
        from caregiver_journal.journal.summary.files import pdf_of, web_page_of  # noqa: PLC0415

        if suffix == "html":
            work: Callable[[], bytes] = partial(web_page_of, made.ready)
            self._context.work.start(self, work, take, self._fail)
            return
        self._context.work.start(
            self, partial(pdf_of, made.ready, password), partial(self._take_pdf, take), self._fail
        )

    def _take_pdf(self, take: Callable[[bytes], None], made: "PdfFile") -> None:
        """Hand the bytes on, and what there is to say of them."""
        if self._saving is not None:
            self._saving.note = " ".join(made.notes)
        take(made.content)

    def _note(
        self,
        made: Made,
        kind: Format,
        has_password: bool,  # noqa: FBT001 - bound beforehand
        path: Path | None = None,
    ) -> None:
        """Remember that it left; a printer has no folder."""
        parts = tuple(section.block.value for section in made.summary.sections)
        is_remembered = remember(
            self._context.journal,
            kind,
            made.summary.period,
            parts,
            len(made.summary.entry_ids),
            path,
            has_password=has_password,
        )
        self.gone.emit()
        if not is_remembered:
            self._context.fail(JournalError(_("It is not listed in what was exported.")))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, JournalError):
            raise error
        self._context.fail(error)

    # --- to a printer ---------------------------------------------------------------------------

    def _ask_printer(self, made: Made) -> None:
        # Here, because it loads Qt's printing, which nobody else waits for.
        from caregiver_journal.ui.paper.page_printing import PagePrinting  # noqa: PLC0415

        printing = PagePrinting(self._context, made.ready, made.choice.paper, self)
        printing.printed.connect(partial(self._note_print, made))
        printing.ask()

    def _note_print(self, made: Made) -> None:
        self._note(made, Format.PRINT, False)
        self._context.say(_("Sent to the printer."))
