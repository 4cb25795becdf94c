"""The support card: its sections and their words, and what the person has written."""

from functools import cache

from caregiver_journal.base.content import ContentFile, read_content
from caregiver_journal.domain.support import Part, Section
from caregiver_journal.journal.journal import Journal


@cache
def _file() -> ContentFile:
    return read_content("support")


@cache
def sections() -> tuple[Section, ...]:
    """Return the sections of the card, in their order; raises ``ContentError``."""
    return _file().records("sections", _make_section)


@cache
def _sentences() -> dict[str, str]:
    return dict(_file().records("sentences", _make_sentence))


def sentence(name: str) -> str:
    """Return one of the card's fixed sentences; raises ``ContentError``."""
    return _sentences()[name]


def read_card(journal: Journal) -> tuple[Part, ...]:
    """Return the sections as the person has them, empty ones too; raises ``ContentError``."""
    titles = journal.support.titles()
    lines = journal.support.lines()
    return tuple(
        Part(
            each.id,
            titles.get(each.id, each.title),
            tuple(line for line in lines if line.section == each.id),
        )
        for each in sections()
    )


def _make_section(
    id: str,  # noqa: A002 - as in the file
    title: str,
    hint: str,
    line_hint: str,
    detail_hint: str,
) -> Section:
    _refuse_empty(id, title, hint, line_hint, detail_hint)
    return Section(id, title, hint, line_hint, detail_hint)


def _make_sentence(id: str, text: str) -> tuple[str, str]:  # noqa: A002 - as in the file
    _refuse_empty(id, text)
    return id, text


def _refuse_empty(*texts: object) -> None:
    if not all(isinstance(text, str) and text.strip() for text in texts):
        raise ValueError("a text is missing")
