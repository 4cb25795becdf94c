"""The support card: written on a steadier day, for a harder one."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from caregiver_journal.base.content import ContentError
from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM
from caregiver_journal.base.marks import override
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.preference import (
    SUPPORT_BEFORE_UNLOCK,
    SUPPORT_CHECKED,
    SUPPORT_COUNTRY,
)
from caregiver_journal.domain.support import EMERGENCY, SupportLine
from caregiver_journal.journal import support_numbers, supporting
from caregiver_journal.journal.begun import DraftName
from caregiver_journal.journal.journal import Changed
from caregiver_journal.journal.support_content import (
    all_numbers,
    say_nobody_watches,
    sections,
    sentences,
)
from caregiver_journal.ui.draft_keeper import Content, DraftKeeper
from caregiver_journal.ui.page import Context, Destination, Page
from caregiver_journal.ui.pages.support.before_unlock import BeforeUnlock
from caregiver_journal.ui.pages.support.numbers import CheckCard, FirstNumbers, NumbersOffer
from caregiver_journal.ui.pages.support.section import SectionCard
from caregiver_journal.ui.widgets.by_width import ByWidth
from caregiver_journal.ui.widgets.line_names import name_lines
from caregiver_journal.ui.widgets.page_header import PageHeader
from caregiver_journal.ui.widgets.text import plain_label, push_button

DRAFT = "support.line"
"""Lines that are being written, by the section they stand in."""

_LINES_WIDE = 40


class SupportPage(Page):
    """Changes the card, section by section."""

    shows: ClassVar[frozenset[Changed]] = frozenset(
        {Topic.SUPPORT, SUPPORT_BEFORE_UNLOCK, SUPPORT_CHECKED, SUPPORT_COUNTRY}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.cards: dict[str, SectionCard] = {}
        self.printing = push_button(_("Print or save…"), name="support.print")
        self.printing.clicked.connect(self._print)
        self.header = PageHeader(_("Support card"), "", self.printing)
        self.drafts = DraftKeeper(context.journal, DRAFT, self._content, context.fail, self)
        self._inside = ByWidth()
        column = QVBoxLayout(self._inside)
        column.setSpacing(MEDIUM)
        column.addWidget(self.header)
        try:
            self._arrange(column)
        except ContentError as error:
            self._say_broken(column, error)
        column.addStretch(1)
        self.set_content(self._inside, lines_wide=_LINES_WIDE)

    @override
    def refresh(self) -> None:
        if not self.cards:
            return
        journal = self.context.journal
        parts = supporting.read_card(journal)
        names = name_lines(parts)
        for part in parts:
            if part.section in self.cards:
                self.cards[part.section].show_part(part, names[part.section])
        lies_open = bool(journal.setting(SUPPORT_BEFORE_UNLOCK))
        self.before.show_state(
            shown=lies_open,
            problem=supporting.open_card_problem(journal),
        )
        self.nobody.setText(say_nobody_watches(lies_open=lies_open))
        self._show_numbers()
        self._restore_drafts()

    @override
    def open_at(self, destination: Destination) -> None:
        self._is_for_numbers = destination.part == support_numbers.NUMBERS
        self._place_numbers()

    @override
    def focus_first(self) -> None:
        if not self.cards:
            self.printing.setFocus()
        elif self._is_for_numbers:
            self._go_to_numbers()
        else:
            next(iter(self.cards.values())).add_button.setFocus()

    @override
    def store_draft(self) -> None:
        self.drafts.store()

    # --- drafts ---------------------------------------------------------------------------------

    def _content(self) -> Content:
        cards = self.cards.values()
        return {about: said for card in cards for about, said in card.written().items()}

    def _restore_drafts(self) -> None:
        """Open once what was being written when the journal was last closed."""
        if self._has_restored:
            return
        self._has_restored = True
        for about, written in sorted(self.drafts.kept().items()):
            card = self.cards.get(about.partition(":")[0])
            if card is not None and isinstance(written, dict):
                card.restore(about, written)

    def _offer_back(self, left: tuple[str, Content]) -> None:
        """Say that what was written made way for something else, and offer to open it again."""
        self.context.say(_("Not saved"), _("Bring it back"), partial(self._bring_back, *left))

    def _bring_back(self, about: str, written: Content) -> None:
        if not self.isVisible():
            self.go_requested.emit(Destination("support"))
        card = self.cards[about.partition(":")[0]]
        card.bring_back(about, written)
        self._show_in_view(card.editor)
        self.drafts.touch()

    def _show_in_view(self, widget: QWidget) -> None:
        for area in self.findChildren(QScrollArea):
            area.ensureWidgetVisible(widget)

    # --- what is wanted -------------------------------------------------------------------------

    def _save_line(self, section: str) -> None:
        card = self.cards[section]
        try:
            line = card.editor.line()
            draft = DraftName(DRAFT, card.about())
            take_back = supporting.write_line(self.context.journal, line, draft=draft)
        except JournalError as error:
            card.tell(error)
            return
        card.settle()
        self.drafts.touch()  # what others hold is kept as it was
        self._offer_undo(_("Saved"), take_back)

    def _take(self, wish: tuple[SupportLine, str]) -> None:
        line, key = wish
        journal = self.context.journal
        if key == "remove":
            self._do(partial(supporting.remove_line, journal, line), _("Taken off the card"))
        else:
            by = -1 if key == "up" else 1
            self._do(partial(supporting.move_line, journal, line, by), _("Moved"))

    def _rename(self, change: tuple[str, str]) -> None:
        section, title = change
        card = self.cards[section]
        draft = DraftName(DRAFT, card.about_name())
        rename = partial(
            supporting.rename_section, self.context.journal, section, title, draft=draft
        )
        if self._do(rename, _("Renamed")):
            card.settle_name(title)
            self.drafts.touch()

    def _take_numbers(self, country: str) -> None:
        take = partial(support_numbers.take_numbers, self.context.journal, country)
        was_first = self.first.isVisible()
        if self._do(take, _("The numbers are on the card")) and was_first:
            self._place_numbers()
            self._go_to_numbers()

    def _confirm_numbers(self) -> None:
        confirm = partial(support_numbers.confirm_numbers, self.context.journal)
        if self._do(confirm, _("Noted. This is asked again in half a year.")):
            self.numbers.country.setFocus()

    def _go_to_lines(self) -> None:
        """Put the keyboard onto the first line of the numbers."""
        card = self.cards[EMERGENCY]
        stop = card.rows[0].more if card.rows else card.add_button
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        area = self.findChild(QScrollArea)
        if area is not None:
            area.ensureWidgetVisible(card)
            area.ensureWidgetVisible(stop)

    def _do(self, act: Callable[[], supporting.TakeBack], said: str) -> bool:
        """Change the card and offer to take that back, or say why it cannot be."""
        try:
            take_back = act()
        except JournalError as error:
            self.context.fail(error)
            return False
        self._offer_undo(said, take_back)
        return True

    def _offer_undo(self, said: str, take_back: supporting.TakeBack) -> None:
        """Offer to take a change back; say with it what could not be done outside the vault."""
        try:
            problem = supporting.open_card_problem(self.context.journal)
        except JournalError as error:
            problem = error
        text = said if problem is None else f"{said}. {problem.sentence}"
        self.context.undo.offer(text, take_back)

    def _switch(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        show = partial(supporting.show_before_unlock, self.context.journal, shown=shown)
        self._try(show)
        self._read_again()

    # --- numbers --------------------------------------------------------------------------------

    def _show_numbers(self) -> None:
        country = str(self.context.journal.setting(SUPPORT_COUNTRY))
        for offer in (self.first.offer, self.numbers):
            offer.show_taken(country)
        self.check.ask(support_numbers.ask_to_check(self.context.journal))

    def _place_numbers(self) -> None:
        """Offer numbers at the top while none stands on the card; not under somebody's hands."""
        if self.cards:
            lines = supporting.lines_of(self.context.journal, EMERGENCY)
            self.first.setVisible(not lines)
            self.numbers.setVisible(bool(lines))

    def _go_to_numbers(self) -> None:
        if self.check.isVisible():
            self.check.confirm.setFocus()
            return
        country = (self.numbers if self.first.isHidden() else self.first.offer).country
        country.setFocus()
        self._show_in_view(country)

    def _print(self) -> None:
        # Here, because only few who open the page want paper.
        from caregiver_journal.ui.paper.sheets import find_sheet  # noqa: PLC0415
        from caregiver_journal.ui.paper_sheet import PaperSheet  # noqa: PLC0415

        PaperSheet(self.context, find_sheet("card"))

    # --- how it is put together -----------------------------------------------------------------

    def _arrange(self, column: QVBoxLayout) -> None:
        said = sentences()
        cards = {section.id: SectionCard(section) for section in sections()}
        self.numbers = NumbersOffer(all_numbers())
        self.first = FirstNumbers(all_numbers())
        self.check = CheckCard()
        place = str(self.context.journal.folder.support_card)
        self.before = BeforeUnlock(said["where-it-lies"], place)
        self.header.set_subtitle(said["for-you"])
        column.addWidget(self.check)
        column.addWidget(self.first)
        for name, card in cards.items():
            if name == EMERGENCY:
                card.add(self.numbers)
            column.addWidget(card)
            self._connect(card)
        column.addWidget(self.before)
        self.nobody = plain_label("", "small", wrap=True)
        column.addWidget(self.nobody)
        for offer in (self.first.offer, self.numbers):
            offer.taken.connect(self._take_numbers)
        self.check.confirmed.connect(self._confirm_numbers)
        self.check.change_wanted.connect(self._go_to_lines)
        self.before.switched.connect(self._switch)
        self.cards = cards

    def _connect(self, card: SectionCard) -> None:
        card.submitted.connect(self._save_line)
        card.wanted.connect(self._take)
        card.renamed.connect(self._rename)
        card.touched.connect(self.drafts.touch)
        card.put_away.connect(self._offer_back)

    def _say_broken(self, column: QVBoxLayout, error: ContentError) -> None:
        """Say here too that the words of the card cannot be read; F8 shows what was written."""
        self.printing.setEnabled(False)
        column.addWidget(plain_label(f"{error.sentence} {error.next_step}", "error", wrap=True))
        self.context.fail(error)

    _is_for_numbers = False
    _has_restored = False
