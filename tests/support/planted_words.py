"""Search what left the journal for words that must not be in it, down to the bytes.

A word is looked for as it would be read: in the text of PDF pages, whatever their glyphs are
called, in inflated streams and strings, in members of archives and in markup. And as it would be
found by somebody who digs: in UTF-8 and UTF-16, as hexadecimal digits and in base 64.
"""

import base64
import gzip
import html
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator

import pikepdf
import pypdfium2

_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_NUMBERED = re.compile(rb"#([0-9a-fA-F]{2})")
_NOTHING_SEEN = re.compile(
    "[\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\ufffe]"
)
"""What has no width; the last one is what stands in a PDF where a word was parted by a hyphen."""
_ARCHIVES = (".zip", ".docx", ".odt")


def found_in(content: bytes, suffix: str, words: Iterable[str], *, password: str = "") -> set[str]:
    """Return which of some words stand in a file.

    Args:
        content: its bytes.
        suffix: of its name, such as *.pdf*; decides what is unpacked.
        words: that were planted; of at least three letters or digits, else they stand anywhere.
        password: of a PDF.
    """
    wanted = set(words)
    assert all(len(word) >= 3 for word in wanted), "too short to prove anything"
    parts = list(_parts(content, suffix.lower(), password))
    return {word for word in wanted if any(_holds(part, word) for part in parts)}


def _parts(content: bytes, suffix: str, password: str) -> Iterator[bytes]:
    """Return a file, and all that is packed in it."""
    yield content
    if suffix == ".pdf":
        yield from _pdf_parts(content, password)
    elif suffix in _ARCHIVES:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield archive.comment
            for member in archive.infolist():
                yield member.filename.encode()
                yield member.comment + member.extra
                name = member.filename.rpartition(".")[2]
                yield from _parts(archive.read(member), f".{name.lower()}", password)
    elif suffix in {".gz", ".svgz"}:
        yield gzip.decompress(content)


def _pdf_parts(content: bytes, password: str) -> Iterator[bytes]:
    with pikepdf.open(io.BytesIO(content), password=password) as pdf:
        yield from _values(pdf.trailer, depth=2)
        for each in pdf.objects:
            yield from _values(each, depth=8)
    document = pypdfium2.PdfDocument(content, password=password or None)
    try:
        for page in document:
            text = page.get_textpage()
            read = text.get_text_range()
            yield read.encode("utf-8", "replace")
            yield re.sub("[-\u2010\ufffe\x02]?\\s*\n\\s*", "", read).encode("utf-8", "replace")
            text.close()
            page.close()
    finally:
        document.close()


def _values(value: object, depth: int) -> Iterator[bytes]:
    """Return the strings, names and streams of an object that lie in it, not those it refers to."""
    if isinstance(value, pikepdf.String):
        yield bytes(value)
        yield str(value).encode("utf-8", "replace")
    elif isinstance(value, pikepdf.Name):
        yield _NUMBERED.sub(_from_number, str(value).encode("utf-8", "replace"))
    elif isinstance(value, pikepdf.Stream):
        yield value.read_bytes() if _can_inflate(value) else value.read_raw_bytes()
        yield from _values_of_all(value.stream_dict.items(), depth)
    elif isinstance(value, pikepdf.Dictionary):
        yield from _values_of_all(value.items(), depth)
    elif isinstance(value, pikepdf.Array) and depth:
        for each in value:
            if not getattr(each, "is_indirect", False):
                yield from _values(each, depth - 1)


def _values_of_all(items: Iterable[tuple[str, object]], depth: int) -> Iterator[bytes]:
    for key, each in items:
        yield key.encode("utf-8", "replace")
        if depth and not getattr(each, "is_indirect", False):
            yield from _values(each, depth - 1)


def _can_inflate(stream: pikepdf.Stream) -> bool:
    try:
        stream.read_bytes()
    except pikepdf.PdfError:  # a picture in a coding of its own
        return False
    return True


def _from_number(match: re.Match[bytes]) -> bytes:
    return bytes.fromhex(match[1].decode())


def _holds(part: bytes, word: str) -> bool:
    plain = _plain(word)
    return any(plain in text for text in _texts(part)) or _holds_coded(part, word)


def _texts(part: bytes) -> Iterator[str]:
    """Return the ways to read bytes."""
    text = part.decode("utf-8", "replace")
    yield _plain(text)
    yield _plain(html.unescape(text))
    yield _plain(_ESCAPED.sub(_from_escape, text))
    for coding in ("utf-16-le", "utf-16-be"):
        for start in (0, 1):
            yield _plain(part[start:].decode(coding, "replace"))


def _from_escape(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))


def _plain(text: str) -> str:
    """Return a text as it is compared: no matter its case, its blanks and what cannot be seen."""
    seen = _NOTHING_SEEN.sub("", unicodedata.normalize("NFKC", text).casefold())
    return "".join(seen.split())


def _holds_coded(part: bytes, word: str) -> bool:
    bare = b"".join(part.split())
    lower = bare.lower()
    for form in {word, word.lower(), word.upper(), word.capitalize()}:
        for coding in ("utf-8", "utf-16-be", "utf-16-le"):
            coded = form.encode(coding)
            if coded.hex().encode() in lower or any(each in bare for each in _base64(coded)):
                return True
    return False


def _base64(coded: bytes) -> Iterator[bytes]:
    """Return what surely stands in base 64, wherever in it the bytes begin."""
    for shift in range(3):
        text = base64.b64encode(bytes(shift) + coded)
        sure = text[(shift * 8 + 5) // 6 : (len(coded) + shift) * 8 // 6]
        if len(sure) >= 6:
            yield sure
