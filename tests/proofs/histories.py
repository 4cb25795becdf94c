"""Live through invented histories of a journal: damaged and restored, it holds what it should."""

import os
import shutil
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import repeat
from pathlib import Path
from random import Random

from proofs import course, journals
from proofs.verdict import Size, Verdict

from caregiver_journal.base.errors import JournalError
from caregiver_journal.domain.entry import Entry
from caregiver_journal.journal import doors
from caregiver_journal.journal.backing_up import back_up_here, list_backups
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.restoring import restore_with_passphrase
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.doors import Opened
from caregiver_journal.vault.examination import fingerprint

WHAT = "histories of writing, backups, damage and restoring: content not equal"
_STEPS = 24
_CONTROLS = 3
_ENDS = 2_000

Content = dict[str, tuple[int, str]]
"""The number of rows of each table, and a hash over them."""


@dataclass(frozen=True)
class Kept:
    """What a backup has to hold."""

    entries: dict[str, Entry]
    content: Content


@dataclass
class Told:
    """What came of a history."""

    backups: int = 0
    restored: int = 0
    refused: int = 0
    problem: str = ""


def prove(size: Size) -> list[Verdict]:
    """Live through histories; in the control the oldest backup is taken for the newest."""
    wanted = size.of(10, 100)
    seeds = [size.seed * 10_000 + number for number in range(wanted)]
    with journals.workshop("histories", in_memory=True) as place:
        journals.make(place / "pristine")
        with journals.workers() as pool:
            told = list(pool.map(live, repeat(place), seeds, repeat(True)))
            control = list(pool.map(live, repeat(place), seeds[:_CONTROLS], repeat(False)))
    findings = tuple(
        f"history {s}: {t.problem}" for s, t in zip(seeds, told, strict=True) if t.problem
    )
    found = sum(bool(each.problem) for each in control)
    return [
        Verdict(
            what=WHAT,
            count=f"{wanted} histories, {sum(t.backups for t in told)} backups, "
            f"{sum(t.restored for t in told)} restored, {sum(t.refused for t in told)} refused",
            result=f"{len(findings)}",
            limit=f"0 of {wanted}",
            holds=not findings and all(t.restored for t in told),
            control=f"oldest for newest: {found} of {len(control)} not equal",
            control_found=found > 0,
            findings=findings,
        )
    ]


def live(place: Path, seed: int, is_right: bool) -> Told:
    """Live through one history in a folder of its own; return what came of it."""
    folder = place / f"history-{seed}-{is_right}"
    journals.copy_into(place / "pristine", folder)
    history = History(folder, Random(seed), is_right=is_right)
    try:
        history.live()
    except JournalError as error:
        history.told.problem = f"{type(error).__name__}"
    finally:
        history.close()
        shutil.rmtree(folder, ignore_errors=True)
    return history.told


