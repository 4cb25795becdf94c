"""A recovery code survives being written down and typed again, and no slip goes unnoticed."""

import base64
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.vaults import quick

from caregiver_journal.base.errors import MistypedCodeError
from caregiver_journal.vault.recovery_code import read_code, write_code

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SECRET = bytes(range(7, 27))
secrets = st.binary(min_size=20, max_size=20)


@quick
@given(secrets)
def test_every_code_can_be_read_again(secret: bytes) -> None:
    assert read_code(write_code(secret)) == secret


def test_a_code_is_nine_groups_of_four_without_look_alikes() -> None:
    groups = write_code(SECRET).split("-")
    assert [len(group) for group in groups] == [4] * 9
    assert set("".join(groups)) <= set(ALPHABET)
    assert not set("ILOU") & set(ALPHABET)


def test_the_code_of_a_known_secret_never_changes() -> None:
    assert write_code(bytes(20)) == "-".join(["0000"] * 9)
    assert write_code(SECRET) == "0W40-J2GB-1G6G-W3RG-2491-650N-2RBH-G68T-TFW2"
    plain = base64.b32encode(SECRET).decode()
    crockford = plain.translate(str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", ALPHABET))
    assert write_code(SECRET).replace("-", "").startswith(crockford)


@pytest.mark.parametrize(
    "typed",
    [
        "{code}",
        "  {lower}\n",
        "{plain}",
        "{blanks}",
        "{wide}",
        "{minus}",
        "{letters}",
        "({code}).",
    ],
)
def test_it_may_be_typed_in_many_ways(typed: str) -> None:
    code = write_code(SECRET)
    assert "0" in code
    assert "1" in code
    ways = {
        "code": code,
        "lower": code.lower(),
        "plain": code.replace("-", ""),
        "blanks": code.replace("-", " "),
        "wide": "".join(chr(ord(c) + 0xFEE0) for c in code),
        "minus": code.replace("-", " \N{MINUS SIGN} "),
        "letters": code.replace("0", "o").replace("1", "l"),
    }
    assert read_code(typed.format(**ways)) == SECRET
    assert read_code(code.replace("1", "i")) == SECRET


@quick
@given(secrets, st.integers(0, 35), st.integers(1, 31))
def test_no_wrong_character_goes_unnoticed(secret: bytes, place: int, step: int) -> None:
    characters = list(write_code(secret).replace("-", ""))
    characters[place] = ALPHABET[(ALPHABET.index(characters[place]) + step) % 32]
    with pytest.raises(MistypedCodeError):
        read_code("".join(characters))


@pytest.mark.unwatched
def test_of_20_000_typing_mistakes_none_goes_unnoticed() -> None:
    chance = random.Random(20_000)
    unnoticed = 0
    for _ in range(20_000):
        code = write_code(chance.randbytes(20)).replace("-", "")
        typed = _mistype(chance, code)
        unnoticed += typed != code and _is_accepted(typed)
    assert unnoticed == 0


def test_swapped_neighbours_are_noticed_at_every_place() -> None:
    code = write_code(SECRET).replace("-", "")
    for i in range(35):
        typed = code[:i] + code[i + 1] + code[i] + code[i + 2 :]
        assert typed == code or not _is_accepted(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "-",
        "0" * 35,
        "0" * 37,
        "U" * 36,
        "ß" * 36,
        "ż" * 36,
        "0" * 100_000,
        "\ud800" * 36,
        "\N{ARABIC-INDIC DIGIT ZERO}" * 36,
    ],
)
def test_what_cannot_be_a_code_is_called_a_typing_mistake(typed: str) -> None:
    with pytest.raises(MistypedCodeError) as caught:
        read_code(typed)
    assert caught.value.field == "code"


@quick
@given(st.text())
def test_any_text_at_all_is_a_code_or_a_typing_mistake(typed: str) -> None:
    assert _is_accepted(typed) in {True, False}


def _mistype(chance: random.Random, code: str) -> str:
    i = chance.randrange(35)
    if chance.random() < 0.5:
        return code[:i] + code[i + 1] + code[i] + code[i + 2 :]
    return code[:i] + chance.choice(ALPHABET) + code[i + 1 :]


def _is_accepted(typed: str) -> bool:
    try:
        read_code(typed)
    except MistypedCodeError:
        return False
    return True
