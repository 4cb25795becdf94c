"""The tags: on how many entries each stands; rename, put two together, hide."""

from functools import partial

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.marks import override
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.tag import TagUse, clean_tag, folded
from caregiver_journal.ui.confirm_sheet import ConfirmSheet
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.pages.settings.list_sheet import ListSheet
from caregiver_journal.ui.widgets.list_editor import Item, ListEditor


class TagsSheet(ListSheet):
    """Edits the tags; before two become one, it says so, because that cannot be undone."""

    def __init__(self, context: Context) -> None:
        editor = ListEditor(_("Tags"), name="tags")
        about = _(
            "A new name holds for all entries. The name of another tag puts the two together. "
            "What is hidden stays on its entries and is offered no more."
        )
        super().__init__(context, _("Tags"), about, editor)
        editor.renamed.connect(self._rename)
        editor.hidden.connect(self._hide)

    @override
    def show_list(self, select: str = "") -> None:
        self.editor.show_items([_item(use) for use in self._uses()], select)

    def _uses(self) -> list[TagUse]:
        return self.context.journal.tags.counted()

    def _rename(self, pair: tuple[str, str]) -> None:
        old, wanted = pair
        try:
            new = clean_tag(wanted)
            uses = {folded(use.name): use for use in self._uses()}
        except JournalError as error:
            self.problem.tell(error)
            return
        other = uses.get(folded(new))
        if other is None or folded(old) == folded(new):
            self._write(old, new)
        else:
            self._ask(uses[folded(old)], other)

    def _ask(self, old: TagUse, other: TagUse) -> None:
        gets = ngettext(
            "{count} entry gets “{new}” instead of “{old}”.",
            "{count} entries get “{new}” instead of “{old}”.",
            old.count,
        ).format(count=old.count, new=other.name, old=old.name)
        title = _("Put “{old}” and “{new}” together?").format(old=old.name, new=other.name)
        gone = (gets, _("This cannot be undone."))
        sheet = ConfirmSheet(title, gone, _("Put them together"), self.context.ground, name="merge")
        sheet.confirmed.connect(partial(self._write, old.name, other.name))

    def _write(self, old: str, new: str) -> None:
        self.change(partial(self.context.journal.rename_tag, old, new), new)

    def _hide(self, pair: tuple[str, bool]) -> None:
        name, hidden = pair
        self.change(partial(self._write_hidden, name, hidden=hidden))

    def _write_hidden(self, name: str, *, hidden: bool) -> None:
        with self.context.journal.writing(Topic.TAG):
            self.context.journal.tags.hide(name, hidden=hidden)


def _item(use: TagUse) -> Item:
    count = ngettext("{count:,} entry", "{count:,} entries", use.count).format(count=use.count)
    return Item(key=use.name, name=use.name, about=count, is_hidden=use.is_hidden)
