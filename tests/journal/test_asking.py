"""One question a day: chosen once, kept all day, put off, answered, hidden, and another."""

from datetime import date, timedelta

import pytest
from support.builders import a_boundary, an_entry
from support.clock import START, FixedClock

from caregiver_journal.base.errors import DiskFullError, NothingFoundError
from caregiver_journal.domain.boundary import Answer, FollowUp
from caregiver_journal.domain.choosing import RESTS
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.mood import Mood
from caregiver_journal.domain.reflection import Form, Reflection, Written
from caregiver_journal.domain.workday import Workday
from caregiver_journal.journal.asking import (
    MOST_OFFERS,
    Question,
    another_question,
    earlier_answers,
    hide_question,
    read_question,
    skip_today,
    standing_question,
)
from caregiver_journal.journal.journal import Changes, Journal
from caregiver_journal.journal.prompts import (
    OWN_DECK,
    add_prompt,
    all_prompts,
    all_themes,
    delete_prompt,
    find_prompt,
    hide_deck,
)
from caregiver_journal.store.prompts import PromptStore

TODAY = date(2026, 11, 20)


def ask(journal: Journal) -> Question:
    question = read_question(journal)
    assert question is not None
    return question


def answer(journal: Journal, prompt_id: str, *, days_ago: int = 0) -> Entry:
    prompt = find_prompt(journal, prompt_id)
    texts = (Written("answer", "I would have gone home at five."),)
    said = Reflection(Form.FREE, texts, prompt.text, prompt.id, prompt.theme)
    entry = an_entry(at=START - timedelta(days=days_ago), mood=said)
    journal.add(entry)
    return entry


# --- the question of a day ------------------------------------------------------------------------


def test_it_stays_the_same_all_day_and_is_another_one_the_next(
    journal: Journal, clock: FixedClock, told: list[Changes]
) -> None:
    first = ask(journal)
    assert first.why == "One question for today."
    assert not first.prompt.is_deeper
    journal.add(an_entry(mood=a_boundary(answer=Answer.AGAINST)))
    clock.advance(hours=5)
    assert ask(journal).prompt == first.prompt
    standing = standing_question(journal)
    assert standing is not None
    assert standing.prompt == first.prompt
    assert journal.prompts.offered(TODAY) == [first.prompt.id]
    clock.advance(days=1)
    assert standing_question(journal) is None, "nothing was chosen yet"
    second = ask(journal)
    assert second.theme.id == "pleasing"
    assert second.why == "You agreed to something against your wish yesterday."
    assert not any(Topic.PROMPT in changes for changes in told)


@pytest.mark.parametrize(
    ("said", "theme", "why"),
    [
        (
            a_boundary(answer=Answer.AGAINST),
            "pleasing",
            "You agreed to something against your wish on Tuesday.",
        ),
        (
            a_boundary(answer=Answer.PARTLY, guilt=6),
            "guilt",
            "Guilt weighed on you after a moment on Tuesday.",
        ),
        (
            a_boundary(
                answer=Answer.PARTLY, guilt=2, follow_ups=(FollowUp(TODAY, START, guilt=5),)
            ),
            "guilt",
            "Guilt weighed on you after a moment on Tuesday.",
        ),
        (a_boundary(answer=Answer.PARTLY, guilt=4), "", "One question for today."),
        (Mood(3, belonging=3), "closeness", "You felt rather alone on Tuesday."),
        (Mood(3, belonging=4), "", "One question for today."),
    ],
)
def test_it_fits_what_was_logged_lately(journal: Journal, said: Mood, theme: str, why: str) -> None:
    journal.add(an_entry(at=START - timedelta(days=3), mood=said))
    question = ask(journal)
    assert question.why == why
    assert theme in ("", question.theme.id)


def test_it_fits_heavy_work(journal: Journal) -> None:
    with journal.writing():
        journal.workdays.write(Workday(TODAY - timedelta(days=1), load=8))
        journal.workdays.write(Workday(TODAY, hours=8))
    question = ask(journal)
    assert question.theme.id in {"needs", "carrying"}
    assert question.why == "There was a lot to carry yesterday."


def test_what_lies_in_the_trash_is_no_sign(journal: Journal) -> None:
    entry = an_entry(mood=a_boundary(answer=Answer.AGAINST))
    journal.add(entry)
    journal.remove(entry)
    assert ask(journal).why == "One question for today."


def test_an_answered_one_is_done_for_today(journal: Journal, clock: FixedClock) -> None:
    first = ask(journal)
    entry = answer(journal, first.prompt.id)
    assert read_question(journal) is None
    journal.remove(entry)
    assert ask(journal).prompt == first.prompt
    journal.restore(entry)
    clock.advance(days=1)
    assert ask(journal).prompt != first.prompt


