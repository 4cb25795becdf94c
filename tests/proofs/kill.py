"""Kill a writer at any moment: what it acknowledged has to be there afterwards."""

import os
import select
import signal
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from proofs import course, journals
from proofs.verdict import Size, Verdict, not_run

from caregiver_journal.base.errors import JournalError

WHAT = "kill -9 while writing: acknowledged saves lost"
_KILLS_PER_JOURNAL = 20
_CONTROL_KILLS = 20
_LONGEST_SECONDS = 0.15
_PATIENCE = 5.0
_LATE_SECONDS = 0.003
_ACK_BYTES = 4


@dataclass
class _Tally:
    """What came of the kills."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    extra: int = 0
    findings: list[str] = field(default_factory=list)


def prove(size: Size) -> list[Verdict]:
    """Kill writers, then one that acknowledges before it saves."""
    if not hasattr(os, "fork"):
        return [not_run(WHAT, "this system has no fork")]
    tally, control = _Tally(), _Tally()
    _kill_many(size.of(50, 600), Random(size.seed), tally, is_safe=True)
    _kill_many(_CONTROL_KILLS, Random(size.seed), control, is_safe=False)
    return [
        Verdict(
            what=WHAT,
            count=f"{tally.kills} kills, {tally.acknowledged:,} saves",
            result=f"{tally.lost} lost, {len(tally.findings)} wrong",
            limit=f"0 of ≥ {size.of(50, 500)}",
            holds=not tally.lost and not tally.findings and tally.kills >= size.of(50, 500),
            control=f"unsafe writer lost {control.lost}",
            control_found=control.lost > 0,
            findings=tuple(tally.findings),
        )
    ]


def _kill_many(kills: int, random: Random, tally: _Tally, *, is_safe: bool) -> None:
    while tally.kills < kills:
        # On the disk a kill meets every call; in memory there are many more saves to be lost.
        in_memory = tally.kills // _KILLS_PER_JOURNAL % 2 == 1
        with journals.workshop("kill", in_memory=in_memory) as place:
            folder = place / "journal"
            journals.make(folder)
            done = 0
            for _number in range(min(_KILLS_PER_JOURNAL, kills - tally.kills)):
                acknowledged = _let_write(folder, done + 1, random, is_safe=is_safe)
                tally.kills += 1
                tally.acknowledged += acknowledged - done if acknowledged else 0
                done = _look(folder, max(done, acknowledged), tally)
                if done < 0:
                    break


def _let_write(folder: Path, first: int, random: Random, *, is_safe: bool) -> int:
    """Let a child write, kill it, and return the last change it acknowledged; 0 for none.

    One of five is killed some time after its start, so also while it opens the journal; the others
    some time after their first acknowledgement.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            _write(folder, first, writer, is_safe=is_safe)
        finally:
            os._exit(1)
    os.close(writer)
    if random.random() < 0.8:
        select.select([reader], [], [], _PATIENCE)
    time.sleep(random.uniform(0, _LONGEST_SECONDS))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reader, "rb") as pipe:
        heard = pipe.read()
    return int.from_bytes(heard[-_ACK_BYTES:], "big") if heard else 0


def _write(folder: Path, first: int, writer: int, *, is_safe: bool) -> None:
    journal = journals.open_again(folder)
    number = first
    while True:
        if not is_safe:
            os.write(writer, number.to_bytes(_ACK_BYTES, "big"))
            time.sleep(_LATE_SECONDS)
        course.do(journal, number)
        if is_safe:
            os.write(writer, number.to_bytes(_ACK_BYTES, "big"))
        number += 1


def _look(folder: Path, acknowledged: int, tally: _Tally) -> int:
    """Compare the journal with what was acknowledged; return the last change it holds, or -1."""
    try:
        with closing(journals.open_again(folder)) as journal:
            held = course.read(journal)
            damage = journal.database.check(deep=True)
    except JournalError as error:
        tally.findings.append(f"after {acknowledged}: {type(error).__name__}")
        return -1
    if damage:
        tally.findings.append(f"after {acknowledged}: {damage[0]}")
        return -1
    if held == course.expected(range(1, acknowledged + 2)):
        tally.extra += 1
        return acknowledged + 1
    if held == course.expected(range(1, acknowledged + 1)):
        return acknowledged
    tally.lost += 1
    return -1
