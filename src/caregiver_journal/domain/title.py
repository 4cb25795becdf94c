"""What a deck, an exercise and a card are called."""

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import clean_text


def clean_title(text: str, most: int) -> str:
    """Return a title as one line.

    Raises:
        InvalidValueError: there is none, or it is longer than ``most`` characters; its field is
            *title*.
    """
    title = " ".join(clean_text(text).split())
    if not title:
        raise InvalidValueError(_("This needs a title."), field="title")
    if len(title) > most:
        raise InvalidValueError(
            _("A title has at most {count} characters.").format(count=most), field="title"
        )
    return title
