"""Turn entries into plain values and back: one codec for each kind, in the one list ``CODECS``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TypeGuard

from caregiver_journal.domain.entry import Detail, Entry, Lost
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.mood import About, Mood

Plain = dict[str, object]
"""Values that JSON knows: texts, numbers, truth values, lists and None."""


@dataclass(frozen=True, slots=True)
class Codec:
    """How the detail of one kind is written and read."""

    write: Callable[[Mood], Plain]
    read: Callable[[Mapping[str, object]], Detail]


def _write_mood(mood: Mood) -> Plain:
    return {
        "level": mood.level,
        "energy": mood.energy,
        "words": list(mood.words),
        "about": None if mood.about is None else mood.about.value,
        "belonging": mood.belonging,
    }


def _read_mood(plain: Mapping[str, object]) -> Mood:
    level, energy, words = plain["level"], plain.get("energy"), plain.get("words", [])
    about, belonging = plain.get("about"), plain.get("belonging")
    if type(level) is not int or not (_is_whole(energy) and _is_whole(belonging)):
        raise TypeError("a level, an energy and belonging are whole numbers")
    if not isinstance(words, list):
        raise TypeError("words are a list")
    return Mood(
        level,
        energy,
        tuple(str(word) for word in words),
        None if about is None else About(str(about)),
        belonging,
    )


def _is_whole(value: object) -> TypeGuard[int | None]:
    """Tell whether a value is a whole number (no truth value) or was left out."""
    return value is None or type(value) is int


CODECS: dict[Kind, Codec] = {Kind.MOOD: Codec(_write_mood, _read_mood)}


def to_plain(entry: Entry) -> Plain:
    """Return an entry as plain values; moments in ISO 8601, ``happened`` in its own zone."""
    return {
        "id": entry.id,
        "kind": entry.kind.value,
        "happened": entry.happened.isoformat(timespec="seconds"),
        "day": entry.day.isoformat(),
        "note": entry.note,
        "tags": list(entry.tags),
        "never_export": entry.never_export,
        "for_session": entry.for_session,
        "created": _utc(entry.created),
        "changed": _utc(entry.changed),
        **_detail_to_plain(entry),
    }


def _detail_to_plain(entry: Entry) -> Plain:
    if isinstance(entry.detail, Lost):
        return {"lost": True}
    return CODECS[entry.kind].write(entry.detail)


def from_plain(plain: Mapping[str, object]) -> Entry:
    """Return the entry of such values.

    Raises:
        JournalError, KeyError, TypeError, ValueError: the values are no entry.
    """
    kind, tags = Kind(str(plain["kind"])), plain.get("tags", [])
    if not isinstance(tags, list):
        raise TypeError("tags are a list")
    return Entry(
        id=str(plain["id"]),
        happened=datetime.fromisoformat(str(plain["happened"])),
        day=date.fromisoformat(str(plain["day"])),
        detail=Lost(kind) if plain.get("lost") is True else CODECS[kind].read(plain),
        note=str(plain.get("note", "")),
        tags=tuple(str(tag) for tag in tags),
        never_export=plain.get("never_export") is True,
        for_session=plain.get("for_session") is True,
        created=datetime.fromisoformat(str(plain["created"])),
        changed=datetime.fromisoformat(str(plain["changed"])),
    )


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
