"""What the form for a questionnaire holds, also as plain values, whatever they are."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.instrument_check import MAX_CODE
from caregiver_journal.domain.measure import MOST_ITEMS, Measure
from caregiver_journal.domain.measure_facts import say_number
from caregiver_journal.ui.entry_drafts import (
    common_from_plain,
    common_of,
    common_to_plain,
    entry_of,
)
from caregiver_journal.ui.plain_values import read_number, read_text

_CODES = range(-MAX_CODE, MAX_CODE + 1)
_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class MeasureDraft:
    """What the form holds.

    Attributes:
        instrument: the id of the questionnaire; not the form's to say, as its title.
        form: how the paper form is coded; "" while that was not said, or is one way only.
        is_total: whether totals are entered, not answers; both stay while one writes.
        answers: pairs of an item's number and the code that was chosen.
        totals: pairs of a scale's id and what was typed as its score.
    """

    instrument: str = ""
    title: str = field(default="", repr=False)
    form: str = ""
    is_total: bool = False
    answers: tuple[tuple[int, int], ...] = ()
    totals: tuple[tuple[str, str], ...] = ()
    note: str = field(default="", repr=False)
    tags: tuple[str, ...] = ()
    happened: datetime | None = None
    day: date | None = None
    never_export: bool = False
    for_session: bool = False


EMPTY = MeasureDraft()


def draft_of(entry: Entry) -> MeasureDraft:
    """Return an entry as a draft, for changing it."""
    detail = entry.detail
    draft = MeasureDraft(**common_of(entry))
    if not isinstance(detail, Measure):
        return draft
    totals = tuple((score.scale, say_number(score.value, _DECIMALS)) for score in detail.scores)
    return replace(
        draft,
        instrument=detail.instrument,
        title=detail.title,
        form=detail.form,
        is_total=detail.is_total,
        answers=detail.answers,
        totals=totals if detail.is_total else (),
    )


def to_plain(draft: MeasureDraft, entry_id: str) -> dict[str, object]:
    """Return a draft as plain values, with the entry it changes; empty for an empty draft."""
    if draft == EMPTY and not entry_id:
        return {}
    return {
        "instrument": draft.instrument,
        "title": draft.title,
        "form": draft.form,
        "is_total": draft.is_total,
        "answers": [list(pair) for pair in draft.answers],
        "totals": [list(pair) for pair in draft.totals],
        **common_to_plain(draft, entry_id),
    }


def from_plain(plain: Mapping[str, object]) -> tuple[MeasureDraft, str]:
    """Return the draft of such values and the id of the entry it changes."""
    draft = MeasureDraft(
        instrument=read_text(plain.get("instrument")),
        title=read_text(plain.get("title")),
        form=read_text(plain.get("form")),
        is_total=plain.get("is_total") is True,
        answers=_read_answers(plain.get("answers")),
        totals=_read_totals(plain.get("totals")),
        **common_from_plain(plain),
    )
    return draft, entry_of(plain)


def _read_answers(value: object) -> tuple[tuple[int, int], ...]:
    """Return the answers of such values by their items, each once."""
    found: dict[int, int] = {}
    for item, code in _pairs(value):
        known = read_number(item, range(1, MOST_ITEMS + 1)), read_number(code, _CODES)
        if known[0] is not None and known[1] is not None:
            found[known[0]] = known[1]
    return tuple(sorted(found.items()))


def _read_totals(value: object) -> tuple[tuple[str, str], ...]:
    found = {
        scale: text
        for scale, text in _pairs(value)
        if isinstance(scale, str) and isinstance(text, str) and text
    }
    return tuple(found.items())


def _pairs(value: object) -> list[tuple[object, object]]:
    pairs = value if isinstance(value, list) else []
    return [(pair[0], pair[1]) for pair in pairs if isinstance(pair, list) and len(pair) == 2]
