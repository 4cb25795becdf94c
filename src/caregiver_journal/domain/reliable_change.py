"""Say whether two scores lie further apart than by chance (Jacobson and Truax 1991).

Larger than chance and worth noticing are two things with two thresholds; neither is ever said as
the other. Both are silent where their constants are not confirmed, or the forms are not the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.domain.instrument import Change, Instrument, Noticing, Status


class Taken(NamedTuple):
    """A score of one scale, and how its form was coded."""

    value: float
    form: str = ""


class Said(NamedTuple):
    """A sentence about a difference.

    Attributes:
        is_reached: whether the difference is as large as its threshold.
        words: the sentence, with the threshold and, for chance, the confidence in it.
        source: where the threshold is from.
    """

    is_reached: bool
    words: str
    source: str


@dataclass(frozen=True, slots=True)
class ChangeSaid:
    """What may be said of two scores.

    Attributes:
        difference: the later score minus the earlier; None where they cannot be compared.
        words: the difference, neither good nor bad, or why there is none.
        reliable: whether it is larger than chance; None where that is not known.
        noticing: whether it is worth noticing; None where that is not known.
    """

    difference: float | None
    words: str
    reliable: Said | None = None
    noticing: Said | None = None


def change_words(instrument: Instrument, scale_id: str, earlier: Taken, later: Taken) -> ChangeSaid:
    """Say what may be said of the difference of two scores of a scale.

    Raises:
        NothingFoundError: there is no such scale.
    """
    scale = instrument.scale(scale_id)
    if earlier.form != later.form:
        return ChangeSaid(None, _say_unlike(earlier, later))
    difference = round(later.value - earlier.value, 6)  # means differ by less than they are exact
    return ChangeSaid(
        difference,
        say_difference(difference, scale.decimals),
        _say_reliable(difference, scale.changes),
        _say_noticing(difference, scale.noticing),
    )


def _say_unlike(earlier: Taken, later: Taken) -> str:
    """Return why two scores are not compared: with a total it may be that nobody knows."""
    if earlier.form and later.form:
        return _("The two forms were coded differently, so they are not compared.")
    return _("It is not known how the total was coded, so they are not compared.")


def changes_since(
    instrument: Instrument, scale_id: str, scores: Sequence[Taken]
) -> tuple[ChangeSaid | None, ChangeSaid | None]:
    """Return the change of the last score since the first and since the one before it.

    Where there are two scores these are the same, and only the second is said; where there is one
    there is no change.
    """
    if len(scores) < 2:
        return None, None
    last = change_words(instrument, scale_id, scores[-2], scores[-1])
    if len(scores) == 2:
        return None, last
    return change_words(instrument, scale_id, scores[0], scores[-1]), last


def say_change(change: ChangeSaid) -> str:
    """Return all that may be said of a change as short sentences."""
    said = [each.words for each in (change.reliable, change.noticing) if each]
    words = change.words[:1].upper() + change.words[1:]
    return " ".join(f"{part.rstrip('.')}." for part in (words, *said))


def say_difference(difference: float, decimals: int = 0) -> str:
    """Return a difference in points, neither good nor bad: *6 points higher*, *no difference*."""
    points = round(abs(difference), max(decimals, 2))
    if not points:
        return _("no difference")
    said = ngettext("{points} point", "{points} points", 1 if points == 1 else 2)
    way = _("{points} higher") if difference > 0 else _("{points} lower")
    return way.format(points=said.format(points=f"{points:g}"))


def _is_known(status: Status) -> bool:
    return status is not Status.PROVISIONAL


def _reaches(difference: float, points: float) -> bool:
    return abs(difference) >= points


def _say_reliable(difference: float, changes: Iterable[Change]) -> Said | None:
    known = [change for change in changes if _is_known(change.status)]
    if not known:
        return None
    larger = [change for change in known if _reaches(difference, change.points)]
    within = [change for change in known if change not in larger]
    parts = []
    if larger:
        levels = "; ".join(map(_say_from, larger))
        parts.append(_("larger than chance ({levels})").format(levels=levels))
    if within:
        levels = "; ".join(map(_say_under, within))
        parts.append(_("may be chance ({levels})").format(levels=levels))
    words = "; ".join(parts)
    sources = dict.fromkeys(change.source for change in known)
    return Said(known[0] in larger, words[:1].upper() + words[1:], "; ".join(sources))


def _say_from(change: Change) -> str:
    return _("{points:g} points or more, {level}").format(
        points=change.points, level=_say_level(change)
    )


def _say_under(change: Change) -> str:
    return _("less than {points:g} points, {level}").format(
        points=change.points, level=_say_level(change)
    )


def _say_level(change: Change) -> str:
    if change.confidence is None:
        return _("how surely is not named")
    return _("{number} %").format(number=change.confidence)


def _say_noticing(difference: float, noticing: Noticing | None) -> Said | None:
    if noticing is None or not _is_known(noticing.status):
        return None
    is_reached = _reaches(difference, noticing.points)
    words = (
        _("Worth noticing ({points:g} points or more)")
        if is_reached
        else _("Smaller than what is worth noticing (less than {points:g} points)")
    ).format(points=noticing.points)
    if noticing.borrowed:
        words = _("{words}; this threshold is borrowed from the {other}").format(
            words=words, other=noticing.borrowed
        )
    return Said(is_reached, words, noticing.source)
