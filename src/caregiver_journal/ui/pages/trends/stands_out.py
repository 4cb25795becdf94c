"""What stands out: at most three sentences, each with its n, its interval and its rule."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, TINY
from caregiver_journal.domain.finding import Finding
from caregiver_journal.domain.trend import StandsOut
from caregiver_journal.ui.widgets.placed_card import PlacedCard
from caregiver_journal.ui.widgets.text import plain_label, push_button, set_button_text


class StandsOutCard(PlacedCard):
    """Says what may honestly be said of a period, or that there is nothing to say."""

    def __init__(self) -> None:
        super().__init__(_("What stands out"), name="trends.stands-out")
        self._shown: StandsOut | None = None
        self.words = plain_label("", "muted", wrap=True)
        self.words.setObjectName("trends.stands-out.words")
        self._list = QVBoxLayout()
        self._list.setSpacing(MEDIUM)
        self.waiting = plain_label("", "small", wrap=True)
        self.add(self.words, self._list, self.waiting)
        self.body.addStretch(1)
        self.show_found(None)

    def show_found(self, found: StandsOut | None) -> None:
        """Show what was found; None while the days are being looked through."""
        if found is not None and found == self._shown:
            return
        self._shown = found
        sentence = _("Looking through the days…") if found is None else found.sentence
        self.words.setText(sentence)
        self.words.setVisible(bool(sentence))
        self.waiting.setText("" if found is None else found.waiting)
        self.waiting.setVisible(bool(self.waiting.text()))
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for number, finding in enumerate(() if found is None else found.findings, 1):
            self._list.addWidget(FindingLine(finding, name=f"trends.finding{number}"))


class FindingLine(QWidget):
    """One finding: its sentence, its numbers, and on demand how it was worked out."""

    def __init__(self, finding: Finding, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.rule = plain_label(finding.worked_out, "small", wrap=True)
        self.rule.hide()
        self.switch = push_button("", "link", name=f"{name}.how")
        self._about = finding.sentence
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        column.addWidget(plain_label(finding.sentence, wrap=True))
        column.addWidget(plain_label(finding.counted, "small", wrap=True))
        column.addWidget(self.rule)
        column.addWidget(self.switch)
        self.switch.clicked.connect(self._turn)
        self._name_switch()

    def _turn(self) -> None:
        self.rule.setVisible(self.rule.isHidden())
        self._name_switch()

    def _name_switch(self) -> None:
        is_open = not self.rule.isHidden()
        set_button_text(self.switch, _("Close") if is_open else _("How this was worked out"))
        self.switch.setAccessibleName(f"{self.switch.text()}: {self._about}")
