"""The rows of the person's own lists: what is in them, and the sheets to edit them."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.pages.settings.rows import SettingRow
from caregiver_journal.ui.widgets.text import plain_label, push_button


class Lists(QObject):
    """The rows for shifts, feelings, questions and tags, masks and exports.

    Attributes:
        shifts, feelings, questions, tags, masks, exported: a row each.
    """

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        also = _("words tags shifts rename merge hide own list")
        self.shifts = _row(_("Kinds of shift"), "settings.shifts", self._open_shifts, also)
        self.feelings = _row(
            _("Words for feelings"), "settings.feelings", self._open_feelings, also
        )
        self.questions = _row(
            _("Questions to reflect on"), "settings.questions", self._open_questions, also
        )
        self.tags = _row(_("Tags"), "settings.tags", self._open_tags, also)
        hidden = _("masks aliases black out replace names privacy")
        self.masks = _row(_("Names and words"), "settings.masks", self._open_masks, hidden)
        out = _("export log files saved printed privacy")
        self.exported = _row(
            _("What was exported"), "settings.exported", self._open_exported, out, look=True
        )

    def refresh(self) -> None:
        """Say what is in each list."""
        journal = self._context.journal
        shifts = journal.shifts.all()
        names = ", ".join(shift.name for shift in shifts if not shift.is_hidden)
        hidden = sum(shift.is_hidden for shift in shifts)
        self.shifts.about.setText(_with_hidden(names or _("None is offered"), hidden))
        own = len(journal.feelings.own())  # the program's words are not read for this: 25 ms
        words = _("The words of the program")
        if own:
            words = _("{words}, and {own} of your own").format(words=words, own=own)
        self.feelings.about.setText(_with_hidden(words, len(journal.feelings.hidden())))
        self._say_questions()
        uses = journal.tags.counted()
        tags = ngettext("{count:,} tag", "{count:,} tags", len(uses)).format(count=len(uses))
        none = _("There is no tag yet. They come with what you write.")
        self.tags.about.setText(
            _with_hidden(tags, sum(use.is_hidden for use in uses)) if uses else none
        )
        self.tags.control.setEnabled(bool(uses))
        self._say_what_leaves()

    def _say_what_leaves(self) -> None:
        journal = self._context.journal
        masks = sum(not mask.may_stay for mask in journal.masks.all())
        words = ngettext(
            "{count:,} word is another one in a summary.",
            "{count:,} words are others in a summary.",
            masks,
        )
        none = _("No word is replaced in a summary.")
        self.masks.about.setText(words.format(count=masks) if masks else none)
        exports = len(journal.exports.all())
        times = ngettext("Once.", "{count:,} times.", exports).format(count=exports)
        self.exported.about.setText(
            times if exports else _("No summary and no copy of your data left yet.")
        )

    def _say_questions(self) -> None:
        kept = self._context.journal.prompts.prompts().values()
        own = sum(is_own for _deck, _text, _deeper, is_own, _hidden in kept)
        words = _("The questions of the program")
        if own:
            words = _("{words}, and {own} of your own").format(words=words, own=own)
        hidden = sum(is_hidden for _deck, _text, _deeper, _own, is_hidden in kept)
        self.questions.about.setText(_with_hidden(words, hidden))

    # A sheet is imported when it is first opened, so that the page opens quickly.

    def _open_shifts(self) -> None:
        from caregiver_journal.ui.pages.settings.shifts_sheet import ShiftsSheet  # noqa: PLC0415

        ShiftsSheet(self._context)

    def _open_feelings(self) -> None:
        from caregiver_journal.ui.pages.settings.feelings_sheet import FeelingsSheet  # noqa: PLC0415

        FeelingsSheet(self._context)

    def _open_questions(self) -> None:
        from caregiver_journal.ui.questions_sheet import QuestionsSheet  # noqa: PLC0415

        QuestionsSheet(self._context)

    def _open_tags(self) -> None:
        from caregiver_journal.ui.pages.settings.tags_sheet import TagsSheet  # noqa: PLC0415

        TagsSheet(self._context)

    def _open_masks(self) -> None:
        from caregiver_journal.ui.masks_sheet import MasksSheet  # noqa: PLC0415

        MasksSheet(self._context)

    def _open_exported(self) -> None:
        from caregiver_journal.ui.export_log_sheet import ExportLogSheet  # noqa: PLC0415

        ExportLogSheet(self._context)


def _row(
    title: str, name: str, edit: Callable[[], None], also: str, *, look: bool = False
) -> SettingRow:
    button = push_button(_("Look…") if look else _("Edit…"), name=name)
    said = _("Look at {title}") if look else _("Edit {title}")
    button.setAccessibleName(said.format(title=title))
    button.clicked.connect(edit)
    return SettingRow(title, plain_label("", "small", wrap=True), button, also)


def _with_hidden(words: str, hidden: int) -> str:
    if not hidden:
        return f"{words}."
    return _("{words}; {hidden} hidden.").format(words=words, hidden=hidden)
