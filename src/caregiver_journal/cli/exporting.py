"""What the command line gives out as files: all data, or what a summary says."""

import argparse
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.cli.export_options import check_fits
from caregiver_journal.cli.stepping import Told, take_through
from caregiver_journal.cli.summary import say_not_listed, write_summary
from caregiver_journal.domain.export_record import Format
from caregiver_journal.domain.export_words import SUMMARIES
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.period import Period
from caregiver_journal.journal.data_file import DataChoice, export_data
from caregiver_journal.journal.exporting import is_empty_folder, lies_there
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.picture_file import has_private

Open = Callable[[argparse.Namespace], AbstractContextManager[Journal]]
Say = Callable[[str], None]


class Order(NamedTuple):
    """What was ordered: the journal is open, and the place may be written to.

    Attributes:
        kinds: of entry that were named; all of them where none was.
        told: None where nobody looks on.
    """

    journal: Journal
    format: Format
    path: Path
    period: Period
    kinds: frozenset[Kind]
    everything: bool
    told: Told | None


def export(
    options: argparse.Namespace, open_journal: Open, say: Say, told: Told | None = None
) -> int:
    """Write a file of what is in the journal; return 0.

    Raises:
        JournalError: nothing was written, as where something lies there and nobody said that it
            may be replaced.
    """
    check_fits(options)
    path: Path = options.file.expanduser().absolute()
    if lies_there(path) and not is_empty_folder(path) and not options.overwrite:
        raise JournalError(
            _("Something of this name lies there already."),
            next_step=_("Choose another name, or say --overwrite to replace a file."),
        )
    with open_journal(options) as journal:
        format_ = Format(options.format)
        if format_ in SUMMARIES:
            lines = write_summary(journal, format_, path, options)
            return _say_all(lines, say)
        order = Order(
            journal,
            format_,
            path,
            _period(options),
            frozenset(map(Kind, options.kind)) or frozenset(Kind),
            options.everything,
            told,
        )
        lines = _export_data(order)
    return _say_all([*lines, _("Anybody who gets it can read it.")], say)


def _say_all(lines: list[str], say: Say) -> int:
    for line in lines:
        say(line)
    return 0


def _period(options: argparse.Namespace) -> Period:
    """Return the days that were named, whichever way round."""
    days = (options.first, options.last)
    return Period(*(sorted(days) if None not in days else days))


def _export_data(order: Order) -> list[str]:
    choice = DataChoice(order.format, order.period, order.kinds, order.everything)
    steps = export_data(order.journal, choice, order.path)
    exported = take_through(steps, order.told)
    lines = [_say_written(order.path, exported.entries), *_say_left_out(order)]
    return lines if exported.is_remembered else [*lines, say_not_listed()]


def _say_written(path: Path, count: int) -> str:
    text = ngettext(
        "Written: {path}, {count:,} entry.", "Written: {path}, {count:,} entries.", count
    )
    return text.format(path=path, count=count)


def _say_left_out(order: Order) -> list[str]:
    if not has_private(order.journal):
        return []
    if order.everything:
        return [_("Entries marked “never export” are in it too.")]
    return [_("Entries marked “never export” were left out.")]
