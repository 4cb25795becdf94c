"""The program that is killed: it writes, backs up, thins, restores, and acknowledges each."""

import json
import os
import time
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from proofs import course, journals

from caregiver_journal.journal.backing_up import back_up_here
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.restoring import restore_with_passphrase

_LATE_SECONDS = 0.01


@dataclass(frozen=True)
class Heard:
    """What was acknowledged before a program was killed.

    Attributes:
        done: the last change; 0 for none.
        backup: the name of the last backup; "" for none.
        held: the changes that are in it.
        restored: how often the journal was taken back.
        has_ended: it came to an end before it was killed, which it must not.
    """

    done: int = 0
    backup: str = ""
    held: int = 0
    restored: int = 0
    has_ended: bool = False


def listen(said: bytes, *, has_ended: bool) -> Heard:
    """Return what a program acknowledged; a line that is cut was not."""
    heard = Heard(has_ended=has_ended)
    for line in said.split(b"\n")[:-1]:
        told = json.loads(line)
        restored = heard.restored + told.pop("restored", 0)
        heard = replace(heard, restored=restored, **told)
    return heard


class Keeper:
    """Writes and backs up for ever; every second time it takes the journal back."""

    def __init__(self, folder: Path, first: int, writer: int, *, is_safe: bool) -> None:
        self._folder, self._number, self._writer = folder, first, writer
        self._is_safe = is_safe
        self._journal: Journal | None = None

    def go(self) -> None:
        """Go on until somebody ends the process."""
        while True:
            number = self._number
            course.do(self._open(), number)
            self._tell(done=number)
            path = self._back_up()
            self._tell(backup=path.name, held=number)
            if self._is_safe and number % 2 == 0:
                course.do(self._open(), number + 1)  # it is taken back a moment later
                self._close()
                restore_with_passphrase(path, self._folder, journals.PASSPHRASE, journals.CHEAP)
                self._tell(restored=1)
            self._number += 1

    def _back_up(self) -> Path:
        if self._is_safe:
            return back_up_here(self._open()).path
        earlier = next((self._folder / "backups").iterdir())
        data, path = earlier.read_bytes(), earlier.with_name(f"z{self._number}.cjbackup")
        with path.open("wb", buffering=0) as file:  # as a program would that thinks of no crash
            for start in range(0, len(data), 50_000):
                file.write(data[start : start + 50_000])
                time.sleep(_LATE_SECONDS)
        return path

    def _open(self) -> Journal:
        if self._journal is None:
            self._journal = journals.open_again(self._folder, clock=self._clock)
        return self._journal

    def _close(self) -> None:
        if self._journal is not None:
            self._journal.close()
            self._journal = None

    def _clock(self) -> datetime:
        """Tell a time that goes on by hours, so that there is something to thin."""
        return course.still_clock() + timedelta(hours=self._number)

    def _tell(self, **line: object) -> None:
        os.write(self._writer, json.dumps(line).encode() + b"\n")
