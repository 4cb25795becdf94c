"""Load matplotlib so that it reads and writes nothing but its own list of fonts.

Left to itself it would read a file called ``matplotlibrc`` in whatever folder the program was
started from, which can name code to run, and write into the person's folder of settings.
"""

import atexit
import logging
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock

from caregiver_journal.base.places import drawing_folder

FAMILY = "Source Sans Pro"
FALLBACK = "DejaVu Sans"
"""It comes with matplotlib and knows many scripts, right-to-left ones among them."""

drawing = Lock()
"""Held while anything is drawn: the settings of matplotlib are shared by all threads."""

_SETTINGS = "matplotlibrc"
_UNHEARD = ("MATPLOTLIBRC", "MPLBACKEND", "MATPLOTLIBDATA")
_WEIGHTS = ("Regular", "Semibold")
_loading = Lock()


def load_engine() -> None:
    """Load matplotlib with its own defaults, whatever lies about; later calls do nothing.

    May be called in any thread. The first call takes half a second, and longer where the list of
    the fonts of this computer has to be made.
    """
    with _loading:
        _load()


@cache
def _load() -> None:
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    folder = _own_folder()
    with _surroundings({"MPLCONFIGDIR": str(folder)}), _no_settings_here():
        import matplotlib as mpl
        from matplotlib import collections, figure, font_manager  # noqa: F401 - what all drawings need
        from matplotlib.backends import backend_agg  # noqa: F401
    mpl.rcdefaults()
    for path in _font_files():
        font_manager.fontManager.addfont(path)


def _own_folder() -> Path:
    folder = drawing_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        (folder / _SETTINGS).unlink(missing_ok=True)
    except OSError:
        return _spare_folder()
    if os.access(folder, os.W_OK | os.X_OK):
        return folder
    return _spare_folder()


def _spare_folder() -> Path:
    """Make a folder that goes with the program, for a disk that cannot be written to."""
    folder = Path(tempfile.mkdtemp(prefix="drawing-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@contextmanager
def _surroundings(values: Mapping[str, str]) -> Iterator[None]:
    """Set variables of the environment, and hide those that would be obeyed."""
    names = (*values, *_UNHEARD)
    kept = {name: os.environ.pop(name) for name in names if name in os.environ}
    os.environ.update(values)
    try:
        yield
    finally:
        for name in names:
            os.environ.pop(name, None)
        os.environ.update(kept)


@contextmanager
def _no_settings_here() -> Iterator[None]:
    """Let no file of settings be found in the current folder.

    matplotlib asks for the bare name first. To change the folder meanwhile would move it under the
    feet of every other thread; this way all other questions are answered as ever.
    """
    exists = os.path.exists

    def is_there(path: int | str | bytes | os.PathLike[str] | os.PathLike[bytes]) -> bool:
        return path != _SETTINGS and exists(path)

    os.path.exists = is_there
    try:
        yield
    finally:
        os.path.exists = exists


def _font_files() -> Iterator[Path]:
    found = find_spec("font_source_sans_pro")
    for folder in (found and found.submodule_search_locations) or ():
        for weight in _WEIGHTS:
            path = Path(folder, "files", f"SourceSansPro-{weight}.ttf")
            if path.is_file():
                yield path
