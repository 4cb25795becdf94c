"""What was practised: how it is kept, how each exercise was used, and what comes back."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.exercise import Exercise
from caregiver_journal.domain.numbers import say_times
from caregiver_journal.domain.phrasing import say_date, say_past
from caregiver_journal.domain.practice import Practice
from caregiver_journal.domain.practice_facts import say_mean
from caregiver_journal.domain.waiting import Waiting
from caregiver_journal.journal.begun import DraftName, forget_draft
from caregiver_journal.journal.exercising import all_exercises
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.unfinished import left_at, read_unfinished
from caregiver_journal.store.practices import Use

PLAYER = "practice.player"
"""The name under which exercises that were begun and left are kept, each by its id."""

PRACTISED_FORM = "practised.form"
"""The name under which the form that changes a practice keeps its drafts."""

EXERCISE = "exercise:"
"""Begins the part of a destination that names an exercise by its id."""

_LETTER = "letter:"
"""Begins the name of a text that waits to be read again; behind it stands the entry's id."""

_KEPT_TOGETHER = "\N{NO-BREAK SPACE}→\N{NO-BREAK SPACE}"
_MOST_LETTERS = 50
"""More than these do not come back on one day."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An exercise as it is offered.

    Attributes:
        said: how it was used, in a sentence.
        times: how often it was, so that the entries can be shown.
        is_begun: whether it was begun, and waits where it was left.
    """

    exercise: Exercise
    said: str = field(repr=False)
    times: int = 0
    is_begun: bool = False


def offered(journal: Journal, today: date) -> tuple[Offer, ...]:
    """Return every exercise with how it was used, hidden ones too; raises ``ContentError``."""
    used, waiting = journal.practices.used(), journal.practices.waiting()
    begun = read_unfinished(journal.drafts.read(PLAYER))
    return tuple(
        Offer(
            exercise,
            _say_offer(used.get(exercise.id), waiting.get(exercise.id, 0), today),
            used[exercise.id].times if exercise.id in used else 0,
            exercise.id in begun,
        )
        for exercise in all_exercises(journal)
    )


def _say_offer(use: Use | None, waiting: int, today: date) -> str:
    if use is None:
        return _("New")
    if waiting:
        return ngettext(
            "One letter waits to be read again",
            "{count} letters wait to be read again",
            waiting,
        ).format(count=waiting)
    distress = use.distress
    if distress.before is None or distress.after is None:
        return _("Last used {day}").format(day=say_date(use.last, today))
    times = _("You used it {times}").format(times=say_times(use.times))
    said = _("{times} · distress {before} → {after} (n {pairs})")
    return said.replace(" → ", _KEPT_TOGETHER).format(
        times=times,
        before=say_mean(distress.before),
        after=say_mean(distress.after),
        pairs=distress.pairs,
    )


def keep_practice(journal: Journal, entry: Entry, *, draft: DraftName) -> Callable[[], None]:
    """Add what was practised and forget its draft; return what takes that back."""
    with journal.writing(entry.kind):
        journal.entries.add(entry)
        forget_draft(journal, draft)
    return partial(journal.remove, entry)


def keep_unfinished(journal: Journal, entry: Entry, *, draft: DraftName) -> Callable[[], None]:
    """Add what was begun as far as it was done; return what lets it wait as a draft again."""
    kept = journal.drafts.read(draft.form).get(draft.about)
    keep_practice(journal, entry, draft=draft)
    return partial(_let_wait, journal, entry, draft, kept)


def _let_wait(journal: Journal, entry: Entry, draft: DraftName, kept: object) -> None:
    with journal.writing(entry.kind):
        now = journal.clock()
        journal.entries.remove(entry.id, now)
        others = journal.drafts.read(draft.form)
        journal.drafts.write(draft.form, {draft.about: kept} | others, now)


def forget_begun(journal: Journal, exercise_id: str) -> None:
    """Forget that an exercise was begun; raises ``JournalError``."""
    with journal.writing():
        forget_draft(journal, DraftName(PLAYER, exercise_id))


# --- what waits on Today --------------------------------------------------------------------------


def begun_practices(journal: Journal, _today: date) -> Iterator[Waiting]:
    """Find exercises that were begun and left, the last one first."""
    changed = journal.drafts.changed(PLAYER)
    if changed is None:
        return
    now = journal.clock()
    for exercise_id, draft in read_unfinished(journal.drafts.read(PLAYER)).items():
        left = left_at(draft) or changed
        title, place = draft.get("title"), _say_place(draft)
        when = say_past(left.astimezone(now.tzinfo), now.date())
        said = _("{title}. You left it {when}{place}. It is kept as you left it.")
        sentence = said.format(title=title or exercise_id, when=when, place=place)
        yield Waiting(
            name=f"draft:{PLAYER}:{exercise_id}:{left:%Y-%m-%dT%H:%M:%S}",
            title=_("A practice, not finished"),
            sentence=sentence,
            action=_("Go on with it"),
            section="practice",
            part=f"{EXERCISE}{exercise_id}",
            heard=_("A practice, not finished: {title}").format(title=title or exercise_id),
        )


def _say_place(draft: Mapping[str, object]) -> str:
    """Return at which step it was left; "" where that is not known."""
    place, steps = draft.get("place"), draft.get("steps")
    if not isinstance(place, int) or not isinstance(steps, int):
        return ""
    return _(", at step {number} of {all}").format(number=place + 1, all=steps)


def returning_letters(journal: Journal, today: date) -> Iterator[Waiting]:
    """Find texts whose day to be read again has come and that were not put off, the oldest first.

    What was put off is left out here, so that it takes no place from what waits.
    """
    names = journal.put_off.names(today)
    away = {name.removeprefix(_LETTER) for name in names if name.startswith(_LETTER)}
    for letter in journal.practices.back(today, _MOST_LETTERS, away):
        day = say_date(letter.day, today)
        yield Waiting(
            name=f"{_LETTER}{letter.entry_id}:{letter.back_on}",
            title=_("A letter from you waits"),
            sentence=_("You wrote it on {day}, to be read again about now.").format(day=day),
            action=_("Read it"),
            section="journal",
            entry_id=letter.entry_id,
            heard=_("A letter from you waits, of {day}").format(day=day),
        )


def read_letter(journal: Journal, waiting: Waiting) -> Callable[[], None] | None:
    """Note that a text was read again; return what takes that back, None for anything else.

    Raises:
        JournalError: it could not be written.
    """
    if not waiting.name.startswith(_LETTER):
        return None
    entry = journal.entries.get(waiting.entry_id)
    if not isinstance(entry.detail, Practice):
        return None
    return journal.change(replace(entry, detail=replace(entry.detail, read_again=journal.clock())))
