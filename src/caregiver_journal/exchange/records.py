"""Turn entries into plain values and back: one codec for each kind, in the one list ``CODECS``."""

from typing import Any

from caregiver_journal.domain.boundary import (
    TEXTS,
    Answer,
    Boundary,
    FollowUp,
    Relationship,
    Wanted,
)
from caregiver_journal.domain.entry import Entry, Lost, check_entry
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.measure import Measure, Score
from caregiver_journal.domain.mood import About, Mood
from caregiver_journal.domain.practice import RATINGS, Part, Practice
from caregiver_journal.domain.reflection import Form, Reflection, Whose, Worry, Written
from caregiver_journal.exchange.codec import Codec, day_text, written
from caregiver_journal.exchange.fields import Fields, Plain, write_utc, write_zone

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
        "about": None if mood.about is None else mood.about._value_,
        "belonging": mood.belonging,
    }


def _read_mood(fields: Fields) -> Mood:
    return Mood(
        fields.whole("level"),
        fields.whole_or_none("energy"),
        fields.texts("words"),
        fields.choice_or_none("about", About),
        fields.whole_or_none("belonging"),
    )


def _write_boundary(boundary: Boundary) -> Plain:
    return {
        "answer": boundary.answer._value_,
        "wanted": None if boundary.wanted is None else boundary.wanted._value_,
        "relationship": None if boundary.relationship is None else boundary.relationship._value_,
        "pulls": list(boundary.pulls),
        "follow_ups": [_write_follow_up(each) for each in boundary.follow_ups],
        **written(boundary, *_NUMBERS, *_LABELS, *TEXTS),
    }


def _read_boundary(fields: Fields) -> Boundary:
    numbers: dict[str, Any] = {part: fields.whole_or_none(part) for part in _NUMBERS}
    texts: dict[str, Any] = {part: fields.text(part, "") for part in (*_LABELS, *TEXTS)}
    return Boundary(
        answer=fields.choice("answer", Answer),
        wanted=fields.choice_or_none("wanted", Wanted),
        relationship=fields.choice_or_none("relationship", Relationship),
        pulls=fields.texts("pulls"),
        follow_ups=tuple(each.make(_read_follow_up) for each in fields.records("follow_ups")),
        **numbers,
        **texts,
    )


def _write_follow_up(follow_up: FollowUp) -> Plain:
    answered = follow_up.answered
    return {
        "due": follow_up.due.isoformat(),
        "answered": None if answered is None else write_utc(answered),
        "guilt": follow_up.guilt,
        "is_off": follow_up.is_off,
    }


def _read_follow_up(fields: Fields) -> FollowUp:
    return FollowUp(
        fields.day("due"),
        fields.moment_or_none("answered"),
        fields.whole_or_none("guilt"),
        is_off=fields.flag("is_off"),
    )


def _write_reflection(reflection: Reflection) -> Plain:
    return {
        "form": reflection.form._value_,
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


def _read_reflection(fields: Fields) -> Reflection:
    texts = fields.record("texts")
    return Reflection(
        form=fields.choice("form", Form),
        texts=tuple(Written(part, texts.text(part)) for part in texts.names),
        question=fields.text("question", ""),
        prompt=fields.text("prompt", ""),
        theme=fields.text("theme", ""),
        belief_before=fields.whole_or_none("belief_before"),
        belief_after=fields.whole_or_none("belief_after"),
        worries=tuple(each.make(_read_worry) for each in fields.records("worries")),
    )


def _read_worry(fields: Fields) -> Worry:
    return Worry(
        fields.text("text"), fields.choice_or_none("whose", Whose), fields.text("step", "")
    )


_COUNTS = ("seconds", "steps_done", "steps")


def _write_practice(practice: Practice) -> Plain:
    read_again = practice.read_again
    return {
        **written(practice, "exercise", "title", "minutes", *_COUNTS, *RATINGS),
        "texts": [part._asdict() for part in practice.texts],
        "back_on": day_text(practice.back_on),
        "read_again": None if read_again is None else write_utc(read_again),
    }


def _read_practice(fields: Fields) -> Practice:
    counts: dict[str, Any] = {part: fields.whole(part, 0) for part in _COUNTS}
    ratings: dict[str, Any] = {part: fields.whole_or_none(part) for part in RATINGS}
    return Practice(
        exercise=fields.text("exercise"),
        title=fields.text("title", ""),
        minutes=fields.whole_or_none("minutes"),
        texts=tuple(map(_read_part, fields.records("texts"))),
        back_on=fields.day_or_none("back_on"),
        read_again=fields.moment_or_none("read_again"),
        **counts,
        **ratings,
    )


def _read_part(fields: Fields) -> Part:
    return Part(fields.text("name", ""), fields.text("label", ""), fields.text("text", ""))


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


def _read_measure(fields: Fields) -> Measure:
    return Measure(
        instrument=fields.text("instrument"),
        title=fields.text("title", ""),
        form=fields.text("form", ""),
        is_total=fields.flag("is_total"),
        answers=fields.pairs("answers"),
        scores=tuple(map(_read_score, fields.records("scores"))),
        key=fields.text("key", ""),
    )


def _read_score(fields: Fields) -> Score:
    return Score(
        fields.text("scale"),
        fields.text("name", ""),
        fields.number("value"),
        fields.number_or_none("lowest"),
        fields.number_or_none("highest"),
    )


CODECS: dict[Kind, Codec] = {
    Kind.MOOD: Codec(_write_mood, _read_mood),
    Kind.BOUNDARY: Codec(_write_boundary, _read_boundary),
    Kind.REFLECTION: Codec(_write_reflection, _read_reflection),
    Kind.PRACTICE: Codec(_write_practice, _read_practice),
    Kind.MEASURE: Codec(_write_measure, _read_measure),
}


def to_plain(entry: Entry) -> Plain:
    """Return an entry as plain values; moments in ISO 8601, ``happened`` by its own clock."""
    detail, happened, kind = entry.detail, entry.happened, entry.kind
    created = write_utc(entry.created)
    plain: Plain = {
        "id": entry.id,
        "kind": kind._value_,
        "happened": happened.isoformat(),
        "zone": write_zone(happened),
        "day": entry.day.isoformat(),
        "note": entry.note,
        "tags": list(entry.tags),
        "never_export": entry.never_export,
        "for_session": entry.for_session,
        "created": created,
        "changed": created if entry.changed is entry.created else write_utc(entry.changed),
    }
    if isinstance(detail, Lost):
        plain["lost"], plain["lost_words"] = True, detail.words
    else:
        plain |= CODECS[kind].write(detail)
    return plain


def from_plain(plain: object, place: str = "") -> Entry:
    """Return the entry of such values.

    Args:
        plain: what may be one.
        place: where it stands in the whole, such as ``entries[7]``.

    Raises:
        FieldError: it is none; fields that are not known are passed over.
    """
    return Fields(plain, place).make(_read_entry)


def _read_entry(fields: Fields) -> Entry:
    kind = fields.choice("kind", Kind)
    is_lost = fields.flag("lost")
    entry = Entry(
        id=fields.text("id"),
        happened=fields.moment_in_zone("happened"),
        day=fields.day("day"),
        detail=Lost(kind, fields.text("lost_words", "")) if is_lost else CODECS[kind].read(fields),
        note=fields.text("note", ""),
        tags=fields.texts("tags"),
        never_export=fields.flag("never_export"),
        for_session=fields.flag("for_session"),
        created=fields.moment("created"),
        changed=fields.moment("changed"),
    )
    check_entry(entry)
    return entry
