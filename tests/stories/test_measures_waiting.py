"""Somebody meets a questionnaire on Today that may be filled in again, and lets it wait."""

from PySide6.QtWidgets import QAbstractButton, QWidget
from support.driver import Driver
from support.measuring import fill_in
from support.trends import ago

from caregiver_journal.journal.measuring import set_repeat


def test_a_questionnaire_waits_and_is_put_off(writer: Driver) -> None:
    fill_in(writer.journal, ago(28), "phq-9")
    assert not writer.sees("waiting.1")
    take_back = set_repeat(writer.journal, "phq-9", 28)
    assert writer.find("waiting.1", QWidget).accessibleName() == "PHQ-9"
    assert writer.text("waiting.1.sentence") == "Last filled in 28 days ago. It can wait."
    assert writer.find("waiting.1.action", QAbstractButton).text() == "Fill it in"
    writer.press("waiting.1.not_now")
    assert writer.message() == "Put off until tomorrow"
    assert not writer.sees("waiting.1")
    writer.press("message.action")
    assert writer.sees("waiting.1")
    take_back()
    assert not writer.sees("waiting.1")
