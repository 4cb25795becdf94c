"""Look at what another copy of the journal would bring, choose, and see it come in."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import N_, _
from caregiver_journal.base.marks import override
from caregiver_journal.journal.merge_words import say_copy, say_merge
from caregiver_journal.journal.merging import Decision, MergePreview, would_change
from caregiver_journal.ui.incoming_sheet import IncomingSheet, SheetWords
from caregiver_journal.ui.incoming_things import IncomingThings
from caregiver_journal.ui.merge_conflicts import MergeConflicts, Tell
from caregiver_journal.ui.merge_key import MergeKey
from caregiver_journal.ui.widgets.text import plain_label, push_button

_LINES_WIDE = 36

_PARTS = (
    ("new", N_("New, and will come in")),
    ("rest", N_("Not here: new there, or deleted here since")),
    ("gone", N_("Deleted here since")),
    ("settled", N_("Kept twice in the copy, and so here too")),
    ("same", N_("Here already, and stays as it is")),
    ("drafts", N_("Stays in the copy")),
)
"""The parts of ``SaidMerge`` that are lists, and what stands above each."""

_FIRST = ("new", "settled", "rest", "gone")
"""Those that stand before what differs: they change something."""

_IN, _OUT = "in", "out"
_CHOICES = {
    "rest": ((_IN, N_("Bring them in")), (_OUT, N_("Leave them out"))),
    "gone": ((_OUT, N_("Leave them out")), (_IN, N_("Bring them back"))),
}
"""The parts the person decides about; the first choice holds until then."""


class MergeSheet(IncomingSheet):
    """Covers the window while another copy is read, looked at and brought in.

    What the person chose is a ``Decision``.

    Signals:
        key_entered: opens the copy; see ``MergeKey``.
    """

    key_entered = Signal(object)

    def __init__(self, ground: QWidget) -> None:
        words = SheetWords(
            _("Bring in another copy of the journal"),
            _("Choose another copy…"),
            _("Nothing in this copy is new."),
        )
        groups = {part: _things(part, _(title)) for part, title in _PARTS}
        super().__init__(words, groups, ground, name="merge", source="copy", lines_wide=_LINES_WIDE)
        self.key = MergeKey()
        self.conflicts = MergeConflicts()
        self._safe = plain_label(
            _("A backup of the journal as it is now is made before."), "small", wrap=True
        )
        self.open = push_button(_("Open"), "primary", name="merge.open")
        self._found: MergePreview | None = None
        first = (groups[part] for part in _FIRST)
        rest = (group for part, group in groups.items() if part not in _FIRST)
        self._lay_out(self.key, *first, self.conflicts, *rest, self._safe, extra=(self.open,))
        self._connect()
        self._show_only(self.source, self.cancel)
        self.come_up()

    # --- what is seen ---------------------------------------------------------------------------

    def ask_for_key(self, error: JournalError) -> None:
        """Ask for what opens the copy, and say what was wrong with what was typed."""
        self._show_only(self.source, self.key, self.cancel, self.open)
        self.key.tell(error)
        self.key.focus_first()

    def show_preview(self, found: MergePreview, tell: Tell, today: date) -> None:
        """Show what a copy would bring; ``tell`` says what differs."""
        self._found = found
        self.source.setText(say_copy(found.copy, today))
        more: list[QWidget] = []
        if found.conflicts:
            self.conflicts.show_conflicts(found.conflicts, tell)
            more.append(self.conflicts)
        may_change = would_change(found, Decision()) or found.conflicts or found.gone
        more += [self.do, self._safe] if may_change else [self.nothing]
        self._show_found(say_merge(found), *more)
        self._allow()

    # --- leaving --------------------------------------------------------------------------------

    @override
    def go(self) -> None:
        self.key.clear()
        super().go()

    # --- inside ---------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.conflicts.chosen.connect(self._allow)
        for group in self._groups.values():
            if group.choice is not None:
                group.choice.chosen.connect(self._allow)
        self.key.submitted.connect(self.key_entered)
        self.open.clicked.connect(self.key.submit)

    @override
    def _chosen(self) -> Decision:
        choices = self.conflicts.choices if self._found and self._found.conflicts else {}
        return Decision(choices, brings_back=self._is_in("gone"), brings_rest=self._is_in("rest"))

    def _is_in(self, part: str) -> bool:
        """Tell whether the person wants these things in."""
        choice = self._groups[part].choice
        return choice is not None and choice.value() == _IN

    def _allow(self) -> None:
        """Let it be brought in where that would change something."""
        if self._found is not None:
            self.do.setEnabled(would_change(self._found, self._chosen()))


def _things(part: str, title: str) -> IncomingThings:
    choices = [(key, _(words)) for key, words in _CHOICES.get(part, ())]
    return IncomingThings(title, name=f"merge.{part}", choices=choices)
