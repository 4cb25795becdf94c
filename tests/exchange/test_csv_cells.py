"""No cell of a table is a formula to any spreadsheet, whatever somebody wrote."""

import csv
import io
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.hostile import HOSTILE
from support.strategies import anything
from support.vaults import quick

from caregiver_journal.exchange.csv_cells import Cell, defuse, writing_rows

_FORMULA = re.compile(
    r"^[\s\u00a0\ufeff\u200b-\u200f\u2060]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]|^[\t\r\n]"
)
_IS_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")

triggers = st.text(
    st.sampled_from("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20 ';,\"\ufeff\u200bA1(|)!.5"),
    min_size=1,
    max_size=12,
)


def formulas(content: bytes, separator: str = ",") -> list[str]:
    """Return the cells of a file that a spreadsheet would work out."""
    text = content.decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text), delimiter=separator) for cell in row]
    return [cell for cell in cells if _FORMULA.match(cell) and not _IS_NUMBER.fullmatch(cell)]


def write(*rows: tuple[Cell, ...]) -> bytes:
    file = io.BytesIO()
    with writing_rows(file, ["first", "second"]) as add:
        for row in rows:
            add(row)
    return file.getvalue()


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def test_the_detector_finds_what_is_planted() -> None:
    planted = 'a,=1+1\r\n"\t=x","-cmd"\r\n-5,"\uff1dA1"\r\n"\u200b@x",b\r\n'
    assert formulas(planted.encode()) == ["=1+1", "\t=x", "-cmd", "\uff1dA1", "\u200b@x"]


@quick
@given(anything | triggers, anything | triggers)
@example("=1+1", "a\n=1+1;=1+1\t=1+1")
def test_no_text_is_a_formula(first: str, second: str) -> None:
    content = write((first, second))
    assert formulas(content) == []
    assert len(read(content)) == 2


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_what_is_hostile_is_text_whatever_divides_the_cells(text: str, separator: str) -> None:
    content = write((f"so; {text}", f"so\t{text}"), (text, text))
    found = [cell for cell in formulas(content, separator) if not re.match(r"-\s|\t", cell)]
    assert found == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("words", "words"),
        ("=1+1", "'=1+1"),
        ("  =1+1", "'  =1+1"),
        ("-5", "-5"),
        ("+0.5", "+0.5"),
        ("-5 and more", "'-5 and more"),
        ("\u0665", "\u0665"),  # a digit of another script is no number here, and no formula either
        ("milk\n- bread", "milk\n- bread"),
        ("milk;=bread", "milk;'=bread"),
        ("milk\n-bread", "milk\n'-bread"),
        ("", ""),
    ],
)
def test_an_apostrophe_stands_where_it_is_needed_and_nowhere_else(text: str, said: str) -> None:
    assert defuse(text) == said


def test_a_file_is_what_spreadsheets_take_for_utf_8() -> None:
    content = write(("ä", None), (-2, 2.5), (3.0, 'say "x"'))
    assert content == (
        b'\xef\xbb\xbf"first","second"\r\n"\xc3\xa4",""\r\n"-2","2.5"\r\n"3","say ""x"""\r\n'
    )


def test_a_file_that_is_given_up_is_left_open() -> None:
    file = io.BytesIO()

    def give_up() -> None:
        with writing_rows(file, ["first"]):
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        give_up()
    assert not file.closed
