"""Ask once more how a boundary moment feels: what is due, how it is answered, and how it ends.

A follow-up is named ``follow_up:ENTRYID:PLACE``: by that it is put off, led to, and its draft kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, timedelta
from typing import Any

from caregiver_journal.base.errors import NothingFoundError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import shortened
from caregiver_journal.domain.boundary import Boundary, FollowUp, Relationship
from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.entry import Entry, check_entry
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.phrasing import say_day
from caregiver_journal.domain.waiting import Waiting
from caregiver_journal.journal.journal import Journal

FORM = "follow_up.form"
"""The name under which answers that were begun are kept, each by the name of its follow-up."""

_NAME = "follow_up"
_PARTS = ("outcome", "came_true", "relationship")
"""What an answer may say of the moment."""

_LONGEST = 80
"""How many characters of what was asked stand for it in one line."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A moment and which of its follow-ups is meant.

    Attributes:
        entry: the moment; its detail is a ``Boundary``.
        place: the place of the follow-up in it, from 0.
    """

    entry: Entry
    place: int

    @property
    def boundary(self) -> Boundary:
        """What the moment says."""
        return _boundary_of(self.entry)

    @property
    def name(self) -> str:
        """What the follow-up is called."""
        return name_of(self.entry.id, self.place)


@dataclass(frozen=True, slots=True)
class Ended:
    """A follow-up that was answered, or is not asked any more, and all that takes that back.

    Attributes:
        asking: which one it was.
        before, after: what the moment said before and after.
        begun: the draft of the answer, or None.
    """

    asking: Asking
    before: Boundary
    after: Boundary
    begun: object = field(repr=False)


@dataclass(frozen=True, slots=True)
class Afterwards:
    """What is said when a moment is asked about once more; all of it may be missing.

    Attributes:
        guilt: 0–10, now.
        outcome: what really happened; "" keeps what was said before.
        came_true: how much of the fear came true, 0–100; None keeps what was said before.
        relationship: how things stand; None keeps what was said before.
        another: the day from which it is asked once more; None for not again.
    """

    guilt: int | None = None
    outcome: str = field(default="", repr=False)
    came_true: int | None = None
    relationship: Relationship | None = None
    another: date | None = None


def name_of(entry_id: str, place: int) -> str:
    """Return the name of a follow-up."""
    return f"{_NAME}:{entry_id}:{place}"


def read_name(name: str) -> tuple[str, int] | None:
    """Return the entry's id and the place in it that a name means, or None for another name."""
    parts = name.split(":")
    if len(parts) != 3 or parts[0] != _NAME or not (parts[2].isascii() and parts[2].isdecimal()):
        return None
    return parts[1], int(parts[2])


def due_follow_ups(journal: Journal, most: int) -> tuple[Asking, ...]:
    """Return at most so many follow-ups that wait today; none during a pause."""
    today = day_of(journal.clock(), journal.start_of_day)
    if journal.pauses.at(today) is not None:
        return ()
    away = journal.put_off.names(today)
    due = [each for each in journal.boundaries.due(today) if name_of(*each) not in away]
    entries = journal.entries
    return tuple(Asking(entries.get(entry_id), place) for entry_id, place in due[:most])


def find_follow_up(journal: Journal, name: str) -> Asking:
    """Return an open follow-up by its name.

    Raises:
        NothingFoundError: there is none, or it was answered, ended or deleted.
    """
    meant = read_name(name)
    if meant is None:
        raise NothingFoundError
    entry_id, place = meant
    entry = journal.entries.get(entry_id)
    if entry.deleted is not None:
        raise NothingFoundError
    _open_one(entry, place)
    return Asking(entry, place)


def waiting_for(asking: Asking, today: date) -> Waiting:
    """Return a follow-up as something that waits."""
    title, sentence = _("How is it now?"), say_moment_of(asking, today)
    return Waiting(
        name=asking.name,
        title=title,
        sentence=sentence,
        action=_("Answer"),
        section="boundaries",
        part=asking.name,
        heard=f"{title} {sentence}",
    )


def say_moment_of(asking: Asking, today: date) -> str:
    """Return in one line what was asked, by whom, and on which day."""
    boundary, day = asking.boundary, asking.entry.day
    asked = shortened(boundary.asked, _LONGEST)
    if day == today:
        when = _("today")
    elif day == today - timedelta(days=1):
        when = _("yesterday")
    else:
        when = _("on {day}").format(day=say_day(day, today))
    if boundary.asker:
        said = _("{asker}, {when}: “{asked}”").format(asker=boundary.asker, when=when, asked=asked)
    else:
        said = _("{when}: “{asked}”").format(when=when, asked=asked)
    return said[:1].upper() + said[1:]


