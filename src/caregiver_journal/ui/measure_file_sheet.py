"""Look at a questionnaire from a file before it is kept, or see why it cannot be."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.look import TINY
from caregiver_journal.domain.instrument import Instrument
from caregiver_journal.domain.instrument_facts import instrument_facts
from caregiver_journal.journal.measure_import import MeasurePreview
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.text import plain_label, push_button

MOST_ITEMS = 12
"""How many items are shown; the rest is counted."""

_LINES_WIDE = 32


class MeasureFileSheet(Overlay):
    """What is in a file, what is good to know about it, and Add.

    Signals:
        submitted: a ``MeasurePreview``; the person wants it, also where it replaces another.
    """

    submitted = Signal(object)

    def __init__(self, context: Context, preview: MeasurePreview) -> None:
        super().__init__(
            preview.instrument.title, context.ground, name="measure_file", lines_wide=_LINES_WIDE
        )
        self._preview = preview
        self._show_facts(preview.instrument)
        self._show_items(preview.instrument)
        self._show_warnings(preview)
        self.problem = ProblemLine("measure_file.problem")
        self.cancel = push_button(_("Cancel"), name="measure_file.cancel")
        words = _("Add") if preview.replaces is None else _("Replace")
        self.add = push_button(words, "primary", name="measure_file.add")
        self.card.add(self.problem, FootRow((), (self.cancel, self.add)))
        self.cancel.clicked.connect(self.go)
        self.add.clicked.connect(self._submit)
        self.come_up()
        self.cancel.setFocus(Qt.FocusReason.PopupFocusReason)

    def tell(self, error: JournalError) -> None:
        """Say why it could not be kept."""
        self.problem.tell(error)

    def _show_facts(self, instrument: Instrument) -> None:
        said = _("In the file {file}. Nothing is kept yet.").format(file=self._preview.file)
        self.card.add(plain_label(said, "small", wrap=True))
        facts = instrument_facts(instrument)
        for title, words in facts:
            self.card.add(_close(plain_label(title, "small"), plain_label(words, wrap=True)))
        description = " ".join(f"{title}: {words}." for title, words in facts)
        self.card.setAccessibleDescription(description)

    def _show_items(self, instrument: Instrument) -> None:
        texts = instrument.item_texts
        if not texts:
            return
        lines = [
            f"{instrument.label(number)}   {text}"
            for number, text in enumerate(texts[:MOST_ITEMS], 1)
        ]
        more = len(texts) - len(lines)
        if more > 0:
            said = ngettext("and {count} more", "and {count} more", more)
            lines.append(said.format(count=more))
        title = plain_label(_("Words of the items"), "small")
        self.card.add(_close(title, *(plain_label(line, wrap=True) for line in lines)))

    def _show_warnings(self, preview: MeasurePreview) -> None:
        warnings = list(preview.warnings)
        if preview.replaces is not None:
            warnings.append(
                _("It takes the place of “{title}”. What was filled in stays as it is.").format(
                    title=preview.replaces
                )
            )
        if warnings:
            title = plain_label(_("Before it is added"), "label")
            said = (plain_label(f"– {each}", wrap=True) for each in warnings)
            self.card.add(_close(title, *said))

    def _submit(self) -> None:
        self.problem.be_quiet()
        self.submitted.emit(self._preview)


def _close(*parts: QWidget) -> QVBoxLayout:
    """Return what belongs together, one close below the other."""
    column = QVBoxLayout()
    column.setSpacing(TINY)
    for part in parts:
        column.addWidget(part)
    return column


class RefusedFileSheet(Overlay):
    """Why a file cannot be taken: which, where, and what is wrong there.

    Signals:
        another_wanted: the person wants to choose again.
        example_wanted: the person wants to see how such a file is written.
    """

    another_wanted = Signal()
    example_wanted = Signal()

    def __init__(self, context: Context, error: JournalError) -> None:
        super().__init__(
            _("This file cannot be added"), context.ground, name="measure_file.refused"
        )
        reason = plain_label(error.sentence, "error", wrap=True)
        reason.setObjectName("measure_file.refused.reason")
        self.card.add(reason)
        if error.next_step:
            self.card.add(plain_label(error.next_step, "muted", wrap=True))
        self.card.setAccessibleDescription(f"{error.sentence} {error.next_step}".strip())
        close = push_button(_("Close"), name="measure_file.refused.close")
        another = push_button(_("Choose a file…"), "primary", name="measure_file.refused.another")
        example = push_button(_("Save an example…"), "link", name="measure_file.refused.example")
        self.card.add(FootRow((example,), (close, another)))
        example.clicked.connect(self._show_example)
        close.clicked.connect(self.go)
        another.clicked.connect(self._choose)
        self.come_up()
        another.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self) -> None:
        self.go()
        self.another_wanted.emit()

    def _show_example(self) -> None:
        self.go()
        self.example_wanted.emit()
