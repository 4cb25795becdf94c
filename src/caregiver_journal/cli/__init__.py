"""The command line: reads what was asked, calls the journal or the window, prints the answer."""

import argparse
import sys
from collections.abc import Sequence

from caregiver_journal.base.errors import JournalError, WrongPassphraseError
from caregiver_journal.base.process import guard_memory
from caregiver_journal.cli.parser import make_parser

__all__ = ["main"]

DONE = 0
NOT_DONE = 3
WRONG_PASSPHRASE = 4


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; return its exit code."""
    guard_memory()
    options = make_parser().parse_args(arguments)
    try:
        return _run(options)
    except WrongPassphraseError as error:
        return _refuse(error, WRONG_PASSPHRASE)
    except JournalError as error:
        return _refuse(error, NOT_DONE)
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
    except KeyboardInterrupt:
        return NOT_DONE


def _run(options: argparse.Namespace) -> int:
    if options.command in (None, "tour"):
        return _run_window(options)
    from caregiver_journal.cli import commands  # noqa: PLC0415 - the window needs none of it

    return commands.run(options)


def _run_window(options: argparse.Namespace) -> int:
    from caregiver_journal import app  # noqa: PLC0415 - Qt, which no other command needs

    if options.command == "tour":
        return app.run_tour(options.to, is_quick=options.quick)
    return app.run(options.journal)


def _refuse(error: JournalError, code: int) -> int:
    text = f"{error.sentence} {error.next_step}".strip()
    sys.stderr.write(f"caregiver-journal: {text}\n")
    return code
