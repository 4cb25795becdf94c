"""Somebody writes a scale of their own, changes it, deletes it, and takes that back."""

import pytest
from PySide6.QtWidgets import QAbstractButton
from support.driver import Driver
from support.looking import keyboard, settle
from support.measuring import answer
from support.trends import TODAY

from caregiver_journal.base.errors import DiskFullError, NothingFoundError
from caregiver_journal.journal.measuring import (
    Origin,
    Questionnaire,
    all_instruments,
    find_instrument,
)
from caregiver_journal.store.instruments import InstrumentStore
from caregiver_journal.ui.own_scales import OwnScales

ITEMS = "I said what I wanted.\nI left on time.\nI stayed silent."


@pytest.fixture
def scales(writer: Driver) -> OwnScales:
    """What the overview of questionnaires opens the sheet with."""
    shell = writer.window.shell
    assert shell is not None
    return OwnScales(shell.context, shell)


def own(writer: Driver) -> list[Questionnaire]:
    found = all_instruments(writer.journal).all
    return [each for each in found if each.origin is Origin.OWN]


def write(writer: Driver) -> None:
    writer.type_into("scale.title", "My week")
    first, *others = ITEMS.splitlines()
    writer.type_into("scale.items", first)
    for item in others:
        writer.keys("Return")
        writer.type_here(item)
    writer.type_into("scale.highest", "4")
    writer.type_into("scale.low", "never")
    writer.type_into("scale.high", "often")
    writer.press("scale.how.sum")
    writer.type_into("scale.turned", "3")


def test_a_scale_is_written_and_answered(writer: Driver, scales: OwnScales) -> None:
    scales.add()
    assert keyboard().objectName() == "scale.title"
    assert writer.text("scale.count") == ""
    write(writer)
    assert writer.text("scale.count") == "3 items; their score lies between 0 and 12."
    writer.keys("Ctrl+Return")
    assert not writer.sees("scale.title")
    assert writer.message() == "Saved"
    (made,) = own(writer)
    assert made.instrument.title == "My week"
    entry = answer(writer.journal, TODAY, made.id, 4, 3, 0)
    assert getattr(entry.detail, "scores")[0].value == 11  # noqa: B009 - of a Measure
    writer.press("message.action")
    assert own(writer) == []


@pytest.mark.parametrize(
    ("field", "text", "goes_to", "said"),
    [
        ("title", " ", "title", "needs a title"),
        ("items", " ", "items", "1 to 200 items"),
        ("highest", "a lot", "highest", "whole number"),
        ("highest", "0", "lowest", "lies above the lowest"),
        ("high", "x" * 90, "low", "At most 80"),
        ("turned", "7", "turned", "no item 7"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_lost(
    writer: Driver, scales: OwnScales, field: str, text: str, goes_to: str, said: str
) -> None:
    scales.add()
    write(writer)
    writer.type_into(f"scale.{field}", text)
    writer.press("scale.save")
    part = {"highest": "codes", "high": "ends"}.get(field, field)
    assert said in writer.text(f"scale.{part}.problem")
    assert keyboard().objectName() == f"scale.{goes_to}"
    assert writer.text(f"scale.{field}") == text
    assert own(writer) == []
    writer.type_into(f"scale.{goes_to}", "1")
    assert not writer.sees(f"scale.{part}.problem")


@pytest.mark.parametrize("way", ["Esc", "Ctrl+T", "Ctrl+L"])
def test_what_was_begun_is_there_again(writer: Driver, scales: OwnScales, way: str) -> None:
    scales.add()
    write(writer)
    writer.keys(way)
    if way == "Ctrl+L":
        writer.unlock()
    assert writer.window.shell is not None
    again = OwnScales(writer.window.shell.context, writer.window.shell)
    again.add()
    assert writer.text("scale.items") == ITEMS
    assert writer.find("scale.how.sum", QAbstractButton).isChecked()
    writer.press("scale.save")
    assert len(own(writer)) == 1
    again.add()
    assert writer.text("scale.title") == ""
    assert (writer.text("scale.lowest"), writer.text("scale.highest")) == ("0", "10")


def test_cancel_gives_up_and_can_be_taken_back(writer: Driver, scales: OwnScales) -> None:
    scales.add()
    writer.press("scale.cancel")
    assert writer.message() == ""
    scales.add()
    write(writer)
    writer.press("scale.cancel")
    assert writer.message() == "Not saved"
    writer.press("message.action")
    assert writer.text("scale.title") == "My week"
    writer.keys("Esc")


def test_it_is_changed_and_deleted_and_both_are_taken_back(
    writer: Driver, scales: OwnScales
) -> None:
    scales.add()
    write(writer)
    writer.press("scale.save")
    (made,) = own(writer)
    entry = answer(writer.journal, TODAY, made.id, 4, 3, 0)
    scales.change(made.id)
    assert writer.text("scale.turned") == "3"
    writer.type_into("scale.title", "My fortnight")
    writer.press("scale.save")
    assert own(writer)[0].instrument.title == "My fortnight"
    writer.press("message.action")
    assert own(writer) == [made]
    scales.delete(made.id)
    assert own(writer) == []
    assert "stays in the Journal" in writer.message()
    assert writer.journal.entries.get(entry.id) == entry
    writer.press("message.action")
    assert find_instrument(writer.journal, made.id) == made


def test_one_that_is_gone_says_so(writer: Driver, scales: OwnScales) -> None:
    scales.change("own.gone")
    assert "not there any more" in writer.message()
    scales.delete("own.gone")
    assert "comes with the program, or is gone" in writer.message()
    with pytest.raises(NothingFoundError):
        find_instrument(writer.journal, "own.gone")


def test_a_full_disk_loses_nothing(
    writer: Driver, scales: OwnScales, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    scales.add()
    write(writer)
    with monkeypatch.context() as patch:
        patch.setattr(InstrumentStore, "write", refuse)
        writer.press("scale.save")
        assert DiskFullError().sentence in writer.text("scale.problem")
    settle()
    writer.press("scale.save")
    assert len(own(writer)) == 1
