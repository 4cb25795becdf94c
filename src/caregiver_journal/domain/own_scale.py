"""Make a scale of one's own: its items, its codes, and what becomes of the answers."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import MAX_ENTRY, clean_line
from caregiver_journal.domain.instrument import Form, How, Instrument, Scale
from caregiver_journal.domain.instrument_check import MAX_CODE, MOST_CODES, check_instrument, reach
from caregiver_journal.domain.instrument_plain import MAX_TEXT, ONLY_SCALE
from caregiver_journal.domain.measure import MAX_NAME, MOST_ITEMS
from caregiver_journal.domain.title import clean_title


def make_own_scale(
    title: str,
    items: Sequence[str],
    codes: tuple[int, int],
    *,
    ends: tuple[str, str] = ("", ""),
    how: How = How.MEAN,
    turned: Iterable[int] = (),
    scale_id: str = "",
) -> Instrument:
    """Make a scale that the person, or their therapist, wrote.

    Args:
        title: what it is called.
        items: their words, in their order.
        codes: the lowest and the highest answer.
        ends: the words for the lowest and for the highest answer.
        how: whether the score is the sum or the mean of the answers.
        turned: the numbers of the items that say the opposite of the rest.
        scale_id: of the questionnaire; "" while it is not kept yet.

    Raises:
        InvalidValueError: a part of it is missing, too long or contradicts the rest; ``field`` is
            the name of the argument.
    """
    texts = _clean_items(items)
    scale = Scale(
        id=ONLY_SCALE,
        name="",
        items=tuple(range(1, len(texts) + 1)),
        how=how,
        lowest=None,
        highest=None,
        decimals=0 if how is How.SUM else 2,
    )
    form = _make_form(codes, ends, frozenset(turned), len(texts))
    lowest, highest = reach(scale, form)
    return check_instrument(
        Instrument(
            id=scale_id,
            title=clean_title(title, MAX_NAME),
            edition="",
            items=len(texts),
            window="",
            forms=(form,),
            scales=(replace(scale, lowest=lowest, highest=highest),),
            item_texts=texts,
        )
    )


def _make_form(
    codes: tuple[int, int], ends: tuple[str, str], turned: frozenset[int], items: int
) -> Form:
    """Return the way of coding: every number between the ends, which alone have words."""
    lowest, highest = codes
    _check_codes(lowest, highest)
    if not turned <= frozenset(range(1, items + 1)):
        raise InvalidValueError(
            _("There are items 1 to {items}.").format(items=items), field="turned"
        )
    low, high = (_clean(word, MAX_NAME, "ends") for word in ends)
    between = ("",) * (highest - lowest - 1)
    return Form(
        id="",
        title="",
        codes=tuple(range(lowest, highest + 1)),
        reversed=turned,
        words=(low, *between, high) if low or high else (),
    )


def _check_codes(lowest: int, highest: int) -> None:
    if not 0 < highest - lowest < MOST_CODES:
        raise InvalidValueError(
            _("The highest answer lies above the lowest, by at most {most}.").format(
                most=MOST_CODES - 1
            ),
            field="codes",
        )
    if max(abs(lowest), abs(highest)) > MAX_CODE:
        raise InvalidValueError(
            _("A code lies between −{most} and {most}.").format(most=MAX_CODE), field="codes"
        )


def _clean(text: str, most: int, field: str) -> str:
    """Return a text as one line; one that is too long is refused with its field."""
    line = clean_line(text, MAX_ENTRY)
    if len(line) > most:
        raise InvalidValueError(
            _("At most {most} characters fit here.").format(most=most), field=field
        )
    return line


def _clean_items(items: Sequence[str]) -> tuple[str, ...]:
    """Return the words of the items; none is left out, as they are counted."""
    texts = tuple(_clean(item, MAX_TEXT, "items") for item in items)
    if not 0 < len(texts) <= MOST_ITEMS:
        raise InvalidValueError(
            _("A scale has 1 to {most} items.").format(most=MOST_ITEMS), field="items"
        )
    if "" in texts:
        raise InvalidValueError(
            _("Item {item} has no words yet.").format(item=texts.index("") + 1), field="items"
        )
    return texts
