"""Set pages with typst, which can reach no file, no package and no network of its own accord.

Its template is one of the program's own files; what people wrote reaches it as data only.
"""

import atexit
import json
import re
import shutil
import tempfile
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

from caregiver_journal.base.places import resource

if TYPE_CHECKING:
    import typst

ACCESSIBLE: Final = "ua-1"
"""PDF/UA-1, which typst holds itself to or refuses."""

_FONTS = (
    ("font_source_sans_pro", "files/SourceSansPro-Regular.ttf"),
    ("font_source_sans_pro", "files/SourceSansPro-Semibold.ttf"),
    ("matplotlib", "mpl-data/fonts/ttf/DejaVuSans.ttf"),
    ("matplotlib", "mpl-data/fonts/ttf/DejaVuSans-Bold.ttf"),
)
"""Those that make pages look the same everywhere; the others of this computer follow."""

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

    nothing = _own_folder() / "nothing"
    with _setting:
        compiler = Compiler(
            template,
            root=nothing,
            font_paths=_fonts(),
            sys_inputs={"data": data},
            package_path=nothing,
            package_cache_path=nothing,
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


@cache
def _fonts() -> "typst.Fonts":
    from typst import Fonts  # noqa: PLC0415 - likewise

    return Fonts(include_embedded_fonts=False, font_paths=[_own_folder() / "fonts"])


@cache
def _own_folder() -> Path:
    """Make a folder that goes with the program: our fonts alone in it, and a folder with nothing.

    Beside the fonts that come with matplotlib lies one that has a box for every sign there is, and
    would hide that another font of this computer knows it.
    """
    folder = Path(tempfile.mkdtemp(prefix="pages-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name in ("fonts", "nothing"):
        (folder / name).mkdir()
    for package, path in _FONTS:
        found = find_spec(package)
        for place in (found and found.submodule_search_locations) or ():
            shutil.copyfile(Path(place, path), folder / "fonts" / Path(path).name)
    return folder
