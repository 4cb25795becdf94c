"""Draw the mood through the week and through the day."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import Look
from caregiver_journal.charts.days import draw_names
from caregiver_journal.charts.key import draw_title
from caregiver_journal.charts.levels import draw_scale
from caregiver_journal.charts.panels import width_in_pixels
from caregiver_journal.charts.spot import Cell, Grid, Spot
from caregiver_journal.charts.style import BAND, DOTS, PX, visible
from caregiver_journal.charts.words import small_size, width_of
from caregiver_journal.domain.dates import SHORT_WEEKDAYS
from caregiver_journal.domain.mood import LEVELS
from caregiver_journal.domain.mood_profile import (
    HOUR_WORDS,
    HOURS,
    MoodProfile,
    Slot,
    behind_slot,
    is_drawn,
    named_slots,
    say_slot,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_GAP = 3.0
"""Between two words, in device-independent pixels."""
_BAR = 5.0
_DOT = 9.0
"""Width of a bar and of a dot, in device-independent pixels."""


def draw_profile(axes: "Sequence[Axes]", data: MoodProfile, look: Look) -> None:
    """Draw the middle and the quartiles of each weekday, and of each part of the day."""
    week, day = axes
    _draw_slots(week, data.weekdays, _weekday_words(week), look)
    _draw_slots(day, data.parts, _part_words(day), look)
    draw_title(week, _("Day of the week"), look, 9)
    draw_title(day, _("Time of day"), look, 9)


def profile_grid(_data: MoodProfile) -> Grid:
    """Return two panels beside one another."""
    return Grid((Cell(0, 0), Cell(0, 1)), (0.72, 1.0))


def profile_spots(data: MoodProfile) -> tuple[Spot, ...]:
    """Return one spot for each middle."""
    week = len(data.weekdays)
    return tuple(
        Spot(
            int(place >= week),
            place - week if place >= week else place,
            slot.middle,
            say_slot(word, slot, is_part=place >= week),
            behind_slot(place, data),
        )
        for place, (word, slot) in enumerate(named_slots(data))
        if is_drawn(slot) and slot.middle is not None
    )


def _weekday_words(panel: "Axes") -> list[str]:
    """Return the weekdays, by two letters where there is no room for three."""
    words = [_(word) for word in SHORT_WEEKDAYS]
    return words if _have_room(panel, words) else [word[:2] for word in words]


def _part_words(panel: "Axes") -> list[str]:
    """Return what the parts of the day are called, or their hours where there is no room."""
    words = [_(word) for word in HOUR_WORDS]
    return words if _have_room(panel, words) else [f"{start}–{end}" for start, end in HOURS]


def _have_room(panel: "Axes", words: Sequence[str]) -> bool:
    room = width_in_pixels(panel) / len(words)
    return all(width_of(word, small_size()) + _GAP <= room for word in words)


def _draw_slots(panel: "Axes", slots: Sequence[Slot], words: Sequence[str], look: Look) -> None:
    draw_scale(panel, LEVELS, look)
    panel.set_xlim(-0.6, len(slots) - 0.4)
    labels = [f"{word}\n{slot.n:,}" for word, slot in zip(words, slots, strict=True)]
    draw_names(panel, enumerate(labels), look.muted)
    drawn = [(place, slot) for place, slot in enumerate(slots) if is_drawn(slot)]
    panel.vlines(
        [place for place, _slot in drawn],
        [slot.low or 0 for _place, slot in drawn],
        [slot.high or 0 for _place, slot in drawn],
        colors=visible(look, "primary"),
        linewidth=_BAR * PX,
        zorder=BAND,
        gid="quartiles",
    )
    panel.plot(
        [place for place, _slot in drawn],
        [slot.middle or 0 for _place, slot in drawn],
        linestyle="none",
        marker="o",
        markersize=_DOT * PX,
        markerfacecolor=look.primary,
        markeredgecolor=look.card,
        markeredgewidth=1.5 * PX,
        clip_on=False,
        zorder=DOTS,
        gid="dots",
    )
