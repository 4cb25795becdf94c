"""The licences: of this program, and of what it stands on."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from caregiver_journal import __version__
from caregiver_journal.base.i18n import _
from caregiver_journal.base.licences import read_licence_text, read_parts
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.widgets.note_field import note_field
from caregiver_journal.ui.widgets.text import plain_label, push_button

_LINES = 12


class AboutSheet(Overlay):
    """Shows both in one text that scrolls."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Licences"), parent, name="about")
        version = _("Caregiver Journal {version}, GPL-3.0-or-later").format(version=__version__)
        lead = _("Each of these says itself under which terms it may be used.")
        self.text = note_field(lines=_LINES, name="about.text")
        self.text.setAccessibleName(_("Licences"))
        self.text.setReadOnly(True)
        self.text.setPlainText(_all_words())
        done = push_button(_("Done"), "primary", name="about.done")
        done.clicked.connect(self.go)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(done)
        self.card.add(plain_label(version, wrap=True), plain_label(lead, "small", wrap=True))
        self.card.add(self.text, row)
        self.come_up()
        done.setFocus()


def _all_words() -> str:
    parts = read_parts()
    lines = [f"{part.name} {part.version}: {part.purpose}\n    {part.licence}" for part in parts]
    if not parts:
        lines = [_("What is installed here could not be read. The README of the program lists it.")]
    licence = read_licence_text() or _(
        "The text of the licence was not found here. It is the GNU General Public License, "
        "version 3, as the Free Software Foundation published it on 29 June 2007."
    )
    return "\n".join(lines) + f"\n\n{licence}"
