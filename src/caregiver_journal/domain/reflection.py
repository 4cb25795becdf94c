"""The reflection: what somebody wrote to a question, freely, or along a few steps."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import N_, _
from caregiver_journal.base.text import clean_text
from caregiver_journal.domain.boundary import PERCENT

MAX_WORRIES = 30
"""So many worries can be sorted at once."""


class Form(StrEnum):
    """Along which steps somebody writes; its value is stored and never changes."""

    FREE = "free"
    THOUGHT = "thought"
    SORTER = "sorter"
    PATTERN = "pattern"
    EXPERIMENT = "experiment"
    THREE_LINES = "three-lines"
    SHIFT_END = "shift-end"
    WEEK = "week"


class Whose(StrEnum):
    """To whom a worry belongs; its value is stored and never changes."""

    MINE = "mine"
    THEIRS = "theirs"
    NOBODY = "nobody"


FORM_WORDS = {
    Form.FREE: N_("Writing freely"),
    Form.THOUGHT: N_("Thought record"),
    Form.SORTER: N_("Sorting worries"),
    Form.PATTERN: N_("A pattern I notice"),
    Form.EXPERIMENT: N_("Feared and actual"),
    Form.THREE_LINES: N_("Three kind lines"),
    Form.SHIFT_END: N_("End of the shift"),
    Form.WEEK: N_("Looking back on the week"),
}
WHOSE_WORDS = {
    Whose.MINE: N_("Mine"),
    Whose.THEIRS: N_("Theirs"),
    Whose.NOBODY: N_("Nobody’s"),
}

PARTS: dict[Form, tuple[str, ...]] = {
    Form.FREE: ("answer",),
    Form.THOUGHT: ("situation", "thought", "for", "against", "kinder"),
    Form.SORTER: (),
    Form.PATTERN: ("trigger", "story", "do", "need"),
    Form.EXPERIMENT: ("prediction", "test", "actual", "learnt"),
    Form.THREE_LINES: ("noticing", "others", "kindness"),
    Form.SHIFT_END: ("done", "not_mine", "need_now"),
    Form.WEEK: ("helped", "did_not", "change"),
}
"""The texts of each form, in their order; the worries of the sorter are kept apart."""

BELIEFS: dict[Form, tuple[str, str]] = {
    Form.THOUGHT: ("thought", "kinder"),
    Form.EXPERIMENT: ("prediction", "actual"),
}
"""After which texts the belief is asked for, before and after, in the forms that ask for it."""


class Written(NamedTuple):
    """One text of a reflection.

    Attributes:
        part: which of the texts of its form it is.
    """

    part: str
    text: str


@dataclass(frozen=True, slots=True)
class Worry:
    """One worry, and to whom it belongs.

    Attributes:
        whose: None while it is not decided.
        step: one next step; only what is mine has one.
    """

    text: str = field(repr=False)
    whose: Whose | None = None
    step: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", clean_text(self.text).strip())
        step = clean_text(self.step).strip() if self.whose is Whose.MINE else ""
        object.__setattr__(self, "step", step)


@dataclass(frozen=True, slots=True)
class Reflection:
    """What somebody wrote down to think it through. All of it may be missing but one text.

    Attributes:
        form: along which steps it was written.
        texts: what was written, in the order of the form; empty ones are left out.
        question: the question it answers, as it stood there; "" for none.
        prompt: the id of that question, "" for none.
        theme: the id of the theme or deck the question belongs to.
        belief_before, belief_after: how far something is believed, or came true, 0–100.
        worries: what was sorted, in order; those without words are left out.

    Raises:
        InvalidValueError: a belief is out of its range; ``field`` names it.
    """

    form: Form
    texts: tuple[Written, ...] = field(default=(), repr=False)
    question: str = field(default="", repr=False)
    prompt: str = ""
    theme: str = ""
    belief_before: int | None = None
    belief_after: int | None = None
    worries: tuple[Worry, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "texts", _clean_texts(self.form, self.texts))
        object.__setattr__(self, "question", clean_text(self.question).strip())
        object.__setattr__(self, "worries", tuple(one for one in self.worries if one.text))
        for part in ("belief_before", "belief_after"):
            value = getattr(self, part)
            if value is not None and (type(value) is not int or value not in PERCENT):
                raise InvalidValueError(_("This is a number from 0 to 100."), field=part)

    def text(self, part: str) -> str:
        """Return one of its texts; "" where it was left out."""
        return next((each.text for each in self.texts if each.part == part), "")

    @property
    def words(self) -> tuple[str, ...]:
        """All that was written, in its order, without the question."""
        sorted_out = (text for worry in self.worries for text in (worry.text, worry.step))
        return tuple(filter(None, (*(each.text for each in self.texts), *sorted_out)))


def check_reflection(reflection: Reflection) -> None:
    """Refuse what nobody may write; a journal that a damaged file went into may hold it.

    Raises:
        InvalidValueError: nothing was written, or too many worries; ``field`` names it.
    """
    if not reflection.words:
        first = PARTS[reflection.form][0] if PARTS[reflection.form] else "worries"
        raise InvalidValueError(_("A few words are needed, in any of the fields."), field=first)
    if len(reflection.worries) > MAX_WORRIES:
        raise InvalidValueError(
            _("At most {count} worries fit here.").format(count=MAX_WORRIES), field="worries"
        )


def form_word(form: Form) -> str:
    """Return what a form is called."""
    return _(FORM_WORDS[form])


def whose_word(whose: Whose) -> str:
    """Return whose a worry is, in words."""
    return _(WHOSE_WORDS[whose])


def _clean_texts(form: Form, texts: Iterable[Written]) -> tuple[Written, ...]:
    order = {part: place for place, part in enumerate(PARTS[form])}
    cleaned = (Written(part, clean_text(text).strip()) for part, text in texts)
    kept = {each.part: each for each in cleaned if each.text}
    # What a later version knows, or a damaged file brought, is kept behind what is known here.
    return tuple(sorted(kept.values(), key=lambda one: (order.get(one.part, len(order)), one.part)))
