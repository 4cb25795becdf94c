"""Let the invented person fill in a questionnaire every other week, in turn one of two."""

from datetime import date, timedelta
from itertools import cycle
from random import Random

from caregiver_journal.domain.measure import Measure
from caregiver_journal.domain.scoring import answered_measure
from caregiver_journal.journal.instruments import find_shipped

APART = timedelta(days=14)
_BETTER = {"who-5": True, "phq-9": False}
"""The questionnaires, and whether their scores rise as days get better."""
_WORST, _BEST = 1.3, 4.7
"""Days lie about between these moods."""


class Questionnaires:
    """Finds questionnaires for moments, in the order of the year."""

    def __init__(self, random: Random, first: date) -> None:
        self._random = Random(random.random())  # noqa: S311 - no secret
        self._due = first + APART / 2
        self._next = cycle(_BETTER)

    def is_due(self, day: date) -> bool:
        """Return whether one is filled in on a day, where there is time for it."""
        return day >= self._due

    def fill_in(self, day: date, mood: float) -> Measure:
        """Return what was filled in on a day as pleasant as this, 1–5; the next one is due later.

        Items of risk are answered with the least code.
        """
        self._due = day + APART
        name = next(self._next)
        instrument = find_shipped(name)
        codes = sorted(instrument.forms[0].codes)
        share = (mood - _WORST) / (_BEST - _WORST)
        middle = (share if _BETTER[name] else 1 - share) * (len(codes) - 1)
        answers = {item: self._code(codes, middle) for item in range(1, instrument.items + 1)}
        answers |= dict.fromkeys(instrument.risk_items, codes[0])
        return answered_measure(instrument, instrument.forms[0].id, answers)

    def _code(self, codes: list[int], middle: float) -> int:
        place = round(self._random.gauss(middle, 0.6))
        return codes[max(0, min(len(codes) - 1, place))]
