"""Tell an entry on paper: all that it says, or only the words that were written."""

from collections.abc import Iterable
from datetime import date

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.boundary import Boundary
from caregiver_journal.domain.boundary_facts import long_facts, pull_words, short_facts
from caregiver_journal.domain.entry import Entry, Lost
from caregiver_journal.domain.instrument import Instrument
from caregiver_journal.domain.light_markdown import show
from caregiver_journal.domain.measure import Measure
from caregiver_journal.domain.measure_facts import CONVERSATION, measure_facts
from caregiver_journal.domain.mood import Mood, about_word
from caregiver_journal.domain.phrasing import say_energy, say_title, say_when, says_question
from caregiver_journal.domain.practice import Practice
from caregiver_journal.domain.practice_facts import practice_facts
from caregiver_journal.domain.reflection import Form, Reflection
from caregiver_journal.domain.reflection_facts import Labels, reflection_facts

Part = tuple[str, str]
"""What is said and its words; "" for the note."""

_LONG_AGO = date(1800, 1, 1)
"""On paper no day is *today* or *yesterday*: whoever reads it does so on another one."""


def entry_heading(entry: Entry, last: date) -> str:
    """Return when and what an entry was; its year is said where it is not that of ``last``."""
    return f"{say_when(entry, last)} · {say_title(entry)}"


def entry_in_full(
    entry: Entry, labels: Labels, instrument: Instrument | None = None
) -> tuple[Part, ...]:
    """Return all that an entry says below its heading: facts in one line, then what was written.

    Args:
        entry: what is told.
        labels: what the parts of reflections are called.
        instrument: the facts that its questionnaire was filled in with, where they are known.
    """
    facts = _facts(entry, instrument)
    line = " · ".join(f"{title}: {words}" for title, words in facts)
    written = written_words(entry, labels)
    is_score = isinstance(entry.detail, Measure)
    return (*((("", line),) if line else ()), *written, *((("", _(CONVERSATION)),) * is_score))


def written_words(entry: Entry, labels: Labels) -> tuple[Part, ...]:
    """Return what was written in an entry, in its order, the note last.

    Where bold words and lists can be written, they stand as they are shown, without their marks.
    """
    detail = entry.detail
    parts: list[Part] = []
    if isinstance(detail, Boundary):
        parts = long_facts(detail)
    elif isinstance(detail, Reflection):
        is_asked = not says_question(detail)  # the heading says it
        parts = _reflected(detail, labels, with_question=is_asked)
    elif isinstance(detail, Practice):
        parts = _shown((part.label or part.name, part.text) for part in detail.texts)
    elif isinstance(detail, Lost) and detail.words:
        parts = [(_("What could still be read"), detail.words)]
    return (*parts, ("", show(entry.note).text)) if entry.note else tuple(parts)


def answer_words(entry: Entry, reflection: Reflection, labels: Labels) -> tuple[Part, ...]:
    """Return an answer to a question, and the note to it."""
    facts = _reflected(reflection, labels, with_question=False)
    return (*facts, (_("Note"), show(entry.note).text)) if entry.note else tuple(facts)


def _reflected(reflection: Reflection, labels: Labels, *, with_question: bool) -> list[Part]:
    """Return what was written; what was written freely needs no name."""
    named = {**labels, (Form.FREE, "answer"): ""}
    return _shown(reflection_facts(reflection, named, with_question=with_question))


def _shown(parts: Iterable[Part]) -> list[Part]:
    return [(title, show(text).text) for title, text in parts]


def _facts(entry: Entry, instrument: Instrument | None) -> list[Part]:
    detail, zone = entry.detail, entry.happened.tzinfo
    facts: list[Part] = []
    if isinstance(detail, Mood):
        facts = _mood_facts(entry, detail)
    elif isinstance(detail, Boundary):
        said = {_("Who asked"), _("What I did")}  # by the heading
        facts = [fact for fact in short_facts(detail, _LONG_AGO, zone) if fact[0] not in said]
        facts.append((_("What pulled at me"), ", ".join(pull_words(detail))))
    elif isinstance(detail, Practice):
        facts = practice_facts(detail, _LONG_AGO, zone)
    elif isinstance(detail, Measure):
        facts = measure_facts(detail, instrument)
    facts.append((_("Tags"), ", ".join(entry.tags)))
    return [(title, words) for title, words in facts if words]


def _mood_facts(entry: Entry, mood: Mood) -> list[Part]:
    belonging = "" if mood.belonging is None else _("{number} of 10").format(number=mood.belonging)
    return [
        (_("Energy"), say_energy(entry)),
        (_("It had to do with"), "" if mood.about is None else about_word(mood.about)),
        (_("Belonging"), belonging),
    ]
