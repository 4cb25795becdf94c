"""What a file holds beside entries: how each part of it stands to the journal, and is written.

What has an id is the same by its id; what has none is the same by what people tell it apart by: a
day, a name, a text. So a file that comes in twice adds nothing.
"""

from collections.abc import Callable, Generator, Hashable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from caregiver_journal.base.errors import NothingFoundError
from caregiver_journal.domain.event_mark import EventMark
from caregiver_journal.domain.kept import (
    KeptInstrument,
    KeptPreset,
    KeptWorkday,
    Rung,
    Setting,
    SupportTitle,
    TagMark,
)
from caregiver_journal.domain.ladder import Step, Try
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.plan import Plan
from caregiver_journal.domain.preference import PREFERENCES
from caregiver_journal.domain.session import TalkPoint
from caregiver_journal.domain.shift import Shift
from caregiver_journal.domain.support import SupportLine
from caregiver_journal.domain.tag import folded
from caregiver_journal.domain.workday import Workday
from caregiver_journal.journal.all_data import STAYS, read_parts
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.measuring import definition_of
from caregiver_journal.journal.standing import Standing, Thing
from caregiver_journal.store.instruments import Kept

_AT_ONCE = 100
"""So many records are read between two rests."""

STEPS, TRIES = "ladder", "tries"
"""The rungs of a file come apart into steps and tries: what is new of either comes in."""


class TryOf(NamedTuple):
    """A try, and the step it is of."""

    situation: str
    tried: Try


Write = Callable[[Journal, Any, Any], None]
"""Writes a record; also told the one that is there, or None."""


@dataclass(frozen=True, slots=True)
class Part:
    """How the records of one part are told apart and written.

    Attributes:
        key: what makes a record the same one.
        write: adds it, or writes it over the one that is there.
        is_many: whether there can be several with one key; they are then told apart by their order.
    """

    key: Callable[[Any], Hashable]
    write: Write
    is_many: bool = False


class Keyed(NamedTuple):
    """A record of a part, and what makes it the same one as another."""

    part: str
    key: Hashable
    record: Any


def keyed(parts: Mapping[str, Iterable[object]]) -> Iterator[Keyed]:
    """Yield the records of parts, each with the name of its part and what makes it the same one."""
    for name, records in _apart(parts):
        seen: dict[Hashable, int] = {}
        for record in records:
            key = PARTS_IN[name].key(record)
            if PARTS_IN[name].is_many:
                seen[key] = seen.get(key, -1) + 1
                key = (key, seen[key])
            yield Keyed(name, key, record)


def _apart(parts: Mapping[str, Iterable[object]]) -> Iterator[tuple[str, Iterable[Any]]]:
    for name, records in parts.items():
        if name == STEPS:
            rungs = [rung for rung in records if isinstance(rung, Rung)]
            yield STEPS, [rung.step for rung in rungs]
            yield TRIES, [TryOf(rung.step.text, tried) for rung in rungs for tried in rung.tries]
        else:
            yield name, records


def stand_parts(
    journal: Journal, tags: Iterable[str]
) -> Generator[None, None, Callable[[Keyed], Thing | None]]:
    """Return what says how a record stands to the journal as it is now, None where to no end.

    A setting means something where it is known here and belongs to no one copy of the journal; it
    never differs, because what was set here stays. A hidden tag means something where something has
    it.

    Args:
        journal: is read a little at a time.
        tags: those that come in with entries.
    """
    here: dict[tuple[str, Hashable], Any] = {}
    in_trash = frozenset(journal.entries.ids_in_trash())
    parts = read_parts(journal, Period(), everything=True, in_trash=in_trash)
    for part, key, record in keyed(parts):
        here[part, key] = record
        if len(here) % _AT_ONCE == 0:
            yield
    for use in journal.tags.counted():
        here["tags", folded(use.name)] = TagMark(use.name) if use.is_hidden else use
    tags_used: set[Hashable] = {*map(folded, tags), *(key for part, key in here if part == "tags")}
    settings: set[Hashable] = {each.name for each in PREFERENCES if each.name not in STAYS}
    means = {"tags": tags_used, "settings": settings}
    seen: set[tuple[str, Hashable]] = set()

    def stand(each: Keyed) -> Thing | None:
        if each.part in means and each.key not in means[each.part]:
            return None
        record, place = each.record, (each.part, each.key)
        there, is_double = here.get(place), place in seen
        seen.add(place)
        if is_double or (there is not None and each.part == "settings"):
            standing = Standing.SAME
        elif there is None:
            standing = Standing.NEW
        else:
            record = _linked(record, there)
            is_same = _content(there) == _content(record)
            standing = Standing.SAME if is_same else Standing.DIFFERENT
        return Thing(each.part, record, standing, there, each.key)

    return stand


def _linked(record: Any, there: Any) -> Any:  # noqa: ANN401 - a record of any part
    """Return a record that knows the entry it came from where it is known here.

    A file does not name it where that entry is not in it, as in a file of other days.
    """
    if isinstance(record, TryOf):
        return record._replace(tried=_linked(record.tried, there.tried))
    if isinstance(record, TalkPoint | Try) and not record.entry_id:
        return replace(record, entry_id=there.entry_id)
    return record


def _content(record: object) -> object:
    """Return what of a record tells whether it is the same: all but the number of its row."""
    if isinstance(record, TryOf):
        return replace(record.tried, step=0, number=None)
    if isinstance(record, Shift | EventMark | Step | Plan | SupportLine):
        return replace(record, number=None)
    return record


