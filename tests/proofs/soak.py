"""Work in a journal of many years: saving, searching and backing up stay quick."""

import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from random import Random

from proofs import course, journals
from proofs.verdict import Size, Verdict

from caregiver_journal.journal import doors
from caregiver_journal.journal.backing_up import back_up_here
from caregiver_journal.journal.journal import Journal

_SAVES = 200
_SEARCHES = 200
_WORDS = ("tense", "calm", "worn", "grateful", "early", "day off", "müde", "te", "c", "tense calm")
_SLOW = 0.05
_BATCHES = 3
"""The best of so many counts: other programs on the machine are not ours to measure."""


def prove(size: Size) -> list[Verdict]:
    """Measure the slowest 5 % of saves and searches, the opening and a backup."""
    entries = size.of(5_000, 50_000)
    with journals.workshop("soak") as place:
        opened = journals.make(place / "journal")
        with closing(journals.open_again(place / "journal")) as journal:
            _fill(journal, entries)
        start = time.perf_counter()
        with closing(doors.open_journal(place / "journal", opened)) as journal:
            opening = time.perf_counter() - start
            saving = min(_save_many(journal, entries + 10 + n * _SAVES) for n in range(_BATCHES))
            random = Random(size.seed)
            searching = min(_search_many(journal, random) for _batch in range(_BATCHES))
            backup = min(_time(partial(back_up_here, journal)) for _batch in range(2))
            slow = [_time(partial(_save_slowly, journal, number)) for number in (1, 2, 3)]
            damage = journal.database.check(deep=True)
        megabytes = _megabytes(place / "journal" / "journal.db")
    what = f"{entries:,} entries ({megabytes} MB)"
    control = f"a slow save: {_p95(slow) * 1000:.0f} ms"
    is_seen = _p95(slow) > 0.02
    return [
        _verdict(f"{what}: save, p95", _SAVES * _BATCHES, saving, 0.02, control, is_seen=is_seen),
        _verdict(
            f"{what}: search, p95", _SEARCHES * _BATCHES, searching, 0.1, control, is_seen=is_seen
        ),
        _verdict(f"{what}: backup, checked", 1, backup, 5, control, is_seen=is_seen and not damage),
        _verdict(f"{what}: open", 1, opening, 1, control, is_seen=is_seen),
    ]


def _verdict(
    what: str, count: int, seconds: float, limit: float, control: str, *, is_seen: bool
) -> Verdict:
    return Verdict(
        what=what,
        count=f"{count}",
        result=f"{seconds * 1000:.1f} ms",
        limit=f"< {limit * 1000:.0f} ms",
        holds=seconds < limit,
        control=control,
        control_found=is_seen,
    )


def _fill(journal: Journal, entries: int) -> None:
    for first in range(1, entries + 1, 1_000):
        with journal.writing():
            for number in range(first, min(first + 1_000, entries + 1)):
                journal.entries.add(course.entry(number))
        course.entry.cache_clear()


def _save_many(journal: Journal, first: int) -> float:
    """Return the seconds that 95 % of the saves stay below."""
    return _p95(
        [_time(partial(journal.add, course.entry(first + number))) for number in range(_SAVES)]
    )


def _search_many(journal: Journal, random: Random) -> float:
    """Return the seconds that 95 % of the searches stay below."""
    words = random.choices(_WORDS, k=_SEARCHES)
    return _p95([_time(partial(journal.search.find, each, 50)) for each in words])


def _save_slowly(journal: Journal, number: int) -> None:
    """Save while the disk is slow, as the control."""
    time.sleep(_SLOW)
    journal.save_draft("control", {"number": number})


def _time(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _p95(seconds: list[float]) -> float:
    return sorted(seconds)[max(0, round(len(seconds) * 0.95) - 1)]


def _megabytes(path: Path) -> int:
    return round(path.stat().st_size / 1_000_000)
