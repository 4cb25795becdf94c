"""Paint the rows of a list of phrases: the phrase, when it fits, its way, and the situations."""

from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.domain.script import Script, way_word
from caregiver_journal.ui.widgets.text_delegate import Heading, TextDelegate, TextParts

ScriptRow = Script | Heading


def chip_words(script: Script) -> tuple[str, ...]:
    """Return the words of the chips of a phrase: its way, and whose it is."""
    whose = _("Own") if script.is_own else _("Changed") if script.is_changed else ""
    return tuple(filter(None, (way_word(script.way), whose)))


def read_out(row: ScriptRow) -> str:
    """Return a row as it is heard."""
    if isinstance(row, Heading):
        return ". ".join(filter(None, (row.title, row.about)))
    marks = (
        _("Favourite") if row.is_favourite else "",
        _("Hidden") if row.is_hidden else "",
    )
    return ". ".join(filter(None, (row.text.rstrip("."), row.fits, *chip_words(row), *marks)))


class ScriptDelegate(TextDelegate[ScriptRow]):
    """Paint phrases in full."""

    @override
    def parts_of(self, row: ScriptRow) -> TextParts | Heading:
        if isinstance(row, Heading):
            return row
        return TextParts(row.text, row.fits, chip_words(row), row.is_favourite, row.is_hidden)
