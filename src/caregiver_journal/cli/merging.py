"""The command that brings in the entries of another copy of the same journal."""

import argparse
from collections.abc import Callable
from contextlib import AbstractContextManager

from caregiver_journal.base.errors import EarlierKeyError
from caregiver_journal.base.i18n import _
from caregiver_journal.cli.asking import make_sure
from caregiver_journal.cli.incoming import back_up_before, say_those
from caregiver_journal.cli.stepping import Told, take_through
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.merge_words import say_copy, say_merge, say_merged
from caregiver_journal.journal.merging import (
    Choice,
    Decision,
    Merged,
    MergePreview,
    choose_all,
    compare,
    merge,
    would_change,
)
from caregiver_journal.journal.other_copy import Copy, by_code, by_passphrase, home_of, read_copy

Open = Callable[[argparse.Namespace], AbstractContextManager[Journal]]
Say = Callable[[str], None]
Ask = Callable[[str], str]


def merge_copy(
    options: argparse.Namespace, open_journal: Open, ask: Ask, say: Say, told: Told | None
) -> int:
    """Say what another copy would bring, ask, back the journal up and bring it in; return 0.

    Args:
        options: the copy; ``yes`` for no question, ``take_theirs`` for what differs, ``bring_back``
            for what is not here any more, ``code`` for a copy that a recovery code opens.
        open_journal: opens the journal.
        ask: asks for the passphrase or the code of a copy that was made under another key.
        say: prints a line.
        told: is told of the progress, or None.

    Raises:
        JournalError: nothing was changed.
    """
    with open_journal(options) as journal:
        copy = _read(journal, options, ask)
        found = take_through(compare(journal, copy), told)
        say(say_copy(copy, journal.clock().date()))
        for line in _lines(found, options):
            say(line)
        done = Merged()
        choice = Choice.THEIRS if options.take_theirs else Choice.MINE
        decision = Decision(choose_all(found, choice), brings_back=options.bring_back)
        if would_change(found, decision):
            question, otherwise = (
                _("Merge this? (y/n) "),
                _("Add --yes to merge it without a question."),
            )
            make_sure(question, otherwise, is_yes=options.yes)
            backup = back_up_before(journal)
            say(_("Backed up before: {path}").format(path=backup.path))
            done = take_through(merge(journal, found, decision, backup), told)
        say(say_merged(done))
    return 0


def _read(journal: Journal, options: argparse.Namespace, ask: Ask) -> Copy:
    """Read the copy; ask for what opens it where that is another key than the journal's."""
    path = options.file.expanduser().absolute()
    home = home_of(journal)
    try:
        return read_copy(path, home)
    except EarlierKeyError:
        pass
    if options.code:
        return read_copy(path, home, by_code(ask(_("Recovery code of its day: "))))
    return read_copy(path, home, by_passphrase(ask(_("Passphrase of the day it was made: "))))


def _lines(found: MergePreview, options: argparse.Namespace) -> list[str]:
    said = say_merge(found)
    lines = say_those(
        (_("New: {things}"), said.new),
        (_("Not here, and will come in: {things}"), said.rest),
        (_("Here already: {things}"), said.same),
        (_("Kept twice there, and so here too: {things}"), said.settled),
        (_("Different here, or in the trash: {things}"), said.different),
    )
    if said.different:
        lines.append(
            _("What differs is taken from the copy; what is in the trash here stays there.")
            if options.take_theirs
            else _("What differs stays as it is here; --take-theirs takes it from the copy.")
        )
    lines += say_those((_("Deleted here since: {things}"), said.gone))
    if said.gone:
        lines.append(
            _("They come back.")
            if options.bring_back
            else _("They stay out; --bring-back brings them back.")
        )
    return [*lines, *say_those((_("Stays in the copy: {things}"), said.drafts))]
