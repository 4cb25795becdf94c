"""Save a drawing as a picture, after a plain word about who can see it."""

from collections.abc import Callable
from functools import partial

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.journal.picture_file import make_picture_file
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.saving import FileKind, Saving


def save_picture(context: Context, read: Callable[[], object], *, name: str) -> None:
    """Ask where and save what ``read`` returns as a drawing; ``name`` is offered for the file."""

    def make(suffix: str, take: Callable[[bytes], None]) -> None:
        work = partial(make_picture_file, read(), suffix)
        context.work.start(context.ground, work, take, partial(_tell, context))

    kinds = (FileKind("png", _("Picture")), FileKind("svg", _("Drawing in lines")))
    Saving(context, _("Save as picture"), kinds, make, name=name).ask()


def _tell(context: Context, error: Exception) -> None:
    if not isinstance(error, JournalError):
        raise error
    context.fail(error)
