"""The command that writes a summary for a session into a file."""

import argparse
import sys
from datetime import date
from pathlib import Path

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.export_record import Format
from caregiver_journal.domain.period import Period, Span, period_of
from caregiver_journal.domain.preference import SUMMARY_NAME
from caregiver_journal.domain.summary import ON_AT_FIRST, Block, Choice, Paper, Summary
from caregiver_journal.journal.export_log import remember
from caregiver_journal.journal.exporting import write_out
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.masking import find_in, masked
from caregiver_journal.journal.sessions import since_last_session
from caregiver_journal.journal.summary.files import make_laid_out, pdf_of, web_page_of
from caregiver_journal.journal.summary.presets import Preset, all_presets
from caregiver_journal.journal.summary.reading import read_summary

LEAST_PASSWORD = 8
"""Fewest characters of a password; the window asks for as many."""


def write_summary(
    journal: Journal, format_: Format, path: Path, options: argparse.Namespace
) -> list[str]:
    """Write a summary; return what is said of it, line by line.

    Raises:
        JournalError: nothing was written.
    """
    password = _read_password(options, format_)
    choice = _choose(journal, options)
    bare = read_summary(journal, choice)
    _ask_about_names(journal, bare, may_stay=options.names_may_stay)
    summary = masked(journal, bare)
    ready = make_laid_out(summary)
    lines = []
    if format_ is Format.SUMMARY_PDF:
        made = pdf_of(ready, password)
        content = made.content
        pages = ngettext(
            "Written: {path}, {count} page.", "Written: {path}, {count} pages.", made.pages
        )
        lines += [pages.format(path=path, count=made.pages), *made.notes]
    else:
        content = web_page_of(ready)
        lines.append(_("Written: {path}.").format(path=path))
    write_out(journal, path, content)
    is_remembered = remember(
        journal,
        format_,
        summary.period,
        (section.block.value for section in summary.sections),
        len(summary.entry_ids),
        path,
        has_password=bool(password),
    )
    lines.append(_say_who_reads(has_password=bool(password)))
    return lines if is_remembered else [*lines, say_not_listed()]


def say_not_listed() -> str:
    """Return what is said of something that left and could not be remembered."""
    return _("It is not listed in what was exported.")


def _say_who_reads(*, has_password: bool) -> str:
    if has_password:
        return _("Only somebody with the password can open it.")
    return _("Anybody who gets it can read it.")


def _choose(journal: Journal, options: argparse.Namespace) -> Choice:
    today = day_of(journal.clock(), journal.start_of_day)
    preset = _preset(journal, options.preset)
    blocks = frozenset(map(Block, options.block)) or preset.blocks
    writer = options.writer
    return Choice(
        _period(journal, options, preset.span, today),
        blocks,
        str(journal.setting(SUMMARY_NAME)) if writer is None else writer,
        paper=Paper.LETTER if options.letter else Paper.A4,
    )


def _preset(journal: Journal, name: str | None) -> Preset:
    """Return the preset of a name; without one, what is usual."""
    if name is None:
        return Preset("-", Span.SESSION, ON_AT_FIRST)
    for preset in all_presets(journal):
        if preset.name.casefold() == name.casefold():
            return preset
    raise JournalError(_("There is no preset of this name."))


def _period(journal: Journal, options: argparse.Namespace, span: Span, today: date) -> Period:
    """Return the days that were named, else those of the span; both ends are set."""
    if options.first is None and options.last is None:
        since = since_last_session(journal) if span is Span.SESSION else None
        usual = period_of(Span.MONTH if span is Span.SESSION else span, today)
        return Period(*(since or usual).bounds)
    last = options.last or today
    first = options.first or period_of(Span.MONTH, last).bounds[0]
    return Period(min(first, last), max(first, last))


def _read_password(options: argparse.Namespace, format_: Format) -> str:
    if options.file_password is None:
        return ""
    if format_ is not Format.SUMMARY_PDF:
        raise JournalError(_("Only a PDF can have a password."))
    try:
        with Path(options.file_password).open(encoding="utf-8-sig") as file:
            password = file.readline().rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise JournalError(_("The password of the file could not be read.")) from None
    if len(password) < LEAST_PASSWORD:
        raise JournalError(
            _("The password needs at least {least} characters.").format(least=LEAST_PASSWORD)
        )
    return password


def _ask_about_names(journal: Journal, summary: Summary, *, may_stay: bool) -> None:
    """Raise ``JournalError`` unless names that were found may stay."""
    found = () if may_stay else find_in(journal, summary)
    if not found:
        return
    for telltale in found:
        sys.stderr.write(f"{telltale.word}: {telltale.context}\n")
    if sys.stdin.isatty():
        sys.stderr.write(_("These may tell who somebody is. May all of them stay? (y/n) "))
        sys.stderr.flush()
        if sys.stdin.readline().strip().casefold() in _("y yes").split():
            return
    raise JournalError(
        _("Nothing was written, because these words may tell who somebody is."),
        next_step=_("Say in the window what stands instead of them, or add --names-may-stay."),
    )
