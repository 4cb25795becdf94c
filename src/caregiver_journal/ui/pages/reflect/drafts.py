"""What the form of a reflection holds, and as plain values, whatever they turn out to be."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from caregiver_journal.domain.boundary import PERCENT
from caregiver_journal.domain.entry import Entry, Lost
from caregiver_journal.domain.reflection import (
    PARTS,
    Form,
    Reflection,
    Whose,
    Worry,
    Written,
)
from caregiver_journal.ui.entry_drafts import (
    common_from_plain,
    common_of,
    common_to_plain,
    entry_of,
)
from caregiver_journal.ui.plain_values import read_number, read_text, read_word

ANSWER = PARTS[Form.FREE][0]
"""What is written freely, or to a question."""
_SAME = ("form", "question", "prompt", "theme", "belief_before", "belief_after")
"""What a reflection and its draft call the same."""
_MOST_ROWS = 100
"""So many worries of a stored draft are shown."""


class WorryDraft(NamedTuple):
    """A worry as it is typed; the step is kept while it is not mine."""

    text: str
    whose: Whose | None = None
    step: str = ""


class ReflectDraft(NamedTuple):
    """What the form holds.

    A named tuple, made in a fifth of a dataclass's time: the page is waited for.

    Attributes:
        form, question, prompt, theme: what it is written to; see ``Reflection``.
        texts: those that hold something, in the order of the form.
        happened: None for now.
        day: the day it counts to by hand; None for the day of the moment.
    """

    form: Form = Form.FREE
    question: str = ""
    prompt: str = ""
    theme: str = ""
    texts: tuple[Written, ...] = ()
    belief_before: int | None = None
    belief_after: int | None = None
    worries: tuple[WorryDraft, ...] = ()
    note: str = ""
    tags: tuple[str, ...] = ()
    happened: datetime | None = None
    day: date | None = None
    never_export: bool = False
    for_session: bool = False

    def text(self, part: str) -> str:
        """Return one of its texts; "" where nothing was written."""
        return next((each.text for each in self.texts if each.part == part), "")

    @property
    def has_more(self) -> bool:
        """Whether anything is filled that stands behind *More…*."""
        return any(getattr(self, name) != getattr(EMPTY, name) for name in MORE)


MORE = ("note", "tags", "happened", "day", "never_export", "for_session")
"""What stands behind *More…*."""
EMPTY = ReflectDraft()


def with_worry(draft: ReflectDraft, *, place: int, worry: WorryDraft) -> ReflectDraft:
    """Return a draft of the sorter with one more worry, at a place among the others."""
    worries = (*draft.worries[:place], worry, *draft.worries[place:])
    return draft._replace(form=Form.SORTER, worries=worries)


def draft_of(entry: Entry) -> ReflectDraft:
    """Return an entry as a draft, for changing it.

    Where all but words was lost, these are taken for something written freely.
    """
    said: dict[str, Any] = {}
    if isinstance(entry.detail, Reflection):
        said = {name: getattr(entry.detail, name) for name in (*_SAME, "texts")}
        worries = entry.detail.worries
        said["worries"] = tuple(WorryDraft(one.text, one.whose, one.step) for one in worries)
    elif isinstance(entry.detail, Lost):
        said = {"texts": _texts_of({ANSWER: entry.detail.words})}
    return ReflectDraft(**said, **common_of(entry))


def reflection_of(draft: ReflectDraft) -> Reflection:
    """Return the reflection a draft says.

    Raises:
        InvalidValueError: something makes no sense; ``field`` names it.
    """
    said: dict[str, Any] = {name: getattr(draft, name) for name in (*_SAME, "texts")}
    return Reflection(**said, worries=tuple(Worry(*one) for one in draft.worries))


def to_plain(draft: ReflectDraft, entry_id: str) -> dict[str, object]:
    """Return a draft as plain values, with the entry it changes; empty for an empty draft."""
    if draft == EMPTY and not entry_id:
        return {}
    plain: dict[str, object] = {name: getattr(draft, name) for name in _SAME}
    return {
        **plain,
        "form": draft.form.value,
        "texts": {each.part: each.text for each in draft.texts},
        "worries": [[one.text, one.whose and one.whose.value, one.step] for one in draft.worries],
        **common_to_plain(draft, entry_id),
    }


def from_plain(plain: Mapping[str, object]) -> tuple[ReflectDraft, str]:
    """Return the draft of such values and the id of the entry it changes."""
    texts = plain.get("texts")
    draft = ReflectDraft(
        form=read_word(plain.get("form"), Form) or Form.FREE,
        question=read_text(plain.get("question")),
        prompt=read_text(plain.get("prompt")),
        theme=read_text(plain.get("theme")),
        texts=_texts_of(texts if isinstance(texts, dict) else {}),
        belief_before=read_number(plain.get("belief_before"), PERCENT),
        belief_after=read_number(plain.get("belief_after"), PERCENT),
        worries=_worries_of(plain.get("worries")),
        **common_from_plain(plain),
    )
    return draft, entry_of(plain)


def _texts_of(plain: Mapping[str, object]) -> tuple[Written, ...]:
    found = (Written(str(part), read_text(text)) for part, text in plain.items())
    return tuple(each for each in found if each.text)


def _worries_of(plain: object) -> tuple[WorryDraft, ...]:
    rows = plain[:_MOST_ROWS] if isinstance(plain, list) else ()
    found = ((*row, "", "", "")[:3] for row in rows if isinstance(row, list))
    return tuple(
        WorryDraft(read_text(text), read_word(whose, Whose), read_text(step))
        for text, whose, step in found
    )
