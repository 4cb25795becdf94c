"""Ask before something is destroyed for good, naming exactly what goes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL
from caregiver_journal.base.marks import override
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.widgets.text import plain_label, push_button


class ConfirmSheet(Overlay):
    """A question over the page; Cancel comes first and has the focus, Escape cancels.

    Signals:
        confirmed(): the person wants it.
        cancelled(): the person does not.
    """

    confirmed = Signal()
    cancelled = Signal()

    def __init__(
        self,
        title: str,
        gone: Sequence[str],
        action: str,
        parent: QWidget,
        *,
        name: str = "confirm",
    ) -> None:
        """Show the question at once.

        Args:
            title: the question.
            gone: what goes, one sentence or name each.
            action: the word on the button that does it.
            parent: what the sheet covers.
            name: the object name; parts are ``<name>.cancel`` and ``<name>.do``.
        """
        super().__init__(title, parent, name=name)
        for sentence in gone:
            self.card.add(plain_label(sentence, wrap=True))
        self.card.setAccessibleDescription(" ".join(gone))
        cancel = push_button(_("Cancel"), name=f"{name}.cancel")
        do = push_button(action, "danger", name=f"{name}.do")
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(cancel)
        row.addWidget(do)
        row.addStretch(1)
        self.card.add(row)
        self._is_wanted = False
        cancel.clicked.connect(self.go)
        do.clicked.connect(self._confirm)
        self.come_up()
        cancel.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def go(self) -> None:
        """Take it away and say what was answered."""
        super().go()
        if self._is_wanted:
            self.confirmed.emit()
        else:
            self.cancelled.emit()

    def _confirm(self) -> None:
        self._is_wanted = True
        self.go()
