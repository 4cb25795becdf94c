"""The command that brings in a file which the program saved, here or elsewhere."""

import argparse
from collections.abc import Callable
from contextlib import AbstractContextManager

from caregiver_journal.base.i18n import _
from caregiver_journal.cli.asking import make_sure
from caregiver_journal.cli.incoming import back_up_before, say_those
from caregiver_journal.cli.stepping import Told, take_through
from caregiver_journal.journal.import_words import SaidPreview, say_brought, say_preview
from caregiver_journal.journal.importing import bring_in, compare, read_file
from caregiver_journal.journal.journal import Journal

Open = Callable[[argparse.Namespace], AbstractContextManager[Journal]]
Say = Callable[[str], None]


def bring_in_file(
    options: argparse.Namespace, open_journal: Open, say: Say, told: Told | None
) -> int:
    """Say what a file would bring, ask, and bring it in; return 0.

    Args:
        options: the file, ``yes`` for no question, ``take_theirs`` for what differs.
        open_journal: opens the journal.
        say: prints a line.
        told: is told of the progress, or None.

    Raises:
        JournalError: nothing was changed.
    """
    incoming = read_file(options.file.expanduser())
    with open_journal(options) as journal:
        preview = take_through(compare(journal, incoming), told)
        for line in _lines(say_preview(preview), take_theirs=options.take_theirs):
            say(line)
        if preview.has_new or (options.take_theirs and preview.has_different):
            question, otherwise = (
                _("Bring this in? (y/n) "),
                _("Add --yes to bring it in without a question."),
            )
            make_sure(question, otherwise, is_yes=options.yes)
            back_up_before(journal)
            preview = take_through(
                bring_in(journal, preview, take_theirs=options.take_theirs), told
            )
        say(say_brought(preview, take_theirs=options.take_theirs))
    return 0


def _lines(said: SaidPreview, *, take_theirs: bool) -> list[str]:
    lines = say_those(
        (_("New: {things}"), said.new),
        (_("Here already: {things}"), said.same),
        (_("Different here, or in the trash: {things}"), said.different),
    )
    if said.different:
        lines.append(
            _("What differs is taken from the file.")
            if take_theirs
            else _("What differs stays as it is here; --take-theirs takes it from the file.")
        )
    return lines
