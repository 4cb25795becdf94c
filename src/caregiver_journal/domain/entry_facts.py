"""Say what an entry holds, part by part, where it is read without the program."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.boundary import Boundary
from caregiver_journal.domain.boundary_facts import long_facts, pull_words, short_facts
from caregiver_journal.domain.entry import Entry, Lost
from caregiver_journal.domain.instrument import Instrument
from caregiver_journal.domain.measure import Measure
from caregiver_journal.domain.measure_facts import measure_facts
from caregiver_journal.domain.mood import Mood, about_word, energy_word, level_word
from caregiver_journal.domain.phrasing import says_question
from caregiver_journal.domain.practice import Practice
from caregiver_journal.domain.practice_facts import practice_facts
from caregiver_journal.domain.reflection import Form, Reflection
from caregiver_journal.domain.reflection_facts import reflection_facts

Fact = tuple[str, str]
"""What is said and its words."""

NO_DAY = date.max
"""Stands for today where nobody knows when it is read: no day is near it, each has its year."""


def _no_instrument(_entry: Entry) -> Instrument | None:
    return None


@dataclass(frozen=True)
class Naming:
    """What things are called.

    Attributes:
        labels: the parts of the forms.
        instrument: returns the facts that an entry was filled in with, or None.
    """

    labels: Mapping[tuple[Form, str], str] = field(default_factory=dict)
    instrument: Callable[[Entry], Instrument | None] = _no_instrument


class Facts(NamedTuple):
    """What an entry holds beside its title, its note and its tags.

    Attributes:
        short: values of a few words.
        long: what was written, of any length.
    """

    short: list[Fact]
    long: list[Fact]


def entry_facts(entry: Entry, naming: Naming) -> Facts:
    """Return what was said in an entry, in the order of its form; nothing that is missing."""
    short, long = _detail_facts(entry, naming)
    marks = [(_("Marked"), _("bring to session"))] if entry.for_session else []
    return Facts([*short, *marks], long)


def _detail_facts(entry: Entry, naming: Naming) -> tuple[list[Fact], list[Fact]]:
    detail, zone = entry.detail, entry.happened.tzinfo
    if isinstance(detail, Lost):
        return [], [(_("What could still be read"), detail.words)] if detail.words else []
    if isinstance(detail, Boundary):
        pulls = [(_("What pulled at me"), ", ".join(pull_words(detail)))] if detail.pulls else []
        return [*short_facts(detail, NO_DAY, zone), *pulls], long_facts(detail)
    if isinstance(detail, Reflection):
        is_asked = not says_question(detail)  # the title says it
        return [], reflection_facts(detail, naming.labels, with_question=is_asked)
    if isinstance(detail, Practice):
        texts = [(part.label or part.name, part.text) for part in detail.texts]
        return practice_facts(detail, NO_DAY, zone), texts
    if isinstance(detail, Measure):
        return measure_facts(detail, naming.instrument(entry)), []
    return _mood_facts(detail), []


def _mood_facts(mood: Mood) -> list[Fact]:
    level = _("{number} of 5, {words}").format(
        number=mood.level, words=level_word(mood.level).lower()
    )
    belonging = "" if mood.belonging is None else _("{number} of 10").format(number=mood.belonging)
    facts = [
        (_("Mood"), level),
        (_("Energy"), "" if mood.energy is None else energy_word(mood.energy)),
        (_("About"), about_word(mood.about) if mood.about else ""),
        (_("Belonging"), belonging),
    ]
    return [(title, words) for title, words in facts if words]
