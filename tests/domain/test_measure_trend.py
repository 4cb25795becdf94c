"""Questionnaires over time: what is drawn, and what is said of it."""

from dataclasses import replace
from datetime import date

from support.instruments import THREE, with_scale

from caregiver_journal.domain.instrument import Status
from caregiver_journal.domain.instrument_key import key_of
from caregiver_journal.domain.measure import Score
from caregiver_journal.domain.measure_trend import (
    CutOff,
    Filled,
    MeasureTrend,
    Scored,
    measure_trend,
    tell_measures,
)
from caregiver_journal.domain.telling import Behind

FIRST, LAST = date(2026, 8, 1), date(2026, 11, 20)


def filled(day: date, value: float, name: str = "three", form: str = "") -> Filled:
    score, key = Score("total", "", value, 0, 9), key_of(THREE, form)
    return Filled(f"e{day:%m%d}", day, name, name.title(), form, score, key)


def trend(*values: float, form: str = "") -> MeasureTrend:
    days = [date(2026, 8 + at, 3) for at in range(len(values))]
    rows = [filled(day, value, form=form) for day, value in zip(days, values, strict=True)]
    return measure_trend({"three": THREE}, rows, FIRST, LAST)


def test_a_scale_has_its_facts_with_its_scores() -> None:
    (scale,) = trend(8, 5, 2).scales
    assert scale.scores == (
        Scored("e0803", date(2026, 8, 3), 8),
        Scored("e0903", date(2026, 9, 3), 5),
        Scored("e1003", date(2026, 10, 3), 2),
    )
    assert (scale.name, scale.lowest, scale.highest) == ("Three", 0, 9)
    assert scale.lines == (CutOff(6, "6 or more: a lot", "≥ 6"),)
    assert scale.error is not None
    assert scale.higher == "more of it"
    assert scale.changes[0] == ""
    assert scale.changes[1].startswith("3 points lower. May be chance")
    assert scale.since_first.startswith("6 points lower. Larger than chance")


def test_two_scores_have_no_change_since_the_first_of_their_own() -> None:
    (scale,) = trend(8, 5).scales
    assert scale.since_first == ""
    assert len(scale.changes) == 2


def test_scores_of_other_days_are_left_out() -> None:
    rows = [filled(date(2026, 7, 31), 1), filled(FIRST, 2), filled(LAST, 3)]
    rows.append(filled(date(2026, 11, 21), 4))
    (scale,) = measure_trend({"three": THREE}, rows, FIRST, LAST).scales
    assert [scored.value for scored in scale.scores] == [2, 3]


def test_one_that_is_not_known_any_more_is_shown_without_facts() -> None:
    rows = [filled(FIRST, 2, "own.1"), filled(LAST, 8, "own.1")._replace(title="")]
    found = measure_trend({"three": THREE}, rows, FIRST, LAST)
    (scale,) = found.scales
    assert (scale.title, scale.error, scale.lines, scale.changes) == ("own.1", None, (), ("", ""))
    assert (
        tell_measures(found).sentence
        == "own.1: 2 on 1 August and 8 on 20 November (0–9), 2 scores."
    )


def test_a_scale_that_its_questionnaire_lost_is_shown_without_facts() -> None:
    row = filled(FIRST, 2)
    gone = row._replace(score=row.score._replace(scale="gone", name="Gone", lowest=None))
    (scale,) = measure_trend({"three": THREE}, [gone], FIRST, LAST).scales
    assert (scale.name, scale.lines) == ("Three · Gone", ())


def test_scores_of_a_scale_that_was_changed_stand_apart_and_without_its_facts() -> None:
    old = filled(FIRST, 2)
    rows = [old._replace(score=old.score._replace(highest=6)), filled(LAST, 8)]
    before, now = measure_trend({"three": THREE}, rows, FIRST, LAST).scales
    assert (before.highest, before.lines, len(before.scores)) == (6, (), 1)
    assert (now.highest, len(now.lines), len(now.scores)) == (9, 1, 1)


def test_scores_that_were_worked_out_in_another_way_stand_apart_and_are_not_compared() -> None:
    rows = [filled(FIRST, 2)._replace(key="old"), filled(date(2026, 9, 1), 7), filled(LAST, 8)]
    now, before = measure_trend({"three": THREE}, rows, FIRST, LAST).scales
    assert (before.name, before.lines, before.error) == ("Three, as it was before", (), None)
    assert (before.changes, [one.value for one in before.scores]) == (("",), [2])
    assert (now.name, [one.value for one in now.scores]) == ("Three", [7, 8])


def test_scales_stand_by_their_titles_and_in_the_order_of_their_questionnaire() -> None:
    both = [replace(THREE.scales[0], id=name.lower(), name=name) for name in ("One", "Two")]
    pair = replace(THREE, id="pair", title="Pair", scales=tuple(both))
    rows = [
        row._replace(score=row.score._replace(scale=scale), key=key_of(pair, ""))
        for scale in ("two", "one")
        for row in [filled(FIRST, 2, "pair")]
    ]
    rows.append(filled(FIRST, 3, "abc"))
    scales = measure_trend({"pair": pair}, rows, FIRST, LAST).scales
    assert [scale.name for scale in scales] == ["Abc", "Pair · One", "Pair · Two"]


