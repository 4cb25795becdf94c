"""Tell what the program stands on, and under which terms."""

import importlib.metadata
from dataclasses import dataclass
from pathlib import Path

from caregiver_journal.base.i18n import N_, _

_PROGRAM = "caregiver-journal"
_LONGEST = 60
"""A package that puts its whole licence into this field is known by its classifier instead."""

_STANDS_ON = (
    ("PySide6-Essentials", "LGPL-3.0", N_("the window")),
    ("shiboken6", "LGPL-3.0", N_("the window")),
    ("sqlcipher3", "zlib, BSD", N_("the encrypted database")),
    ("cryptography", "Apache-2.0, BSD", N_("keys and passphrases")),
    ("keyring", "MIT", N_("the keychain of this computer, if it is turned on")),
    ("platformdirs", "MIT", N_("where files belong on each system")),
    ("matplotlib", "PSF", N_("charts")),
    ("numpy", "BSD", N_("charts")),
    ("typst", "Apache-2.0", N_("summaries on paper")),
    ("pikepdf", "MPL-2.0", N_("the password of a summary")),
    ("lxml", "BSD", N_("the password of a summary")),
    ("zxcvbn", "MIT", N_("how easily a passphrase is guessed")),
    ("tzlocal", "MIT", N_("the time zone of this computer")),
    ("tzdata", "Apache-2.0", N_("time zones on Windows")),
    ("font-source-sans-pro", "OFL-1.1", N_("the letters of pictures and paper")),
    ("typing_extensions", "PSF-2.0", N_("older versions of Python")),
)
"""Each package with the licence that is told where it says nothing of its own, and its purpose."""


@dataclass(frozen=True, slots=True)
class Part:
    """A package the program stands on.

    Attributes:
        name, version, licence: as the package says itself, where it does.
        purpose: what it is there for.
    """

    name: str
    version: str
    licence: str
    purpose: str


def read_parts() -> tuple[Part, ...]:
    """Return the packages that are installed here, as their own words describe them."""
    found = []
    for name, licence, purpose in _STANDS_ON:
        try:
            about = importlib.metadata.metadata(name)
            version = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
        found.append(Part(name, version, _licence_in(about) or licence, _(purpose)))
    return tuple(found)


def read_licence_text() -> str:
    """Return the whole licence of this program; "" where its file cannot be found."""
    try:
        text = importlib.metadata.distribution(_PROGRAM).read_text("licenses/LICENSE")
    except importlib.metadata.PackageNotFoundError:
        text = None
    if text:
        return text
    beside = Path(__file__).resolve().parents[3] / "LICENSE"
    try:
        return beside.read_text(encoding="utf-8")
    except OSError:
        return ""


def _licence_in(about: importlib.metadata.PackageMetadata) -> str:
    for name in ("License-Expression", "License"):
        said = about[name].strip() if name in about else ""
        if said and len(said) <= _LONGEST and "\n" not in said:
            return said
    kinds = [kind for kind in about.get_all("Classifier") or () if kind.startswith("License ::")]
    return kinds[0].rsplit("::", 1)[1].strip() if kinds else ""
