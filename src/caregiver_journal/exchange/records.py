"""Turn entries into plain values and back: one codec for each kind, in the one list ``CODECS``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeGuard

from caregiver_journal.domain.boundary import (
    TEXTS,
    Answer,
    Boundary,
    FollowUp,
    Relationship,
    Wanted,
)
from caregiver_journal.domain.entry import Detail, Entry, Lost, check_entry
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.measure import Measure, Score
from caregiver_journal.domain.mood import About, Mood
from caregiver_journal.domain.practice import RATINGS, Part, Practice
from caregiver_journal.domain.reflection import Form, Reflection, Whose, Worry, Written

Plain = dict[str, object]
"""Values that JSON knows: texts, numbers, truth values, lists and None."""


@dataclass(frozen=True, slots=True)
class Codec:
    """How the detail of one kind is written and read."""

    write: Callable[[Any], Plain]
    read: Callable[[Mapping[str, object]], Detail]


_LABELS = ("asker", "setting", "limit")
_NUMBERS = (
    "belief",
    "guilt_before",
    "guilt",
    "resentment",
    "energy",
    "minutes",
    "came_true",
)


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


def _write_boundary(boundary: Boundary) -> Plain:
    numbers = {part: getattr(boundary, part) for part in _NUMBERS}
    texts = {part: getattr(boundary, part) for part in (*_LABELS, *TEXTS)}
    return {
        "answer": boundary.answer.value,
        "wanted": None if boundary.wanted is None else boundary.wanted.value,
        "relationship": None if boundary.relationship is None else boundary.relationship.value,
        "pulls": list(boundary.pulls),
        "follow_ups": [_follow_up_to_plain(each) for each in boundary.follow_ups],
        **numbers,
        **texts,
    }


def _read_boundary(plain: Mapping[str, object]) -> Boundary:
    wanted, relationship = plain.get("wanted"), plain.get("relationship")
    pulls, follow_ups = plain.get("pulls", []), plain.get("follow_ups", [])
    if not isinstance(pulls, list) or not isinstance(follow_ups, list):
        raise TypeError("pulls and follow-ups are lists")
    numbers: dict[str, Any] = {part: _whole(plain.get(part)) for part in _NUMBERS}
    texts: dict[str, Any] = {part: str(plain.get(part, "")) for part in (*_LABELS, *TEXTS)}
    return Boundary(
        answer=Answer(str(plain["answer"])),
        wanted=None if wanted is None else Wanted(str(wanted)),
        relationship=None if relationship is None else Relationship(str(relationship)),
        pulls=tuple(str(pull) for pull in pulls),
        follow_ups=tuple(_follow_up_from_plain(each) for each in follow_ups),
        **numbers,
        **texts,
    )


def _follow_up_to_plain(follow_up: FollowUp) -> Plain:
    answered = follow_up.answered
    return {
        "due": follow_up.due.isoformat(),
        "answered": None if answered is None else _utc(answered),
        "guilt": follow_up.guilt,
        "is_off": follow_up.is_off,
    }


def _follow_up_from_plain(plain: Mapping[str, object]) -> FollowUp:
    answered = plain.get("answered")
    return FollowUp(
        date.fromisoformat(str(plain["due"])),
        None if answered is None else datetime.fromisoformat(str(answered)),
        _whole(plain.get("guilt")),
        is_off=plain.get("is_off") is True,
    )


def _write_reflection(reflection: Reflection) -> Plain:
    return {
        "form": reflection.form.value,
        "question": reflection.question,
        "prompt": reflection.prompt,
        "theme": reflection.theme,
        "texts": dict(reflection.texts),
        "belief_before": reflection.belief_before,
        "belief_after": reflection.belief_after,
        "worries": [
            {
                "text": worry.text,
                "whose": None if worry.whose is None else worry.whose.value,
                "step": worry.step,
            }
            for worry in reflection.worries
        ],
    }


def _read_reflection(plain: Mapping[str, object]) -> Reflection:
    texts, worries = plain.get("texts", {}), plain.get("worries", [])
    if not isinstance(texts, dict) or not isinstance(worries, list):
        raise TypeError("texts go by their parts, and worries are a list")
    return Reflection(
        form=Form(str(plain["form"])),
        texts=tuple(Written(str(part), str(text)) for part, text in texts.items()),
        question=str(plain.get("question", "")),
        prompt=str(plain.get("prompt", "")),
        theme=str(plain.get("theme", "")),
        belief_before=_whole(plain.get("belief_before")),
        belief_after=_whole(plain.get("belief_after")),
        worries=tuple(_read_worry(each) for each in worries),
    )


def _read_worry(plain: Mapping[str, object]) -> Worry:
    whose = plain.get("whose")
    return Worry(
        str(plain["text"]),
        None if whose is None else Whose(str(whose)),
        str(plain.get("step", "")),
    )


_COUNTS = ("seconds", "steps_done", "steps")


def _write_practice(practice: Practice) -> Plain:
    read_again, back_on = practice.read_again, practice.back_on
    return {
        "exercise": practice.exercise,
        "title": practice.title,
        "minutes": practice.minutes,
        **{part: getattr(practice, part) for part in (*_COUNTS, *RATINGS)},
        "texts": [part._asdict() for part in practice.texts],
        "back_on": None if back_on is None else back_on.isoformat(),
        "read_again": None if read_again is None else _utc(read_again),
    }


def _read_practice(plain: Mapping[str, object]) -> Practice:
    texts, back_on, read_again = (plain.get(name) for name in ("texts", "back_on", "read_again"))
    if not isinstance(texts, list):
        raise TypeError("texts are a list")
    counts: dict[str, Any] = {part: _whole(plain.get(part)) or 0 for part in _COUNTS}
    ratings: dict[str, Any] = {part: _whole(plain.get(part)) for part in RATINGS}
    return Practice(
        exercise=str(plain["exercise"]),
        title=str(plain.get("title", "")),
        minutes=_whole(plain.get("minutes")),
        texts=tuple(
            Part(*(str(each.get(name, "")) for name in ("name", "label", "text"))) for each in texts
        ),
        back_on=None if back_on is None else date.fromisoformat(str(back_on)),
        read_again=None if read_again is None else datetime.fromisoformat(str(read_again)),
        **counts,
        **ratings,
    )


def _write_measure(measure: Measure) -> Plain:
    return {
        "instrument": measure.instrument,
        "title": measure.title,
        "form": measure.form,
        "is_total": measure.is_total,
        "answers": [list(answer) for answer in measure.answers],
        "scores": [score._asdict() for score in measure.scores],
        "key": measure.key,
    }


def _read_measure(plain: Mapping[str, object]) -> Measure:
    answers, scores = plain.get("answers", []), plain.get("scores", [])
    if not isinstance(answers, list) or not isinstance(scores, list):
        raise TypeError("answers and scores are lists")
    return Measure(
        instrument=str(plain["instrument"]),
        title=str(plain.get("title", "")),
        form=str(plain.get("form", "")),
        is_total=plain.get("is_total") is True,
        answers=tuple((item, code) for item, code in answers),
        scores=tuple(_read_score(score) for score in scores),
        key=str(plain.get("key", "")),
    )


def _read_score(plain: Mapping[str, object]) -> Score:
    lowest, highest = (
        None if plain[part] is None else _number(plain[part]) for part in ("lowest", "highest")
    )
    value = _number(plain["value"])
    return Score(str(plain["scale"]), str(plain.get("name", "")), value, lowest, highest)


def _number(value: object) -> float:
    """Return a number; raises ``TypeError`` for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError("this is a number")
    return float(value)


