"""A questionnaire waits to be filled in again when so many days have gone by; it never pushes."""

import pytest
from support.clock import FixedClock
from support.measuring import fill_in
from support.trends import TODAY, ago

from caregiver_journal.domain.pause import Pause
from caregiver_journal.domain.preference import CODE_CONFIRMED, LOOK_BACK_DAY
from caregiver_journal.domain.waiting import Later, Waiting
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.measure_waiting import MEASURE_FORM, begun_title
from caregiver_journal.journal.measuring import hide_instrument, set_repeat
from caregiver_journal.journal.pausing import begin_pause
from caregiver_journal.journal.waiting import put_off, read_waiting


@pytest.fixture
def quiet(journal: Journal) -> Journal:
    """A journal in which nothing else waits."""
    journal.set(LOOK_BACK_DAY, "off")
    journal.set(CODE_CONFIRMED, True)
    return journal


def titles(journal: Journal) -> list[str]:
    return [waiting.title for waiting in read_waiting(journal)]


def test_it_waits_from_the_day_on_and_says_when_it_was_filled_in(
    quiet: Journal, clock: FixedClock
) -> None:
    fill_in(quiet, ago(27), "phq-9")
    set_repeat(quiet, "phq-9", 28)
    assert read_waiting(quiet) == ()
    clock.advance(days=1)
    assert read_waiting(quiet) == (
        Waiting(
            name=f"measure:phq-9:{ago(27).isoformat()}",
            title="PHQ-9",
            sentence="Last filled in 28 days ago. It can wait.",
            action="Fill it in",
            section="measure",
            part="instrument:phq-9",
        ),
    )
    fill_in(quiet, ago(0), "phq-9")
    assert read_waiting(quiet) == ()


def test_one_day_is_one_day(quiet: Journal) -> None:
    fill_in(quiet, ago(1), "phq-9")
    set_repeat(quiet, "phq-9", 1)
    (waiting,) = read_waiting(quiet)
    assert waiting.sentence == "Last filled in 1 day ago. It can wait."


def test_only_what_is_wanted_and_was_filled_in_once_waits(quiet: Journal) -> None:
    fill_in(quiet, ago(90), "who-5", 48)
    set_repeat(quiet, "phq-9", 28)
    hide_instrument(quiet, "gad-7", hidden=True)
    assert titles(quiet) == []
    fill_in(quiet, ago(90), "phq-9")
    assert titles(quiet) == ["PHQ-9"]


def test_a_hidden_one_a_begun_one_and_a_pause_do_not_ask(quiet: Journal) -> None:
    fill_in(quiet, ago(90), "phq-9")
    set_repeat(quiet, "phq-9", 28)
    show = hide_instrument(quiet, "phq-9", hidden=True)
    assert titles(quiet) == []
    show()
    quiet.save_draft(MEASURE_FORM, {"instrument:phq-9": {"answers": "0"}})
    (begun,) = read_waiting(quiet)
    assert begun.title == "PHQ-9, not finished"
    assert (begun.section, begun.part) == ("measure", "instrument:phq-9")
    quiet.save_draft(MEASURE_FORM, {})
    assert titles(quiet) == ["PHQ-9"]
    begin_pause(quiet, Pause(TODAY))
    assert titles(quiet) == []


def test_it_is_put_off_like_everything_else(quiet: Journal, clock: FixedClock) -> None:
    fill_in(quiet, ago(90), "phq-9")
    set_repeat(quiet, "phq-9", 28)
    (waiting,) = read_waiting(quiet)
    bring_back = put_off(quiet, waiting.name, Later.NEXT_WEEK)
    assert titles(quiet) == []
    bring_back()
    put_off(quiet, waiting.name, Later.FOR_GOOD)
    clock.advance(days=300)
    assert titles(quiet) == []
    fill_in(quiet, TODAY, "phq-9")
    clock.advance(days=28)
    assert titles(quiet) == ["PHQ-9"], "what was put off for good was that one time"


def test_a_questionnaire_that_is_begun_and_gone_is_called_as_any(journal: Journal) -> None:
    assert begun_title(journal, "instrument:phq-9") == "PHQ-9, not finished"
    assert begun_title(journal, "instrument:own.gone") == ""
    assert begun_title(journal, "new") == ""
