"""Kinds of shift: the person's own words for how a day is worked, days off among them."""

from dataclasses import dataclass

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import clean_line

MAX_SHIFT = 30
"""Longest name of a kind of shift, in characters."""


@dataclass(frozen=True, slots=True)
class Shift:
    """One kind of shift.

    Attributes:
        number: its row, or None while it is new.
        name: the person's word for it.
        is_off: whether such a day is a full day off.
        is_hidden: whether it is offered no more; days that had it keep it.

    Raises:
        InvalidValueError: no name, or one that is too long.
    """

    name: str
    is_off: bool = False
    is_hidden: bool = False
    number: int | None = None

    def __post_init__(self) -> None:
        name = clean_line(self.name)
        if not name:
            raise InvalidValueError(_("A kind of shift needs a name."), field="name")
        if len(name) > MAX_SHIFT:
            raise InvalidValueError(
                _("At most {most} characters fit here.").format(most=MAX_SHIFT), field="name"
            )
        object.__setattr__(self, "name", name)
