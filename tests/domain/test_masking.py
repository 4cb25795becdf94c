"""No masked word is left in any string of a summary, in whatever form it was written."""

# ruff: noqa: RUF001 - letters that look like others are what it is about

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.trend_values import VALUES
from support.vaults import quick

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.charts.chart import _CHARTS
from caregiver_journal.domain.boundary import Answer
from caregiver_journal.domain.event_mark import EventMark
from caregiver_journal.domain.every_word import change_words
from caregiver_journal.domain.guilt import Guilt
from caregiver_journal.domain.guilt_trend import GuiltTrend
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.mask import MAX_MASK, Mask
from caregiver_journal.domain.masking import BAR, Masker, mask_summary
from caregiver_journal.domain.measure_trend import CutOff, MeasureTrend, ScaleTrend, Scored
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.summary import (
    Block,
    Drawing,
    Paper,
    Piece,
    Points,
    Quote,
    Ruled,
    Section,
    Summary,
    Table,
    Words,
)
from caregiver_journal.domain.telling import Behind, Row, Telling
from caregiver_journal.domain.word_counts import WordCount, WordCounts
from caregiver_journal.domain.year_of_days import YearOfDays

DAY = date(2026, 11, 20)


def a_summary(*pieces: Piece, subtitle: str = "", title: str = "Summary") -> Summary:
    section = Section(Block.TALK, title, pieces, title, (title,), ("marta-entry",))
    return Summary(
        title=title,
        subtitle=subtitle,
        language="en",
        period=Period(DAY, DAY),
        made=DAY,
        sections=(section,),
        limits=(title,),
        rules=(title,),
        foot=title,
    )


def masked(text: str, *words: str, instead: str = "X") -> str:
    return Masker([Mask(word, instead) for word in words]).mask(text)


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("Marta, MARTA and marta", ["Marta"], "X, X and X"),
        ("Marta's, Marta’s, Martas", ["Marta"], "X's, X’s, Xs"),
        ("Smarta Martan marta2", ["Marta"], "Smarta Martan marta2"),
        ("_Marta_ *Marta* (Marta)", ["marta"], "_X_ *X* (X)"),
        ("Smith-Jones", ["Smith"], "X-Jones"),
        ("Smith-Jones Smith Jones Smith\n\n Jones", ["Smith Jones"], "X X X"),
        ("Smith, Jones", ["Smith Jones"], "Smith, Jones"),
        ("Anna. Maria came", ["Anna Maria"], "Anna. Maria came"),
        ("Dr Weiss, Dr. Weiss", ["Dr Weiss"], "X, X"),
        ("Dr Weiss, Dr. Weiss", ["Dr. Weiss"], "X, X"),
        ("the Weiss", ["Weiss Anna"], "the Weiss"),
        ("Anna Maria Weiss", ["Anna", "Anna Maria Weiss"], "X"),
        ("Zoë Zoe Zoe\u0308 ZOË", ["Zoë"], "X X X X"),
        ("Zoë", ["Zoe\u0308"], "X"),
        ("Mar\u00adta Ma\u200brta M\u2060arta \u2068Marta\u2069", ["Marta"], "X X X \u2068X\u2069"),
        ("Ｍａｒｔａ 𝐌arta", ["Marta"], "X X"),
        ("Strasse Straße STRASSE", ["Straße"], "X X X"),
        ("Straßes", ["Straße"], "Xs"),
        ("Işık IŞIK Łukasz Lukasz", ["Işik", "Lukasz"], "X X X X"),
        ("x\u0302a x\u0302", ["x\u0302a"], "X x\u0302"),
        ("030 1234567, 030/123 45-67, (030) 1234567", ["0301234567"], "X, X, (X"),
        ("12345 and 123456 and 1 2345", ["12345"], "X and 123456 and X"),
        ("12345 a 12346 1 a", ["12345"], "X a 12346 1 a"),
        ("١٢٣٤٥", ["12345"], "X"),
        ("12 12.5 3.12 room 12. 112", ["12"], "X 12.5 3.12 room X. 112"),
        ("12.3.1985 1985", ["1985"], "12.3.X X"),
        ("3.5", ["3.5"], "X"),
        ("m.weiss@web.de", ["m.weiss@web.de"], "X"),
        ("m weiss, and this is the web de", ["m.weiss@web.de"], "m weiss, and this is the web de"),
        ("O’Brien O'Brien", ["O'Brien"], "X X"),
        ("C++ c C ++", ["C++"], "X c X"),
        ("M. met Mx and xM.", ["M."], "X met Mx and xM."),
        ("a 🐢\ufe0f b 🐢", ["🐢"], "a X b X"),
        ("田中さんは田\n中", ["田中"], "XさんはX"),
        ("ガ ｶﾞ カ", ["ガ"], "X X カ"),
        ("민수는 미수", ["민수"], "X는 미수"),
        ("สมชายไป", ["สมชาย"], "Xไป"),
        ("ลุง\u0323ไป", ["ลุง"], "Xไป"),
        ("דליה ודליה לדליה שֶׁדַּלְיָה כשלדליה", ["דליה"], "X וX לX שֶׁX כשלX"),
        ("דליהה אבגדליה", ["דליה"], "דליהה אבגדליה"),
        ("خالد وخالد لخالد بالخالد للخالد", ["خالد"], "X وX لX بالX للX"),
        ("للخطيب الخطيب وللخطيب", ["الخطيب"], "لX X ولX"),
        ("أحمد احمد أَحْمَد احـمد", ["احمد"], "X X X X"),
        ("Андрей андрея", ["Андрей"], "X андрея"),
    ],
)
def test_words_are_found_in_all_their_forms(text: str, words: list[str], left: str) -> None:
    assert masked(text, *words) == left


