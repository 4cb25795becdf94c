"""What the parts of the form have in common: one for answers, one for each way of steps."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_journal.ui.pages.reflect.drafts import ReflectDraft
from caregiver_journal.ui.problem_line import ProblemLine


class ReflectPart(QWidget):
    """Fields for what is written; what stands around them is the form's.

    Signals:
        changed: the person wrote something.
    """

    changed = Signal()

    def fill(self, draft: ReflectDraft) -> None:
        """Show what a draft holds."""
        raise NotImplementedError

    def values(self) -> dict[str, Any]:
        """Return what the fields hold, by the names of the draft."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """Return the field that somebody who begins goes to."""
        raise NotImplementedError

    def place_of(self, part: str) -> tuple[QWidget, ProblemLine] | None:
        """Return a field and where what is wrong with it is said; None for another's."""
        raise NotImplementedError

    def be_quiet(self) -> None:
        """Take away what was said to be wrong."""
        raise NotImplementedError
