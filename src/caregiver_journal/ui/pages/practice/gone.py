"""Keep what was begun of an exercise that was deleted meanwhile, as far as it was done."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from caregiver_journal.domain.entry import Content, make_entry
from caregiver_journal.domain.exercise import LENGTHS, MAX_STEPS, MAX_TITLE, Exercise, Step
from caregiver_journal.domain.playing import practice_of
from caregiver_journal.journal.begun import DraftName
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.practising import PLAYER, forget_begun, keep_unfinished
from caregiver_journal.journal.unfinished import LEFT, read_unfinished
from caregiver_journal.ui.pages.practice.left import read_left
from caregiver_journal.ui.plain_values import read_moment, read_number, read_text


def keep_what_was_begun(journal: Journal, exercise_id: str) -> Callable[[], None] | None:
    """Keep as an entry what was begun of an exercise that is gone, and let it wait no more.

    Returns:
        What lets it wait again; None where nothing was said or done, and so nothing is kept.

    Raises:
        JournalError: it could not be kept; it waits as before.
    """
    plain = read_unfinished(journal.drafts.read(PLAYER)).get(exercise_id, {})
    exercise = _as_it_was(plain, exercise_id)
    left = read_left(plain, exercise)
    said = replace(left.said, texts=left.texts)
    practice = practice_of(exercise, left.minutes, left.playing, said)
    if practice is None:
        forget_begun(journal, exercise_id)
        return None
    now = journal.clock()
    moment = read_moment({"happened": plain.get(LEFT)}) or now
    content = Content(practice, min(moment.astimezone(now.tzinfo), now), note=said.note)
    entry = make_entry(content, now, journal.start_of_day)
    return keep_unfinished(journal, entry, draft=DraftName(PLAYER, exercise_id))


def _as_it_was(plain: Mapping[str, object], exercise_id: str) -> Exercise:
    """Return an exercise of the title, the length and as many steps as a draft tells of."""
    title = read_text(plain.get("title")).strip()[:MAX_TITLE] or exercise_id[:MAX_TITLE]
    minutes = read_number(plain.get("minutes"), LENGTHS)
    count = read_number(plain.get("steps"), range(1, MAX_STEPS + 1)) or 1
    return Exercise(
        exercise_id,
        title,
        minutes=() if minutes is None else (minutes,),
        is_timed=minutes is not None,
        steps=(Step(title),) * count,
    )
