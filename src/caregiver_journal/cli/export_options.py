"""What may be said of an export on the command line."""

import argparse
from pathlib import Path

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.export_record import Format
from caregiver_journal.domain.kind import Kind

_FORMATS = (Format.JSON, Format.CSV, Format.MARKDOWN)
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
        help=_("json to keep or to move, csv for spreadsheets, markdown for notes"),
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
