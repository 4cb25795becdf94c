"""Watch every socket of a whole session; then hold it again where there is no network at all."""

import re
import subprocess
import sys
from pathlib import Path

from proofs import journals, strace
from proofs.session import WATCHED, fresh_place, hold, traced_session
from proofs.surroundings import environment
from proofs.verdict import Size, Verdict, not_run

WHAT = "internet sockets opened in a whole session"
WHAT_WITHOUT = "the same session in a namespace without a network"
_INTERNET = re.compile(r"\bAF_INET6?\b|\bAF_PACKET\b")
_CONTROL = "import socket; socket.socket(socket.AF_INET6, socket.SOCK_DGRAM).close()"


def prove(size: Size) -> list[Verdict]:
    """Count the sockets of every command and of the window."""
    return [_prove_none(), _prove_without()]


def _prove_none() -> Verdict:
    if reason := strace.why_not():
        return not_run(WHAT, reason)
    session = traced_session()
    found = [
        f"{done.name}: {line[:150]}"
        for done in session.done
        for line in (internet_calls(done.log) if done.log else ())
    ]
    control = _count_planted()
    return Verdict(
        what=WHAT,
        count=f"{len(session.done)} processes under strace",
        result=f"{len(found)}" + (f"; {session.problem}" if session.problem else ""),
        limit="0",
        holds=not found and not session.problem,
        control=f"planted socket: {control} found",
        control_found=control > 0,
        findings=tuple(found),
    )


def _prove_without() -> Verdict:
    before = _without_network()
    if not before:
        return not_run(WHAT_WITHOUT, "this machine allows no network namespace")
    with fresh_place() as place:
        session = hold(place, is_traced=False, before=before)
    script = "import sys; sys.exit(len(open('/proc/self/net/route').readlines()) > 1)"
    emptied = subprocess.run([*before, sys.executable, "-c", script], check=False).returncode == 0
    return Verdict(
        what=WHAT_WITHOUT,
        count=f"{len(session.done)} processes",
        result=session.problem or "all worked",
        limit="all work",
        holds=not session.problem,
        control="no route there" if emptied else "there was a route",
        control_found=emptied,
        findings=tuple(
            f"{done.name}: {done.output[-300:]!r}" for done in session.done if done.exit_code
        ),
    )


def internet_calls(log: Path) -> list[str]:
    """Return the lines of a log in which a socket of the internet appears."""
    lines = log.read_text(encoding="ascii", errors="replace").splitlines()
    calls = (line for line in lines if " socket(" in line or " connect(" in line)
    return [line for line in calls if _INTERNET.search(line)]


def _without_network() -> tuple[str, ...]:
    """Return how a command line begins that runs without a network; nothing if none does."""
    for options in (("--net",), ("--user", "--map-root-user", "--net")):
        try:
            asked = subprocess.run(
                ["unshare", *options, "true"],  # noqa: S607
                capture_output=True,
                check=False,
            )
        except OSError:
            return ()
        if asked.returncode == 0:
            return ("unshare", *options)
    return ()


def _count_planted() -> int:
    with journals.workshop("socket") as place:
        options = ["-y", "-xx", "-s", "64", "-e", WATCHED]
        program = strace.command(options, [sys.executable, "-c", _CONTROL], place / "log")
        subprocess.run(program, env=environment(), capture_output=True, check=True)
        return len(internet_calls(place / "log"))
