"""Each setting has a default that fits, keeps what it is set to, and survives nonsense."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.vaults import quick

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.preference import (
    ASK_AGAIN,
    AUTO_LOCK,
    BACKUP_PLACE,
    CODE_CONFIRMED,
    COVER_SECONDS,
    LOOK,
    LOOK_BACK_DAY,
    MOTION,
    PACE_IN,
    PACE_OUT,
    PACER,
    PREFERENCES,
    START_OF_DAY,
    SUMMARY_NAME,
    SUMMARY_PAPER,
    SUPPORT_CHECKED,
    SUPPORT_COUNTRY,
    TEXT_SIZE,
    TREND_CARDS,
    Preference,
    Value,
    check_value,
    read_value,
    words_for,
    write_value,
)

every = pytest.mark.parametrize("preference", PREFERENCES, ids=lambda each: each.name)
FREE = (
    SUPPORT_COUNTRY,
    SUPPORT_CHECKED,
    TREND_CARDS,
    SUMMARY_NAME,
    SUMMARY_PAPER,
    BACKUP_PLACE,
)
free = pytest.mark.parametrize("preference", FREE)
bound = pytest.mark.parametrize(
    "preference",
    [each for each in PREFERENCES if each not in FREE],
    ids=lambda each: each.name,
)
values = st.one_of(
    st.sampled_from([value for each in PREFERENCES for value, _words in each.choices]),
    st.text(max_size=9),
    st.integers(),
    st.booleans(),
    st.times(),
)


def allowed(preference: Preference) -> list[Value]:
    """Return the values a setting may take."""
    if preference.choices:
        return [value for value, _words in preference.choices]
    assert isinstance(preference.default, bool)
    return [True, False]


def test_names_are_stored_so_they_differ_and_never_change() -> None:
    assert [preference.name for preference in PREFERENCES] == [
        "look",
        "text_size",
        "motion",
        "start_of_day",
        "ask_again",
        "look_back_day",
        "pacer",
        "pace_in",
        "pace_out",
        "auto_lock_minutes",
        "cover_seconds",
        "hide_from_capture",
        "code_confirmed",
        "support_before_unlock",
        "support_country",
        "support_checked",
        "backup_place",
        "trend_cards",
        "summary_name",
        "summary_paper",
    ]


def test_what_holds_while_nothing_was_chosen() -> None:
    assert [preference.default for preference in PREFERENCES] == [
        "system",
        100,
        "system",
        time(4),
        "tomorrow",
        "sunday",
        "steps",
        4,
        6,
        5,
        30,
        True,
        False,
        False,
        "",
        "",
        "",
        "",
        "",
        "",
    ]


def test_what_may_be_chosen() -> None:
    assert allowed(LOOK) == ["system", "light", "dark", "high_contrast"]
    assert allowed(TEXT_SIZE) == [90, 100, 110, 125, 150, 175, 200]
    assert allowed(START_OF_DAY) == [time(hour) for hour in range(13)]
    assert allowed(AUTO_LOCK) == [1, 2, 5, 10, 30, 60]
    assert allowed(COVER_SECONDS) == [10, 30, 60, 120]
    assert allowed(MOTION) == ["system", "still"]
    assert allowed(PACER) == ["steps", "always", "off"]
    assert allowed(PACE_IN) == [3, 4, 5, 6]
    assert allowed(PACE_OUT) == [3, 4, 5, 6, 7, 8, 9, 10]
    assert allowed(ASK_AGAIN) == ["tomorrow", "in_3_days", "never"]
    assert allowed(LOOK_BACK_DAY)[:3] == ["off", "monday", "tuesday"]
    assert allowed(LOOK_BACK_DAY)[-1] == "sunday"


def test_each_choice_has_its_words() -> None:
    assert words_for(COVER_SECONDS, 10) == "after 10 seconds"
    assert words_for(LOOK, "dark") == "Dark"


@every
def test_a_setting_says_what_it_is_and_does(preference: Preference) -> None:
    assert preference.title
    assert preference.effect.endswith(".")
    assert all(words for _value, words in preference.choices)


@every
def test_a_default_passes_its_own_check(preference: Preference) -> None:
    assert check_value(preference, preference.default) == preference.default


@bound
def test_whatever_it_may_be_set_to_reads_back(preference: Preference) -> None:
    for value in allowed(preference):
        written = write_value(check_value(preference, value))
        assert read_value(preference, written) == value
        assert type(read_value(preference, written)) is type(preference.default)


@bound
@quick
@given(text=st.text())
def test_nonsense_reads_as_the_default(preference: Preference, text: str) -> None:
    known = {write_value(value) for value in allowed(preference)}
    value = read_value(preference, text)
    assert value == preference.default or write_value(value) in known


@bound
@quick
@given(value=values)
def test_only_what_may_be_chosen_is_accepted(preference: Preference, value: Value) -> None:
    if any(value == each and type(value) is type(each) for each in allowed(preference)):
        assert check_value(preference, value) is value
    else:
        with pytest.raises(InvalidValueError) as refused:
            check_value(preference, value)
        assert refused.value.field == preference.name


@free
@quick
@given(text=st.text())
def test_a_free_text_reads_back_as_it_is(preference: Preference, text: str) -> None:
    assert read_value(preference, write_value(check_value(preference, text))) == text


@pytest.mark.parametrize(
    ("preference", "text"),
    [
        (LOOK, "neon"),
        (TEXT_SIZE, "112"),
        (TEXT_SIZE, "100 %"),
        (START_OF_DAY, "13:00"),
        (START_OF_DAY, "04:30"),
        (START_OF_DAY, "four"),
        (AUTO_LOCK, "0"),
        (CODE_CONFIRMED, "True"),
        (CODE_CONFIRMED, ""),
    ],
)
def test_a_stored_text_that_no_choice_was_written_as_is_the_default(
    preference: Preference, text: str
) -> None:
    assert read_value(preference, text) == preference.default


def test_values_are_stored_in_a_form_that_never_changes() -> None:
    assert write_value(time(4)) == "04:00"
    assert (write_value(True), write_value(False)) == ("yes", "no")
    assert (write_value(110), write_value("dark")) == ("110", "dark")
