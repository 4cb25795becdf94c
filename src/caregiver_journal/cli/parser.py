"""What may be asked for on the command line."""

import argparse
import contextlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

from caregiver_journal import __version__
from caregiver_journal.base.i18n import _
from caregiver_journal.cli.entry_options import (
    add_boundary_options,
    add_entry_options,
    add_measure_options,
    add_mood_options,
    add_practice_options,
    add_reflection_options,
)
from caregiver_journal.cli.export_options import add_export_options, add_summary_options
from caregiver_journal.domain.kind import Kind

_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no other name

_EXAMPLES = """examples:
  caregiver-journal                                      open the window
  caregiver-journal new                                  make the journal
  caregiver-journal log mood --level 4 --note "Slept eight hours."
  caregiver-journal log mood --level 2 --words tense,tired --at "2026-11-20 23:40"
  caregiver-journal log boundary --asked "Cover Saturday" --did no --guilt 6
  caregiver-journal log reflection --text "I would have gone home at four."
  caregiver-journal log practice --exercise grounding --minutes 2 --distress-before 6
  caregiver-journal log measure --instrument phq-9 --answers "0 1 1 2 0 - 1 0 0"
  caregiver-journal list --from 2026-11-01 --tag "late shift"
  caregiver-journal search team lead --json | less
  caregiver-journal show 3f2a9c1b                        the id stands behind each entry
  caregiver-journal export my-data.json --format json    all data, to keep or to take along
  caregiver-journal export summary.pdf --format summary-pdf --name J.
  caregiver-journal export tables.zip --format csv --from 2026-11-01
  caregiver-journal import journal.json                  says what is new, asks, brings it in
  caregiver-journal backup --to /media/stick/journal.cjbackup
  caregiver-journal verify --deep
  caregiver-journal restore journal.cjbackup --to ~/journal
  caregiver-journal salvage ~/journal --to ~/saved --bring-back
  caregiver-journal merge journal.cjbackup               the entries of another copy, as import
  caregiver-journal demo --to /tmp/a-look-around         an invented journal, in the window

The passphrase is asked for without showing it, or read from the first line of a file named with
--passphrase-file ("-" for standard input).

exit codes: 0 done · 1 nothing found, or damage found · 2 the command was not understood ·
3 it could not be done · 4 the passphrase does not open the journal
"""


