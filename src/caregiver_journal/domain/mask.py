"""Words that stand for something else in what leaves the journal."""

from dataclasses import dataclass, field

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import clean_line

MAX_MASK = 80
"""Longest word, or words, of a mask, in characters."""


@dataclass(frozen=True, slots=True)
class Mask:
    """A word, and what stands instead of it.

    Attributes:
        word: one or several words, a name or a number; found whatever its case.
        instead: an alias; "" where it is blacked out.
        may_stay: whether the person was asked about it and it stays as it is.

    Raises:
        InvalidValueError: there is no word, or it is too long; ``field`` names which.
    """

    word: str = field(repr=False)
    instead: str = field(default="", repr=False)
    may_stay: bool = False

    def __post_init__(self) -> None:
        for part in ("word", "instead"):
            text = clean_line(getattr(self, part))
            if len(text) > MAX_MASK:
                raise InvalidValueError(
                    _("At most {most} characters fit here.").format(most=MAX_MASK), field=part
                )
            object.__setattr__(self, part, text)
        if not self.word:
            raise InvalidValueError(_("A word to leave out is needed."), field="word")
