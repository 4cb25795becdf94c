"""The last scores, how they changed, and scores over time; what was changed is not compared."""

from datetime import timedelta

import pytest
from support.measuring import a_scale, answer, fill_in, keep
from support.trends import ALL, TODAY, ago

from caregiver_journal.domain.measure import Measure, Score
from caregiver_journal.domain.measure_trend import MeasureTrend
from caregiver_journal.domain.period import Period
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.measure_results import LastScore, last_results, read_measures
from caregiver_journal.journal.measuring import add_own, change_own, delete_instrument


def only_score(journal: Journal) -> LastScore:
    ((score,),) = (result.scores for result in last_results(journal))
    return score


def test_nothing_was_filled_in_at_first(journal: Journal) -> None:
    assert last_results(journal) == ()
    assert read_measures(journal, ALL) == MeasureTrend((), TODAY, TODAY)


def test_one_score_has_nothing_to_be_compared_with(journal: Journal) -> None:
    entry = fill_in(journal, ago(2), "phq-9", 8)
    (result,) = last_results(journal)
    assert (result.id, result.title, result.day) == ("phq-9", "PHQ-9", ago(2))
    (score,) = result.scores
    assert (score.score.value, score.entry_id, score.day, score.n) == (8, entry.id, ago(2), 1)
    assert (score.since_first, score.since_last) == (None, None)


def test_changes_are_said_since_the_first_and_since_the_last(journal: Journal) -> None:
    for days, value in ((90, 18), (60, 9), (30, 12)):
        fill_in(journal, ago(days), "phq-9", value)
    score = only_score(journal)
    assert score.n == 3
    assert score.since_first is not None
    assert score.since_last is not None
    assert (score.since_first.difference, score.since_last.difference) == (-6, 3)
    assert score.since_first.reliable is not None
    assert score.since_last.reliable is not None
    assert (score.since_first.reliable.is_reached, score.since_last.reliable.is_reached) == (
        True,
        False,
    )


def test_unlike_forms_are_not_compared(journal: Journal) -> None:
    answer(journal, ago(60), "core-10", *[1] * 10, form="label")
    answer(journal, ago(30), "core-10", *[1] * 10, form="printed")
    said = only_score(journal).since_last
    assert said is not None
    assert said.difference is None


def test_a_scale_that_reaches_something_else_now_is_not_compared(journal: Journal) -> None:
    own = add_own(journal, a_scale())
    fill_in(journal, ago(60), own.id, 2)
    change_own(journal, a_scale(codes=(0, 10), scale_id=own.id))
    fill_in(journal, ago(30), own.id, 8)
    fill_in(journal, ago(10), own.id, 6)
    score = only_score(journal)
    assert (score.score.value, score.n, score.since_first) == (6, 2, None)
    assert score.since_last is not None
    assert score.since_last.difference == -2
    trends = read_measures(journal, ALL).scales
    assert {trend.highest: [one.value for one in trend.scores] for trend in trends} == {
        3: [2],
        10: [8, 6],
    }


def test_a_scale_that_is_turned_round_now_is_not_compared(journal: Journal) -> None:
    own = add_own(journal, a_scale())
    answer(journal, ago(60), own.id, 3, 3, 3)
    change_own(journal, a_scale(scale_id=own.id, turned=(1, 2)))
    assert only_score(journal).since_last is None
    answer(journal, ago(30), own.id, 3, 3, 3)
    assert (only_score(journal).since_last, only_score(journal).n) == (None, 1)
    now, before = read_measures(journal, ALL).scales
    assert (now.name, before.name) == ("My week", "My week, as it was before")
    change_own(journal, a_scale(scale_id=own.id))
    answer(journal, ago(10), own.id, 3, 3, 0)
    said = only_score(journal).since_last
    assert said is not None, "and as it was before it is held against what was before"
    assert said.difference == -1
    change_own(journal, a_scale(scale_id=own.id, turned=(1,)))
    assert (only_score(journal).since_last, only_score(journal).n) == (None, 2)


