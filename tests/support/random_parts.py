"""Write something random into each part of a journal: few keys, so that two lives often meet."""

from collections.abc import Callable, Generator
from dataclasses import astuple, replace
from datetime import UTC, date, timedelta
from random import Random
from typing import Any

from support.clock import START

from caregiver_journal.domain.event_mark import EventMark
from caregiver_journal.domain.kept import (
    KeptCard,
    KeptDeck,
    KeptExercise,
    KeptFeeling,
    KeptInstrument,
    KeptPreset,
    KeptPrompt,
    KeptScript,
    KeptWorkday,
    Rung,
    Setting,
    SupportTitle,
    TagMark,
)
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.ladder import Step, Try
from caregiver_journal.domain.mask import Mask
from caregiver_journal.domain.own_scale import make_own_scale
from caregiver_journal.domain.pause import Pause
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.plan import Plan
from caregiver_journal.domain.session import Goal, Homework, HomeworkState, Session, TalkPoint
from caregiver_journal.domain.shift import Shift
from caregiver_journal.domain.support import SupportLine
from caregiver_journal.journal.all_data import read_parts
from caregiver_journal.journal.importing import write_thing
from caregiver_journal.journal.incoming_parts import keyed, stand_parts
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.standing import Standing

TAGS = ("late", "lead", "night")
_MADE = START.astimezone(UTC).replace(microsecond=0)
_SHIFTS = ("Early", "Own A", "Own B")


def _id(dice: Random) -> str:
    return str(dice.randrange(1, 4)) * 36


def _own(dice: Random) -> str:
    return f"own.{dice.randrange(3)}"


def _day(dice: Random) -> date:
    return START.date() - timedelta(days=dice.randrange(4))


def _said(dice: Random) -> str:
    return f"said {dice.randrange(10_000)}"


def _flag(dice: Random) -> bool:
    return bool(dice.randrange(2))


def _make_rung(dice: Random) -> Rung:
    name = dice.choice("xyz")
    tries = [
        Try(0, START - timedelta(hours=dice.randrange(5)), 5, dice.randrange(10), _said(dice))
        for _try in range(dice.randrange(3))
    ]
    return Rung(Step(f"step {name}", dice.randrange(10), _flag(dice)), tuple(tries))


def _make_homework(dice: Random) -> Homework:
    if _flag(dice):
        return Homework(_id(dice), _said(dice), _MADE, START.date())
    state, ended = HomeworkState.DONE, _day(dice)
    return Homework(_id(dice), _said(dice), _MADE, START.date(), state, ended, _said(dice))


def _make_scale(dice: Random) -> KeptInstrument:
    if _flag(dice):
        return KeptInstrument(
            "phq-9", None, is_hidden=_flag(dice), repeat_days=dice.randrange(1, 9)
        )
    scale = make_own_scale("Rest", [_said(dice)], (0, 4), scale_id=_own(dice))
    return KeptInstrument(scale.id, scale, is_hidden=_flag(dice))


