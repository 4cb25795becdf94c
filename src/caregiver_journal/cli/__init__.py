"""The command line: reads what was asked, calls the journal or the window, prints the answer."""

import argparse
import contextlib
import gc
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from caregiver_journal.base.errors import JournalError, WrongPassphraseError
from caregiver_journal.base.log import catch_escaped

__all__ = ["main"]

DONE = 0
NOT_DONE = 3
WRONG_PASSPHRASE = 4


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; return its exit code."""
    catch_escaped(_leave_to_the_log)
    options = _read(sys.argv[1:] if arguments is None else list(arguments))
    try:
        return _run(options)
    except WrongPassphraseError as error:
        return _refuse(error, WRONG_PASSPHRASE)
    except JournalError as error:
        return _refuse(error, NOT_DONE)
    except BrokenPipeError:
        _let_go_of_output()
        return DONE
    except KeyboardInterrupt:
        return NOT_DONE


def _read(arguments: list[str]) -> argparse.Namespace:
    """Read the command line; the ways the window starts itself need no parser, which takes 5 ms."""
    match arguments:
        case []:
            return argparse.Namespace(command=None, journal=None)
        case ["--journal", folder] if folder and not folder.startswith("-"):
            return argparse.Namespace(command=None, journal=Path(folder))
        case ["--view", backup] if backup:  # by the window only, so it stands in no help
            return argparse.Namespace(command="view", backup=Path(backup))
    from caregiver_journal.cli.parser import make_parser  # noqa: PLC0415 - see above

    return make_parser().parse_args(arguments)


def _run(options: argparse.Namespace) -> int:
    if options.command in (None, "tour", "view"):
        return _run_window(options)
    from caregiver_journal.base.process import guard_memory  # noqa: PLC0415 - the window does so too
    from caregiver_journal.cli import commands  # noqa: PLC0415 - the window needs none of it

    guard_memory()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # not every terminal has every letter
    code = commands.run(options)
    sys.stdout.flush()
    return code


def _run_window(options: argparse.Namespace) -> int:
    gc.disable()  # saves a tenth of the start; the window's collector takes over
    from caregiver_journal import app  # noqa: PLC0415 - Qt, which no other command needs

    if options.command == "tour":
        return app.run_tour(options.to, is_quick=options.quick)
    if options.command == "view":
        return app.run_view(options.backup.absolute())
    return app.run(options.journal)


def _leave_to_the_log(_description: str) -> None:
    """Add nothing: a log without a file goes to standard error, with types and places only."""


def _let_go_of_output() -> None:
    """Have Python not complain at its end that nobody reads any more, as ``| head`` does."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refuse(error: JournalError, code: int) -> int:
    text = f"{error.sentence} {error.next_step}".strip()
    sys.stderr.write(f"caregiver-journal: {text}\n")
    return code
