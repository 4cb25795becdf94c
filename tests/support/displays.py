"""Run programs on a screen and buses of their own, as a desktop with assistive tools has them."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

SYSTEM_PYTHON = "/usr/bin/python3"
"""The Python that Debian's ``python3-gi`` is made for; another may come first on the path."""

_BUS = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
_HEARS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
_READY_S = 30


def find_lacking() -> list[str]:
    """Return what is not here of all that driving a window through AT-SPI takes."""
    if not sys.platform.startswith("linux"):
        return ["Linux"]
    from system_libraries import X11, missing

    lacking = [tool for tool in ("Xvfb", "dbus-run-session") if shutil.which(tool) is None]
    if not _BUS.exists():
        lacking.append("at-spi2-core")
    if not _is_heard():
        lacking.append("python3-gi with gir1.2-atspi-2.0 (python3-pyatspi brings both)")
    return lacking + [library.file for library in missing(X11)]


def _is_heard() -> bool:
    try:
        asked = subprocess.run([SYSTEM_PYTHON, "-c", _HEARS], capture_output=True, check=False)
    except OSError:
        return False
    return asked.returncode == 0


@contextmanager
def screen() -> Iterator[str]:
    """Yield the name of a screen that nobody looks at, free and ready."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24"]
    server = subprocess.Popen(
        [*command, "-nolisten", "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL
    )
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as pipe:
            number = pipe.readline().decode().strip()
        assert number, "the X server did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(_READY_S)


def run_in_session(
    command: list[str], home: Path, display: str, told: str
) -> subprocess.CompletedProcess[str]:
    """Run a command on buses of its own, tell it something, and let nothing of it stay behind."""
    session = subprocess.Popen(
        [str(shutil.which("dbus-run-session")), "--", *command],
        env={
            "DISPLAY": display,
            "HOME": str(home),
            "LC_ALL": "C.UTF-8",
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "TZ": "Europe/London",
            "XDG_RUNTIME_DIR": str(home / "run"),
        },
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        said, complained = session.communicate(told, timeout=180)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(session.pid, signal.SIGKILL)
    return subprocess.CompletedProcess(command, session.returncode, said, complained)