def test_the_latest_comes_first_and_scales_in_the_order_of_the_sheet(journal: Journal) -> None:
    answer(journal, ago(9), "cbi", *[None] * 6, *[25] * 13)
    answer(journal, ago(8), "cbi", *[50] * 6)
    fill_in(journal, ago(5), "who-5", 48)
    fill_in(journal, ago(5), "phq-9", 3)
    results = last_results(journal)
    assert [result.title for result in results] == ["PHQ-9", "WHO-5", "CBI"]
    assert [score.score.scale for score in results[-1].scores] == ["personal", "work", "clients"]
    assert [score.day for score in results[-1].scores] == [ago(8), ago(9), ago(9)]
    assert results[-1].day == ago(8)


def test_what_could_not_be_scored_is_there_without_a_score(journal: Journal) -> None:
    answer(journal, ago(4), "phq-9", 1, 1)
    (result,) = last_results(journal)
    assert (result.scores, result.day) == ((), ago(4))
    assert read_measures(journal, ALL).scales == ()


def test_a_questionnaire_that_is_gone_keeps_its_scores_and_is_not_judged(
    journal: Journal,
) -> None:
    own = add_own(journal, a_scale("Gone"))
    fill_in(journal, ago(60), own.id, 2)
    fill_in(journal, ago(30), own.id, 3)
    answer(journal, ago(5), add_own(journal, a_scale("Other")).id, 1)
    for result in last_results(journal):
        delete_instrument(journal, result.id)
    (result,) = last_results(journal)
    assert (result.title, result.questionnaire) == ("Gone", None)
    assert (result.scores[0].n, result.scores[0].since_last) == (2, None)
    (trend,) = read_measures(journal, ALL).scales
    assert (trend.title, trend.error, trend.lines) == ("Gone", None, ())


def test_a_scale_the_questionnaire_no_longer_has_is_shown_last(journal: Journal) -> None:
    answer(journal, ago(9), "cbi", *[25] * 19)
    old = Measure("cbi", "CBI", is_total=True, scores=(Score("old", "Old", 1, 0, 9),))
    keep(journal, ago(8), old)
    keep(journal, ago(7), old)
    (result,) = last_results(journal)
    assert [score.score.scale for score in result.scores][-1] == "old"
    assert result.scores[-1].since_last is None


def test_scores_over_time_come_with_what_is_known_well_enough(journal: Journal) -> None:
    entries = [fill_in(journal, ago(days), "phq-9", 10) for days in (60, 30)]
    answer(journal, ago(20), "core-10", *[1] * 10, form="label")
    answer(journal, ago(10), "cbi", *[25] * 19)
    trend = read_measures(journal, ALL)
    assert (trend.first, trend.last) == (ago(60), TODAY)
    assert [(one.title, one.scale) for one in trend.scales] == [
        ("CBI", "Personal"),
        ("CBI", "Work"),
        ("CBI", "Clients"),
        ("CORE-10", ""),
        ("PHQ-9", ""),
    ]
    phq, core = trend.scales[-1], trend.scales[-2]
    assert [one.entry_id for one in phq.scores] == [entry.id for entry in entries]
    assert (phq.lowest, phq.highest, phq.error) == (0, 27, None), "its level is not named"
    assert [line.value for line in phq.lines] == [5, 10, 15, 20]
    assert core.error == pytest.approx(6.75 / 2**0.5)
    assert core.scores[0].form == "label"
    assert core.scores[0].coded.startswith("Each answer goes by its label")
    assert [one.coded for one in phq.scores] == ["", ""]
    assert [line.words for line in trend.scales[0].lines] == ["50 or more"], "and no word for it"
    late = read_measures(journal, Period(ago(40), ago(25))).scales
    assert [(one.scale, len(one.scores), one.first_day) for one in late] == [("", 1, ago(60))]
    assert late[0].changes[0].startswith("No difference.")
    short = read_measures(journal, Period(ago(15), TODAY))
    assert {one.title for one in short.scales} == {"CBI"}
    assert read_measures(journal, Period(TODAY + timedelta(1), None)).scales == ()
