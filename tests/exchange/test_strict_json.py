import contextlib
import json
import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_journal.base.errors import ImportRefusedError
from caregiver_journal.exchange.strict_json import MAX_DEPTH, read_strictly

SECRET = "kept between us"

TEXTS = st.text().map(lambda text: text.replace("\0", ""))
PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63) + 1, 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda part: st.lists(part, max_size=3) | st.dictionaries(TEXTS, part, max_size=3),
    max_leaves=12,
)


def refused(data: bytes, most: int = 10_000) -> ImportRefusedError:
    with pytest.raises(ImportRefusedError) as caught:
        read_strictly(data, most)
    return caught.value


@given(PLAIN)
def test_json_is_read_as_it_was_written(value: object) -> None:
    assert read_strictly(json.dumps(value).encode()) == value
    assert (
        read_strictly(json.dumps(value, ensure_ascii=True, indent=1).encode("utf-8-sig")) == value
    )


@given(st.binary(max_size=60) | st.text('[]{}",:0123456789eE.-NaIfintyul\\ \n', max_size=60))
def test_anything_else_is_refused_and_nothing_worse(data: bytes | str) -> None:
    raw = data if isinstance(data, bytes) else data.encode()
    with contextlib.suppress(ImportRefusedError):
        read = read_strictly(raw)
        assert "\\u" in raw.decode() or read == json.loads(raw.decode("utf-8-sig"))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "There is nothing in this file."),
        (b" \n", "There is nothing in this file."),
        (b"[" * 10_001, "This file is far too large."),
        (b"{\n\n\xff}", "line 3: This is no UTF-8."),
        (b'{\n "a": 1,\n}', "line 3, column 1: This is no JSON, or a part of it is missing."),
        (b'{"a": [1, 2', "line 1, column 12: This is no JSON, or a part of it is missing."),
        (
            b'{"}": {"b": 1},\n "c": {"d": 1,\n "d": 2}}',
            "line 3, column 8: The record that ends here has one name twice.",
        ),
        (b'["NaN",\n NaN]', "line 2, column 2: No journal holds a number like this one."),
        (b"[-Infinity]", "line 1, column 2: No journal holds a number like this one."),
        (b"[1,1e999]", "line 1, column 4: No journal holds a number like this one."),
        (
            b"[1,\n\n9223372036854775808]",
            "line 3, column 1: No journal holds a number like this one.",
        ),
        (b"[-%s]" % (b"9" * 5000), "line 1, column 2: No journal holds a number like this one."),
        (b"[0.%s]" % (b"1" * 50), "line 1, column 2: No journal holds a number like this one."),
        (b"[" * 9_999, "Records lie too deep in one another."),
        (b"[" * 33 + b"]" * 33, "Records lie too deep in one another."),
        (b'{"a":' * 33 + b"1" + b"}" * 33, "Records lie too deep in one another."),
    ],
)
def test_says_what_is_wrong_and_where(data: bytes, sentence: str) -> None:
    assert refused(data).sentence == sentence
    assert refused(data).next_step == "Nothing was changed."


def test_depth_up_to_the_limit_is_read() -> None:
    data = b"[" * MAX_DEPTH + b"]" * MAX_DEPTH
    assert json.dumps(read_strictly(data)).encode() == data


@pytest.mark.parametrize(
    "data",
    [f'["{SECRET}"', f'{{"{SECRET}": 1, "{SECRET}": 2}}', f'["{SECRET}", NaN]', f'{{"{SECRET}"}}'],
)
def test_no_word_of_the_file_is_in_what_is_raised(data: str) -> None:
    error = refused(data.encode())
    assert error.__context__ is None
    assert error.__cause__ is None
    assert SECRET not in "".join(traceback.format_exception(error)) + repr(error) + error.place


def test_what_no_database_keeps_becomes_a_sign_that_can_be_kept() -> None:
    read = read_strictly(rb'{"a\u0000": ["\ud83d", "\ud83d\ude00", 1, {"b": "\udc00c"}]}')
    sign = "\N{REPLACEMENT CHARACTER}"
    assert read == {f"a{sign}": [sign, "\N{GRINNING FACE}", 1, {"b": f"{sign}c"}]}
