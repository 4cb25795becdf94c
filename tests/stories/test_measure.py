"""Filling in questionnaires from paper, as somebody does it who has the form beside them."""

import pytest
from support.driver import Driver
from support.looking import keyboard, settle
from support.measuring import a_scale, answer, fill_in
from support.trends import ago

from caregiver_journal.domain.measure import Measure
from caregiver_journal.domain.own_scale import make_own_scale
from caregiver_journal.journal.instruments import find_shipped
from caregiver_journal.journal.measuring import add_own, change_own
from caregiver_journal.ui.page import Destination


def go_to_measures(person: Driver) -> None:
    """Go to the questionnaires as one goes to any page."""
    person.keys("Ctrl+K")
    person.type_here("Measures")
    person.keys("Return")
    person.wait_for_page("measures")
    settle()


def open_form(person: Driver, instrument: str) -> None:
    """Open the form for a questionnaire."""
    follow(person, Destination("measure", part=f"instrument:{instrument}"))


def follow(person: Driver, destination: Destination) -> None:
    """Go where a link of another page leads."""
    shell = person.window.shell
    assert shell is not None
    shell.follow(destination)
    settle()


def measures(person: Driver) -> list[Measure]:
    """Return the questionnaires that were filled in, newest first."""
    entries, _after = person.journal.entries.page(None, 20)
    return [entry.detail for entry in entries if isinstance(entry.detail, Measure)]


def type_answers(person: Driver, instrument: str, numbers: str) -> None:
    """Type the numbers that are on the paper, and save."""
    open_form(person, instrument)
    person.keys(*numbers)
    person.keys("Ctrl+Return")
    settle()


def test_a_sheet_by_keyboard_alone_and_four_weeks_later_once_more(writer: Driver) -> None:
    go_to_measures(writer)
    assert keyboard().accessibleName() == "Fill in: PHQ-9"
    writer.keys("Space")
    settle()
    assert writer.page() == "measure"
    assert keyboard().accessibleName() == "Item 1, not answered"
    assert any("Its questions are not in this program" in text for text in writer.seen_texts())
    writer.keys(*"2213")
    assert writer.text("measure.count") == "4 of 9 answered"
    writer.keys("Backspace")
    assert keyboard().accessibleName() == "Item 4, not answered"
    writer.keys(*"222110")
    assert writer.text("measure.count") == "9 of 9 answered"
    writer.keys("Ctrl+Return")
    settle()
    assert writer.text("measure.result.1.value") == "13"
    assert "A questionnaire is a conversation starter, not a diagnosis." in writer.seen_texts()
    assert not writer.sees("measure.result.1.since_last")
    assert keyboard().accessibleName() == "Done"
    writer.keys("Space")
    assert writer.page() == "measures"
    assert "13 (0–27)" in writer.text("measures.row.phq-9.scores")
    writer.clock.advance(days=28)
    type_answers(writer, "phq-9", "111111100")
    assert writer.text("measure.result.1.value") == "7"
    assert "6 points lower" in writer.text("measure.result.1.since_last")
    assert writer.text("measure.result.1.since_last.chance").startswith("Larger than chance")
    assert writer.text("measure.result.1.since_last.noticing").startswith("Worth noticing")
    assert "second severity line" not in " ".join(writer.seen_texts())
    writer.keys("Ctrl+Z")
    settle()
    assert [measure.scores[0].value for measure in measures(writer)] == [13]


def test_a_total_is_checked_beside_its_field(writer: Driver) -> None:
    open_form(writer, "cbi")
    writer.press("measure.way.total")
    writer.type_into("measure.total.1", "412")
    writer.press("measure.save")
    assert "between 0 and 100" in writer.text("measure.total.1.problem")
    assert measures(writer) == []
    writer.type_into("measure.total.1", "41,7")
    assert not writer.sees("measure.total.1.problem")
    writer.press("measure.save")
    (measure,) = measures(writer)
    assert measure.is_total
    assert [(score.scale, score.value) for score in measure.scores] == [("personal", 41.7)]


