"""Say days, times and entries in words, the same on every page and in the terminal."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from caregiver_journal.base.i18n import N_, _, ngettext
from caregiver_journal.base.text import shortened
from caregiver_journal.domain.boundary import Boundary, answer_word
from caregiver_journal.domain.day import WEEKDAYS
from caregiver_journal.domain.entry import Detail, Entry, Lost
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.measure import Measure
from caregiver_journal.domain.mood import Mood, energy_word, level_word
from caregiver_journal.domain.practice import Practice
from caregiver_journal.domain.reflection import Form, Reflection, form_word

MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)

KIND_WORDS = {
    Kind.MOOD: N_("Mood"),
    Kind.BOUNDARY: N_("Boundary"),
    Kind.REFLECTION: N_("Reflection"),
    Kind.PRACTICE: N_("Practice"),
    Kind.MEASURE: N_("Measure"),
}

_LONGEST_QUESTION = 70
"""How many characters of a question stand in a title."""


def say_day(day: date, today: date) -> str:
    """Return a day as *Friday 20 November*, with its year unless it is this one."""
    text = _("{weekday} {number} {month}").format(
        weekday=_(WEEKDAYS[day.weekday()]), number=day.day, month=_(MONTHS[day.month - 1])
    )
    return text if day.year == today.year else f"{text} {day.year}"


def say_date(day: date, today: date) -> str:
    """Return a day as *20 November*, with its year unless it is this one."""
    text = _("{number} {month}").format(number=day.day, month=_(MONTHS[day.month - 1]))
    return text if day.year == today.year else f"{text} {day.year}"


def say_when(entry: Entry, today: date, say: Callable[[date, date], str] = say_day) -> str:
    """Return when an entry was, and the day it counts to where that is another one.

    *Friday 20 November, 01:30 (counts to 19 November)*: a clock beside another day than its own
    would be read as that day's.

    Args:
        entry: what happened.
        today: days of its year are said without it.
        say: how the day is said.
    """
    day = entry.happened.date()
    when = f"{say(day, today)}, {say_time(entry.happened)}"
    if entry.day == day:
        return when
    return _("{when} (counts to {day})").format(when=when, day=say_date(entry.day, day))


def say_counted_day(entry: Entry, today: date) -> str:
    """Return the day an entry counts to; where it was on another one, when it was too."""
    is_same = entry.day == entry.happened.date()
    return say_day(entry.day, today) if is_same else say_when(entry, today)


def say_period(first: date | None, last: date | None, today: date) -> str:
    """Return the days from a first to a last one in words; None leaves an end open."""
    if first is None and last is None:
        return _("Any time")
    if last is None or first is None:
        day = first or last or today
        text = _("Since {day}") if last is None else _("Until {day}")
        return text.format(day=say_date(day, today))
    if first == last:
        return say_date(first, today)
    return f"{say_date(first, today)} – {say_date(last, today)}"


def say_month(day: date) -> str:
    """Return a day's month as *March 2019*."""
    return f"{_(MONTHS[day.month - 1])} {day.year}"


def say_time(moment: datetime | time) -> str:
    """Return the wall clock of a moment as *17:40*."""
    return f"{moment.hour:02}:{moment.minute:02}"


def say_moment(moment: datetime, today: date) -> str:
    """Return a moment as *Today 17:40* or *Friday 20 November, 17:40*."""
    if moment.date() == today:
        return _("Today {time}").format(time=say_time(moment))
    return f"{say_day(moment.date(), today)}, {say_time(moment)}"


def say_past(moment: datetime, today: date) -> str:
    """Return when something was, in a sentence: *yesterday at 21:10*, *on Thursday at 21:10*."""
    day, clock = moment.date(), say_time(moment)
    if day == today:
        return _("today at {time}").format(time=clock)
    if day == today - timedelta(days=1):
        return _("yesterday at {time}").format(time=clock)
    is_near = today - timedelta(days=7) < day < today
    said = _(WEEKDAYS[day.weekday()]) if is_near else say_day(day, today)
    return _("on {day} at {time}").format(day=said, time=clock)


def greet(moment: datetime) -> str:
    """Return a greeting for the hour."""
    if 5 <= moment.hour < 12:
        return _("Good morning")
    if 12 <= moment.hour < 18:
        return _("Good afternoon")
    if 18 <= moment.hour < 23:
        return _("Good evening")
    return _("Hello, late one")


def say_kind(kind: Kind) -> str:
    """Return what a kind of entry is called."""
    return _(KIND_WORDS[kind])


def say_title(entry: Entry) -> str:
    """Return an entry's title: *Mood · good, rested* or *Boundary · said no · team lead*."""
    return " · ".join([say_kind(entry.kind), *filter(None, _say_detail(entry.detail))])


def _say_detail(detail: Detail) -> tuple[str, ...]:
    if isinstance(detail, Lost):
        return (_("could not be read"),)
    if isinstance(detail, Boundary):
        return (answer_word(detail.answer).lower(), detail.asker)
    if isinstance(detail, Reflection):
        is_answer = detail.form is Form.FREE and detail.question
        question = shortened(detail.question, _LONGEST_QUESTION)
        return (question if is_answer else form_word(detail.form).lower(),)
    if isinstance(detail, Practice):
        return (detail.title or detail.exercise, "" if detail.is_whole else _("in part"))
    if isinstance(detail, Measure):
        return (detail.title or detail.instrument, *_say_only_score(detail))
    return (", ".join((level_word(detail.level).lower(), *detail.words)),)


def _say_only_score(measure: Measure) -> tuple[str, ...]:
    """Return the score of a questionnaire that has one; several do not fit a title."""
    if len(measure.scores) != 1:
        return ()
    score = measure.scores[0]
    if score.highest is None:
        return (f"{round(score.value, 2):g}",)
    return (
        _("{value:g} of {highest:g}").format(value=round(score.value, 2), highest=score.highest),
    )


def says_question(reflection: Reflection) -> bool:
    """Tell whether the title of a reflection holds the whole question it answers."""
    question = reflection.question
    is_answer = reflection.form is Form.FREE and bool(question)
    return is_answer and shortened(question, _LONGEST_QUESTION) == question


def say_text(entry: Entry) -> str:
    """Return the words of an entry that stand for it in a row: what was asked, and the note."""
    detail = entry.detail
    said: tuple[str, ...] = ()
    if isinstance(detail, Boundary):
        said = (detail.asked,)
    elif isinstance(detail, Lost):
        said = (detail.words,)
    elif isinstance(detail, Reflection | Practice):
        said = detail.words
    return "\n".join(filter(None, (*said, entry.note)))


def say_energy(entry: Entry) -> str:
    """Return the energy of a mood in words; "" when it was not said."""
    energy = entry.detail.energy if isinstance(entry.detail, Mood) else None
    return "" if energy is None else energy_word(energy)


def say_count(count: int, first: date | None) -> str:
    """Return how many entries there are since when."""
    if first is None:
        return ""
    entries = ngettext("{count:,} entry", "{count:,} entries", count).format(count=count)
    return _("{entries} since {month}").format(entries=entries, month=say_month(first))


def say_size(size: int) -> str:
    """Return a number of bytes as *640 kB* or *1.2 MB*."""
    if size < 1_000_000:
        return _("{size} kB").format(size=max(1, round(size / 1000)))
    return _("{size:.1f} MB").format(size=size / 1_000_000)
