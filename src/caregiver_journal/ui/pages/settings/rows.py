"""One row of settings: its words, what it does, and the control that sets it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.preference import Preference, Value
from caregiver_journal.ui.widgets.text import field_label, plain_label


class PreferenceRow(QWidget):
    """A setting with the control that fits its type.

    Signals:
        changed: a ``(Preference, value)`` pair.
    """

    changed = Signal(object)

    def __init__(self, preference: Preference) -> None:
        super().__init__()
        self.preference = preference
        self._control: QCheckBox | QComboBox = self._make_control()
        self._control.setObjectName(f"settings.{preference.name}")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(MEDIUM)
        grid.setVerticalSpacing(TINY)
        grid.addWidget(field_label(_(preference.title), self._control), 0, 0)
        grid.addWidget(plain_label(_(preference.effect), "small", wrap=True), 1, 0)
        grid.addWidget(self._control, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(0, 1)
        self._control.setAccessibleDescription(_(preference.effect))

    def show_value(self, value: Value) -> None:
        """Show what is set, without a signal."""
        self._control.blockSignals(True)
        if isinstance(self._control, QCheckBox):
            self._control.setChecked(bool(value))
        else:
            choices = [choice for choice, _words in self.preference.choices]
            self._control.setCurrentIndex(choices.index(value))
        self._control.blockSignals(False)

    def _make_control(self) -> QCheckBox | QComboBox:
        if isinstance(self.preference.default, bool):
            box = QCheckBox()
            box.toggled.connect(self._on_toggled)
            return box
        combo = _CalmCombo()
        for _choice, words in self.preference.choices:
            combo.addItem(_(words))
        combo.currentIndexChanged.connect(self._on_chosen)
        return combo

    def _on_toggled(self, checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.changed.emit((self.preference, checked))

    def _on_chosen(self, index: int) -> None:
        self.changed.emit((self.preference, self.preference.choices[index][0]))


def make_row(title: str, about: QWidget, action: QWidget) -> QHBoxLayout:
    """Return a row of settings: a title, what is to say about it, and a button."""
    words = QVBoxLayout()
    words.setSpacing(4)
    words.addWidget(plain_label(title, "label", wrap=True))
    words.addWidget(about)
    row = QHBoxLayout()
    row.setSpacing(MEDIUM)
    row.addLayout(words, 1)
    row.addWidget(action)
    return row


class _CalmCombo(QComboBox):
    """A choice that the mouse wheel does not change by accident while the page scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
