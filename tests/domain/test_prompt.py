"""Questions and themes are clean texts, and are found by what they hold."""

import pytest

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.prompt import (
    MAX_QUESTION,
    MAX_TITLE,
    Prompt,
    Shown,
    Theme,
    find_prompts,
)

PLAIN = Prompt("needs.tea", "needs", "When did you have tea?")
OWN = Prompt("own.1", "yes", "Whose idea was that?", is_own=True)
CHANGED = Prompt("yes.1", "yes", "Was it a yes?", is_changed=True)
HIDDEN = Prompt("yes.2", "yes", "Tea, or not?", is_own=True, is_hidden=True)
ALL = (PLAIN, OWN, CHANGED, HIDDEN)
TITLES = {"needs": "Own needs", "yes": "The real yes"}


def test_texts_are_cleaned() -> None:
    assert Theme("a", " In  the\nroom ").title == "In the room"
    assert Prompt("a", "b", " Who?\n ").text == "Who?"


@pytest.mark.parametrize("text", [" ", "a" * (MAX_QUESTION + 1)])
def test_a_question_without_words_or_with_too_many_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Prompt("a", "b", text)
    assert caught.value.field == "text"


@pytest.mark.parametrize("title", [" ", "a" * (MAX_TITLE + 1)])
def test_a_theme_without_a_title_or_with_too_long_a_one_is_refused(title: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Theme("a", title)
    assert caught.value.field == "title"


@pytest.mark.parametrize(
    ("shown", "found"),
    [
        (Shown.ALL, (PLAIN, OWN, CHANGED)),
        (Shown.OWN, (OWN, CHANGED)),
        (Shown.HIDDEN, (HIDDEN,)),
    ],
)
def test_hidden_ones_are_looked_at_by_themselves(shown: Shown, found: tuple[Prompt, ...]) -> None:
    assert find_prompts(ALL, titles=TITLES, shown=shown) == found


def test_they_are_found_by_their_words_and_the_title_of_their_theme() -> None:
    assert find_prompts(ALL, "tea", titles=TITLES) == (PLAIN,)
    assert find_prompts(ALL, "real idea", titles=TITLES) == (OWN,)
    assert find_prompts(ALL, titles={}, theme="yes") == (OWN, CHANGED)
    assert find_prompts(ALL, "xyzzy", titles={}) == ()
