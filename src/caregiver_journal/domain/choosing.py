"""Choose the next question: one that fits lately, from a theme that rested, and none seen lately.

Everything is decided by what is handed in, so that the same day always gives the same question.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from caregiver_journal.domain.prompt import Prompt, Sign, Theme

RESTS = timedelta(days=30)
"""A question that was offered or answered is not chosen again for so long."""

THEME_RESTS = timedelta(days=3)
"""A theme that fits is not preferred again for so long, so that one evening is not asked about
day after day."""

_MOMENTS = frozenset({Sign.AGREED, Sign.GUILT, Sign.SAID_NO})
"""What fits one of these speaks of a moment; where none was logged, other themes begin."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A question, and what it fits.

    Attributes:
        sign: what was logged lately that its theme fits, or None for none of it.
    """

    prompt: Prompt
    theme: Theme
    sign: Sign | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What is there to choose from, and what is known of lately.

    Attributes:
        prompts: all questions, in their order; the best of a theme first.
        themes: all themes and decks, in their order.
        signs: of lately, each with its day, foremost first.
        seen: the last day each question was offered or answered.
        today: the day it is.
    """

    prompts: Sequence[Prompt]
    themes: Sequence[Theme]
    signs: Mapping[Sign, date]
    seen: Mapping[str, date]
    today: date


def choose(known: Known, theme: str = "", *, with_deeper: bool = False) -> Choice | None:
    """Return the next question, or None where nothing is left.

    Hidden ones are never chosen, and deeper ones only where they are asked for. A theme that fits a
    sign and rested comes first, the foremost sign before others; then the theme that was asked
    about longest ago, and of those never asked about first one that needs no logged moment. Of a
    theme comes what was never seen, in its order, then what was seen longest ago.

    Args:
        known: what there is, and lately.
        theme: choose from this theme only. As it is asked for, what was seen lately may come again
            when nothing else is left, the one seen longest ago first; but none of today's.
        with_deeper: whether deeper ones are chosen as well.
    """
    themes = {one.id: one for one in known.themes if not one.is_hidden}
    open_ones = [
        prompt
        for prompt in known.prompts
        if not prompt.is_hidden
        and prompt.theme in themes
        and theme in ("", prompt.theme)
        and (with_deeper or not prompt.is_deeper)
    ]
    left = _not_seen_within(RESTS, open_ones, known)
    if theme and not left:
        left = _not_seen_within(timedelta(0), open_ones, known)
    if not left:
        return None
    first = _first_theme({prompt.theme for prompt in left}, known)
    prompt = min(
        (prompt for prompt in left if prompt.theme == first),
        key=lambda one: known.seen.get(one.id, date.min),  # the earlier of two stays first
    )
    return Choice(prompt, themes[first], fitting(themes[first], known.signs))


def fitting(theme: Theme, signs: Mapping[Sign, date]) -> Sign | None:
    """Return the foremost sign of lately that a theme fits, or None."""
    return next((sign for sign in signs if sign in theme.after), None)


def _not_seen_within(rest: timedelta, prompts: Sequence[Prompt], known: Known) -> list[Prompt]:
    return [
        prompt for prompt in prompts if known.today - known.seen.get(prompt.id, date.min) > rest
    ]


def _first_theme(among: set[str], known: Known) -> str:
    asked: dict[str, date] = {}
    for prompt in known.prompts:
        day = known.seen.get(prompt.id, date.min)
        asked[prompt.theme] = max(day, asked.get(prompt.theme, day))
    order = list(known.signs)
    shift = known.today.toordinal()

    def rank(place_and_theme: tuple[int, Theme]) -> tuple[int, date, bool, int]:
        place, theme = place_and_theme
        sign = fitting(theme, known.signs)
        is_rested = known.today - asked[theme.id] > THEME_RESTS
        fits = order.index(sign) if sign is not None and is_rested else len(order)
        is_off = sign is None and bool(theme.after & _MOMENTS)
        # Where nothing else decides, each day begins with another theme.
        return fits, asked[theme.id], is_off, (place - shift) % len(known.themes)

    candidates = [(at, theme) for at, theme in enumerate(known.themes) if theme.id in among]
    return min(candidates, key=rank)[1].id
