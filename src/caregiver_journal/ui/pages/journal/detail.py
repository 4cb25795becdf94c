"""One entry in full, or several in short, with what can be done to them."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.look import MEDIUM, ROOMY, SMALL, TINY
from caregiver_journal.domain.boundary import Boundary
from caregiver_journal.domain.boundary_facts import long_facts, pull_words, short_facts
from caregiver_journal.domain.entry import Entry, Lost
from caregiver_journal.domain.match import find_words
from caregiver_journal.domain.mood import Mood, about_word, energy_word
from caregiver_journal.domain.phrasing import say_day, say_period, say_time, say_title
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.flow_layout import FlowLayout, flowing_policy
from caregiver_journal.ui.widgets.marked_label import MarkedLabel
from caregiver_journal.ui.widgets.text import plain_label

MOST_NAMED = 6
"""How many of several entries are named."""
MOST_SHOWN = 20_000
"""How many characters of a note are shown; laying out a million would take seconds."""
_BESIDE = 24
"""How many characters of a short fact fit beside others; longer ones have lines of their own."""


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

    def show_entry(self, entry: Entry, today: date, words: str = "", more: str = "") -> None:
        """Show an entry in full; words that are looked for stand out.

        Args:
            entry: what to show.
            today: decides whether the year is said.
            words: what is looked for.
            more: a sentence below the title.
        """
        when = f"{say_day(entry.happened.date(), today)}, {say_time(entry.happened)}"
        parts: list[QWidget] = [_head(when, say_title(entry), more, words)]
        short = _short_facts(entry, today)
        beside = [fact for fact in short if len(fact[1]) <= _BESIDE]
        if beside:
            parts.append(_side_by_side(beside))
        parts += [_fact(*fact) for fact in short if fact not in beside]
        if isinstance(entry.detail, Mood) and entry.detail.words:
            parts.append(_chips(_("Words"), entry.detail.words, "said_chip", words))
        if isinstance(entry.detail, Lost) and entry.detail.words:
            said = entry.detail.words[:MOST_SHOWN]
            parts.append(_fact(_("What could still be read"), said, words))
        if isinstance(entry.detail, Boundary):
            parts += _written(entry.detail, words)
        if entry.note:
            parts.append(_fact(_("Note"), entry.note[:MOST_SHOWN], words))
        if len(entry.note) > MOST_SHOWN:
            rest = _("The note goes on from here. Edit shows all of it.")
            parts.append(plain_label(rest, "muted", wrap=True))
        if entry.tags:
            parts.append(_chips(_("Tags"), entry.tags, "tag_chip", words))
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


def _short_facts(entry: Entry, today: date) -> list[tuple[str, str]]:
    facts = []
    mood = entry.detail
    if isinstance(mood, Boundary):
        facts += short_facts(mood, today, entry.happened.tzinfo)
    if isinstance(mood, Mood):
        if mood.energy is not None:
            facts.append((_("Energy"), energy_word(mood.energy)))
        if mood.about is not None:
            facts.append((_("It had to do with"), about_word(mood.about)))
        if mood.belonging is not None:
            said = _("{number} of 10").format(number=mood.belonging)
            facts.append((_("Belonging"), said))
    if entry.day != entry.happened.date():
        facts.append((_("Counts to"), say_day(entry.day, today)))
    flags = [_("for session")] * entry.for_session + [_("never export")] * entry.never_export
    if flags:
        facts.append((_("Marked"), ", ".join(flags)))
    return facts


def _written(boundary: Boundary, words: str) -> list[QWidget]:
    pulls = pull_words(boundary)
    chips = [_chips(_("What pulled at me"), pulls, "said_chip", words)] if pulls else []
    facts = [_fact(title, text[:MOST_SHOWN], words) for title, text in long_facts(boundary)]
    return [*facts[:1], *chips, *facts[1:]]


def _head(small: str, title: str, more: str, words: str) -> QWidget:
    parts: list[QWidget] = [
        plain_label(small, "small", wrap=True),
        MarkedLabel(title, find_words(words, title), "sheet_title"),
    ]
    if more:
        parts.append(plain_label(more, "muted", wrap=True))
    return _stack(parts)


def _fact(title: str, text: str, words: str = "") -> QWidget:
    return _stack([plain_label(title, "small"), MarkedLabel(text, find_words(words, text))])


def _side_by_side(facts: Sequence[tuple[str, str]]) -> QWidget:
    room = QWidget()
    flow = FlowLayout(room, gap=ROOMY)
    for title, text in facts:
        flow.addWidget(_stack([plain_label(title, "small"), plain_label(text)]))
    room.setSizePolicy(flowing_policy())
    return room


def _chips(title: str, chips: Sequence[str], role: str, words: str) -> QWidget:
    room = QWidget()
    flow = FlowLayout(room, gap=6)
    for word in chips:
        is_marked = bool(find_words(words, word))
        flow.addWidget(plain_label(word, "marked_chip" if is_marked else role))
    room.setSizePolicy(flowing_policy())
    return _stack([plain_label(title, "small"), room])


def _stack(parts: Sequence[QWidget]) -> QWidget:
    room = QWidget()
    column = QVBoxLayout(room)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(TINY)
    for part in parts:
        column.addWidget(part)
    return room