@pytest.mark.parametrize("coding", ["agree-1", "agree-4"])
def test_the_other_end_of_the_paper_form_counts_the_other_way(writer: Driver, coding: str) -> None:
    open_form(writer, "olbi")
    assert not writer.sees("measure.item.1")
    writer.press("measure.save")
    assert writer.text("measure.answers.problem") == "Say first how your paper form is coded."
    writer.press(f"measure.coding.{coding}")
    settle()
    turned = find_shipped("olbi").form(coding).reversed
    lowest = ["4" if item in turned else "1" for item in range(1, 17)]
    writer.keys(*lowest)
    writer.keys("Ctrl+Return")
    settle()
    (measure,) = measures(writer)
    assert measure.form == coding
    assert {found.value for found in measure.scores} == {1.0}


def test_an_answer_about_harm_shows_the_support_card_first(writer: Driver) -> None:
    type_answers(writer, "phq-9", "000000001")
    settle()
    assert writer.sees("support_sheet")
    assert not writer.sees("measure.result")
    assert any(text.startswith("Nobody sees what you write here") for text in writer.seen_texts())
    writer.press("support_sheet.close")
    settle()
    assert not writer.sees("support_sheet")
    assert writer.text("measure.result.1.value") == "1"
    assert keyboard().accessibleName() == "Done"
    (measure,) = measures(writer)
    assert measure.answers[-1] == (9, 1)
    writer.keys("Esc")
    type_answers(writer, "phq-9", "333333330")
    assert not writer.sees("support_sheet")


def test_a_total_that_holds_such_an_answer_shows_the_support_card_first(writer: Driver) -> None:
    open_form(writer, "gad-7")
    writer.press("measure.way.total")
    assert not writer.sees("measure.support")
    open_form(writer, "phq-9")
    writer.press("measure.way.total")
    assert writer.text("measure.support") == "The Support card is one key away: F8."
    writer.type_into("measure.total.1", "25")
    writer.keys("Ctrl+Return")
    settle()
    assert writer.sees("support_sheet")
    writer.press("support_sheet.close")
    settle()
    assert writer.text("measure.result.1.value") == "25"


def test_what_is_missing_is_said_and_the_rest_is_kept(writer: Driver) -> None:
    type_answers(writer, "cbi", "0" * 6 + "25" + "0" * 2)
    assert writer.text("measure.result.1.value") == "0"
    assert writer.text("measure.result.2.left_out") == "3 of 7 answered; at least 4 are needed."
    (measure,) = measures(writer)
    assert len(measure.answers) == 9
    writer.press("measure.result.change")
    settle()
    assert writer.text("measure.count") == "9 of 19 answered"
    assert keyboard().accessibleName() == "W4, not answered"
    writer.keys(*"50")
    writer.keys("Ctrl+Return")
    settle()
    assert writer.text("measure.result.2.value") == "18.75"
    assert len(measures(writer)) == 1


def test_a_sheet_that_is_half_filled_survives_a_lock(writer: Driver) -> None:
    open_form(writer, "gad-7")
    writer.keys(*"012")
    writer.keys("Ctrl+L")
    writer.unlock()
    open_form(writer, "gad-7")
    assert writer.text("measure.count") == "3 of 7 answered"
    assert keyboard().accessibleName() == "Item 4, not answered"
    writer.type_into("measure.note", "In the bus.")
    writer.keys("Esc")
    open_form(writer, "phq-9")
    assert writer.text("measure.count") == "0 of 9 answered"
    open_form(writer, "gad-7")
    assert writer.text("measure.note") == "In the bus."


def test_a_questionnaire_is_hidden_and_comes_back(writer: Driver) -> None:
    go_to_measures(writer)
    writer.press("measures.row.phq-9.more")
    writer.press("measures.do.hide")
    settle()
    assert not writer.sees("measures.row.phq-9")
    assert keyboard().accessibleName() == "Fill in: PHQ-8"
    writer.press("measures.show_hidden")
    writer.press("measures.row.phq-9.action")
    settle()
    assert writer.sees("measures.row.phq-9")
    assert not writer.sees("measures.show_hidden")


def test_a_questionnaire_is_asked_again_and_says_what_it_is(writer: Driver) -> None:
    go_to_measures(writer)
    writer.press("measures.row.who-5.more")
    writer.press("measures.do.repeat")
    settle()
    writer.press("measures.repeat.choice.14")
    writer.press("measures.repeat.done")
    settle()
    assert keyboard().objectName() == "measures.row.who-5.more"
    assert writer.text("measures.row.who-5.line").endswith("asked again every 2 weeks")
    writer.press("measures.row.who-5.more")
    writer.press("measures.do.facts")
    settle()
    assert any("0 to 100" in text for text in writer.seen_texts())
    assert any(text.startswith("50 or less") for text in writer.seen_texts())
    writer.press("measures.facts.done")
    settle()
    assert keyboard().objectName() == "measures.row.who-5.more"


