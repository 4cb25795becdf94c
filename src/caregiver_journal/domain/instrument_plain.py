"""The facts of a questionnaire as plain values, as files and the vault keep them."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import StrEnum
from typing import TypeVar

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.instrument import (
    Change,
    CutOff,
    Form,
    How,
    Instrument,
    Noticing,
    Reliability,
    Scale,
    Side,
    Status,
)
from caregiver_journal.domain.instrument_check import MOST_CODES, TableError, check_instrument
from caregiver_journal.domain.measure import MAX_NAME, MOST_ITEMS, MOST_SCALES
from caregiver_journal.domain.strict_table import StrictTable

MAX_ID = 80
MAX_TEXT = 500
"""Longest sentence, item or source, in characters."""
MOST_FACTS = 20
"""How many lines, changes or reliabilities a scale may have."""
ONLY_SCALE = "total"
"""The id of a scale that is the only one and was given none."""

Plain = dict[str, object]
T = TypeVar("T")


def instrument_from_plain(plain: Mapping[str, object]) -> Instrument:
    """Make a questionnaire of plain values.

    Raises:
        TableError: something is missing, unknown, of another kind or contradicts the rest.
    """
    table = StrictTable(plain)
    try:
        forms, scales = table.tables("forms", MOST_SCALES), table.tables("scales", MOST_SCALES + 1)
        instrument = Instrument(
            id=table.text("id", MAX_ID),
            title=table.text("title", MAX_NAME),
            edition=table.text("edition", MAX_TEXT, ""),
            items=table.whole("items", 0),
            window=table.text("window", MAX_NAME, ""),
            forms=_each("forms", forms, _form),
            scales=_each("scales", scales, _scale),
            risk_items=frozenset(table.wholes("risk_items", MOST_ITEMS, ())),
            unscored=frozenset(table.wholes("unscored", MOST_ITEMS, ())),
            labels=table.texts("labels", MOST_ITEMS, MAX_NAME),
            item_texts=table.texts("item_texts", MOST_ITEMS, MAX_TEXT),
            note=table.text("note", MAX_TEXT, ""),
            licence=table.text("licence", MAX_TEXT, ""),
            source=table.text("source", MAX_TEXT, ""),
            status=table.choice("status", Status, Status.CONFIRMED),
        )
        table.end()
    except TableError:
        raise
    except InvalidValueError as error:
        raise TableError(error.sentence) from error
    return check_instrument(instrument)


def _each(
    name: str, tables: tuple[StrictTable, ...], make: Callable[[StrictTable], T]
) -> tuple[T, ...]:
    """Make something of each table, and say of which one is not as it has to be."""
    made = []
    for number, table in enumerate(tables):
        try:
            made.append(_whole(table, make))
        except InvalidValueError as error:
            raise TableError(error.sentence, name, number) from error
    return tuple(made)


def _form(table: StrictTable) -> Form:
    return Form(
        id=table.text("id", MAX_ID, ""),
        title=table.text("title", MAX_TEXT, ""),
        codes=table.wholes("codes", MOST_CODES),
        reversed=frozenset(table.wholes("reversed", MOST_ITEMS, ())),
        words=table.texts("words", MOST_CODES, MAX_NAME, may_be_empty=True),
        source=table.text("source", MAX_TEXT, ""),
        status=table.choice("status", Status, Status.CONFIRMED),
    )


def _scale(table: StrictTable) -> Scale:
    noticing = table.table_or_none("noticing")
    return Scale(
        id=table.text("id", MAX_ID, ONLY_SCALE),
        name=table.text("name", MAX_NAME, ""),
        items=table.wholes("items", MOST_ITEMS, ()),
        how=table.choice("how", How, How.SUM),
        lowest=table.number_or_none("lowest"),
        highest=table.number_or_none("highest"),
        decimals=table.whole("decimals", 0),
        factor=table.number("factor", 1),
        least=table.whole("least", 0),
        as_coded=table.flag("as_coded"),
        shares=table.flag("shares"),
        higher=table.text("higher", MAX_TEXT, ""),
        least_source=table.text("least_source", MAX_TEXT, ""),
        least_status=table.choice("least_status", Status, Status.PROVISIONAL),
        cut_offs=tuple(_whole(each, _cut_off) for each in table.tables("cut_offs", MOST_FACTS)),
        changes=tuple(_whole(each, _change) for each in table.tables("changes", MOST_FACTS)),
        noticing=None if noticing is None else _whole(noticing, _noticing),
        reliability=tuple(
            _whole(each, _reliability) for each in table.tables("reliability", MOST_FACTS)
        ),
    )


def _whole(table: StrictTable, make: Callable[[StrictTable], T]) -> T:
    """Make something of a table, to its end."""
    made = make(table)
    table.end()
    return made


def _cut_off(table: StrictTable) -> CutOff:
    return CutOff(
        value=table.number("value"),
        side=table.choice("side", Side, Side.FROM),
        words=table.text("words", MAX_NAME, ""),
        source=table.text("source", MAX_TEXT),
        status=table.choice("status", Status),
        rounded=table.whole_or_none("rounded"),
    )


def _change(table: StrictTable) -> Change:
    return Change(
        points=table.number("points"),
        confidence=table.whole_or_none("confidence"),
        source=table.text("source", MAX_TEXT),
        status=table.choice("status", Status),
        exact=table.number_or_none("exact"),
    )


def _noticing(table: StrictTable) -> Noticing:
    return Noticing(
        points=table.number("points"),
        source=table.text("source", MAX_TEXT),
        status=table.choice("status", Status),
        borrowed=table.text("borrowed", MAX_NAME, ""),
    )


def _reliability(table: StrictTable) -> Reliability:
    return Reliability(
        kind=table.text("kind", MAX_NAME),
        value=table.number("value"),
        of=table.text("of", MAX_TEXT, ""),
        source=table.text("source", MAX_TEXT),
        status=table.choice("status", Status),
    )


def instrument_to_plain(instrument: Instrument) -> Plain:
    """Return a questionnaire as plain values that ``instrument_from_plain`` reads again."""
    names = [each.name for each in fields(instrument)]
    return _plain_fields({name: getattr(instrument, name) for name in names})


def _plain_fields(values: Mapping[str, object]) -> Plain:
    return {name: _plain(value) for name, value in values.items() if value is not None}


def _plain(value: object) -> object:
    if isinstance(value, Form | Scale):
        return _plain_fields({each.name: getattr(value, each.name) for each in fields(value)})
    if isinstance(value, CutOff | Change | Noticing | Reliability):
        return _plain_fields(value._asdict())
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return str(value) if isinstance(value, StrEnum) else value
