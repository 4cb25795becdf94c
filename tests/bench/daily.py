"""A day with a large journal: Today, the Journal's first picture, searching, scrolling, memory."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Any

from bench.figures import Figure
from bench.visits import PAGES
from proofs import journals
from proofs.guest import invite, read_notebook
from proofs.surroundings import environment

from caregiver_journal.base.clock import system_clock
from caregiver_journal.domain.query import Query
from caregiver_journal.journal import doors
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.sample import fill_with_sample
from caregiver_journal.store.search import match_expression

FEW, MANY = 200, 20_000
_FIRST = 50
_WORDS = ("shift", "late shift", "gard", "team lead", "th", "invented")
"""Rare words and common ones; the last ones are only begun, as while one types."""
_BARE = """
SELECT entries.*, coalesce(notes.text, '')
FROM entry_search JOIN entries ON entries.number = entry_search.rowid
LEFT JOIN notes ON notes.entry = entries.number
WHERE entry_search MATCH ? AND entries.deleted IS NULL
ORDER BY entries.day DESC, entries.happened DESC, entries.number DESC LIMIT ?
"""
_OF_THESE = "IN (SELECT value FROM json_each(?))"
_BARE_DETAILS = (
    f"SELECT * FROM moods WHERE entry {_OF_THESE}",  # noqa: S608 - made of constants
    f"SELECT * FROM mood_words WHERE entry {_OF_THESE} ORDER BY entry, position",  # noqa: S608
    f"""
    SELECT entry_tags.entry, tags.name FROM entry_tags JOIN tags ON tags.number = entry_tags.tag
    WHERE entry_tags.entry {_OF_THESE} ORDER BY entry_tags.entry, entry_tags.position
    """,  # noqa: S608
    f"SELECT * FROM boundaries WHERE entry {_OF_THESE}",  # noqa: S608
    f"SELECT * FROM boundary_texts WHERE entry {_OF_THESE}",  # noqa: S608
    f"SELECT * FROM boundary_pulls WHERE entry {_OF_THESE} ORDER BY entry, position",  # noqa: S608
    f"SELECT * FROM follow_ups WHERE entry {_OF_THESE} ORDER BY entry, position",  # noqa: S608
    f"SELECT * FROM reflections WHERE entry {_OF_THESE}",  # noqa: S608
    f"SELECT * FROM reflection_texts WHERE entry {_OF_THESE} ORDER BY entry, part",  # noqa: S608
    f"SELECT * FROM worries WHERE entry {_OF_THESE} ORDER BY entry, position",  # noqa: S608
    f"SELECT * FROM practices WHERE entry {_OF_THESE}",  # noqa: S608
    f"SELECT * FROM practice_texts WHERE entry {_OF_THESE} ORDER BY entry, position",  # noqa: S608
)
"""The same content of the same entries, as rows and not yet as entries."""
_SECONDS = 120
_BLOCK = 0.05
_TODAY, _JOURNAL, _SEARCH = 1.3, 0.15, 2.0
_GROWTH_KIB = 30 * 1024


def measure(quick: bool) -> list[Figure]:
    """Spend the same day with a small and a large journal, each in the real window."""
    runs = 2 if quick else 5
    with journals.workshop("daily") as place:
        for name, entries in (("few", FEW), ("many", MANY)):
            _make(place / name, entries)
        seen: dict[str, list[dict[str, Any]]] = {"few": [], "many": []}
        for _run in range(runs + 1):
            for name, days in seen.items():
                days.append(_spend_a_day(place, name))
        few, many = (days[1:] for days in seen.values())  # the first ones fill the caches
        search = _measure_search(place / "many", 5 if quick else 25)
    blocks = _blocks(many)
    return [_today(few, many), _journal(many), *_pages(many), search, *blocks, _growth(many)]


def _make(folder: Path, entries: int) -> None:
    opened = journals.make(folder)
    with closing(doors.open_journal(folder, opened, system_clock)) as journal:
        fill_with_sample(journal, days=max(30, entries // 3), entries=entries)


def _spend_a_day(place: Path, name: str) -> dict[str, Any]:
    whole = "yes" if name == "many" else "no"
    env = environment(place / "home", BENCH_FOLDER=str(place / name), BENCH_WHOLE=whole)
    command = [sys.executable, "-P", "-m", "caregiver_journal", "--journal", str(place / name)]
    with tempfile.TemporaryDirectory() as notes:
        visit = invite("bench.visits:spend_a_day", Path(notes))
        subprocess.run(command, env=env | visit, check=True, timeout=_SECONDS)
        noted: dict[str, Any] = {}
        for line in read_notebook(Path(notes)):
            noted |= line
    if "failed" in noted or not all(noted.get("found", ["few"])):
        raise RuntimeError(noted.get("failed", "nothing was found"))
    return noted


def _measure_search(folder: Path, rounds: int) -> Figure:
    """Search for each of the words and set it against one bare statement for the same."""
    seen: dict[str, tuple[float, float]] = {}
    with closing(journals.open_again(folder)) as journal:
        for words in _WORDS:
            pairs = [
                (_time_ours(journal, words), _time_bare(journal, words)) for _round in range(rounds)
            ]
            seen[words] = (median(one for one, _b in pairs), median(bare for _o, bare in pairs))
    words, (ours, bare) = max(seen.items(), key=lambda item: item[1][0] / item[1][1])
    return Figure(
        what=f"search, first {_FIRST} of {MANY:,} entries, slowest beside its bare SQL",
        measured=f"{ours * 1000:.1f} ms = {ours / bare:.2f} ×",
        limit=f"{_SEARCH:g} ×",
        beside=f"bare SQL {bare * 1000:.1f} ms for “{words}”, the worst of {len(_WORDS)}",
        holds=ours <= _SEARCH * bare,
    )


def _time_bare(journal: Journal, words: str) -> float:
    start = time.monotonic()
    rows = journal.database.rows(_BARE, (match_expression(words), _FIRST))
    numbers = json.dumps([row[0] for row in rows])
    for statement in _BARE_DETAILS:
        journal.database.rows(statement, (numbers,))
    return time.monotonic() - start


def _time_ours(journal: Journal, words: str) -> float:
    start = time.monotonic()
    found, _place = journal.entries.find(Query(words=words), None, _FIRST)
    took = time.monotonic() - start
    if len(found) < _FIRST:
        raise RuntimeError(f"{words!r} is found only {len(found)} times")
    return took


def _today(few: Sequence[dict[str, Any]], many: Sequence[dict[str, Any]]) -> Figure:
    small, large = (median(day["today"] for day in days) for days in (few, many))
    return Figure(
        what=f"unlocked key → Today painted, {MANY:,} entries",
        measured=f"{large * 1000:.0f} ms = {large / small:.2f} ×",
        limit=f"{_TODAY} ×",
        beside=f"{FEW} entries {small * 1000:.0f} ms, median of {len(many)}",
        holds=large <= _TODAY * small,
    )


def _journal(many: Sequence[dict[str, Any]]) -> Figure:
    took = median(day["journal"] for day in many)
    return Figure(
        what="Journal: first picture",
        measured=f"{took * 1000:.0f} ms",
        limit=f"{_JOURNAL * 1000:.0f} ms",
        beside=f"median of {len(many)}, slowest {max(d['journal'] for d in many) * 1000:.0f} ms",
        holds=took <= _JOURNAL,
    )


def _pages(many: Sequence[dict[str, Any]]) -> list[Figure]:
    """Return how long each page takes when one comes back to it, and what it took at first."""
    figures = []
    for name in PAGES:
        took = median(day[name] for day in many)
        first = median(day[f"{name}_first"] for day in many)
        figures.append(
            Figure(
                what=f"{name.capitalize()}, after the first visit: painted",
                measured=f"{took * 1000:.0f} ms",
                limit=f"{_JOURNAL * 1000:.0f} ms",
                beside=f"median of {len(many)}; first visit {first * 1000:.0f} ms",
                holds=took <= _JOURNAL,
            )
        )
    return figures


def _blocks(many: Sequence[dict[str, Any]]) -> list[Figure]:
    figures = []
    for name, what in (
        ("typing", "a key in the search box: longest block"),
        ("scrolling", "a step through 5,000 rows: longest block"),
    ):
        longest, steps = median(day[name] for day in many), many[0][f"{name}_steps"]
        figures.append(
            Figure(
                what=what,
                measured=f"{longest * 1000:.0f} ms",
                limit=f"{_BLOCK * 1000:.0f} ms",
                beside=f"median of the longest in {len(many)} days, {steps} steps",
                holds=longest <= _BLOCK,
            )
        )
    return figures


def _growth(many: Sequence[dict[str, Any]]) -> Figure:
    grown = median(day["after"] - day["before"] for day in many)
    return Figure(
        what="memory that searching and scrolling take",
        measured=f"{grown / 1024:.1f} MB",
        limit=f"{_GROWTH_KIB // 1024} MB",
        beside=f"{many[0]['before'] / 1024:.0f} MB before",
        holds=grown <= _GROWTH_KIB,
    )
