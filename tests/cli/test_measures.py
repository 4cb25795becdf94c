"""Questionnaires are kept from the command line, by their answers or by their totals."""

import json

import pytest
from support.journals import Place
from support.terminal import Answer, Terminal

from caregiver_journal.domain.measure import Measure


def log(terminal: Terminal, place: Place, instrument: str, *options: object) -> Answer:
    named = ("log", "measure", "--journal", place.folder, "--instrument", instrument)
    return terminal.run(*named, *options)


def only_measure(place: Place) -> Measure:
    (entry,), _more = place.open().entries.page(None, 5)
    place.close()
    assert isinstance(entry.detail, Measure)
    return entry.detail


def test_answers_are_kept_and_scored(terminal: Terminal, place: Place) -> None:
    answer = log(terminal, place, "phq-9", "--answers", "0 1 2 3 0,1,2 0 0")
    assert (answer.code, answer.out, answer.err) == (0, "Saved: Today 17:52.\n", "")
    measure = only_measure(place)
    assert [score.value for score in measure.scores] == [9]
    assert len(measure.answers) == 9


def test_a_missing_answer_stays_missing(terminal: Terminal, place: Place) -> None:
    log(terminal, place, "core-10", "--form", "label", "--answers", "- 0 0 1 1 0 1 1 1 1")
    measure = only_measure(place)
    assert [item for item, _code in measure.answers] == list(range(2, 11))
    assert measure.form == "label"
    assert len(measure.scores) == 1


@pytest.mark.parametrize("said", [("--answers", "0 0 0 0 0 0 0 0 1"), ("--total", "25")])
def test_the_support_card_is_named_quietly_after_an_item_about_harm(
    terminal: Terminal, place: Place, said: tuple[str, str]
) -> None:
    answer = log(terminal, place, "phq-9", *said)
    assert answer.code == 0
    assert answer.out.splitlines()[1:] == [
        "Your support card is in the window, with F8. Nobody sees what you entered here."
    ]


@pytest.mark.parametrize(
    ("instrument", "totals", "kept"),
    [
        ("phq-9", ("7",), {"total": 7}),
        ("phq-9", ("total=7",), {"total": 7}),
        ("cbi", ("work=43", "personal = 50"), {"personal": 50, "work": 43}),
        ("psi-ii", ("sociotropy=91",), {"sociotropy": 91}),
    ],
)
def test_totals_are_kept_by_their_scales(
    terminal: Terminal, place: Place, instrument: str, totals: tuple[str, ...], kept: object
) -> None:
    options = [part for total in totals for part in ("--total", total)]
    assert log(terminal, place, instrument, *options).code == 0
    measure = only_measure(place)
    assert measure.is_total
    assert {score.scale: score.value for score in measure.scores} == kept


@pytest.mark.parametrize(
    ("instrument", "options", "said"),
    [
        ("phq-9", (), "Give --answers or --total"),
        ("phq-9", ("--answers", "0", "--total", "7"), "Give --answers or --total"),
        ("phq-9", ("--answers", "0 1 2"), "PHQ-9 has 9 items; 3 answers were given"),
        ("phq-9", ("--answers", "0 0 0 0 0 0 0 0 4"), "takes one of: 0, 1, 2, 3"),
        ("phq-9", ("--answers", "a lot"), "“a” is no answer"),
        ("phq-9", ("--answers", "- - - - - - - - -"), "One answer or a total is needed"),
        ("phq-9", ("--total", "28"), "between 0 and 27"),
        ("phq-9", ("--total", "seven"), "written as 7"),
        ("phq-9", ("--total", "nan"), "written as 7"),
        ("phq-9", ("--total", "1", "--total", "2"), "Each scale has one total"),
        ("phq-9", ("--total", "1", "--form", "x"), "one way only"),
        ("cbi", ("--total", "7"), "these scales: personal, work, clients"),
        ("cbi", ("--total", "home=7"), "Write --total personal=43"),
        ("core-10", ("--answers", "0 0 0 0 0 0 0 0 0 0"), "--form printed (The printed"),
        ("core-10", ("--total", "7", "--form", "x"), "more ways than one"),
        ("psi-ii", ("--answers", "1 2"), "Only totals of"),
        ("who-6", ("--total", "7"), "no questionnaire “who-6”. There are: phq-9, phq-8"),
    ],
)
def test_what_does_not_fit_is_refused(
    terminal: Terminal, place: Place, instrument: str, options: tuple[object, ...], said: str
) -> None:
    answer = log(terminal, place, instrument, *options)
    assert (answer.code, answer.out) == (3, "")
    assert said in answer.err
    assert place.open().entries.count() == (0, None)


def test_it_is_listed_and_shown(terminal: Terminal, place: Place) -> None:
    log(terminal, place, "core-10", "--form", "label", "--total", "12")
    log(terminal, place, "phq-9", "--total", "7")
    named = ("--journal", place.folder)
    listed = terminal.run("list", *named, "--instrument", "core-10", "--json")
    (entry,) = json.loads(listed.out)
    assert terminal.run("list", *named, "--instrument", "gone").code == 1
    shown = terminal.run("show", *named, entry["id"]).out
    assert "Score: 12 (0–40)\nForm: Each answer goes by its label: " in shown


def test_an_entry_is_shown_as_its_paper_form_calls_it(terminal: Terminal, place: Place) -> None:
    log(terminal, place, "cbi", "--answers", "50 " * 12 + "100 " + "0 " * 6)
    log(terminal, place, "olbi", "--form", "agree-4", "--answers", "1 " * 16)
    entries, _more = place.open().entries.page(None, 5)
    place.close()
    shown = [
        terminal.run("show", "--journal", place.folder, entry.id).out.splitlines()
        for entry in entries
    ]
    lines = [line for each in shown for line in each]
    assert any(" W7: 100, C1: 0" in line for line in lines)
    assert "Form: 4 = strongly agree" in lines
