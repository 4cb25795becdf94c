"""The same surroundings for each test: folders of its own, fixed scale, zone and language."""

import gc
import logging
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

FIXED = {
    "LANGUAGE": "",
    "LC_ALL": "C.UTF-8",
    "QT_AUTO_SCREEN_SCALE_FACTOR": "0",
    "QT_ENABLE_HIGHDPI_SCALING": "0",
    "QT_FONT_DPI": "96",
    "QT_SCALE_FACTOR": "1",
    "TZ": "Europe/London",
}
UNSET = (
    "DISPLAY",
    "PYTEST_ADDOPTS",
    "QT_DEVICE_PIXEL_RATIO",
    "QT_IM_MODULE",
    "QT_LOGGING_RULES",
    "QT_PLUGIN_PATH",
    "QT_QPA_PLATFORMTHEME",
    "QT_SCREEN_SCALE_FACTORS",
    "QT_STYLE_OVERRIDE",
    "WAYLAND_DISPLAY",
    "XDG_CURRENT_DESKTOP",
)

_FOLDERS = {
    "HOME": ".",
    "USERPROFILE": ".",
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": "run",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "WIN_PD_OVERRIDE_APPDATA": "AppData/Roaming",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA": "AppData/Local",
    "TMPDIR": "tmp",
    "TEMP": "tmp",
    "TMP": "tmp",
}
_MADE = ("run", "tmp")
"""What is there from the start; programs make the others themselves."""


def fix_environment(*, onscreen: bool) -> None:
    """Fix what Qt and the clock read from the environment; before Qt is imported."""
    if not onscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        for name in UNSET:
            os.environ.pop(name, None)
    os.environ.update(FIXED)
    if hasattr(time, "tzset"):
        time.tzset()


@contextmanager
def own_folders(home: Path) -> Iterator[None]:
    """Let every folder a program may write to lie in ``home``."""
    environment = dict(os.environ)
    temporary = tempfile.tempdir
    for name in _MADE:
        (home / name).mkdir(parents=True, exist_ok=True, mode=0o700)
    os.environ.update({name: str(home / part) for name, part in _FOLDERS.items()})
    tempfile.tempdir = None
    try:
        yield
    finally:
        tempfile.tempdir = temporary
        _restore(environment)


def _restore(environment: dict[str, str]) -> None:
    for name in set(os.environ) - set(environment):
        del os.environ[name]
    for name, value in environment.items():
        if os.environ.get(name) != value:
            os.environ[name] = value


def _leave_frozen() -> None:
    """Take the place of freezing and thawing while a test runs."""


@contextmanager
def same_process() -> Iterator[None]:
    """Put back what a program sets once for its process: hooks, log, collector, folder.

    What the tests froze stays frozen: thawed, each later look for leaks would walk over all of it.
    """
    hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    log = logging.getLogger("caregiver_journal")
    settings = (log.level, log.propagate, list(log.handlers), logging.raiseExceptions)
    collecting, folder = gc.isenabled(), Path.cwd()
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(gc, "freeze", _leave_frozen)
            patch.setattr(gc, "unfreeze", _leave_frozen)
            yield
    finally:
        sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
        for handler in set(log.handlers) - set(settings[2]):
            handler.close()
        log.level, log.propagate, log.handlers, logging.raiseExceptions = settings
        (gc.enable if collecting else gc.disable)()
        os.chdir(folder)
