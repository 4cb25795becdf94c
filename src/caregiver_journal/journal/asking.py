"""Offer one question a day, and another where it is asked for.

What a day was offered is noted, so that its question stays the same until another is asked for.
"""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from caregiver_journal.base.errors import JournalError, NothingFoundError
from caregiver_journal.domain.choosing import Choice, Known, choose, fitting
from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.lately import FEW_DAYS, Lately, read_signs, say_why
from caregiver_journal.domain.prompt import Prompt, Sign, Theme
from caregiver_journal.domain.waiting import Later, until
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.prompts import (
    all_prompts,
    all_themes,
    find_prompt,
    find_theme,
    hide_prompt,
    restore_prompt,
)

QUESTION = "question"
"""The name by which the question of a day is put off."""

MOST_OFFERS = 2_000
"""So many offers are remembered; by their number, as a clock may be wrong for a day."""

_LOOKED_BACK = timedelta(days=400)
"""Answers of so long ago still keep a question behind others."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question that is offered.

    Attributes:
        why: why it was chosen, in one sentence.
        sign: what was logged lately that it fits, or None for none of it.
    """

    prompt: Prompt
    theme: Theme
    why: str
    sign: Sign | None = None


def read_question(journal: Journal) -> Question | None:
    """Return today's question, the same all day until another is asked for.

    The first reading of a day chooses it and notes it; a journal that can only be read chooses the
    same one each time.

    Returns:
        None when it was put off or answered today, or when nothing is left to offer.

    Raises:
        ContentError: the questions of the program are not as they have to be.
    """
    today = _today(journal)
    offered = _offered(journal, today)
    if offered is None:
        return None
    standing = _standing(journal, offered, today)
    if standing is not None:
        return standing
    choice = choose(_read_known(journal, today))
    if choice is None:
        return None
    with contextlib.suppress(JournalError):  # a full disk keeps nobody from reading a question
        _note(journal, choice.prompt.id, today)
    return _question(choice, today, _read_signs(journal, today))


def standing_question(journal: Journal) -> Question | None:
    """Return what today was offered already and can still be asked; nothing is chosen for it."""
    today = _today(journal)
    offered = _offered(journal, today)
    return None if offered is None else _standing(journal, offered, today)


def another_question(
    journal: Journal, theme: str = "", *, with_deeper: bool = False
) -> Question | None:
    """Offer another question, which is today's from then on, or return None where none is left.

    Args:
        journal: the open journal.
        theme: from this theme or deck only; then one that was seen lately may come again when
            nothing else is left.
        with_deeper: whether it may be a deeper one.

    Raises:
        ContentError: the questions of the program are not as they have to be.
    """
    today = _today(journal)
    choice = choose(_read_known(journal, today), theme, with_deeper=with_deeper)
    if choice is None:
        return None
    offer_question(journal, choice.prompt.id)
    return _question(choice, today, _read_signs(journal, today))


def offer_question(journal: Journal, prompt_id: str) -> None:
    """Make a question today's, as it was before another was asked for."""
    with journal.writing(Topic.PROMPT):
        _write_offer(journal, prompt_id, _today(journal))


def skip_today(journal: Journal) -> Callable[[], None]:
    """Offer no question any more today; return what takes that back."""
    today = _today(journal)
    _put_off(journal, until(Later.TOMORROW, today), today)
    return partial(_put_off, journal, today, today)


def hide_question(journal: Journal, prompt_id: str) -> Callable[[], None]:
    """Never offer a question again; return what takes that back, so that it is today's again.

    Raises:
        NothingFoundError: there is none of that id.
    """
    before = find_prompt(journal, prompt_id)
    was_todays = prompt_id in journal.prompts.offered(_today(journal))[-1:]
    hide_prompt(journal, prompt_id, hidden=True)
    return partial(_show_again, journal, before, is_todays=was_todays)


def earlier_answers(journal: Journal, prompt_id: str, limit: int) -> tuple[Entry, ...]:
    """Return what was written to a question, newest first; nothing of the trash."""
    found = (journal.entries.get(each) for each in journal.reflections.answers_to(prompt_id, limit))
    return tuple(found)


def _today(journal: Journal) -> date:
    return day_of(journal.clock(), journal.start_of_day)


def _offered(journal: Journal, today: date) -> str | None:
    """Return what a day was offered, "" for nothing so far; None where nothing is to be asked."""
    if QUESTION in journal.put_off.names(today):
        return None
    last = (journal.prompts.offered(today) or [""])[-1]
    return None if last and journal.reflections.is_answered(last, today) else last


def _standing(journal: Journal, prompt_id: str, today: date) -> Question | None:
    """Return the question a day was offered, where it can still be offered."""
    if not prompt_id:
        return None
    try:
        prompt = find_prompt(journal, prompt_id)
        theme = find_theme(journal, prompt.theme)
    except NothingFoundError:
        return None
    if prompt.is_hidden or theme.is_hidden:
        return None
    signs = _read_signs(journal, today)
    return _question(Choice(prompt, theme, fitting(theme, signs)), today, signs)


def _question(choice: Choice, today: date, signs: dict[Sign, date]) -> Question:
    day = today if choice.sign is None else signs[choice.sign]
    return Question(choice.prompt, choice.theme, say_why(choice.sign, day, today), choice.sign)


def _read_known(journal: Journal, today: date) -> Known:
    seen = dict(journal.prompts.last_offered())
    for prompt_id, day in journal.reflections.answered_since(today - _LOOKED_BACK).items():
        seen[prompt_id] = max(date.fromisoformat(day), seen.get(prompt_id, date.min))
    return Known(
        prompts=all_prompts(journal),
        themes=all_themes(journal),
        signs=_read_signs(journal, today),
        seen=seen,
        today=today,
    )


def _read_signs(journal: Journal, today: date) -> dict[Sign, date]:
    first = today - FEW_DAYS
    workdays = journal.workdays.between(first, today)
    lately = Lately(
        answered=tuple(journal.boundaries.lately(first, today)),
        felt=tuple(journal.moods.lately(first, today)),
        loads=tuple((each.day, each.load) for each in workdays if each.load is not None),
    )
    return dict(read_signs(lately, today))


def _note(journal: Journal, prompt_id: str, today: date) -> None:
    """Note what a day was offered; nobody is told, as nothing that is shown has changed."""
    if not journal.is_read_only:
        with journal.writing():
            _write_offer(journal, prompt_id, today)


def _write_offer(journal: Journal, prompt_id: str, today: date) -> None:
    journal.prompts.forget_offers(MOST_OFFERS)
    journal.prompts.offer(today, prompt_id)


def _put_off(journal: Journal, day: date, today: date) -> None:
    with journal.writing(Topic.PUT_OFF, Topic.PROMPT):
        journal.put_off.write(QUESTION, day, today)


def _show_again(journal: Journal, prompt: Prompt, *, is_todays: bool) -> None:
    restore_prompt(journal, prompt)
    if is_todays:
        offer_question(journal, prompt.id)
