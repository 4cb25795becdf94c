"""A boundary moment holds what was asked and done, and as much more as one cares to say."""

from dataclasses import FrozenInstanceError, fields, replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from support.builders import a_boundary, an_entry
from support.clock import START
from support.strategies import boundaries
from support.vaults import quick

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.boundary import (
    ANSWER_WORDS,
    LIMIT_WORDS,
    MAX_LABEL,
    MAX_PULLS,
    PULL_WORDS,
    RELATIONSHIP_WORDS,
    TEXTS,
    WANTED_WORDS,
    Answer,
    Boundary,
    FollowUp,
    Relationship,
    Wanted,
    answer_word,
    clean_label,
    clean_pulls,
    say_label,
    say_limit,
)
from caregiver_journal.domain.entry import check_entry

DAY = START.date()


@pytest.mark.parametrize("answer", Answer)
def test_what_was_asked_and_one_answer_are_enough(answer: Answer) -> None:
    boundary = Boundary("Stay an hour longer", answer)
    assert (boundary.asked, boundary.answer) == ("Stay an hour longer", answer)
    rest = [each.name for each in fields(boundary) if each.name not in ("asked", "answer")]
    assert not any(getattr(boundary, name) for name in rest)


def test_missing_is_missing_and_zero_is_said() -> None:
    assert a_boundary().guilt is None
    assert a_boundary(guilt=0, minutes=0, belief=0).guilt == 0


@pytest.mark.parametrize("asked", ["", "  \n ", "\x07"])
def test_a_moment_without_what_was_asked_is_refused(asked: str) -> None:
    with pytest.raises(InvalidValueError, match="few words") as refused:
        a_boundary(asked)
    assert refused.value.field == "asked"


@pytest.mark.parametrize("part", ["guilt_before", "guilt", "resentment", "energy"])
@pytest.mark.parametrize("value", [-1, 11, 2.5, True])
def test_tens_outside_their_range_are_refused(part: str, value: Any) -> None:
    with pytest.raises(InvalidValueError, match="0 to 10") as refused:
        a_boundary(**{part: value})
    assert refused.value.field == part


@pytest.mark.parametrize("part", ["belief", "came_true"])
@pytest.mark.parametrize("value", [-1, 101, 50.0])
def test_per_cent_outside_their_range_are_refused(part: str, value: Any) -> None:
    with pytest.raises(InvalidValueError, match="0 to 100") as refused:
        a_boundary(**{part: value})
    assert refused.value.field == part


@pytest.mark.parametrize("minutes", [-1, 10_081])
def test_a_cost_of_more_than_a_week_is_refused(minutes: int) -> None:
    with pytest.raises(InvalidValueError, match="up to a week") as refused:
        a_boundary(minutes=minutes)
    assert refused.value.field == "minutes"
    assert a_boundary(minutes=10_080).minutes == 10_080


@pytest.mark.parametrize("part", ["asker", "setting", "limit", "pulls"])
def test_a_label_too_long_is_refused_and_not_cut(part: str) -> None:
    long = "x" * (MAX_LABEL + 1)
    label: Any = (long,) if part == "pulls" else long
    with pytest.raises(InvalidValueError, match="at most 60") as refused:
        a_boundary(**{part: label})
    assert refused.value.field == part
    assert clean_label(f"  {long[1:]}\n", part) == long[1:]


def test_pulls_keep_their_order_and_come_once() -> None:
    assert a_boundary(pulls=("guilt", " my  mother ", "", "guilt")).pulls == ("guilt", "my mother")
    most = tuple(str(number) for number in range(MAX_PULLS))
    assert clean_pulls((*most, *most)) == most
    with pytest.raises(InvalidValueError, match="12 are the most") as refused:
        clean_pulls((*most, "one more"))
    assert refused.value.field == "pulls"


def test_a_label_is_said_in_the_programs_words_or_the_persons() -> None:
    assert say_label(LIMIT_WORDS, "role") == "Role and scope"
    assert say_label(PULL_WORDS, "my mother") == "my mother"
    assert say_label(LIMIT_WORDS, "") == ""