def test_what_there_is_to_see_is_said_with_its_count_and_its_caution() -> None:
    told = tell_measures(trend(8, 5, 2))
    assert told.is_enough
    assert told.counted == "3 scores on 3 days"
    assert told.reading == (
        "Each dot is a score; dots are joined where the form was coded the same way. "
        "The band is how far a score moves by chance (95 %), where that is known. "
        "A questionnaire is a conversation starter, not a diagnosis."
    )
    assert told.sentence == (
        "Three: 8 on 3 August and 2 on 3 October (0–9), 3 scores. Since the first: "
        "6 points lower. Larger than chance (4 points or more, 95 %). "
        "Worth noticing (2 points or more)."
    )
    assert told.heads == ("Day", "Questionnaire", "Score", "Since the one before")
    assert [row.cells[:3] for row in told.rows] == [
        ("3 Aug 2026", "Three", "8 (0–9)"),
        ("3 Sep 2026", "Three", "5 (0–9)"),
        ("3 Oct 2026", "Three", "2 (0–9)"),
    ]
    assert told.rows[0].cells[3] == ""
    assert told.rows[1].cells[3].startswith("3 points lower.")
    assert told.rows[2].behind == Behind(entry_id="e1003")


def test_two_scores_say_the_change_between_them() -> None:
    assert "2 scores. 3 points lower." in tell_measures(trend(8, 5)).sentence


def test_changes_are_since_the_first_there_is_though_it_lies_before_the_period() -> None:
    rows = [filled(date(2026, 5, 3), 9), filled(date(2026, 9, 3), 2), filled(LAST, 4)]
    found = measure_trend({"three": THREE}, rows, FIRST, LAST)
    assert [scored.value for scored in found.scales[0].scores] == [2, 4]
    told = tell_measures(found)
    assert "2 scores. Since the first, on 3 May: 5 points lower. Larger than" in told.sentence
    assert told.counted == "2 scores on 2 days"
    assert [row.cells[3].partition(".")[0] for row in told.rows] == [
        "7 points lower",
        "2 points higher",
    ]
    late = tell_measures(measure_trend({"three": THREE}, rows[:2], FIRST, LAST))
    assert late.sentence.startswith(
        "Three: 2 (0–9) on 3 September. Since the first, on 3 May: 7 points lower."
    )
    assert measure_trend({"three": THREE}, rows[:1], FIRST, LAST).scales == ()


def test_what_is_not_known_any_more_has_no_change_from_before_the_period() -> None:
    rows = [filled(date(2026, 5, 3), 9, "own.1"), filled(LAST, 4, "own.1")]
    told = tell_measures(measure_trend({}, rows, FIRST, LAST))
    assert told.sentence == "Own.1: 4 (0–9) on 20 November."


def test_one_score_is_said_alone() -> None:
    told = tell_measures(trend(8))
    assert told.sentence == "Three: 8 (0–9) on 3 August."
    assert told.counted == "1 score on 1 day"


def test_forms_that_were_coded_in_other_ways_are_not_compared() -> None:
    rows = [filled(FIRST, 8, form="a"), filled(LAST, 2, form="b")]
    told = tell_measures(measure_trend({"three": THREE}, rows, FIRST, LAST))
    assert "not compared" in told.rows[1].cells[3]
    assert "wobble" not in told.sentence


def test_no_band_is_spoken_of_where_none_is_known() -> None:
    change = THREE.scales[0].changes[0]._replace(status=Status.PROVISIONAL)
    bare = with_scale(changes=(change,))
    told = tell_measures(measure_trend({"three": bare}, [filled(FIRST, 8)], FIRST, LAST))
    assert "band" not in told.reading


def test_nothing_filled_in_is_said_as_that() -> None:
    told = tell_measures(measure_trend({}, [], FIRST, LAST))
    assert not told.is_enough
    assert (told.counted, told.rows) == ("0 scores", ())
    assert told.sentence == "No questionnaire was filled in during this time."


def test_rows_stand_by_questionnaire_then_by_time() -> None:
    first, second = date(2026, 8, 3), date(2026, 9, 3)
    scale = trend(8).scales[0]
    scales = tuple(
        replace(
            scale,
            measure=measure,
            title=measure,
            scale=name,
            scores=(Scored("a", first, 1), Scored("b", second, 2)),
            changes=("", ""),
        )
        for measure, name in (("One", "x"), ("One", "y"), ("Two", "z"))
    )
    told = tell_measures(MeasureTrend(scales, FIRST, LAST))
    assert [row.cells[:2] for row in told.rows] == [
        ("3 Aug 2026", "One · x"),
        ("3 Aug 2026", "One · y"),
        ("3 Sep 2026", "One · x"),
        ("3 Sep 2026", "One · y"),
        ("3 Aug 2026", "Two · z"),
        ("3 Sep 2026", "Two · z"),
    ]
    assert [row.behind for row in told.rows[:3]] == [
        Behind(entry_id=entry) for entry in ("a", "a", "b")
    ]
