"""What was exported: look through what left the journal, forget one, forget all."""

from collections.abc import Callable
from functools import partial

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.export_record import ExportRecord
from caregiver_journal.domain.export_words import export_facts, say_export
from caregiver_journal.journal.export_log import clear, forget_one, read_log
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.list_editor import Item, ListEditor
from caregiver_journal.ui.widgets.text import plain_label, push_button

_LINES_WIDE = 32


class ExportLogSheet(Overlay):
    """Lists the exports, the last first, and says of the chosen one what somebody may have."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            _("What was exported"), context.ground, name="exported", lines_wide=_LINES_WIDE
        )
        self.context = context
        self._now = context.journal.clock()
        about = _(
            "When a summary or a copy of your data left, and what was in it. Its words are not "
            "kept here, and of its place only the name of the folder. Pictures of drawings and "
            "single sheets are not listed."
        )
        self.none = plain_label(
            _("No summary and no copy of your data left yet."), "muted", wrap=True
        )
        self.editor = ListEditor(_("What was exported"), name="exported.log")
        self.editor.rename.hide()
        self.editor.hide_button.hide()
        self.facts = plain_label("", wrap=True)
        self.facts.setObjectName("exported.facts")
        self.forget = push_button(_("Remove from the list"), name="exported.forget")
        self.clear = push_button(_("Clear the list"), name="exported.clear")
        self.problem = ProblemLine("exported.problem")
        done = push_button(_("Done"), "primary", name="exported.done")
        self.card.add(plain_label(about, "small", wrap=True), self.none, self.editor, self.facts)
        self.card.add(self.problem, FootRow((self.forget, self.clear), (done,)))
        self.editor.list.selectionModel().currentChanged.connect(self._tell)
        self.forget.clicked.connect(self._forget)
        self.clear.clicked.connect(self._clear)
        done.clicked.connect(self.go)
        self._records: dict[str, ExportRecord] = {}
        self._list()
        self.come_up()
        (self.editor.list if self._records else done).setFocus()

    def _list(self) -> None:
        records = read_log(self.context.journal)
        self._records = {str(record.number): record for record in records}
        items = [
            Item(key, say_export(record, self._now), record.folder, may_rename=False)
            for key, record in self._records.items()
        ]
        self.editor.show_items(items)
        for part in (self.editor, self.facts, self.forget, self.clear):
            part.setVisible(bool(items))
        self.none.setVisible(not items)
        self._tell()

    def _tell(self) -> None:
        record = self._current()
        facts = () if record is None else export_facts(record, self._now.date())
        self.facts.setText("\n".join(f"{name}: {words}" for name, words in facts))
        self.forget.setEnabled(record is not None)

    def _current(self) -> ExportRecord | None:
        current = self.editor.current()
        return None if current is None else self._records.get(current.key)

    def _forget(self) -> None:
        record = self._current()
        if record is not None:
            said = say_export(record, self._now)
            self._do(
                partial(forget_one, self.context.journal, record),
                _("Removed from the list: {export}").format(export=said),
            )

    def _clear(self) -> None:
        self._do(partial(clear, self.context.journal), _("The list of exports is empty now"))

    def _do(self, act: Callable[[], Callable[[], None]], said: str) -> None:
        try:
            bring_back = act()
            self._list()
        except JournalError as error:
            self.problem.tell(error)
            return
        self.problem.be_quiet()
        self.context.undo.offer(said, bring_back)
