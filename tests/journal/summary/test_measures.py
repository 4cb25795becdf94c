"""What a summary says of questionnaires."""

from datetime import timedelta

import pytest
from support.builders import an_entry
from support.clock import START
from support.measuring import a_scale, answer, fill_in, keep
from support.summary_blocks import all_words, items_of, said_by, section_of, table_of
from support.trends import ago

from caregiver_journal.domain.measure import Measure, Score
from caregiver_journal.domain.summary import Block, Points, Section, Words
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.measuring import add_own, all_instruments, delete_instrument

ONE = Block.MEASURES
LITTLE = (
    "3 points higher. May be chance (less than 6 points, how surely is not named). "
    "Smaller than what is worth noticing (less than 5 points)."
)
MUCH = (
    "6 points lower. Larger than chance (6 points or more, how surely is not named). "
    "Worth noticing (5 points or more)."
)
RULE = (
    "PHQ-9: higher means more days with low mood and what comes with it; larger than chance after "
    "NHS Talking Therapies manual, quoted by cbtwatch.com; worth noticing after Löwe et al. (2004)."
)


def _changes_of(section: Section) -> tuple[tuple[str, str], ...]:
    found = [piece.points for piece in section.pieces if isinstance(piece, Points)]
    return found[0] if found else ()


def test_nothing_is_said_without_a_score_in_these_days(journal: Journal) -> None:
    journal.add(an_entry("a mood"))
    fill_in(journal, ago(92), "phq-9", 8)
    keep(journal, ago(1), Measure("gad-7", "GAD-7", answers=((1, 2),)))
    assert section_of(journal, ONE) is None
    assert items_of(journal, ONE) == ()


def test_one_score_has_nothing_to_be_held_against(journal: Journal) -> None:
    fill_in(journal, ago(2), "phq-9", 8)
    section = said_by(journal, ONE)
    assert (section.title, section.counted) == ("Measures", "1 questionnaire")
    table = table_of(section)
    assert table.heads == ("Questionnaire", "Range", "n", "First", "One before", "Last")
    assert table.rows == (("PHQ-9", "0–27", "1", "–", "–", "8 on 18 Nov"),)
    assert not any(isinstance(piece, Points) for piece in section.pieces)
    assert len(section.rules) == 2
    assert section.rules[-1] == (
        "PHQ-9: higher means more days with low mood and what comes with it."
    )


def test_a_score_is_held_against_the_one_before_and_the_first(journal: Journal) -> None:
    for days, value in ((400, 18), (60, 9), (30, 12)):
        fill_in(journal, ago(days), "phq-9", value)
    section = said_by(journal, ONE)
    assert table_of(section).rows == (
        ("PHQ-9", "0–27", "3", "18 on 16 Oct 2025*", "9 on 21 Sep", "12 on 21 Oct"),
    )
    assert _changes_of(section) == (
        ("PHQ-9, since the one before", LITTLE),
        ("PHQ-9, since the first", MUCH),
    )
    assert section.rules[1:] == (RULE,)
    small = [piece for piece in section.pieces if isinstance(piece, Words)]
    assert all(piece.is_small for piece in small)
    assert [piece.text for piece in small] == [
        "* from before these days",
        "A questionnaire is a conversation starter, not a diagnosis.",
    ]


@pytest.mark.parametrize(("days", "is_early"), [(92, True), (91, False)])
def test_a_score_from_before_these_days_says_so(
    journal: Journal, days: int, *, is_early: bool
) -> None:
    for ago_, value in ((days, 9), (30, 12)):
        fill_in(journal, ago(ago_), "phq-9", value)
    section = said_by(journal, ONE)
    ((*_rest, before, last),) = table_of(section).rows
    assert (before.endswith("*"), last.endswith("*")) == (is_early, False)
    assert ("* from before these days" in all_words(section)) is is_early


def test_of_two_scores_the_first_is_the_one_before(journal: Journal) -> None:
    for days, value in ((60, 2.5), (30, 3)):
        fill_in(journal, ago(days), "sas", value)
    section = said_by(journal, ONE)
    ((name, reach, n, first, before, _last),) = table_of(section).rows
    assert (name, reach, n) == ("SAS · Sociotropy", "–", "2")
    assert (first, before) == ("–", "2.5 on 21 Sep")
    assert _changes_of(section) == (), "without constants nothing is said"
    assert not any("chance after" in rule for rule in section.rules)


def test_later_scores_are_not_those_of_the_period(journal: Journal) -> None:
    fill_in(journal, ago(1), "phq-9", 8)
    fill_in(journal, ago(-3), "phq-9", 1)
    ((_name, _reach, n, *_earlier, last),) = table_of(said_by(journal, ONE)).rows
    assert (n, last) == ("1", "8 on 19 Nov")


def test_how_a_form_was_coded_is_said_where_there_is_a_choice(journal: Journal) -> None:
    answer(journal, ago(60), "core-10", *[1] * 10, form="label")
    answer(journal, ago(30), "core-10", *[1] * 10, form="printed")
    section = said_by(journal, ONE)
    assert "; coded so: The printed numbers are copied" in section.rules[1]
    why = "The two forms were coded differently, so they are not compared."
    assert _changes_of(section) == (("CORE-10, since the one before", why),)


def test_what_a_higher_score_stands_for_speaks_to_nobody(journal: Journal) -> None:
    scales = [scale for each in all_instruments(journal).all for scale in each.instrument.scales]
    assert scales
    assert not [scale.id for scale in scales if "you" in scale.higher], "it stands on paper too"


def test_a_scale_that_is_gone_stands_by_its_numbers(journal: Journal) -> None:
    own = add_own(journal, a_scale("השבוע שלי"))
    for days, codes in ((20, (1, 2, 3)), (10, (1, 1, 1))):
        answer(journal, ago(days), own.id, *codes)
    delete_instrument(journal, own.id)
    section = said_by(journal, ONE)
    assert table_of(section).rows == (("השבוע שלי", "0–3", "2", "–", "2 on 31 Oct", "1 on 10 Nov"),)
    assert _changes_of(section) == ()
    assert len(section.rules) == 1


def test_each_questionnaire_can_be_left_out(journal: Journal) -> None:
    fill_in(journal, ago(2), "phq-9", 8)
    fill_in(journal, ago(1), "gad-7", 8)
    offered = items_of(journal, ONE)
    assert [(each.key, each.words, each.is_in_at_first) for each in offered] == [
        ("measures/instrument/gad-7", "GAD-7", True),
        ("measures/instrument/phq-9", "PHQ-9", True),
    ]
    section = said_by(journal, ONE, left=[offered[0].key])
    assert [row[0] for row in table_of(section).rows] == ["PHQ-9"]
    assert section_of(journal, ONE, left=[each.key for each in offered]) is None


def test_what_is_never_exported_stands_nowhere(journal: Journal) -> None:
    fill_in(journal, ago(40), "phq-9", 8)
    scores = (Score("total", "", 27, 0, 27),)
    for measure in (
        Measure("phq-9", "PHQ-9", is_total=True, scores=scores),
        Measure("own-1", "SECRET", is_total=True, scores=scores),
    ):
        at = START - timedelta(days=3)
        journal.add(an_entry("SECRET", at, mood=measure, never_export=True))
    section = said_by(journal, ONE, taken=["measures/instrument/own-1"])
    assert table_of(section).rows == (("PHQ-9", "0–27", "1", "–", "–", "8 on 11 Oct"),)
    assert "SECRET" not in all_words((section, items_of(journal, ONE)))
