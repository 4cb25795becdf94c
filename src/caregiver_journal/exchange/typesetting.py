"""Set pages with typst, which can reach no file, no package and no network of its own accord.

Its template is one of the program's own files; what people wrote reaches it as data only.
"""

import json
import re
from datetime import UTC, date, datetime, time
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Final

from caregiver_journal.base.places import resource
from caregiver_journal.exchange.setting_place import setting_place

if TYPE_CHECKING:
    import typst

ACCESSIBLE: Final = "ua-1"
"""PDF/UA-1, which typst holds itself to or refuses."""

_PROBE = b"""#let data = json(bytes(sys.inputs.data))
#set document(title: "-")
#set text(font: ("Source Sans Pro", "DejaVu Sans"))
#for sign in data { par(sign) }
"""

_ANY_DAY = date(2000, 1, 1)

_setting = Lock()


class CannotSetError(Exception):
    """The pages cannot be set this way.

    Attributes:
        signs: those for which no font has a shape; empty where the reason is another.
    """

    def __init__(self, signs: frozenset[str] = frozenset()) -> None:
        super().__init__("the pages cannot be set this way")
        self.signs = signs


def shapeless(signs: frozenset[str]) -> frozenset[str]:
    """Return those signs for which no font of this computer has a shape."""
    try:
        _compile(_PROBE, json.dumps(sorted(signs)), "pdf", made=_ANY_DAY, standards=[ACCESSIBLE])
    except CannotSetError as error:
        return error.signs
    return frozenset()


def set_pdf(data: str, made: date, *, is_accessible: bool) -> bytes:
    """Return pages as a PDF, tagged in any case.

    Args:
        data: JSON that the template reads.
        made: stands in the file as the day of its making.
        is_accessible: whether PDF/UA-1 is kept to.

    Raises:
        CannotSetError: they cannot be set, or not so that PDF/UA-1 is kept to.
    """
    standards: list[typst.PDFStandard] = [ACCESSIBLE] if is_accessible else []
    return _compile(_template(), data, "pdf", made=made, standards=standards)[0]


def set_pictures(data: str, pixels_per_inch: float) -> tuple[bytes, ...]:
    """Return pages as a PNG file each; raises as ``set_pdf`` does."""
    return _compile(_template(), data, "png", pixels_per_inch=pixels_per_inch)


@cache
def _template() -> bytes:
    return resource("reports", "summary.typ").read_bytes()


def _compile(
    template: bytes,
    data: str,
    form: "typst.OutputFormat",
    *,
    made: date = _ANY_DAY,
    standards: "list[typst.PDFStandard] | None" = None,
    pixels_per_inch: float | None = None,
) -> tuple[bytes, ...]:
    from typst import Compiler, TypstError  # noqa: PLC0415 - a start has no use for it

    with _setting:
        place = setting_place()
        compiler = Compiler(
            template,
            root=place.nothing,
            font_paths=place.fonts,
            sys_inputs={"data": data},
            package_path=place.nothing,
            package_cache_path=place.nothing,
        )
        try:
            made_of = compiler.compile(
                format=form,
                ppi=pixels_per_inch,
                pdf_standards=standards or [],
                timestamp=datetime.combine(made, time(), UTC),
            )
        except TypstError as error:
            raise CannotSetError(_signs_of(error)) from None
    return tuple(made_of) if isinstance(made_of, list) else (made_of or b"",)


def _signs_of(error: "typst.TypstError") -> frozenset[str]:
    """Return the signs that an error complains of; it names them all."""
    named = re.findall(r'the text `"(.+?)"` could not be displayed', error.diagnostic)
    return frozenset(sign for text in named for sign in _unescaped(text))


def _unescaped(text: str) -> str:
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found[1], 16)), text)