def _whole(value: object) -> int | None:
    """Return a whole number or None; raises ``TypeError`` for anything else."""
    if not _is_whole(value):
        raise TypeError("this is a whole number")
    return value


CODECS: dict[Kind, Codec] = {
    Kind.MOOD: Codec(_write_mood, _read_mood),
    Kind.BOUNDARY: Codec(_write_boundary, _read_boundary),
    Kind.REFLECTION: Codec(_write_reflection, _read_reflection),
    Kind.PRACTICE: Codec(_write_practice, _read_practice),
    Kind.MEASURE: Codec(_write_measure, _read_measure),
}


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
        return {"lost": True, "lost_words": entry.detail.words}
    return CODECS[entry.kind].write(entry.detail)


def from_plain(plain: Mapping[str, object]) -> Entry:
    """Return the entry of such values.

    Raises:
        JournalError, KeyError, TypeError, ValueError: the values are no entry.
    """
    kind, tags = Kind(str(plain["kind"])), plain.get("tags", [])
    if not isinstance(tags, list):
        raise TypeError("tags are a list")
    is_lost = plain.get("lost") is True
    entry = Entry(
        id=str(plain["id"]),
        happened=datetime.fromisoformat(str(plain["happened"])),
        day=date.fromisoformat(str(plain["day"])),
        detail=_read_lost(plain, kind) if is_lost else CODECS[kind].read(plain),
        note=str(plain.get("note", "")),
        tags=tuple(str(tag) for tag in tags),
        never_export=plain.get("never_export") is True,
        for_session=plain.get("for_session") is True,
        created=datetime.fromisoformat(str(plain["created"])),
        changed=datetime.fromisoformat(str(plain["changed"])),
    )
    check_entry(entry)
    return entry


def _read_lost(plain: Mapping[str, object], kind: Kind) -> Lost:
    return Lost(kind, str(plain.get("lost_words", "")))


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
