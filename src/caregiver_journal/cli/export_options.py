"""What may be said of an export on the command line."""

import argparse
from pathlib import Path

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.export_record import Format
from caregiver_journal.domain.export_words import SUMMARIES
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.summary import ON_AT_FIRST, Block

_FORMATS = (
    Format.JSON,
    Format.CSV,
    Format.MARKDOWN,
    Format.SUMMARY_PDF,
    Format.SUMMARY_HTML,
)
"""As ``cli.exporting`` writes them."""


def add_export_options(parser: argparse.ArgumentParser) -> None:
    """Add all options but the days."""
    parser.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help=_("csv and markdown: FILE.zip, or the name of a new folder"),
    )
    parser.add_argument(
        "--format",
        choices=[each.value for each in _FORMATS],
        required=True,
        help=_(
            "json to keep or to move, csv for spreadsheets, markdown for notes, summary-pdf and "
            "summary-html for a session"
        ),
    )
    parser.add_argument(
        "--kind",
        action="append",
        choices=[kind.value for kind in Kind],
        default=[],
        metavar="KIND",
        help=_("such as mood; may be said more than once"),
    )
    parser.add_argument(
        "--everything",
        action="store_true",
        help=_("with entries marked “never export”: a copy for yourself"),
    )
    parser.add_argument(
        "--overwrite", action="store_true", help=_("replace a file that lies there")
    )


def add_summary_options(parser: argparse.ArgumentParser) -> None:
    """Add what only a summary asks for.

    Without days it is about the time since the last session, or where there was none a month.
    """
    group = parser.add_argument_group(_("summary-pdf and summary-html"))
    group.add_argument(
        "--block",
        action="append",
        choices=[block.value for block in Block],
        default=[],
        metavar="BLOCK",
        help=_("what is in it, more than once: {blocks}; by default {usual}").format(
            blocks=", ".join(Block), usual=", ".join(sorted(ON_AT_FIRST))
        ),
    )
    group.add_argument("--preset", metavar="NAME", help=_("what is in it, by the name you gave"))
    group.add_argument("--name", dest="writer", metavar="NAME", help=_("what you are called in it"))
    group.add_argument("--letter", action="store_true", help=_("on Letter paper, not on A4"))
    group.add_argument(
        "--file-password",
        metavar="FILE",
        help=_("let the PDF ask for the password that is the first line of FILE"),
    )
    group.add_argument(
        "--names-may-stay",
        action="store_true",
        help=_("names and numbers that are found in your words may stay"),
    )


_OF_SUMMARIES = {
    "block": "--block",
    "preset": "--preset",
    "writer": "--name",
    "letter": "--letter",
    "file_password": "--file-password",
    "names_may_stay": "--names-may-stay",
}
_OF_DATA = {"kind": "--kind", "everything": "--everything"}
"""What is said of one sort of file only, by what it is called inside."""


def check_fits(options: argparse.Namespace) -> None:
    """Refuse what means nothing for the kind of file that is asked for.

    Whoever asks for a password and hears nothing thinks that the file has one.

    Raises:
        JournalError: nothing was written.
    """
    is_summary = Format(options.format) in SUMMARIES
    for name, option in (_OF_DATA if is_summary else _OF_SUMMARIES).items():
        if getattr(options, name) not in (None, False, []):
            raise JournalError(
                _("{option} has no meaning with --format {format}.").format(
                    option=option, format=options.format
                ),
                next_step=_("Nothing was written."),
            )
