"""Show one card for reading: its text, something to try, where its facts are from."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, ROOMY, SMALL, SNUG, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.card import Card as LearnCard
from caregiver_journal.domain.match import find_begun
from caregiver_journal.ui.pages.learn.card_list import say_minutes
from caregiver_journal.ui.widgets.by_width import ByWidth
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.flow_layout import FlowLayout, flowing_policy
from caregiver_journal.ui.widgets.line_width import LineWidth
from caregiver_journal.ui.widgets.marked_label import MarkedLabel
from caregiver_journal.ui.widgets.text import plain_label, push_button, set_button_text

MOST_SHOWN = 20_000
"""How many characters of a card are shown; laying out a million would take seconds."""

_LINES_WIDE = 25
"""The most a line is wide, in heights of a line: about 70 letters."""
_LEAST_LINES_HIGH = 13
_MOST_LINES_HIGH = 60


class ReadingCard(Card):
    """The chosen card in a width that reads well, with what can be done with it below.

    Attributes:
        try_it: leads to what the card suggests.
        mark: marks it as read, or takes that away.
        edit, delete: for cards of the person's own.
    """

    def __init__(self) -> None:
        super().__init__(name="learn.card")
        self.try_label = plain_label(_("Try this"), "label")
        self.try_it = push_button("", "primary", name="learn.try")
        self.mark = push_button("", name="learn.mark")
        self.edit = push_button(_("Edit…"), name="learn.edit")
        self.delete = push_button(_("Delete"), name="learn.delete")
        self._about = plain_label("", "small", wrap=True)
        self._sources = QWidget()
        self._words = QWidget()
        self._is_whole = False
        self._arrange()
        self.show_card(None, "", "")

    def show_card(self, card: LearnCard | None, subject: str, wanted: str) -> None:
        """Show a card; None for none.

        Args:
            card: what to show.
            subject: the title of what it belongs to.
            wanted: the words of a search, which stand out.
        """
        self._words = self._show_instead(self._words, _words(card, wanted), SNUG)
        self._sources = self._show_instead(self._sources, _sources(card, wanted), TINY)
        about = "" if card is None else " · ".join(filter(None, (subject, say_minutes(card))))
        self._about.setText(about)
        goal = "" if card is None else card.try_text
        set_button_text(self.try_it, goal)
        for part in (self.try_label, self.try_it):
            part.setVisible(bool(goal))
        is_read = card is not None and card.is_read
        set_button_text(self.mark, _("Take the mark away") if is_read else _("Mark as read"))
        self.mark.setVisible(card is not None)
        for button in (self.edit, self.delete):
            button.setVisible(card is not None and card.is_own)
        self._fit()

    def begin(self) -> None:
        """Show it from its first line."""
        self._area.verticalScrollBar().setValue(0)

    def scroll_on(self) -> None:
        """Show what follows below, here or on the page."""
        for area in self._areas():
            bar = area.verticalScrollBar()
            if bar.value() < bar.maximum():
                bar.setValue(bar.value() + bar.pageStep() - 2 * self.fontMetrics().height())
                return

    def take_keyboard(self) -> None:
        """Have the keyboard, at what the card suggests to try where there is such a thing."""
        stop = self.mark if self.try_it.isHidden() else self.try_it
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        for area in self._areas():
            area.ensureWidgetVisible(stop)

    def show_whole(self, whole: bool) -> None:  # noqa: FBT001 - a slot
        """Take all the height the card needs, or as much as there is and scroll inside."""
        self._is_whole = whole
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        least = _LEAST_LINES_HIGH * self.fontMetrics().height()
        if self._is_whole:
            needed = self._column.totalHeightForWidth(self._area.viewport().width())
            least = max(least, min(needed, _MOST_LINES_HIGH * self.fontMetrics().height()))
        self._area.setMinimumHeight(least)

    def _areas(self) -> list[QScrollArea]:
        """Return what scrolls: the card, and the page around it."""
        areas, around = [self._area], self.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                areas.append(around)
            around = around.parentWidget()
        return areas

    def _show_instead(self, before: QWidget, parts: Sequence[QWidget], gap: int) -> QWidget:
        """Show other words in the place of those that are there; return what holds them."""
        after = QWidget()
        column = QVBoxLayout(after)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        for part in parts:
            column.addWidget(part)
        self._column.replaceWidget(before, after)
        after.setVisible(bool(parts))  # at once, so that its height counts
        before.hide()
        before.deleteLater()
        return after

    def _arrange(self) -> None:
        content = ByWidth()
        content.setProperty("role", "page")
        LineWidth(content, at_most=_LINES_WIDE)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SNUG)
        foot = QWidget()
        flow = FlowLayout(foot, gap=SMALL)
        foot.setSizePolicy(flowing_policy())
        for button in (self.mark, self.edit, self.delete):
            flow.addWidget(button)
        trying = QWidget()
        row = QVBoxLayout(trying)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.try_label)
        row.addWidget(self.try_it, 0, Qt.AlignmentFlag.AlignLeading)
        for part in (self._about, self._words, trying, self._sources, foot):
            self._column.addWidget(part)
        self._column.insertSpacing(2, SNUG)
        self._column.insertSpacing(4, SNUG)
        self._column.addSpacing(ROOMY - MEDIUM)
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(content)
        self.add(self._area)


def _words(card: LearnCard | None, wanted: str) -> list[QWidget]:
    if card is None:
        return [plain_label(_("Choose a card to read it here."), "muted", wrap=True)]
    shown = card if len(card.text) <= MOST_SHOWN else replace(card, text=card.text[:MOST_SHOWN])
    parts: list[QWidget] = [_marked(card.title, wanted, "sheet_title")]
    parts += [_marked(part, wanted) for part in shown.paragraphs]
    if shown is not card:
        rest = _("The card goes on from here. Edit shows all of it.")
        parts.append(plain_label(rest, "muted", wrap=True))
    return parts


def _sources(card: LearnCard | None, wanted: str) -> list[QWidget]:
    if card is None or not card.sources:
        return []
    title = plain_label(_("Where the facts are from"), "small", wrap=True)
    return [title, *(_marked(source, wanted, "small") for source in card.sources)]


def _marked(text: str, wanted: str, role: str = "") -> MarkedLabel:
    return MarkedLabel(text, find_begun(wanted, text), role)
