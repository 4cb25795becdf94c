"""The left side of the page: which days, which blocks, which words, and as what it leaves."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.look import SMALL, SNUG
from caregiver_journal.domain.export_record import Format
from caregiver_journal.domain.period import Period, Span
from caregiver_journal.domain.summary import Block, Item, Paper
from caregiver_journal.ui.entry_form import check_box, group
from caregiver_journal.ui.pages.summary.blocks import BlockList
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.passphrase_field import PassphraseField
from caregiver_journal.ui.widgets.period_switch import PeriodSwitch
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.tab_anchor import lead, stops_in
from caregiver_journal.ui.widgets.text import (
    field_label,
    line_field,
    plain_label,
    push_button,
    set_button_text,
)

NAME = "summary"
SPANS = (Span.SESSION, Span.MONTH, Span.QUARTER)
LEAST_PASSWORD = 8
"""Fewest characters of a password; a short one is tried out in no time."""


class SummaryForm(Card):
    """What is chosen; ``changed`` tells that the pages are other ones now.

    Signals:
        changed(): the period, a block or the paper.
        items_asked(Block): the person wants to choose what is in a block.
        point_written(str): one more thing to talk about.
        mask_written(str): a word to leave out.
        masks_asked(), presets_asked(): what else can be chosen, on sheets of their own.
        name_written(str): what the writer is called.
    """

    changed = Signal()
    items_asked = Signal(object)
    point_written = Signal(str)
    mask_written = Signal(str)
    masks_asked = Signal()
    presets_asked = Signal()
    name_written = Signal(str)

    def __init__(self, offered: tuple[Block, ...]) -> None:
        super().__init__(name=f"{NAME}.form")
        self._today = date.min  # until it is told
        self.period = PeriodSwitch(
            Span.MONTH, name=f"{NAME}.period", today=self._tell_today, spans=SPANS
        )
        self.blocks = BlockList(offered, name=f"{NAME}.blocks")
        self.presets = push_button(_("Presets…"), "link", name=f"{NAME}.presets")
        self.point = line_field(_("One more thing to talk about"), name=f"{NAME}.point")
        self.word = line_field(_("Words or names to black out"), name=f"{NAME}.word")
        self.masks = push_button("", "link", name=f"{NAME}.masks")
        self.writer = line_field(_("Initials are enough"), name=f"{NAME}.writer")
        self.kind = Segmented(
            ((Format.SUMMARY_PDF, _("PDF")), (Format.SUMMARY_HTML, _("Web page"))),
            name=f"{NAME}.kind",
            keeps_one=True,
        )
        self.kind.set_value(Format.SUMMARY_PDF)
        self.paper = Segmented(
            ((Paper.A4, _("A4")), (Paper.LETTER, _("Letter"))), name=f"{NAME}.paper", keeps_one=True
        )
        self.paper.set_value(Paper.A4)
        self.paper.setAccessibleName(_("Paper"))
        self.protects = check_box(_("Protect with a password"), f"{NAME}.protects")
        self._password: PassphraseField | None = None  # few want one
        self._password_room = QVBoxLayout()
        self.warning = plain_label("", "small", wrap=True)
        self.problem = ProblemLine(f"{NAME}.problem")
        self._arrange()
        self._connect()
        self._show_kind()

    # --- what is chosen -------------------------------------------------------------------------

    def format(self) -> Format:
        """Return as what it leaves."""
        return Format(self.kind.value() or Format.SUMMARY_PDF)

    def chosen_paper(self) -> Paper:
        """Return the size of the paper."""
        return Paper(self.paper.value() or Paper.A4)

    def set_paper(self, paper: str) -> None:
        """Choose a size of paper by its stored name; A4 where there is none, no signal."""
        self.paper.set_value(Paper(paper or Paper.A4))

    def chosen_password(self) -> str:
        """Return the password; "" where none is wanted, or the file cannot have one."""
        is_wanted = self.protects.isChecked() and self.format() is Format.SUMMARY_PDF
        return self._password.text() if is_wanted and self._password else ""

    def lacks_password(self) -> bool:
        """Tell whether a password is wanted and none that is worth it was written; then say so."""
        is_wanted = self.protects.isChecked() and self.format() is Format.SUMMARY_PDF
        lacks = is_wanted and len(self.chosen_password()) < LEAST_PASSWORD
        if lacks:
            self.problem.say(
                _("The password needs at least {least} characters.").format(least=LEAST_PASSWORD)
            )
            self._password_field().setFocus()
        else:
            self.problem.be_quiet()
        return lacks

    def set_today(self, today: date, since: Period | None) -> None:
        """Tell the day it is, and the days since the last session, if there was one."""
        self._today = today
        self.period.set_since(since)

    def say_items(self, block: Block, items: tuple[Item, ...], taken: int) -> None:
        """Say beside a block how much of what it may hold is in it."""
        if not items:
            words = ""
        elif taken == len(items):
            words = _("All {count}").format(count=taken)
        elif taken:
            words = _("{some} of {count}").format(some=taken, count=len(items))
        else:
            words = _("Choose…")
        self.blocks.say_chosen(block, words)

    def say_masks(self, count: int) -> None:
        """Say how many words are replaced."""
        said = ngettext("{count} word is replaced", "{count} words are replaced", count)
        words = f"{said.format(count=count)} · {_('change')}" if count else _("Names and words…")
        set_button_text(self.masks, words)

    # --- how it is made -------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.add(self._labelled(_("Period"), self.period))
        self.add(self._labelled(_("Include"), self.blocks, self.presets))
        self.add(group(_("I would like to talk about"), self.point))
        self.add(group(_("Leave out"), self.word, self.masks))
        self.add(group(_("Name in the summary"), self.writer))
        self.add(self._labelled(_("File"), self.kind, self.paper, self.protects))
        self.add(self._password_room)
        self.add(self.warning, self.problem)
        self.body.addStretch(1)

    def _labelled(self, text: str, field: QWidget, *below: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SMALL)
        column.setContentsMargins(0, 0, 0, SNUG)
        column.addWidget(field_label(text, field))
        for part in (field, *below):
            column.addWidget(part)
        return column

    def _connect(self) -> None:
        self.period.changed.connect(self._tell)
        self.blocks.changed.connect(self.changed)
        self.blocks.asked.connect(self.items_asked)
        self.presets.clicked.connect(self.presets_asked)
        self.masks.clicked.connect(self.masks_asked)
        self.point.returnPressed.connect(self._write_point)
        self.word.returnPressed.connect(self._write_mask)
        self.writer.editingFinished.connect(self._write_name)
        self.kind.chosen.connect(self._show_kind)
        self.paper.chosen.connect(self._tell)
        self.protects.toggled.connect(self._show_kind)

    def _tell_today(self) -> date:
        return self._today

    def _tell(self, _chosen: object) -> None:
        self.changed.emit()

    def _show_kind(self, _chosen: object = None) -> None:
        """Offer what the kind of file has: a password belongs to a PDF; paper to printing too."""
        is_pdf = self.format() is Format.SUMMARY_PDF
        self.protects.setVisible(is_pdf)
        is_protected = is_pdf and self.protects.isChecked()
        if is_protected or self._password is not None:
            self._password_field().setVisible(is_protected)
        self.problem.be_quiet()
        self.warning.setText(_say_who_reads(is_pdf=is_pdf, is_protected=is_protected))

    def _password_field(self) -> PassphraseField:
        if self._password is None:
            words = _("Password of the file")
            field = PassphraseField(words, name=f"{NAME}.password", keeps_room=False)
            self._password_room.addWidget(field)
            lead(self.protects, [field, *stops_in(field)])
            self._password = field
        return self._password

    def _write_point(self) -> None:
        if self.point.text().strip():
            self.point_written.emit(self.point.text())

    def _write_mask(self) -> None:
        if self.word.text().strip():
            self.mask_written.emit(self.word.text())

    def _write_name(self) -> None:
        self.name_written.emit(self.writer.text())


def _say_who_reads(*, is_pdf: bool, is_protected: bool) -> str:
    if is_protected:
        return _(
            "Only somebody with the password can open the file. Nobody can help if it is lost; "
            "tell it another way than the file."
        )
    if is_pdf:
        return _("Without a password, whoever gets the file can read it.")
    return _("A web page has no password: whoever gets the file can read it.")
