"""The questions as the person wants them: changed, hidden, own, in own decks, and taken back."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import combinations

import pytest
from support.clock import FixedClock

from caregiver_journal.base.content import ContentError, ContentFile
from caregiver_journal.base.errors import InvalidValueError, NothingFoundError
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.prompt import MAX_QUESTION, MAX_TITLE, Prompt, Sign, Theme
from caregiver_journal.journal.begun import DraftName
from caregiver_journal.journal.journal import Changes, Journal
from caregiver_journal.journal.prompts import (
    OWN_DECK,
    add_deck,
    add_prompt,
    all_prompts,
    all_themes,
    change_deck,
    change_prompt,
    delete_deck,
    delete_prompt,
    find_prompt,
    find_theme,
    hide_deck,
    hide_prompt,
    read_prompts,
    restore_deck,
    restore_prompt,
    shipped_prompts,
    shipped_themes,
    take_back_deck,
    take_back_prompt,
)

FIRST = shipped_prompts()[0]
THEME = shipped_themes()[0]


# --- what comes with the program ------------------------------------------------------------------


def test_there_are_thirteen_themes_with_ten_questions_each() -> None:
    themes = shipped_themes()
    assert len(themes) == 13
    assert all(theme.about and not theme.is_own for theme in themes)
    assert {sign for theme in themes for sign in theme.after} == set(Sign)
    count = Counter(prompt.theme for prompt in shipped_prompts())
    assert count.keys() == {theme.id for theme in themes}
    assert min(count.values()) >= 10


def test_every_theme_begins_with_an_ordinary_question_and_most_are_ordinary() -> None:
    firsts = {prompt.theme: prompt for prompt in reversed(shipped_prompts())}
    assert not any(prompt.is_deeper for prompt in firsts.values())
    deeper = sum(prompt.is_deeper for prompt in shipped_prompts())
    assert 0 < deeper < len(shipped_prompts()) / 3
    ordinary = Counter(one.theme for one in shipped_prompts() if not one.is_deeper)
    assert min(ordinary.values()) >= 7


def test_questions_are_short_sentences_and_name_their_theme() -> None:
    for prompt in shipped_prompts():
        assert prompt.id.startswith(f"{prompt.theme}."), prompt.id
        assert prompt.text.lstrip("“")[0].isupper(), prompt.id
        assert prompt.text[-1] in ".?", prompt.id
        assert len(prompt.text.split()) <= 40, prompt.id


@pytest.mark.unwatched
def test_no_question_is_nearly_another() -> None:
    texts = [(one.id, " ".join(re.findall(r"\w+", one.text.lower()))) for one in shipped_prompts()]
    near = [(a, b) for (a, one), (b, other) in combinations(texts, 2) if is_near(one, other)]
    assert near == []


def test_a_planted_near_copy_is_found() -> None:
    assert is_near("what did i leave unsaid today", "what did i leave unsaid this day")
    assert not is_near("what did i leave unsaid today", "who was kind to you on the ward")


def is_near(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() > NEAR and matcher.quick_ratio() > NEAR < matcher.ratio()


NEAR = 0.8

BROKEN = """
[[themes]]
id = "no"
title = "No"
about = "saying no"
after = ["said-no"]

