"""An own scale as it is written down, field by field, and what is made of that."""

from typing import NamedTuple

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import clean_text
from caregiver_journal.domain.instrument import How, Instrument
from caregiver_journal.domain.instrument_check import MAX_CODE
from caregiver_journal.domain.instrument_plain import MAX_TEXT
from caregiver_journal.domain.measure import MAX_NAME
from caregiver_journal.domain.own_scale import make_own_scale
from caregiver_journal.domain.title import clean_title

MOST_DIGITS = 6
"""So many signs a number may have before it is not looked at any closer."""


class ScaleWords(NamedTuple):
    """What stands in the fields.

    Attributes:
        items: one on each line; empty lines are none.
        lowest, highest: what an answer can be.
        low, high: the words for these two.
        turned: the numbers of the items that count the other way round.
    """

    title: str = ""
    items: str = ""
    lowest: str = "0"
    highest: str = "10"
    low: str = ""
    high: str = ""
    how: How = How.MEAN
    turned: str = ""


def read_scale(words: ScaleWords, scale_id: str = "") -> Instrument:
    """Make a scale of what is written.

    Raises:
        InvalidValueError: it cannot be made; ``field`` is *title*, *items*, *lowest*, *highest*,
            *codes* for both, *ends* or *turned*.
    """
    title = clean_title(words.title, MAX_NAME)
    items = [line for line in map(_line, clean_text(words.items).splitlines()) if line]
    for number, item in enumerate(items, 1):
        if len(item) > MAX_TEXT:
            raise InvalidValueError(
                _("Item {number} has more than {most} characters.").format(
                    number=number, most=MAX_TEXT
                ),
                field="items",
            )
    ends = (_line(clean_text(words.low)), _line(clean_text(words.high)))
    if any(len(end) > MAX_NAME for end in ends):
        raise InvalidValueError(
            _("At most {most} characters fit here.").format(most=MAX_NAME), field="ends"
        )
    return make_own_scale(
        title,
        items,
        (_number(words.lowest, "lowest"), _number(words.highest, "highest")),
        ends=ends,
        how=words.how,
        turned=_turned(words.turned, len(items)) if items else (),
        scale_id=scale_id,
    )


def write_scale(scale: Instrument) -> ScaleWords:
    """Return what stands in the fields of an own scale; ``read_scale`` makes the same of it."""
    (form,), (made,) = scale.forms, scale.scales
    return ScaleWords(
        title=scale.title,
        items="\n".join(scale.item_texts),
        lowest=str(form.codes[0]),
        highest=str(form.codes[-1]),
        low=form.words[0] if form.words else "",
        high=form.words[-1] if form.words else "",
        how=made.how,
        turned=", ".join(map(str, sorted(form.reversed))),
    )


def _line(text: str) -> str:
    return " ".join(text.split())


def _number(text: str, field: str) -> int:
    number = _whole(text)
    if number is None or abs(number) > MAX_CODE:
        said = _("The lowest is a whole number from −{most} to {most}.")
        if field == "highest":
            said = _("The highest is a whole number from −{most} to {most}.")
        raise InvalidValueError(said.format(most=MAX_CODE), field=field)
    return number


def _whole(text: str) -> int | None:
    """Return a whole number, also one with the minus of typography; None for anything else."""
    sign = text.strip().replace("\N{MINUS SIGN}", "-")
    if len(sign) > MOST_DIGITS or not sign.removeprefix("-").isdecimal():
        return None
    return int(sign)


def _turned(text: str, items: int) -> frozenset[int]:
    found = set()
    for part in text.replace(",", " ").replace(";", " ").split():
        number = _whole(part)
        if number is None or not 1 <= number <= items:
            raise InvalidValueError(
                _("There is no item {item}; write numbers, such as 2, 4.").format(item=part[:20]),
                field="turned",
            )
        found.add(number)
    return frozenset(found)