def test_a_journal_that_cannot_be_written_has_the_same_one_each_time(journal: Journal) -> None:
    journal.database.read_only = True
    assert ask(journal) == ask(journal)
    assert journal.prompts.offered(TODAY) == []


def test_a_full_disk_keeps_nobody_from_reading_a_question(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    monkeypatch.setattr(PromptStore, "offer", refuse)
    assert ask(journal) == ask(journal)
    with pytest.raises(DiskFullError):
        another_question(journal)


def test_nothing_is_left_when_everything_is_hidden(journal: Journal) -> None:
    for theme in all_themes(journal):
        hide_deck(journal, theme.id, hidden=True)
    assert read_question(journal) is None
    assert another_question(journal) is None


# --- another, not today, never again --------------------------------------------------------------


def test_another_one_is_todays_from_then_on(journal: Journal, told: list[Changes]) -> None:
    first = ask(journal)
    second = another_question(journal)
    assert second is not None
    assert second.prompt != first.prompt
    assert second.theme != first.theme
    assert ask(journal) == second
    assert [changes for changes in told if changes] == [frozenset({Topic.PROMPT})]


def test_one_put_off_is_not_asked_again_today(journal: Journal, clock: FixedClock) -> None:
    first = ask(journal)
    take_back = skip_today(journal)
    assert read_question(journal) is None
    take_back()
    assert ask(journal) == first
    skip_today(journal)
    clock.advance(days=1)
    assert ask(journal).prompt != first.prompt


def test_one_hidden_for_good_makes_room_and_comes_back(journal: Journal) -> None:
    first = ask(journal)
    take_back = hide_question(journal, first.prompt.id)
    second = ask(journal)
    assert second.prompt != first.prompt
    assert find_prompt(journal, first.prompt.id).is_hidden
    take_back()
    assert ask(journal) == first
    other = next(one for one in all_prompts(journal) if one.theme != first.theme.id)
    hide_question(journal, other.id)()
    assert ask(journal) == first
    with pytest.raises(NothingFoundError):
        hide_question(journal, "none")


def test_a_hidden_theme_or_a_deleted_question_makes_room(journal: Journal) -> None:
    first = ask(journal)
    hide_deck(journal, first.theme.id, hidden=True)
    assert ask(journal).theme != first.theme
    added = add_prompt(journal, "What was good?")
    own = another_question(journal, OWN_DECK)
    assert own is not None
    assert own.prompt == added
    delete_prompt(journal, added.id)
    assert ask(journal).prompt != added


def test_nothing_comes_twice_within_thirty_days(journal: Journal, clock: FixedClock) -> None:
    themes = [theme.id for theme in all_themes(journal)]
    for theme in themes[1:]:
        hide_deck(journal, theme, hidden=True)
    ordinary = [one for one in all_prompts(journal) if one.theme == themes[0] and not one.is_deeper]
    answer(journal, ordinary[0].id, days_ago=RESTS.days)
    seen = [ask(journal).prompt.id]
    while (question := another_question(journal)) is not None:
        seen.append(question.prompt.id)
    assert seen == [one.id for one in ordinary[1:]]
    skip_today(journal)()
    clock.advance(days=1)
    assert ask(journal).prompt == ordinary[0]
    clock.advance(days=1)
    assert read_question(journal) is None
    again = another_question(journal, themes[0])
    assert again is not None
    assert again.prompt == ordinary[1]


def test_very_many_offers_are_forgotten_and_no_day_of_a_wrong_clock_forgets_them(
    journal: Journal, clock: FixedClock
) -> None:
    ask(journal)
    with journal.writing():
        for number in range(MOST_OFFERS - 2):
            journal.prompts.offer(TODAY + timedelta(days=1), f"one.{number}")
    clock.advance(days=500)
    ask(journal)
    assert journal.prompts.offered(TODAY) != [], "the last two thousand"
    for _day in range(2):
        clock.advance(days=1)
        ask(journal)
    assert journal.prompts.offered(TODAY) == []


def test_deeper_ones_come_only_where_they_are_asked_for(journal: Journal) -> None:
    theme = next(one.theme for one in all_prompts(journal) if one.is_deeper)
    count = sum(one.theme == theme for one in all_prompts(journal))
    plain = [another_question(journal, theme) for _ in range(count)]
    assert not any(one.prompt.is_deeper for one in plain if one is not None)
    assert plain[-1] is None
    deeper = another_question(journal, theme, with_deeper=True)
    assert deeper is not None
    assert deeper.prompt.is_deeper


def test_earlier_answers_come_newest_first(journal: Journal) -> None:
    prompt = all_prompts(journal)[0]
    old, new, gone = (answer(journal, prompt.id, days_ago=days) for days in (400, 40, 35))
    answer(journal, all_prompts(journal)[1].id)
    journal.remove(gone)
    assert earlier_answers(journal, prompt.id, 5) == (new, old)
    assert earlier_answers(journal, prompt.id, 1) == (new,)
