"""The commands of the command line, one function each."""

import argparse
import getpass
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from caregiver_journal.base.errors import InvalidValueError, JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.places import default_journal_folder
from caregiver_journal.cli import (
    backups,
    exported,
    exporting,
    importing,
    merging,
    reading,
    writing,
)
from caregiver_journal.domain.passphrase import judge
from caregiver_journal.journal import doors
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.sample import PASSPHRASE, fill_with_sample


def run(options: argparse.Namespace) -> int:
    """Run one command; return its exit code.

    Raises:
        JournalError: it could not be done.
    """
    return _COMMANDS[options.command](options)


def _new(options: argparse.Namespace) -> int:
    folder = _folder(options)
    passphrase = _read_passphrase(options, _("New passphrase: "))
    if options.passphrase_file is None and getpass.getpass(_("Once more: ")) != passphrase:
        raise InvalidValueError(_("The two passphrases differ. Nothing was made."))
    strength = judge(passphrase)
    if not strength.is_long_enough:
        raise InvalidValueError(strength.sentence)
    opened = doors.create(folder, passphrase)
    _say(_("The journal lies in {folder}.").format(folder=folder))
    _say(_("Passphrase: {sentence}").format(sentence=strength.sentence))
    _say(_("Recovery code, shown only now; keep it on paper, away from this computer:"))
    _say(opened.root.recovery_code())
    return 0


def _log(options: argparse.Namespace) -> int:
    return writing.log(options, _open, _say)


def _list(options: argparse.Namespace) -> int:
    return reading.list_entries(options, _open, _say)


def _search(options: argparse.Namespace) -> int:
    return reading.search(options, _open, _say)


def _show(options: argparse.Namespace) -> int:
    return reading.show(options, _open, _say)


def _import(options: argparse.Namespace) -> int:
    told = _say_progress if sys.stderr.isatty() else None
    return importing.bring_in_file(options, _open, _say, told)


def _export(options: argparse.Namespace) -> int:
    told = _say_progress if sys.stderr.isatty() else None
    return exporting.export(options, _open, _say, told)


def _exported(options: argparse.Namespace) -> int:
    return exported.list_exported(options, _open, _say)


def _backup(options: argparse.Namespace) -> int:
    return backups.back_up(options, _open, _say)


def _verify(options: argparse.Namespace) -> int:
    return backups.verify(options, _open, _say)


def _restore(options: argparse.Namespace) -> int:
    folder = options.to.expanduser().absolute()
    return backups.restore(options, folder, _read_passphrase, _say)


def _salvage(options: argparse.Namespace) -> int:
    return backups.salvage(options, _read_passphrase, _say)


def _merge(options: argparse.Namespace) -> int:
    told = _say_progress if sys.stderr.isatty() else None
    return merging.merge_copy(options, _open, _ask_unseen, _say, told)


def _demo(options: argparse.Namespace) -> int:
    folder = options.to or Path(tempfile.mkdtemp(prefix="caregiver-journal-"))
    folder = folder.resolve()
    is_open_secret = options.passphrase_file is None
    passphrase = PASSPHRASE if is_open_secret else _read_passphrase(options, "")
    opened = doors.create(folder, passphrase)
    journal = doors.open_journal(folder, opened)
    try:
        count = fill_with_sample(
            journal,
            days=options.days,
            entries=options.entries,
            seed=options.seed,
            told=_say_progress if sys.stderr.isatty() else None,
        )
    finally:
        journal.close()
    _say(
        _("An invented journal with {count} entries lies in {folder}.").format(
            count=count, folder=folder
        )
    )
    if options.passphrase_file is None:
        _say(_("Its passphrase: {passphrase}").format(passphrase=passphrase))
    if options.no_open:
        return 0
    from caregiver_journal import app  # noqa: PLC0415 - Qt, only when a window is wanted

    return app.run(folder)


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "new": _new,
    "log": _log,
    "list": _list,
    "search": _search,
    "show": _show,
    "import": _import,
    "export": _export,
    "exported": _exported,
    "backup": _backup,
    "verify": _verify,
    "restore": _restore,
    "salvage": _salvage,
    "merge": _merge,
    "demo": _demo,
}


@contextmanager
def _open(options: argparse.Namespace) -> Iterator[Journal]:
    """Open the journal of a command for the length of a ``with`` block."""
    folder = _folder(options)
    opened = doors.unlock(folder, _read_passphrase(options, _("Passphrase: ")))
    journal = doors.open_journal(folder, opened)
    try:
        yield journal
    finally:
        journal.close()


def _folder(options: argparse.Namespace) -> Path:
    folder: Path | None = options.journal
    return (folder or default_journal_folder()).expanduser().absolute()


def _read_passphrase(options: argparse.Namespace, prompt: str) -> str:
    source: str | None = options.passphrase_file
    try:
        if source is None:
            return _ask_unseen(prompt)
        if source == "-":
            return sys.stdin.readline().rstrip("\r\n")
        with Path(source).open(encoding="utf-8-sig") as file:
            return file.readline().rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise JournalError(_("The passphrase could not be read.")) from None


def _ask_unseen(prompt: str) -> str:
    """Ask at the terminal without showing what is typed; a timer has none, and never waits."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)
            return getpass.getpass(prompt)
    except getpass.GetPassWarning:
        raise JournalError(
            _("Nobody could be asked, because there is no terminal."),
            next_step=_("Name a file with --passphrase-file, or - for standard input."),
        ) from None
    except EOFError:
        raise JournalError(_("The passphrase could not be read.")) from None


def _say_progress(done: int, total: int) -> None:
    """Say on one line of the terminal how far a long work is, and clear the line at its end."""
    text = _("{done} of {total}").format(done=f"{done:,}", total=f"{total:,}")
    sys.stderr.write(f"\r{text}" if done < total else f"\r{' ' * len(text)}\r")
    sys.stderr.flush()


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
