"""Where typst sets pages: a folder with nothing in it, and our fonts before all others."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from caregiver_journal.base.files import make_private_folder, write_atomically
from caregiver_journal.base.places import resource, setting_folder

if TYPE_CHECKING:
    import typst

_FONTS = (
    ("font_source_sans_pro", "files/SourceSansPro-Regular.ttf"),
    ("font_source_sans_pro", "files/SourceSansPro-Semibold.ttf"),
    ("matplotlib", "mpl-data/fonts/ttf/DejaVuSans.ttf"),
    ("matplotlib", "mpl-data/fonts/ttf/DejaVuSans-Bold.ttf"),
)
"""Those that make pages look the same everywhere; the others of this computer follow."""


class SettingPlace(NamedTuple):
    """What typst may see.

    Attributes:
        nothing: an empty folder, the only one whose files could be named.
        files: our fonts.
        fonts: those, and the ones of this computer.
    """

    nothing: Path
    files: tuple[Path, ...]
    fonts: "typst.Fonts"


def setting_place() -> SettingPlace:
    """Return the place; one that was tidied away while the program ran is made again."""
    place = _make_place()
    if not all(path.exists() for path in (place.nothing, *place.files)):
        _make_place.cache_clear()
    return _make_place()


@cache
def _make_place() -> SettingPlace:
    """Make the folder, and copy our fonts there, alone.

    Beside the fonts that come with matplotlib lies one that has a box for every sign there is, and
    would hide that another font of this computer knows it.
    """
    from typst import Fonts  # noqa: PLC0415 - a start has no use for it

    found = [path for package, name in _FONTS if (path := _find(package, name)).is_file()]
    nothing, own = setting_folder() / "nothing", setting_folder() / "fonts"
    try:
        for each in (nothing, own):
            make_private_folder(each)
        files = tuple(_copy(path, own / path.name) for path in found)
    except OSError:  # a full disk, say: the program's own folders do as well
        fonts = Fonts(font_paths=[path.parent for path in found])
        return SettingPlace(resource("reports"), (), fonts)
    return SettingPlace(nothing, files, Fonts(include_embedded_fonts=not files, font_paths=[own]))


def _copy(font: Path, path: Path) -> Path:
    """Copy a font unless it lies there already; return where it lies."""
    if not path.is_file() or path.stat().st_size != font.stat().st_size:
        write_atomically(path, font.read_bytes())
    return path


def _find(package: str, name: str) -> Path:
    """Return where a file of a package is, without loading the package."""
    spec = find_spec(package)
    places = (spec and spec.submodule_search_locations) or [""]
    return Path(places[0], name)