RANDOM_PARTS: dict[str, Callable[[Random], Any]] = {
    "shifts": lambda dice: Shift(dice.choice(_SHIFTS), _flag(dice), _flag(dice)),
    "workdays": lambda dice: KeptWorkday(
        _day(dice), dice.choice(("", *_SHIFTS)), dice.choice((None, 7.5)), dice.randrange(10)
    ),
    "pauses": lambda dice: Pause(_day(dice), dice.choice((None, START.date()))),
    "event_marks": lambda dice: EventMark(_day(dice), dice.choice("abc")),
    "tags": lambda dice: TagMark(dice.choice(TAGS)),
    "feelings": lambda dice: KeptFeeling(
        dice.choice(("wobbly", "flat")), _said(dice), 2, 4, is_own=True, is_hidden=_flag(dice)
    ),
    "scripts": lambda dice: KeptScript(
        _own(dice), is_own=True, is_favourite=_flag(dice), text=_said(dice)
    ),
    "ladder": _make_rung,
    "plans": lambda dice: Plan(dice.choice("pq"), _MADE, _day(dice), words=_said(dice)),
    "decks": lambda dice: KeptDeck(_own(dice), is_own=True, title=_said(dice)),
    "prompts": lambda dice: KeptPrompt(
        f"{_own(dice)}.1", is_own=True, deck=_own(dice), text=_said(dice)
    ),
    "exercises": lambda dice: KeptExercise(
        _own(dice), is_own=True, title=_said(dice), minutes=3, steps=(_said(dice),)
    ),
    "cards": lambda dice: KeptCard(_own(dice), is_own=True, title=_said(dice), text=_said(dice)),
    "support_lines": lambda dice: SupportLine(
        dice.choice(("signs", "calm")), f"line {dice.choice('abc')}", _said(dice)
    ),
    "support_titles": lambda dice: SupportTitle(dice.choice(("signs", "calm")), _said(dice)),
    "instruments": _make_scale,
    "goals": lambda dice: Goal(_id(dice), _said(dice), _MADE),
    "talk_points": lambda dice: TalkPoint(_id(dice), _said(dice), _MADE, _flag(dice)),
    "homework": _make_homework,
    "sessions": lambda dice: Session(_id(dice), _day(dice), None, _said(dice)),
    "masks": lambda dice: Mask(dice.choice(("Ada", "Bo")), _said(dice), _flag(dice)),
    "presets": lambda dice: KeptPreset(
        f"Preset {dice.choice('ab')}", dice.choice(('{"span": "month"}', '{"span": "year"}'))
    ),
    "settings": lambda dice: Setting("text_size", dice.choice((100, 150))),
}
"""A record of each part, by its name."""

_FORGET: dict[str, Callable[[Journal, Random], None]] = {
    "goals": lambda journal, dice: journal.goals.forget(_id(dice)),
    "talk_points": lambda journal, dice: journal.talk_points.forget(_id(dice)),
    "homework": lambda journal, dice: journal.homework.forget(_id(dice)),
    "sessions": lambda journal, dice: journal.sessions.forget(_id(dice)),
    "masks": lambda journal, dice: journal.masks.forget(dice.choice(("Ada", "Bo"))),
    "presets": lambda journal, dice: journal.presets.forget(f"Preset {dice.choice('ab')}"),
    "pauses": lambda journal, dice: journal.pauses.forget(Pause(_day(dice))),
}
"""Forgets something of a part, if there is such a thing."""


def write_random(journal: Journal, dice: Random, part: str) -> None:
    """Write something random into a part, over what is there as the same thing."""
    with journal.writing(*Topic, *Kind):
        write_part(journal, part, RANDOM_PARTS[part](dice))


def write_part(journal: Journal, part: str, record: object) -> None:
    """Write a record of a part, over what is there as the same thing."""
    stand = _ended(stand_parts(journal, ()))
    for each in keyed({part: (record,)}):
        thing = stand(each)
        if thing is not None and thing.standing is not Standing.SAME:
            write_thing(journal, thing)


def forget_random(journal: Journal, dice: Random) -> None:
    """Forget something that is no entry."""
    with journal.writing(*Topic):
        dice.choice(list(_FORGET.values()))(journal, dice)


def told(journal: Journal) -> dict[str, list[str]]:
    """Return all that is no entry, without the numbers of rows; of settings only the names."""
    in_trash = frozenset(journal.entries.ids_in_trash())
    parts = read_parts(journal, Period(), everything=True, in_trash=in_trash)
    return {name: sorted(_say(each) for each in some) for name, some in parts.items()}


def _say(record: Any) -> str:
    """Return all of a record that two journals can both have."""
    if isinstance(record, Setting):
        return record.name
    if isinstance(record, Rung):
        tries = sorted(_say(replace(each, step=0)) for each in record.tries)
        return f"{_say(record.step)} {tries}"
    if hasattr(record, "number"):
        record = replace(record, number=None)
    return repr(astuple(record))


def _ended(steps: Generator[None, None, Any]) -> Any:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value
