"""Hold the look: colours, spacing and radii that widgets, charts and paper share."""

import json
from typing import NamedTuple

from caregiver_journal.base.places import resource

LOOKS = ("light", "dark", "high_contrast")
"""The names of the looks that the window can wear."""

PAPER = "paper"
"""The look of what is printed: black on white."""

SPACE = (4, 8, 12, 16, 20, 28, 36)
"""The steps of spacing, in device-independent pixels."""
TINY, SMALL, SNUG, MEDIUM, ROOMY, WIDE, PAGE = SPACE

RADIUS_CONTROL = 8
RADIUS_CARD = 12
HAIRLINE = 1
FOCUS_WIDTH = 2
TARGET = 28
"""Least width and height of anything that can be clicked, in pixels."""
DISC = 56
"""Diameter of a mood disc, in pixels."""
SOFTENED = 0.85
"""Share of its own colour that a mood disc keeps while another one is chosen."""
FOUND = 0.32
"""How strong the ground behind words that are looked for is; ink stays legible on it."""

TITLE_SIZE = 1.7
SHEET_TITLE_SIZE = 1.4
HEADING_SIZE = 1.15
SMALL_SIZE = 0.85
"""Sizes of type, relative to the body text."""

MOODS = 5


class Look(NamedTuple):
    """Name every colour of one look; all are ``#RRGGBB``.

    A named tuple, as all small records that a start needs: made in a fifth of a dataclass's time.

    Attributes:
        edge: border of a field, at least 3:1 against ``card``.
        line: hairlines, where something else tells things apart.
        accent: dots and drawings; ``accent_ink`` is its darker form for words.
        on_mood: colour of the numeral on each mood disc.
    """

    name: str
    is_dark: bool
    background: str
    sidebar: str
    card: str
    line: str
    edge: str
    ink: str
    muted: str
    primary: str
    on_primary: str
    primary_soft: str
    accent: str
    accent_ink: str
    accent_soft: str
    focus: str
    error: str
    mood: tuple[str, ...]
    on_mood: tuple[str, ...]

    def colour(self, token: str) -> str:
        """Return the colour of a token such as ``accent`` or ``mood_3``; ``#RRGGBB`` stays itself.

        Raises:
            KeyError: there is no such token.
        """
        if token.startswith("#"):
            return token
        return self.colours()[token]

    def colours(self) -> dict[str, str]:
        """Return every colour by the name of its token, moods as ``mood_1`` … ``mood_5``."""
        single = {name: getattr(self, name) for name in self._fields}
        found = {name: value for name, value in single.items() if _is_colour(value)}
        for number, (disc, numeral) in enumerate(zip(self.mood, self.on_mood, strict=True), 1):
            found[f"mood_{number}"] = disc
            found[f"on_mood_{number}"] = numeral
        return found

    def soft_mood(self, number: int) -> str:
        """Return the colour of mood ``number`` (1–5) while another one is chosen."""
        return mix(self.mood[number - 1], self.card, SOFTENED)


def read_look(name: str) -> Look:
    """Read a look from ``resources/themes``.

    Raises:
        ValueError: the name is not one of ``LOOKS`` or ``PAPER``, or a colour is not ``#RRGGBB``.
    """
    if name not in (*LOOKS, PAPER):
        raise ValueError("there is no such look")
    # JSON, which the window has loaded anyway: reading TOML would take 4 ms of every start.
    values = json.loads(resource("themes", f"{name}.json").read_text(encoding="utf-8"))
    mood, on_mood = tuple(values.pop("mood")), tuple(values.pop("on_mood"))
    look = Look(name=name, mood=mood, on_mood=on_mood, **values)
    if len(look.mood) != MOODS or len(look.colours()) != len(look._fields) - 4 + 2 * MOODS:
        raise ValueError("a look has a colour that cannot be read")
    return look


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1–21.

    Source: W3C, Web Content Accessibility Guidelines (WCAG) 2.2, definitions "contrast ratio" and
    "relative luminance", https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.
    """
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def mix(first: str, second: str, share: float) -> str:
    """Return ``share`` (0–1) of the first colour laid over the second."""
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(value / 255) for value in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _channels(colour: str) -> tuple[int, int, int]:
    if not _is_colour(colour):
        raise ValueError("a colour is written #RRGGBB")
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _is_colour(value: object) -> bool:
    return (
        isinstance(value, str)
        and len(value) == 7
        and value[0] == "#"
        and all(digit in "0123456789abcdefABCDEF" for digit in value[1:])
    )
