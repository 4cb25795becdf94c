"""Let the invented person fill in questionnaires, as it goes with the days before."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random

from caregiver_journal.base.content import read_tables
from caregiver_journal.domain.instrument import Form, How, Instrument
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.measure import Measure
from caregiver_journal.domain.own_scale import make_own_scale
from caregiver_journal.journal.instruments import find_shipped
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.measure_records import record_answers
from caregiver_journal.journal.measuring import definition_of, set_repeat
from caregiver_journal.journal.sample.life import Day
from caregiver_journal.store.instruments import Kept

LEAST_DAYS = 30
"""Somebody who has kept a journal for fewer days has prepared nothing yet."""

OWN = "own.invented"
"""The id of the person's own scale."""

_EVERY = {"phq-9": (17, 28), "proqol-5": (45, 120), OWN: (8, 28)}
"""How many days ago each was due last, and every so many days before that."""
_REPEATED = "phq-9"
_PATIENCE = timedelta(days=6)
"""So long a mood with a note keeps its place."""
_LOOKS_BACK = 14
_WORST, _BEST = 1.7, 4.3
"""How pleasant the days are at the ends of what the answers follow."""
_SHARES = {
    "phq-9": {"total": -0.75},
    "proqol-5": {"satisfaction": 1.0, "burnout": -0.9, "secondary-stress": -0.6},
    OWN: {"total": 1.0},
}
"""How far each scale goes along with how hard the days are; one that is above 0 goes against it."""
_NEVER = frozenset({("phq-9", 9)})
"""Items that are answered with the lowest code, whatever the days are like."""
_SPREAD = 0.16


class Measuring:
    """Finds what is filled in on a day; the same days and seed give the same answers."""

    def __init__(self, days: Sequence[Day], seed: int) -> None:
        self._random = Random(f"{seed} measures")  # noqa: S311 - no secret
        self._days = {day.date: day for day in days}
        self._due = _due_days(days) if len(days) >= LEAST_DAYS else []
        instruments = [own_scale(), *map(find_shipped, set(_EVERY) - {OWN})] if self._due else []
        self._instruments = {each.id: each for each in instruments}

    def measure(self, day: date, *, is_bare: bool) -> Measure | None:
        """Return what is filled in on a day, where something is due; each is so once.

        Moods nothing was written with go first, so that hardly a note is lost.
        """
        wait = timedelta() if is_bare else _PATIENCE
        if not self._due or self._due[0][0] + wait > day:
            return None
        instrument = self._instruments[self._due.pop(0)[1]]
        codes = self._codes(instrument, self._hardness(day))
        return record_answers(instrument, codes, instrument.forms[0].id)

    def _hardness(self, day: date) -> float:
        """Return how hard the days before were, 0 to 1."""
        looked_at = (self._days.get(day - timedelta(days=back)) for back in range(_LOOKS_BACK))
        moods = [found.mood for found in looked_at if found is not None]
        mean = sum(moods) / len(moods)
        return min(1.0, max(0.0, (_BEST - mean) / (_BEST - _WORST)))

    def _codes(self, instrument: Instrument, hardness: float) -> Mapping[int, int]:
        form = instrument.forms[0]
        codes: dict[int, int] = {}
        for scale in instrument.scales:
            share = _SHARES[instrument.id][scale.id]
            middle = -share * hardness if share < 0 else 1 - share * hardness
            for item in scale.items:
                code = self._code(form, middle)
                if (instrument.id, item) in _NEVER:
                    code = form.codes[0]
                codes[item] = form.turned(code) if item in form.reversed else code
        return codes

    def _code(self, form: Form, middle: float) -> int:
        at = self._random.gauss(middle, _SPREAD) * (len(form.codes) - 1)
        return form.codes[min(len(form.codes) - 1, max(0, round(at)))]


def _due_days(days: Sequence[Day]) -> list[tuple[date, str]]:
    """Return from which day on each is due, and which it is, in the order of time."""
    last = days[-1].date
    return sorted(
        (last - timedelta(days=back), instrument_id)
        for instrument_id, (first, every) in _EVERY.items()
        for back in range(first, len(days), every)
    )


def own_scale() -> Instrument:
    """Return the person's own scale."""
    (scale,) = read_tables("sample_measures", "scales")["scales"]
    codes, ends = scale["codes"], scale["ends"]
    return make_own_scale(
        scale["title"],
        scale["items"],
        (codes[0], codes[1]),
        ends=(ends[0], ends[1]),
        how=How(scale["how"]),
        turned=scale["turned"],
        scale_id=OWN,
    )


def prepare_measures(journal: Journal) -> None:
    """Keep the person's own scale, and let one questionnaire come back."""
    with journal.writing(Topic.INSTRUMENT):
        journal.instruments.write(Kept(OWN, definition_of(own_scale())))
    set_repeat(journal, _REPEATED, _EVERY[_REPEATED][1])
