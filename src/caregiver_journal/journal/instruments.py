"""Questionnaires that come with the program: their published facts, and never their items."""

from functools import cache

from caregiver_journal.base.content import read_content
from caregiver_journal.base.errors import NothingFoundError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.places import resource
from caregiver_journal.domain.instrument import Instrument
from caregiver_journal.domain.measure_file import read_measures

EXAMPLE = ("measures", "example.toml")
"""Where the file lies that shows how a questionnaire is described."""


@cache
def shipped_instruments() -> tuple[Instrument, ...]:
    """Return the questionnaires that come with the program; raises ``ContentError``."""
    return read_measures(read_content("measures"))


def find_shipped(instrument_id: str) -> Instrument:
    """Return a questionnaire of the program.

    Raises:
        ContentError: the file is not as it has to be.
        NothingFoundError: there is none of that id.
    """
    found = next((one for one in shipped_instruments() if one.id == instrument_id), None)
    if found is None:
        raise NothingFoundError(_("There is no such questionnaire."))
    return found


def example_file() -> str:
    """Return a file that describes a questionnaire, to begin one's own with."""
    return resource(*EXAMPLE).read_text(encoding="utf-8")
