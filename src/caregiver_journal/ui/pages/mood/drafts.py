"""Write a mood's draft as plain values and read it back, whatever they turn out to be."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from zoneinfo import ZoneInfo

from caregiver_journal.domain.mood import ENERGIES, LEVELS
from caregiver_journal.ui.pages.mood.form import MoodDraft

EMPTY = MoodDraft(None, None, (), "", (), None, never_export=False, for_session=False)


def to_plain(draft: MoodDraft, entry_id: str) -> dict[str, object]:
    """Return a draft as plain values, with the entry it changes; empty for an empty draft."""
    if draft == EMPTY and not entry_id:
        return {}
    happened = draft.happened
    zone = happened.tzinfo.key if happened and isinstance(happened.tzinfo, ZoneInfo) else ""
    moment = happened.isoformat() if happened else ""
    plain = asdict(draft) | {"happened": moment, "zone": zone, "entry": entry_id}
    return plain | {"words": list(draft.words), "tags": list(draft.tags)}


def from_plain(plain: Mapping[str, object]) -> tuple[MoodDraft, str]:
    """Return the draft of such values and the id of the entry it changes."""
    level, energy = plain.get("level"), plain.get("energy")
    draft = MoodDraft(
        level=level if type(level) is int and level in LEVELS else None,
        energy=energy if type(energy) is int and energy in ENERGIES else None,
        words=_texts(plain.get("words")),
        note=_text(plain.get("note")),
        tags=_texts(plain.get("tags")),
        happened=_moment(_text(plain.get("happened")), _text(plain.get("zone"))),
        never_export=plain.get("never_export") is True,
        for_session=plain.get("for_session") is True,
    )
    return draft, _text(plain.get("entry"))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> tuple[str, ...]:
    return tuple(_text(item) for item in value) if isinstance(value, list) else ()


def _moment(text: str, zone: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            return None
        return moment.astimezone(ZoneInfo(zone)) if zone else moment
    except (ValueError, KeyError, OSError, OverflowError):
        return None
