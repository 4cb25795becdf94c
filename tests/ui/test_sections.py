"""The one list of pages: each can be made, named and drawn."""

import pytest
import shiboken6
from support.driver import Driver

from caregiver_journal.base.errors import DamagedError
from caregiver_journal.base.places import resource
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.sections import SECTIONS, Section
from caregiver_journal.vault.statements import Statements


def test_each_page_is_named_once() -> None:
    keys = [section.key for section in SECTIONS]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.key)
def test_a_page_with_a_row_has_an_icon(section: Section) -> None:
    assert bool(section.title) == bool(section.icon)
    if section.icon:
        assert resource("icons", f"{section.icon}.svg").is_file()


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.key)
def test_a_page_can_be_made_and_opened_from_anywhere(writer: Driver, section: Section) -> None:
    assert writer.window.shell is not None
    writer.window.shell.go_to(Destination(section.key))
    assert writer.page() == section.key


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.key)
def test_a_page_is_made_whole_even_when_nothing_can_be_read(
    writer: Driver, monkeypatch: pytest.MonkeyPatch, section: Section
) -> None:
    """A widget whose making breaks off half-way can take the process with it (PySide6 6.11)."""

    def refuse(*_arguments: object) -> None:
        raise DamagedError

    assert writer.window.shell is not None
    context = writer.window.shell.context
    with monkeypatch.context() as damaged:
        damaged.setattr(Statements, "rows", refuse)
        page = section.make(context)
    shiboken6.delete(page)