def test_every_choice_has_words_of_its_own() -> None:
    assert set(ANSWER_WORDS) == set(Answer)
    assert set(WANTED_WORDS) == set(Wanted)
    assert set(RELATIONSHIP_WORDS) == set(Relationship)
    assert len({answer_word(answer) for answer in Answer}) == len(Answer)


@quick
@given(boundaries)
def test_what_was_cleaned_stays_as_it_is(boundary: Boundary) -> None:
    again = Boundary(**{each.name: getattr(boundary, each.name) for each in fields(boundary)})
    assert again == boundary
    assert all(getattr(boundary, part) == getattr(boundary, part).strip() for part in TEXTS)


def test_words_do_not_show_where_a_moment_is_printed() -> None:
    secret = "Wendelmuth"
    parts: dict[str, Any] = dict.fromkeys((*TEXTS, "asker", "setting", "limit"), secret)
    assert secret not in repr(Boundary(answer=Answer.NO, pulls=(secret,), **parts))


def test_a_moment_is_never_changed_in_place() -> None:
    with pytest.raises(FrozenInstanceError):
        a_boundary().guilt = 3  # type: ignore[misc]


# --- asking again ---------------------------------------------------------------------------------


def test_a_follow_up_is_open_until_it_is_answered_or_not_wanted() -> None:
    assert FollowUp(DAY).is_open
    assert not FollowUp(DAY, START).is_open
    assert not FollowUp(DAY, is_off=True).is_open


def test_guilt_later_is_what_was_said_last() -> None:
    follow_ups = (FollowUp(DAY, START, 6), FollowUp(DAY, START, 2), FollowUp(DAY, START))
    assert a_boundary(follow_ups=follow_ups).guilt_later == 2
    assert a_boundary(follow_ups=(FollowUp(DAY),)).guilt_later is None


@pytest.mark.parametrize("guilt", [-1, 11])
def test_guilt_asked_again_keeps_its_range(guilt: int) -> None:
    with pytest.raises(InvalidValueError, match="0 to 10"):
        FollowUp(DAY, START, guilt)


def test_an_answer_needs_its_zone() -> None:
    with pytest.raises(InvalidValueError, match="zone"):
        FollowUp(DAY, datetime(2026, 11, 21, 9, 0))  # noqa: DTZ001 - that is the point


def test_asking_again_comes_after_the_moment() -> None:
    on_time = FollowUp(DAY, START + timedelta(hours=1), 3)
    assert an_entry(mood=a_boundary(follow_ups=(on_time,))).detail == a_boundary(
        follow_ups=(on_time,)
    )
    for early in (FollowUp(DAY - timedelta(days=1)), FollowUp(DAY, START - timedelta(minutes=1))):
        with pytest.raises(InvalidValueError, match="after the moment") as refused:
            an_entry(mood=a_boundary(follow_ups=(early,)))
        assert refused.value.field == "follow_ups"


def test_what_a_damaged_file_made_of_it_can_still_be_read() -> None:
    early = FollowUp(DAY - timedelta(days=1))
    entry = replace(an_entry(mood=a_boundary()), detail=a_boundary(follow_ups=(early,)))
    assert entry.detail == a_boundary(follow_ups=(early,))
    with pytest.raises(InvalidValueError):
        check_entry(entry)


def test_an_entry_has_one_limit_for_all_its_words() -> None:
    third = "x" * 333_000
    whole = an_entry(third, mood=a_boundary(feared=third, words=third))
    assert len(whole.note) == 333_000
    with pytest.raises(InvalidValueError, match="1065634 characters, at most 1000000 fit"):
        an_entry(third, mood=a_boundary("y" * 66_634, feared=third, words=third))


def test_a_moment_of_a_night_may_be_asked_about_on_the_date_it_ended() -> None:
    night = START.replace(day=21, hour=1)
    entry = an_entry(at=night, mood=a_boundary(follow_ups=(FollowUp(date(2026, 11, 20)),)))
    assert entry.day == date(2026, 11, 20)


def test_a_kind_of_limit_is_said_also_where_there_is_none() -> None:
    assert say_limit("role") == "Role and scope"
    assert say_limit("my evenings") == "my evenings"
    assert say_limit("") == "No kind said"
