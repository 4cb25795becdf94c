"""Content files are read as they lie in the program's resources."""

from collections.abc import Callable

import pytest

from caregiver_journal.base.content import (
    ContentError,
    ContentFile,
    read_content,
    read_tables,
    read_words,
)
from caregiver_journal.base.errors import InvalidValueError


def test_the_words_for_passphrases_are_many_plain_and_different() -> None:
    words = read_words("passphrase_words")
    assert len(words) >= 1_024  # six of them make 60 bits
    assert len(set(words)) == len(words)
    assert all(word.isascii() and word.isalpha() and word.islower() for word in words)


def test_words_are_read_once() -> None:
    assert read_words("passphrase_words") is read_words("passphrase_words")


def test_tables_are_read_as_they_stand() -> None:
    first, *_rest = read_tables("feelings")["feeling"]
    assert first.keys() == {"word", "meaning", "pleasant", "energy"}
    assert isinstance(first["word"], str)
    assert isinstance(first["energy"], int)


@pytest.mark.parametrize("read", [read_words, read_tables, read_content])
def test_a_file_outside_the_resources_is_refused(read: Callable[[str], object]) -> None:
    with pytest.raises(ValueError, match="outside"):
        read("../../../../etc/passwd")


def test_a_table_that_is_needed_is_missed() -> None:
    assert read_tables("sample", "slots")
    with pytest.raises(ContentError, match=r"feelings\.toml: there is no \[slots\]"):
        read_tables("feelings", "slots")


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(
        ContentError, match=r"nowhere\.toml: it cannot be read \(FileNotFoundError\)"
    ):
        read_content("nowhere")


# --- records are checked as they are made ---------------------------------------------------------

GOOD = 'schema = 1\n\n[[words]]\nid = "one"\nlevel = 2\n\n[[words]]\nid = "two"\nlevel = 3\n'


def make(id: str, level: int) -> str:  # noqa: A002 - as the field is called
    if level > 5:
        raise InvalidValueError("at most 5")
    return f"{id}:{level}"


def test_records_are_made_in_their_order() -> None:
    assert ContentFile("words.toml", GOOD).records("words", make) == ("one:2", "two:3")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD.replace("3", "9"), "words.toml, line 7: words 'two': at most 5"),
        (GOOD.replace('"two"', '"one"'), "words.toml, line 7: words 'one': this id is there twice"),
        (GOOD.replace("level", "height", 1), "words.toml, line 3: words 'one': .*'height'"),
        (GOOD.replace('id = "two"\n', ""), "words.toml, line 7: words 'number 2': .*'id'"),
        ("schema = 1\n", r"words.toml: there are no \[\[words\]\]"),
        ("words = [1]\n", r"words.toml: there are no \[\[words\]\]"),
        ("words = \n", r"words.toml: .*line 1"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, said: str) -> None:
    with pytest.raises(ContentError, match=said):
        ContentFile("words.toml", text).records("words", make)


def test_inline_records_have_no_line_of_their_own() -> None:
    file = ContentFile("words.toml", 'words = [{ id = "one", level = 9 }]\n')
    with pytest.raises(ContentError, match=r"words\.toml: words 'one': at most 5"):
        file.records("words", make)


def test_a_content_file_is_read_from_the_resources() -> None:
    assert read_content("builder").name == "builder.toml"


def test_tables_that_are_not_known_are_refused() -> None:
    file = ContentFile("x.toml", "schema = 1\n[[a]]\n[[b]]\n")
    file.allow("a", "b")
    with pytest.raises(ContentError, match=r"x\.toml: “b” is not known here"):
        file.allow("a")
