"""List questions under the titles of their themes; Enter and a double click open one."""

from collections.abc import Iterable, Sequence

from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.domain.prompt import Prompt, Theme
from caregiver_journal.ui.widgets.text_delegate import Heading, TextDelegate, TextParts
from caregiver_journal.ui.widgets.whole_list import WholeList, WholeModel

PromptRow = Prompt | Heading


def rows_by_theme(prompts: Iterable[Prompt], themes: Sequence[Theme]) -> list[PromptRow]:
    """Return questions under the titles of their themes; a hidden theme says that it is."""
    groups: dict[str, list[Prompt]] = {}
    for prompt in prompts:
        groups.setdefault(prompt.theme, []).append(prompt)
    rows: list[PromptRow] = []
    for theme in themes:
        if theme.id in groups:
            hidden = _("Hidden: nothing of it is offered") if theme.is_hidden else theme.about
            rows += [Heading(theme.title, hidden), *groups[theme.id]]
    return rows


def chip_words(prompt: Prompt) -> tuple[str, ...]:
    """Return the words of the chips of a question: how deep it goes, and whose it is."""
    whose = _("Own") if prompt.is_own else _("Changed") if prompt.is_changed else ""
    return tuple(filter(None, (_("Deeper") if prompt.is_deeper else "", whose)))


class PromptModel(WholeModel[PromptRow]):
    """Questions and the titles of themes."""

    @override
    def id_of(self, row: PromptRow) -> str | None:
        return row.id if isinstance(row, Prompt) else None

    @override
    def words_of(self, row: PromptRow) -> str:
        return row.text if isinstance(row, Prompt) else row.title

    @override
    def heard_of(self, row: PromptRow) -> str:
        if isinstance(row, Heading):
            return ". ".join(filter(None, (row.title, row.about)))
        marks = (*chip_words(row), _("Hidden") if row.is_hidden else "")
        return ". ".join(filter(None, (row.text.rstrip("."), *marks)))


class PromptDelegate(TextDelegate[PromptRow]):
    """Paint questions in full."""

    @override
    def parts_of(self, row: PromptRow) -> TextParts | Heading:
        if isinstance(row, Heading):
            return row
        return TextParts(row.text, chips=chip_words(row), is_faded=row.is_hidden)


class PromptList(WholeList[PromptRow]):
    """Questions, of which one is chosen."""

    def __init__(self, accessible_name: str, *, name: str) -> None:
        super().__init__(accessible_name, PromptModel(), name=name)
        self.paint_by(PromptDelegate(self))

    def current(self) -> Prompt | None:
        """Return the chosen question, or None."""
        row = self.current_row()
        return row if isinstance(row, Prompt) else None

    def prompts(self) -> list[Prompt]:
        """Return the questions that are shown, in their order."""
        return [row for row in self.choices() if isinstance(row, Prompt)]
