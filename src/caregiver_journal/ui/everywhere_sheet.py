"""After something was deleted for good: which backups still hold it, and to remove it there."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from caregiver_journal.base.errors import ForeignBackupError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.domain.progress import Progress
from caregiver_journal.journal.backing_up import Backup
from caregiver_journal.journal.everywhere import Elsewhere, older_copies
from caregiver_journal.journal.everywhere_words import (
    name_backups,
    say_beyond_reach,
    say_failed,
    say_held,
    say_not_held,
    say_taken_out,
)
from caregiver_journal.ui.one_by_one import Done, OneByOne
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.progress_line import CalmProgress
from caregiver_journal.ui.widgets.text import plain_label, push_button, set_button_text

if TYPE_CHECKING:
    from collections.abc import Collection

    from caregiver_journal.ui.work import Ticket


class EverywhereSheet(Overlay):
    """Looks into one backup after the other, and rewrites those that are meant."""

    def __init__(
        self, context: Context, elsewhere: Elsewhere, entry_ids: "Collection[str]"
    ) -> None:
        super().__init__(_("Deleted for good, here"), context.ground, name="everywhere")
        self._context = context
        self._elsewhere = elsewhere
        self._count = len(entry_ids)
        self._holding: tuple[Backup, ...] = ()
        self._finding: Ticket | None = None
        self._copies = older_copies(context.journal)
        self.words = plain_label("", wrap=True)
        self.words.setObjectName("everywhere.words")
        self.failed = plain_label("", "error_small", wrap=True)
        self.failed.setObjectName("everywhere.failed")
        self.beyond = plain_label(say_beyond_reach(self._copies), "small", wrap=True)
        self.beyond.setObjectName("everywhere.beyond")
        self.progress = CalmProgress(name="everywhere.progress")
        self.leave = push_button(_("Leave them as they are"), name="everywhere.leave")
        self.remove = push_button(_("Remove it there"), "danger", name="everywhere.remove")
        self._looking = OneByOne(context.work, self)
        self._removing = OneByOne(context.work, self)
        self._lay_out()
        self._connect()
        self.come_up()
        self.progress.setFocus()
        self._look()

    @override
    def go(self) -> None:
        """Take it away and begin with nothing more."""
        if self._finding is not None:
            self._finding.cancel()
        self._looking.stop()
        self._removing.stop()
        super().go()

    # --- looking --------------------------------------------------------------------------------

    def _look(self) -> None:
        self.progress.start(_("Looking which backups still hold it…"))
        self._finding = self._context.work.start(
            self, self._elsewhere.backups, self._take_backups, self._fail
        )

    def _take_backups(self, backups: Sequence[Backup]) -> None:
        self._looking.start(backups, self._elsewhere.is_held_by)

    def _fail(self, error: Exception) -> None:
        raise error

    def _take_looked(self, all_done: Sequence[Done]) -> None:
        # Other journals may have theirs in the same folder: they are none of this one's business.
        done = [each for each in all_done if not isinstance(each.error, ForeignBackupError)]
        self._holding = tuple(
            each.thing for each in done if each.result and isinstance(each.thing, Backup)
        )
        errors = [each.error for each in done if each.error is not None]
        if not self._holding and not errors:
            self.go()
            self._context.say(say_not_held(self._count))
            return
        said = say_not_held(self._count, all_looked_into=not errors)
        if self._holding:
            own, now = self._context.journal.folder.backups, self._context.journal.clock()
            said = "\n".join(
                [say_held(len(self._holding), self._count), *name_backups(self._holding, own, now)]
            )
        self._show(said, say_failed(errors, is_removal=False), can_remove=bool(self._holding))

    # --- removing -------------------------------------------------------------------------------

    def _remove(self) -> None:
        for part in (self.failed, self.remove, self.leave):
            part.hide()
        self.progress.start(_("Writing the backups anew without it…"))
        self.progress.show()
        self.progress.setFocus()
        self._removing.start(self._holding, self._elsewhere.take_out_of, in_steps=True)

    def _take_removed(self, done: Sequence[Done]) -> None:
        if not done:
            self._take_none()
            return
        errors = [each.error for each in done if each.error is not None]
        said = say_taken_out(len(done) - len(errors)) if len(errors) < len(done) else ""
        self._show(said, say_failed(errors, is_removal=True), can_remove=False)

    def _stop(self) -> None:
        """Stop before the next step; what was written anew by then stays so."""
        if not self._holding:
            self.go()
            self._context.say(_("Deleted for good. Backups may still hold it."))
            return
        self.progress.set_sentence(_("Stopping…"))
        self._removing.halt()

    def _take_none(self) -> None:
        self._show(_("Stopped. The backups stay as they were."), (), can_remove=False)

    # --- how it is made -------------------------------------------------------------------------

    def _show(self, words: str, failed: Sequence[str], *, can_remove: bool) -> None:
        self.progress.hide()
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.failed.setText("\n".join(failed))
        self.failed.setVisible(bool(failed))
        self.beyond.show()
        self.remove.setVisible(can_remove)
        set_button_text(self.leave, _("Leave them as they are") if can_remove else _("Close"))
        self.leave.show()
        self.leave.setFocus()

    def _progress(self, sentence: str, progress: Progress) -> None:
        self.progress.set_share(progress.share)
        words = _("{sentence} {done} of {total}")
        done = min(progress.done + 1, progress.total)
        self.progress.set_sentence(words.format(sentence=sentence, done=done, total=progress.total))

    def _lay_out(self) -> None:
        foot = FootRow((), (self.leave, self.remove))
        self.card.add(self.words, self.failed, self.progress, self.beyond, foot)
        for part in (self.words, self.failed, self.beyond, self.leave, self.remove):
            part.hide()

    def _connect(self) -> None:
        looking = _("Looking which backups still hold it…")
        removing = _("Writing the backups anew without it…")
        self._looking.progressed.connect(partial(self._progress, looking))
        self._looking.finished.connect(self._take_looked)
        self._removing.progressed.connect(partial(self._progress, removing))
        self._removing.stepped.connect(self.progress.set_share)
        self._removing.finished.connect(self._take_removed)
        self.progress.cancelled.connect(self._stop)
        self.leave.clicked.connect(self.go)
        self.remove.clicked.connect(self._remove)


def look_everywhere(context: Context, entry_ids: "Collection[str]") -> bool:
    """Look for what was deleted for good in all backups; tell whether there is any to look into."""
    elsewhere = Elsewhere(context.journal, entry_ids)
    if not elsewhere.may_find_any():
        return False
    EverywhereSheet(context, elsewhere, entry_ids)
    return True
