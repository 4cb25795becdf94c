"""Words of the person are drawn as they are, whatever is in them."""

from datetime import date

import pytest
from support.drawn import drawing_of
from support.trend_values import LAST, a_measure_trend, a_mood_trend, a_practice_trend

from caregiver_journal.base.look import read_look
from caregiver_journal.charts.engine import load_engine
from caregiver_journal.charts.picture import draw_picture, write_svg
from caregiver_journal.charts.style import style_of
from caregiver_journal.charts.words import (
    UNKNOWN,
    drawable,
    shortened_to,
    small_size,
    width_of,
    wrapped_to,
)
from caregiver_journal.domain.word_counts import WordCount, WordCounts

LIGHT = read_look("light")
ODD = (
    "$x$", "_x", "$\\frac{1}{0$", "$$", "50 % \\alpha", "<b>&amp;", "{brace}", "#", "^",
    "עייפה", "متعب", "日本", "\U0001f600", "e\N{COMBINING ACUTE ACCENT}", "ﬁne", "a" * 40,
)  # fmt: skip


def counts_of(*words: str) -> WordCounts:
    counts = tuple(WordCount(word, 9) for word in words)
    return WordCounts(counts, 9, date(2026, 9, 1), LAST)


def test_words_of_any_kind_are_drawn_without_a_warning() -> None:
    data = counts_of(*ODD)
    draw_picture(data, LIGHT, 560, 400)
    svg = write_svg(data, LIGHT, 560, 400).decode()
    for word in ("$x$", "_x", "$\\frac{1}{0$", "$$", "{brace}", "עייפה", "متعب"):
        assert f">{word}<" in svg
    assert ">&lt;b&gt;&amp;amp;<" in svg
    assert "日" not in svg, "no font of the drawing has it"
    assert f">{UNKNOWN}{UNKNOWN}<" in svg


def test_marks_titles_and_cut_offs_are_literal_too() -> None:
    from dataclasses import replace

    from caregiver_journal.domain.event_mark import EventMark

    mood = a_mood_trend()
    odd = replace(mood, marks=(EventMark(mood.series.first, "$_x$ 日本"),))
    assert ">$_x$ □□<" in write_svg(odd, LIGHT, 560, 240).decode()
    practice = a_practice_trend()
    first = replace(practice.exercises[0], title="_$y$")
    assert ">_$y$<" in write_svg(replace(practice, exercises=(first,)), LIGHT, 560, 240).decode()
    measures = a_measure_trend()
    scale = replace(measures.scales[0], title="$a$", scale="_b")
    assert ">$a$ · _b<" in write_svg(replace(measures, scales=(scale,)), LIGHT, 560, 240).decode()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("two\nlines", "two lines"),
        ("é", "é"),
        ("\U0001f44d\U0001f3fd", UNKNOWN),
        ("a\N{ZERO WIDTH JOINER}\N{VARIATION SELECTOR-16}b", "ab"),
        ("x" * 61, f"{'x' * 59}…"),
    ],
)
def test_what_no_font_has_is_a_square(text: str, words: str) -> None:
    with drawing_of(counts_of("a")):
        assert drawable(text) == words


def test_text_is_measured_and_shortened_to_a_width() -> None:
    load_engine()
    from matplotlib import rc_context

    with rc_context(style_of(LIGHT, 12)):  # type: ignore[arg-type]
        size = small_size()
        assert size == pytest.approx(12 * 0.85)
        whole = width_of("Compassion", size)
        assert whole > width_of("Compass", size) > 0
        assert width_of("Compassion", size, 600) > whole
        assert shortened_to("Compassion", whole, size) == "Compassion"
        short = shortened_to("Compassion", whole * 0.6, size)
        assert short.endswith("…")
        assert width_of(short, size) <= whole * 0.6
        assert shortened_to("Compassion", 1, size) == ""


def test_a_title_takes_two_lines_at_most() -> None:
    with drawing_of(counts_of("a")):
        assert wrapped_to("Mood", 200) == ("Mood",)
        first, second = wrapped_to("Mood by days since a day off", 110)
        assert (first + " " + second).startswith("Mood by days since")
        lines = wrapped_to("Secondary traumatic stress of those who care", 80)
        assert len(lines) == 2
        assert lines[1].endswith("…")
        assert len(wrapped_to("Unbreakableness", 30)) == 1