def test_what_was_filled_in_stays_when_its_scale_goes(writer: Driver) -> None:
    items = ("I left on time.", "I said what I wanted.")
    own = add_own(writer.journal, make_own_scale("My week", items, (0, 10))).id
    open_form(writer, own)
    assert keyboard().accessibleName() == "I left on time., not answered"
    writer.keys(*"107")
    writer.keys("Ctrl+Return")
    settle()
    assert writer.text("measure.result.1.value") == "8.5"
    writer.press("measure.result.done")
    open_form(writer, own)
    writer.keys("3")
    go_to_measures(writer)
    writer.press(f"measures.row.{own}.more")
    settle()
    writer.press("measures.do.delete")
    settle()
    assert "8.5" in writer.text(f"measures.row.{own}.scores")
    assert not writer.sees(f"measures.row.{own}.action")
    open_form(writer, own)
    assert writer.text("measure.gone").startswith("This questionnaire is not here any more.")
    writer.press("measure.save")
    assert "not there any more" in writer.text("measure.problem")
    writer.press("measure.cancel")
    (entry,), _after = writer.journal.entries.page(None, 5)
    follow(writer, Destination("measure", entry.id))
    assert "Score: 8.5" in writer.text("measure.gone")
    writer.type_into("measure.note", "A long one.")
    writer.press("measure.save")
    settle()
    assert writer.text("measure.result.1.value") == "8.5"
    assert writer.journal.entries.get(entry.id).note == "A long one."


@pytest.mark.parametrize("is_total", [False, True])
def test_what_does_not_fit_its_scale_any_more_is_shown_and_stays(
    writer: Driver, is_total: bool
) -> None:
    own = add_own(writer.journal, a_scale(codes=(0, 3)))
    if is_total:
        entry = fill_in(writer.journal, ago(2), own.id, 2.5)
    else:
        entry = answer(writer.journal, ago(2), own.id, 3, 2, 3)
    change_own(writer.journal, a_scale(codes=(0, 1), scale_id=own.id))
    before = writer.journal.entries.get(entry.id).detail
    follow(writer, Destination("measure", entry.id))
    assert "was changed after it was filled in here" in writer.text("measure.gone")
    assert ("2.5 (0–3)" if is_total else "1: 3, 2: 2, 3: 3") in writer.text("measure.gone")
    assert not writer.sees("measure.item.1")
    assert not writer.sees("measure.total.1")
    assert keyboard().objectName() == "measure.note"
    writer.type_into("measure.note", "After the holiday.")
    writer.keys("Ctrl+Return")
    settle()
    after = writer.journal.entries.get(entry.id)
    assert (after.detail, after.note) == (before, "After the holiday.")
    change_own(writer.journal, a_scale(codes=(0, 3), scale_id=own.id))
    follow(writer, Destination("measure", entry.id))
    assert not writer.sees("measure.gone"), "once it fits again it can be filled in again"


def test_a_result_that_is_taken_back_leads_away(writer: Driver) -> None:
    go_to_measures(writer)
    type_answers(writer, "ucla-3", "222")
    assert writer.text("measure.result.1.value") == "6"
    writer.keys("Ctrl+Z")
    settle()
    assert writer.page() == "measures"
    assert measures(writer) == []
    assert writer.sees("measures.lead")
    follow(writer, Destination("measure"))
    writer.press("measure.empty.step")
    assert writer.page() == "measures"


def test_the_journal_calls_answers_and_form_as_the_paper_does(writer: Driver) -> None:
    olbi = answer(writer.journal, ago(2), "olbi", *[1] * 16, form="agree-4")
    cbi = answer(writer.journal, ago(1), "cbi", *[50] * 12, 100, *[0] * 6)
    follow(writer, Destination("journal", olbi.id))
    assert "4 = strongly agree" in writer.seen_texts()
    follow(writer, Destination("journal", cbi.id))
    assert any("W7: 100, C1: 0" in text for text in writer.seen_texts())
