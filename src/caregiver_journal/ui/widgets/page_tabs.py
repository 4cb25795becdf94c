"""Walk between pages that belong together: a quiet row of their names."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_journal.base.i18n import N_, _
from caregiver_journal.base.look import SMALL
from caregiver_journal.base.marks import override
from caregiver_journal.ui.widgets.arrow_keys import plain_press, step_of
from caregiver_journal.ui.widgets.flow_layout import FlowLayout, flowing_policy
from caregiver_journal.ui.widgets.word_button import WordButton

PLACES = (
    ("boundaries", N_("Moments")),
    ("scripts", N_("Words")),
    ("ladder", N_("Ladder")),
    ("plan", N_("Plans")),
)
"""The places of boundaries: the key of a section and what its tab is called (untranslated)."""

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PageTab(WordButton):
    """The name of one page; choosing it opens that page and switches nothing by itself."""

    def __init__(self, key: str, word: str, *, is_current: bool) -> None:
        super().__init__(word, "tab")
        self.key = key
        self.is_current = is_current
        self.setObjectName(f"tabs.{key}")
        self.setChecked(is_current)
        policy = Qt.FocusPolicy.StrongFocus if is_current else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)

    @override
    def nextCheckState(self) -> None:
        """Stay as it is: which one is marked says where one is."""


class PageTabs(QWidget):
    """Four names, of which the one of this page is marked; one stop for the Tab key.

    Arrows walk along the names, Enter and Space open one.

    Signals:
        chosen(str): the key of the section that is wanted.
    """

    chosen = Signal(str)

    def __init__(self, current: str) -> None:
        """Mark the page of this section.

        Raises:
            ValueError: it is none of the four.
        """
        super().__init__()
        if current not in dict(PLACES):
            raise ValueError("there is no such tab")
        self.setObjectName("tabs")
        self.setAccessibleName(_("The parts of Boundaries"))
        self.setSizePolicy(flowing_policy())
        self.tabs = tuple(PageTab(key, _(word), is_current=key == current) for key, word in PLACES)
        flow = FlowLayout(self, gap=SMALL)
        for tab in self.tabs:
            flow.addWidget(tab)
            tab.setAutoExclusive(True)  # assistive tools then call it one of several
            tab.installEventFilter(self)
            tab.clicked.connect(self._open)
            tab.toggled.connect(self._toggled)
            if tab.is_current:
                self.setFocusProxy(tab)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take arrows and Enter before the button does something of its own."""
        press = plain_press(event)
        if press is None:
            return False
        step = step_of(press, self)
        if step:
            self._walk(watched, step)
            return True
        if press.key() in _OPENING and isinstance(watched, PageTab):
            watched.click()
            return True
        return False

    def _walk(self, tab: QObject, step: int) -> None:
        here = next(place for place, one in enumerate(self.tabs) if one is tab)
        there = max(0, min(len(self.tabs) - 1, here + step))
        self.tabs[there].setFocus(Qt.FocusReason.TabFocusReason)

    def _open(self) -> None:
        tab = self.sender()
        if isinstance(tab, PageTab) and not tab.is_current:
            self.chosen.emit(tab.key)

    def _toggled(self, checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Follow assistive tools, which switch a button without clicking it."""
        tab = self.sender()
        if not isinstance(tab, PageTab) or not checked or tab.is_current:
            return
        for one in self.tabs:
            one.setChecked(one.is_current)
        self.chosen.emit(tab.key)
