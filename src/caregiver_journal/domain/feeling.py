"""Words for feelings, and where they lie: how pleasant they are and how much energy they have."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import clean_line
from caregiver_journal.domain.mood import ENERGIES, LEVELS, MAX_WORD

_MIDDLE = 3


class Quarter(StrEnum):
    """A quarter of the field that pleasantness and energy span."""

    PLEASANT_HIGH = "pleasant-high"
    PLEASANT_LOW = "pleasant-low"
    UNPLEASANT_HIGH = "unpleasant-high"
    UNPLEASANT_LOW = "unpleasant-low"


@dataclass(frozen=True, slots=True)
class Feeling:
    """A word for a feeling.

    Attributes:
        word: one line, at most ``MAX_WORD`` characters.
        meaning: what it can mean, in one clause; may be empty.
        pleasant: 1 (very unpleasant) to 5 (very pleasant), as the levels of a mood.
        energy: 1 (drained) to 5 (restless), as the energies of a mood.
        is_own: whether the person added it.

    Raises:
        InvalidValueError: no word, one too long, or a number out of its range.
    """

    word: str = field(repr=False)
    meaning: str = field(repr=False)
    pleasant: int
    energy: int
    is_own: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "word", clean_line(self.word))
        object.__setattr__(self, "meaning", clean_line(self.meaning))
        if not self.word:
            raise InvalidValueError(_("A feeling needs a word."), field="word")
        if len(self.word) > MAX_WORD:
            raise InvalidValueError(
                _("A word for a feeling has at most {most} characters.").format(most=MAX_WORD),
                field="word",
            )
        if self.pleasant not in LEVELS:
            raise InvalidValueError(_("Pleasantness is a number from 1 to 5."), field="pleasant")
        if self.energy not in ENERGIES:
            raise InvalidValueError(_("Energy is a number from 1 to 5."), field="energy")


def quarter(feeling: Feeling) -> Quarter:
    """Return the quarter a feeling lies in.

    The middle has no quarter of its own: a pleasantness of 3 counts as pleasant, because it does
    not hurt, and an energy of 3 as low, because nothing is stirred up.
    """
    is_high = feeling.energy > _MIDDLE
    if feeling.pleasant < _MIDDLE:
        return Quarter.UNPLEASANT_HIGH if is_high else Quarter.UNPLEASANT_LOW
    return Quarter.PLEASANT_HIGH if is_high else Quarter.PLEASANT_LOW


def near(feelings: Iterable[Feeling], level: int | None, energy: int | None) -> tuple[Feeling, ...]:
    """Return feelings, the nearest to a mood first; equally near ones keep their order.

    Args:
        feelings: in the order in which they are shown when nothing was said.
        level: how pleasant it is, or None when it was not said and does not count.
        energy: how much energy there is, or None likewise.
    """

    def distance(feeling: Feeling) -> int:
        aside = 0 if level is None else feeling.pleasant - level
        above = 0 if energy is None else feeling.energy - energy
        return aside * aside + above * above

    return tuple(sorted(feelings, key=distance))
