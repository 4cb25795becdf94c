"""Questions to reflect on, the themes and decks they belong to, and what makes one fit today."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import clean_text, holds_words
from caregiver_journal.domain.title import clean_title

MAX_QUESTION = 600
"""Longest question of one's own, in characters."""
MAX_TITLE = 80
"""Longest title of a deck, in characters."""


class Sign(StrEnum):
    """What was logged lately that a theme may fit."""

    AGREED = "agreed"
    GUILT = "guilt"
    LOW_BELONGING = "low-belonging"
    SAID_NO = "said-no"
    HEAVY_LOAD = "heavy-load"
    LOW_MOOD = "low-mood"
    GOOD_DAY = "good-day"


@dataclass(frozen=True, slots=True)
class Theme:
    """What several questions are about: a theme of the program, or a deck of one's own.

    Attributes:
        about: in a word or two, for the line below the title.
        after: what it fits, when that was logged lately.
        is_own: whether it is a deck of the person's.
        is_hidden: whether it is offered no more.
        is_changed: whether the person gave one of the program another title.

    Raises:
        InvalidValueError: it has no title, or one that is too long.
    """

    id: str
    title: str
    about: str = ""
    after: frozenset[Sign] = frozenset()
    is_own: bool = False
    is_hidden: bool = False
    is_changed: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", clean_title(self.title, MAX_TITLE))


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question.

    Attributes:
        theme: the id of its theme or deck.
        is_deeper: whether it stays shut until deeper ones are asked for.
        is_own: whether the person wrote it.
        is_hidden: whether it is offered no more.
        is_changed: whether the person gave one of the program other words.

    Raises:
        InvalidValueError: it has no words, or too many.
    """

    id: str
    theme: str
    text: str = field(repr=False)
    is_deeper: bool = False
    is_own: bool = False
    is_hidden: bool = False
    is_changed: bool = False

    def __post_init__(self) -> None:
        text = clean_text(self.text).strip()
        object.__setattr__(self, "text", text)
        if not text:
            raise InvalidValueError(_("A question needs a few words."), field="text")
        if len(text) > MAX_QUESTION:
            raise InvalidValueError(
                _("A question has at most {count} characters.").format(count=MAX_QUESTION),
                field="text",
            )


class Shown(StrEnum):
    """Which questions are looked at."""

    ALL = "all"
    OWN = "own"
    HIDDEN = "hidden"

    def holds(self, prompt: Prompt) -> bool:
        """Tell whether a question belongs here; hidden ones belong to ``HIDDEN`` only."""
        if self is Shown.HIDDEN or prompt.is_hidden:
            return self is Shown.HIDDEN and prompt.is_hidden
        return self is Shown.ALL or prompt.is_own or prompt.is_changed


def find_prompts(
    prompts: Iterable[Prompt],
    wanted: str = "",
    *,
    titles: Mapping[str, str],
    shown: Shown = Shown.ALL,
    theme: str = "",
) -> tuple[Prompt, ...]:
    """Return questions in their order that hold every word of a search.

    Looked at are the words of the question and the title of its theme.

    Args:
        prompts: those to look among.
        wanted: the words of the search; "" for all.
        titles: the titles of themes by their ids.
        shown: which ones to look at.
        theme: only those of it; "" for all.
    """
    return tuple(
        prompt
        for prompt in prompts
        if shown.holds(prompt)
        and theme in ("", prompt.theme)
        and (not wanted or holds_words(f"{prompt.text}\n{titles.get(prompt.theme, '')}", wanted))
    )
