"""Make any text fit for paper: what cannot be shown goes, each paragraph knows its direction."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import NamedTuple

from caregiver_journal.base.text import runs_from_right

LONGEST_RUN = 40
"""So many signs without a place to break are as much as a narrow column can take."""

BREAK = "\N{ZERO WIDTH SPACE}"

_UNSHOWABLE = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufdd0-\\ufdef\\ufeff\\ufff9-\\ufffb"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
    + "]"
)
"""Controls, halves of pairs, and code points that are no characters."""

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""They change the direction of what follows, perhaps beyond their own text."""

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_RUN = re.compile(f"\\S{{{LONGEST_RUN},}}")


class Paragraph(NamedTuple):
    """A piece of a text that runs in one direction.

    Attributes:
        lines: at least one; none holds a line end.
        is_from_right: whether it runs from right to left.
        language: *he* or *ar* where its letters say so, otherwise "".
    """

    lines: tuple[str, ...]
    is_from_right: bool = False
    language: str = ""


def clean(text: str) -> str:
    """Return a text without what no page can show; line ends become line feeds."""
    if text.isascii() and text.isprintable():
        return text
    lines = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    return _TURNING.sub("", _UNSHOWABLE.sub("", lines))


def clean_line(text: str) -> str:
    """Return a text as one clean line."""
    return " ".join(clean(text).split())


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text; an empty line parts them."""
    parts = re.split(r"\n[ \n]*\n", clean(text).strip())
    return tuple(_paragraph(part) for part in parts if part.strip())


def line_of(text: str) -> Paragraph:
    """Return a text as one paragraph of one line."""
    return _paragraph(clean_line(text))


def breakable(text: str) -> str:
    """Return a text whose long runs without a blank may be broken."""
    return _RUN.sub(_break_run, text)


def stand_in(sign: str) -> str:
    """Return what stands for a sign that no font has: its name where that says something."""
    category = unicodedata.category(sign)
    if category in {"Mn", "Me", "Cf", "Sk"}:
        return ""
    name = unicodedata.name(sign, "")
    if category == "So" and name:
        return f"[{name.lower()}]"
    return "\N{REPLACEMENT CHARACTER}"


def cleaned(value: object) -> object:
    """Return data of a drawing with every text in it clean; the same object if it was."""
    if isinstance(value, str):
        return _cleaned_text(value) if type(value) is str else value
    if isinstance(value, tuple):
        return _cleaned_tuple(value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: getattr(value, field.name) for field in fields(value) if field.init}
        changed = {name: new for name, old in parts.items() if (new := cleaned(old)) is not old}
        return replace(value, **changed) if changed else value
    return value


def _cleaned_text(text: str) -> str:
    """Return a clean text that is empty only if it was: some data has to have words."""
    kept = clean(text)
    if kept == text:
        return text
    return kept if kept.strip() else "\N{REPLACEMENT CHARACTER}"


def _cleaned_tuple(value: tuple[object, ...]) -> object:
    parts = [cleaned(part) for part in value]
    if all(new is old for new, old in zip(parts, value, strict=True)):
        return value
    make: Callable[[list[object]], object] = getattr(value, "_make", tuple)
    return make(parts)


def _paragraph(text: str) -> Paragraph:
    is_from_right = runs_from_right(text)
    language = _language_of(text) if is_from_right else ""
    return Paragraph(tuple(line.strip() for line in text.split("\n")), is_from_right, language)


def _language_of(text: str) -> str:
    """Return the language most likely written in the first letters from right to left."""
    ways = (unicodedata.bidirectional(sign) for sign in text)
    return "ar" if next(way for way in ways if way in {"R", "AL"}) == "AL" else "he"


def _break_run(found: re.Match[str]) -> str:
    return "".join(_with_breaks(found[0]))


def _with_breaks(run: str) -> Iterator[str]:
    since = 0
    for sign in run:
        if since >= LONGEST_RUN // 2 and unicodedata.category(sign)[0] not in "MC":
            yield BREAK
            since = 0
        yield sign
        since += 1
