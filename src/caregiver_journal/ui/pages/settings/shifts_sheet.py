"""The kinds of shift: rename, hide, say which are days off, add."""

from dataclasses import replace

from caregiver_journal.base.errors import JournalError, NothingFoundError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.shift import Shift
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.pages.settings.list_sheet import ListSheet
from caregiver_journal.ui.widgets.list_editor import Item, ListEditor


class ShiftsSheet(ListSheet):
    """Edits the kinds of shift; days follow a new name and keep a hidden one."""

    def __init__(self, context: Context) -> None:
        editor = ListEditor(
            _("Kinds of shift"),
            name="shifts",
            add_hint=_("Another kind…"),
            tick=_("This is a day off"),
        )
        about = _("A new name holds for the days before, too. What is hidden stays on its days.")
        super().__init__(context, _("Kinds of shift"), about, editor)
        editor.renamed.connect(self._rename)
        editor.hidden.connect(self._hide)
        editor.ticked.connect(self._tick)
        editor.added.connect(self._add)

    @override
    def show_list(self, select: str = "") -> None:
        shifts = self.context.journal.shifts.all()
        self.editor.show_items([_item(shift) for shift in shifts], select)

    def _rename(self, pair: tuple[str, str]) -> None:
        key, name = pair
        self.change(lambda: self._write(replace(self._shift(key), name=name)))

    def _hide(self, pair: tuple[str, bool]) -> None:
        key, hidden = pair
        self.change(lambda: self._write(replace(self._shift(key), is_hidden=hidden)))

    def _tick(self, pair: tuple[str, bool]) -> None:
        key, is_off = pair
        self.change(lambda: self._write(replace(self._shift(key), is_off=is_off)))

    def _add(self, name: str) -> None:
        journal = self.context.journal
        try:
            with journal.writing(Topic.SHIFT):
                added = journal.shifts.add(Shift(name))
        except JournalError as error:
            self.problem.tell(error)
            return
        self.editor.clear_field()
        self.change(bool, str(added.number))

    def _shift(self, key: str) -> Shift:
        for shift in self.context.journal.shifts.all():
            if str(shift.number) == key:
                return shift
        raise NothingFoundError

    def _write(self, shift: Shift) -> None:
        with self.context.journal.writing(Topic.SHIFT):
            self.context.journal.shifts.change(shift)


def _item(shift: Shift) -> Item:
    return Item(
        key=str(shift.number),
        name=shift.name,
        about=_("day off") if shift.is_off else "",
        is_hidden=shift.is_hidden,
        is_ticked=shift.is_off,
    )
