"""Translate what people read.

Texts are written in English here. ``_`` looks a sentence up when it is used, ``N_`` marks one that
is named at import time and looked up later.
"""

import gettext

from caregiver_journal.base.places import resource

DOMAIN = "caregiver_journal"

_translation: gettext.NullTranslations = gettext.NullTranslations()


def choose_language(language: str) -> None:
    """Use the named language ("en", "de", …) from now on; English where it has no catalogue."""
    global _translation  # noqa: PLW0603 - one language for the whole process
    _translation = gettext.translation(
        DOMAIN, str(resource("locale")), languages=[language], fallback=True
    )


def _(text: str) -> str:
    """Translate a sentence."""
    return _translation.gettext(text)


def N_(text: str) -> str:  # noqa: N802 - the customary name of gettext's marker
    """Mark a sentence for translation and return it unchanged."""
    return text


def ngettext(one: str, many: str, count: int) -> str:
    """Translate a sentence that depends on a number."""
    return _translation.ngettext(one, many, count)
