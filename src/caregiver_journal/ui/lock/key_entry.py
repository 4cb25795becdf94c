"""Ask for what opens a backup: the passphrase of its day, or the recovery code."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SNUG
from caregiver_journal.ui.widgets.passphrase_field import PassphraseField
from caregiver_journal.ui.widgets.text import (
    field_label,
    line_field,
    push_button,
    set_button_text,
)


class KeyEntry(QWidget):
    """One field, and a link that changes it for the other one.

    Attributes:
        switch: the link; whoever shows this places it.

    Signals:
        submitted: Enter was pressed.
    """

    submitted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.passphrase = PassphraseField(
            _("Passphrase of the day it was made"), name=f"{name}.passphrase"
        )
        self.code = line_field("XXXX-XXXX-…", name=f"{name}.code")
        self.switch = push_button(_("Use recovery code"), "link", name=f"{name}.switch")
        with_label = QWidget()
        column = QVBoxLayout(with_label)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SNUG // 2)
        column.addWidget(field_label(_("Recovery code"), self.code))
        column.addWidget(self.code)
        column.addStretch(1)
        self._fields = QStackedWidget()
        self._fields.addWidget(self.passphrase)
        self._fields.addWidget(with_label)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._fields)
        self.setFocusProxy(self.passphrase)
        self.switch.clicked.connect(self._change)
        self.passphrase.submitted.connect(self.submitted)
        self.code.returnPressed.connect(self.submitted)

    def is_code(self) -> bool:
        """Tell whether the recovery code is asked for."""
        return self._fields.currentIndex() == 1

    def text(self) -> str:
        """Return what was typed."""
        return self.code.text() if self.is_code() else self.passphrase.text()

    def clear(self) -> None:
        """Forget what was typed."""
        self.passphrase.clear()
        self.code.setText("")

    def try_again(self, *, is_wrong: bool) -> None:
        """Put the keyboard where it was typed, with all of it marked."""
        self.passphrase.set_wrong(wrong=is_wrong and not self.is_code())
        self.focus_field()
        self.passphrase.select_all()

    def focus_field(self) -> None:
        """Put the keyboard into the field that is asked for."""
        (self.code if self.is_code() else self.passphrase).setFocus()

    def _change(self) -> None:
        self._fields.setCurrentIndex(0 if self.is_code() else 1)
        words = _("Use passphrase") if self.is_code() else _("Use recovery code")
        set_button_text(self.switch, words)
        self.setFocusProxy(self.code if self.is_code() else self.passphrase)
        self.focus_field()
