"""Put entries into tables, one for each kind: a row for an entry, or for each part of a measure."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from caregiver_journal.base.i18n import N_, _
from caregiver_journal.domain.boundary import (
    LIMIT_WORDS,
    RELATIONSHIP_WORDS,
    SETTING_WORDS,
    WANTED_WORDS,
    Boundary,
    answer_word,
    say_label,
)
from caregiver_journal.domain.boundary_facts import pull_words
from caregiver_journal.domain.entry import Entry, Lost
from caregiver_journal.domain.entry_facts import Naming
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.measure import Measure, Score
from caregiver_journal.domain.mood import Mood, about_word, energy_word, level_word
from caregiver_journal.domain.practice import Practice
from caregiver_journal.domain.reflection import Reflection, form_word, whose_word
from caregiver_journal.exchange.csv_cells import Cell

Row = Sequence[Cell]


class _Column(NamedTuple):
    """A column: its header, with the unit, and what a detail has for it."""

    header: str
    value: Callable[[Any], Cell]


@dataclass(frozen=True)
class Table:
    """A table of one kind of entry.

    Attributes:
        name: of its file, without the ending.
        headers: with their units.
        rows: returns the rows of an entry.
    """

    name: str
    headers: tuple[str, ...]
    rows: Callable[[Entry], Iterator[Row]]


def table_of(kind: Kind, naming: Naming, *, everything: bool = False) -> Table:
    """Return the table of a kind of entry.

    Args:
        kind: of entry.
        naming: what things are called.
        everything: whether entries that are never exported are in it too, which a column says.
    """
    middle = _MEASURE if kind is Kind.MEASURE else tuple(each.header for each in _columns(kind))
    private = (N_("never export"),) if everything else ()
    headers = (*_FIRST, *middle, *_LAST, *private, *_END)

    def rows(entry: Entry) -> Iterator[Row]:
        hidden: Row = (_yes(entry.never_export),) if everything else ()
        for number, cells in enumerate(_middle(entry, naming)):
            note = _note(entry) if number == 0 else ""
            yield (*_first(entry), *cells, *_last(entry, note), *hidden, *_end(entry))

    return Table(kind.value, tuple(_(header) for header in headers), rows)


_FIRST = (
    N_("day it counts to"),
    N_("date"),
    N_("time"),
    N_("time zone"),
    N_("offset from UTC"),
)
_LAST = (N_("note"), N_("tags"), N_("bring to session"))
_END = (N_("written (UTC)"), N_("changed (UTC)"), N_("id"))

_MEASURE = (
    N_("questionnaire"),
    N_("id of the questionnaire"),
    N_("form"),
    N_("row"),
    N_("scale or item"),
    N_("number of the item"),
    N_("value"),
    N_("lowest possible"),
    N_("highest possible"),
)


def _first(entry: Entry) -> Row:
    zone, offset = zone_cells(entry.happened)
    date, time = entry.happened.date().isoformat(), f"{entry.happened:%H:%M:%S}"
    return (entry.day.isoformat(), date, time, zone, offset)


def zone_cells(moment: datetime) -> tuple[str, str]:
    """Return the name of a moment's zone, "" where it has none, and its offset: *UTC+01:00*."""
    zone = moment.tzinfo.key if isinstance(moment.tzinfo, ZoneInfo) else ""
    return zone, f"UTC{moment.replace(microsecond=0).isoformat()[19:]}"


def _last(entry: Entry, note: str) -> Row:
    return (note, ", ".join(entry.tags), _yes(entry.for_session))


def _end(entry: Entry) -> Row:
    return (utc(entry.created), utc(entry.changed), entry.id)


