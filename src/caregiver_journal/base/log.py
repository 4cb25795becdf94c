"""Keep a log that holds ids, counts and durations, and never a word of text.

What escapes as a bug is written as its type and place only. Exceptions carry values in their
messages, and standard error ends up in the system's journal on many desktops.
"""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from caregiver_journal.base.files import make_private_folder

_MAX_BYTES = 200_000
_LOG = logging.getLogger("caregiver_journal")

Escaped = Callable[[str], None]
"""Is told the description of a bug that nobody caught; may be called on any thread."""


def start_log(folder: Path) -> None:
    """Write the log into a folder; go without one where that cannot be.

    A log over 200 kB is put aside at the start, over the one put aside before. (The rotating
    handler of the standard library loads sockets, which this program has no use for.)
    """
    _LOG.setLevel(logging.INFO)
    _LOG.propagate = False
    path = folder / "caregiver-journal.log"
    try:
        make_private_folder(folder)
        if path.exists() and path.stat().st_size > _MAX_BYTES:
            path.replace(path.with_suffix(".log.1"))
        handler: logging.Handler = logging.FileHandler(path, encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    _LOG.addHandler(handler)
    logging.raiseExceptions = False


def describe(error: BaseException) -> str:
    """Return the type and the places of an error, without its message or any value."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {Path(f.filename).name}:{f.lineno} {f.name}" for f in frames]
    return "\n".join([type(error).__name__, *places])


def catch_escaped(tell: Escaped) -> None:
    """Send every uncaught exception of the process to the log and to ``tell``, without values."""

    def hook(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        _report(error, tell)

    def thread_hook(happened: threading.ExceptHookArgs) -> None:
        if happened.exc_value is not None:
            _report(happened.exc_value, tell)

    def unraisable_hook(happened: "sys.UnraisableHookArgs") -> None:
        if happened.exc_value is not None:
            _report(happened.exc_value, tell)

    sys.excepthook = hook
    threading.excepthook = thread_hook
    sys.unraisablehook = unraisable_hook


def note_qt_message(kind: str, category: str) -> None:
    """Log that Qt complained: how badly and in which of its own categories."""
    _LOG.warning("qt: kind=%s category=%s", kind, category)


def _report(error: BaseException, tell: Escaped) -> None:
    if isinstance(error, KeyboardInterrupt):
        return
    description = describe(error)
    _LOG.error("escaped: %s", description)
    tell(description)
