"""How strong distress is and how kind one is to oneself, before and after: both may stay empty."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import TINY
from caregiver_journal.ui.widgets.field_row import FieldRow
from caregiver_journal.ui.widgets.ten_slider import TenSlider
from caregiver_journal.ui.widgets.text import plain_label


class Ratings(QWidget):
    """Two sliders side by side, and a line that neither has to be touched.

    Signals:
        changed(): one was moved or emptied.
    """

    changed = Signal()

    def __init__(self, *, name: str) -> None:
        """Name them ``<name>.distress`` and ``<name>.kindness``."""
        super().__init__()
        self.distress = TenSlider(_("none"), _("very strong"), name=f"{name}.distress")
        self.kindness = TenSlider(_("none"), _("very kind"), name=f"{name}.kindness")
        self.distress.setAccessibleName(_("Distress now"))
        self.kindness.setAccessibleName(_("Kindness to myself now"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        column.addWidget(
            FieldRow(
                (_("Distress now"), (self.distress,)),
                (_("Kindness to myself now"), (self.kindness,)),
            )
        )
        column.addWidget(plain_label(_("Both may stay empty."), "small", wrap=True))
        self.distress.changed.connect(self.changed)
        self.kindness.changed.connect(self.changed)

    def set_values(self, distress: int | None, kindness: int | None) -> None:
        """Show what was said, without a signal."""
        self.distress.set_value(distress)
        self.kindness.set_value(kindness)

    def set_before(self, distress: int | None, kindness: int | None) -> None:
        """Say beside each what it was before."""
        for slider, before in ((self.distress, distress), (self.kindness, kindness)):
            note = "" if before is None else _("before: {number}").format(number=before)
            slider.set_note(note)
