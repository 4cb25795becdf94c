"""The sidebar: the program's name with its menu, the main action, the pages, and Lock."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, SMALL, SNUG, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.ui.icons import ICON_SIZE, icon
from caregiver_journal.ui.sections import SECTIONS, Section
from caregiver_journal.ui.theme import current_look, set_role
from caregiver_journal.ui.widgets.line_width import LineWidth
from caregiver_journal.ui.widgets.nav_item import NavItem
from caregiver_journal.ui.widgets.shortcut_button import ShortcutButton
from caregiver_journal.ui.widgets.text import plain_label, set_tooltip

_LINES_WIDE = 10
"""Least width, in heights of a line, so that it grows with the text."""


class Sidebar(QFrame):
    """The rows one goes to pages by.

    Signals:
        section_chosen: the key of a section.
        entry_requested: a new entry is wanted.
        lock_requested: the journal is to be locked.
    """

    section_chosen = Signal(str)
    entry_requested = Signal()
    lock_requested = Signal()

    def __init__(self, menu: QMenu) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setProperty("role", "sidebar")
        self._items: dict[str, NavItem] = {}
        LineWidth(self, at_least=_LINES_WIDE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SNUG, MEDIUM, SNUG, MEDIUM)
        layout.setSpacing(TINY)
        layout.addLayout(self._make_head(menu))
        layout.addSpacing(SMALL)
        self._new_entry = self._make_new_entry()
        layout.addWidget(self._new_entry)
        layout.addSpacing(SMALL)
        self._rows = self._make_rows()
        layout.addWidget(self._rows, 1)

    def show_current(self, key: str) -> None:
        """Mark the row of the page that is shown; none for a page without a row."""
        for name, item in self._items.items():
            item.set_current(current=name == key)
            if name == key:
                self._rows.ensureWidgetVisible(item)

    def put_instead_of_new_entry(self, button: QPushButton) -> None:
        """Let another button stand where a new entry is begun, where nothing can be written."""
        layout = self.layout()
        if layout is not None:
            layout.replaceWidget(self._new_entry, button)
        self.setTabOrder(self._new_entry, button)
        self._new_entry.hide()

    def open_menu(self) -> None:
        """Open the menu below its button, with the keyboard on its first action."""
        below = self.menu_button.rect().bottomLeft()
        menu = self.menu_button.menu()
        menu.popup(self.menu_button.mapToGlobal(below))
        menu.setActiveAction(menu.actions()[0])

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "menu_button"):
            self._dress()

    def _dress(self) -> None:
        size = max(ICON_SIZE, round(self.fontMetrics().height() * 0.9))
        self.menu_button.setIconSize(QSize(size, size))
        self.menu_button.setIcon(icon("menu", current_look().ink))

    def _make_head(self, menu: QMenu) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addSpacing(SMALL)  # a margin would stay at the left when all else is mirrored
        row.addWidget(plain_label("Caregiver Journal", "brand"), 1)
        button = QToolButton()
        button.setObjectName("sidebar.menu")
        button.setAccessibleName(_("Menu"))
        set_tooltip(button, _("Menu (F10)"))
        set_role(button, "icon")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(button)
        self.menu_button = button
        self._dress()
        return row

    def _make_new_entry(self) -> QPushButton:
        button = ShortcutButton(_("New entry"), QKeySequence("Ctrl+N"), name="sidebar.new_entry")
        button.clicked.connect(self.entry_requested)
        return button

    def _make_rows(self) -> QScrollArea:
        """Return the rows; where text is so large that they do not all fit, they scroll."""
        inside = QWidget()
        inside.setProperty("role", "page")
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(TINY)
        for section in SECTIONS:
            if section.title and not section.at_foot:
                rows.addWidget(self._make_item(section))
        rows.addStretch(1)
        for section in SECTIONS:
            if section.title and section.at_foot:
                rows.addWidget(self._make_item(section))
        rows.addWidget(self._make_lock())
        area = _Rows()
        area.setWidget(inside)
        return area

    def _make_item(self, section: Section) -> NavItem:
        item = NavItem(_(section.title), section.icon)
        item.setObjectName(f"sidebar.{section.key}")
        item.setProperty("section", section.key)
        item.clicked.connect(self._on_item_clicked)
        self._items[section.key] = item
        return item

    def _make_lock(self) -> NavItem:
        item = NavItem(_("Lock"), "lock")
        item.setObjectName("sidebar.lock")
        set_tooltip(item, _("Lock (Ctrl+L)"))
        item.clicked.connect(self.lock_requested)
        return item

    def _on_item_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.section_chosen.emit(str(sender.property("section")))


class _Rows(QScrollArea):
    """Is as wide as its rows, so that none is cut, and lets the keyboard pass."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        rows = self.widget()
        return hint if rows is None else QSize(rows.minimumSizeHint().width(), hint.height())
