"""Write any text into Markdown and its front matter so that it comes out as that text.

No text of the person may become a heading, a link, a picture, HTML, a tag or a property, in
CommonMark and in what Obsidian and Logseq add to it. Marks are escaped with a backslash where they
would mean something and left alone where they would not, so that the file reads well as it is.
"""

import re
import sys
from functools import lru_cache

from caregiver_journal.base.text import clean_text

_ALWAYS = re.compile(r"[\\`*_{}\[\]<>#|~^$=@]")
_SOMETIMES = re.compile(
    r"&(?=[#\w])"  # an entity
    r"|:(?=[^\s\d])|(?<=:):"  # an address, a property, a picture by name
    r"|(?<=[wW]{3})\."  # an address that begins with www
    r"|%(?=%)|(?<=%)%"  # a comment
    r"|\((?=\()|!(?=\[)"  # a block of another page, a picture
)
_START = re.compile(r"[-+:]|\d{1,9}(?P<end>[.)])")
"""What begins a list, a rule or a definition at the start of a line."""

_SHORT = 60
_TAB = 4
_NO_BREAK = "\N{NO-BREAK SPACE}"

_NOT_IN_YAML = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_NOT_IN_TAG = re.compile(r"[^\w/-]+")


def escape_line(text: str) -> str:
    """Return a text as one line of Markdown that comes out as plain text."""
    return _short_line(text) if len(text) <= _SHORT else _line_of(text)


def _line_of(text: str) -> str:
    return _escape(" ".join(clean_text(text, sys.maxsize).split()))


_short_line = lru_cache(2_000)(_line_of)  # the same few facts come again and again


def escape_text(text: str) -> str:
    """Return a text as paragraphs of Markdown that come out as plain text, line by line."""
    lines = [_line(line) for line in clean_text(text, sys.maxsize).split("\n")]
    said: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        said.append(f"{line}  " if line and following else line)  # two blanks: the line ends here
    return "\n".join(said).strip("\n")


def _line(line: str) -> str:
    words = line.strip()
    indent = line[: len(line) - len(line.lstrip())].expandtabs(_TAB)
    return _NO_BREAK * len(indent) + _escape(words) if words else ""


def _escape(line: str) -> str:
    marked = _SOMETIMES.sub(r"\\\g<0>", _ALWAYS.sub(r"\\\g<0>", line))
    start = _START.match(marked)
    if start is None:
        return marked
    at = start.start("end") if start["end"] else 0
    return f"{marked[:at]}\\{marked[at:]}"


def yaml_text(text: str) -> str:
    """Return a text as a value of YAML: in quotes, on one line, each odd sign by its number."""
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_NOT_IN_YAML.sub(_by_number, quoted)}"'


def _by_number(found: re.Match[str]) -> str:
    number = ord(found[0])
    if 0xD800 <= number <= 0xDFFF:  # half of a sign, which no file can hold
        number = 0xFFFD
    return f"\\u{number:04x}"


def yaml_list(texts: list[str]) -> str:
    """Return texts as a list of YAML on one line."""
    return f"[{', '.join(map(yaml_text, texts))}]"


def tag_word(tag: str) -> str:
    """Return a tag as Obsidian and the like take it, which know no blanks in it."""
    return _NOT_IN_TAG.sub("-", tag).strip("-/")
