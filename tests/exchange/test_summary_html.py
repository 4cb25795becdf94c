"""A summary becomes one web page that says the same as its paper and reaches nowhere."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from support.strategies import anything
from support.summaries import (
    ARABIC,
    HEBREW,
    a_quarter,
    a_summary,
    mood,
    pages_of,
    saying,
    tags_of,
    without_drawings,
    words_of_page,
)
from support.trend_values import VALUES
from support.vaults import quick

from caregiver_journal.domain.summary import Drawing, Points, Quote, Ruled, Summary, Table, Words
from caregiver_journal.exchange.drawn import draw_all
from caregiver_journal.exchange.summary_html import POLICY, write_page
from caregiver_journal.exchange.summary_pdf import lay_out, write_pdf

WORD = re.compile(r"[A-Za-z0-9.:·→-]+")
"""What both readers find in the same order: they do not agree on lines from right to left."""


def page_of(summary: Summary) -> bytes:
    return write_page(summary, draw_all(summary))


@pytest.fixture(scope="module")
def quarter() -> bytes:
    return page_of(a_quarter())


def test_the_page_says_the_same_as_the_paper_in_the_same_order() -> None:
    summary = without_drawings(a_quarter())
    laid = lay_out(summary, draw_all(summary))
    said = []
    for page in pages_of(write_pdf(laid).content):
        body = page.replace(summary.foot, "")
        said.append(re.sub(r"\s*Page \d of \d\s*$", "", body))
    on_paper = WORD.findall(" ".join(said))
    on_page = WORD.findall(words_of_page(page_of(summary)))
    foot = WORD.findall(summary.foot)
    assert on_page == on_paper + foot
    assert len(on_page) > 100


def test_a_changed_word_is_not_the_same() -> None:
    assert "Soup" in words_of_page(page_of(without_drawings(a_quarter())))
    assert "Soup" not in words_of_page(page_of(saying(Words("Stew"))))


def test_it_reaches_nowhere_and_runs_nothing(quarter: bytes) -> None:
    tags = list(tags_of(quarter))
    names = {tag for tag, _said in tags}
    assert not names & {"script", "link", "img", "iframe", "object", "embed", "base", "form", "a"}
    (policy,) = [said for tag, said in tags if said.get("http-equiv")]
    assert policy == {"http-equiv": "Content-Security-Policy", "content": POLICY}
    for _tag, said in tags:
        assert not any(name.startswith("on") for name in said)
        for name in ("href", "src", "xlink:href"):
            assert (said.get(name) or "#").startswith("#")
    text = quarter.decode()
    assert "@import" not in text
    assert set(re.findall(r"url\((.)", text)) <= {"#"}
    addresses = set(re.findall(r"https?://[^\"'\s<]+", text))
    assert addresses <= {"http://www.w3.org/2000/svg"}, "a name, not a place"


def test_a_reader_finds_its_way(quarter: bytes) -> None:
    tags = list(tags_of(quarter))
    assert tags[0] == ("html", {"lang": "en"})
    names = [tag for tag, _said in tags]
    for landmark in ("header", "main", "footer", "h1", "title"):
        assert names.count(landmark) == 1
    sections = [said["aria-labelledby"] for tag, said in tags if tag == "section"]
    headings = [said["id"] for tag, said in tags if tag == "h2"]
    assert sections == headings == ["s1", "s2", "s3", "s4", "s5", "s6", "n1", "n2"]
    assert names.count("h3") == 1
    scopes = [said.get("scope") for tag, said in tags if tag == "th"]
    assert scopes.count("row") == 4
    assert scopes.count("col") == 7, "an empty head is none"
    assert names.count("caption") == names.count("table") == 2


def test_what_is_read_from_the_right_says_so_and_in_which_language() -> None:
    tags = list(tags_of(page_of(saying(Points(((HEBREW, ""), ("Left", ""))), Words(ARABIC)))))
    ways = [said for tag, said in tags if tag in {"li", "p"}]
    hebrew, arabic = ({"dir": "rtl", "lang": language} for language in ("he", "ar"))
    assert [each for each in ways if each.get("dir") == "rtl"] == [hebrew, hebrew, arabic]
    assert {"dir": "auto"} in ways
    quote = page_of(saying(Quote("Yesterday", (("What I said", HEBREW),))))
    assert [said for tag, said in tags_of(quote) if tag == "blockquote"] == [hebrew]


def test_each_drawing_says_what_there_is_to_see() -> None:
    summary = saying(Drawing(VALUES["mood"](91), 'Lower & lower, "really".'))
    (drawn,) = [said for tag, said in tags_of(page_of(summary)) if tag == "svg"]
    assert (drawn["role"], drawn["aria-label"]) == ("img", 'Lower & lower, "really".')


@pytest.mark.unwatched
def test_drawings_on_one_page_do_not_share_names() -> None:
    summary = saying(*(Drawing(VALUES[name](91), "Seen.") for name in [*VALUES, *VALUES]))
    page = page_of(summary)
    ids = [said["id"] for _tag, said in tags_of(page) if "id" in said]
    assert len(ids) == len(set(ids)) > 60
    used = re.findall(r'(?:href="#|url\(#)([^")]+)', page.decode())
    assert used
    assert set(used) <= set(ids)


def test_what_only_looks_like_a_name_in_a_drawing_stays_as_it_was() -> None:
    from caregiver_journal.domain.event_mark import EventMark
    from caregiver_journal.domain.mood_trend import MoodTrend

    data = VALUES["mood"](91)
    assert isinstance(data, MoodTrend)
    words = 'x id="a" url(#b)'
    marked = replace(data, marks=(EventMark(data.series.first, words),))
    assert words in page_of(saying(Drawing(marked, "Seen."))).decode()


def test_it_is_light_and_dark_and_the_drawings_follow(quarter: bytes) -> None:
    text = quarter.decode()
    assert "prefers-color-scheme: dark" in text
    assert "svg { filter: invert(0.93); }" in text, "they are grey, so that nothing is lost"


def test_hostile_words_stay_words() -> None:
    hostile = "<script>x</script><img src=file:///etc/passwd> &amp; \"'><b onclick=x>"
    summary = replace(
        a_summary(
            *saying(
                Words(hostile),
                Points(((hostile, hostile),)),
                Table(hostile, (hostile,), ((hostile,),)),
                Quote(hostile, ((hostile, hostile),)),
                Ruled(1),
            ).sections,
        ),
        title=hostile,
        subtitle=hostile,
        foot=hostile,
        rules=(hostile,),
        limits=(hostile,),
    )
    page = page_of(summary)
    names = {tag for tag, _said in tags_of(page)}
    assert not names & {"script", "img", "b"}
    assert words_of_page(page).count(hostile) == 13


@given(anything)
@quick
def test_any_text_makes_a_page(text: str) -> None:
    page = page_of(saying(Words(text), Quote(text, ((text, text),)), Points(((text, text),))))
    assert words_of_page(page)
    page.decode("utf-8")
    assert not re.search(r"[\x00-\x08\x0b-\x1f]", page.decode())


def test_the_drawing_of_a_month_is_in_it() -> None:
    page = page_of(a_summary(mood(30))).decode()
    assert page.count("<svg") == page.count("</svg>") == 1
    assert "<?xml" not in page
    assert page.lower().count("<!doctype") == 1
