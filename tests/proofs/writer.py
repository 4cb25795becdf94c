"""The program whose writes are watched or disturbed: it makes changes and acknowledges each.

``python -m proofs.writer FOLDER PLAN [--first N] [--room BYTES] [--unsafe HOW]``

A plan is a row of letters: ``c`` makes the journal, ``s`` makes a change of the course, ``a`` adds
an entry, ``p`` changes the passphrase, ``r`` makes a new recovery code, ``x`` closes (the next step
opens again), ``f`` takes the room on the disk away, ``g`` gives it back, ``b`` backs up, ``t``
takes the journal back from the last backup if nothing was written since. Each acknowledgement is a
line of JSON on standard output.
"""

import argparse
import contextlib
import json
import os
import shutil
import sys
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from proofs import course, journals

from caregiver_journal.base.errors import JournalError
from caregiver_journal.journal import doors
from caregiver_journal.journal.backing_up import back_up_here
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.restoring import restore_with_passphrase

_SMALL_DISK = 8 << 20


@dataclass(frozen=True)
class World:
    """What has to be true of a journal.

    Attributes:
        changes: how many of the course have been made.
        passphrase, code: what opens it.
        retired: the passphrase and the code that must not open it any more.
    """

    changes: int
    passphrase: str
    code: str
    retired: tuple[str, ...] = ()


class Writer:
    """Goes through a plan."""

    def __init__(self, folder: Path, first: int, room: int, unsafe: str) -> None:
        self._folder = folder
        self._unsafe = unsafe
        self._room = room
        self._number = first
        self._hours = 0
        self._last: Path | None = None
        self._journal: Journal | None = None
        self._world = World(first - 1, journals.PASSPHRASE, "")

    def go(self, plan: str) -> None:
        """Do every step; an error of the journal is told, every other one ends the program."""
        for step in (*plan, "x"):
            try:
                done = getattr(self, f"_{step}")()
            except JournalError as error:
                tell({"error": type(error).__name__, "step": step, "number": self._number})
                if step == "a" and self._unsafe == "deaf":
                    tell({"saved": self._number})
                if step == "b" and self._unsafe == "deaf":
                    tell({"backup": "never-made.cjbackup"})
            else:
                if done:
                    self._world = done
                    tell(asdict(done))
            self._number += step in "as"
            self._hours += 1

    @property
    def _open(self) -> Journal:
        if self._journal is None:
            self._journal = journals.open_again(self._folder, self._world.passphrase, self._clock)
            if self._unsafe == "asynchronous":
                self._journal.database.rows("PRAGMA synchronous = OFF")
        return self._journal

    def _c(self) -> World:
        opened = journals.make(self._folder, self._world.passphrase)
        return replace(self._world, code=opened.root.recovery_code())

    def _s(self) -> World:
        course.do(self._open, self._number)
        return replace(self._world, changes=self._number, retired=())

    def _a(self) -> None:
        self._last = None
        self._open.add(course.entry(self._number))
        tell({"saved": self._number})

    def _p(self) -> World:
        old, new = self._world.passphrase, self._world.passphrase + " moss"
        slot = doors.change_passphrase(self._folder, old, new, journals.CHEAP)
        doors.use_slot(self._open, slot)
        return replace(self._world, passphrase=new, retired=(old,))

    def _r(self) -> World:
        self._x()
        opened = doors.renew_code(self._folder, self._world.passphrase, journals.CHEAP)
        code = opened.root.recovery_code()
        return replace(self._world, code=code, retired=(self._world.code,))

    def _b(self) -> None:
        self._last = None
        backup = back_up_here(self._open)
        tell({"backup": backup.path.name})
        self._last = backup.path

    def _t(self) -> None:
        if self._last is not None:
            self._x()
            passphrase = self._world.passphrase
            restore_with_passphrase(self._last, self._folder, passphrase, journals.CHEAP)
            tell({"restored": self._last.name})

    def _clock(self) -> datetime:
        """Tell a time that goes on by an hour with each step, as backups are named by theirs."""
        return course.still_clock() + timedelta(hours=self._hours)

    def _f(self) -> None:
        """Let files grow by so many bytes and no more; on a small disk, fill it up to so many."""
        ballast, free = self._folder.parent / "ballast", shutil.disk_usage(self._folder).free
        if free < _SMALL_DISK:
            with contextlib.suppress(OSError):
                ballast.write_bytes(bytes(max(0, free - self._room)))
            return
        sizes = [path.stat().st_size for path in self._folder.glob("journal.*")]
        _limit_files(max(sizes) + self._room)

    def _g(self) -> None:
        (self._folder.parent / "ballast").unlink(missing_ok=True)
        _limit_files(None)

    def _x(self) -> None:
        if self._journal is not None:
            self._journal.close()
            self._journal = None


def _limit_files(size: int | None) -> None:
    import resource  # not on Windows

    _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    soft = resource.RLIM_INFINITY if size is None else size
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def tell(line: object) -> None:
    """Write one line in one call, so that it stands in the right place among the others."""
    os.write(1, json.dumps(line).encode() + b"\n")


def command(
    folder: Path, plan: str, *, first: int = 1, room: int = 0, unsafe: str = ""
) -> list[str]:
    """Return the command that goes through a plan in a process of its own."""
    options = [f"--first={first}", f"--room={room}", f"--unsafe={unsafe}"]
    return [sys.executable, "-m", "proofs.writer", str(folder), plan, *options]


def main() -> None:
    """Go through the plan of the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("plan")
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--room", type=int, default=0)
    parser.add_argument("--unsafe", default="")
    options = parser.parse_args()
    Writer(options.folder, options.first, options.room, options.unsafe).go(options.plan)


if __name__ == "__main__":
    main()
