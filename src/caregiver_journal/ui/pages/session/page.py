"""What to bring to the next session, and what came of the last ones."""

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.journal.journal import Changed
from caregiver_journal.ui.page import Context, Page
from caregiver_journal.ui.widgets.page_header import PageHeader


class SessionPage(Page):
    """Shows what to talk about, homework, goals and sessions."""

    shows: ClassVar[frozenset[Changed]] = frozenset({*Kind, Topic.SESSION})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.header = PageHeader(_("Session"))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(MEDIUM)
        column.addWidget(self.header)
        column.addStretch(1)
        self.set_content(inside)
