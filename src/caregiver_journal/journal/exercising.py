"""Exercises: those that come with the program, as the person wants them, and own."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from caregiver_journal.base.content import ContentFile, read_content, require_texts, text_list
from caregiver_journal.base.errors import NothingFoundError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.exercise import Exercise, Step


@dataclass(frozen=True, slots=True)
class Tag:
    """What exercises can be found by."""

    id: str
    title: str


@cache
def _file() -> ContentFile:
    return read_content("exercises")


@cache
def shipped_tags() -> tuple[Tag, ...]:
    """Return what exercises can be found by; raises ``ContentError``."""
    return _file().records("tags", _make_tag)


@cache
def shipped_exercises() -> tuple[Exercise, ...]:
    """Return the exercises that come with the program; raises ``ContentError``."""
    return read_exercises(_file())


def find_exercise(exercise_id: str) -> Exercise:
    """Return an exercise of the program.

    Raises:
        ContentError: the file is not as it has to be.
        NothingFoundError: there is none of that id.
    """
    found = next((one for one in shipped_exercises() if one.id == exercise_id), None)
    if found is None:
        raise NothingFoundError(_("There is no such exercise."))
    return found


def read_exercises(file: ContentFile) -> tuple[Exercise, ...]:
    """Return the exercises of a content file; raises ``ContentError``."""
    known = {tag.id for tag in file.records("tags", _make_tag)}

    def make(steps: list[dict[str, Any]], **fields: Any) -> Exercise:  # noqa: ANN401 - the file's
        anchors = text_list(fields.pop("anchors"))
        require_texts(fields["id"], fields["about"], fields["safety"], *anchors)
        if not anchors:
            raise ValueError("it names another anchor than breath")
        if not isinstance(fields["timed"], bool) or not isinstance(fields.get("source", ""), str):
            raise TypeError("it is timed or not, and its source is a text")
        tags = frozenset(fields.pop("tags"))
        if unknown := sorted(tags - known):
            raise ValueError(f"there is no tag {', '.join(unknown)}")
        return Exercise(
            tags=tags,
            minutes=tuple(fields.pop("minutes")),
            anchors=anchors,
            is_timed=fields.pop("timed"),
            steps=tuple(_make_step(**step) for step in steps),
            **fields,
        )

    return file.records("exercises", make)


def _make_tag(id: str, title: str) -> Tag:  # noqa: A002 - as in the file
    require_texts(id, title)
    return Tag(id, title)


def _make_step(
    text: str,
    share: int = 1,
    *,
    pace: object = False,
    write: str = "",
    label: str = "",
    **rest: int,
) -> Step:
    least = rest.pop("from", 0)
    if rest:
        raise ValueError(f"a step has no {', '.join(rest)}")
    if not isinstance(pace, bool) or type(least) is not int:
        raise TypeError("whether it is paced is true or false, and from is a number")
    if bool(write) != bool(label):
        raise ValueError("a field one writes in has a name and a label")
    return Step(text, share, pace, least, write, label)
