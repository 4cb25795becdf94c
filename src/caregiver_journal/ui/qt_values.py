"""Values of Qt's own enumerations, for what is made before the first picture of the window.

Whoever asks for ``PySide6.QtCore.Qt`` waits until Python classes of all its hundred enumerations
are made, which is a tenth of a start. Qt's properties take the plain numbers as well:
``label.setProperty("alignment", ALIGN_CENTRE)``. A test holds them against Qt.
"""

PLAIN_TEXT = 0
"""``Qt.TextFormat.PlainText``, for the property textFormat."""
ALIGN_CENTRE = 0x0004
"""``Qt.AlignmentFlag.AlignHCenter``, for the property alignment."""
NO_FOCUS = 0
TAB_FOCUS = 0x1
STRONG_FOCUS = 0xB
"""Values of ``Qt.FocusPolicy``, for the property focusPolicy."""
NO_MENU = 0
"""``Qt.ContextMenuPolicy.NoContextMenu``, for the property contextMenuPolicy."""
SECRET_INPUT = 0x1 | 0x2 | 0x4 | 0x40
"""``Qt.InputMethodHint``: hidden, sensitive, no capitals of its own, no guessing; for the property
inputMethodHints."""
