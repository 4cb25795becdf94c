"""What an entry says below its title."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from support.builders import a_reflection, an_entry
from support.clock import START

from caregiver_journal.ui.pages.journal.said import said_parts


@pytest.mark.parametrize(("question", "count"), [("What helped?", 0), ("What helped? " * 9, 1)])
def test_a_question_that_the_title_says_is_not_said_again(
    qtbot: QtBot, question: str, count: int
) -> None:
    entry = an_entry(mood=a_reflection("Tea.", question=question))
    parts = said_parts(entry, START.date(), "")
    for part in parts:
        qtbot.addWidget(part)
    labels = [label.text() for part in parts for label in part.findChildren(QLabel)]
    assert labels.count("Question") == count
