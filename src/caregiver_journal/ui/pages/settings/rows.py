"""One row of settings: its words, what it does, and the control that sets it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QWidget,
)

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, TINY
from caregiver_journal.domain.preference import Preference, Value
from caregiver_journal.ui.widgets.calm_combo import CalmCombo
from caregiver_journal.ui.widgets.text import PlainLabel, plain_label, push_button


class SettingRow(QWidget):
    """What is set, what that does, and the control for it.

    Attributes:
        title: what it is called.
        about: says what it does, or how it is set now.
        control: sets it.
        is_wanted: whether there is anything to set now; else it is out of sight.
    """

    def __init__(
        self,
        title: str,
        about: PlainLabel,
        control: QWidget,
        also: str = "",
        *,
        is_wide: bool = False,
    ) -> None:
        """Lay out a row.

        Args:
            title: what it is called.
            about: says what it does.
            control: sets it.
            also: words a search finds it by though they are not read here.
            is_wide: give ``about`` the whole line, because its words may not break.
        """
        super().__init__()
        self.title, self.about, self.control = title, about, control
        self._also = also
        self.is_wanted = True
        self.setObjectName(f"{control.objectName()}.row")
        label = plain_label(title, "label", wrap=True)
        label.setBuddy(control)
        control.setAccessibleDescription(title)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(MEDIUM)
        grid.setVerticalSpacing(TINY)
        grid.addWidget(label, 0, 0)
        grid.addWidget(about, 1, 0, 1, 2 if is_wide else 1)
        rows = 1 if is_wide else 2
        grid.addWidget(control, 0, 1, rows, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(0, 1)

    def set_wanted(self, *, wanted: bool) -> None:
        """Show it, or take it out of sight; it stands on its page already."""
        if wanted != self.is_wanted:
            self.is_wanted = wanted
            self.setVisible(wanted)

    def words(self) -> str:
        """Return all that a search may find it by."""
        button = self.control.text() if isinstance(self.control, QAbstractButton) else ""
        return f"{self.title} {self.about.text()} {button} {self._also}"


class StepRow(SettingRow):
    """What can be done, in words that stay, and the button that does it."""

    def __init__(
        self,
        title: str,
        about: str,
        button: str,
        act: Callable[[], object],
        *,
        name: str,
        also: str = "",
    ) -> None:
        """Lay out a row.

        Args:
            title: what it is called.
            about: says what would happen.
            button: what stands on the button.
            act: does it.
            name: the object name of the button.
            also: words a search finds it by though they are not read here.
        """
        control = push_button(button, name=name)
        control.clicked.connect(act)
        super().__init__(title, plain_label(about, "small", wrap=True), control, also)


class PreferenceRow(SettingRow):
    """A setting with the control that fits its type.

    Signals:
        changed: a ``(Preference, value)`` pair.
    """

    changed = Signal(object)

    def __init__(self, preference: Preference) -> None:
        self.preference = preference
        self._control = _make_control(preference)
        self._control.setObjectName(f"settings.{preference.name}")
        title, effect = _(preference.title), _(preference.effect)
        also = " ".join(_(words) for _choice, words in preference.choices)
        super().__init__(title, plain_label(effect, "small", wrap=True), self._control, also)
        self._control.setAccessibleName(title)
        self._control.setAccessibleDescription(effect)
        if isinstance(self._control, QCheckBox):
            self._control.toggled.connect(self._on_toggled)
        else:
            self._control.currentIndexChanged.connect(self._on_chosen)

    def show_value(self, value: Value) -> None:
        """Show what is set, without a signal."""
        self._control.blockSignals(True)
        if isinstance(self._control, QCheckBox):
            self._control.setChecked(bool(value))
        else:
            choices = [choice for choice, _words in self.preference.choices]
            self._control.setCurrentIndex(choices.index(value))
        self._control.blockSignals(False)

    def _on_toggled(self, checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.changed.emit((self.preference, checked))

    def _on_chosen(self, index: int) -> None:
        self.changed.emit((self.preference, self.preference.choices[index][0]))


def _make_control(preference: Preference) -> QCheckBox | QComboBox:
    if isinstance(preference.default, bool):
        return QCheckBox()
    combo = CalmCombo()
    for _choice, words in preference.choices:
        combo.addItem(_(words))
    return combo
