"""Read the front matter of a Markdown file as strictly as YAML 1.2 is read.

Only what an export writes is known: a mapping on one level, with numbers, days, texts in double
quotes, and lists of these on one line. Anything else is an error and not a guess.
"""

import re
from datetime import date

Value = str | int | float | date | list["Value"]

_ESCAPES = {"\\": "\\", '"': '"', "n": "\n", "t": "\t"}
_PRINTABLE = re.compile(
    "[\t\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]*"
)
_KEY = re.compile(r"([a-z_]+): ")
_INTEGER = re.compile(r"-?(?:0|[1-9]\d*)", re.ASCII)
_FLOAT = re.compile(r"-?(?:0|[1-9]\d*)\.\d+", re.ASCII)
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_FOUR = re.compile(r"[0-9a-f]{4}")


class NotYamlError(ValueError):
    """It is not what YAML says."""


def split_file(text: str) -> tuple[dict[str, Value], str]:
    """Return the front matter of a file and what stands below it."""
    lines = text.split("\n")
    if lines[0] != "---" or "---" not in lines[1:]:
        raise NotYamlError("no front matter")
    end = lines.index("---", 1)
    found: dict[str, Value] = {}
    for line in lines[1:end]:
        key = _KEY.match(line)
        if key is None or key[1] in found or not _PRINTABLE.fullmatch(line):
            raise NotYamlError(line)
        value, rest = _read(line[key.end() :])
        if rest:
            raise NotYamlError(line)
        found[key[1]] = value
    return found, "\n".join(lines[end + 1 :])


def _read(text: str) -> tuple[Value, str]:
    """Return the value a text begins with, and the rest."""
    if text.startswith('"'):
        return _read_quoted(text)
    if text.startswith("["):
        return _read_list(text)
    for pattern, make in ((_DATE, date.fromisoformat), (_FLOAT, float), (_INTEGER, int)):
        found = pattern.match(text)
        if found and text[found.end() : found.end() + 1] in ("", ",", "]"):
            return make(found[0]), text[found.end() :]
    raise NotYamlError(text)


def _read_list(text: str) -> tuple[Value, str]:
    values: list[Value] = []
    rest = text[1:]
    while not rest.startswith("]"):
        if values:
            if not rest.startswith(", "):
                raise NotYamlError(text)
            rest = rest[2:]
        value, rest = _read(rest)
        values.append(value)
    return values, rest[1:]


def _read_quoted(text: str) -> tuple[str, str]:
    signs: list[str] = []
    at = 1
    while at < len(text):
        sign = text[at]
        if sign == '"':
            return "".join(signs), text[at + 1 :]
        if sign != "\\":
            signs.append(sign)
            at += 1
        elif text[at + 1 : at + 2] in _ESCAPES:
            signs.append(_ESCAPES[text[at + 1]])
            at += 2
        else:
            number = _FOUR.fullmatch(text[at + 2 : at + 6])
            if text[at + 1 : at + 2] != "u" or not number or "d800" <= number[0] <= "dfff":
                raise NotYamlError(text)
            signs.append(chr(int(number[0], 16)))
            at += 6
    raise NotYamlError(text)
