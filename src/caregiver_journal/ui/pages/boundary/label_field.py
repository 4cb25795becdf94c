"""A field for one of a few known words, or a word of the person's own."""

from collections.abc import Iterable, Mapping

from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import bare_letters
from caregiver_journal.domain.boundary import say_label
from caregiver_journal.ui.widgets.suggest_field import SuggestField


class LabelField(SuggestField):
    """Shows the words, and says the key of a known one."""

    def __init__(self, known: Mapping[str, str], *, name: str) -> None:
        """Take the known words by their keys (untranslated)."""
        super().__init__(_("Choose…"), name=name, chooses=True, own=_("Your own word…"))
        self._known = known
        self.offer_own(())

    def offer_own(self, used: Iterable[str]) -> None:
        """Offer, behind the known words, those of the person's own that were used before."""
        own = (label for label in used if label and label not in self._known)
        self.set_words([*(_(word) for word in self._known.values()), *own])

    def label(self) -> str:
        """Return the key of what stands there, or the person's own word."""
        typed = self.text().strip()
        bare = bare_letters(typed)
        keys = (key for key, word in self._known.items() if bare_letters(_(word)) == bare)
        return next(keys, typed)

    def set_label(self, label: str) -> None:
        """Show the word of a key, or a word of the person's own."""
        self.set_text(say_label(self._known, label))
