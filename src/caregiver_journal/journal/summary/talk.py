"""Read what the writer wants to talk about: goals, points and questions."""

from collections.abc import Iterable, Iterator

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.text import shortened
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.session import Goal, TalkPoint
from caregiver_journal.domain.summary import (
    BLOCK_WORDS,
    Block,
    Choice,
    Item,
    Piece,
    Points,
    Ruled,
    Section,
    Words,
)
from caregiver_journal.journal.journal import Journal

LINES = 3
"""How many lines there are to write on where nothing is noted."""

_LONGEST = 100
"""How many characters of a point stand where it is chosen."""


def offer_talk(journal: Journal, _period: Period) -> tuple[Item, ...]:
    """Return goals, then points, then questions; all are in at first."""
    points = _waiting(journal)
    said: tuple[Goal | TalkPoint, ...] = (
        *_goals(journal),
        *(point for point in points if not point.is_question),
        *(point for point in points if point.is_question),
    )
    return tuple(map(_item, said))


def read_talk(journal: Journal, choice: Choice) -> Section:
    """Return what the writer wants to talk about, or lines to write on by hand."""
    goals = [goal for goal in _goals(journal) if choice.takes(_item(goal))]
    waiting = [point for point in _waiting(journal) if choice.takes(_item(point))]
    questions = [point for point in waiting if point.is_question]
    points = [point for point in waiting if not point.is_question]
    return Section(
        Block.TALK,
        _(BLOCK_WORDS[Block.TALK]),
        tuple(_pieces(goals, points, questions)),
        counted=_say_counted(len(points), len(questions)),
    )


def _pieces(
    goals: list[Goal], points: list[TalkPoint], questions: list[TalkPoint]
) -> Iterator[Piece]:
    if goals:
        said = " · ".join(_in_a_line(goal.text) for goal in goals)
        yield Words(_("Working on: {goals}").format(goals=said), is_own=True)
    if points:
        yield _listed(points)
    if questions:
        yield Words(_("Questions for the therapist:"))
        yield _listed(questions)
    if not points and not questions:
        yield Words(_("Room for notes by hand."), is_small=True)
        yield Ruled(LINES)


def _goals(journal: Journal) -> tuple[Goal, ...]:
    return tuple(goal for goal in journal.goals.all() if goal.reached is None)


def _waiting(journal: Journal) -> tuple[TalkPoint, ...]:
    return tuple(point for point in journal.talk_points.shared() if point.talked is None)


def _item(said: Goal | TalkPoint) -> Item:
    sort = "goal" if isinstance(said, Goal) else "point"
    words = shortened(_in_a_line(said.text), _LONGEST)
    return Item(f"{Block.TALK}/{sort}/{said.id}", words, is_in_at_first=True)


def _listed(points: Iterable[TalkPoint]) -> Points:
    return Points(tuple((point.text, "") for point in points))


def _in_a_line(text: str) -> str:
    return " ".join(text.split())


def _say_counted(points: int, questions: int) -> str:
    said = []
    if points:
        said.append(ngettext("{n} point", "{n} points", points).format(n=points))
    if questions:
        said.append(ngettext("{n} question", "{n} questions", questions).format(n=questions))
    return " · ".join(said)
