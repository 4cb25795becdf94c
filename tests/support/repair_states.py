"""Bring the states of repairs and of deleting everywhere into view."""

from collections.abc import Iterator
from datetime import UTC, timedelta
from pathlib import Path

from support.builders import an_entry

from caregiver_journal.base.errors import BackupDamagedError, DiskFullError, EarlierKeyError
from caregiver_journal.base.marks import override
from caregiver_journal.domain.progress import Progress
from caregiver_journal.journal.backing_up import Backup
from caregiver_journal.journal.checking import Checked, Trouble, note_check
from caregiver_journal.journal.everywhere import Elsewhere
from caregiver_journal.journal.losses import Brought, Found, Looked, Mend
from caregiver_journal.journal.rescue import Rescued
from caregiver_journal.ui.everywhere_sheet import EverywhereSheet
from caregiver_journal.ui.lock.damaged import DamagedPage
from caregiver_journal.ui.one_by_one import Done
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.shell import Shell

_LOOKED_AT = Path("/media/stick/Caregiver Journal backups")


def show_repair_states(shell: Shell) -> Iterator[str]:
    """Yield the name of each state; in the end everything is whole."""
    yield from _show_everywhere(shell)
    journal = shell.context.journal
    now = journal.clock().astimezone(UTC)
    name = "journal-20261112T211000Z.cjbackup"
    note_check(journal, Checked(now - timedelta(days=3), frozenset({Trouble.INDEX}), name, False))
    shell.go_to(Destination("settings", part="check"))
    yield "settings-checked"
    shell.go_to(Destination("today"))
    yield "today-damaged-backup"
    note_check(journal, Checked(now))


def show_losses(page: DamagedPage) -> Iterator[str]:
    """Yield the states of a rescue that looks in the backups."""
    page.show_result(Rescued(1_204, 3, ("2026-11-02", "2026-11-03"), "damaged-2026-11-20.db"))
    page.show_looking()
    yield "rescued-looking"
    entries = [an_entry(f"note {number}") for number in range(15)]
    backups = _backups(Path("journal", "backups"), 2)
    mends = [tuple(Mend(entry, "") for entry in entries[at:]) for at in (0, 13)]
    found = tuple(Found(backup, each) for backup, each in zip(backups, mends, strict=True))
    page.show_looked(Looked(found, 1))
    yield "rescued-found"
    page.show_brought(Brought(17))
    yield "rescued-brought-back"


def _show_everywhere(shell: Shell) -> Iterator[str]:
    context = shell.context
    sheet = EverywhereSheet(context, _Elsewhere(context.journal, ["x"]), ["x"])
    assert sheet._finding is not None
    sheet._finding.cancel()
    sheet._progress("Looking which backups still hold it…", Progress(3, 12))
    yield "everywhere-looking"
    own = _backups(context.journal.folder.backups, 9)
    done = [Done(backup, True, None) for backup in [*own, *_backups(_LOOKED_AT, 2)]]
    errors = (BackupDamagedError(), EarlierKeyError(), EarlierKeyError())
    failed = [Done(own[0], None, error) for error in errors]
    sheet._take_looked([*done[:4], done[-1], *failed])
    yield "everywhere-held"
    sheet._take_looked(done)
    yield "everywhere-held-by-many"
    sheet._take_removed([*done[:4], Done(own[0], None, DiskFullError())])
    yield "everywhere-removed"
    sheet.go()


class _Elsewhere(Elsewhere):
    """Backups of which nobody knows what they hold."""

    @override
    def backups(self) -> tuple[Backup, ...]:
        return tuple(_backups(_LOOKED_AT, 12))


def _backups(folder: Path, count: int) -> list[Backup]:
    start = an_entry().created
    moments = [start - timedelta(days=3 * number, hours=2) for number in range(count)]
    return [Backup(folder / f"journal-{made:%Y%m%d}.cjbackup", made, 1_000) for made in moments]
