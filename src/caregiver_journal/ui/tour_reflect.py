"""Walk through the Reflect page, as the rest of the tour does."""

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QSlider, QWidget

from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.shell import Shell

W = TypeVar("W", bound=QWidget)

_ANSWER = (
    "I would have gone home at five. I stayed because her face fell when I looked at the clock, and"
)
_RECORD = {
    "situation": "The late nurse looked past me while I handed over.",
    "thought": "She thinks I left her the heavy end of the corridor.",
}
_WORRIES = (
    ("How his daughter took the news", "theirs"),
    ("The handover note I did not finish", "mine"),
    ("Rain on the day of the outing", "nobody"),
)
_STEP = "Ten minutes tomorrow, before the round."
"""All invented, as the journal of the pictures is."""


def show_reflect(shell: Shell) -> Iterator[str]:
    """Answer a question, look at the deeper ones, and follow two forms; all of it is saved."""
    shell.go_to(Destination("reflect"))
    shell.go_to(Destination("reflect", part="theme:pleasing"))
    _find(shell, "reflect.answer", QPlainTextEdit).setPlainText(_ANSWER)
    shell.store_drafts()  # now, so that nothing ticks while the picture is taken
    yield "reflect"
    _press(shell, "reflect.deeper")
    yield "reflect-deeper"
    _press(shell, "reflect.save")
    shell.go_to(Destination("reflect", part="form:thought"))
    for part, text in _RECORD.items():
        _find(shell, f"reflect.thought.{part}", QPlainTextEdit).setPlainText(text)
    _find(shell, "reflect.thought.belief_before.slider", QSlider).setValue(80)
    shell.store_drafts()
    shell.strip.dismiss()
    yield "reflect-thought"
    _press(shell, "reflect.save")
    shell.go_to(Destination("reflect", part="form:sorter"))
    for number, (worry, whose) in enumerate(_WORRIES, 1):
        _find(shell, "reflect.worry.new", QLineEdit).setText(worry)
        _press(shell, "reflect.worry.add")
        _press(shell, f"reflect.worry.{number}.whose.{whose}")
    _find(shell, "reflect.worry.2.step", QPlainTextEdit).setPlainText(_STEP)
    shell.store_drafts()
    shell.strip.dismiss()
    yield "reflect-sorter"
    _press(shell, "reflect.save")
    shell.strip.dismiss()


def _find(shell: Shell, name: str, kind: type[W]) -> W:
    for found in shell.findChildren(kind, name):
        if found.isVisibleTo(shell):
            return found
    raise LookupError(name)


def _press(shell: Shell, name: str) -> None:
    _find(shell, name, QAbstractButton).click()
