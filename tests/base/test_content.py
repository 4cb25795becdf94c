"""Content files are read as they lie in the program's resources."""

from collections.abc import Callable

import pytest

from caregiver_journal.base.content import read_tables, read_words


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


@pytest.mark.parametrize("read", [read_words, read_tables])
def test_a_file_outside_the_resources_is_refused(read: Callable[[str], object]) -> None:
    with pytest.raises(ValueError, match="outside"):
        read("../../../../etc/passwd")
