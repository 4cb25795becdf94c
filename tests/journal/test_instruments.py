"""Every questionnaire of the program comes to the published scores, item by item and form by form.

The scores here are written by hand from ``research/measures.md``, section 15; none is worked out by
the program.
"""

from collections.abc import Callable, Mapping
from itertools import combinations

import pytest

from caregiver_journal.base.errors import InvalidValueError, NothingFoundError
from caregiver_journal.domain.instrument import Status
from caregiver_journal.domain.measure_file import read_measure_file
from caregiver_journal.domain.scoring import check_total, score, shows_support
from caregiver_journal.journal.instruments import example_file, find_shipped, shipped_instruments

IDS = [
    "phq-9",
    "phq-8",
    "gad-7",
    "who-5",
    "scs-sf",
    "proqol-5",
    "cbi",
    "olbi",
    "mspss",
    "core-10",
    "ucla-3",
    "pss-10",
    "psi-ii",
    "sas",
]
SCS = (1, 4, 8, 9, 11, 12)
PROQOL = (1, 4, 15, 17, 29)
OLBI_1 = (2, 3, 4, 6, 8, 9, 11, 12)
OLBI_4 = (1, 5, 7, 10, 13, 14, 15, 16)
PSS = (4, 5, 7, 8)
TURNED: Mapping[tuple[str, str], tuple[int, ...]] = {
    ("scs-sf", ""): SCS,
    ("proqol-5", ""): PROQOL,
    ("cbi", ""): (13,),
    ("olbi", "agree-1"): OLBI_1,
    ("olbi", "agree-4"): OLBI_4,
    ("core-10", "label"): (2, 3),
    ("core-10", "printed"): (),
    ("pss-10", ""): PSS,
}
"""The items that are turned round, as the sources print them."""

SIZES = {
    "phq-9": (9, 0, 3),
    "phq-8": (8, 0, 3),
    "gad-7": (7, 0, 3),
    "who-5": (5, 0, 5),
    "scs-sf": (12, 1, 5),
    "proqol-5": (30, 1, 5),
    "cbi": (19, 0, 100),
    "olbi": (16, 1, 4),
    "mspss": (12, 1, 7),
    "core-10": (10, 0, 4),
    "ucla-3": (3, 1, 3),
    "pss-10": (10, 0, 4),
}
"""How many items a sheet has, and its lowest and highest code."""

Totals = dict[str, float]


def only(value: float) -> Totals:
    return {"total": value}


def scs(total: float, kind: float, critical: float) -> Totals:
    return {"total": total, "kind": kind, "critical": critical}


def proqol(satisfaction: float, burnout: float, stress: float) -> Totals:
    return {"satisfaction": satisfaction, "burnout": burnout, "secondary-stress": stress}


def cbi(personal: float, work: float, clients: float) -> Totals:
    return {"personal": personal, "work": work, "clients": clients}


def olbi(exhaustion: float, disengagement: float) -> Totals:
    return {"exhaustion": exhaustion, "disengagement": disengagement}


def mspss(total: float, other: float, family: float, friends: float) -> Totals:
    return {"total": total, "significant-other": other, "family": family, "friends": friends}


Answers = dict[int, int]


def all_lowest(items: int, low: int, high: int, turned: tuple[int, ...]) -> Answers:
    return dict.fromkeys(range(1, items + 1), low)


def all_highest(items: int, low: int, high: int, turned: tuple[int, ...]) -> Answers:
    return dict.fromkeys(range(1, items + 1), high)


def worst(items: int, low: int, high: int, turned: tuple[int, ...]) -> Answers:
    """Return the pattern in which every item counts as much as it can."""
    return {item: low if item in turned else high for item in range(1, items + 1)}


def turned_only(items: int, low: int, high: int, turned: tuple[int, ...]) -> Answers:
    return {item: high if item in turned else low for item in range(1, items + 1)}


def first_only(items: int, low: int, high: int, turned: tuple[int, ...]) -> Answers:
    return dict.fromkeys(range(1, items + 1), low) | {1: high}


Pattern = Callable[[int, int, int, tuple[int, ...]], Answers]

