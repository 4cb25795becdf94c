"""What comes with the program for the support card: sections, numbers and fixed sentences."""

from datetime import date
from functools import cache

from caregiver_journal.base.content import ContentError, ContentFile, read_content, require_texts
from caregiver_journal.domain.support import Numbers, Section

_SENTENCES = ("nobody-watching", "cannot-call", "where-it-lies", "check-again", "for-you")


@cache
def _file() -> ContentFile:
    return read_content("support")


@cache
def sections() -> tuple[Section, ...]:
    """Return the sections of the card, in their order; raises ``ContentError``."""
    return _file().records("sections", _make_section)


@cache
def all_numbers() -> tuple[Numbers, ...]:
    """Return the numbers of each country there is; raises ``ContentError``."""
    return read_numbers(_file())


def read_numbers(file: ContentFile) -> tuple[Numbers, ...]:
    """Return the numbers of a content file; raises ``ContentError``."""
    return file.records("numbers", _make_numbers)


@cache
def sentences() -> dict[str, str]:
    """Return the card's fixed sentences by their names; raises ``ContentError``."""
    return read_sentences(_file())


def read_sentences(file: ContentFile) -> dict[str, str]:
    """Return the sentences of a content file by their names; raises ``ContentError``."""
    found = dict(file.records("sentences", _make_sentence))
    missing = [name for name in _SENTENCES if name not in found]
    if missing:
        raise ContentError(f"{file.name}: there is no sentence {missing[0]!r}")
    return found


def sentence(name: str) -> str:
    """Return one of the card's fixed sentences; raises ``ContentError``."""
    return sentences()[name]


def say_nobody_watches(*, lies_open: bool) -> str:
    """Say that nobody comes to help, and that nobody reads along unless the card lies open.

    Raises:
        ContentError: the content file is broken.
    """
    return sentence("cannot-call" if lies_open else "nobody-watching")


def find_numbers(country: str) -> Numbers | None:
    """Return the numbers of a country, or None; raises ``ContentError``."""
    return next((numbers for numbers in all_numbers() if numbers.country == country), None)


def _make_section(
    id: str,  # noqa: A002 - as in the file
    title: str,
    hint: str,
    line_hint: str,
    detail_hint: str,
) -> Section:
    require_texts(id, title, hint, line_hint, detail_hint)
    return Section(id, title, hint, line_hint, detail_hint)


def _make_numbers(
    *,
    country: str,
    emergency: str,
    emergency_text: str,
    line: str,
    line_text: str,
    source: str,
    checked: date,
) -> Numbers:
    require_texts(country, emergency, emergency_text, source)
    if (line, line_text) != ("", ""):  # a line has a number and words, or there is none
        require_texts(line, line_text)
    if type(checked) is not date:
        raise ValueError("checked is no day")
    return Numbers(country, emergency, emergency_text, line, line_text, source, checked)


def _make_sentence(id: str, text: str) -> tuple[str, str]:  # noqa: A002 - as in the file
    require_texts(id, text)
    return id, text