[[prompts]]
id = "no.one"
theme = "no"
depth = "ordinary"
text = "What did you say?"
"""


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('theme = "no"', 'theme = "yes"', "line 8: prompts 'no.one': there is no theme 'yes'"),
        ('"ordinary"', '"deep"', "line 8: prompts 'no.one': its depth is ordinary or deeper"),
        ('text = "What did you say?"', 'text = " "', "line 8: prompts 'no.one': a text is"),
        ('text = "What', 'words = "What', "line 8: prompts 'no.one': .*words"),
        ('title = "No"', 'title = ""', "line 2: themes 'no': a text is missing"),
        ('["said-no"]', '["sung"]', "line 2: themes 'no': .*'sung'"),
    ],
)
def test_a_broken_file_says_where(before: str, after: str, said: str) -> None:
    assert len(read_prompts(ContentFile("prompts.toml", BROKEN))) == 1
    with pytest.raises(ContentError, match=f"prompts.toml, {said}"):
        read_prompts(ContentFile("prompts.toml", BROKEN.replace(before, after, 1)))


# --- what the person makes of the questions -------------------------------------------------------


def test_to_begin_with_there_are_the_programs(journal: Journal) -> None:
    assert all_prompts(journal) == shipped_prompts()
    assert all_themes(journal) == shipped_themes()


def test_own_questions_come_last_and_have_a_deck_of_their_own(
    journal: Journal, clock: FixedClock, told: list[Changes]
) -> None:
    journal.save_draft("questions.form", {"new": {"text": "Who"}, "abc": {}})
    one = add_prompt(
        journal, " Who is there? ", is_deeper=True, draft=DraftName("questions.form", "new")
    )
    clock.advance(minutes=1)
    two = add_prompt(journal, "And who else?", THEME.id)
    assert all_prompts(journal)[-2:] == (one, two)
    assert one == Prompt(one.id, OWN_DECK, "Who is there?", is_deeper=True, is_own=True)
    assert all_themes(journal)[-1].title == "My own questions"
    assert journal.drafts.read("questions.form") == {"abc": {}}
    assert told[1:] == [frozenset({Topic.PROMPT})] * 2
    delete_prompt(journal, one.id)
    assert all_themes(journal) == shipped_themes()


def test_an_own_question_is_changed_moved_deleted_and_restored(journal: Journal) -> None:
    added = add_prompt(journal, "Who is there?")
    changed = change_prompt(journal, replace(added, text="Who was there?", theme=THEME.id))
    assert find_prompt(journal, added.id) == changed
    assert (changed.text, changed.theme) == ("Who was there?", THEME.id)
    assert delete_prompt(journal, added.id) == changed
    assert all_prompts(journal) == shipped_prompts()
    restore_prompt(journal, changed)
    assert find_prompt(journal, added.id) == changed


def test_one_of_the_program_is_changed_and_taken_back(journal: Journal) -> None:
    hide_prompt(journal, FIRST.id, hidden=True)
    changed = change_prompt(journal, replace(FIRST, text="Whose voice was it?", theme="needs"))
    assert changed == replace(FIRST, text="Whose voice was it?", is_hidden=True, is_changed=True)
    assert find_prompt(journal, FIRST.id) == changed
    assert take_back_prompt(journal, FIRST.id) == replace(FIRST, is_hidden=True)
    hide_prompt(journal, FIRST.id, hidden=False)
    assert all_prompts(journal) == shipped_prompts()
    assert journal.prompts.prompts() == {}


def test_how_deep_one_of_the_program_goes_is_the_persons_word(journal: Journal) -> None:
    assert change_prompt(journal, replace(FIRST, is_deeper=True)).is_changed
    assert find_prompt(journal, FIRST.id) == replace(FIRST, is_deeper=True, is_changed=True)
    assert not change_prompt(journal, FIRST).is_changed


def test_a_version_of_a_question_that_is_gone_stays(journal: Journal) -> None:
    restore_prompt(journal, Prompt("gone.now", "gone", "My version?", is_changed=True))
    restore_prompt(journal, Prompt("gone.too", "gone", "Never changed", is_hidden=True))
    assert all_prompts(journal)[-1] == Prompt("gone.now", OWN_DECK, "My version?", is_changed=True)
    assert len(all_prompts(journal)) == len(shipped_prompts()) + 1
    assert change_prompt(journal, find_prompt(journal, "gone.now")).is_changed


# --- themes and decks -----------------------------------------------------------------------------


def test_a_theme_of_the_program_is_renamed_hidden_and_taken_back(journal: Journal) -> None:
    changed = change_deck(journal, THEME.id, " In  the room ")
    assert changed == replace(THEME, title="In the room", is_changed=True)
    hide_deck(journal, THEME.id, hidden=True)
    assert all_themes(journal)[0] == replace(changed, is_hidden=True)
    assert take_back_deck(journal, THEME.id) == replace(THEME, is_hidden=True)
    hide_deck(journal, THEME.id, hidden=False)
    assert all_themes(journal) == shipped_themes()
    assert journal.prompts.decks() == {}


def test_an_own_deck_is_deleted_with_its_questions_and_restored(
    journal: Journal, clock: FixedClock
) -> None:
    deck = add_deck(journal, "Nights")
    clock.advance(minutes=1)
    add_deck(journal, "Mornings")
    loose = add_prompt(journal, "Loose?")
    inside = add_prompt(journal, "Inside?", deck.id)
    before = all_themes(journal)
    assert [theme.title for theme in before[-3:]] == ["Nights", "Mornings", "My own questions"]
    assert change_deck(journal, deck.id, "Night shifts") == replace(deck, title="Night shifts")
    theme, prompts = delete_deck(journal, deck.id)
    assert prompts == (inside,)
    assert all_prompts(journal)[-1] == loose
    restore_deck(journal, theme, prompts)
    assert find_theme(journal, deck.id).title == "Night shifts"
    assert find_prompt(journal, inside.id) == inside
    restore_deck(journal, deck)
    assert all_themes(journal) == before


def test_questions_whose_deck_is_gone_are_kept(journal: Journal) -> None:
    restore_prompt(journal, Prompt("own.1", "own.gone", "Inside?", is_own=True))
    assert find_prompt(journal, "own.1").theme == OWN_DECK
    assert all_themes(journal)[-1].id == OWN_DECK
    assert change_deck(journal, OWN_DECK, "Loose ones").is_changed
    assert all_themes(journal)[-1].title == "Loose ones"


def test_what_was_made_of_a_theme_that_is_gone_is_left_out(journal: Journal) -> None:
    restore_deck(journal, Theme("gone", "My title", is_changed=True))
    assert all_themes(journal) == shipped_themes()


@pytest.mark.parametrize(
    "act",
    [
        lambda journal: find_prompt(journal, "none"),
        lambda journal: find_theme(journal, "none"),
        lambda journal: add_prompt(journal, "Who?", "none"),
        lambda journal: hide_prompt(journal, "none", hidden=True),
        lambda journal: take_back_prompt(journal, "none"),
        lambda journal: delete_prompt(journal, FIRST.id),
        lambda journal: delete_deck(journal, THEME.id),
        lambda journal: take_back_deck(journal, "none"),
    ],
)
def test_what_is_not_there_or_not_ones_own_is_refused(
    journal: Journal, act: Callable[[Journal], object]
) -> None:
    with pytest.raises(NothingFoundError):
        act(journal)
    assert all_prompts(journal) == shipped_prompts()


def test_no_words_or_too_many_are_refused(journal: Journal) -> None:
    for text in (" ", "a" * (MAX_QUESTION + 1)):
        with pytest.raises(InvalidValueError):
            add_prompt(journal, text)
        with pytest.raises(InvalidValueError):
            change_prompt(journal, replace(FIRST, text=text))
    for title in (" ", "a" * (MAX_TITLE + 1)):
        with pytest.raises(InvalidValueError):
            add_deck(journal, title)
    assert all_prompts(journal) == shipped_prompts()