def utc(moment: datetime) -> str:
    """Return a moment in UTC as a spreadsheet reads it: *2026-11-20 17:40:00*."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S}"


def _note(entry: Entry) -> str:
    """Return the note, and what could still be read of an entry that a damaged file took."""
    lost = entry.detail.words if isinstance(entry.detail, Lost) else ""
    return "\n".join(filter(None, (entry.note, lost)))


def _yes(is_so: bool) -> str:  # noqa: FBT001 - a truth value is what it says
    return _("yes") if is_so else ""


def _middle(entry: Entry, naming: Naming) -> Iterator[Row]:
    """Return what stands between the moment and the note, once for each row of an entry."""
    if isinstance(entry.detail, Measure):
        yield from _measure_cells(entry, entry.detail, naming)
    elif isinstance(entry.detail, Lost):
        wide = len(_MEASURE) if entry.kind is Kind.MEASURE else len(_columns(entry.kind))
        yield (None,) * wide
    elif isinstance(entry.detail, Reflection):
        yield [column.value((entry.detail, naming)) for column in _REFLECTION]
    else:
        yield [column.value(entry.detail) for column in _columns(entry.kind)]


def _measure_cells(entry: Entry, measure: Measure, naming: Naming) -> Iterator[Row]:
    instrument = naming.instrument(entry)
    form = measure.form
    if instrument is not None:
        form = {each.id: each.title for each in instrument.forms if each.id}.get(form, form)
    start = (measure.title, measure.instrument, form)
    for score in measure.scores:
        yield (*start, _("score"), score.name, None, *_score_cells(score))
    for item, code in measure.answers:
        label = "" if instrument is None else instrument.label(item)
        yield (*start, _("item"), label, item, code, None, None)


def _score_cells(score: Score) -> Row:
    return (score.value, score.lowest, score.highest)


def _columns(kind: Kind) -> tuple[_Column, ...]:
    return {
        Kind.MOOD: _MOOD,
        Kind.BOUNDARY: _BOUNDARY,
        Kind.REFLECTION: _REFLECTION,
        Kind.PRACTICE: _PRACTICE,
    }[kind]


def _plain(header: str, part: str) -> _Column:
    """Return a column for what a detail has under a name."""

    def value(detail: object) -> Cell:
        cell: Cell = getattr(detail, part)
        return cell

    return _Column(header, value)


def _mood_energy(mood: Mood) -> Cell:
    return None if mood.energy is None else energy_word(mood.energy)


def _mood_level(mood: Mood) -> Cell:
    return level_word(mood.level)


def _mood_words(mood: Mood) -> Cell:
    return ", ".join(mood.words)


def _mood_about(mood: Mood) -> Cell:
    return None if mood.about is None else about_word(mood.about)


_MOOD = (
    _plain(N_("mood (1–5)"), "level"),
    _Column(N_("mood in words"), _mood_level),
    _plain(N_("energy (1–5)"), "energy"),
    _Column(N_("energy in words"), _mood_energy),
    _Column(N_("feelings"), _mood_words),
    _Column(N_("about"), _mood_about),
    _plain(N_("belonging (0–10)"), "belonging"),
)


def _boundary_answer(boundary: Boundary) -> Cell:
    return answer_word(boundary.answer)


def _boundary_wanted(boundary: Boundary) -> Cell:
    return None if boundary.wanted is None else _(WANTED_WORDS[boundary.wanted])


def _boundary_setting(boundary: Boundary) -> Cell:
    return say_label(SETTING_WORDS, boundary.setting)


def _boundary_limit(boundary: Boundary) -> Cell:
    return say_label(LIMIT_WORDS, boundary.limit)


def _boundary_pulls(boundary: Boundary) -> Cell:
    return ", ".join(pull_words(boundary))


def _boundary_asked_again(boundary: Boundary) -> Cell:
    answered = [each.answered for each in boundary.follow_ups if each.guilt is not None]
    return ", ".join(utc(moment) for moment in answered if moment is not None)


def _boundary_relationship(boundary: Boundary) -> Cell:
    after = boundary.relationship
    return None if after is None else _(RELATIONSHIP_WORDS[after])


_BOUNDARY = (
    _plain(N_("what was asked"), "asked"),
    _plain(N_("who asked"), "asker"),
    _Column(N_("where"), _boundary_setting),
    _Column(N_("kind of limit"), _boundary_limit),
    _Column(N_("what I wanted"), _boundary_wanted),
    _Column(N_("what I did"), _boundary_answer),
    _Column(N_("what pulled at me"), _boundary_pulls),
    _plain(N_("what I feared would follow"), "feared"),
    _plain(N_("belief in it (%)"), "belief"),
    _plain(N_("what I can offer"), "offer"),
    _plain(N_("what I cannot"), "cannot"),
    _plain(N_("words, said or wished for"), "words"),
    _plain(N_("guilt before (0–10)"), "guilt_before"),
    _plain(N_("guilt then (0–10)"), "guilt"),
    _plain(N_("guilt later (0–10)"), "guilt_later"),
    _Column(N_("guilt later, when (UTC)"), _boundary_asked_again),
    _plain(N_("resentment (0–10)"), "resentment"),
    _plain(N_("energy it cost (0–10)"), "energy"),
    _plain(N_("time it cost (minutes)"), "minutes"),
    _plain(N_("what I respect in how I did it"), "respect"),
    _plain(N_("next time"), "next_time"),
    _plain(N_("what really happened"), "outcome"),
    _plain(N_("how much came true (%)"), "came_true"),
    _Column(N_("between us afterwards"), _boundary_relationship),
)

_Named = tuple[Reflection, Naming]


def _reflection_form(named: _Named) -> Cell:
    return form_word(named[0].form)


def _reflection_question(named: _Named) -> Cell:
    return named[0].question


def _reflection_texts(named: _Named) -> Cell:
    reflection, naming = named
    if len(reflection.texts) == 1:
        return reflection.texts[0].text
    said = (
        f"{naming.labels.get((reflection.form, part), part)}: {text}"
        for part, text in reflection.texts
    )
    return "\n".join(said)


def _reflection_before(named: _Named) -> Cell:
    return named[0].belief_before


def _reflection_after(named: _Named) -> Cell:
    return named[0].belief_after


def _reflection_worries(named: _Named) -> Cell:
    lines = []
    for worry in named[0].worries:
        whose = _("not sorted yet") if worry.whose is None else whose_word(worry.whose)
        step = _("; next step: {step}").format(step=worry.step) if worry.step else ""
        lines.append(f"{worry.text} ({whose}{step})")
    return "\n".join(lines)


_REFLECTION = (
    _Column(N_("way of writing"), _reflection_form),
    _Column(N_("question"), _reflection_question),
    _Column(N_("text"), _reflection_texts),
    _Column(N_("belief before (%)"), _reflection_before),
    _Column(N_("belief after (%)"), _reflection_after),
    _Column(N_("worries"), _reflection_worries),
)


def _practice_title(practice: Practice) -> Cell:
    return practice.title or practice.exercise


def _practice_texts(practice: Practice) -> Cell:
    return "\n".join(f"{part.label or part.name}: {part.text}" for part in practice.texts)


def _practice_back(practice: Practice) -> Cell:
    return None if practice.back_on is None else practice.back_on.isoformat()


def _practice_read(practice: Practice) -> Cell:
    return None if practice.read_again is None else utc(practice.read_again)


_PRACTICE = (
    _Column(N_("exercise"), _practice_title),
    _plain(N_("took (seconds)"), "seconds"),
    _plain(N_("length chosen (minutes)"), "minutes"),
    _plain(N_("steps done"), "steps_done"),
    _plain(N_("steps in all"), "steps"),
    _plain(N_("distress before (0–10)"), "distress_before"),
    _plain(N_("distress after (0–10)"), "distress_after"),
    _plain(N_("kindness to myself before (0–10)"), "kindness_before"),
    _plain(N_("kindness to myself after (0–10)"), "kindness_after"),
    _Column(N_("text"), _practice_texts),
    _Column(N_("to read again on"), _practice_back),
    _Column(N_("read again (UTC)"), _practice_read),
)
