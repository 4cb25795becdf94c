"""Each day has its square, in the colour of its level and with its number, also on paper."""

import re
from datetime import date, timedelta

import pytest

from caregiver_journal.base.look import read_look
from caregiver_journal.charts.chart import chart_of
from caregiver_journal.charts.picture import draw_picture, write_svg
from caregiver_journal.domain.series import make_series
from caregiver_journal.domain.year_of_days import YearOfDays, behind_day, say_day_mood

TODAY = date(2026, 11, 20)
PAUSE = (TODAY - timedelta(days=20), TODAY - timedelta(days=19))


def year_of(days: int) -> YearOfDays:
    """Return days of which the last five have the levels five to one."""
    found = [(TODAY - timedelta(days=n), float(n)) for n in range(1, 6)]
    first = TODAY - timedelta(days=days - 1)
    return YearOfDays(make_series(found, first, TODAY), TODAY, (PAUSE,))


def svg_of(year: YearOfDays) -> str:
    return write_svg(year, read_look("light"), 900, 200).decode()


def shapes(svg: str, group: str) -> int:
    """Return how many squares or numbers a group has."""
    found = re.search(rf'<g id="{group}">(.*?)(?=<g id="(?!m)|\Z)', svg, re.DOTALL)
    assert found is not None
    return found[1].count("<use")


def test_each_level_is_there_once_and_once_in_the_key() -> None:
    svg = svg_of(year_of(365))
    for level in range(1, 6):
        assert shapes(svg, f"numbers-{level}") == 2
        assert read_look("light").mood[level - 1].lower() in svg


def test_words_stay_words_and_months_are_named() -> None:
    svg = svg_of(year_of(365))
    for word in ("Dec", "Jan 2026", "Nov", "from 1, very low, to 5, very good"):
        assert f">{word}<" in svg
    assert svg == svg_of(year_of(365)), "the same days make the same file"


@pytest.mark.parametrize("days", [1, 365, 3650])
def test_every_day_has_a_spot_within_the_picture(days: int) -> None:
    year = year_of(days)
    picture = draw_picture(year, read_look("light"), 900, 60 + 160 * (days // 365 + 1))
    assert len(picture.spots) == days
    for spot in picture.spots:
        assert 0 <= spot.x <= 900
        assert 0 <= spot.y <= picture.height
    last = picture.spots[-1]
    assert (last.words, last.behind) == (say_day_mood(year, TODAY), behind_day(TODAY))
    places = {(round(spot.x), round(spot.y)) for spot in picture.spots}
    assert len(places) == days, "no two days lie on one another"


def test_more_years_are_higher() -> None:
    chart = chart_of(year_of(365))
    assert chart.lines_high(year_of(1000)) > 2 * chart.lines_high(year_of(365))
