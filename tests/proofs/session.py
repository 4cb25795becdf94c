"""One session with everything the program offers: each command, and the whole window."""

import functools
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import SystemRandom
from shutil import rmtree
from string import ascii_lowercase
from typing import Any

from proofs import strace, surroundings
from proofs.guest import invite, read_notebook
from proofs.visits import WORD, passphrase

WATCHED = "trace=socket,connect,sendto,sendmsg,write,pwrite64,writev,pwritev,unlink,unlinkat,rename"
_PROGRAM = [sys.executable, "-P", "-m", "caregiver_journal"]
_SECONDS = 300


@dataclass(frozen=True)
class Done:
    """A process that has ended.

    Attributes:
        name: what was done.
        exit_code: how it ended.
        output: what it wrote to standard output and error.
        log: what strace saw, if it looked.
        may_speak: it was asked to print entries.
    """

    name: str
    exit_code: int
    output: bytes
    log: Path | None
    may_speak: bool = False


@dataclass(frozen=True)
class Session:
    """What was done, where, and what came of it.

    Attributes:
        word: the planted word.
        home: everything the program may write lies below it.
        folder: the folder the program was started in.
        begun: when, in seconds since the epoch.
        done: the processes.
        notes: what the guest noted.
    """

    word: str
    home: Path
    folder: Path
    begun: float
    done: tuple[Done, ...]
    notes: tuple[dict[str, Any], ...]

    @property
    def problem(self) -> str:
        """Say what did not go as it should; empty when all did."""
        for note in self.notes:
            if "failed" in note:
                return f"the guest: {note['failed']}"
        for each in self.done:
            if each.exit_code:
                return f"{each.name} ended with {each.exit_code}: {each.output[-200:]!r}"
        facts = {key: value for note in self.notes for key, value in note.items()}
        for fact in ("found", "drawn", "summed", "copied", "draft_kept", "finished"):
            if not facts.get(fact):
                return f"the guest did not get to: {fact}; it noted {facts}"
        return ""


@dataclass(frozen=True)
class _Desk:
    """Where a session is held."""

    place: Path
    word: str
    env: Mapping[str, str]
    is_traced: bool
    before: tuple[str, ...]

    def run(self, name: str, *arguments: str, said: str = "", may_speak: bool = False) -> Done:
        """Run the program once to its end."""
        log = self.place / "ours" / f"{name}.log" if self.is_traced else None
        program = [*self.before, *_PROGRAM, *arguments]
        if log is not None:
            options = ["-y", "-xx", "-s", str(strace.STRING_BYTES), "-e", WATCHED]
            program = strace.command(options, program, log)
        done = subprocess.run(
            program,
            env=dict(self.env),
            cwd=self.place / "folder",
            input=said.encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=_SECONDS,
        )
        return Done(name, done.returncode, done.stdout, log, may_speak)


@functools.cache
def traced_session() -> Session:
    """Hold one session under strace, for all the proofs that look at it."""
    return hold(_kept_place(), is_traced=True)


def hold(place: Path, *, is_traced: bool, before: tuple[str, ...] = ()) -> Session:
    """Hold a session; ``before`` is what each command line begins with."""
    word = "".join(SystemRandom().choices(ascii_lowercase, k=24))
    for name in ("home", "folder", "ours"):
        (place / name).mkdir(mode=0o700)
    env = surroundings.environment(
        place / "home", **invite("proofs.visits:everything", place / "ours")
    )
    begun = time.time() - 1
    plain = {name: value for name, value in env.items() if name != "PROOF_VISIT"}
    commands = _Desk(place, word, plain, is_traced, before)
    window = _Desk(place, word, {**env, WORD: word}, is_traced, before)
    done = (
        *_use_commands(commands),
        window.run("window", "--journal", str(place / "home" / "by-hand")),
    )
    notes = tuple(read_notebook(place / "ours"))
    return Session(word, place / "home", place / "folder", begun, done, notes)


def _use_commands(desk: _Desk) -> Iterator[Done]:
    word, key = desk.word, passphrase(desk.word) + "\n"
    common = ("--journal", str(desk.place / "home" / "journal"), "--passphrase-file", "-")
    mood = ("log", "mood", *common, "--level")
    yield desk.run("new", "new", *common, said=key)
    yield desk.run("log", *mood, "4", "--note", f"a note {word}", "--tags", f"tag {word}", said=key)
    yield desk.run("log-words", *mood, "2", "--words", f"{word},tense", said=key)
    reflection = ("log", "reflection", *common, "--text", f"an answer {word}")
    yield desk.run("reflect", *reflection, "--question", f"a question {word}", said=key)
    practice = ("log", "practice", *common, "--exercise", "grounding", "--note", f"a note {word}")
    yield desk.run("practise", *practice, said=key)
    yield _expect(4, desk.run("wrong", "verify", *common, said=f"wrong {word}\n"))
    yield _expect(3, desk.run("level", *mood, "9", "--note", word, said=key))
    yield _expect(3, desk.run("moment", *mood, "3", "--at", word, said=key))
    yield desk.run("list", "list", *common, said=key, may_speak=True)
    yield desk.run("json", "list", "--json", *common, said=key, may_speak=True)
    yield desk.run("verify", "verify", *common, said=key)
    point = ("export", str(desk.place / "ours" / "summary.pdf"), *common)
    yield desk.run("summary", *point, "--format", "summary-pdf", "--names-may-stay", said=key)
    data = str(desk.place / "ours" / "data.json")
    yield desk.run("export", "export", data, *common, "--format", "json", said=key)
    yield desk.run("import", "import", data, *common, "--yes", said=key)
    demo = ("demo", "--no-open", "--entries", "5", "--to", str(desk.place / "home" / "demo"))
    yield desk.run("demo", *demo, "--passphrase-file", "-", said=key)


def _expect(code: int, done: Done) -> Done:
    """Return a process that was to be refused as one that did well."""
    return Done(done.name, int(done.exit_code != code), done.output, done.log)


def _kept_place() -> Path:
    return Path(tempfile.mkdtemp(prefix="proof-session-"))


@contextmanager
def fresh_place() -> Iterator[Path]:
    """Yield a folder for a session that is gone afterwards."""
    place = _kept_place()
    try:
        yield place
    finally:
        rmtree(place, ignore_errors=True)


def forget() -> None:
    """Remove what the traced session left."""
    if traced_session.cache_info().currsize:
        rmtree(traced_session().home.parent, ignore_errors=True)
        traced_session.cache_clear()


def newer_files(roots: list[Path], since: float) -> Iterator[Path]:
    """Yield the regular files below folders that were written since a moment.

    A shared folder may hold a million files of others, so none costs more than it has to.
    """
    folders = [str(root) for root in roots]
    while folders:
        try:
            inside = list(os.scandir(folders.pop()))
        except OSError:
            continue
        for each in inside:
            try:
                if each.is_dir(follow_symlinks=False):
                    folders.append(each.path)
                elif each.is_file(follow_symlinks=False) and _was_written(each, since):
                    yield Path(each.path)
            except OSError:
                continue


def _was_written(file: os.DirEntry[str], since: float) -> bool:
    status = file.stat(follow_symlinks=False)
    return max(status.st_mtime, status.st_ctime) >= since
