"""The cards of Trends: which there are, their order, and which of them are hidden."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

CARDS = (
    "mood",
    "stands-out",
    "year",
    "answers",
    "guilt",
    "words",
    "profile",
    "fears",
    "practice",
    "belonging",
    "work",
    "measures",
    "compare",
)
"""The cards in the order in which they stand at first; their names are stored and never change."""

_HIDDEN = "-"


@dataclass(frozen=True, slots=True)
class CardPlace:
    """One card at its place."""

    name: str
    is_hidden: bool = False


def read_order(text: str) -> tuple[CardPlace, ...]:
    """Return all cards in the order that was stored.

    Names that are not known are left out, and cards that were not there yet when it was stored
    stand behind the one they follow at first.
    """
    places: dict[str, CardPlace] = {}
    for word in text.split():
        name = word.removeprefix(_HIDDEN)
        if name in CARDS:
            places.setdefault(name, CardPlace(name, is_hidden=word.startswith(_HIDDEN)))
    order = list(places.values())
    for at, name in enumerate(CARDS):
        if name not in places:
            before = CARDS[at - 1] if at else ""
            known = [each.name for each in order]
            order.insert(known.index(before) + 1 if before in known else 0, CardPlace(name))
    return tuple(order)


def write_order(order: Iterable[CardPlace]) -> str:
    """Return an order as the text it is stored as."""
    return " ".join(f"{_HIDDEN if each.is_hidden else ''}{each.name}" for each in order)


def moved(order: tuple[CardPlace, ...], name: str, step: int) -> tuple[CardPlace, ...]:
    """Return the order with a card one place earlier (-1) or later (1) among those that are seen.

    At either end it stays where it is.
    """
    seen = [each.name for each in order if not each.is_hidden]
    to = seen.index(name) + step
    if not 0 <= to < len(seen):
        return order
    place = next(each for each in order if each.name == name)
    others = [each for each in order if each.name != name]
    at = [each.name for each in others].index(seen[to])
    others.insert(at + 1 if step > 0 else at, place)
    return tuple(others)


def with_hidden(
    order: tuple[CardPlace, ...], name: str, *, is_hidden: bool
) -> tuple[CardPlace, ...]:
    """Return the order with one card hidden, or seen again where it stood."""
    return tuple(
        replace(each, is_hidden=is_hidden) if each.name == name else each for each in order
    )
