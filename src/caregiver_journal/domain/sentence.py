"""Join the parts of a built sentence, touching no more than what stands between them."""

from collections.abc import Iterable

_GOES_ON = frozenset(",;:–—-،")
_CLOSING = "\"'”’»)]"
"""What may stand behind the end of a sentence."""


def join_parts(parts: Iterable[str]) -> str:
    """Return the parts as one text: blanks between them, full stops and capitals where missing.

    A part that ends in a comma, a colon or a dash goes on with the next one. The words themselves
    stay as they were written.
    """
    joined = ""
    begins = True
    written = [" ".join(part.split()) for part in parts]
    for part in filter(None, written):
        if joined and begins:
            joined = _ended(joined)
        joined = f"{joined} {_begun(part) if begins else part}".lstrip()
        begins = joined.rstrip(_CLOSING)[-1:] not in _GOES_ON
    return _ended(joined) if begins else joined


def _ended(text: str) -> str:
    """Return a text with a full stop where a word stands at its end."""
    last = text.rstrip(_CLOSING)[-1:]
    return f"{text}." if last.isalnum() else text


def _begun(part: str) -> str:
    """Return a part with a capital at its start; a word such as *iPad* stays as it is."""
    first, second = part[:1], part[1:2]
    capital = first.upper()
    if second.isupper() or len(capital) != 1:
        return part
    return capital + part[1:]
