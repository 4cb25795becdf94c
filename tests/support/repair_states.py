"""Bring the states of repairs and of deleting everywhere into view."""

from collections.abc import Iterator
from datetime import UTC, timedelta
from pathlib import Path

from support.builders import an_entry

from caregiver_journal.base.errors import BackupDamagedError, DiskFullError, EarlierKeyError
from caregiver_journal.base.marks import override
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.progress import Progress
from caregiver_journal.domain.session import Goal
from caregiver_journal.journal.backing_up import Backup
from caregiver_journal.journal.checking import Checked, Trouble, note_check
from caregiver_journal.journal.everywhere import Elsewhere
from caregiver_journal.journal.incoming_parts import Keyed
from caregiver_journal.journal.loss_notes import Losses, LostPart, let_losses_be, note_losses
from caregiver_journal.journal.losses import Brought, Found, Looked, Mend
from caregiver_journal.journal.rescue import Rescued
from caregiver_journal.ui.everywhere_sheet import EverywhereSheet
from caregiver_journal.ui.lock.damaged import DamagedPage
from caregiver_journal.ui.losses_sheet import LossesSheet
from caregiver_journal.ui.one_by_one import Done
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.shell import Shell
from caregiver_journal.vault.wreck import Gap

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
    yield from _show_noted_losses(shell)


def _show_noted_losses(shell: Shell) -> Iterator[str]:
    """Yield what an earlier rescue left open; in the end nothing is noted of it."""
    journal = shell.context.journal
    parts = {"goals": LostPart(3, Gap()), "masks": LostPart(0, Gap(stretch=(None, None)))}
    with journal.writing(Topic.CHECK):
        note_losses(journal, Losses(journal.clock(), 12, parts=parts))
    shell.go_to(Destination("today"))
    yield "today-losses"
    shell.go_to(Destination("settings", part="losses"))
    yield "settings-losses"
    sheet = LossesSheet(shell.context)
    sheet._steps.cancel()
    yield "losses-looking"
    entries = [an_entry(f"note {number}") for number in range(9)]
    mends = tuple(Mend(entry, "") for entry in entries)
    goal = Goal(
        "00000000-0000-4000-8000-000000000001", "Say no to one more shift", entries[0].created
    )
    rest = (Keyed("goals", goal.id, goal),)
    (backup,) = _backups(journal.folder.backups, 1)
    sheet._take_looked(Looked((Found(backup, mends, rest),), 1))
    yield "losses-found"
    sheet._take_brought(Brought(9, 1))
    yield "losses-brought-back"
    sheet.go()
    let_losses_be(journal)


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
