"""Know where things lie: the person's folders and the program's own files."""

from pathlib import Path

import platformdirs

APP = "caregiver-journal"
_PACKAGE = Path(__file__).resolve().parent.parent


def resource(*parts: str) -> Path:
    """Return the path of one of the program's own files, in a checkout or an installed package."""
    installed = _PACKAGE / "_resources"
    root = installed if installed.is_dir() else _PACKAGE.parent.parent / "resources"
    path = root.joinpath(*parts)
    if not path.resolve().is_relative_to(root.resolve()):
        raise ValueError("a resource lies outside the resources")
    return path


def default_journal_folder() -> Path:
    """Return the folder of the journal that opens when none is named."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False)) / "journal"


def state_folder() -> Path:
    """Return the folder of what must be known before a journal opens (window, theme, language)."""
    return Path(platformdirs.user_config_dir(APP, appauthor=False))


def drawing_folder() -> Path:
    """Return the folder in which the drawing library keeps its list of fonts, and nothing else."""
    return Path(platformdirs.user_cache_dir(APP, appauthor=False)) / "drawing"


def setting_folder() -> Path:
    """Return the folder in which pages are set: our fonts, and an empty folder."""
    return Path(platformdirs.user_cache_dir(APP, appauthor=False)) / "pages"


def viewing_folder() -> Path:
    """Return the folder in which backups lie unpacked, encrypted, while somebody looks at them."""
    return Path(platformdirs.user_cache_dir(APP, appauthor=False)) / "viewing"


def log_folder() -> Path:
    """Return the folder of the log, which never holds a word of text."""
    return Path(platformdirs.user_log_dir(APP, appauthor=False))
