"""Marks on days and stretches of pause, behind a drawing over time."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from caregiver_journal.base.look import Look, mix
from caregiver_journal.charts.days import x_of
from caregiver_journal.charts.panels import width_in_pixels
from caregiver_journal.charts.style import BEHIND, MARKS, PX
from caregiver_journal.charts.words import (
    Place,
    drawable,
    shortened_to,
    small_size,
    width_of,
    write,
)
from caregiver_journal.domain.event_mark import EventMark

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_GAP = 8.0
"""Between two words, in device-independent pixels."""
_LEAST_LETTERS = 5
"""A mark that has no room for so many letters is numbered."""


class Flag(NamedTuple):
    """What stands above one mark, or above some that lie too close together.

    Attributes:
        side: which side of the words stands at ``x``.
    """

    x: float
    words: str
    side: str = "left"


def draw_pauses(panel: "Axes", pauses: Sequence[tuple[date, date]], look: Look) -> None:
    """Draw the days of pauses as neutral bands."""
    for first, last in pauses:
        panel.axvspan(
            x_of(first) - 0.5,
            x_of(last) + 0.5,
            facecolor=mix(look.line, look.card, 0.4),
            linewidth=0,
            zorder=BEHIND,
            gid="pause",
        )


def draw_marks(
    panel: "Axes", marks: Sequence[EventMark], look: Look, *, clear: bool, numbered: bool = False
) -> None:
    """Draw a dotted line on the day of each mark, its words or its number above.

    Args:
        panel: its x axis is set.
        marks: in the order of time.
        look: what it is dressed in.
        clear: whether the words stand above another line of words.
        numbered: whether they begin with their number, because they are listed by it elsewhere.
    """
    for mark in marks:
        panel.axvline(
            x_of(mark.day),
            color=look.muted,
            linewidth=PX,
            linestyle=(0, (1, 2.5)),
            zorder=MARKS,
            gid="mark",
        )
    size = small_size()
    lift = size / PX * 1.35 + 2 if clear else 3
    for flag in flags_of(panel, marks, size, numbered=numbered):
        place = Place(flag.x, 1, (0, lift), flag.side, "bottom", y_is_share=True)
        write(panel, flag.words, place, look.ink, gid="flag")


def flags_of(
    panel: "Axes", marks: Sequence[EventMark], size: float, *, numbered: bool
) -> tuple[Flag, ...]:
    """Return what stands above the marks so that nothing overlaps: words, else numbers."""
    if not marks:
        return ()
    begins = [f"({number}) " if numbered else "" for number in range(1, len(marks) + 1)]
    texts = [f"{begin}{mark.text}" for begin, mark in zip(begins, marks, strict=True)]
    scale = _pixels_per_day(panel)
    right = panel.get_xlim()[1]
    words = []
    left = panel.get_xlim()[0]
    for place, mark in enumerate(marks):
        is_last = place + 1 == len(marks)
        until = right if is_last else x_of(marks[place + 1].day)
        room = (until - x_of(mark.day)) * scale - (0 if is_last else _GAP)
        words.append(shortened_to(drawable(texts[place]), room, size))
    flags = [Flag(x_of(mark.day), said) for mark, said in zip(marks, words, strict=True)]
    if not _is_telling(words[-1], begins[-1]):
        before = left if len(marks) == 1 else flags[-2].x + width_of(words[-2], size) / scale
        room = (flags[-1].x - before) * scale - _GAP
        words[-1] = shortened_to(drawable(texts[-1]), room, size)
        flags[-1] = Flag(flags[-1].x, words[-1], "right")
    is_telling = all(map(_is_telling, words, begins))
    return tuple(flags) if is_telling else _numbered(marks, size, scale)


def _is_telling(words: str, begin: str) -> bool:
    return bool(words) and (len(words) - len(begin) > _LEAST_LETTERS or not words.endswith("…"))


def _numbered(marks: Sequence[EventMark], size: float, scale: float) -> tuple[Flag, ...]:
    """Return numbers, those of marks that lie close together as one: *2–4*."""
    groups: list[list[int]] = []
    for number, mark in enumerate(marks, 1):
        if groups:
            before = _flag(marks, groups[-1])
            half = width_of(before.words, size) / 2 + width_of(str(number), size) / 2
            if (x_of(mark.day) - before.x) * scale < half + _GAP:
                groups[-1].append(number)
                continue
        groups.append([number])
    return tuple(_flag(marks, group) for group in groups)


def _flag(marks: Sequence[EventMark], group: Sequence[int]) -> Flag:
    first, last = group[0], group[-1]
    words = str(first) if first == last else f"{first}–{last}"
    return Flag((x_of(marks[first - 1].day) + x_of(marks[last - 1].day)) / 2, words, "center")


def _pixels_per_day(panel: "Axes") -> float:
    left, right = panel.get_xlim()
    return width_in_pixels(panel) / (right - left)