# --- writing ------------------------------------------------------------------------------------


def _write_shift(journal: Journal, shift: Shift, there: Shift | None) -> None:
    if there is None:
        journal.shifts.add(shift)
    else:
        journal.shifts.change(replace(shift, number=there.number))


def _write_workday(journal: Journal, kept: KeptWorkday, _there: object) -> None:
    journal.workdays.write(Workday(kept.day, _shift(journal, kept.shift), kept.hours, kept.load))


def _shift(journal: Journal, name: str) -> Shift | None:
    """Return the kind of shift of a name; it is added where there is none."""
    if not name:
        return None
    found = (each for each in journal.shifts.all() if folded(each.name) == folded(name))
    return next(found, None) or journal.shifts.add(Shift(name))


def _write_mark(journal: Journal, mark: EventMark, _there: object) -> None:
    journal.event_marks.write(replace(mark, number=None))


def _hide_tag(journal: Journal, tag: TagMark, _there: object) -> None:
    # What has the tag in the file may not have come in, because it differs here.
    with suppress(NothingFoundError):
        journal.tags.hide(tag.name, hidden=True)


def _write_step(journal: Journal, step: Step, there: Step | None) -> None:
    journal.ladder.write_step(replace(step, number=None if there is None else there.number))


def _write_try(journal: Journal, record: TryOf, there: TryOf | None) -> None:
    number = None if there is None else there.tried.number
    steps = journal.ladder.steps()
    step = next(each for each in steps if folded(each.text) == folded(record.situation))
    journal.ladder.write_try(replace(record.tried, step=step.number or 0, number=number))


def _write_plan(journal: Journal, plan: Plan, there: Plan | None) -> None:
    journal.plans.write(replace(plan, number=None if there is None else there.number))


def _write_line(journal: Journal, line: SupportLine, there: SupportLine | None) -> None:
    lines = [each for each in journal.support.lines() if each.section == line.section]
    if there is None:
        lines.append(replace(line, number=None))
    else:
        mended = replace(line, number=there.number)
        lines = [mended if each.number == there.number else each for each in lines]
    journal.support.write_section(line.section, lines)


def _write_title(journal: Journal, title: SupportTitle, _there: object) -> None:
    journal.support.write_title(title.section, title.title)


def _write_instrument(journal: Journal, kept: KeptInstrument, _there: object) -> None:
    facts = "" if kept.facts is None else definition_of(kept.facts)
    journal.instruments.write(Kept(kept.id, facts, kept.is_hidden, kept.repeat_days))


def _write_preset(journal: Journal, preset: KeptPreset, _there: object) -> None:
    journal.presets.write(preset.name, preset.content)


def _write_setting(journal: Journal, setting: Setting, _there: object) -> None:
    preference = next(each for each in PREFERENCES if each.name == setting.name)
    journal.preferences.write(preference, setting.value)


def _id(record: Any) -> Hashable:  # noqa: ANN401 - a record of any part that has ids
    identity: str = record.id
    return identity


def _writer(write: Callable[[Journal], Callable[[Any], object]]) -> Write:
    """Return what writes a record by the method of a store, whether it is there or not."""

    def act(journal: Journal, record: Any, _there: object) -> None:  # noqa: ANN401 - see ``Write``
        write(journal)(record)

    return act


PARTS_IN: dict[str, Part] = {
    "shifts": Part(lambda shift: folded(shift.name), _write_shift),
    "workdays": Part(lambda kept: kept.day, _write_workday),
    "pauses": Part(lambda pause: pause.first, _writer(lambda journal: journal.pauses.write)),
    "event_marks": Part(lambda mark: (mark.day, mark.text), _write_mark, is_many=True),
    "tags": Part(lambda tag: folded(tag.name), _hide_tag),
    "feelings": Part(
        lambda kept: folded(kept.word), _writer(lambda journal: journal.feelings.keep)
    ),
    "scripts": Part(_id, _writer(lambda journal: journal.scripts.keep)),
    STEPS: Part(lambda step: folded(step.text), _write_step),
    TRIES: Part(lambda of: (folded(of.situation), of.tried.happened), _write_try, is_many=True),
    "plans": Part(lambda plan: (plan.made, plan.asked), _write_plan, is_many=True),
    "decks": Part(_id, _writer(lambda journal: journal.prompts.keep_deck)),
    "prompts": Part(_id, _writer(lambda journal: journal.prompts.keep)),
    "exercises": Part(_id, _writer(lambda journal: journal.exercises.keep)),
    "cards": Part(_id, _writer(lambda journal: journal.cards.keep)),
    "support_lines": Part(lambda line: (line.section, line.text), _write_line, is_many=True),
    "support_titles": Part(lambda title: title.section, _write_title),
    "instruments": Part(_id, _write_instrument),
    "goals": Part(_id, _writer(lambda journal: journal.goals.write)),
    "talk_points": Part(_id, _writer(lambda journal: journal.talk_points.write)),
    "homework": Part(_id, _writer(lambda journal: journal.homework.write)),
    "sessions": Part(_id, _writer(lambda journal: journal.sessions.write)),
    "masks": Part(lambda mask: mask.word.casefold(), _writer(lambda journal: journal.masks.write)),
    "presets": Part(lambda preset: preset.name.casefold(), _write_preset),
    "settings": Part(lambda setting: setting.name, _write_setting),
}
"""By the name each has in the file; a rung of the ladder is two of them."""
