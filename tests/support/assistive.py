"""Do what assistive tools do to a control: through its accessible interface, without a click."""

from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QWidget


def toggle(widget: QWidget) -> None:
    """Switch a box, segment or chip."""
    actions = QAccessible.queryAccessibleInterface(widget).actionInterface()
    name = QAccessibleActionInterface.toggleAction()
    assert name in actions.actionNames(), f"{widget.accessibleName()} cannot be switched"
    actions.doAction(name)
