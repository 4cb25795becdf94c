"""A questionnaire over time: what its drawing shows."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple


class Scored(NamedTuple):
    """One score.

    Attributes:
        entry_id, day: of the entry.
        value: within the range of its scale.
        form: which form of the questionnaire was filled in; scores of unlike forms are not joined.
    """

    entry_id: str
    day: date
    value: float
    form: str = ""


class CutOff(NamedTuple):
    """A published line: at or beyond it, and whose words that is."""

    value: float
    words: str


@dataclass(frozen=True)
class ScaleTrend:
    """One scale of one questionnaire.

    Attributes:
        measure: the id of the questionnaire.
        title: what it is called; ``scale`` names the scale, "" where there is only one.
        lowest, highest: what the scale can reach; None where nobody confirmed it.
        scores: in the order of time.
        error: half the width of the band in which a score lies by chance (95 %), in points of the
            scale; None where what it is worked out from is not confirmed.
        lines: published cut-offs.
    """

    measure: str
    title: str = field(repr=False)
    scale: str = field(repr=False)
    lowest: float | None
    highest: float | None
    scores: tuple[Scored, ...]
    error: float | None = None
    lines: tuple[CutOff, ...] = ()


@dataclass(frozen=True)
class MeasureTrend:
    """All scales that have scores in a period."""

    scales: tuple[ScaleTrend, ...]
    first: date
    last: date
