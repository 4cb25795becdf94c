"""List questions under the titles of their themes; Enter and a double click open one."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.domain.prompt import Prompt, Theme
from caregiver_journal.ui.widgets.text_delegate import Heading, TextDelegate, TextParts
from caregiver_journal.ui.widgets.whole_list import WholeList, WholeModel


@dataclass(frozen=True, slots=True)
class Shut:
    """A deeper question whose words are not shown before they are asked for."""

    prompt: Prompt


PromptRow = Prompt | Shut | Heading


def rows_by_theme(
    prompts: Iterable[Prompt], themes: Sequence[Theme], opened: Collection[str]
) -> list[PromptRow]:
    """Return questions under the titles of their themes; a hidden theme says that it is.

    Args:
        prompts: the questions in their order.
        themes: the themes in theirs.
        opened: the ids of deeper questions whose words were asked for.
    """
    groups: dict[str, list[Prompt | Shut]] = {}
    for prompt in prompts:
        is_shut = prompt.is_deeper and prompt.id not in opened
        groups.setdefault(prompt.theme, []).append(Shut(prompt) if is_shut else prompt)
    rows: list[PromptRow] = []
    for theme in themes:
        if theme.id in groups:
            hidden = _("Hidden: nothing of it is offered") if theme.is_hidden else theme.about
            rows += [Heading(theme.title, hidden), *groups[theme.id]]
    return rows


def prompt_of(row: PromptRow | None) -> Prompt | None:
    """Return the question of a row, or None."""
    return row.prompt if isinstance(row, Shut) else row if isinstance(row, Prompt) else None


def text_of(row: Prompt | Shut) -> str:
    """Return the words of a question, as far as they are shown."""
    return _("A deeper question") if isinstance(row, Shut) else row.text


def chip_words(row: Prompt | Shut) -> tuple[str, ...]:
    """Return the words of the chips of a question: how deep it goes, and whose it is."""
    prompt = row.prompt if isinstance(row, Shut) else row
    deeper = _("Deeper") if prompt is row and prompt.is_deeper else ""
    whose = _("Own") if prompt.is_own else _("Changed") if prompt.is_changed else ""
    return tuple(filter(None, (deeper, whose)))


class PromptModel(WholeModel[PromptRow]):
    """Questions and the titles of themes."""

    @override
    def id_of(self, row: PromptRow) -> str | None:
        prompt = prompt_of(row)
        return None if prompt is None else prompt.id

    @override
    def words_of(self, row: PromptRow) -> str:
        return row.title if isinstance(row, Heading) else text_of(row)

    @override
    def heard_of(self, row: PromptRow) -> str:
        if isinstance(row, Heading):
            return ". ".join(filter(None, (row.title, row.about)))
        marks = (*chip_words(row), _("Hidden") if _is_hidden(row) else "")
        return ". ".join(filter(None, (text_of(row).rstrip("."), *marks)))


class PromptDelegate(TextDelegate[PromptRow]):
    """Paint questions in full."""

    @override
    def parts_of(self, row: PromptRow) -> TextParts | Heading:
        if isinstance(row, Heading):
            return row
        return TextParts(text_of(row), chips=chip_words(row), is_faded=_is_hidden(row))


class PromptList(WholeList[PromptRow]):
    """Questions, of which one is chosen."""

    def __init__(self, accessible_name: str, *, name: str) -> None:
        super().__init__(accessible_name, PromptModel(), name=name)
        self.paint_by(PromptDelegate(self))

    def current(self) -> Prompt | None:
        """Return the chosen question, or None."""
        return prompt_of(self.current_row())

    def is_shut(self) -> bool:
        """Tell whether the words of the chosen question are not shown yet."""
        return isinstance(self.current_row(), Shut)

    def prompts(self) -> list[Prompt]:
        """Return the questions that are shown, in their order."""
        return [prompt for row in self.choices() if (prompt := prompt_of(row)) is not None]


def _is_hidden(row: Prompt | Shut) -> bool:
    return row.prompt.is_hidden if isinstance(row, Shut) else row.is_hidden
