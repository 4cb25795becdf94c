"""What stands there while the file of a journal is mended before it opens."""

from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.ui.lock.progress_page import ProgressPage


class MendingPage(ProgressPage):
    """Says what is mended; to skip that opens the journal without it, before the next step."""

    def __init__(self) -> None:
        super().__init__(
            _("The file is being mended"),
            _(
                "Something in it does not fit any more, such as what the search goes by. It is "
                "mended without any loss, which may take a minute; then the journal opens."
            ),
            _("Mending…"),
            _("Open it now, mend it later"),
            name="mending",
        )

    @override
    def _skip(self) -> None:
        self.skip.setEnabled(False)
        self.progress.set_sentence(_("Stopping…"))
        super()._skip()
