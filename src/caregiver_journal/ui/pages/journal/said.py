"""What an entry says, part by part, whatever its kind."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import ROOMY, TINY
from caregiver_journal.domain.boundary import Boundary
from caregiver_journal.domain.boundary_facts import long_facts, pull_words, short_facts
from caregiver_journal.domain.entry import Entry, Lost
from caregiver_journal.domain.instrument import Instrument
from caregiver_journal.domain.match import find_words
from caregiver_journal.domain.measure import Measure
from caregiver_journal.domain.measure_facts import measure_facts, measure_note
from caregiver_journal.domain.mood import Mood, about_word, energy_word
from caregiver_journal.domain.phrasing import say_day, says_question
from caregiver_journal.domain.practice import Practice
from caregiver_journal.domain.practice_facts import practice_facts
from caregiver_journal.domain.reflection import Reflection
from caregiver_journal.domain.reflection_facts import reflection_facts
from caregiver_journal.journal.forms import part_labels
from caregiver_journal.ui.widgets.flow_layout import FlowLayout, flowing_policy
from caregiver_journal.ui.widgets.marked_label import MarkedLabel
from caregiver_journal.ui.widgets.marked_text import MarkedText
from caregiver_journal.ui.widgets.text import plain_label

MOST_SHOWN = 20_000
"""How many characters of a text are shown; laying out a million would take seconds."""
_BESIDE = 24
"""How many characters of a short fact fit beside others; longer ones have lines of their own."""

_Fact = tuple[str, str]


def said_parts(
    entry: Entry, today: date, words: str, instrument: Instrument | None = None
) -> list[QWidget]:
    """Return what an entry says below its title; words that are looked for stand out.

    Args:
        entry: what is shown.
        today: decides whether the year is said.
        words: what is looked for.
        instrument: the facts that its questionnaire was filled in with, where they are known.
    """
    short = _short_facts(entry, today, instrument)
    beside = [each for each in short if len(each[1]) <= _BESIDE]
    parts = [_side_by_side(beside)] if beside else []
    parts += [_fact(*each) for each in short if each not in beside]
    parts += _WRITTEN[type(entry.detail)](entry.detail, words)
    if entry.note:
        parts.append(_light(_("Note"), entry.note, words))
    if entry.tags:
        parts.append(_chips(_("Tags"), entry.tags, "tag_chip", words))
    return parts


def _short_facts(entry: Entry, today: date, instrument: Instrument | None) -> list[_Fact]:
    detail, zone = entry.detail, entry.happened.tzinfo
    facts: list[_Fact] = []
    if isinstance(detail, Boundary):
        facts = short_facts(detail, today, zone)
    elif isinstance(detail, Practice):
        facts = practice_facts(detail, today, zone)
    elif isinstance(detail, Measure):
        facts = measure_facts(detail, instrument)
    elif isinstance(detail, Mood):
        facts = _mood_facts(detail)
    if entry.day != entry.happened.date():
        facts.append((_("Counts to"), say_day(entry.day, today)))
    flags = [_("for session")] * entry.for_session + [_("never export")] * entry.never_export
    if flags:
        facts.append((_("Marked"), ", ".join(flags)))
    return facts


def _mood_facts(mood: Mood) -> list[_Fact]:
    belonging = "" if mood.belonging is None else _("{number} of 10").format(number=mood.belonging)
    facts = [
        (_("Energy"), "" if mood.energy is None else energy_word(mood.energy)),
        (_("It had to do with"), "" if mood.about is None else about_word(mood.about)),
        (_("Belonging"), belonging),
    ]
    return [(title, text) for title, text in facts if text]


def _write_mood(mood: Mood, words: str) -> list[QWidget]:
    return [_chips(_("Words"), mood.words, "said_chip", words)] if mood.words else []


def _write_boundary(boundary: Boundary, words: str) -> list[QWidget]:
    pulls = pull_words(boundary)
    chips = [_chips(_("What pulled at me"), pulls, "said_chip", words)] if pulls else []
    facts = _facts(long_facts(boundary), words)
    return [*facts[:1], *chips, *facts[1:]]


def _write_reflection(reflection: Reflection, words: str) -> list[QWidget]:
    labels, fault = part_labels()
    is_asked = not says_question(reflection)  # the title of the entry says it
    facts = reflection_facts(reflection, labels, with_question=is_asked)
    parts = [_light(title, text, words) for title, text in facts]
    if fault is not None:  # they have lost what they are called by
        parts.append(plain_label(f"{fault.sentence} {fault.next_step}", "muted", wrap=True))
    return parts


def _write_practice(practice: Practice, words: str) -> list[QWidget]:
    return [_light(part.label, part.text, words) for part in practice.texts]


def _write_measure(_measure: Measure, _words: str) -> list[QWidget]:
    return [plain_label(measure_note(), "muted", wrap=True)]  # its numbers are short facts


def _write_lost(lost: Lost, words: str) -> list[QWidget]:
    facts = [(_("What could still be read"), lost.words)] if lost.words else []
    return _facts(facts, words)


_WRITTEN: dict[type, Callable[[Any, str], list[QWidget]]] = {
    Mood: _write_mood,
    Boundary: _write_boundary,
    Reflection: _write_reflection,
    Practice: _write_practice,
    Measure: _write_measure,
    Lost: _write_lost,
}


def _facts(facts: Sequence[_Fact], words: str) -> list[QWidget]:
    return [_fact(title, text, words) for title, text in facts]


def _fact(title: str, text: str, words: str = "") -> QWidget:
    """Return a text with what it is called above it."""
    shown = text[:MOST_SHOWN]
    return _called(title, MarkedLabel(shown, find_words(words, shown)), text)


def _light(title: str, text: str, words: str) -> QWidget:
    """Return a text in which bold words and lists are shown, with what it is called above it."""
    return _called(title, MarkedText(text[:MOST_SHOWN], words), text)


def _called(title: str, shown: QWidget, text: str) -> QWidget:
    """Return what is shown of a text below what it is called; where that is not all, it says so."""
    parts: list[QWidget] = [plain_label(title, "small"), shown]
    if len(text) > MOST_SHOWN:
        rest = _("The text goes on from here. Edit shows all of it.")
        parts.append(plain_label(rest, "muted", wrap=True))
    return stack(parts)


def _side_by_side(facts: Sequence[tuple[str, str]]) -> QWidget:
    room = QWidget()
    flow = FlowLayout(room, gap=ROOMY)
    for title, text in facts:
        flow.addWidget(stack([plain_label(title, "small"), plain_label(text)]))
    room.setSizePolicy(flowing_policy())
    return room


def _chips(title: str, chips: Sequence[str], role: str, words: str) -> QWidget:
    room = QWidget()
    flow = FlowLayout(room, gap=6)
    for word in chips:
        is_marked = bool(find_words(words, word))
        flow.addWidget(plain_label(word, "marked_chip" if is_marked else role))
    room.setSizePolicy(flowing_policy())
    return stack([plain_label(title, "small"), room])


def stack(parts: Sequence[QWidget]) -> QWidget:
    """Return widgets one below the other, close together."""
    room = QWidget()
    column = QVBoxLayout(room)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(TINY)
    for part in parts:
        column.addWidget(part)
    return room
