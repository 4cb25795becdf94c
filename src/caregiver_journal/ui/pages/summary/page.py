"""Put a summary together, look at its very pages, and save or print them."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property, partial
from typing import ClassVar

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM
from caregiver_journal.base.marks import override
from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.mask import Mask
from caregiver_journal.domain.period import Period, Span
from caregiver_journal.domain.preference import START_OF_DAY, SUMMARY_NAME, SUMMARY_PAPER
from caregiver_journal.domain.summary import Block, Choice, Item
from caregiver_journal.domain.summary_aloud import say_aloud
from caregiver_journal.journal.journal import Changed
from caregiver_journal.journal.masking import read_masks, write_mask
from caregiver_journal.journal.sessions import keep_point, make_point, since_last_session
from caregiver_journal.journal.summary.presets import Preset
from caregiver_journal.journal.summary.reading import READERS
from caregiver_journal.ui.draft_keeper import Content, DraftKeeper
from caregiver_journal.ui.page import Context, Page
from caregiver_journal.ui.pages.summary.form import NAME, SummaryForm
from caregiver_journal.ui.pages.summary.items_sheet import ItemsSheet
from caregiver_journal.ui.pages.summary.leaving import Leaving
from caregiver_journal.ui.pages.summary.making import Made, Making
from caregiver_journal.ui.pages.summary.pages_sheet import PagesSheet
from caregiver_journal.ui.pages.summary.presets_sheet import PresetsSheet
from caregiver_journal.ui.pages.summary.preview import Preview
from caregiver_journal.ui.plain_values import read_text
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.columns import Columns
from caregiver_journal.ui.widgets.page_header import PageHeader
from caregiver_journal.ui.widgets.text import push_button

DRAFT = "summary.form"
"""The name under which the page keeps what is chosen and not yet taken."""

MANY_PAGES = 6
"""A year with everything in it takes no more; what is longer is not read in a session."""

_COARSE = 0.2
"""By so much of their fineness pages are shrunk or stretched before they are drawn anew."""


class SummaryPage(Page):
    """What is chosen stands at the left, the pages as they will be at the right."""

    shows: ClassVar[frozenset[Changed]] = frozenset(Kind) | {
        Topic.EVENT_MARK,
        Topic.INSTRUMENT,
        Topic.LADDER,
        Topic.MASK,
        Topic.SESSION,
        Topic.SUPPORT,
        Topic.WORKDAY,
        START_OF_DAY,
    }

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._taken: frozenset[str] = frozenset()
        self._left: frozenset[str] = frozenset()
        self._is_begun = False
        self._name = ""
        self.print = push_button(_("Print…"), name=f"{NAME}.print")
        self.save = push_button(_("Save summary…"), "primary", name=f"{NAME}.save")
        self.header = PageHeader(
            _("Summary"),
            _(
                "You choose what leaves this computer. Nothing is sent; a file is made where you "
                "say."
            ),
            self.print,
            self.save,
        )
        self.problem = ProblemLine(f"{NAME}.failed")
        self.form = SummaryForm(tuple(READERS))
        self.preview = Preview(name=f"{NAME}.preview")
        self.making = Making(context, self)
        self.drafts = DraftKeeper(context.journal, DRAFT, self._written, context.fail, self)
        self._arrange()
        self._connect()

    @override
    def refresh(self) -> None:
        journal = self.context.journal
        since = since_last_session(journal)
        self.form.set_today(self._today(), since)
        if not self._is_begun:
            self._begin(since)
        self.form.say_masks(sum(not mask.may_stay for mask in read_masks(journal)))
        self._make_again()

    @override
    def focus_first(self) -> None:
        self.form.period.setFocus()

    @override
    def store_draft(self) -> None:
        self.drafts.store()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.making.stop()
        self.making.forget()
        self._is_stale = True  # the day may be another one on coming back

    @property
    def is_settled(self) -> bool:
        """Whether the pages shown are those that were chosen."""
        return self.making.is_settled

    def choice(self) -> Choice:
        """Return what is chosen."""
        today = self._today()
        first, last = self.form.period.period(today).bounds
        return Choice(
            Period(first, last),
            self.form.blocks.blocks(),
            self.form.writer.text(),
            self._taken,
            self._left,
            self.form.chosen_paper(),
        )

    # --- how it is made -------------------------------------------------------------------------

    def _arrange(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(MEDIUM)
        column.addWidget(self.header)
        column.addWidget(self.problem)
        column.addWidget(Columns([self.form], [self.preview], (1, 1)))
        column.addStretch(1)
        self.set_content(inside)

    def _connect(self) -> None:
        self.form.changed.connect(self._change)
        for field in (self.form.point, self.form.word):
            field.textChanged.connect(self.drafts.touch)
        self.form.items_asked.connect(self._ask_items)
        self.form.point_written.connect(self._write_point)
        self.form.mask_written.connect(self._write_mask)
        self.form.masks_asked.connect(self._open_masks)
        self.form.presets_asked.connect(self._open_presets)
        self.form.name_written.connect(self._write_name)
        self.preview.resized.connect(self._refine)
        self.preview.larger_wanted.connect(self._read_larger)
        self.making.made.connect(self._show)
        self.making.failed.connect(self._tell)
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self._print)

    @cached_property
    def _leaving(self) -> Leaving:
        leaving = Leaving(self.context, self.making, self.form, self)
        leaving.gone.connect(self._forget_draft)
        return leaving

    def _begin(self, since: Period | None) -> None:
        """Choose at first what most people want."""
        self._is_begun = True
        if since is not None:
            self.form.period.set_period(Span.SESSION)
        journal = self.context.journal
        self._name = str(journal.setting(SUMMARY_NAME))
        self.form.writer.setText(self._name)
        self.form.set_paper(str(journal.setting(SUMMARY_PAPER)))
        self._take_up(self.drafts.kept())

    def _take_up(self, begun: Content) -> None:
        """Go on where one was before the journal was locked; what cannot be read is left out."""
        self.form.point.setText(read_text(begun.get("point")))
        self.form.word.setText(read_text(begun.get("word")))
        blocks, span = begun.get("blocks"), begun.get("span")
        if isinstance(blocks, list):
            self.form.blocks.set_blocks(frozenset(each for each in Block if each.value in blocks))
        for each in (Span.MONTH, Span.QUARTER):
            if span == each.value:
                self.form.period.set_period(each)
        if span == Span.DATES.value and (dates := _read_dates(begun)) is not None:
            self.form.period.set_period(Span.DATES, dates)
        self._taken, self._left = (
            frozenset(map(str, keys)) if isinstance(keys := begun.get(name), list) else frozenset()
            for name in ("taken", "left")
        )

    def _written(self) -> Content:
        """Return what is chosen and not yet taken, as plain values; never the password."""
        return {
            "point": self.form.point.text(),
            "word": self.form.word.text(),
            "blocks": sorted(self.form.blocks.blocks()),
            "span": self.form.period.span().value,
            "first": str(self.choice().period.first),
            "last": str(self.choice().period.last),
            "taken": sorted(self._taken),
            "left": sorted(self._left),
        }

    def _today(self) -> date:
        journal = self.context.journal
        return day_of(journal.clock(), journal.start_of_day)

    # --- what is shown --------------------------------------------------------------------------

    def _make_again(self) -> None:
        if self.isVisible():
            self.making.want(self.choice(), self.preview.pixels_per_inch())

    def _refine(self) -> None:
        """Draw the pages anew where they are seen much finer or coarser than they were drawn."""
        wanted, drawn = self.preview.pixels_per_inch(), self.making.pixels_per_inch
        if abs(wanted - drawn) > _COARSE * drawn:
            self._make_again()

    def _show(self, made: Made) -> None:
        self.problem.be_quiet()
        notes = (*made.ready.notes, *_say_long(len(made.pages)))
        self.preview.show_pages(made.pages, made.choice.paper, say_aloud(made.summary), notes)
        for block in READERS:
            items = made.offered.get(block, ())
            self.form.say_items(block, items, sum(map(made.choice.takes, items)))

    def _tell(self, error: JournalError) -> None:
        """Say that it could not be made; pages of an earlier choice are not those of this one."""
        self.preview.show_pages((), self.form.chosen_paper(), "")
        self.problem.tell(error)

    def _read_larger(self) -> None:
        self.making.when_made(self._open_pages)

    def _open_pages(self, made: Made) -> None:
        PagesSheet(self.context, made, self.preview.page)

    # --- what is chosen -------------------------------------------------------------------------

    def _change(self) -> None:
        self.drafts.touch()
        self._try(self._remember_paper)
        self._make_again()

    def _remember_paper(self) -> None:
        journal, paper = self.context.journal, self.form.chosen_paper().value
        if not journal.is_read_only and journal.setting(SUMMARY_PAPER) != paper:
            journal.set(SUMMARY_PAPER, paper)

    def _ask_items(self, block: Block) -> None:
        """Ask what goes into a block as soon as it is known what there is."""
        self.making.when_made(partial(self._open_items, block))

    def _open_items(self, block: Block, made: Made) -> None:
        items = made.offered.get(block, ())
        most = READERS[block].most
        sheet = ItemsSheet(self.context.ground, block, items, made.choice, most=most)
        sheet.settled.connect(partial(self._take_items, items))

    def _take_items(self, offered: tuple[Item, ...], taken: tuple[Item, ...]) -> None:
        keys = frozenset(item.key for item in taken)
        at_first = frozenset(item.key for item in offered if item.is_in_at_first)
        known = frozenset(item.key for item in offered)
        self._taken = (self._taken - known) | (keys - at_first)
        self._left = (self._left - known) | (at_first - keys)
        self.drafts.touch()
        self._make_again()

    def _write_point(self, text: str) -> None:
        if self._try(partial(self._keep_point, text)):
            self.form.point.clear()

    def _keep_point(self, text: str) -> None:
        journal = self.context.journal
        keep_point(journal, make_point(journal, text))

    def _write_mask(self, word: str) -> None:
        if self._try(partial(self._keep_mask, word)):
            self.form.word.clear()

    def _keep_mask(self, words: str) -> None:
        """Black out each of several words that a comma or semicolon parts."""
        parted = [each.strip() for each in re.split("[,;،؛]", words) if each.strip()]
        masks = [Mask(each) for each in parted]  # all of them, before one is kept
        take_back = [write_mask(self.context.journal, mask) for mask in masks]
        self.context.undo.offer(_("Blacked out in summaries"), partial(_take_back, take_back))

    def _write_name(self, name: str) -> None:
        """Take a name once it is written; leaving the field without a change is none."""
        if name == self._name:
            return
        self._name = name
        if not self.context.journal.is_read_only:
            self._try(partial(self.context.journal.set, SUMMARY_NAME, name))
        self._make_again()

    def _open_masks(self) -> None:
        from caregiver_journal.ui.masks_sheet import MasksSheet  # noqa: PLC0415 - few open it

        MasksSheet(self.context)

    def _open_presets(self) -> None:
        preset = Preset("-", self.form.period.span(), self.form.blocks.blocks())
        sheet = PresetsSheet(self.context, preset)
        sheet.chosen.connect(self._take_preset)

    def _take_preset(self, preset: Preset) -> None:
        self.form.blocks.set_blocks(preset.blocks)
        self.form.period.set_period(preset.span)
        self._taken = self._left = frozenset()
        self._try(self.refresh)

    # --- how it leaves --------------------------------------------------------------------------

    def _save(self) -> None:
        if self._take_written():
            self._leaving.save()

    def _print(self) -> None:
        if self._take_written():
            self._leaving.print()

    def _forget_draft(self) -> None:
        """Begin the next time with what is usual, now that this one has left."""
        self.drafts.settle()
        if not self.context.journal.is_read_only:
            self._try(partial(self.context.journal.save_draft, DRAFT, {}))

    def _take_written(self) -> bool:
        """Take what stands in a field as Enter there would; tell whether all of it was taken."""
        if self.form.point.text().strip():
            self._write_point(self.form.point.text())
        if self.form.word.text().strip():
            self._write_mask(self.form.word.text())
        self._write_name(self.form.writer.text())
        return not (self.form.point.text().strip() or self.form.word.text().strip())


def _take_back(changes: Sequence[Callable[[], None]]) -> None:
    for change in reversed(changes):
        change()


def _read_dates(begun: Content) -> Period | None:
    """Return the days that were chosen by their dates; None where they cannot be read."""
    try:
        first, last = (date.fromisoformat(read_text(begun.get(name))) for name in ("first", "last"))
    except ValueError:
        return None
    return Period(first, last) if first <= last else None


def _say_long(pages: int) -> Iterator[str]:
    if pages > MANY_PAGES:
        yield _("These are more pages than can be read in a session. Fewer entries say more.")