EXPECTED: list[tuple[str, str, dict[Pattern, Totals]]] = [
    (
        "phq-9",
        "",
        {all_lowest: only(0), all_highest: only(27), worst: only(27), first_only: only(3)},
    ),
    (
        "phq-8",
        "",
        {all_lowest: only(0), all_highest: only(24), worst: only(24), first_only: only(3)},
    ),
    (
        "gad-7",
        "",
        {all_lowest: only(0), all_highest: only(21), worst: only(21), first_only: only(3)},
    ),
    (
        "who-5",
        "",
        {all_lowest: only(0), all_highest: only(100), worst: only(100), first_only: only(20)},
    ),
    (
        "scs-sf",
        "",
        {
            all_lowest: scs(3.0, 1, 1),
            all_highest: scs(3.0, 5, 5),
            worst: scs(5.0, 5, 1),
            turned_only: scs(1.0, 1, 5),
            first_only: scs(32 / 12, 1, 10 / 6),
        },
    ),
    (
        "proqol-5",
        "",
        {
            all_lowest: proqol(10, 30, 10),
            all_highest: proqol(50, 30, 50),
            worst: proqol(50, 50, 50),
            turned_only: proqol(10, 10, 10),
            first_only: proqol(10, 26, 10),
        },
    ),
    (
        "cbi",
        "",
        {
            all_lowest: cbi(0, 100 / 7, 0),
            all_highest: cbi(100, 600 / 7, 100),
            worst: cbi(100, 100, 100),
            turned_only: cbi(0, 0, 0),
            first_only: cbi(100 / 6, 100 / 7, 0),
        },
    ),
    (
        "olbi",
        "agree-1",
        {
            all_lowest: olbi(2.5, 2.5),
            all_highest: olbi(2.5, 2.5),
            worst: olbi(4.0, 4.0),
            turned_only: olbi(1.0, 1.0),
            first_only: olbi(2.5, 2.875),
        },
    ),
    (
        "olbi",
        "agree-4",
        {
            all_lowest: olbi(2.5, 2.5),
            all_highest: olbi(2.5, 2.5),
            worst: olbi(4.0, 4.0),
            turned_only: olbi(1.0, 1.0),
            first_only: olbi(2.5, 2.125),
        },
    ),
    (
        "mspss",
        "",
        {
            all_lowest: mspss(1, 1, 1, 1),
            all_highest: mspss(7, 7, 7, 7),
            worst: mspss(7, 7, 7, 7),
            first_only: mspss(1.5, 2.5, 1, 1),
        },
    ),
    (
        "core-10",
        "label",
        {
            all_lowest: only(8),
            all_highest: only(32),
            worst: only(40),
            turned_only: only(0),
            first_only: only(12),
        },
    ),
    (
        "core-10",
        "printed",
        {all_lowest: only(0), all_highest: only(40), worst: only(40), first_only: only(4)},
    ),
    (
        "ucla-3",
        "",
        {all_lowest: only(3), all_highest: only(9), worst: only(9), first_only: only(5)},
    ),
    (
        "pss-10",
        "",
        {
            all_lowest: only(16),
            all_highest: only(24),
            worst: only(40),
            turned_only: only(0),
            first_only: only(20),
        },
    ),
]

CASES = [
    pytest.param(name, form, pattern, totals, id=f"{name}-{form}-{pattern.__name__}")
    for name, form, patterns in EXPECTED
    for pattern, totals in patterns.items()
]


def totals_of(name: str, form: str, answers: Answers) -> Totals:
    """Return the scores by their scales; those left out are missing."""
    return {each.scale: each.value for each in score(find_shipped(name), form, answers).scores}


def sheet(name: str, pattern: Pattern, form: str = "") -> Answers:
    return pattern(*SIZES[name], TURNED.get((name, form), ()))


@pytest.mark.parametrize(("name", "form", "pattern", "totals"), CASES)
def test_each_pattern_comes_to_its_published_score(
    name: str, form: str, pattern: Pattern, totals: Totals
) -> None:
    assert totals_of(name, form, sheet(name, pattern, form)) == pytest.approx(totals)


