"""Where an exercise was left, and as plain values, whatever they turn out to be."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from caregiver_journal.domain.boundary import TENS
from caregiver_journal.domain.exercise import Exercise
from caregiver_journal.domain.playing import Playing, Said, begin, resume
from caregiver_journal.domain.practice import RATINGS
from caregiver_journal.journal.unfinished import LEFT
from caregiver_journal.ui.plain_values import read_day, read_number, read_text, write_day

_PLACES = range(1_000)
_SECONDS = range(24 * 60 * 60)


@dataclass(frozen=True, slots=True)
class Left:
    """Where somebody is in an exercise, and what they said.

    Attributes:
        minutes: the length that was chosen; None for one's own time.
        has_begun: whether the first screen is behind.
        said: what was rated and noted; its texts are empty.
        texts: what was written, by the names of the fields.
    """

    playing: Playing
    minutes: int | None = None
    has_begun: bool = False
    said: Said = field(default_factory=Said)
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)


def write_left(left: Left, exercise: Exercise, now: datetime) -> dict[str, object]:
    """Return as plain values where somebody is; title and steps are for those who wait for it."""
    playing, said = left.playing, left.said
    return {
        "title": exercise.title,
        "minutes": left.minutes,
        "begun": left.has_begun,
        "place": playing.place,
        "steps": len(playing.steps),
        "seconds": round(playing.seconds),
        "done": sorted(playing.done),
        "over": playing.is_over,
        **{name: getattr(said, name) for name in RATINGS},
        "texts": dict(left.texts),
        "note": said.note,
        "back_on": write_day(said.back_on),
        LEFT: now.isoformat(),
    }


def read_left(plain: Mapping[str, object], exercise: Exercise) -> Left:
    """Return where somebody was, in an exercise that may have changed meanwhile."""
    minutes = read_number(plain.get("minutes"), range(1, 1_000))
    if not exercise.is_timed:
        minutes = None
    elif minutes not in exercise.minutes:
        minutes = exercise.minutes[0]
    place = read_number(plain.get("place"), _PLACES) or 0
    seconds = read_number(plain.get("seconds"), _SECONDS) or 0
    done = plain.get("done")
    places = [read_number(each, _PLACES) for each in done] if isinstance(done, list) else []
    playing = resume(
        begin(exercise, minutes),
        place,
        seconds,
        [each for each in places if each is not None],
        is_over=plain.get("over") is True,
    )
    texts = plain.get("texts")
    ratings: dict[str, Any] = {name: read_number(plain.get(name), TENS) for name in RATINGS}
    return Left(
        playing,
        minutes,
        plain.get("begun") is True,
        Said(
            **ratings,
            note=read_text(plain.get("note")),
            back_on=read_day(plain.get("back_on")),
        ),
        {str(name): read_text(text) for name, text in texts.items()}
        if isinstance(texts, dict)
        else {},
    )
