"""The next question: fair to all themes, close to what was logged, never the same one soon."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from caregiver_journal.domain.choosing import RESTS, THEME_RESTS, Choice, Known, choose, fitting
from caregiver_journal.domain.prompt import Prompt, Sign, Theme

TODAY = date(2026, 11, 20)
THEMES = (
    Theme("yes", "The real yes", after=frozenset({Sign.AGREED})),
    Theme("close", "Closeness", after=frozenset({Sign.LOW_BELONGING})),
    Theme("needs", "Needs", after=frozenset({Sign.HEAVY_LOAD})),
    Theme("plain", "Plain"),
)
PROMPTS = tuple(
    Prompt(f"{theme.id}.{number}", theme.id, "What now?", is_deeper=number == 3)
    for theme in THEMES
    for number in range(4)
)
NOTHING = Known(PROMPTS, THEMES, {}, {}, TODAY)


def pick(known: Known, theme: str = "", *, with_deeper: bool = False) -> Choice:
    choice = choose(known, theme, with_deeper=with_deeper)
    assert choice is not None
    return choice


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def live(known: Known, days: int) -> list[str]:
    """Return what is asked on so many days, one a day."""
    asked = []
    for _day in range(days):
        prompt = pick(known).prompt
        asked.append(prompt.id)
        seen = {**known.seen, prompt.id: known.today}
        known = replace(known, seen=seen, today=known.today + timedelta(days=1))
    return asked


def themes_of(asked: Sequence[str]) -> list[str]:
    return [each.partition(".")[0] for each in asked]


def test_the_same_day_gives_the_same_question() -> None:
    assert choose(NOTHING) == choose(NOTHING)
    assert pick(NOTHING).sign is None


def test_all_themes_get_their_turn() -> None:
    asked = live(NOTHING, 12)
    assert len(set(asked)) == 12
    assert set(Counter(themes_of(asked)).values()) == {3}
    assert all(len(set(themes_of(asked[at : at + 4]))) == 4 for at in (0, 4, 8))


def test_another_day_begins_with_another_theme() -> None:
    days = [replace(NOTHING, today=ago(days)) for days in range(3)]
    assert len({pick(known).theme.id for known in days}) == 3


def test_a_theme_of_a_moment_does_not_begin_where_none_was_logged() -> None:
    begun = {pick(replace(NOTHING, today=ago(days))).theme.id for days in range(8)}
    assert begun == {"close", "needs", "plain"}
    assert themes_of(live(NOTHING, 4))[-1] == "yes", "and has its turn all the same"


def test_the_best_of_a_theme_comes_first_then_in_order() -> None:
    only = replace(NOTHING, themes=THEMES[:1])
    assert live(only, 3) == ["yes.0", "yes.1", "yes.2"]


@pytest.mark.parametrize(
    ("signs", "theme"),
    [
        ({Sign.AGREED: TODAY}, "yes"),
        ({Sign.LOW_BELONGING: TODAY}, "close"),
        ({Sign.HEAVY_LOAD: TODAY, Sign.AGREED: TODAY}, "needs"),
    ],
)
def test_what_fits_the_foremost_sign_comes_first(signs: dict[Sign, date], theme: str) -> None:
    choice = pick(replace(NOTHING, signs=signs))
    assert (choice.theme.id, choice.sign) == (theme, next(iter(signs)))


def test_a_sign_that_lasts_does_not_ask_about_the_same_day_after_day() -> None:
    always = replace(NOTHING, signs={Sign.AGREED: TODAY})
    turns = [at for at, theme in enumerate(themes_of(live(always, 9))) if theme == "yes"]
    assert turns == [0, THEME_RESTS.days + 1, 2 * THEME_RESTS.days + 2]


def test_a_sign_that_no_theme_fits_changes_nothing() -> None:
    assert choose(replace(NOTHING, signs={Sign.GOOD_DAY: TODAY})) == choose(NOTHING)
    assert fitting(THEMES[0], {Sign.GOOD_DAY: TODAY}) is None


def test_nothing_comes_again_within_thirty_days() -> None:
    seen = {prompt.id: ago(RESTS.days) for prompt in PROMPTS}
    assert choose(replace(NOTHING, seen=seen)) is None
    seen["needs.2"] = ago(RESTS.days + 1)
    assert pick(replace(NOTHING, seen=seen)).prompt.id == "needs.2"


def test_when_all_were_seen_the_one_longest_ago_comes_first() -> None:
    seen = {prompt.id: ago(100) for prompt in PROMPTS} | {"close.1": ago(200), "close.2": ago(300)}
    assert pick(replace(NOTHING, seen=seen), "close").prompt.id == "close.2"


def test_in_a_theme_that_is_asked_for_something_seen_lately_may_come_again() -> None:
    seen = {prompt.id: ago(5) for prompt in PROMPTS} | {"yes.1": ago(9), "yes.0": TODAY}
    known = replace(NOTHING, seen=seen)
    assert choose(known) is None
    assert pick(known, "yes").prompt.id == "yes.1"
    today = {prompt.id: TODAY for prompt in PROMPTS}
    assert choose(replace(NOTHING, seen=today), "yes") is None


def test_deeper_ones_come_only_where_they_are_asked_for() -> None:
    only = replace(NOTHING, prompts=[one for one in PROMPTS if one.is_deeper])
    assert choose(only) is None
    assert choose(only, "yes") is None
    assert pick(only, "yes", with_deeper=True).prompt.id == "yes.3"


def test_what_is_hidden_is_never_chosen() -> None:
    hidden = [replace(one, is_hidden=one.id != "plain.1") for one in PROMPTS]
    assert pick(replace(NOTHING, prompts=hidden)).prompt.id == "plain.1"
    no_plain = (*THEMES[:3], replace(THEMES[3], is_hidden=True))
    assert choose(replace(NOTHING, prompts=hidden, themes=no_plain)) is None
    assert choose(replace(NOTHING, themes=no_plain), "plain") is None