def make_parser() -> argparse.ArgumentParser:
    """Make the parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="caregiver-journal",
        description=_("A private journal for people who care for others for a living."),
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=__version__)
    _add_journal(parser, default=None)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    of_a_journal = (
        commands.add_parser("new", help=_("make a journal and print its recovery code")),
        *_add_safety(commands),
        *_add_reading(commands),
        *_add_files(commands),
        *_add_writing(commands),
    )
    demo = commands.add_parser("demo", help=_("make an invented journal and open it"))
    _add_demo_options(demo)
    tour = commands.add_parser("tour", help=_("photograph the pages of an invented journal"))
    _add_to(tour, _("folder for the pictures"), required=True)
    tour.add_argument("--quick", action="store_true", help=_("light, ordinary text size only"))
    for command in of_a_journal:
        _add_journal(command, default=argparse.SUPPRESS)
    for command in (*of_a_journal, demo):
        _add_passphrase(command)
    return parser


def _add_reading(commands: _Commands) -> tuple[argparse.ArgumentParser, ...]:
    """Add what prints entries."""
    listing = commands.add_parser("list", help=_("print entries, newest first"))
    _add_filters(listing)
    search = commands.add_parser("search", help=_("print entries that have all the words"))
    search.add_argument("words", nargs="+", metavar="WORDS", help=_("the last one may be begun"))
    for found in (listing, search):
        _add_limit(found)
    show = commands.add_parser("show", help=_("print one entry in full"))
    show.add_argument("id", metavar="ID", help=_("its id, or the beginning of it"))
    for printed in (listing, search, show):
        printed.add_argument("--json", action="store_true", help=_("print JSON"))
    return listing, search, show


def _add_safety(commands: _Commands) -> tuple[argparse.ArgumentParser, ...]:
    """Add what keeps the journal safe."""
    backup = commands.add_parser("backup", help=_("make a backup and check it"))
    backup.add_argument(
        "--to",
        type=Path,
        metavar="FILE",
        help=_("file to write, or folder to put it into; else it lies among the journal's own"),
    )
    verify = commands.add_parser("verify", help=_("check every page of the journal, or a backup"))
    verify.add_argument("file", nargs="?", type=Path, metavar="FILE", help=_("a backup"))
    verify.add_argument("--deep", action="store_true", help=_("compare every index too"))
    restore = commands.add_parser("restore", help=_("take the journal back from a backup"))
    restore.add_argument("file", type=Path, metavar="FILE", help=_("the backup"))
    _add_to(restore, _("folder of the journal, or an empty one"), required=True)
    restore.add_argument("--code", action="store_true", help=_("ask for the recovery code"))
    salvage = commands.add_parser("salvage", help=_("save what a damaged journal still holds"))
    salvage.add_argument("folder", type=Path, metavar="DIR", help=_("its folder; it stays as is"))
    _add_to(salvage, _("folder for the new journal, empty or not there yet"), required=True)
    salvage.add_argument("--code", action="store_true", help=_("ask for the recovery code"))
    salvage.add_argument(
        "--bring-back",
        action="store_true",
        help=_("take what could not be read from its backups, where they hold it"),
    )
    merge = commands.add_parser("merge", help=_("bring in the entries of another copy"))
    _add_merge_options(merge)
    return backup, verify, restore, salvage, merge


def _add_files(commands: _Commands) -> tuple[argparse.ArgumentParser, ...]:
    """Add what writes files outside the journal, and reads them."""
    export = commands.add_parser("export", help=_("write what is in the journal into a file"))
    add_export_options(export)
    add_summary_options(export)
    _add_days(export)
    incoming = commands.add_parser("import", help=_("bring in a file that this program saved"))
    _add_import_options(incoming)
    exported = commands.add_parser("exported", help=_("print what left the journal, and when"))
    exported.add_argument("--json", action="store_true", help=_("print JSON"))
    return export, exported, incoming


def _add_writing(commands: _Commands) -> tuple[argparse.ArgumentParser, ...]:
    """Add what writes an entry, for each kind."""
    log = commands.add_parser("log", help=_("write an entry"))
    kinds = log.add_subparsers(dest="kind", metavar="KIND", required=True)
    mood = kinds.add_parser("mood", help=_("write how you are"))
    boundary = kinds.add_parser("boundary", help=_("write what was asked of you, and what you did"))
    reflection = kinds.add_parser("reflection", help=_("write to a question, or freely"))
    practice = kinds.add_parser("practice", help=_("note an exercise that was done"))
    measure = kinds.add_parser("measure", help=_("keep a questionnaire that was filled in"))
    add_mood_options(mood)
    add_boundary_options(boundary)
    add_reflection_options(reflection)
    add_practice_options(practice)
    add_measure_options(measure)
    entries = (mood, boundary, reflection, practice, measure)
    for logged in entries:
        add_entry_options(logged)
    return entries


def _add_demo_options(demo: argparse.ArgumentParser) -> None:
    _add_to(demo, _("folder for the journal; a temporary one by default"))
    demo.add_argument("--no-open", action="store_true", help=_("make it and open no window"))
    demo.add_argument(
        "--days",
        type=_up_to(36_500),
        default=365,
        metavar="N",
        help=_("days it covers, today the last"),
    )
    demo.add_argument(
        "--entries",
        type=_up_to(1_000_000),
        default=None,
        metavar="N",
        help=_("exactly N entries; by default as many as come together"),
    )
    demo.add_argument(
        "--seed",
        type=int,
        default=1,
        metavar="N",
        help=_("another number gives another journal"),
    )


def _add_import_options(incoming: argparse.ArgumentParser) -> None:
    incoming.add_argument(
        "file", type=Path, metavar="FILE.json", help=_("a file with all data, as JSON")
    )
    _add_bringing_options(
        incoming, _("take what differs from the file; else it stays as it is here")
    )


def _add_merge_options(merge: argparse.ArgumentParser) -> None:
    merge.add_argument(
        "file", type=Path, metavar="FILE", help=_("a backup, or the folder of another copy")
    )
    theirs = _("take what differs from the copy; else it stays as it is here")
    _add_bringing_options(merge, theirs)
    merge.add_argument(
        "--bring-back", action="store_true", help=_("bring back what was deleted here since")
    )
    merge.add_argument(
        "--code",
        action="store_true",
        help=_("ask for the recovery code of its day, where its key is another one"),
    )


def _add_bringing_options(parser: argparse.ArgumentParser, theirs: str) -> None:
    """Add what can be said of anything that comes in; ``theirs`` tells of what differs."""
    parser.add_argument("--yes", action="store_true", help=_("do it without a question"))
    parser.add_argument("--take-theirs", action="store_true", help=theirs)


def _add_days(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--from", dest="first", type=read_day, metavar="DAY", help=_("from 2026-11-01 on")
    )
    parser.add_argument(
        "--to", dest="last", type=read_day, metavar="DAY", help=_("up to 2026-11-30")
    )


def _add_filters(listing: argparse.ArgumentParser) -> None:
    _add_days(listing)
    listing.add_argument(
        "--kind", choices=[kind.value for kind in Kind], metavar="KIND", help=_("such as mood")
    )
    listing.add_argument("--instrument", metavar="ID", help=_("a questionnaire, such as phq-9"))
    listing.add_argument(
        "--tag", action="append", default=[], metavar="TAG", help=_("may be said more than once")
    )


def _add_limit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--limit", type=_up_to(1_000_000), default=50, metavar="N", help=_("at most N")
    )


def read_day(text: str) -> date:
    """Read a day such as 2026-11-20; raises ``argparse.ArgumentTypeError``."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise argparse.ArgumentTypeError(_("a day is written like 2026-11-20")) from None


def _add_journal(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument(
        "--journal", type=Path, metavar="DIR", default=default, help=_("the journal's folder")
    )


def _add_passphrase(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--passphrase-file",
        metavar="FILE",
        help=_('read the passphrase from FILE ("-": standard input)'),
    )


def _add_to(parser: argparse.ArgumentParser, text: str, *, required: bool = False) -> None:
    parser.add_argument("--to", type=Path, metavar="DIR", required=required, help=text)


def _up_to(most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        with contextlib.suppress(ValueError):
            if 1 <= int(text) <= most:
                return int(text)
        raise argparse.ArgumentTypeError(_("a number from 1 to {most} is needed").format(most=most))

    return read
