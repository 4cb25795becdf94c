"""Say what is remembered of an export in words."""

from datetime import date, datetime

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.dates import say_days
from caregiver_journal.domain.export_record import FORMAT_WORDS, ExportRecord, Format
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.phrasing import say_date, say_kind, say_moment
from caregiver_journal.domain.summary import BLOCK_WORDS, Block

SUMMARIES = frozenset({Format.SUMMARY_PDF, Format.SUMMARY_HTML, Format.PRINT})
"""Formats whose parts are blocks of a summary; those of the others are kinds of entry."""


def say_export(record: ExportRecord, now: datetime) -> str:
    """Return when something left the journal, by the clock of now, and as what."""
    made = say_moment(record.made.astimezone(now.tzinfo), now.date())
    return f"{made} · {_(FORMAT_WORDS[record.format])}"


def export_facts(record: ExportRecord, today: date) -> tuple[tuple[str, str], ...]:
    """Return what is known of an export, each with what it is called."""
    facts = [
        (_("Days"), _say_period(record.period, today)),
        (_("What"), say_parts(record) or _("nothing")),
        (_("Entries in it"), f"{record.entries:,}"),
        (_("Folder"), record.folder or _("none")),
        (_("Password"), _("yes") if record.has_password else _("no")),
    ]
    if record.format is Format.PRINT:
        facts = facts[:3]
    if record.is_everything:
        facts.append((_("Never export"), _("entries marked so were in it too")))
    return tuple(facts)


def say_parts(record: ExportRecord) -> str:
    """Return what was in an export; a part that this version does not know as it is kept.

    With all kinds of entry comes what belongs to none: somebody has the notes of sessions too.
    """
    if record.format not in SUMMARIES and set(Kind) <= set(record.parts):
        if record.format is Format.JSON:
            return _(
                "All kinds of entry, and all beside them: days of work, sessions, homework, the "
                "support card, phrases, settings"
            )
        return _("All kinds of entry, days of work, goals, homework and sessions")
    words = _block_word if record.format in SUMMARIES else _kind_word
    return ", ".join(map(words, record.parts))


def _say_period(period: Period, today: date) -> str:
    if period.first is not None and period.last is not None:
        return say_days(period.first, period.last)
    if period.first is not None:
        return _("from {day} on").format(day=say_date(period.first, today))
    if period.last is not None:
        return _("up to {day}").format(day=say_date(period.last, today))
    return _("all")


def _block_word(part: str) -> str:
    return _(BLOCK_WORDS[Block(part)]) if part in list(Block) else part


def _kind_word(part: str) -> str:
    return say_kind(Kind(part)) if part in list(Kind) else part.replace("_", " ")