def answer_follow_up(journal: Journal, asking: Asking, said: Afterwards) -> Ended:
    """Write down how it is now, at the moment it is said; return what ``take_back`` needs.

    What was begun and not saved of this answer is forgotten in the same transaction.

    Raises:
        NothingFoundError: the entry is gone, or the follow-up is not open any more.
        InvalidValueError: a value is out of its range, or the clock lies before the moment.
    """
    earlier = journal.entries.get(asking.entry.id)
    boundary, one = _boundary_of(earlier), _open_one(earlier, asking.place)
    answered = replace(one, answered=journal.clock(), guilt=said.guilt)
    another = () if said.another is None else (FollowUp(said.another),)
    changed = replace(
        boundary,
        outcome=said.outcome.strip() or boundary.outcome,
        came_true=boundary.came_true if said.came_true is None else said.came_true,
        relationship=said.relationship or boundary.relationship,
        follow_ups=(*_with(boundary, asking.place, answered), *another),
    )
    return _end(journal, earlier, changed, asking)


def dont_ask_again(journal: Journal, asking: Asking) -> Ended:
    """End a follow-up without an answer; return what ``take_back`` needs.

    Raises:
        NothingFoundError: the entry is gone, or the follow-up is not open any more.
    """
    earlier = journal.entries.get(asking.entry.id)
    boundary, one = _boundary_of(earlier), _open_one(earlier, asking.place)
    changed = replace(boundary, follow_ups=_with(boundary, asking.place, replace(one, is_off=True)))
    return _end(journal, earlier, changed, asking)


def take_back(journal: Journal, ended: Ended) -> None:
    """Open a follow-up again and put back what its answer changed; what was said is a draft again.

    What was changed otherwise since stays.

    Raises:
        NothingFoundError: the entry is gone.
    """
    now = journal.entries.get(ended.asking.entry.id)
    boundary, name = _boundary_of(now), ended.asking.name
    parts: dict[str, Any] = {
        part: getattr(ended.before, part)
        for part in _PARTS
        if getattr(boundary, part) == getattr(ended.after, part)
    }
    changed = replace(boundary, **parts, follow_ups=_reopened(boundary, ended))
    begun = {name: ended.begun} if ended.begun else {}
    _write(journal, now, changed, {**other_drafts(journal, name), **begun})


def other_drafts(journal: Journal, name: str) -> dict[str, object]:
    """Return the answers begun to other follow-ups, without those that cannot be asked any more."""
    kept = journal.drafts.read(FORM)
    return {each: said for each, said in kept.items() if each != name and _is_open(journal, each)}


def _is_open(journal: Journal, name: str) -> bool:
    """Tell whether a follow-up may still be answered, its entry being there or in the trash."""
    meant = read_name(name)
    if meant is None:
        return False
    try:
        _open_one(journal.entries.get(meant[0]), meant[1])
    except NothingFoundError:
        return False
    return True


def _end(journal: Journal, earlier: Entry, changed: Boundary, asking: Asking) -> Ended:
    begun = journal.drafts.read(FORM).get(asking.name)
    _write(journal, earlier, changed, other_drafts(journal, asking.name))
    return Ended(asking, _boundary_of(earlier), changed, begun)


def _write(
    journal: Journal, earlier: Entry, boundary: Boundary, drafts: Mapping[str, object]
) -> None:
    now = journal.clock()
    changed = replace(earlier, detail=boundary, changed=now.astimezone(UTC))
    check_entry(changed)
    with journal.writing(Kind.BOUNDARY):
        journal.entries.change(changed)
        journal.drafts.write(FORM, drafts, now)


def _reopened(boundary: Boundary, ended: Ended) -> tuple[FollowUp, ...]:
    """Return the follow-ups with the one that was ended open again, and without the one it began.

    The one it began stays where it was answered or followed by another since: they go by place.
    """
    place, count = ended.asking.place, len(ended.before.follow_ups)
    one = replace(boundary.follow_ups[place], answered=None, guilt=None, is_off=False)
    follow_ups = _with(boundary, place, one)
    is_last = len(follow_ups) == len(ended.after.follow_ups) == count + 1
    return follow_ups[:-1] if is_last and follow_ups[-1].is_open else follow_ups


def _boundary_of(entry: Entry) -> Boundary:
    if not isinstance(entry.detail, Boundary):
        raise NothingFoundError
    return entry.detail


def _open_one(entry: Entry, place: int) -> FollowUp:
    follow_ups = _boundary_of(entry).follow_ups
    if place >= len(follow_ups) or not follow_ups[place].is_open:
        raise NothingFoundError(_("This was answered already, or is not asked any more."))
    return follow_ups[place]


def _with(boundary: Boundary, place: int, follow_up: FollowUp) -> tuple[FollowUp, ...]:
    before, after = boundary.follow_ups[:place], boundary.follow_ups[place + 1 :]
    return (*before, follow_up, *after)