@dataclass
class History:
    """One journal, and what is known of it without looking."""

    folder: Path
    random: Random
    is_right: bool
    told: Told = field(default_factory=Told)
    entries: dict[str, Entry] = field(default_factory=dict)
    kept: dict[str, Kept] = field(default_factory=dict)
    spoilt: set[str] = field(default_factory=set)
    number: int = 0
    hours: float = 0
    opened: Opened | None = None
    journal: Journal | None = None

    def live(self) -> None:
        """Take random steps, and end with a backup, the loss of everything and a restoring."""
        steps = (
            self._log, self._log, self._log, self._edit, self._delete, self._back_up,
            self._spoil_backup, self._lose,
        )  # fmt: skip
        for _number in range(_STEPS):
            self.hours += self.random.choice((0.1, 1, 5, 30, 400))
            self.random.choice(steps)()
            if self.told.problem:
                return
        self._log()
        self._back_up()
        self._lose()
        if not self.told.problem and self._read() != self.entries:
            self.told.problem = "the entries are not what was written"

    def close(self) -> None:
        """Close the journal."""
        if self.journal is not None:
            self.journal.close()
            self.journal = None

    # --- steps ----------------------------------------------------------------------------------

    def _log(self) -> None:
        self.number += 1
        entry = course.entry(self.number)
        self._open().add(entry)
        self.entries[entry.id] = entry

    def _edit(self) -> None:
        """Change an entry that was not changed before."""
        numbers = [n for n in range(1, self.number + 1) if self._is_as_written(n)]
        if numbers:
            entry = course.changed(self.random.choice(numbers))
            self._open().change(entry)
            self.entries[entry.id] = entry

    def _delete(self) -> None:
        if self.entries:
            name = self.random.choice(list(self.entries))
            self._open().remove(self.entries.pop(name))

    def _back_up(self) -> None:
        journal = self._open()
        backup = back_up_here(journal)
        self.told.backups += 1
        self.kept[backup.path.name] = Kept(dict(self.entries), fingerprint(journal.database))
        if not self._whole():
            self.told.problem = "no whole backup is left"

    def _spoil_backup(self) -> None:
        """Damage a backup, but leave one whole."""
        if len(self._whole()) > 1:
            path = self.random.choice(self._whole())
            self._damage(path)
            self.spoilt.add(path.name)

    def _lose(self) -> None:
        """Damage the journal's files in some way, and take it back from the newest whole backup."""
        if not self._whole():
            return
        self.close()
        names = ["journal.db", "journal.keys", "journal.keys.bak"]
        for name in names[: self.random.choice((1, 1, 3))]:
            self._damage(self.folder / name)
        self._restore()

    # --- helpers --------------------------------------------------------------------------------

    def _restore(self) -> None:
        whole = self._whole()
        newest = whole[0] if self.is_right else whole[-1]
        for path in (self.folder / "backups").iterdir():
            if path.name in self.spoilt:
                self.told.problem = self.told.problem or self._refuse(path)
        self.opened = self._take_back(newest)
        expected = self.kept[whole[0].name]
        self.told.restored += 1
        self.entries = dict(expected.entries)
        if self._fingerprint(self.opened) != expected.content:
            self.told.problem = "the hash is another one"

    def _refuse(self, path: Path) -> str:
        """Try a damaged backup; return what is wrong if it is taken, or changes anything."""
        before = _files(self.folder)
        try:
            self._take_back(path)
        except JournalError:
            self.told.refused += 1
            return "" if _files(self.folder) == before else "a refused backup changed something"
        return "a damaged backup was taken"

    def _take_back(self, path: Path) -> Opened:
        done = restore_with_passphrase(path, self.folder, journals.PASSPHRASE, journals.CHEAP)
        return done.opened

    def _fingerprint(self, opened: Opened) -> Content:
        path, key = self.folder / "journal.db", opened.root.database_key()
        with closing(Database.open(path, key, opened.journal_id)) as database:
            return fingerprint(database)

    def _open(self) -> Journal:
        if self.journal is None:
            opened = self.opened or journals.unlock(self.folder)
            self.journal = doors.open_journal(self.folder, opened, self._clock)
        return self.journal

    def _read(self) -> dict[str, Entry]:
        return course.read(self._open()).entries

    def _clock(self) -> datetime:
        return course.still_clock() + timedelta(hours=self.hours)

    def _is_as_written(self, number: int) -> bool:
        entry = course.entry(number)
        return self.entries.get(entry.id) == entry

    def _whole(self) -> list[Path]:
        """Return the backups that were made here and that nobody damaged, newest first."""
        found = [each.path for each in list_backups(self.folder / "backups")]
        return [p for p in found if p.name in self.kept and p.name not in self.spoilt]

    def _damage(self, path: Path) -> None:
        ways = (self._flip, self._cut, _empty, _remove, _garble)
        with suppress(FileNotFoundError):  # it was lost before
            self.random.choice(ways)(path)

    def _flip(self, path: Path) -> None:
        data = bytearray(path.read_bytes())
        for _number in range(3):
            # Not the names and dates at both ends, some of which a backup can do without.
            at = self.random.randrange(_ENDS, len(data) - _ENDS) if len(data) > 2 * _ENDS else 0
            data[at] ^= 1 << self.random.randrange(8)
        path.write_bytes(data)

    def _cut(self, path: Path) -> None:
        os.truncate(path, self.random.randrange(path.stat().st_size))


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _remove(path: Path) -> None:
    path.unlink()


def _garble(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 20)


def _files(folder: Path) -> dict[str, bytes]:
    """Return what lies in the folder of a journal; of its lock nothing."""
    return {p.name: p.read_bytes() for p in folder.glob("journal.*") if p.suffix != ".lock"}
