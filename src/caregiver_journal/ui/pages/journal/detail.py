"""One entry in full, or several in short, with what can be done to them."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.look import MEDIUM, ROOMY, SMALL
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.instrument import Instrument
from caregiver_journal.domain.match import find_words
from caregiver_journal.domain.phrasing import say_day, say_period, say_time, say_title
from caregiver_journal.ui.pages.journal.said import said_parts, stack
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.flow_layout import FlowLayout
from caregiver_journal.ui.widgets.marked_label import MarkedLabel
from caregiver_journal.ui.widgets.text import plain_label

MOST_NAMED = 6
"""How many of several entries are named."""


class EntryDetail(Card):
    """Shows what is chosen, with buttons below it that belong to the page."""

    def __init__(self, *buttons: QPushButton, name: str) -> None:
        super().__init__(name=name)
        self._buttons = buttons
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._make_foot())
        self.add(self._area)

    def show_entry(
        self,
        entry: Entry,
        today: date,
        words: str = "",
        more: str = "",
        *,
        instrument: Instrument | None = None,
    ) -> None:
        """Show an entry in full; words that are looked for stand out.

        Args:
            entry: what to show.
            today: decides whether the year is said.
            words: what is looked for.
            more: a sentence below the title.
            instrument: the facts that its questionnaire was filled in with, where they are known.
        """
        when = f"{say_day(entry.happened.date(), today)}, {say_time(entry.happened)}"
        parts: list[QWidget] = [_head(when, say_title(entry), more, words)]
        parts += said_parts(entry, today, words, instrument)
        self._show(parts)

    def show_many(self, entries: Sequence[Entry], today: date) -> None:
        """Show in short what several entries are."""
        count = len(entries)
        title = ngettext("{count} entry chosen", "{count} entries chosen", count).format(
            count=count
        )
        days = [entry.day for entry in entries]
        named = [say_title(entry) for entry in entries[:MOST_NAMED]]
        if count > MOST_NAMED:
            named.append(_("and {count} more").format(count=count - MOST_NAMED))
        period = say_period(min(days), max(days), today)
        self._show(
            [
                _head(period, title.format(count=count), "", ""),
                plain_label("\n".join(named), wrap=True),
            ]
        )

    def show_nothing(self) -> None:
        """Say that nothing is chosen."""
        self._show([plain_label(_("Choose an entry to read it here."), "muted", wrap=True)])
        for button in self._buttons:
            button.hide()

    def _show(self, parts: Sequence[QWidget]) -> None:
        """Show other parts; the keyboard stays on the button it is on."""
        focus = next((button for button in self._buttons if button.hasFocus()), None)
        content = QWidget()
        content.setProperty("role", "page")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        for part in parts:
            column.addWidget(part)
        column.addWidget(self._make_foot())
        column.addStretch(1)
        self._area.setWidget(content)
        if focus is not None and not focus.isHidden():
            focus.setFocus()
            self._area.ensureWidgetVisible(focus)

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        flow = FlowLayout(foot)
        flow.setContentsMargins(0, SMALL, 0, ROOMY)
        for button in self._buttons:
            flow.addWidget(button)
        return foot


def _head(small: str, title: str, more: str, words: str) -> QWidget:
    parts: list[QWidget] = [
        plain_label(small, "small", wrap=True),
        MarkedLabel(title, find_words(words, title), "sheet_title"),
    ]
    if more:
        parts.append(plain_label(more, "muted", wrap=True))
    return stack(parts)
