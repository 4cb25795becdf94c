"""What the check-in holds, and as plain values, whatever they turn out to be."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.mood import BELONGING, ENERGIES, LEVELS, About, Mood
from caregiver_journal.domain.workday import LOADS, Workday
from caregiver_journal.ui.entry_drafts import (
    common_from_plain,
    common_of,
    common_to_plain,
    entry_of,
)
from caregiver_journal.ui.plain_values import (
    read_day,
    read_number,
    read_text,
    read_texts,
    read_word,
)
from caregiver_journal.ui.widgets.hours_field import write_hours

_MOST_DAYS = 60
"""Most days of work one draft is believed to hold."""
_LONGEST_HOURS = 12


@dataclass(frozen=True, slots=True)
class WorkDraft:
    """What the panel holds of the work of one day.

    Attributes:
        shift: the number of its kind.
        hours: as they were typed.
    """

    day: date
    shift: int | None = None
    hours: str = ""
    load: int | None = None


@dataclass(frozen=True, slots=True)
class MoodDraft:
    """What the form holds.

    Attributes:
        level: None until a disc is chosen.
        happened: None for now.
        day: the day it counts to by hand; None for the day of the moment.
        work: the days of which the work was said here and is not saved yet.
    """

    level: int | None = None
    energy: int | None = None
    words: tuple[str, ...] = ()
    about: About | None = None
    note: str = ""
    tags: tuple[str, ...] = ()
    happened: datetime | None = None
    day: date | None = None
    never_export: bool = False
    for_session: bool = False
    belonging: int | None = None
    work: tuple[WorkDraft, ...] = ()

    @property
    def says_mood(self) -> bool:
        """Whether anything of the moment was said, so that it needs a mood."""
        return self.level is not None or self != MoodDraft(
            happened=self.happened, day=self.day, work=self.work
        )


EMPTY = MoodDraft()


def draft_of(entry: Entry) -> MoodDraft:
    """Return an entry as a draft, for changing it; what was lost is empty."""
    mood = entry.detail if isinstance(entry.detail, Mood) else None
    return MoodDraft(
        level=None if mood is None else mood.level,
        energy=None if mood is None else mood.energy,
        words=() if mood is None else mood.words,
        about=None if mood is None else mood.about,
        belonging=None if mood is None else mood.belonging,
        **common_of(entry),
    )


def work_of(workday: Workday) -> WorkDraft:
    """Return what is stored of a day's work as the panel shows it."""
    shift = None if workday.shift is None else workday.shift.number
    return WorkDraft(workday.day, shift, write_hours(workday.hours), workday.load)


def to_plain(draft: MoodDraft, entry_id: str) -> dict[str, object]:
    """Return a draft as plain values, with the entry it changes; empty for an empty draft."""
    if draft == EMPTY and not entry_id:
        return {}
    return {
        "level": draft.level,
        "energy": draft.energy,
        "words": list(draft.words),
        "about": None if draft.about is None else draft.about.value,
        "belonging": draft.belonging,
        "work": [_work_to_plain(work) for work in draft.work],
        **common_to_plain(draft, entry_id),
    }


def _work_to_plain(work: WorkDraft) -> dict[str, object]:
    return {
        "day": work.day.isoformat(),
        "shift": work.shift,
        "hours": work.hours,
        "load": work.load,
    }


def from_plain(plain: Mapping[str, object]) -> tuple[MoodDraft, str]:
    """Return the draft of such values and the id of the entry it changes."""
    draft = MoodDraft(
        level=read_number(plain.get("level"), LEVELS),
        energy=read_number(plain.get("energy"), ENERGIES),
        words=read_texts(plain.get("words")),
        about=read_word(plain.get("about"), About),
        belonging=read_number(plain.get("belonging"), BELONGING),
        work=_works(plain.get("work")),
        **common_from_plain(plain),
    )
    return draft, entry_of(plain)


def _works(value: object) -> tuple[WorkDraft, ...]:
    """Return the days of work, one draft for each."""
    days: dict[date, WorkDraft] = {}
    for item in value[:_MOST_DAYS] if isinstance(value, list) else ():
        day = read_day(item.get("day")) if isinstance(item, dict) else None
        if day is not None:
            days[day] = WorkDraft(
                day,
                read_number(item.get("shift"), range(1, 1 << 31)),
                read_text(item.get("hours"))[:_LONGEST_HOURS],
                read_number(item.get("load"), LOADS),
            )
    return tuple(days[day] for day in sorted(days))
