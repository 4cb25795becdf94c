"""The words for energy where they stand below the word Energy."""

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.mood import ENERGY_WORDS


def energy_choices() -> list[tuple[str, str]]:
    """Return the energies, drained first, as choices: the number as text, and the word."""
    words = {str(number): _(word) for number, word in enumerate(ENERGY_WORDS, 1)}
    words["2"] = _("Low")  # here, it needs not say again that it is energy
    return list(words.items())
