"""What is a word to somebody who must not let a name slip through, in any script.

A text is looked at twice, both times character by character and from tables: by its *shape*, in
which every character is one of the signs below, and *folded*, in which forms that only look
different are the same: case, accents and other points, soft hyphens and what else has no width,
wide and narrow letters, the digits of all scripts.
"""

import re
import unicodedata
from typing import NamedTuple

WORD, MARK, UNSEEN, GLUE, POINT, OTHER = "w", "m", "i", "g", "p", "x"
"""Shapes: of a letter or digit; a mark on one; a sign without width; a blank, hyphen, apostrophe
or stroke, which may stand inside a name; a full stop; anything else."""

_TOKEN = re.compile(f"{WORD}(?:[{WORD}{MARK}{UNSEEN}]*[{WORD}{MARK}])?")

_GLUE = frozenset(
    "-'`_/\\\u00b4\u00b7\u02bc\u2010\u2011\u2012\u2013\u2018\u2019\u2032\u2212\ufe63\uff0d\uff07"
)
"""Hyphens, apostrophes and strokes; dashes part words and are none."""
_WIDE_MARKS = frozenset("\u034f\u0640\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f")
"""Signs that are letters or marks by their category, and do not change what a word is."""
_PLAIN = str.maketrans(
    {
        "\u0131": "i",  # without its dot, as in Turkish
        "\u00f8": "o",
        "\u0142": "l",
        "\u0111": "d",
        "\u00f0": "d",
        "\u00fe": "th",
        "\u00e6": "ae",
        "\u0153": "oe",
        "\u0127": "h",
    }
)
"""Letters with a stroke and joined ones, by how they are written where they cannot be typed."""
_NO_BLANKS = re.compile(
    "[\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff\u1100-\u11ff\u3040-\u30ff\u3100-\u312f\u3130-\u318f"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U0001b000-\U0001b16f"
    "\U00020000-\U0003ffff]"
)


class Token(NamedTuple):
    """A word of a text.

    Attributes:
        start, end: where it stands, its marks included.
        folded: what it is, whatever its form.
    """

    start: int
    end: int
    folded: str


def shape_of(text: str) -> str:
    """Return the shapes of a text's characters, one for each."""
    return text.translate(_SHAPES)


def fold(text: str) -> str:
    """Return a text as it is compared; it may be shorter or longer."""
    return text.translate(_FOLDS)


def tokens_of(text: str, shape: str) -> list[Token]:
    """Return the words of a text; what stands between them is no part of any."""
    spans = [match.span() for match in _TOKEN.finditer(shape)]
    return [Token(start, end, fold(text[start:end])) for start, end in spans]


def runs_without_blanks(text: str) -> bool:
    """Tell whether a script stands in a text that parts no words, or ties what follows to a name.

    These are Thai, Lao, Tibetan, Burmese, Khmer, Chinese, Japanese and Korean.
    """
    return _NO_BLANKS.search(text) is not None


class _Shapes(dict[int, str]):
    """The shape of each character; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = _shape(chr(code))
        return self[code]


class _Folds(dict[int, str]):
    """What each character is compared by; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = _folded(chr(code))
        return self[code]


_SHAPES, _FOLDS = _Shapes(), _Folds()


def _shape(sign: str) -> str:
    if sign == ".":
        return POINT
    if sign in _GLUE or sign.isspace():
        return GLUE
    category = unicodedata.category(sign)
    if category in {"Cf", "Cc", "Cs"}:
        return UNSEEN
    if category[0] in "LM" or category in {"Nd", "Nl"}:
        return WORD if _folded(sign) else MARK
    return OTHER


def _folded(sign: str) -> str:
    if "\uac00" <= sign <= "\ud7a3":
        return sign  # a syllable: its letters would be found in others that begin like it
    if sign in _WIDE_MARKS or _is_unseen(sign):
        return ""
    kept = [part for part in unicodedata.normalize("NFKD", sign.casefold()) if not _is_point(part)]
    return "".join(map(_digit, "".join(kept).casefold())).translate(_PLAIN)


def _is_unseen(sign: str) -> bool:
    is_selector = "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef"
    return is_selector or unicodedata.category(sign) in {"Cf", "Me", "Cs"}


def _is_point(part: str) -> bool:
    """Tell whether a mark is an accent or a point, and not a sound of its own as in Hindi."""
    place = unicodedata.combining(part)
    return 10 <= place <= 36 or place >= 200


def _digit(part: str) -> str:
    value = unicodedata.decimal(part, None)
    return part if value is None else str(value)
