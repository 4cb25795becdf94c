"""Keep the support card outside the encrypted file, where the person asked for that.

It lies beside the journal as one file that anybody at this computer can read: so it is there only
while it is wanted, and what is read from it may be anybody's.
"""

import contextlib
import json
import os
import stat
from collections.abc import Sequence

from caregiver_journal.base.errors import InvalidValueError, JournalError
from caregiver_journal.base.files import sync_folder, write_atomically
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import clean_line
from caregiver_journal.domain.support import MOST_LINES, Part, SupportLine
from caregiver_journal.vault.disk_faults import os_faults
from caregiver_journal.vault.folder import JournalFolder

_FORMAT = "caregiver-journal support card"
_VERSION = 1
_MOST_BYTES = 1 << 20
_MOST_PARTS = 20


def write_open_card(folder: JournalFolder, parts: Sequence[Part]) -> None:
    """Write the card for all to read; raises ``JournalError``, and the file is as it was."""
    if is_in_the_way(folder):
        raise JournalError(
            _("A folder lies where the card before unlocking belongs."),
            next_step=_("Move it or call it something else: {place}").format(
                place=folder.support_card
            ),
        )
    with os_faults():
        write_atomically(folder.support_card, _encode(parts))


def is_in_the_way(folder: JournalFolder) -> bool:
    """Tell whether a folder lies where the card's file belongs."""
    with contextlib.suppress(OSError):
        return stat.S_ISDIR(folder.support_card.lstat().st_mode)
    return False


def holds_open_card(folder: JournalFolder, parts: Sequence[Part]) -> bool:
    """Tell whether the file says the card as it is, to the last letter."""
    return _read_file(folder) == _encode(parts)


def remove_open_card(folder: JournalFolder) -> None:
    """Take the file away, and what a crash left of it; raises ``JournalError``.

    A folder of that name is somebody else's: it holds no card, and it stays.
    """
    path = folder.support_card
    with os_faults():
        left = [] if is_in_the_way(folder) else [path]
        for each in (*left, *path.parent.glob(f"{path.name}.tmp-*")):
            each.unlink(missing_ok=True)
        sync_folder(path.parent)


def read_open_card(folder: JournalFolder) -> tuple[Part, ...]:
    """Return what is on it; nothing where there is no such file or it makes no sense."""
    content = _read_file(folder)
    try:
        plain = json.loads(content)
        if plain["format"] != _FORMAT or plain["version"] != _VERSION:
            return ()
        parts = [_from_plain(part) for part in plain["parts"][:_MOST_PARTS]]
    except (ValueError, TypeError, KeyError, RecursionError, InvalidValueError):
        return ()
    return tuple(part for part in parts if part.lines)


def _encode(parts: Sequence[Part]) -> bytes:
    written = [_to_plain(part) for part in parts if part.lines]
    plain = {"format": _FORMAT, "version": _VERSION, "parts": written}
    return json.dumps(plain, ensure_ascii=False, indent=1).encode()


def _read_file(folder: JournalFolder) -> bytes:
    """Return what the file holds; nothing where it is none, or too large."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with contextlib.suppress(OSError):
        descriptor = os.open(folder.support_card, flags | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(descriptor, "rb") as file:
            about = os.fstat(descriptor)
            if stat.S_ISREG(about.st_mode) and about.st_size <= _MOST_BYTES:
                return file.read(_MOST_BYTES)
    return b""


def _to_plain(part: Part) -> dict[str, object]:
    lines = [[line.text, line.detail] for line in part.lines]
    return {"section": part.section, "title": part.title, "lines": lines, "note": part.note}


def _from_plain(plain: dict[str, object]) -> Part:
    section, title, note = (_as_text(plain[name]) for name in ("section", "title", "note"))
    lines = plain["lines"]
    if not isinstance(lines, list):
        raise TypeError
    read = tuple(
        SupportLine(section, _as_text(text), _as_text(detail))
        for text, detail in lines[:MOST_LINES]
    )
    return Part(section, title, read, note)


def _as_text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return clean_line(value)
