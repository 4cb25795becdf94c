"""Look at what a file would bring, say what is to be done with what differs, and see it come in."""

from PySide6.QtWidgets import QWidget

from caregiver_journal.base.i18n import N_, _
from caregiver_journal.base.marks import override
from caregiver_journal.journal.import_words import say_preview
from caregiver_journal.journal.importing import Preview
from caregiver_journal.ui.incoming_sheet import IncomingSheet, SheetWords
from caregiver_journal.ui.incoming_things import IncomingThings
from caregiver_journal.ui.widgets.segmented import Segmented

_LINES_WIDE = 30

_PARTS = (
    ("new", N_("New, and will come in")),
    ("same", N_("Here already, and stays as it is")),
    ("different", N_("Different here, or in the trash")),
)
"""The parts of ``SaidPreview``, and what stands above each."""

_KEEP, _TAKE = "keep", "take"


class ImportSheet(IncomingSheet):
    """Covers the window while a file is read, looked at and brought in.

    What the person chose is whether what differs is taken from the file.
    """

    def __init__(self, ground: QWidget) -> None:
        words = SheetWords(
            _("Bring in a file"), _("Choose another file…"), _("Nothing in this file is new.")
        )
        groups = {part: IncomingThings(_(title), name=f"import.{part}") for part, title in _PARTS}
        super().__init__(
            words, groups, ground, name="import", source="file", lines_wide=_LINES_WIDE
        )
        self._choice = Segmented(
            ((_KEEP, _("Keep what is here")), (_TAKE, _("Take it from the file"))),
            name="import.choice",
            keeps_one=True,
        )
        self._choice.setAccessibleName(_("What differs"))
        self._choice.set_value(_KEEP)
        self._preview: Preview | None = None
        self._lay_out(*groups.values(), self._choice)
        self._choice.chosen.connect(self._allow)
        self.come_up()

    def show_preview(self, preview: Preview) -> None:
        """Show what a file would bring."""
        self._preview = preview
        more: list[QWidget] = [self._choice] if preview.has_different else []
        more.append(self.do if preview.has_new or preview.has_different else self.nothing)
        self._show_found(say_preview(preview), *more)
        self._allow()

    @override
    def _chosen(self) -> bool:
        return self._choice.value() == _TAKE

    def _allow(self) -> None:
        """Let it be brought in where that would change something."""
        if self._preview is not None:
            self.do.setEnabled(self._preview.has_new or self._chosen())
