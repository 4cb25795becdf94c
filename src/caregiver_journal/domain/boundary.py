"""The boundary moment: what was asked, what one wanted, what pulled, what one did, and after."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import N_, _
from caregiver_journal.base.text import clean_line, clean_text

TENS = range(11)
"""Not at all (0) to as much as can be (10): guilt, resentment, energy it cost."""

PERCENT = range(101)
"""How far something is believed, or came true, in per cent."""

MINUTES = range(7 * 24 * 60 + 1)
"""What a moment may cost: up to a week."""

MAX_LABEL = 60
"""Longest name of an asker, a setting, a kind of limit or a pull, in characters."""
MAX_PULLS = 12


class Wanted(StrEnum):
    """What one wanted; its value is stored and never changes."""

    YES = "yes"
    NO = "no"
    ELSE = "else"
    UNSURE = "unsure"


class Answer(StrEnum):
    """What one did; its value is stored and never changes."""

    GLADLY = "gladly"
    AGAINST = "against"
    TIME = "time"
    PARTLY = "partly"
    OTHER_TERMS = "other terms"
    NO = "no"
    LEFT = "left"
    LATER = "later"


class Relationship(StrEnum):
    """How things stood between the two afterwards; its value is stored and never changes."""

    WORSE = "worse"
    SAME = "same"
    BETTER = "better"


WANTED_WORDS = {
    Wanted.YES: N_("Yes"),
    Wanted.NO: N_("No"),
    Wanted.ELSE: N_("Something else"),
    Wanted.UNSURE: N_("Unsure"),
}
ANSWER_WORDS = {
    Answer.GLADLY: N_("Agreed gladly"),
    Answer.AGAINST: N_("Agreed against my wish"),
    Answer.TIME: N_("Bought time"),
    Answer.PARTLY: N_("Agreed partly"),
    Answer.OTHER_TERMS: N_("Offered other terms"),
    Answer.NO: N_("Said no"),
    Answer.LEFT: N_("Left"),
    Answer.LATER: N_("Noticed only later"),
}
RELATIONSHIP_WORDS = {
    Relationship.WORSE: N_("Worse"),
    Relationship.SAME: N_("The same"),
    Relationship.BETTER: N_("Better"),
}

# A setting, a kind of limit and a pull is stored as one of these words or as the person's own.
SETTING_WORDS = {
    "work": N_("Work"),
    "home": N_("Home"),
    "friends": N_("Friends"),
    "online": N_("Online"),
}
LIMIT_WORDS = {
    "time": N_("Time"),
    "workload": N_("Workload"),
    "availability": N_("Availability"),
    "emotional": N_("Emotional"),
    "physical": N_("Physical"),
    "material": N_("Material"),
    "role": N_("Role and scope"),
    "confidentiality": N_("Confidentiality"),
}
PULL_WORDS = {
    "disapproval": N_("Fear of disapproval"),
    "pleasing": N_("Wanting to please"),
    "being left": N_("Fear of being left"),
    "guilt": N_("Guilt"),
    "duty": N_("Duty of care"),
    "willingness": N_("Real willingness"),
}

_OUT_OF_RANGE = {
    TENS: N_("This is a number from 0 to 10."),
    PERCENT: N_("This is a number from 0 to 100."),
    MINUTES: N_("The minutes it cost are a whole number, up to a week."),
}

_RANGES = (
    ("belief", PERCENT),
    ("came_true", PERCENT),
    *((part, TENS) for part in ("guilt_before", "guilt", "resentment", "energy")),
    ("minutes", MINUTES),
)

TEXTS = ("asked", "feared", "offer", "cannot", "words", "respect", "next_time", "outcome")
"""The parts that are written in words of any length; each is an attribute of ``Boundary``."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Asking once more, some days later, how a moment feels by then.

    Attributes:
        due: the day from which it waits; there is no day after which it is late.
        answered: the moment it was answered, aware, or None.
        guilt: 0–10 at that moment, or None when it was not said.
        is_off: whether it is not to be asked any more.

    Raises:
        InvalidValueError: guilt out of its range, or a moment without its zone.
    """

    due: date
    answered: datetime | None = None
    guilt: int | None = None
    is_off: bool = False

    def __post_init__(self) -> None:
        _check(self.guilt, TENS, "guilt")
        if self.answered is not None and self.answered.tzinfo is None:
            raise InvalidValueError(_("A moment needs its time zone."), field="answered")

    @property
    def is_open(self) -> bool:
        """Whether it still waits, now or later."""
        return self.answered is None and not self.is_off


@dataclass(frozen=True, slots=True)
class Boundary:
    """One moment in which something was asked.

    What was asked and what one did are needed; all else may be missing, and missing is not zero.

    Attributes:
        asked: what was asked.
        answer: what one did.
        wanted: what one wanted.
        asker: who asked: a role, or the alias of a person.
        setting, limit: where it was, and which kind of limit it touched: a key of
            ``SETTING_WORDS`` or ``LIMIT_WORDS``, or a word of the person's own.
        pulls: what pulled at one: keys of ``PULL_WORDS`` or own words, in their order.
        feared, belief: what one feared would follow, and how far one believed it, 0–100.
        offer, cannot: what one could offer and what not, as it was planned before.
        words: the words used or wished for.
        guilt_before, guilt: before the answer and right after it, 0–10.
        resentment, energy: 0–10; energy is what it cost.
        minutes: what it cost, 0 to a week.
        respect: what one respects in how one did it.
        next_time: what one would do another time.
        outcome, came_true: what really happened, and how much of the fear came true, 0–100.
        relationship: how things stood afterwards.
        follow_ups: in the order they were asked for.

    Raises:
        InvalidValueError: nothing was asked, or a value is out of its range; ``field`` names it.
    """

    asked: str = field(repr=False)
    answer: Answer
    wanted: Wanted | None = None
    asker: str = field(default="", repr=False)
    setting: str = field(default="", repr=False)
    limit: str = field(default="", repr=False)
    pulls: tuple[str, ...] = field(default=(), repr=False)
    feared: str = field(default="", repr=False)
    belief: int | None = None
    offer: str = field(default="", repr=False)
    cannot: str = field(default="", repr=False)
    words: str = field(default="", repr=False)
    guilt_before: int | None = None
    guilt: int | None = None
    resentment: int | None = None
    energy: int | None = None
    minutes: int | None = None
    respect: str = field(default="", repr=False)
    next_time: str = field(default="", repr=False)
    outcome: str = field(default="", repr=False)
    came_true: int | None = None
    relationship: Relationship | None = None
    follow_ups: tuple[FollowUp, ...] = ()

    def __post_init__(self) -> None:
        self._clean()
        if not self.asked:
            raise InvalidValueError(_("What was asked needs a few words."), field="asked")
        for part, known in _RANGES:
            if (value := getattr(self, part)) is not None:
                _check(value, known, part)

    def _clean(self) -> None:
        for part in TEXTS:
            if (text := getattr(self, part)) and (clean := clean_text(text).strip()) is not text:
                object.__setattr__(self, part, clean)
        for part in ("asker", "setting", "limit"):
            if label := getattr(self, part):
                object.__setattr__(self, part, clean_label(label, part))
        if self.pulls:
            object.__setattr__(self, "pulls", clean_pulls(self.pulls))

    @property
    def guilt_later(self) -> int | None:
        """Guilt as it was said last in a follow-up, 0–10; None while none was answered so."""
        said = [each.guilt for each in self.follow_ups if each.guilt is not None]
        return said[-1] if said else None


@lru_cache(512)  # the same few come again with every page of entries
def clean_label(text: str, part: str) -> str:
    """Return a short name as one line.

    Raises:
        InvalidValueError: it is longer than ``MAX_LABEL``; ``field`` is the part.
    """
    cleaned = clean_line(text, limit=10 * MAX_LABEL)
    if len(cleaned) > MAX_LABEL:
        raise InvalidValueError(
            _("This has at most {most} characters.").format(most=MAX_LABEL), field=part
        )
    return cleaned


def clean_pulls(pulls: Iterable[str]) -> tuple[str, ...]:
    """Return what pulled, one line each, without doubles.

    Raises:
        InvalidValueError: there are more than ``MAX_PULLS``; ``field`` is "pulls".
    """
    cleaned = [clean_label(pull, "pulls") for pull in pulls]
    kept = tuple(dict.fromkeys(pull for pull in cleaned if pull))
    if len(kept) > MAX_PULLS:
        raise InvalidValueError(
            _("{most} are the most that fit here.").format(most=MAX_PULLS), field="pulls"
        )
    return kept


def say_label(words: Mapping[str, str], label: str) -> str:
    """Return a setting, a kind of limit or a pull for the person; their own word as it is."""
    return _(words[label]) if label in words else label


def say_limit(limit: str) -> str:
    """Return a kind of limit for the person; "" is one that was not said."""
    return say_label(LIMIT_WORDS, limit) if limit else _("No kind said")


def answer_word(answer: Answer) -> str:
    """Return the words for what one did."""
    return _(ANSWER_WORDS[answer])


def check_follow_up(boundary: Boundary, happened: datetime, day: date) -> None:
    """Refuse follow-ups that lie before their moment.

    Raises:
        InvalidValueError: one is due before the day of the moment, or answered before it.
    """
    for each in boundary.follow_ups:
        is_early = each.answered is not None and each.answered < happened
        if each.due < day or is_early:
            raise InvalidValueError(
                _("Asking again can only come after the moment itself."), field="follow_ups"
            )


def _check(value: int | None, known: range, part: str) -> None:
    if value is not None and (type(value) is not int or value not in known):
        raise InvalidValueError(_(_OUT_OF_RANGE[known]), field=part)
