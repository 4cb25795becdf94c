"""Run pip, show how far it is, and turn its failures into one sentence."""

import os
import platform
import re
import subprocess
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from trouble import AGAIN, DISK_FULL, REGISTRY_AWAY, REGISTRY_UNTRUSTED, SetUpError

Say = Callable[[str], object]

QUIET = ("--no-input", "--disable-pip-version-check", "--progress-bar", "off", "--retries", "2")
_FETCHING = re.compile(r"Downloading (?:\S*/)?([A-Za-z0-9_.]+?)-\S* \(([\d.]+ [MG]B)\)")
_NOT_BUILT = re.compile(r"No matching distribution found for ([^\s(]+)")
_UNTRUSTED = ("CERTIFICATE_VERIFY_FAILED", "SSLCertVerificationError")
_AWAY = (
    "NewConnectionError",
    "NameResolutionError",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "ProxyError",
    "ProtocolError",
    "ConnectionResetError",
    "RemoteDisconnected",
    "IncompleteRead",
    "Network is unreachable",
    "Temporary failure in name resolution",
    "connection broken by",
    "Max retries exceeded",
    "HTTP error 5",
)


def clean_environment(environment: dict[str, str]) -> dict[str, str]:
    """Return the environment without what would lead Python or pip away from .venv."""
    astray = {
        "PYTHONPATH",
        "PYTHONHOME",
        "PIP_TARGET",
        "PIP_PREFIX",
        "PIP_ROOT",
        "PIP_USER",
        "PIP_PYTHON",
    }
    return {name: value for name, value in environment.items() if name not in astray}


def explain(words: str, log: Path) -> str:
    """Return the sentence for what pip said when it failed."""
    if any(sign in words for sign in _UNTRUSTED):
        return REGISTRY_UNTRUSTED
    if any(sign in words for sign in _AWAY):
        return REGISTRY_AWAY
    if "No space left" in words or "Disk quota exceeded" in words:
        return DISK_FULL
    if "DO NOT MATCH THE HASHES" in words:
        return f"A package came that is not the pinned one, so it was not installed; {AGAIN}"
    if found := _NOT_BUILT.search(words):
        here = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"
        return (
            f"The package registry has no build of {found[1]} for {here}; "
            "Python 3.11 to 3.14 on 64-bit Linux, Windows or macOS are known to work."
        )
    last = [line for line in words.splitlines() if line.startswith("ERROR:")][-1:] or [
        "no reason given"
    ]
    reason = last[0].removeprefix("ERROR:").strip().rstrip(".")
    return f"The packages could not be installed ({reason}); all that pip said is in {log}."


def progress(line: str) -> str:
    """Return what to show for a line pip printed, mostly nothing."""
    if found := _FETCHING.match(line.strip()):
        return f"  fetching {found[1]}, {found[2]}" if float(found[2].split()[0]) >= 5 else ""
    if line.startswith("Installing collected packages") and "," in line:
        return f"  unpacking {line.count(',') + 1} packages"
    return ""


def _lines(command: Sequence[str], environment: dict[str, str], root: Path) -> Iterable[str]:
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        cwd=root,
        encoding="utf-8",
        errors="replace",
    ) as process:
        assert process.stdout is not None  # noqa: S101 - asked for above
        yield from process.stdout
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)


def run_pip(pip: Sequence[str], arguments: Sequence[str], log: Path, root: Path, say: Say) -> None:
    """Run ``pip install`` with arguments; raises SetUpError with the reason."""
    environment = clean_environment(dict(os.environ)) | {"PIP_USER": "0", "PYTHONUTF8": "1"}
    words: list[str] = []
    try:
        for line in _lines([*pip, "install", *QUIET, *arguments], environment, root):
            words.append(line)
            if shown := progress(line):
                say(shown)
    except subprocess.CalledProcessError:
        log.write_text("".join(words), encoding="utf-8")
        raise SetUpError(explain("".join(words), log)) from None
