"""The plain numbers are Qt's."""

import pytest
from PySide6.QtCore import Qt

from caregiver_journal.ui import qt_values

HINT = Qt.InputMethodHint
QTS = {
    "PLAIN_TEXT": Qt.TextFormat.PlainText,
    "ALIGN_CENTRE": Qt.AlignmentFlag.AlignHCenter,
    "NO_FOCUS": Qt.FocusPolicy.NoFocus,
    "TAB_FOCUS": Qt.FocusPolicy.TabFocus,
    "STRONG_FOCUS": Qt.FocusPolicy.StrongFocus,
    "NO_MENU": Qt.ContextMenuPolicy.NoContextMenu,
    "SECRET_INPUT": HINT.ImhHiddenText
    | HINT.ImhSensitiveData
    | HINT.ImhNoAutoUppercase
    | HINT.ImhNoPredictiveText,
}


@pytest.mark.parametrize("name", [name for name in vars(qt_values) if name.isupper()])
def test_each_is_the_number_of_qts_own(name: str) -> None:
    assert getattr(qt_values, name) == QTS[name].value
