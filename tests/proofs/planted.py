"""Plant a word in everything one can write, then look for it wherever it must not be."""

import base64
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from proofs import journals, strace
from proofs.session import WATCHED, Done, Session, newer_files, traced_session
from proofs.surroundings import environment
from proofs.verdict import Size, Verdict, not_run

WHAT = "planted word found outside the encrypted files, logs and stderr included"
_ROOTS = (Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"), Path("/run"))  # noqa: S108 - looked at
_LEAKS = 6


def prove(size: Size) -> list[Verdict]:
    """Use every feature with the word in it and look through files, writes and output."""
    if reason := strace.why_not():
        return [not_run(WHAT, reason)]
    session = traced_session()
    hits, files = look(session)
    control = _count_planted()
    problem = session.problem
    return [
        Verdict(
            what=WHAT,
            count=f"{files} new files, {len(session.done)} processes",
            result=f"{len(hits)} places" + (f"; {problem}" if problem else ""),
            limit="0 places",
            holds=not hits and not problem and files > 0,
            control=f"{control} of {_LEAKS} planted leaks found",
            control_found=control == _LEAKS,
            findings=tuple(hits),
        )
    ]


def look(session: Session, shared: Sequence[Path] = _ROOTS) -> tuple[list[str], int]:
    """Return where the word was found, and how many files were looked through.

    Args:
        session: what was done.
        shared: folders that all programs write to.
    """
    ours = session.home.parent / "ours"
    wanted = needles(session.word)
    roots = [session.home, session.folder, *shared]
    files = {path for path in newer_files(roots, session.begun) if not path.is_relative_to(ours)}
    hits = [f"file {path}" for path in sorted(files) if _holds_file(path, wanted)]
    hits += [f"output of {done.name}" for done in session.done if _speaks(done, wanted)]
    hits += list(_written(session.done, wanted, ours))
    return hits, len(files)


def needles(word: str) -> tuple[bytes, ...]:
    """Return the word as it may look in a file: three encodings, and base64 in all alignments."""
    plain = word.encode()
    shifted = (base64.b64encode(bytes(shift) + plain) for shift in range(3))
    # What surrounds the word changes up to two characters at each end.
    encoded = tuple(text.rstrip(b"=")[4:-2] for text in shifted)
    return (plain, word.encode("utf-16-le"), word.encode("utf-16-be"), *encoded)


def _holds_file(path: Path, wanted: tuple[bytes, ...]) -> bool:
    try:
        return _holds(path.read_bytes(), wanted)
    except OSError:
        return False


def _holds(data: bytes, wanted: tuple[bytes, ...]) -> bool:
    return any(needle in data for needle in wanted)


def _speaks(done: Done, wanted: tuple[bytes, ...]) -> bool:
    return not done.may_speak and _holds(done.output, wanted)


def _written(processes: Iterable[Done], wanted: tuple[bytes, ...], ours: Path) -> Iterator[str]:
    """Yield the writes that hold the word, also into files that were removed at once."""
    for done in processes:
        if done.log is None or done.may_speak:
            continue
        for call in strace.read_calls(done.log):
            if call.name.startswith(("socket", "connect")):
                continue
            if str(ours) in _target(call):
                continue  # what was exported there is to hold it
            if any(_holds(call.text(at), wanted) for at in _strings(call)):
                yield f"{call.name} by {done.name} into {_target(call)}"


def _strings(call: strace.Call) -> list[int]:
    return [at for at, text in enumerate(call.arguments) if '"' in text]


def _target(call: strace.Call) -> str:
    return str(call.path(0)) if call.arguments[0][0].isdigit() else "a name"


# --- control ------------------------------------------------------------------------------------


def _count_planted() -> int:
    """Plant leaks of every kind and return how many the same eyes find."""
    with journals.workshop("leaks") as place, tempfile.TemporaryDirectory(dir="/var/tmp") as other:
        for name in ("home", "folder", "ours"):
            (place / name).mkdir()
        word = "plantedwordofthecontrolx"
        texts = {
            place / "home" / "utf8": f"see {word}".encode(),
            place / "folder" / "utf16": f"see {word}".encode("utf-16-be"),
            place / "home" / "base64": base64.b64encode(f"so {word} there".encode()),
            Path(other) / "utf16": f"see {word}".encode("utf-16-le"),
        }
        begun = time.time() - 1
        for path, text in texts.items():
            path.write_bytes(text)
        log = place / "ours" / "log"
        script = (
            "import os, sys; f = os.open('gone', os.O_CREAT | os.O_RDWR);"
            f"os.write(f, b'so {word}'); os.unlink('gone'); print('{word}')"
        )
        options = ["-y", "-xx", "-s", "4096", "-e", WATCHED]
        done = subprocess.run(
            strace.command(options, [sys.executable, "-c", script], log),
            cwd=place / "folder",
            env=environment(),
            capture_output=True,
            check=True,
        )
        process = Done("leak", 0, done.stdout, log)
        session = Session(word, place / "home", place / "folder", begun, (process,), ())
        hits, _files = look(session, (Path(other).parent,))
    return sum(
        [
            sum(hit.startswith("file") for hit in hits),
            any(hit.startswith("output") for hit in hits),
            any(hit.startswith("write") and hit.endswith("gone") for hit in hits),
        ]
    )
