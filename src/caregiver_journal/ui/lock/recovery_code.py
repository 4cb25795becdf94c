"""Show a recovery code once: print it, copy it out, and type two groups back."""

import secrets

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, SMALL, SNUG
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.text import field_label, line_field, plain_label, push_button

_COLUMNS = 3
_LOOK_ALIKE = str.maketrans("OIL", "011")
"""What people write for the 0 and the 1; a code has none of these letters."""


class RecoveryCode(QWidget):
    """The code, and two of its groups asked back.

    Signals:
        confirmed: both groups were right.
        skipped: the person wants to go on without.
    """

    confirmed = Signal()
    skipped = Signal()

    def __init__(self, code: str, folder_name: str) -> None:
        super().__init__()
        self._groups = code.split("-")
        self._code = code
        self._folder_name = folder_name
        source = secrets.SystemRandom()
        self.asked = tuple(sorted(source.sample(range(len(self._groups)), 2)))
        self.fields = [line_field(name=f"recovery.group.{place}") for place in (1, 2)]
        self.problem = ProblemLine("recovery.problem")
        self.done = push_button(_("Done"), "primary", name="recovery.done")
        self.skip = push_button(_("Go on without checking"), "link", name="recovery.skip")
        self._arrange()
        self.done.clicked.connect(self._check)
        self.fields[0].returnPressed.connect(self.fields[1].setFocus)
        self.fields[1].returnPressed.connect(self._check)
        self.skip.clicked.connect(self._on_skip)
        self._is_sure = False

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SNUG)
        column.addLayout(self._make_grid())
        column.addLayout(self._make_ways_out())
        column.addSpacing(SMALL)
        column.addLayout(self._make_question())
        column.addWidget(self.problem)
        row = QHBoxLayout()
        row.addWidget(self.skip)
        row.addStretch(1)
        row.addWidget(self.done)
        column.addLayout(row)

    def _make_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(MEDIUM)
        grid.setVerticalSpacing(SMALL)
        for place, group in enumerate(self._groups):
            label = plain_label(group, "code")
            label.setObjectName(f"recovery.shown.{place + 1}")
            label.setAccessibleName(
                _("Group {number}: {characters}").format(
                    number=place + 1, characters=" ".join(group)
                )
            )
            row, at = divmod(place, _COLUMNS)
            grid.addWidget(plain_label(str(place + 1), "small"), row, 2 * at)
            grid.addWidget(label, row, 2 * at + 1)
            grid.setColumnStretch(2 * at + 1, 1)
        return grid

    def _make_ways_out(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        printing = push_button(_("Print…"), name="recovery.print")
        printing.clicked.connect(self._print)
        copying = push_button(_("Copy"), name="recovery.copy")
        copying.clicked.connect(self._copy)
        row.addWidget(printing)
        row.addWidget(copying)
        self.copied = plain_label("", "small", wrap=True)
        row.addWidget(self.copied, 1)
        return row

    def _make_question(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(MEDIUM)
        for column, (place, field) in enumerate(zip(self.asked, self.fields, strict=True)):
            text = _("Type back group {number}").format(number=place + 1)
            grid.addWidget(field_label(text, field), 0, column)
            grid.addWidget(field, 1, column)
        return grid

    def _check(self) -> None:
        typed = [_tidy(field.text()) for field in self.fields]
        if typed == [self._groups[place] for place in self.asked]:
            self.confirmed.emit()
            return
        self.problem.say(_("That is not yet what stands above. Compare the two groups once more."))

    def _on_skip(self) -> None:
        if self._is_sure:
            self.skipped.emit()
            return
        self._is_sure = True
        self.problem.say(
            _(
                "Without the code on paper, a forgotten passphrase means that nobody can open this "
                "journal again. Press once more to go on."
            )
        )

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._code)
        self.copied.setText(_("Copied. It leaves the clipboard after a minute."))

    def _print(self) -> None:
        from caregiver_journal.ui.lock.recovery_page import (  # noqa: PLC0415 - loads Qt's printing
            print_recovery_page,
        )

        print_recovery_page(self, self._code, self._folder_name)


def _tidy(group: str) -> str:
    return group.strip().strip("-").upper().translate(_LOOK_ALIKE)
