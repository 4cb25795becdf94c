"""Make up what is asked of the invented person, what they do, and how it feels a day later."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from random import Random

from caregiver_journal.base.content import read_tables
from caregiver_journal.domain.boundary import (
    PERCENT,
    PULL_WORDS,
    TENS,
    Answer,
    Boundary,
    FollowUp,
    Relationship,
    Wanted,
)
from caregiver_journal.journal.sample.bag import Bag
from caregiver_journal.journal.sample.life import Day

_ANSWERS = {
    Answer.GLADLY: (10, 16),
    Answer.AGAINST: (50, 14),
    Answer.TIME: (7, 17),
    Answer.PARTLY: (10, 15),
    Answer.OTHER_TERMS: (5, 14),
    Answer.NO: (7, 20),
    Answer.LEFT: (3, 2),
    Answer.LATER: (8, 2),
}
"""How often each is done, at the beginning and at the end of the slow change."""

_SAID = {
    Answer.GLADLY: "yes",
    Answer.AGAINST: "yes",
    Answer.TIME: "partly",
    Answer.PARTLY: "partly",
    Answer.OTHER_TERMS: "partly",
    Answer.NO: "no",
}
"""Which words of a moment go with what was done; after the others one wishes for a no."""

_LIMITED = frozenset({Answer.TIME, Answer.PARTLY, Answer.OTHER_TERMS, Answer.NO})
_GUILT = {Answer.GLADLY: 1.0, Answer.AGAINST: 3.0, Answer.NO: 6.5, Answer.LEFT: 6.0}
_RESENTMENT = {Answer.AGAINST: 6.0, Answer.LATER: 5.0, Answer.GLADLY: 0.5}
_PULLS = {Answer.GLADLY: ("willingness", "duty")}
_MOSTLY = 0.75
"""How often something is said that may be left out."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Something that is asked, as the content file has it; see there."""

    asker: str
    setting: str
    limit: str
    asked: str
    feared: str
    no: str
    partly: str
    yes: str
    calm: str
    rough: str
    cost: str
    minutes: int


class Asks:
    """Finds boundary moments for moments, each with its follow-ups up to now."""

    def __init__(self, random: Random, now: datetime) -> None:
        content = read_tables("sample_boundaries", "moments", "lists")
        lists = content["lists"]
        self._random = random
        self._now = now.astimezone(UTC)
        self._asks = Bag([Ask(**table) for table in content["moments"]], random)
        self._respect: Bag[str] = Bag(lists["respect"], random)
        self._next_time: Bag[str] = Bag(lists["next_time"], random)
        self._own_pulls: list[str] = lists["pull"]

    def boundary(self, day: Day, happened: datetime) -> Boundary:
        """Return what was asked at a moment of a day, and what came of it."""
        ask, random = self._asks.draw(), self._random
        answer = self._answer(day.progress)
        guilt = self._ten(_GUILT.get(answer, 5.0) - day.progress)
        follow_ups = self._follow_ups(day, happened, guilt)
        is_looked_back = any(each.answered for each in follow_ups)
        is_long = random.random() < 0.55
        return Boundary(
            ask.asked,
            answer,
            self._wanted(answer),
            ask.asker,
            ask.setting if is_long else "",
            ask.limit if random.random() < 0.85 else "",
            self._pulls(answer),
            feared=ask.feared if is_long else "",
            belief=self._percent(70 - 25 * day.progress) if is_long else None,
            words=getattr(ask, _SAID.get(answer, "no")) if random.random() < _MOSTLY else "",
            guilt_before=self._ten(7 - 2 * day.progress) if is_long else None,
            guilt=guilt,
            resentment=self._ten(_RESENTMENT.get(answer, 1.5)) if random.random() < 0.6 else None,
            energy=self._ten(4.5) if random.random() < 0.6 else None,
            minutes=ask.minutes if random.random() < 0.4 else None,
            respect=self._respect.draw() if answer in _LIMITED and is_long else "",
            next_time=self._next_time.draw() if random.random() < 0.35 else "",
            outcome=self._outcome(ask, answer) if is_looked_back else "",
            came_true=self._percent(18) if is_looked_back and is_long else None,
            relationship=self._relationship(answer) if is_looked_back else None,
            follow_ups=follow_ups,
        )

    def _answer(self, progress: float) -> Answer:
        weights = [first + (last - first) * progress for first, last in _ANSWERS.values()]
        (answer,) = self._random.choices(tuple(_ANSWERS), weights)
        return answer

    def _wanted(self, answer: Answer) -> Wanted | None:
        if answer is Answer.GLADLY:
            return Wanted.YES
        (wanted,) = self._random.choices(
            (Wanted.NO, Wanted.ELSE, Wanted.UNSURE, None), (6, 2, 2, 1)
        )
        return wanted

    def _pulls(self, answer: Answer) -> tuple[str, ...]:
        known = _PULLS.get(answer, tuple(PULL_WORDS)[:-1])
        pulls = self._random.sample(known, self._random.choice((0, 1, 1, 2)))
        own = [self._random.choice(self._own_pulls)] if self._random.random() < 0.08 else []
        return (*pulls, *own)

    def _follow_ups(self, day: Day, happened: datetime, guilt: int) -> tuple[FollowUp, ...]:
        """Return when it is asked again: most times on the next day, and mostly answered."""
        random = self._random
        if random.random() > _MOSTLY:
            return ()
        due = day.date + timedelta(days=random.choice((1, 1, 1, 3)))
        hour = time(random.randrange(9, 23), random.randrange(60))
        answered = datetime.combine(due, hour, happened.tzinfo).astimezone(UTC)
        answered = max(answered, happened.astimezone(UTC) + timedelta(hours=1))
        is_recent = self._now - answered < timedelta(days=2)
        if answered > self._now or is_recent or random.random() > 0.85:
            return (FollowUp(due, is_off=not is_recent and answered < self._now),)
        return (FollowUp(due, answered, self._ten(guilt - 2.5)),)

    def _outcome(self, ask: Ask, answer: Answer) -> str:
        if answer not in _LIMITED:
            return ask.cost
        return ask.rough if self._random.random() < 0.25 else ask.calm

    def _relationship(self, answer: Answer) -> Relationship:
        weights = (1, 14, 3) if answer in _LIMITED else (3, 12, 1)
        (relationship,) = self._random.choices(tuple(Relationship), weights)
        return relationship

    def _ten(self, middle: float) -> int:
        return _within(TENS, self._random.gauss(middle, 1.6))

    def _percent(self, middle: float) -> int:
        return 5 * round(_within(PERCENT, self._random.gauss(middle, 15)) / 5)


def _within(allowed: range, number: float) -> int:
    return max(allowed[0], min(allowed[-1], round(number)))
