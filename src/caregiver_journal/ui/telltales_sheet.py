"""Ask about names and numbers that were found in a summary, before it leaves the journal."""

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from caregiver_journal.base.errors import InvalidValueError, JournalError
from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.look import SMALL
from caregiver_journal.base.marks import override
from caregiver_journal.domain.mask import Mask
from caregiver_journal.domain.telltale import Telltale
from caregiver_journal.journal.begun import DraftName
from caregiver_journal.journal.masking import settle
from caregiver_journal.journal.unfinished import NEW
from caregiver_journal.ui.draft_keeper import Content
from caregiver_journal.ui.masks_sheet import say_instead
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.sheet_draft import DraftedSheet, SheetDraft
from caregiver_journal.ui.widgets.flow_layout import FlowLayout
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.list_editor import Item, ListEditor
from caregiver_journal.ui.widgets.text import line_field, plain_label, push_button

FORM = "telltales.form"
"""The name under which answers are kept until all are given."""

_LINES_WIDE = 32


class TelltalesSheet(DraftedSheet):
    """Shows each word with what stands around it; goes on once all are answered.

    On the list 1 lets a word stay, 2 blacks it out, 3 or Enter asks what stands instead; the next
    word that is open follows by itself. Undo takes the last answer back. Where it is left before
    the end, the answers stand there again the next time.

    Signals:
        settled: a tuple of ``Mask``, all answers. They are kept; where that is not possible they
            hold for this time only, and the strip at the foot says so.
        left: it was left before all were answered; nothing is put on.
    """

    settled = Signal(object)
    left = Signal()

    def __init__(
        self, context: Context, found: Sequence[Telltale], *, holds_no_case: bool = False
    ) -> None:
        """Ask about what was found.

        Args:
            context: what it works with.
            found: at least one.
            holds_no_case: whether there are words in scripts that were not looked through.
        """
        super().__init__(
            _("Names and numbers"), context.ground, name="telltales", lines_wide=_LINES_WIDE
        )
        self.context = context
        self._found = {one.word: one for one in found}
        self._answers: dict[str, Mask] = {}
        self._earlier: list[tuple[str, dict[str, Mask]]] = []  # each answered word, and before it
        self._kept: tuple[Mask, ...] | None = None
        self._make_parts()
        self._lay_out(holds_no_case=holds_no_case)
        self.draft = SheetDraft(context, DraftName(FORM, NEW), self._said, None, self)
        self._fill(self.draft.begun)
        self._connect()
        self._list(next(iter(self._open()), ""))
        self.come_up()
        self.editor.list.setFocus()

    @override
    def tell(self, error: JournalError) -> None:
        """Say in the sheet what went wrong."""
        self.problem.tell(error)

    @override
    def take_back(self) -> bool:
        """Take the last answer back."""
        if self._earlier:
            word, self._answers = self._earlier.pop()
            self.draft.touch()
            self._list(word)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.replacing.isVisible():
            self.replacing.hide()
            self.editor.list.setFocus()
        else:
            super().keyPressEvent(event)

    # --- how it is made -------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.count = plain_label("", "small", wrap=True)
        self.count.setObjectName("telltales.count")
        self.editor = ListEditor(_("Names and numbers"), name="telltales.words")
        self.editor.rename.hide()
        self.editor.hide_button.hide()
        self.around = plain_label("", wrap=True)
        self.around.setObjectName("telltales.context")
        self.stay = push_button(_("May stay · 1"), name="telltales.stay")
        self.black = push_button(_("Black out · 2"), name="telltales.black")
        self.replace = push_button(_("Replace… · 3"), name="telltales.replace")
        self.instead = line_field(_("What stands instead"), name="telltales.instead")
        self.instead.setAccessibleName(_("What stands instead"))
        self.take = push_button(_("Take it"), name="telltales.take")
        self.replacing = FootRow((self.instead,), (self.take,))
        self.replacing.hide()
        self.problem = ProblemLine("telltales.problem")
        self.cancel = push_button(_("Cancel"), name="telltales.cancel")
        self.all_stay = push_button(_("All others may stay"), name="telltales.all_stay")
        self.save = push_button(_("Go on"), "primary", name="telltales.save")

    def _lay_out(self, *, holds_no_case: bool) -> None:
        about = _(
            "These stand in your own words and may tell somebody who is meant. Each can stay, be "
            "blacked out, or be another word; you are not asked about it again."
        )
        self.card.add(plain_label(about, "small", wrap=True), self.count)
        if holds_no_case:
            unseen = _(
                "Some of it is in a script without capital letters. Names there were not looked "
                "for; they can be added under Names and words."
            )
            self.unseen = plain_label(unseen, "small", wrap=True)
            self.unseen.setObjectName("telltales.unseen")
            self.card.add(self.unseen)
        actions = QWidget()
        flow = FlowLayout(actions, gap=SMALL)
        flow.setContentsMargins(0, 0, 0, 0)
        for button in (self.stay, self.black, self.replace):
            flow.addWidget(button)
        self.card.add(self.editor, self.around, actions, self.replacing, self.problem)
        self.card.add(FootRow((self.cancel, self.all_stay), (self.save,)))

    def _connect(self) -> None:
        self.editor.list.selectionModel().currentChanged.connect(self._show_current)
        self.editor.list.edit_wanted.connect(self._ask_instead)
        pairs = ((self.stay, "1", self._let_stay), (self.black, "2", self._black_out))
        for button, key, answer in (*pairs, (self.replace, "3", self._ask_instead)):
            button.clicked.connect(answer)
            shortcut = QShortcut(QKeySequence(key), self.editor.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(answer)
        self.instead.returnPressed.connect(self._take_instead)
        self.instead.textChanged.connect(self.problem.be_quiet)
        self.take.clicked.connect(self._take_instead)
        self.cancel.clicked.connect(self.go)
        self.gone.connect(self._tell_answers)
        self.all_stay.clicked.connect(self._let_all_stay)
        self.save.clicked.connect(self._save)

    # --- what is answered -----------------------------------------------------------------------

    def _said(self) -> Content:
        """Return the answers as plain values."""
        return {word: [one.instead, one.may_stay] for word, one in self._answers.items()}

    def _fill(self, begun: Content) -> None:
        """Take up what was answered before it was left; what cannot be read is asked again."""
        for word in self._found:
            match begun.get(word):
                case [str(instead), bool(may_stay)]:
                    with suppress(JournalError):
                        self._answers[word] = Mask(word, instead, may_stay)

    def _tell_answers(self) -> None:
        """Say what was answered, now that it is gone."""
        if self._kept is None:
            self.left.emit()
        else:
            self.settled.emit(self._kept)

    def _list(self, select: str) -> None:
        items = [self._item(one) for one in self._found.values()]
        self.editor.show_items(items, select)
        left = len(self._open())
        words = ngettext("{count:,} is still open.", "{count:,} are still open.", left)
        self.count.setText(words.format(count=left) if left else _("All are answered."))
        self.all_stay.setEnabled(left > 0)
        self._show_current()

    def _item(self, one: Telltale) -> Item:
        answer = self._answers.get(one.word)
        times = ngettext("once", "{count:,} times", one.count).format(count=one.count)
        about = times if answer is None else f"✓ {say_instead(answer)}"
        return Item(one.word, one.word, about, may_rename=False)

    def _open(self) -> list[str]:
        return [word for word in self._found if word not in self._answers]

    def _current(self) -> Telltale | None:
        current = self.editor.current()
        return None if current is None else self._found[current.key]

    def _show_current(self) -> None:
        one = self._current()
        self.around.setText("" if one is None else one.context)
        self.replacing.hide()
        for button in (self.stay, self.black, self.replace):
            button.setEnabled(one is not None)
            button.setAccessibleDescription("" if one is None else one.word)

    def _let_stay(self) -> None:
        self._answer(may_stay=True)

    def _black_out(self) -> None:
        self._answer()

    def _ask_instead(self) -> None:
        one = self._current()
        if one is None:
            return
        known = self._answers.get(one.word)
        self.instead.setText(known.instead if known is not None else "")
        self.replacing.show()
        self.instead.setFocus()
        self.instead.selectAll()

    def _take_instead(self) -> None:
        if not self.instead.text().strip():
            self.problem.tell(InvalidValueError(_("A word that stands instead is needed.")))
            self.instead.setFocus()
            return
        self._answer(self.instead.text())

    def _answer(self, instead: str = "", *, may_stay: bool = False) -> None:
        """Note an answer and go on with the next word that is open."""
        one = self._current()
        if one is None:
            return
        try:
            self._note(Mask(one.word, instead, may_stay))
        except JournalError as error:
            self.problem.tell(error)
            return
        self.problem.be_quiet()
        self._list(self._next_open(one.word))
        (self.editor.list if self._open() else self.save).setFocus()

    def _note(self, *answers: Mask) -> None:
        """Keep in mind what was answered last, and what held before."""
        self._earlier.append((answers[0].word, dict(self._answers)))
        self._answers |= {each.word: each for each in answers}
        self.draft.touch()

    def _next_open(self, word: str) -> str:
        words = list(self._found)
        place = words.index(word)
        behind = (each for each in (*words[place:], *words) if each not in self._answers)
        return next(behind, word)

    def _let_all_stay(self) -> None:
        self._note(*(Mask(word, may_stay=True) for word in self._open()))
        self.problem.be_quiet()
        self._list("")
        self.save.setFocus()

    def _save(self) -> None:
        left = self._open()
        if left:
            words = ngettext(
                "{count:,} of them is still open.", "{count:,} of them are still open.", len(left)
            )
            self.problem.tell(InvalidValueError(words.format(count=len(left))))
            self._list(left[0])
            self.editor.list.setFocus()
            return
        self._kept = tuple(self._answers.values())
        try:
            settle(self.context.journal, self._kept, self.draft.name)
        except JournalError:
            self.context.say(_("The answers hold for this time only; they could not be kept."))
        self.draft.settle()
        self.go()
