"""Say on the start page that backups may hold what a rescue could not read, until that is done."""

from collections.abc import Iterator
from datetime import date

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.waiting import Waiting
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.loss_notes import read_losses


def waiting_losses(journal: Journal, today: date) -> Iterator[Waiting]:
    """Find that something could not be read in a rescue and nobody has looked for it."""
    losses = read_losses(journal)
    if losses is None or losses.is_looked or journal.is_read_only:
        return
    from caregiver_journal.journal.rescue_words import say_losses  # noqa: PLC0415 - 60 ms, rare

    yield Waiting(
        name=f"losses:{losses.when:%Y-%m-%dT%H:%M:%S}",
        title=_("Something may still be missing"),
        sentence=say_losses(losses, today),
        action=_("Go to Settings"),
        section="settings",
        part="losses",
    )
