"""Note in a rescued journal what may be missing of it, until that is brought back or let be.

The note holds numbers, ids and days, and no word of the person's.
"""

import json
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, NamedTuple

from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.progress import Progress
from caregiver_journal.journal.journal import Journal
from caregiver_journal.vault.opened import read_meta, write_meta
from caregiver_journal.vault.wreck import Gap, Key

_NAME = "losses"
_FORGET = "DELETE FROM meta WHERE name = ?"
_AT_ONCE = 100
"""So many entries are read in some 20 ms."""


class LostPart(NamedTuple):
    """What may be missing of a table that is no part of entries.

    Attributes:
        known: how many rows; 0 where nobody knows.
        gap: which ones.
    """

    known: int
    gap: Gap


@dataclass(frozen=True, slots=True)
class Need:
    """An entry of which something may be missing after a rescue.

    Attributes:
        number: of its row.
        entry: as it is now; None where all of it is missing.
        is_stand_in: whether its date was lost, and the rest was not.
    """

    number: int
    entry: Entry | None
    is_stand_in: bool = False


@dataclass(frozen=True, slots=True)
class Losses:
    """What may be missing of a journal.

    Attributes:
        when: it was rescued; what was backed up later lacks it too.
        lost: how many records could not be read.
        missing: the rows of entries of which nothing is left; some were never given.
        touched: the ids of entries of which something is left, by their rows.
        stand_ins: of these rows the ones that have only a neighbour's date.
        parts: by table, what is no entry.
        is_looked: whether the backups were looked through and what they held was brought back.
    """

    when: datetime
    lost: int
    missing: frozenset[int] = frozenset()
    touched: Mapping[int, str] = field(default_factory=dict)
    stand_ins: frozenset[int] = frozenset()
    parts: Mapping[str, LostPart] = field(default_factory=dict)
    is_looked: bool = False


def losses_of(
    when: datetime, lost: int, needs: Iterable[Need], parts: Mapping[str, LostPart]
) -> Losses:
    """Return what is to be noted after a rescue."""
    needs = tuple(needs)
    return Losses(
        when.astimezone(UTC).replace(microsecond=0),
        lost,
        frozenset(need.number for need in needs if need.entry is None),
        {need.number: need.entry.id for need in needs if need.entry is not None},
        frozenset(need.number for need in needs if need.is_stand_in),
        parts,
    )


def read_losses(journal: Journal) -> Losses | None:
    """Return what is noted; None where nothing is, or nothing that can be understood."""
    text = read_meta(journal.database, _NAME)
    with suppress(ValueError, LookupError, TypeError, AttributeError):
        content = json.loads(text or "")
        return Losses(
            datetime.fromisoformat(content["when"]).astimezone(UTC),
            int(content["lost"]),
            frozenset(_numbers(content["missing"])),
            {int(number): str(name) for number, name in content["touched"].items()},
            frozenset(_numbers(content["stand_ins"])),
            {str(table): _to_part(part) for table, part in content["parts"].items()},
            content["is_looked"] is True,
        )
    return None


def note_losses(journal: Journal, losses: Losses) -> None:
    """Keep what may be missing, inside ``Journal.writing``."""
    content = {
        "when": losses.when.isoformat(),
        "lost": losses.lost,
        "missing": _stretches(losses.missing),
        "touched": {str(number): name for number, name in sorted(losses.touched.items())},
        "stand_ins": _stretches(losses.stand_ins),
        "parts": {table: _from_part(part) for table, part in losses.parts.items()},
        "is_looked": losses.is_looked,
    }
    write_meta(journal.database, _NAME, json.dumps(content))


def forget_losses(journal: Journal) -> None:
    """Keep nothing of it any more, inside ``Journal.writing``."""
    journal.database.write(_FORGET, (_NAME,))


def let_losses_be(journal: Journal) -> Callable[[], None]:
    """Let what may be missing be; return what takes that back.

    Raises:
        JournalError: it is noted as before.
    """
    losses = read_losses(journal)
    with journal.writing(Topic.CHECK):
        forget_losses(journal)

    def take_back() -> None:
        if losses is not None:
            with journal.writing(Topic.CHECK):
                note_losses(journal, losses)

    return take_back


def find_needs(journal: Journal, losses: Losses) -> Generator[Progress, None, tuple[Need, ...]]:
    """Return the entries that may lack something as they are now, a little at a time.

    One that was deleted since lacks nothing any more.
    """
    needs = [Need(number, None) for number in sorted(losses.missing)]
    numbers = sorted(losses.touched)
    for start in range(0, len(numbers), _AT_ONCE):
        there = journal.entries.numbered(numbers[start : start + _AT_ONCE])
        needs += [
            Need(number, entry, number in losses.stand_ins)
            for number, entry in there.items()
            if entry.id == losses.touched[number]
        ]
        yield Progress(start, len(numbers))
    return tuple(needs)


def _stretches(numbers: Iterable[int]) -> list[list[int]]:
    """Return numbers as the stretches in which they lie; thousands may lie beside each other."""
    found: list[list[int]] = []
    for number in sorted(numbers):
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return found


def _numbers(stretches: Iterable[Any]) -> Iterable[int]:
    for first, last in stretches:
        yield from range(int(first), int(last) + 1)


def _from_part(part: LostPart) -> dict[str, object]:
    keys = part.gap.keys
    return {
        "known": part.known,
        "numbers": _stretches(key for key in keys if isinstance(key, int)),
        "ids": sorted(key for key in keys if isinstance(key, str)),
        "stretch": part.gap.stretch,
    }


def _to_part(content: Mapping[str, Any]) -> LostPart:
    keys: set[Key] = {*_numbers(content["numbers"]), *map(str, content["ids"])}
    stretch = content["stretch"]
    between = None
    if stretch is not None:
        after, before = (None if end is None else str(end) for end in stretch)
        between = (after, before)
    return LostPart(int(content["known"]), Gap(frozenset(keys), between))
