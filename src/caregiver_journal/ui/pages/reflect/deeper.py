"""Deeper questions: shut until somebody asks for them, and easily left again."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL
from caregiver_journal.base.marks import override
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.flow_layout import FlowLayout, flowing_policy
from caregiver_journal.ui.widgets.text import plain_label, push_button, set_button_text


class DeeperPart(QWidget):
    """The way in, with one calm sentence; while a deeper question is open, the way out.

    Signals:
        wanted: the deeper questions are to be opened.
        enough: back to the ordinary ones.
        kept_shut: they stay shut, and there are no others to go back to.
        steady_wanted: something steadying is.
    """

    wanted = Signal()
    enough = Signal()
    kept_shut = Signal()
    steady_wanted = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.link = push_button("", "link", name=f"{name}.deeper")
        self.ask = Card(role="help_card", name=f"{name}.deeper.ask")
        self.sentence = plain_label(
            _(
                "These reach further back, to being small, or being left. They can wait for a "
                "quieter day, each can be skipped, and leaving them shut is as good."
            ),
            wrap=True,
        )
        self.open = push_button(_("Open them"), name=f"{name}.deeper.open")
        self.leave = push_button(_("Leave them shut"), name=f"{name}.deeper.leave")
        self.within = Card(role="help_card", name=f"{name}.deeper.within")
        self.can_wait = plain_label(
            _("A deeper question. It can stay unanswered, and it can be left at any word."),
            wrap=True,
        )
        self.steady = push_button(_("Something steadying"), name=f"{name}.steady")
        self.back = push_button(_("Back to ordinary questions"), name=f"{name}.ordinary")
        self._arrange()
        self.link.clicked.connect(self._turn)
        self.leave.clicked.connect(self._shut)
        self.open.clicked.connect(self.wanted)
        self.steady.clicked.connect(self.steady_wanted)
        self.back.clicked.connect(self.enough)

    def show_state(
        self, *, count: int, is_within: bool, has_way_back: bool, is_shut: bool = False
    ) -> None:
        """Offer so many deeper questions, or say that one of them is open.

        Where all there is to show is shut, the card that asks stays.
        """
        set_button_text(self.link, _("Deeper questions ({count})…").format(count=count))
        self.link.setVisible(bool(count) and not is_within and not is_shut)
        self.ask.setVisible(is_shut)
        self.within.setVisible(is_within)
        self.back.setVisible(has_way_back)

    def _turn(self) -> None:
        self.ask.setVisible(self.ask.isHidden())
        if not self.ask.isHidden():
            self.leave.setFocus()

    @override
    def event(self, event: QEvent) -> bool:
        """Take Escape for the card that asks, before the page takes it."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and self._takes(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._takes(event):
            self._shut()
        else:
            super().keyPressEvent(event)

    def _takes(self, event: QKeyEvent) -> bool:
        is_open = not self.ask.isHidden() and not self.link.isHidden()
        return is_open and event.key() == Qt.Key.Key_Escape

    def _shut(self) -> None:
        if self.link.isHidden():
            self.kept_shut.emit()
            return
        self.ask.hide()
        self.link.setFocus()

    def _arrange(self) -> None:
        for card, sentence, buttons in (
            (self.ask, self.sentence, (self.open, self.leave)),
            (self.within, self.can_wait, (self.steady, self.back)),
        ):
            hands = QWidget()
            hands.setSizePolicy(flowing_policy())
            flow = FlowLayout(hands, gap=SMALL)
            for button in buttons:
                flow.addWidget(button)
            card.add(sentence, hands)
            card.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.ask)
        column.addWidget(self.within)
