"""Choose how far to look back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.period import SPAN_WORDS, Span
from caregiver_journal.ui.widgets.flow_layout import flowing_policy
from caregiver_journal.ui.widgets.segmented import Segmented


class PeriodSwitch(QWidget):
    """Month, 3 months, Year or All; one of them is always chosen.

    Signals:
        changed(Span): another one was chosen.
    """

    changed = Signal(object)

    def __init__(self, span: Span = Span.QUARTER, *, name: str = "period") -> None:
        super().__init__()
        self.setObjectName(name)
        self._span = span
        choices = [(each.value, _(word)) for each, word in SPAN_WORDS.items()]
        self.segments = Segmented(choices, name=f"{name}.span")
        self.segments.setAccessibleName(_("Period"))
        self.segments.set_value(span.value)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.segments)
        self.setSizePolicy(flowing_policy())
        self.setFocusProxy(self.segments)
        self.segments.chosen.connect(self._choose)
        self.segments.emptied.connect(self._stay)

    def span(self) -> Span:
        """Return what is chosen."""
        return self._span

    def _choose(self, key: str) -> None:
        self._span = Span(key)
        self.changed.emit(self._span)

    def _stay(self) -> None:
        self.segments.set_value(self._span.value)
