"""The frame of a backup that is looked at: its pages can be read, and nothing can be written."""

from PySide6.QtCore import Signal

from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.shell import Shell
from caregiver_journal.ui.widgets.text import push_button


class ViewingShell(Shell):
    """Is marked as what it is.

    Settings stay out altogether: passphrase, keychain and backups are those of the journal itself.

    Signals:
        contents_wanted: it is asked what is in the backup.
    """

    contents_wanted = Signal()

    @override
    def open(self) -> None:
        contents = push_button(_("What is in it…"), name="viewing.contents")
        contents.clicked.connect(self.contents_wanted)
        self.sidebar.put_instead_of_new_entry(contents)
        super().open()

    @override
    def follow(self, destination: Destination) -> None:
        if destination.section == "settings":
            self.strip.say(_("Settings are changed in the journal itself, not in a backup of it."))
        else:
            super().follow(destination)

    @override
    def refuse_writing(self) -> None:
        self.strip.say(_("This is a backup, to look around in. Nothing is written into it."))
