"""What the command line writes: one function for what each kind of entry holds."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime

from caregiver_journal.base.errors import InvalidValueError, JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.cli.measures import FilledIn, make_measure, read_filled_in
from caregiver_journal.domain.ask_again import AskAgain, ask_on
from caregiver_journal.domain.boundary import Answer, Boundary, Wanted
from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.entry import Content, Said, make_entry
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.mood import Mood
from caregiver_journal.domain.phrasing import say_moment
from caregiver_journal.domain.practice import Practice
from caregiver_journal.domain.preference import ASK_AGAIN
from caregiver_journal.domain.reflection import (
    BELIEFS,
    PARTS,
    Form,
    Reflection,
    Whose,
    Worry,
    Written,
)
from caregiver_journal.journal.exercising import get_exercise
from caregiver_journal.journal.journal import Journal

Open = Callable[[argparse.Namespace], AbstractContextManager[Journal]]
Say = Callable[[str], None]


def log(options: argparse.Namespace, open_journal: Open, say: Say) -> int:
    """Write one entry; return 0. Raises ``JournalError`` when it cannot be written."""
    _check_input(options)
    note = _read_text(options.note)
    detail = _DETAILS[Kind(options.kind)](options)
    after = ""
    with open_journal(options) as journal:
        now = journal.clock()
        moment = _read_moment(options.at, now)
        if isinstance(detail, Boundary):
            detail = _asking_again(journal, detail, moment, options.ask_again)
        elif isinstance(detail, Practice):
            detail = _as_done(journal, detail)
        elif isinstance(detail, FilledIn):
            detail, after = make_measure(journal, detail)
        content = Content(detail, moment, note, tuple(options.tags.split(",")))
        entry = make_entry(content, now, journal.start_of_day)
        journal.add(entry)
    # No word of the entry: a terminal keeps what it shows, and so may a script that calls this.
    say(_("Saved: {moment}.").format(moment=say_moment(entry.happened, now.date())))
    if after:
        say(after)
    return 0


def _mood(options: argparse.Namespace) -> Mood:
    return Mood(options.level, options.energy, tuple(options.words.split(",")))


def _boundary(options: argparse.Namespace) -> Boundary:
    return Boundary(
        _read_text(options.asked),
        Answer(options.did.replace("-", " ")),
        None if options.wanted is None else Wanted(options.wanted),
        options.asker,
        options.setting,
        options.limit,
        tuple(options.pulls.split(",")),
        feared=options.feared,
        belief=options.belief,
        words=options.words,
        guilt_before=options.guilt_before,
        guilt=options.guilt,
        resentment=options.resentment,
        energy=options.energy,
        minutes=options.minutes,
        respect=options.respect,
        next_time=options.next_time,
    )


def _reflection(options: argparse.Namespace) -> Reflection:
    form = Form(options.form)
    texts = [Written(part, _read_text(text)) for part, text in map(_split_part, options.part)]
    if options.text:
        texts.append(Written((PARTS[form] or ("",))[0], _read_text(options.text)))
    worries = [Worry(text, Whose(whose)) for whose in Whose for text in getattr(options, whose)]
    _check_parts(form, [part for part, _text in texts])
    if worries and form is not Form.SORTER:
        raise InvalidValueError(_("Worries belong to --form sorter."))
    if (options.belief_before, options.belief_after) != (None, None) and form not in BELIEFS:
        raise InvalidValueError(
            _("A belief belongs to --form {forms}.").format(forms=_(" or ").join(BELIEFS))
        )
    return Reflection(
        form,
        tuple(texts),
        options.question,
        belief_before=options.belief_before,
        belief_after=options.belief_after,
        worries=tuple(worries),
    )


def _check_parts(form: Form, parts: list[str]) -> None:
    """Refuse parts that the form does not have, and two texts for one."""
    if not set(parts) <= set(PARTS[form]):
        raise InvalidValueError(
            _("“{form}” has these parts: {parts}.").format(
                form=form.value, parts=", ".join(PARTS[form]) or _("worries only")
            )
        )
    if len(set(parts)) < len(parts):
        raise InvalidValueError(_("Each part can be given once; --text is the first one."))


def _split_part(text: str) -> tuple[str, str]:
    part, sign, words = text.partition("=")
    if not sign:
        raise InvalidValueError(_("A part is written as NAME=TEXT."))
    return part.strip(), words


def _practice(options: argparse.Namespace) -> Practice:
    return Practice(
        options.exercise,
        seconds=(options.minutes or 0) * 60,
        minutes=options.minutes,
        distress_before=options.distress_before,
        distress_after=options.distress_after,
        kindness_before=options.kindness_before,
        kindness_after=options.kindness_after,
    )


def _as_done(journal: Journal, practice: Practice) -> Practice:
    """Return a practice with the name and all the steps of its exercise."""
    exercise = get_exercise(journal, practice.exercise)
    steps = len(exercise.version(practice.minutes))
    return replace(practice, title=exercise.title, steps_done=steps, steps=steps)


def _asking_again(
    journal: Journal, boundary: Boundary, moment: datetime, chosen: str | None
) -> Boundary:
    """Return a moment with its follow-up, as was chosen or as is set."""
    choice = AskAgain(chosen or str(journal.setting(ASK_AGAIN)))
    start = journal.start_of_day
    day, today = day_of(moment, start), day_of(journal.clock(), start)
    return replace(boundary, follow_ups=ask_on(choice, day, today))


_DETAILS: dict[Kind, Callable[[argparse.Namespace], Said | FilledIn]] = {
    Kind.MOOD: _mood,
    Kind.BOUNDARY: _boundary,
    Kind.REFLECTION: _reflection,
    Kind.PRACTICE: _practice,
    Kind.MEASURE: read_filled_in,
}


def _check_input(options: argparse.Namespace) -> None:
    """Refuse that two things are read from standard input, which can be read only once."""
    if list(_from_input(options)) in ([], [True]):
        return
    raise InvalidValueError(_("Only one of these can come from standard input."))


def _from_input(options: argparse.Namespace) -> Iterator[bool]:
    named = [getattr(options, name, None) for name in ("note", "asked", "text", "passphrase_file")]
    parts = [text.partition("=")[2] for text in getattr(options, "part", ())]
    yield from (True for text in (*named, *parts) if text == "-")


def _read_text(text: str) -> str:
    if text != "-":
        return text
    try:
        return sys.stdin.read()
    except (OSError, UnicodeDecodeError):
        raise JournalError(_("The note could not be read.")) from None


def _read_moment(text: str | None, now: datetime) -> datetime:
    if text is None:
        return now
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        raise InvalidValueError(
            _("--at is not understood. Write it like “2026-11-20 23:40”."), field="at"
        ) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=now.tzinfo)