def test_every_one_with_items_is_in_the_table_of_patterns() -> None:
    keyed = {(one.id, form.id) for one in shipped_instruments() for form in one.forms}
    assert [one.id for one in shipped_instruments()] == IDS
    assert {(name, form) for name, form, _patterns in EXPECTED} == keyed
    for one in shipped_instruments():
        for form in one.forms:
            assert form.reversed == frozenset(TURNED.get((one.id, form.id), ()))
            assert (one.items, form.codes[0], form.codes[-1]) == SIZES[one.id]


@pytest.mark.parametrize("name", [name for name in SIZES if name not in {"cbi", "core-10"}])
def test_where_no_rule_for_missing_items_is_known_all_are_needed(name: str) -> None:
    one = find_shipped(name)
    answers = sheet(name, all_lowest, one.forms[0].id)
    del answers[1]
    found = score(one, one.forms[0].id, answers)
    without = {scale.id for scale in one.scales if 1 in scale.items}
    assert {each.scale for each in found.left_out} == without
    assert {each.scale for each in found.scores} == {s.id for s in one.scales} - without
    assert all("all are needed" in each.reason for each in found.left_out)


@pytest.mark.parametrize(
    ("answers", "totals"),
    [
        ({1: 100, 2: 50}, {}),
        ({1: 100, 2: 50, 3: 0}, {"personal": 50}),
        ({7: 100, 8: 50, 9: 0}, {}),
        ({7: 100, 8: 50, 9: 0, 10: 0}, {"work": 37.5}),
        ({7: 100, 8: 50, 9: 0, 13: 0}, {"work": 62.5}),
        (dict.fromkeys(range(14, 19), 100), {}),
        (dict.fromkeys(range(14, 20), 100), {"clients": 100}),
    ],
)
def test_the_cbi_needs_three_personal_four_work_and_all_client_answers(
    answers: Answers, totals: Totals
) -> None:
    assert totals_of("cbi", "", answers) == totals


def test_what_is_left_out_says_why() -> None:
    left = score(find_shipped("cbi"), "", {1: 100, 2: 50}).left_out
    assert [each.reason for each in left] == [
        "2 of 6 answered; at least 3 are needed",
        "0 of 7 answered; at least 4 are needed",
        "0 of 6 answered; all are needed",
    ]


def test_the_core_10_is_scaled_up_with_one_answer_missing_and_not_with_two() -> None:
    answers = sheet("core-10", all_highest, "label")
    del answers[10]
    assert totals_of("core-10", "label", answers) == {"total": pytest.approx(280 / 9)}
    del answers[9]
    assert totals_of("core-10", "label", answers) == {}


def test_both_ends_of_the_olbi_give_the_same_person_the_same_score() -> None:
    answers = {item: 1 + item * item % 4 for item in range(1, 17)}
    mirrored = {item: 5 - code for item, code in answers.items()}
    assert totals_of("olbi", "agree-1", answers) == totals_of("olbi", "agree-4", mirrored)
    assert totals_of("olbi", "agree-1", answers) != totals_of("olbi", "agree-1", mirrored)


def test_copied_numbers_and_labels_of_the_core_10_give_the_same_score() -> None:
    labels = {item: item % 5 for item in range(1, 11)}
    printed = labels | {2: 4 - labels[2], 3: 4 - labels[3]}
    assert totals_of("core-10", "label", labels) == totals_of("core-10", "printed", printed)
    assert totals_of("core-10", "label", labels) != totals_of("core-10", "label", printed)


PARTS = {
    "proqol-5": ["satisfaction", "burnout", "secondary-stress"],
    "cbi": ["personal", "work", "clients"],
    "olbi": ["exhaustion", "disengagement"],
    "mspss": ["significant-other", "family", "friends"],
    "scs-sf": ["kind", "critical"],
}


@pytest.mark.parametrize("name", PARTS)
def test_the_parts_share_no_item_and_leave_none_out(name: str) -> None:
    one = find_shipped(name)
    parts = [set(one.scale(part).items) for part in PARTS[name]]
    assert all(not first & second for first, second in combinations(parts, 2))
    assert set.union(*parts) == set(range(1, SIZES[name][0] + 1))


