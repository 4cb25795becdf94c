"""Names and numbers in the person's own words are found, and little else."""

from time import process_time

import pytest
from domain.test_masking import DAY, a_summary
from hypothesis import given
from hypothesis import strategies as st
from support.vaults import quick

from caregiver_journal.base.content import read_words
from caregiver_journal.domain.guilt import Guilt
from caregiver_journal.domain.guilt_trend import GuiltTrend
from caregiver_journal.domain.mask import MAX_MASK, Mask
from caregiver_journal.domain.masking import mask_summary
from caregiver_journal.domain.summary import Drawing, Piece, Points, Quote, Ruled, Table, Words
from caregiver_journal.domain.telltale import Telltale, find_telltales, holds_no_case

ORDINARY = frozenset(read_words("ordinary_words"))


def found(*texts: str, known: tuple[str, ...] = ()) -> set[str]:
    return {each.word for each in look(*texts, known=known)}


def look(*texts: str, known: tuple[str, ...] = ()) -> tuple[Telltale, ...]:
    pieces = (Words(text, is_own=True) for text in texts)
    return find_telltales(a_summary(*pieces), (), known, ORDINARY)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I met Marta and was glad.", {"Marta"}),
        ("Quillon was here.", {"Quillon"}),
        ("She called. Then I went home. Nothing more.", set()),
        ("“Come here,” he said. ‘Why?’ (Nobody knew.)", set()),
        ("- Call back\n* Sleep\n2. Tea · Rest: Bath", set()),
        ("I’M SO TIRED OF THIS", set()),
        ("I’m, I'll, I", set()),
        ("he said I'M HERE", set()),
        ("the NHS and my Mum", {"NHS", "Mum"}),
        ("an iPhone", {"iPhone"}),
        ("on Monday in May we went to Leeds", {"Leeds"}),
        ("so Dr. Weiss and Mrs Long came", {"Weiss", "Long"}),
        ("I asked J. Long", {"J", "Long"}),
        ("with O'Brien and d’Artagnan", {"O'Brien", "Artagnan"}),
        ("it was MARTA'S", {"MARTA"}),
        ("at O'B it was", {"O'B"}),
        ("so (12345", {"12345"}),
        ("the Straße", {"Straße"}),
        ("in Андрей и дом", {"Андрей"}),
        ("write to m.weiss@web.de now", {"m.weiss@web.de"}),
        ("a @ b", set()),
        ("call +49 (30) 123-456 now", {"+49 (30) 123-456"}),
        ("call (030) 1234", {"(030) 1234"}),
        ("call 06 12 34 56 78", {"06 12 34 56 78"}),
        ("born 12.3.80 or 3/4/1980", {"12.3.80", "3/4/1980"}),
        ("in room 312, floor 3", {"312"}),
        ("rated 7 7 8 at 17:40 and 10 12:30, 3.5 of 10", set()),
        ("1,200 in 2024", {"1,200", "2024"}),
        ("on 3 Nov 2026 and 3 – 1234, The A – Open", {"1234"}),
        ("(0–4", set()),
        ("ward b12345 and 12b", {"b12345"}),
        ("x" * 9 + "1" * MAX_MASK, set()),
        ("a " + "Q" * (MAX_MASK + 1), set()),
        ("שלום דליה", set()),
    ],
)
def test_names_and_numbers_are_found(text: str, words: set[str]) -> None:
    assert found(text) == words


def test_a_beginner_counts_where_it_is_a_name_inside_too() -> None:
    assert found("Hope was tired.") == {"Hope"}
    assert found("Hope was tired. I hope so.") == set()
    assert found("Hope was tired. I hope so. I saw Hope.") == {"Hope"}
    assert found("Block was here.") == set()
    assert found("Block was here. I saw Block.") == {"Block"}


def test_they_are_counted_with_a_few_words_around_the_first() -> None:
    text = "Marta called me again and again in the night, because Zoe and Marta’s phone 12345 broke"
    marta, zoe, number = look(text, "MARTA")
    assert (marta.word, marta.count, marta.is_number) == ("Marta", 3, False)
    assert marta.context == "Marta called me again and again in the…"
    assert (zoe.word, zoe.count) == ("Zoe", 1)
    assert zoe.context == "…and again in the night, because Zoe and Marta’s phone 12345 broke"
    assert (number.word, number.is_number) == ("12345", True)


