"""A mood with two keys from anywhere: Ctrl+1, then 1 to 5."""

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.entry import Content, make_entry
from caregiver_journal.domain.mood import LEVEL_WORDS, Mood
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.widgets.mood_discs import MoodDiscs
from caregiver_journal.ui.widgets.text import plain_label


class QuickSheet(Overlay):
    """Saves the mood the moment it is chosen; Undo stands in the strip."""

    def __init__(self, context: Context) -> None:
        super().__init__(_("How are you right now?"), context.ground, name="quick")
        self._context = context
        self.discs = MoodDiscs([_(word) for word in LEVEL_WORDS], name="quick.level")
        self.discs.setAccessibleName(_("How pleasant, from 1 to 5"))
        hint = plain_label(_("A key from 1 to 5 saves it. Esc leaves."), "small", wrap=True)
        self.card.add(self.discs, hint)
        self.discs.chosen.connect(self._save)
        self.come_up()
        self.discs.setFocus()

    def _save(self, level: int) -> None:
        journal = self._context.journal
        self.go()
        try:
            entry = make_entry(Content(Mood(level)), journal.clock(), journal.start_of_day)
            journal.add(entry)
        except JournalError as error:
            self._context.fail(error)
            return
        self._context.undo.offer_for_new(entry)