def test_no_alias_is_a_black_bar_whose_length_tells_nothing() -> None:
    assert masked("Bo and Wilhelmina", "Bo", "Wilhelmina", instead="") == f"{BAR} and {BAR}"


def test_what_may_stay_does() -> None:
    assert Masker([Mask("Marta", may_stay=True)]).mask("Marta") == "Marta"
    assert Masker([]).mask("Marta") == "Marta"


def test_a_replacement_is_never_masked_again() -> None:
    masks = [Mask("Anna", "Maria"), Mask("Maria", "Anna")]
    assert Masker(masks).mask("Anna saw Maria") == "Maria saw Anna"


def test_overlapping_masks_leave_no_rest() -> None:
    masks = [Mask("Anna Maria", "A."), Mask("Maria von Weiss", "W."), Mask("Weiss", "X")]
    assert Masker(masks).mask("Anna Maria von Weiss") == "W."
    assert Masker(masks).mask("Anna Maria Weiss") == "A. X"
    assert Masker(masks).mask("Maria von Weiss Anna Maria") == "W. A."


def test_the_longest_of_equal_beginnings_counts() -> None:
    masks = [Mask("Anna", "a"), Mask("Anna Maria", "b"), Mask("Anna Maria Weiss", "c")]
    assert Masker(masks).mask("Anna Maria Weiss, Anna Maria, Anna") == "c, b, a"


NAMES = ["Quillon", "Zoë Überall", "דליה", "田中", "0171 2345678", "O'Brien"]


def shown(names: Iterable[str]) -> Summary:
    """Return a summary that says names wherever it can hold words."""
    text = "; ".join(names)
    scale = ScaleTrend(
        "own-1", text, text, 0, 9, (Scored("marta-entry", DAY, 1, text, text),), None,
        (CutOff(1, text, text),), changes=(text,), since_first=text, higher=text,
    )  # fmt: skip
    telling = Telling(
        text, text, text, (text,), (Row((text,), Behind(Query(words=text), "marta-entry")),)
    )
    return a_summary(
        Words(text, is_own=True),
        Points(((text, text),)),
        Table(text, (text,), ((text,),)),
        Quote(text, ((text, text),)),
        Ruled(3),
        Drawing(MeasureTrend((scale,), DAY, DAY), text),
        Drawing(GuiltTrend((Guilt("marta-entry", DAY, text, 3, 2),), 1, DAY, DAY), text),
        Drawing(WordCounts((WordCount(text, 3),), 3, DAY, DAY), text),
        Drawing(telling, text),
        Drawing(MappingProxyType({text: [frozenset({text})]}), text),
        Drawing({"a": {text}}, text),
        subtitle=text,
        title=text,
    )


@quick
@given(st.lists(st.sampled_from(NAMES), min_size=1, unique=True))
@example(NAMES)
def test_no_string_of_a_summary_holds_a_masked_word(names: list[str]) -> None:
    summary = shown(NAMES)
    assert all(name in repr_of(summary) for name in NAMES)
    after = repr_of(mask_summary(summary, [Mask(name, "—") for name in names]))
    assert not [name for name in names if name in after]
    assert all(name in after for name in NAMES if name not in names)


def repr_of(summary: Summary) -> str:
    """Return every string of a summary, however deep."""
    there: list[str] = []

    def note(text: str) -> str:
        there.append(text)
        return text

    change_words(summary, note)
    return "\n".join(there)