def test_a_long_row_without_blanks_is_cut_for_its_context() -> None:
    (one,) = look("x" * 90 + " Marta" + "-" * 90)
    assert len(one.context) < 90
    assert "Marta" in one.context


def test_what_was_decided_about_is_not_asked_again() -> None:
    summary = a_summary(Words("so Marta and Zoe, 12345, Anna Maria", is_own=True))
    masks = [Mask("marta", "M."), Mask("12 345", may_stay=True), Mask("Anna Maria")]
    assert [one.word for one in find_telltales(summary, masks)] == ["Zoe"]


def test_names_of_the_program_are_not_asked_about() -> None:
    assert found("the Kind Hand and a Hand", known=("Kind Hand",)) == {"Hand"}


def test_only_the_persons_own_words_are_looked_at() -> None:
    other: tuple[Piece, ...] = (
        Words("so Other"),
        Points((("so Other", ""),), is_own=False),
        Table("so Other", ("a Other",), (("a Other",),)),
        Ruled(2),
    )
    assert not find_telltales(a_summary(*other, title="so Other"), ())
    own = (
        Words("so Words", is_own=True),
        Points((("so Points", "so Below"),)),
        Table("so Other", ("a Head",), (("a Cell",),), is_own=True),
        Quote("on Heading", (("so Other", "so Text"),)),
        Drawing(GuiltTrend((Guilt("x", DAY, "the Asker", 3, 2),), 1, DAY, DAY), "so Other"),
    )
    words = {one.word for one in find_telltales(a_summary(*own), ())}
    assert words == {"Words", "Points", "Below", "Head", "Cell", "Heading", "Text", "Asker"}


def test_short_numbers_in_tables_and_drawings_are_counts() -> None:
    cells = Table("", (), (("so 312", "174 days", "0171 234"),), is_own=True)
    drawn = Drawing(GuiltTrend((Guilt("x", DAY, "312, 12345", 3, 2),), 1, DAY, DAY), "")
    found_there = {one.word for one in find_telltales(a_summary(cells, drawn), ())}
    assert found_there == {"0171 234", "12345"}


def test_scripts_without_capitals_are_told_of() -> None:
    assert holds_no_case(a_summary(Words("met דליה", is_own=True)))
    assert not holds_no_case(a_summary(Words("met Marta, Андрей", is_own=True), Words("דליה")))


@pytest.mark.unwatched
@quick
@given(
    st.lists(
        st.one_of(
            st.from_regex(r"[A-ZÄŁÉ][a-zéöł]{1,7}", fullmatch=True),
            st.from_regex(r"[+(]?[0-9]{1,4}([ ./)-][0-9]{2,4}){1,3}", fullmatch=True),
            st.sampled_from(["O'Brien", "b123", "a.b@c.de", "iPhone", "NHS", "Müller-Ost", "7 7"]),
            st.text(st.sampled_from("aA1 .,'’-@(\u00ad\u0301דß"), max_size=6),
        ),
        max_size=8,
    ),
    st.sampled_from([" ", " and ", "\n", ". ", ": "]),
)
def test_what_is_masked_as_it_was_found_is_gone(words: list[str], between: str) -> None:
    summary = a_summary(Words(between.join(words), is_own=True))
    for _round in range(3):
        masks = [Mask(one.word, "—") for one in find_telltales(summary, ())]
        summary = mask_summary(summary, masks)
    assert find_telltales(summary, ()) == ()


@pytest.mark.parametrize("line", ["Marta 12345 ", "1", "1 ", "A", "a@", "A'", "- ", "(((", "12.3."])
def test_a_long_text_takes_no_time_to_speak_of(line: str) -> None:
    begun = process_time()
    look((line * 20_000)[:20_000])
    assert process_time() - begun < 5, "it is 0.04 s where lines are not watched"
