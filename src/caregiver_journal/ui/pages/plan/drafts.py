"""What the planner holds, and as plain values, whatever they turn out to be."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime

from caregiver_journal.domain.boundary import PERCENT
from caregiver_journal.domain.plan import Plan
from caregiver_journal.ui.plain_values import read_day, read_number, read_text, write_day

_NUMBERS = range(1, 1 << 62)


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """What the form holds; see ``Plan``.

    Attributes:
        number: the plan that is being changed; None for a new one.
    """

    asked: str = ""
    asker: str = ""
    setting: str = ""
    limit: str = ""
    offer: str = ""
    cannot: str = ""
    words: str = ""
    feared: str = ""
    day: date | None = None
    belief: int | None = None
    number: int | None = None


EMPTY = PlanDraft()
_WORDS = tuple(f.name for f in fields(PlanDraft) if f.default == "")


def draft_of(plan: Plan) -> PlanDraft:
    """Return a plan as a draft, for changing it."""
    return PlanDraft(**{f.name: getattr(plan, f.name) for f in fields(PlanDraft)})


def plan_of(draft: PlanDraft, made: datetime) -> Plan:
    """Return what a draft says as a plan made then; raises ``InvalidValueError``."""
    return Plan(made=made, **{f.name: getattr(draft, f.name) for f in fields(PlanDraft)})


def to_plain(draft: PlanDraft) -> dict[str, object]:
    """Return a draft as plain values; empty for an empty draft."""
    if draft == EMPTY:
        return {}
    plain: dict[str, object] = {name: getattr(draft, name) for name in _WORDS}
    return plain | {
        "day": write_day(draft.day),
        "belief": draft.belief,
        "number": draft.number,
    }


def from_plain(plain: Mapping[str, object]) -> PlanDraft:
    """Return the draft of such values."""
    return PlanDraft(
        day=read_day(plain.get("day")),
        belief=read_number(plain.get("belief"), PERCENT),
        number=read_number(plain.get("number"), _NUMBERS),
        **{name: read_text(plain.get(name)) for name in _WORDS},
    )
