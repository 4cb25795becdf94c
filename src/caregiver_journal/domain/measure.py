"""The measure: a questionnaire that was filled in, by its answers or by its total."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import isfinite
from typing import NamedTuple

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import clean_line

MOST_ITEMS = 200
MOST_SCALES = 20
MAX_NAME = 80
"""Longest title and name of a scale, in characters."""


class Score(NamedTuple):
    """What one scale of a questionnaire came to.

    Attributes:
        scale: the id of the scale.
        name: what it was called then; "" where the questionnaire has one scale only.
        value: within ``lowest … highest``.
        lowest, highest: what the scale can reach; None where nobody confirmed it.
    """

    scale: str
    name: str
    value: float
    lowest: float | None
    highest: float | None


@dataclass(frozen=True, slots=True)
class Measure:
    """A questionnaire that somebody filled in on paper, or whose total they were told.

    It stays readable without the facts of its questionnaire: names and scores are kept as they
    were. Items are named by their number on the paper form and by nothing else.

    Attributes:
        instrument: the id of the questionnaire.
        title: what it was called then.
        form: which of the codings of its paper form was used; "" where there is one only.
        is_total: whether only the scores were entered.
        answers: pairs of an item's number, from 1 on, and the code that was chosen, in the order
            of the items; items left out are missing.
        scores: of its scales; those that could not be worked out are missing.
        key: what tells whether its scores can be held against others (``instrument_key``); ""
            where nobody knows.

    Raises:
        InvalidValueError: a value is out of its range; ``field`` names it.
    """

    instrument: str
    title: str = field(default="", repr=False)
    form: str = ""
    is_total: bool = False
    answers: tuple[tuple[int, int], ...] = ()
    scores: tuple[Score, ...] = ()
    key: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", clean_line(self.title)[:MAX_NAME].strip())
        object.__setattr__(self, "key", clean_line(self.key)[:MAX_NAME].strip())
        object.__setattr__(self, "answers", _checked_answers(self.answers))
        object.__setattr__(self, "scores", tuple(map(_checked_score, self.scores)))
        if not self.instrument:
            raise InvalidValueError(_("Choose a questionnaire."), field="instrument")
        if len(self.scores) > MOST_SCALES or len({each.scale for each in self.scores}) < len(
            self.scores
        ):
            raise InvalidValueError(_("Each scale has one score."), field="scores")
        if self.is_total and self.answers:
            raise InvalidValueError(_("There are answers or a total, not both."), field="answers")


def check_measure(measure: Measure) -> None:
    """Refuse a questionnaire with nothing in it.

    Raises:
        InvalidValueError: it has neither an answer nor a score.
    """
    if not measure.answers and not measure.scores:
        raise InvalidValueError(_("One answer or a total is needed."), field="answers")


def _checked_answers(answers: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    kept: dict[int, int] = {}
    for item, code in answers:
        is_item = type(item) is int and 1 <= item <= MOST_ITEMS
        if not is_item or item in kept:
            raise InvalidValueError(
                _("Items are numbered from 1 to {most}, each once.").format(most=MOST_ITEMS),
                field="answers",
            )
        if type(code) is not int or abs(code) > 1000:
            raise InvalidValueError(_("An answer is the number on the form."), field="answers")
        kept[item] = code
    return tuple(sorted(kept.items()))


def _checked_score(score: Score) -> Score:
    value = float(score.value)
    lowest, highest = (None if end is None else float(end) for end in score[3:])
    is_known = all(end is None or isfinite(end) for end in (lowest, highest))
    if not (isfinite(value) and is_known):
        raise InvalidValueError(_("A score is a number."), field="scores")
    if (lowest is not None and value < lowest) or (highest is not None and value > highest):
        raise InvalidValueError(_("This score lies outside its scale."), field="scores")
    return Score(score.scale, clean_line(score.name)[:MAX_NAME].strip(), value, lowest, highest)
