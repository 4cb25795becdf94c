"""The words for energy where they stand below the word Energy."""

from caregiver_journal.base.i18n import N_, _
from caregiver_journal.domain.mood import ENERGY_WORDS

_SHORTER = {2: N_("Low")}
"""What needs not say again that it is energy."""


def energy_choices() -> list[tuple[str, str]]:
    """Return the energies, drained first, as choices: the number as text, and the word."""
    return [(str(n), _(_SHORTER.get(n, word))) for n, word in enumerate(ENERGY_WORDS, 1)]
