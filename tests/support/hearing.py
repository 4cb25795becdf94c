"""Walk the accessibility tree of a window: what somebody hears who does not see it.

Each check yields one sentence for each fault; a page without faults yields none.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pytest
from PySide6.QtCore import SIGNAL
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from support.looking import everything_in, find_uncovered
from support.seen import remembered
from support.walking import goes_back, walk_by_tab

from caregiver_journal.base.marks import override
from caregiver_journal.ui.widgets.one_of import OneOf

Role = QAccessible.Role

OPERABLE = {
    Role.Button,
    Role.ButtonMenu,
    Role.Cell,
    Role.CheckBox,
    Role.ComboBox,
    Role.EditableText,
    Role.Link,
    Role.List,
    Role.ListItem,
    Role.PageTab,
    Role.RadioButton,
    Role.Slider,
    Role.SpinBox,
    Role.Table,
    Role.Tree,
}
"""Roles that tell a listener what can be done."""

_MEASURED = {Role.Slider, Role.SpinBox, Role.ProgressBar}
_ROWS = {Role.ListItem, Role.Cell}
_CHECKED = {Role.CheckBox, Role.RadioButton}
_DOING = {"Press", "Toggle", "Increase", "Decrease"}
_IDENTIFIER = re.compile(r"[a-z]+([._][a-z0-9]+)+")
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|&(#\d+|[a-z]+);|&&|\{\w*\}")


@dataclass(frozen=True)
class Heard:
    """One node of the tree.

    Attributes:
        widget: the widget it stands for, or that holds it where it is a row.
        name: what it is called.
        about: its description.
        role: what it is.
        groups: the names of what it lies in, from the outside.
        can_focus: the keyboard can come to it.
        is_checked: what it says about being chosen.
        acts: it can be pressed, switched or changed.
        value: what it is set to.
    """

    widget: QWidget
    name: str
    about: str
    role: QAccessible.Role
    groups: tuple[str, ...]
    can_focus: bool
    is_checked: bool
    acts: bool
    value: str

    @property
    def is_operable(self) -> bool:
        """Whether somebody is to do something with it."""
        return self.can_focus or (self.acts and self.role != Role.ScrollBar)

    @override
    def __str__(self) -> str:
        """Return its role, name and object name, so that one finds it."""
        kind = type(self.widget).__name__
        return f"{self.role.name} “{self.name[:40]}” ({kind} {self.widget.objectName()})"


@pytest.fixture
def somebody_listens(app: QApplication) -> Iterator[None]:
    """Let Qt build its tree, as it does where a screen reader runs."""
    was_active = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(was_active)


@remembered
def hear(window: QWidget) -> list[Heard]:
    """Return the nodes of a window from top to bottom, without what lies below a sheet."""
    QAccessible.setActive(True)
    uncovered = {window, *find_uncovered(window)}
    root = QAccessible.queryAccessibleInterface(window)
    return list(_walk(root, window, (), uncovered))


def _walk(
    node: QAccessibleInterface, holder: QWidget, groups: tuple[str, ...], uncovered: set[QWidget]
) -> Iterator[Heard]:
    if not node.isValid() or node.state().invisible:
        return
    found = node.object()
    widget = found if isinstance(found, QWidget) else holder
    if widget not in uncovered:
        return
    heard = _read(node, widget, groups)
    yield heard
    inside = (*groups, heard.name) if heard.name and widget is not widget.window() else groups
    for number in range(node.childCount()):
        child = node.child(number)
        if child is not None:
            yield from _walk(child, widget, inside, uncovered)


def _read(node: QAccessibleInterface, widget: QWidget, groups: tuple[str, ...]) -> Heard:
    state = node.state()
    return Heard(
        widget,
        _name(node),
        node.text(QAccessible.Text.Description),
        node.role(),
        groups,
        can_focus=bool(state.focusable),
        is_checked=bool(state.checked),
        acts=not _DOING.isdisjoint(_actions(node.actionInterface())),
        value=_value(node),
    )


def _actions(found: QAccessibleActionInterface | None) -> list[str]:
    return found.actionNames() if found is not None else []  # a heading between rows has none


def _name(node: QAccessibleInterface) -> str:
    """Return the name; where Qt says the choice of a combo box for it, what labels the box."""
    name = node.text(QAccessible.Text.Name).strip()
    if node.role() == Role.ComboBox and name == node.text(QAccessible.Text.Value):
        labels = [
            other.text(QAccessible.Text.Name)
            for other, how in node.relations()
            if how == QAccessible.RelationFlag.Label
        ]
        return " ".join(labels).strip()
    return name


def _value(node: QAccessibleInterface) -> str:
    said = node.text(QAccessible.Text.Value)
    numbers = node.valueInterface()
    if said or numbers is None:
        return said
    number = numbers.currentValue()
    return "" if number is None else str(number)


# --- names and roles ------------------------------------------------------------------------------


def find_nameless(window: QWidget) -> Iterator[str]:
    """Find what can be operated and is called nothing."""
    yield from (f"{node}: no name" for node in hear(window) if node.is_operable and not node.name)


def find_misfits(window: QWidget) -> Iterator[str]:
    """Find what takes the keyboard and does not say what it is for.

    A pane may hold the keyboard where there is nothing else to hold it.
    """
    operable = [node for node in hear(window) if node.is_operable]
    for node in operable:
        if node.role not in OPERABLE and len(operable) > 1:
            yield f"{node}: nobody knows what to do with it"


def find_twins(window: QWidget) -> Iterator[str]:
    """Find controls that sound the same, apart from the rows of a list or a table."""
    sounds = Counter(
        (node.role, node.name, node.groups)
        for node in hear(window)
        if node.is_operable and node.name and node.role not in _ROWS
    )
    for (role, name, groups), count in sounds.items():
        if count > 1:
            yield f"{count} times {role.name} “{name}” in {' / '.join(groups) or 'the window'}"


def find_groupless(window: QWidget) -> Iterator[str]:
    """Find buttons of which one is chosen, and nobody hears what for."""
    for node in hear(window):
        if node.role == Role.RadioButton:
            group = QAccessible.queryAccessibleInterface(node.widget).parent()
            if not group.text(QAccessible.Text.Name).strip():
                yield f"{node}: its group has no name"


def find_codes(window: QWidget) -> Iterator[str]:
    """Find names and descriptions that hold markup, or what only the program calls things."""
    called = {widget.objectName() for widget in everything_in(window)} - {""}
    for node in hear(window):
        for text in (node.name, node.about):
            is_code = text in called and not text.isalpha()
            if is_code or _IDENTIFIER.fullmatch(text):
                yield f"{node}: “{text}” is a name for the program"
            elif _MARKUP.search(text):
                yield f"{node}: “{text}” holds markup"


# --- what is chosen, and choosing -----------------------------------------------------------------


def find_undecided(window: QWidget) -> Iterator[str]:
    """Find controls that do not say what is chosen, or say something else than what holds."""
    heard = hear(window)
    checked = {node.widget: node.is_checked for node in heard if node.role in _CHECKED}
    for node in heard:
        if node.role in _MEASURED and not node.value:
            yield f"{node}: does not say its value"
    for group in everything_in(window):
        if not isinstance(group, OneOf):
            continue
        for place, button in enumerate(group.buttons()):
            if button in checked and checked[button] != (place == group.index()):
                yield f"{group.objectName()}: “{button.accessibleName()}” says it is not as it is"


def find_deaf(window: QWidget) -> Iterator[str]:
    """Find buttons that hear a click but not assistive tools, which switch without clicking."""
    for node in hear(window):
        button = node.widget
        if not isinstance(button, QAbstractButton) or not button.isCheckable():
            continue
        hears = {name: _receivers(button, name) for name in ("clicked(bool)", "toggled(bool)")}
        if hears["clicked(bool)"] and not hears["toggled(bool)"]:
            yield f"{node}: hears clicks only"


def _receivers(button: QAbstractButton, signal: str) -> int:
    return button.receivers(SIGNAL(signal))


CHECKS = (
    find_nameless,
    find_misfits,
    find_twins,
    find_groupless,
    find_codes,
    find_undecided,
    find_deaf,
)
"""What only looks, and finds the same wherever the keyboard is."""


# --- order ----------------------------------------------------------------------------------------


def find_jumps(window: QWidget) -> Iterator[str]:
    """Find where the tree, which some screen readers follow, goes against the order of reading."""
    stops = set(walk_by_tab(window))
    heard = [node for node in hear(window) if node.widget in stops and node.can_focus]
    for before, after in pairwise(heard):
        if before.widget is not after.widget and goes_back(before.widget, after.widget, window):
            yield f"the tree goes back from {before} to {after}"
