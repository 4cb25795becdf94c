"""What a questionnaire is, is said in a few plain facts."""

from support.measuring import a_scale

from caregiver_journal.domain.instrument import How
from caregiver_journal.domain.instrument_facts import instrument_facts
from caregiver_journal.journal.instruments import find_shipped, shipped_instruments


def test_an_own_scale_is_said_by_its_items_answers_and_score() -> None:
    assert instrument_facts(a_scale(how=How.SUM, turned=(3,))) == [
        ("Items", "3 items"),
        ("Answers", "0, 1, 2, 3; turned round: 3"),
        ("Score", "sum of all items; 0 to 9"),
    ]


def test_scales_forms_and_sources_are_named() -> None:
    facts = dict(instrument_facts(find_shipped("cbi")))
    assert facts["Items"] == "19 items"
    assert facts["Personal"].startswith("mean of P1, P2, P3, P4, P5, P6; 0 to 100; higher: ")
    assert {"Edition", "Good to know", "Source", "Who may use it"} < set(facts)
    assert dict(instrument_facts(find_shipped("phq-9")))["Items"] == "9 items, the last 2 weeks"


def test_totals_only_say_so_and_nothing_is_empty() -> None:
    facts = dict(instrument_facts(find_shipped("psi-ii")))
    assert facts["Items"] == "none; a total is entered"
    for each in shipped_instruments():
        assert all(title and words for title, words in instrument_facts(each)), each.id
