"""Choose what a summary is made of by a name, and keep what is chosen now under one."""

from PySide6.QtCore import Signal

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.period import SESSION_WORD, SPAN_WORDS, Span
from caregiver_journal.domain.summary import BLOCK_WORDS, Block
from caregiver_journal.journal.summary.presets import (
    Preset,
    all_presets,
    delete_preset,
    write_preset,
)
from caregiver_journal.ui.entry_form import group
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.list_editor import Item, ListEditor
from caregiver_journal.ui.widgets.text import line_field, plain_label, push_button


class PresetsSheet(Overlay):
    """Lists the presets; Enter on one uses it.

    Signals:
        chosen(Preset): the person wants this one.
    """

    chosen = Signal(object)

    def __init__(self, context: Context, now: Preset) -> None:
        """Take what is chosen now; its name does not matter."""
        super().__init__(_("Presets"), context.ground, name="presets")
        self._context = context
        self._now = now
        about = _(
            "A preset keeps the period and the blocks under a name. Single entries are always "
            "chosen anew."
        )
        self.dates = plain_label(
            _("Dates are not kept: this one will begin with the last month."), "small", wrap=True
        )
        self.dates.setObjectName("presets.dates")
        self.none = plain_label(_("No preset is kept yet."), "muted", wrap=True)
        self.editor = ListEditor(_("Presets"), name="presets", change=_("Use"))
        self.editor.hide_button.hide()
        self.remove = push_button(_("Remove"), name="presets.remove")
        self.name = line_field(_("Such as Monthly, or For Dr. K."), name="presets.name")
        self.keep = push_button(_("Keep what is chosen now"), "primary", name="presets.keep")
        self.problem = ProblemLine("presets.problem")
        done = push_button(_("Done"), name="presets.done")
        self.card.add(plain_label(about, "small", wrap=True), self.none, self.editor)
        self.card.add(group(_("Name"), self.name), self.dates, self.problem)
        self.card.add(FootRow((done, self.remove), (self.keep,)))
        self.dates.setVisible(now.span is Span.DATES)
        done.clicked.connect(self.go)
        self.keep.clicked.connect(self._keep)
        self.name.returnPressed.connect(self._keep)
        self.remove.clicked.connect(self._remove)
        self.editor.change_requested.connect(self._use)
        self._list()
        self.come_up()
        self.name.setFocus()

    def _list(self) -> None:
        presets = all_presets(self._context.journal)
        items = [Item(each.name, each.name, _say_parts(each)) for each in presets]
        self.editor.show_items(items, presets[0].name if presets else "")
        self.none.setVisible(not presets)
        self.editor.setVisible(bool(presets))
        self.remove.setVisible(bool(presets))

    def _preset(self, name: str) -> Preset | None:
        presets = all_presets(self._context.journal)
        return next((each for each in presets if each.name == name), None)

    def _use(self, name: str) -> None:
        preset = self._preset(name)
        self.go()
        if preset is not None:
            self.chosen.emit(preset)

    def _keep(self) -> None:
        span = Span.MONTH if self._now.span is Span.DATES else self._now.span
        try:
            preset = Preset(self.name.text(), span, self._now.blocks)
            is_change = self._preset(preset.name) is not None
            take_back = write_preset(self._context.journal, preset)
        except JournalError as error:
            self.problem.tell(error)
            self.name.setFocus()
            return
        self.problem.be_quiet()
        self.name.clear()
        self._list()
        said = _("Changed: {name}") if is_change else _("Kept: {name}")
        self._context.undo.offer(said.format(name=preset.name), take_back)

    def _remove(self) -> None:
        current = self.editor.current()
        preset = None if current is None else self._preset(current.key)
        if preset is None:
            return
        try:
            bring_back = delete_preset(self._context.journal, preset)
        except JournalError as error:
            self.problem.tell(error)
            return
        self._list()
        self._context.undo.offer(_("Removed: {name}").format(name=preset.name), bring_back)


def _say_parts(preset: Preset) -> str:
    words = {**SPAN_WORDS, Span.SESSION: SESSION_WORD}
    blocks = [_(BLOCK_WORDS[block]) for block in Block if block in preset.blocks]
    return " · ".join([_(words[preset.span]), ", ".join(blocks)])
