"""Remember what must be known before a journal is open: window, appearance, where journals lie.

A small JSON file outside the journal. It says nothing about the person.
"""

import base64
import json
import logging
from pathlib import Path
from typing import NamedTuple

from caregiver_journal.base.files import make_private_folder, write_atomically
from caregiver_journal.base.look import LOOKS
from caregiver_journal.base.places import state_folder

_NAME = "window.json"
_MOST_JOURNALS = 8
_SIZES = range(50, 301)
_LOG = logging.getLogger(__name__)


class WindowState(NamedTuple):
    """What is remembered.

    Attributes:
        geometry: Qt's saved geometry in base64; "" for none.
        look: the name of the appearance, or "system".
        desktop_look: what the desktop asked for last time; "" where that is not known. Asking it
            anew takes a tenth of a start, so the first picture is painted in this one.
        text_size: in per cent.
        journals: folders of journals opened here, the last one first.
    """

    geometry: str = ""
    look: str = "system"
    desktop_look: str = ""
    text_size: int = 100
    journals: tuple[str, ...] = ()

    def first_look(self) -> str:
        """Return the appearance to start in: a name, or "system" to ask the desktop."""
        return (self.desktop_look or self.look) if self.look == "system" else self.look

    def with_journal(self, folder: Path) -> "WindowState":
        """Return the state after a journal was opened."""
        known = (str(folder), *(name for name in self.journals if name != str(folder)))
        return self._replace(journals=known[:_MOST_JOURNALS])

    def with_geometry(self, geometry: bytes) -> "WindowState":
        """Return the state with the window where it is now."""
        return self._replace(geometry=base64.b64encode(geometry).decode("ascii"))

    def geometry_bytes(self) -> bytes:
        """Return Qt's saved geometry."""
        try:
            return base64.b64decode(self.geometry)
        except ValueError:
            return b""


def read_window_state(folder: Path | None = None) -> WindowState:
    """Return what was remembered; the defaults for whatever cannot be read."""
    path = (folder or state_folder()) / _NAME
    default = WindowState()
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return default
    if not isinstance(found, dict):
        return default
    geometry, look, size = (found.get(name) for name in ("geometry", "look", "text_size"))
    desktop_look = found.get("desktop_look")
    journals = found.get("journals")
    known = journals if isinstance(journals, list) else []
    return WindowState(
        geometry=geometry if isinstance(geometry, str) else default.geometry,
        look=look if look in ("system", *LOOKS) else default.look,
        desktop_look=desktop_look if desktop_look in LOOKS else default.desktop_look,
        text_size=size if type(size) is int and size in _SIZES else default.text_size,
        journals=tuple(name for name in known if name and isinstance(name, str)),
    )


def write_window_state(state: WindowState, folder: Path | None = None) -> None:
    """Remember; where the folder cannot be written, do without."""
    place = folder or state_folder()
    try:
        make_private_folder(place)
        write_atomically(place / _NAME, json.dumps(state._asdict()).encode("utf-8"))
    except OSError as error:
        _LOG.warning("window state not written, code=%s", error.errno)
