"""Bring into view what is said of files that are no use as a backup, or as another copy."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

from caregiver_journal.journal.backing_up import backups_of
from caregiver_journal.ui.doorway import Doorway
from caregiver_journal.ui.everywhere_sheet import look_everywhere
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.settings.page import SettingsPage
from caregiver_journal.ui.place import Place
from caregiver_journal.ui.shell import Shell
from caregiver_journal.ui.tour_restore import Rest, make_backup

_ROUNDS = 3
"""Looking for backups, looking into one, and saying what came of it are done one after another."""


def show_refused_backups(doorway: Doorway, backup: Path, rest: Rest) -> Iterator[str]:
    """Choose each kind of file that cannot be restored here; the journal is closed.

    Args:
        doorway: shows the page.
        backup: one of the journal there.
        rest: waits for the worker.
    """
    for name, path in _useless(doorway.place, backup):
        doorway.show_restore(path)
        rest()
        yield f"failure-backup-{name}"


def show_refused_copies(shell: Shell, rest: Rest) -> Iterator[str]:
    """Bring in what is no other copy; delete everywhere, with a backup that cannot be opened.

    The journal must have had a new recovery code since its backup was made.
    """
    journal = shell.context.journal
    shell.go_to(Destination("settings", part="merge"))
    merging = shell.findChildren(SettingsPage)[-1].merging
    merging.take(str(journal.folder.database))
    rest()
    yield "failure-copy-open"
    _put_sheets_away(shell)
    merging.take(str(backups_of(journal)[0].path))
    rest()
    yield "failure-copy-earlier-key"
    _put_sheets_away(shell)
    shell.go_to(Destination("journal"))
    look_everywhere(shell.context, ("an entry that was deleted for good",))
    for _round in range(_ROUNDS):
        rest()
    yield "failure-everywhere-earlier-key"
    _put_sheets_away(shell)


def _useless(place: Place, backup: Path) -> Iterator[tuple[str, Path]]:
    """Make each kind of file that is refused; yield its name and path."""
    stranger = place._replace(folder=place.folder.with_name("stranger"))
    yield "foreign", make_backup(stranger, days=1)
    other = stranger.folder / backup.name
    data = bytearray(backup.read_bytes())
    data[len(data) // 2] ^= 1
    other.write_bytes(data)
    yield "damaged", other
    _make_newer(backup, other)
    yield "newer", other
    other.write_bytes(bytes(len(data)))
    yield "none", other


def _make_newer(backup: Path, other: Path) -> None:
    with zipfile.ZipFile(backup) as source, zipfile.ZipFile(other, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "manifest.json":
                data = json.dumps({**json.loads(data), "version": 99}).encode("utf-8")
            target.writestr(name, data)


def _put_sheets_away(shell: Shell) -> None:
    for sheet in shell.findChildren(Overlay):
        sheet.go()
