"""Texts of an entry in the Journal: too long ones say so, and none needs its content file."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from support.builders import a_boundary, a_mood, a_practice, a_reflection, an_entry
from support.clock import START
from support.content import Harm, harm

from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.practice import Part
from caregiver_journal.domain.reflection import Form
from caregiver_journal.ui.pages.journal.said import MOST_SHOWN, said_parts

__all__ = ["harm"]

LONG = "dolor " * (MOST_SHOWN // 5)
GOES_ON = "The text goes on from here. Edit shows all of it."
ENTRIES = {
    "note": an_entry(LONG, mood=a_mood()),
    "boundary": an_entry(mood=a_boundary(words=LONG)),
    "reflection": an_entry(mood=a_reflection(LONG)),
    "practice": an_entry(mood=a_practice(texts=(Part("answer", "The answer", LONG),))),
}


def shown(qtbot: QtBot, entry: Entry) -> list[str]:
    """Return the texts that an entry shows."""
    found: list[str] = []
    for part in said_parts(entry, START.date(), ""):
        qtbot.addWidget(part)
        labels = [part, *part.findChildren(QLabel)]
        found += [label.text() for label in labels if isinstance(label, QLabel)]
    return found


@pytest.mark.parametrize("name", ENTRIES)
def test_a_very_long_text_says_that_it_goes_on(qtbot: QtBot, name: str) -> None:
    texts = shown(qtbot, ENTRIES[name])
    assert texts.count(GOES_ON) == 1
    assert max(map(len, texts)) == MOST_SHOWN
    assert texts.index(GOES_ON) == texts.index(LONG[:MOST_SHOWN]) + 1


def test_a_reflection_can_be_read_while_the_file_of_the_forms_is_broken(
    qtbot: QtBot, harm: Harm
) -> None:
    entry = an_entry(mood=a_reflection("She looked past me", Form.THOUGHT))
    assert "reflections.toml" not in shown(qtbot, entry)[-1]
    harm.put("reflections.toml", b"= broken\n")
    texts = shown(qtbot, entry)
    assert texts[:2] == ["situation", "She looked past me"]
    assert texts[-1].startswith("reflections.toml: ")
