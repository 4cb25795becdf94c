"""The parts of the form for a boundary moment: labels, pulls, asking again, what is wrong."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from support.clock import LONDON, START

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.ask_again import AskAgain
from caregiver_journal.domain.boundary import LIMIT_WORDS, MAX_PULLS, Answer, FollowUp
from caregiver_journal.domain.entry import Content, make_entry
from caregiver_journal.ui.pages.boundary.ask_again import AskAgainCard
from caregiver_journal.ui.pages.boundary.drafts import BoundaryDraft, boundary_of
from caregiver_journal.ui.pages.boundary.form import BoundaryForm
from caregiver_journal.ui.pages.boundary.label_field import LabelField
from caregiver_journal.ui.pages.boundary.pulls import PullWords

TODAY = START.date()
K = Qt.Key


@pytest.fixture
def form(qtbot: QtBot) -> BoundaryForm:
    form = BoundaryForm(lambda: START)
    qtbot.addWidget(form)
    form.show()
    return form


# --- labels ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("Role and scope", "role"),
        (" role AND scope ", "role"),
        ("my own", "my own"),
        ("", ""),
    ],
)
def test_a_known_word_is_its_key(qtbot: QtBot, typed: str, label: str) -> None:
    field = LabelField(LIMIT_WORDS, name="limit")
    qtbot.addWidget(field)
    field.setText(typed)
    assert field.label() == label
    field.set_label(label)
    assert field.label() == label


# --- pulls ----------------------------------------------------------------------------------------


@pytest.fixture
def pulls(qtbot: QtBot) -> PullWords:
    made = PullWords(name="pulls")
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_word_of_ones_own_is_added_by_keyboard(qtbot: QtBot, pulls: PullWords) -> None:
    pulls.chips.chip("pleasing").click()
    pulls.own.click()
    QTest.keyClicks(pulls.word, "  habit ")
    with qtbot.waitSignal(pulls.changed):
        QTest.keyClick(pulls.word, K.Key_Return)
    assert pulls.pulls() == ("pleasing", "habit")
    assert pulls.line.isHidden()
    pulls.chips.chip("habit").click()
    assert pulls.pulls() == ("pleasing",)


def test_a_known_word_typed_is_the_known_one(pulls: PullWords) -> None:
    pulls.own.click()
    QTest.keyClicks(pulls.word, "guilt")
    assert pulls.pulls() == ("guilt",), "what is typed and not added counts"
    pulls.add.click()
    assert pulls.pulls() == ("guilt",)
    assert pulls.chips.chip("guilt").isChecked()


def test_escape_closes_the_line_and_forgets_it(pulls: PullWords) -> None:
    pulls.own.click()
    QTest.keyClicks(pulls.word, "hab")
    QTest.keyClick(pulls.word, K.Key_Escape)
    assert pulls.line.isHidden()
    assert pulls.pulls() == ()
    pulls.own.click()
    QTest.keyClick(pulls.word, K.Key_Return)
    assert pulls.pulls() == (), "an empty word is none"


def test_too_long_and_too_many_are_refused_in_words(pulls: PullWords) -> None:
    pulls.own.click()
    pulls.word.setText("x" * 61)
    pulls.add.click()
    assert pulls.problem.text() == "This has at most 60 characters."
    assert pulls.word.text() == "x" * 61
    pulls.set_pulls(f"word {number}" for number in range(MAX_PULLS))
    pulls.chips.chip("guilt").click()
    assert pulls.problem.text() == "12 words are the most."
    assert not pulls.chips.chip("guilt").isChecked()
    pulls.own.click()
    pulls.word.setText("one more")
    pulls.add.click()
    assert len(pulls._chosen) == MAX_PULLS


def test_a_long_word_is_shortened_on_its_chip_alone(pulls: PullWords) -> None:
    word = "the voice my mother had when I came home"
    pulls.set_pulls([word])
    chip = pulls.chips.chip(word)
    assert chip.text().endswith("…")
    assert chip.accessibleName() == chip.toolTip() == word
    assert pulls.pulls() == (word,)


def test_own_words_used_before_are_offered(pulls: PullWords) -> None:
    pulls.offer_own(["guilt", "habit", *(f"word {number}" for number in range(9))])
    assert "habit" in pulls.chips.offered()
    assert "word 8" not in pulls.chips.offered()


# --- asking again ---------------------------------------------------------------------------------


@pytest.fixture
def card(qtbot: QtBot) -> AskAgainCard:
    made = AskAgainCard(name="ask")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("choice", "title"),
    [
        (AskAgain.TOMORROW, "Ask again tomorrow"),
        (AskAgain.IN_3_DAYS, "Ask again in 3 days"),
        (AskAgain.NEVER, "Not asked again"),
    ],
)
def test_the_heading_says_the_choice(card: AskAgainCard, choice: AskAgain, title: str) -> None:
    card.choose(choice)
    assert card.title.text() == title
    assert card.value() is choice
    assert card.chosen() is (None if choice is AskAgain.TOMORROW else choice)


def test_another_setting_leaves_what_was_chosen(card: AskAgainCard) -> None:
    card.choose(AskAgain.IN_3_DAYS)
    card.set_usual(AskAgain.NEVER)
    assert card.value() is AskAgain.IN_3_DAYS
    card.begin(is_entry=False)
    assert card.value() is AskAgain.NEVER


def test_an_entry_lists_what_was_asked(card: AskAgainCard) -> None:
    answered = START - timedelta(days=1)
    card.begin(is_entry=True)
    card.show_earlier(
        [
            FollowUp(date(2026, 11, 19), answered, 3),
            FollowUp(date(2026, 11, 19), answered),
            FollowUp(TODAY, is_off=True),
            FollowUp(TODAY),
            FollowUp(TODAY + timedelta(days=1)),
            FollowUp(date(2026, 11, 29)),
        ],
        TODAY,
        LONDON,
    )
    assert card.earlier.text().splitlines() == [
        "Guilt: 3 of 10, yesterday at 17:52",
        "Answered yesterday at 17:52",
        "Not asked any more",
        "Waits on Today, whenever you like",
        "Asked again tomorrow",
        "Asked again on 29 November",
    ]
    assert card.title.text() == "Ask once more"
    assert (card.value(), card.chosen()) == (AskAgain.NEVER, None)
    card.choose(AskAgain.TOMORROW)
    card.show_earlier([], TODAY, LONDON)
    assert card.earlier.isHidden()
    assert card.chosen() is AskAgain.TOMORROW, "reading again leaves what was chosen"


# --- what is wrong --------------------------------------------------------------------------------


def test_all_that_is_wrong_is_said_and_the_first_has_the_keyboard(form: BoundaryForm) -> None:
    form.fill(BoundaryDraft(asker="x" * 61, limit="y" * 700, setting="z" * 61, minutes="much"))
    form.submit()
    assert form.more is not None
    said = [
        *(form._problems[part].text() for part in ("asker", "limit", "asked", "answer")),
        form.more.setting_problem.text(),
        form.more.minutes_problem.text(),
    ]
    assert all(said)
    assert form.focusWidget() is form.asker


def test_a_moment_to_come_is_said_with_the_rest(form: BoundaryForm) -> None:
    form.when.set_moment(START + timedelta(hours=2), None)
    form.submit()
    assert "not come yet" in form.when.problem.text()
    assert form._problems["asked"].text()


def test_what_belongs_to_no_field_is_said_above_the_buttons(form: BoundaryForm) -> None:
    form.refuse(InvalidValueError("This text is too long.", field="note"))
    assert form.problem.text() == "This text is too long."
    form.asked.setPlainText("Stay")
    assert form.problem.isHidden()


def test_a_refusal_in_the_long_form_opens_it(form: BoundaryForm) -> None:
    form.open_more.click()
    form.open_more.click()
    assert form.more is not None
    form.refuse(InvalidValueError("Not so.", field="minutes"))
    assert not form.more.isHidden()
    assert form.more.minutes_problem.text() == "Not so."


def test_the_button_for_words_asks_for_some(qtbot: QtBot, form: BoundaryForm) -> None:
    with qtbot.waitSignal(form.words_wanted):
        form.find_words.click()


def test_later_is_there_for_an_entry_and_for_what_was_said_of_it(form: BoundaryForm) -> None:
    draft = BoundaryDraft(asked="Stay", answer=Answer.NO, next_time="Sooner")
    form.fill(draft)
    assert form.more is not None
    assert form.more.later.isHidden()
    form.fill(BoundaryDraft(outcome="Nothing"))
    assert not form.more.later.isHidden()
    entry = make_entry(Content(boundary_of(draft), datetime(2026, 11, 19, tzinfo=LONDON)), START)
    form.fill(draft, entry)
    assert not form.more.later.isHidden()
    assert form.more.planned_part.isHidden()
    form.more.planned.click()
    assert not form.more.planned_part.isHidden()
