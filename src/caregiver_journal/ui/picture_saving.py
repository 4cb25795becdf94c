"""Save a drawing as a picture, after a plain word about who can see it."""

from collections.abc import Callable
from functools import partial

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.journal.picture_file import has_private, make_picture_file, read_for_file
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.saving import FileKind, Saving


def save_picture(context: Context, read: Callable[[], object], *, name: str) -> None:
    """Ask where and save what ``read`` returns as a drawing; ``name`` is offered for the file.

    What may never be exported is left out, so the picture may show less than the card.
    """

    def make(suffix: str, take: Callable[[bytes], None]) -> None:
        data = read_for_file(context.journal, read)
        work = partial(make_picture_file, data, suffix)
        context.work.start(context.ground, work, take, partial(_tell, context))

    kinds = (FileKind("png", _("Picture")), FileKind("svg", _("Drawing in lines")))
    note = _("Entries marked “never export” are left out.") if has_private(context.journal) else ""
    Saving(context, _("Save as picture"), kinds, make, name=name, note=note).ask()


def _tell(context: Context, error: Exception) -> None:
    if not isinstance(error, JournalError):
        raise error
    context.fail(error)
