"""What was logged lately becomes signs, each for few days, and a sentence says so."""

from datetime import date, timedelta

import pytest

from caregiver_journal.domain.boundary import Answer
from caregiver_journal.domain.lately import WHY, Answered, Felt, Lately, read_signs, say_why
from caregiver_journal.domain.prompt import Sign

TODAY = date(2026, 11, 20)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def signs(
    *answered: Answered, felt: tuple[Felt, ...] = (), loads: tuple[tuple[date, int], ...] = ()
) -> dict[Sign, date]:
    return dict(read_signs(Lately(answered, felt, loads), TODAY))


def test_nothing_logged_is_no_sign() -> None:
    assert signs() == {}


def test_moments_count_for_three_days() -> None:
    assert signs(Answered(ago(3), Answer.AGAINST)) == {Sign.AGREED: ago(3)}
    assert signs(Answered(ago(4), Answer.AGAINST)) == {}
    assert signs(Answered(ago(-1), Answer.AGAINST)) == {}
    assert signs(Answered(ago(3), Answer.NO), Answered(ago(1), Answer.NO)) == {Sign.SAID_NO: ago(1)}
    assert signs(Answered(TODAY, Answer.GLADLY)) == {}


def test_guilt_counts_from_five_on() -> None:
    assert signs(Answered(TODAY, Answer.PARTLY, 5)) == {Sign.GUILT: TODAY}
    assert signs(Answered(TODAY, Answer.PARTLY, 4)) == {}
    assert signs(Answered(TODAY, Answer.PARTLY)) == {}


def test_belonging_counts_up_to_three() -> None:
    assert signs(felt=(Felt(ago(3), 3, 3),)) == {Sign.LOW_BELONGING: ago(3)}
    assert signs(felt=(Felt(ago(1), 3, 4), Felt(ago(4), 3, 0), Felt(ago(2), 3))) == {}


def test_a_load_counts_from_eight_on_yesterday_and_today() -> None:
    assert signs(loads=((ago(1), 8), (TODAY, 7))) == {Sign.HEAVY_LOAD: ago(1)}
    assert signs(loads=((ago(2), 10), (ago(-1), 10))) == {}


@pytest.mark.parametrize(
    ("felt", "found"),
    [
        ((Felt(TODAY, 2),), {Sign.LOW_MOOD: TODAY}),
        ((Felt(TODAY, 2), Felt(TODAY, 3)), {}),
        ((Felt(ago(1), 3), Felt(ago(1), 5)), {Sign.GOOD_DAY: ago(1)}),
        ((Felt(ago(1), 1), Felt(TODAY, 3)), {}),
        ((Felt(ago(1), 1), Felt(TODAY, 5)), {Sign.GOOD_DAY: TODAY}),
        ((Felt(ago(2), 1),), {}),
    ],
)
def test_the_last_day_with_a_mood_says_how_it_was(
    felt: tuple[Felt, ...], found: dict[Sign, date]
) -> None:
    assert signs(felt=felt) == found


def test_what_one_did_comes_before_how_one_was() -> None:
    found = signs(
        Answered(TODAY, Answer.NO, 9),
        Answered(TODAY, Answer.AGAINST),
        felt=(Felt(TODAY, 1, 0),),
        loads=((TODAY, 10),),
    )
    assert list(found) == [
        Sign.AGREED,
        Sign.GUILT,
        Sign.SAID_NO,
        Sign.LOW_BELONGING,
        Sign.HEAVY_LOAD,
        Sign.LOW_MOOD,
    ]


def test_a_sentence_says_why_and_when() -> None:
    assert say_why(Sign.SAID_NO, TODAY, TODAY) == "You said no to something today."
    assert say_why(Sign.SAID_NO, ago(1), TODAY) == "You said no to something yesterday."
    assert say_why(Sign.SAID_NO, ago(3), TODAY) == "You said no to something on Tuesday."
    assert say_why(None, TODAY, TODAY) == "One question for today."
    assert set(WHY) == set(Sign)
