"""Forget one of the drafts a form keeps, each by what it is about, where that one is saved."""

from dataclasses import dataclass

from caregiver_journal.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class DraftName:
    """Names one draft: the form that keeps it, and what it is about."""

    form: str
    about: str


def forget_draft(journal: Journal, name: DraftName | None) -> None:
    """Forget a draft, within the transaction that makes it needless; the others stay."""
    if name is not None:
        kept = journal.drafts.read(name.form)
        kept.pop(name.about, None)
        journal.drafts.write(name.form, kept, journal.clock())
