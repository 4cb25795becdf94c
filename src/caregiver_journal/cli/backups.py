"""The commands that keep a journal safe: back it up, check it, take it back."""

import argparse
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from caregiver_journal.base.clock import system_clock
from caregiver_journal.base.errors import DamagedError
from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.journal import doors
from caregiver_journal.journal.backing_up import Backup, back_up_to, check_backup
from caregiver_journal.journal.backup_rounds import Round, back_up_round
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.losses import bring_back, look_for_losses
from caregiver_journal.journal.rescue import Rescued, salvage_to
from caregiver_journal.journal.rescue_words import (
    say_brought,
    say_found,
    say_looked,
    say_rescued,
)
from caregiver_journal.journal.restoring import restore_with_code, restore_with_passphrase

_NOT_COPIED = 3

Open = Callable[[argparse.Namespace], AbstractContextManager[Journal]]
Say = Callable[[str], None]
Ask = Callable[[argparse.Namespace, str], str]


def back_up(options: argparse.Namespace, open_journal: Open, say: Say) -> int:
    """Make a backup among the journal's own, or where the person wants it.

    Return 0; or 3 where it was made and not copied to the second place though that is there, which
    somebody who has a timer make it would not hear of otherwise.

    Raises:
        JournalError: there is no new backup.
    """
    with open_journal(options) as journal:
        if options.to is None:
            done = back_up_round(journal)
        else:
            done = Round(back_up_to(journal, options.to.expanduser().absolute()))
    say(_("Backed up and checked: {path}").format(path=done.backup.path))
    say(_say_size(done.backup))
    if done.copied_to is not None:
        say(_("Copied to the second place and checked: {folder}").format(folder=done.copied_to))
    if done.trouble is not None:
        say(_("Not copied to the second place: {reason}").format(reason=done.trouble.sentence))
        return _NOT_COPIED
    return 0


def verify(options: argparse.Namespace, open_journal: Open, say: Say) -> int:
    """Check a backup, or the journal; return 1 where damage was found.

    Raises:
        JournalError: it cannot be looked at.
    """
    if options.file is not None:
        return _verify_file(options.file.expanduser(), say)
    count = 0
    try:
        with open_journal(options) as journal:
            findings = journal.database.check(deep=options.deep)
            if not findings:
                count, _first = journal.entries.count()
    except DamagedError as error:
        findings = [error.sentence]
    for finding in findings:
        say(finding)
    if findings:
        return 1
    words = ngettext(
        "The file is whole: {count} entry.", "The file is whole: {count} entries.", count
    )
    say(words.format(count=count))
    return 0


def _verify_file(path: Path, say: Say) -> int:
    manifest = check_backup(path)
    said = _("This backup is whole. It was made on {made:%Y-%m-%d at %H:%M} UTC.")
    say(said.format(made=manifest.made))
    return 0


def restore(options: argparse.Namespace, folder: Path, ask: Ask, say: Say) -> int:
    """Let a backup take the place of the journal in a folder, or be the first there; return 0.

    Raises:
        JournalError: nothing was changed.
    """
    backup = options.file.expanduser()
    check_backup(backup)  # before anybody types a passphrase for it
    if options.code:
        done = restore_with_code(backup, folder, ask(options, _("Recovery code: ")))
    else:
        prompt = _("Passphrase of the day it was made: ")
        done = restore_with_passphrase(backup, folder, ask(options, prompt))
    said = _("Restored in {folder}, as it was on {made:%Y-%m-%d at %H:%M} UTC.")
    say(said.format(folder=folder, made=done.made))
    if done.kept_as:
        say(_("What lay there before is kept in its folder {name}.").format(name=done.kept_as))
    return 0


def salvage(options: argparse.Namespace, ask: Ask, say: Say) -> int:
    """Save what can be read of a damaged journal into another folder; return 1 if some is lost.

    Raises:
        JournalError: there is no new journal, and the damaged one is as it was.
    """
    folder = options.folder.expanduser().absolute()
    target = options.to.expanduser().absolute()
    if options.code:
        opened = doors.unlock_with_code(folder, ask(options, _("Recovery code: ")))
    else:
        opened = doors.unlock(folder, ask(options, _("Passphrase: ")))
    rescued = salvage_to(folder, opened, target)
    say(say_rescued(rescued))
    say(_("The new journal lies in {folder}. The damaged one is as it was.").format(folder=target))
    if rescued.lacks_anything:
        _mend_from_backups(options, opened, rescued, target, say)
    return 1 if rescued.lost else 0


def _mend_from_backups(
    options: argparse.Namespace, opened: doors.Opened, rescued: Rescued, target: Path, say: Say
) -> None:
    looked = look_for_losses(options.folder.expanduser(), opened, rescued)
    today = system_clock().date()
    for found in looked.found:
        head, *entries = say_found(found, today)
        say(head)
        for entry in entries:
            say(f"  {entry}")
    said = say_looked(looked)
    if said:
        say(said)
    if looked.found and options.bring_back:
        say(say_brought(bring_back(target, opened, looked.found)))


def _say_size(backup: Backup) -> str:
    megabytes = max(0.1, backup.size / 1_000_000)
    return _("{megabytes:.1f} MB, made {made:%Y-%m-%d at %H:%M} UTC.").format(
        megabytes=megabytes, made=backup.made
    )