@pytest.mark.unwatched
@quick
@given(
    st.lists(st.from_regex(r"[A-Z][a-zéöł]{2,7}( [A-Z][a-z]{2,5})?", fullmatch=True), min_size=1),
    st.text(st.sampled_from("\n ,.-'’()\u00ad\u200b"), min_size=1, max_size=2),
    st.sampled_from([str.upper, str.lower, str.title, str.swapcase]),
)
def test_words_do_not_slip_through(words: list[str], between: str, form: object) -> None:
    assert callable(form)
    text = f" {between} ".join(str(form(word)) for word in words)
    after = masked(f"“{text}”", *words, instead="█").casefold()
    assert not [word for word in words if f" {word.casefold()} " in f" {after} "]
    assert not [sign for sign in after if sign.isalpha()]


def test_what_drawings_decide_by_stays() -> None:
    data = (Answer.AGAINST, Kind.MOOD, Paper.A4, 1, 2.5, None, DAY, range(3))
    summary = a_summary(Drawing(data, "against"))
    after = mask_summary(summary, [Mask(word) for word in ("against", "mood", "a4", "en", "talk")])
    piece = after.sections[0].pieces[0]
    assert isinstance(piece, Drawing)
    assert piece.data == data
    assert piece.sentence == BAR
    assert after.language == "en"
    assert after.sections[0].block is Block.TALK
    masks = [Mask("marta-entry")]
    assert mask_summary(summary, masks).sections[0].entry_ids == ("marta-entry",)
    behind = Drawing(Row(("marta-entry",), Behind(entry_id="marta-entry")), "")
    (after_row,) = mask_summary(a_summary(behind), masks).sections[0].pieces
    assert isinstance(after_row, Drawing)
    assert after_row.data == Row((BAR,), Behind(entry_id="marta-entry"))


def test_an_alias_longer_than_what_was_checked_is_no_mistake() -> None:
    mark = EventMark(DAY, "Marta " * 9)
    (piece,) = mask_summary(
        a_summary(Drawing(mark, "")), [Mask("Marta", "m" * 80)]
    ).sections[0].pieces  # fmt: skip
    assert isinstance(piece, Drawing)
    assert isinstance(piece.data, EventMark)
    assert len(piece.data.text) > 700


def test_what_was_worked_out_from_words_before_is_left_behind() -> None:
    before = _Kept("Marta")
    assert before.loud == "MARTA"
    assert change_words(before, str.lower).loud == "MARTA"
    assert change_words(before, len_of).loud == "5"


@dataclass(frozen=True)
class _Kept:
    word: str

    @cached_property
    def loud(self) -> str:
        return self.word.upper()


def len_of(text: str) -> str:
    return str(len(text))


class _Pair(NamedTuple):
    one: str
    entry_id: str


def test_named_tuples_stay_what_they_are() -> None:
    assert change_words(_Pair("a", "a"), str.upper) == _Pair("A", "a")
    assert type(change_words(_Pair("a", "a"), str.upper)) is _Pair


def test_what_cannot_be_looked_through_does_not_leave() -> None:
    with pytest.raises(TypeError, match="bytes"):
        mask_summary(a_summary(Drawing(b"Marta", "")), [Mask("Marta")])


def test_all_that_is_drawn_can_be_looked_through() -> None:
    drawn = [make(91) for make in VALUES.values()]
    assert {YearOfDays, *map(type, drawn)} == set(_CHARTS), "a year of days holds no words"
    for data in drawn:
        assert change_words(data, str) == data


@pytest.mark.parametrize(
    "line",
    [
        "Marta went with Anna Maria to the ward, it was Dr. Weiss who called 030 123456.\n",
        "1 2 3 ",
        "1",
        "田",
        "Anna ",
        "Marta\u200b",
    ],
)
def test_a_long_text_with_many_masks_takes_no_time_to_speak_of(line: str) -> None:
    text = (line * 20_000)[:20_000]
    masks = [Mask(f"Name{number} Other{number}") for number in range(93)]
    masks += [Mask(word) for word in ("Marta", "Anna Maria", "Dr Weiss", "030123456", "田中", "12")]
    masks.append(Mask("Anna " * 15 + "Weiss"))
    begun = time.process_time()
    assert not [name for name in ("Marta ", "Anna Maria") if name in Masker(masks).mask(text)]
    assert time.process_time() - begun < 5, "it is 0.02 s where lines are not watched"


def test_a_word_that_nobody_sees_masks_nothing() -> None:
    assert masked("a\u200bb", "\u200b") == "a\u200bb"


def test_a_mask_needs_a_word_that_is_not_too_long() -> None:
    assert Mask("  Anna\n Maria ").word == "Anna Maria"
    with pytest.raises(InvalidValueError) as nothing:
        Mask(" ")
    assert nothing.value.field == "word"
    with pytest.raises(InvalidValueError) as long:
        Mask("Anna", "a" * (MAX_MASK + 1))
    assert long.value.field == "instead"
