"""Names and words: what stands instead of them in what leaves the journal."""

from PySide6.QtWidgets import QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL
from caregiver_journal.base.marks import override
from caregiver_journal.domain.mask import Mask
from caregiver_journal.journal.begun import DraftName
from caregiver_journal.journal.masking import delete_mask, read_masks, write_mask
from caregiver_journal.journal.unfinished import NEW
from caregiver_journal.ui.draft_keeper import Content
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.plain_values import read_text
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.sheet_draft import DraftedSheet, SheetDraft
from caregiver_journal.ui.widgets.field_row import FieldRow
from caregiver_journal.ui.widgets.flow_layout import FlowLayout
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.list_editor import Item, ListEditor
from caregiver_journal.ui.widgets.text import line_field, plain_label, push_button, set_button_text

FORM = "masks.form"
"""The name under which the sheet keeps its draft."""

_LINES_WIDE = 30


class MasksSheet(DraftedSheet):
    """Lists words and what stands instead; adds, changes and deletes one; what is done holds.

    A word that is being written is kept until it is added.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(_("Names and words"), context.ground, name="masks", lines_wide=_LINES_WIDE)
        self.context = context
        self._changed = ""
        about = _(
            "In a summary, another word stands instead of each of these, wherever it is written "
            "and however: in small or capital letters, with an s behind it, in drawings, dates and "
            "headings too."
        )
        self.none = plain_label(_("No word is replaced yet."), "muted", wrap=True)
        self.editor = ListEditor(_("Words"), name="masks.words", change=_("Change"))
        self.editor.rename.hide()  # it stands beside what deletes
        self.editor.hide_button.hide()
        self.change = push_button(_("Change"), name="masks.change")
        self.delete = push_button(_("Delete"), name="masks.delete")
        self.word = line_field(_("A name, a place, a number"), name="masks.word")
        self.instead = line_field(_("Empty: a black bar"), name="masks.instead")
        self.save = push_button(_("Add"), "primary", name="masks.save")
        self.word_problem = ProblemLine("masks.word.problem")
        self.problem = ProblemLine("masks.problem")
        fields = FieldRow(
            (_("Word or words"), [self.word, self.word_problem]),
            (_("What stands instead"), [self.instead]),
        )
        done = push_button(_("Done"), name="masks.done")
        self.card.add(plain_label(about, "small", wrap=True), self.none, self.editor)
        self.card.add(self._actions(), fields, self.problem, FootRow((done,), (self.save,)))
        self._list()
        self.draft = SheetDraft(context, DraftName(FORM, NEW), self._said, None, self)
        self._fill(self.draft.begun)
        self._connect()
        done.clicked.connect(self.go)
        self.come_up()
        self.word.setFocus()

    @override
    def tell(self, error: JournalError) -> None:
        """Say what went wrong beside its field, and put the keyboard there."""
        (self.word_problem if error.field == "word" else self.problem).tell(error)
        (self.instead if error.field == "instead" else self.word).setFocus()

    def _connect(self) -> None:
        for line in (self.word, self.instead):
            line.textChanged.connect(self.draft.touch)
            line.textChanged.connect(self._be_quiet)
            line.returnPressed.connect(self._save)
        self.save.clicked.connect(self._save)
        self.change.clicked.connect(self.editor.edit_current)
        self.delete.clicked.connect(self._delete)
        self.editor.change_requested.connect(self._begin_change)

    def _actions(self) -> QWidget:
        self._chosen = QWidget()
        flow = FlowLayout(self._chosen, gap=SMALL)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.addWidget(self.change)
        flow.addWidget(self.delete)
        return self._chosen

    def _said(self) -> Content:
        """Return the word that is being written; nothing while there is none."""
        if not self.word.text() and not self.instead.text():
            return {}
        parts = {"word": self.word.text(), "instead": self.instead.text()}
        return {**parts, "changed": self._changed}

    def _fill(self, begun: Content) -> None:
        """Go on with a word that was begun; what cannot be read of it is left out."""
        self.word.setText(read_text(begun.get("word")))
        self.instead.setText(read_text(begun.get("instead")))
        changed = read_text(begun.get("changed"))
        self._set_changed(changed if changed in self._masks() else "")

    def _masks(self) -> dict[str, Mask]:
        return {mask.word: mask for mask in read_masks(self.context.journal)}

    def _list(self, select: str = "") -> None:
        items = [Item(word, word, say_instead(mask)) for word, mask in self._masks().items()]
        self.editor.show_items(items, select)
        self.editor.setVisible(bool(items))
        self._chosen.setVisible(bool(items))
        self.none.setVisible(not items)

    def _set_changed(self, word: str) -> None:
        self._changed = word
        set_button_text(self.save, _("Keep the change") if word else _("Add"))

    def _be_quiet(self) -> None:
        self.word_problem.be_quiet()
        self.problem.be_quiet()

    def _begin_change(self, word: str) -> None:
        mask = self._masks()[word]
        self._set_changed(word)
        self.word.setText(mask.word)
        self.instead.setText(mask.instead)
        self.instead.setFocus()
        self.instead.selectAll()

    def _save(self) -> None:
        try:
            mask = Mask(self.word.text(), self.instead.text())
            take_back = write_mask(self.context.journal, mask, self._changed)
        except JournalError as error:
            self.tell(error)
            return
        is_change = bool(self._changed)
        self._set_changed("")
        self.word.clear()
        self.instead.clear()
        self._list(mask.word)
        self.word.setFocus()
        said = _("Changed: {word}") if is_change else _("Added: {word}")
        self.context.undo.offer(said.format(word=mask.word), take_back)

    def _delete(self) -> None:
        current = self.editor.current()
        if current is None:
            return
        mask = self._masks()[current.key]
        try:
            bring_back = delete_mask(self.context.journal, mask)
        except JournalError as error:
            self.problem.tell(error)
            return
        if self._changed == mask.word:
            self._set_changed("")
        self._list()
        self.context.undo.offer(_("Deleted: {word}").format(word=mask.word), bring_back)


def say_instead(mask: Mask) -> str:
    """Return what becomes of a word."""
    if mask.may_stay:
        return _("stays as it is")
    return mask.instead or _("a black bar")
