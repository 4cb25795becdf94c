"""Clean what comes in: the one place every text and number passes on its way into a journal."""

import math
import re
import unicodedata

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _

MAX_ENTRY = 1_000_000
"""Longest text of one entry, in characters."""
MAX_LINE = 200
"""Longest single line such as a tag, in characters."""

UNSTORABLE = re.compile("[\0\ud800-\udfff]")
"""What no database keeps: NUL and lone surrogates."""
_CONTROLS = re.compile("[\x01-\x08\x0b-\x1f\x7f-\x9f]")
"""All of Unicode's category Cc but tab, line feed and NUL."""


def clean_text(text: str, limit: int = MAX_ENTRY) -> str:
    """Return the text as it may be stored: NFC, line feeds, no controls, no lone surrogates.

    Raises:
        InvalidValueError: the cleaned text is longer than ``limit`` characters.
    """
    cleaned = text
    if not (text.isascii() and text.isprintable()) and not _is_clean(text):
        cleaned = _clean(text)  # most texts have been cleaned before
    if len(cleaned) > limit:
        raise InvalidValueError(
            _("This text is too long: {length} characters, at most {limit} fit.").format(
                length=len(cleaned), limit=limit
            )
        )
    return cleaned


def _is_clean(text: str) -> bool:
    signs = text.replace("\n", "").replace("\t", "")
    return signs.isprintable() and unicodedata.is_normalized("NFC", text)


def _clean(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    marked = UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", lines)
    return unicodedata.normalize("NFC", _CONTROLS.sub("", marked))


def clean_line(text: str, limit: int = MAX_LINE) -> str:
    """Return a text as one line without blanks at its ends; raises as ``clean_text`` does."""
    return " ".join(clean_text(text, limit).split())


def shortened(text: str, most: int) -> str:
    """Return a text as one line of at most so many characters, an ellipsis where more follows."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def clean_number(value: float, low: float, high: float) -> float:
    """Return a number that is finite and lies in ``low … high``, both included.

    Raises:
        InvalidValueError: it is not.
    """
    if not math.isfinite(value) or not low <= value <= high:
        raise InvalidValueError(
            _("This number must lie between {low} and {high}.").format(low=low, high=high)
        )
    return value


def runs_from_right(text: str) -> bool:
    """Tell whether a text runs right to left, as its first letter does (rule P2 of Unicode)."""
    ways = (unicodedata.bidirectional(sign) for sign in text)
    return next((way for way in ways if way in {"L", "R", "AL"}), "L") != "L"


def bare_letters(text: str) -> str:
    """Return what a text has in common with others when case and accents do not count."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def holds_words(text: str, wanted: str) -> bool:
    """Tell whether a text holds every word of another, whatever their case and accents."""
    bare = bare_letters(text)
    return all(word in bare for word in bare_letters(wanted).split())
