"""A course of changes to a journal that follows from their numbers alone.

Whoever knows how many changes were acknowledged knows every word the journal has to hold.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from caregiver_journal.domain.boundary import Answer, Boundary, FollowUp
from caregiver_journal.domain.entry import Content, Entry, Said, change_entry, make_entry
from caregiver_journal.domain.measure import Measure, Score
from caregiver_journal.domain.mood import Mood
from caregiver_journal.domain.practice import Part, Practice
from caregiver_journal.domain.reflection import Form, Reflection, Whose, Worry, Written
from caregiver_journal.journal.journal import Journal

FORM = "mood"
_START = datetime(2026, 3, 1, 8, 0, tzinfo=ZoneInfo("Europe/London"))
_WORDS = ("tense", "calm", "worn out", "grateful", "flat", "müde", "疲れた")
_TAGS = ("early shift", "late shift", "day off", "home")


@dataclass
class Held:
    """What a journal holds."""

    entries: dict[str, Entry] = field(default_factory=dict)
    draft: dict[str, object] = field(default_factory=dict)


def moment(number: int) -> datetime:
    """Return the moment of a change."""
    return _START + timedelta(minutes=37 * number)


@cache
def entry(number: int) -> Entry:
    """Return the entry that a change adds; its note is some 20 to 4,000 characters long.

    Of every twelve four are boundary moments, one each is a reflection, a practice and a measure;
    the others are moods.
    """
    random = Random(number)
    words = random.sample(_WORDS, random.randrange(3))
    note = " ".join(random.choices(_WORDS, k=random.choice((3, 20, 90, 500))))
    said: Said = Mood(random.randrange(1, 6), random.choice((None, 1, 3, 5)), tuple(words))
    if number % 3 == 0:
        said = _boundary(number, words, random)
    elif number % 12 == 1:
        said = _reflection(number, random)
    elif number % 12 == 2:
        said = _practice(number, random)
    elif number % 12 == 4:
        said = _measure(number)
    content = Content(said, note=f"{number}: {note}", tags=(random.choice(_TAGS),))
    return make_entry(content, moment(number), entry_id=_id(number))


def _boundary(number: int, pulls: list[str], random: Random) -> Boundary:
    later = moment(number + 40)
    return Boundary(
        f"asked in change {number}",
        random.choice(tuple(Answer)),
        asker=random.choice(_WORDS),
        pulls=tuple(pulls),
        feared="a cold week " * random.choice((0, 1, 50)),
        guilt=random.randrange(11),
        follow_ups=(FollowUp(later.date()), FollowUp(later.date(), later, number % 11)),
    )


def _reflection(number: int, random: Random) -> Reflection:
    return Reflection(
        random.choice((Form.FREE, Form.SORTER)),
        (Written("answer", f"answered in change {number}"),),
        question="Which yes was a real one?",
        prompt="pleasing.real",
        worries=(Worry(random.choice(_WORDS), Whose.MINE, "a step"), Worry("the weather")),
    )


def _practice(number: int, random: Random) -> Practice:
    return Practice(
        "letter",
        "A letter to myself",
        random.randrange(900),
        distress_before=number % 11,
        texts=(Part("answer", "Dear", "you came back " * random.choice((1, 50))),),
        back_on=moment(number + 40).date(),
    )


def _measure(number: int) -> Measure:
    answers = tuple((item, (number + item) % 4) for item in range(1, 10))
    total = float(sum(code for _item, code in answers))
    return Measure("phq-9", "PHQ-9", answers=answers, scores=(Score("total", "", total, 0, 27),))


def changed(number: int) -> Entry:
    """Return what a later change makes of an entry."""
    before = entry(number)
    said: Said = Mood(3, 2, ("torn",))
    if isinstance(before.detail, Boundary):
        said = replace(before.detail, pulls=("torn",), feared="", words="changed", follow_ups=())
    elif isinstance(before.detail, Reflection):
        said = replace(before.detail, worries=(Worry("changed"),))
    elif isinstance(before.detail, Practice):
        said = replace(before.detail, texts=(), read_again=moment(number))
    elif isinstance(before.detail, Measure):
        said = replace(before.detail, answers=(), is_total=True)
    content = Content(said, note=f"changed {before.note[:80]}", tags=("team",))
    return change_entry(before, content, moment(number + 3))


def draft(number: int) -> dict[str, object]:
    """Return the draft that a change keeps."""
    return {"level": number % 5 + 1, "note": f"draft of change {number} " * 5}


def kind_of(number: int) -> str:
    """Return what the change of a number does; the first three of every ten add."""
    return {7: "change", 8: "draft", 9: "remove"}.get(number % 10, "add")


def do(journal: Journal, number: int) -> None:
    """Make one change, in one transaction, through the journal."""
    kind = kind_of(number)
    if kind == "add":
        journal.add(entry(number))
    elif kind == "change":
        journal.change(changed(number - 3))
    elif kind == "draft":
        journal.save_draft(FORM, draft(number))
    else:
        journal.remove(entry(number - 4))


def expected(numbers: Iterable[int]) -> Held:
    """Return what a journal holds after these changes."""
    held = Held()
    for number in numbers:
        kind = kind_of(number)
        if kind == "add":
            held.entries[_id(number)] = entry(number)
        elif kind == "change":
            held.entries[_id(number - 3)] = changed(number - 3)
        elif kind == "draft":
            held.draft = draft(number)
        else:
            del held.entries[_id(number - 4)]
    return held


def read(journal: Journal) -> Held:
    """Return what a journal holds."""
    entries, _place = journal.entries.page(None, 1_000_000)
    return Held({each.id: each for each in entries}, journal.drafts.read(FORM))


def still_clock() -> datetime:
    """Tell a moment after all changes, so that the trash keeps what was removed."""
    return _START + timedelta(days=400)


def _id(number: int) -> str:
    return str(UUID(int=number + (1 << 120), version=4))
