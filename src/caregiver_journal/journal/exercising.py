"""Exercises: those that come with the program, as the person wants them, and own."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from caregiver_journal.base.content import ContentFile, read_content, require_texts, text_list
from caregiver_journal.base.errors import NothingFoundError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.exercise import Exercise, Step
from caregiver_journal.domain.kind import Topic
from caregiver_journal.journal.begun import DraftName, forget_draft
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.own_id import own_id
from caregiver_journal.store.exercises import Mark, split_steps


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


def all_exercises(journal: Journal) -> tuple[Exercise, ...]:
    """Return every exercise, hidden ones too: the person's own, newest first, then the program's.

    Raises:
        ContentError: the file is not as it has to be.
    """
    marks = journal.exercises.marks()
    shipped = []
    for exercise in shipped_exercises():
        mark = marks.get(exercise.id, Mark(is_hidden=False, is_favourite=False))
        shipped.append(replace(exercise, is_hidden=mark.is_hidden, is_favourite=mark.is_favourite))
    return (*journal.exercises.own(), *shipped)


def get_exercise(journal: Journal, exercise_id: str) -> Exercise:
    """Return an exercise as the person wants it.

    Raises:
        ContentError: the file is not as it has to be.
        NothingFoundError: there is none of that id.
    """
    own = next((one for one in journal.exercises.own() if one.id == exercise_id), None)
    if own is not None:
        return own
    found = next((one for one in all_exercises(journal) if one.id == exercise_id), None)
    if found is None:
        raise NothingFoundError(_("There is no such exercise."))
    return found


def favour_exercise(journal: Journal, exercise_id: str, *, favourite: bool) -> Exercise:
    """Make an exercise a favourite, or no more; return it as it was, to be restored."""
    before = get_exercise(journal, exercise_id)
    restore_exercise(journal, replace(before, is_favourite=favourite))
    return before


def hide_exercise(journal: Journal, exercise_id: str, *, hidden: bool) -> Exercise:
    """Offer an exercise no more, or again; return it as it was, to be restored."""
    before = get_exercise(journal, exercise_id)
    restore_exercise(journal, replace(before, is_hidden=hidden))
    return before


def add_exercise(
    journal: Journal, exercise: Exercise, *, draft: DraftName | None = None
) -> Exercise:
    """Keep an own exercise and forget its draft; return it with its id."""
    added = replace(exercise, id=own_id(journal), is_own=True)
    with journal.writing(Topic.EXERCISE):
        journal.exercises.write(added)
        forget_draft(journal, draft)
    return added


def change_exercise(
    journal: Journal, exercise: Exercise, *, draft: DraftName | None = None
) -> Exercise:
    """Write an own exercise anew and forget its draft; return it as it was.

    What was decided about it stays.

    Raises:
        NothingFoundError: there is none of the person's own of that id.
    """
    before = _get_own(journal, exercise.id)
    changed = replace(
        exercise, is_own=True, is_hidden=before.is_hidden, is_favourite=before.is_favourite
    )
    with journal.writing(Topic.EXERCISE):
        journal.exercises.write(changed)
        forget_draft(journal, draft)
    return before


def delete_exercise(journal: Journal, exercise_id: str) -> Exercise:
    """Delete an own exercise; what was done of it stays. Return it, so that it can be restored.

    Raises:
        NothingFoundError: there is none of the person's own of that id.
    """
    gone = _get_own(journal, exercise_id)
    with journal.writing(Topic.EXERCISE):
        journal.exercises.delete(exercise_id)
    return gone


def restore_exercise(journal: Journal, exercise: Exercise) -> None:
    """Write an exercise, or what was decided about it, as it was before."""
    with journal.writing(Topic.EXERCISE):
        journal.exercises.write(exercise)


def read_steps(text: str) -> tuple[Step, ...]:
    """Return the steps of a text that empty lines part; raises ``InvalidValueError``."""
    return split_steps(text)


def _get_own(journal: Journal, exercise_id: str) -> Exercise:
    found = get_exercise(journal, exercise_id)
    if not found.is_own:
        raise NothingFoundError(_("This exercise comes with the program. It can be hidden."))
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