def test_some_have_no_total_at_all() -> None:
    without = {one.id for one in shipped_instruments() if not one.has_total}
    assert without == {"proqol-5", "cbi", "olbi", "psi-ii", "sas"}


def test_well_being_of_12_of_25_lies_on_the_low_side_and_13_does_not() -> None:
    twelve, thirteen = {1: 5, 2: 5, 3: 2, 4: 0, 5: 0}, {1: 5, 2: 5, 3: 3, 4: 0, 5: 0}
    assert totals_of("who-5", "", twelve) == {"total": 48}
    assert totals_of("who-5", "", thirteen) == {"total": 52}


@pytest.mark.parametrize(
    ("name", "form", "item"),
    [("phq-9", "", 9), ("core-10", "label", 6), ("core-10", "printed", 6)],
)
def test_a_risk_item_above_0_shows_the_support_card(name: str, form: str, item: int) -> None:
    one = find_shipped(name)
    assert one.risk_items == {item}
    assert shows_support(one, form, {item: 1})
    assert not shows_support(one, form, {item: 0})
    assert not shows_support(one, form, {item - 1: 1})
    assert not shows_support(one, form, {})


def test_no_other_has_a_risk_item() -> None:
    assert {one.id for one in shipped_instruments() if one.risk_items} == {"phq-9", "core-10"}


# --- totals, facts, and what is not in the file ---------------------------------------------------


@pytest.mark.parametrize(
    ("name", "scale", "fits", "refused"),
    [
        ("phq-9", "total", (0, 27), (-1, 28, 3.5)),
        ("who-5", "total", (0, 48, 100), (13, 101)),
        ("cbi", "work", (14.29, 100), (-0.1, 100.1)),
        ("core-10", "total", (18.9, 40), (41,)),
        ("ucla-3", "total", (3, 9), (2, 10)),
        ("sas", "autonomy", (131, 3.2), (1e9, float("nan"), float("inf"))),
    ],
)
def test_a_total_that_was_told_fits_its_scale(
    name: str, scale: str, fits: tuple[float, ...], refused: tuple[float, ...]
) -> None:
    one = find_shipped(name)
    for value in fits:
        assert check_total(one, scale, value).value == value
    for value in refused:
        with pytest.raises(InvalidValueError) as caught:
            check_total(one, scale, value)
        assert caught.value.field == "scores"


def test_each_names_its_edition_its_source_and_who_may_use_it() -> None:
    for one in shipped_instruments():
        assert one.edition
        assert one.source
        assert one.licence
        assert all(scale.higher for scale in one.scales)
        assert all(scale.name for scale in one.scales) == (len(one.scales) > 1)


def test_totals_only_are_those_whose_key_nobody_confirmed() -> None:
    assert {one.id for one in shipped_instruments() if one.is_total_only} == {"psi-ii", "sas"}
    for name in ("psi-ii", "sas"):
        assert [scale.id for scale in find_shipped(name).scales] == ["sociotropy", "autonomy"]


def test_provisional_are_only_the_changes_of_the_cbi_and_the_pss_10() -> None:
    provisional = {
        (one.id, change.points)
        for one in shipped_instruments()
        for scale in one.scales
        for change in scale.changes
        if change.status is Status.PROVISIONAL
    }
    assert provisional == {("cbi", 16), ("cbi", 22), ("cbi", 20), ("pss-10", 9)}


def test_there_is_none_of_another_name() -> None:
    with pytest.raises(NothingFoundError):
        find_shipped("none")


def test_the_example_is_a_questionnaire_that_can_be_scored() -> None:
    example = read_measure_file(example_file(), "example.toml")
    assert example.id == "file.evening-ease"
    assert example.text(3).startswith("The shift")
    assert example.label(4) == "D"
    (found,) = score(example, "", {1: 4, 2: 4, 3: 0, 4: 2}).scores
    assert (found.value, found.lowest, found.highest) == (12, 0, 12)
