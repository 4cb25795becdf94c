"""The facts of a questionnaire: how its paper form is coded and scored, and what is known of it."""

from dataclasses import dataclass, field
from enum import StrEnum
from math import gcd, sqrt
from typing import NamedTuple

from caregiver_journal.base.errors import NothingFoundError
from caregiver_journal.base.i18n import _


class Status(StrEnum):
    """How well a fact is known; what is provisional is kept and never spoken of."""

    CONFIRMED = "confirmed"
    SECONDARY = "secondary"
    CALC = "calc"
    PROVISIONAL = "provisional"


class How(StrEnum):
    """How the answers of a scale become its score."""

    SUM = "sum"
    MEAN = "mean"


class Side(StrEnum):
    """On which side of a published line a score meets it."""

    FROM = "from"
    TO = "to"
    ABOVE = "above"
    BELOW = "below"


class CutOff(NamedTuple):
    """A published line.

    Attributes:
        words: the source's; "" where only the number is known or the sources disagree.
        side: where a score meets it.
        rounded: to how many digits a score is rounded first, where the source says so.
    """

    value: float
    side: Side
    words: str
    source: str
    status: Status
    rounded: int | None = None


class Change(NamedTuple):
    """From which difference on two scores lie further apart than by chance.

    Attributes:
        points: the smallest difference that counts; it counts itself.
        confidence: in per cent; None where the source names none.
        exact: the unrounded value it comes from, where it is known.
    """

    points: float
    confidence: int | None
    source: str
    status: Status
    exact: float | None = None


class Noticing(NamedTuple):
    """From which difference on people said that they notice it; says nothing about chance.

    Attributes:
        points: the smallest difference that counts; it counts itself.
        borrowed: whose threshold it is, where that is another questionnaire; "" for its own.
    """

    points: float
    source: str
    status: Status
    borrowed: str = ""


class Reliability(NamedTuple):
    """How consistent a scale is.

    Attributes:
        kind: ``alpha`` or ``retest``.
        of: in whom, or over which time.
    """

    kind: str
    value: float
    of: str
    source: str
    status: Status


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which the paper form can be coded.

    Attributes:
        id: "" where there is one way only.
        title: how to tell it from the others, in words.
        codes: what an answer can be, lowest first.
        reversed: the items whose answers are turned round before they are scored.
        words: of the codes, in their order; empty where only the numbers may be shown.
        source, status: of what differs from the rest of the questionnaire; "" for nothing.
    """

    id: str
    title: str = field(repr=False)
    codes: tuple[int, ...]
    reversed: frozenset[int] = frozenset()
    words: tuple[str, ...] = field(default=(), repr=False)
    source: str = ""
    status: Status = Status.CONFIRMED

    def turned(self, code: int) -> int:
        """Return an answer turned round: the lowest becomes the highest."""
        return self.codes[0] + self.codes[-1] - code


@dataclass(frozen=True, slots=True)
class Scale:
    """One scale of a questionnaire.

    Attributes:
        name: "" where there is one scale only.
        items: its items by number; empty where only its total is entered.
        how: what becomes of the answers; the result is multiplied by ``factor``.
        lowest, highest: what it can reach; None where nobody confirmed it.
        decimals: how many digits stand behind the point.
        least: how many items have to be answered; the score is then that of a whole form.
        as_coded: whether its items are never turned round.
        shares: whether it shares items with another part on purpose.
        higher: what a higher score stands for, in neutral words.
        least_source, least_status: where the rule for missing answers is from; "" for the
            program's own cautious one, which wants them all.
    """

    id: str
    name: str = field(repr=False)
    items: tuple[int, ...]
    how: How
    lowest: float | None
    highest: float | None
    decimals: int = 0
    factor: float = 1
    least: int = 0
    as_coded: bool = False
    shares: bool = False
    higher: str = field(default="", repr=False)
    least_source: str = ""
    least_status: Status = Status.PROVISIONAL
    cut_offs: tuple[CutOff, ...] = ()
    changes: tuple[Change, ...] = ()
    noticing: Noticing | None = None
    reliability: tuple[Reliability, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "least", self.least or len(self.items))

    @property
    def is_whole(self) -> bool:
        """Whether all of its items have to be answered."""
        return self.least == len(self.items)

    @property
    def has_range(self) -> bool:
        """Whether it is known what it can reach."""
        return self.lowest is not None and self.highest is not None

    @property
    def error(self) -> float | None:
        """Half the width of the band in which a score lies by chance (95 %), if confirmed."""
        for change in self.changes:
            known = change.status in {Status.CONFIRMED, Status.CALC}
            if change.confidence == 95 and change.exact is not None and known:
                return change.exact / sqrt(2)
        return None


@dataclass(frozen=True, slots=True)
class Instrument:
    """A questionnaire.

    ``domain.instrument_check`` refuses one whose parts contradict one another.

    Attributes:
        title: what it is called.
        edition: which one exactly, with its authors and year.
        items: how many items its form has; 0 where only totals are entered.
        window: the time it asks about, such as *the last 2 weeks*; "" where it names none.
        forms: the ways its paper form can be coded; empty where only totals are entered.
        scales: what is scored, in the order in which it is shown.
        risk_items: items that show the support card when they are answered above the lowest code.
        unscored: items that belong to no scale on purpose.
        labels: what the items are called on the form; empty where they are its numbers.
        item_texts: their words; only of own scales and those from a file, never of others'.
        note: what is good to know while it is filled in; "" for nothing.
        licence: who may use what, with a source.
        source, status: of the key: items, codes, reversed items and scales.
    """

    id: str
    title: str = field(repr=False)
    edition: str = field(repr=False)
    items: int
    window: str
    forms: tuple[Form, ...]
    scales: tuple[Scale, ...]
    risk_items: frozenset[int] = frozenset()
    unscored: frozenset[int] = frozenset()
    labels: tuple[str, ...] = field(default=(), repr=False)
    item_texts: tuple[str, ...] = field(default=(), repr=False)
    note: str = field(default="", repr=False)
    licence: str = field(default="", repr=False)
    source: str = field(default="", repr=False)
    status: Status = Status.CONFIRMED

    @property
    def is_total_only(self) -> bool:
        """Whether no answers can be entered, as its key is not known."""
        return not self.items

    @property
    def has_total(self) -> bool:
        """Whether one score stands for the whole of it."""
        scored = self.items - len(self.unscored)
        return any(len(scale.items) == scored for scale in self.scales) and bool(scored)

    def form(self, form_id: str) -> Form:
        """Return a way of coding; raises ``NothingFoundError``."""
        found = next((form for form in self.forms if form.id == form_id), None)
        if found is None:
            raise NothingFoundError(_("Choose how the form is coded."))
        return found

    def scale(self, scale_id: str) -> Scale:
        """Return a scale; raises ``NothingFoundError``."""
        found = next((scale for scale in self.scales if scale.id == scale_id), None)
        if found is None:
            raise NothingFoundError(_("This questionnaire has no such scale."))
        return found

    def label(self, item: int) -> str:
        """Return what an item is called on the form."""
        return self.labels[item - 1] if self.labels else str(item)

    def text(self, item: int) -> str:
        """Return the words of an item; "" where only its number may be shown."""
        return self.item_texts[item - 1] if self.item_texts else ""

    def step(self, scale: Scale) -> float:
        """Return in which steps the score of a whole form moves; 0 for any number."""
        if not scale.items or scale.how is How.MEAN or not scale.is_whole:
            return 0
        codes = self.forms[0].codes
        return gcd(*(code - codes[0] for code in codes)) * scale.factor
