"""What the sheet for a try holds, and as plain values, whatever they turn out to be."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from caregiver_journal.domain.ladder import DISTRESS, Step, Try
from caregiver_journal.ui.plain_values import (
    read_moment,
    read_number,
    read_text,
    write_moment,
)

_NUMBERS = range(1, 1 << 62)


@dataclass(frozen=True, slots=True)
class TryDraft:
    """What the sheet holds.

    Attributes:
        step: the number of the step.
        number: the try that is being changed; None for a new one.
        happened: None for now.
        entry_id: the boundary moment it is linked to; "" for none.
    """

    step: int
    number: int | None = None
    happened: datetime | None = None
    expected: int | None = None
    actual: int | None = None
    note: str = ""
    entry_id: str = ""


def new_try(step: Step) -> TryDraft:
    """Return an empty draft for a step, with what is expected of it."""
    return TryDraft(step.number or 0, expected=step.distress)


def draft_of(tried: Try) -> TryDraft:
    """Return a try as a draft, for changing it."""
    return TryDraft(
        tried.step,
        tried.number,
        tried.happened,
        tried.expected,
        tried.actual,
        tried.note,
        tried.entry_id,
    )


def to_plain(draft: TryDraft) -> dict[str, object]:
    """Return a draft as plain values."""
    return {
        "step": draft.step,
        "number": draft.number,
        **write_moment(draft.happened),
        "expected": draft.expected,
        "actual": draft.actual,
        "note": draft.note,
        "entry": draft.entry_id,
    }


def from_plain(plain: Mapping[str, object]) -> TryDraft | None:
    """Return the draft of such values; None where they name no step."""
    step = read_number(plain.get("step"), _NUMBERS)
    if step is None:
        return None
    return TryDraft(
        step,
        read_number(plain.get("number"), _NUMBERS),
        read_moment(plain),
        read_number(plain.get("expected"), DISTRESS),
        read_number(plain.get("actual"), DISTRESS),
        read_text(plain.get("note")),
        read_text(plain.get("entry")),
    )
