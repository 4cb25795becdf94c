"""Keep words among the person's own, and offer to take that back."""

from dataclasses import dataclass
from functools import partial

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.script import Script
from caregiver_journal.journal.scripts import all_scripts, delete_script, keep_words
from caregiver_journal.ui.page import Context


@dataclass(frozen=True, slots=True)
class Kept:
    """A phrase that was kept, and the sentence that says so."""

    script: Script
    said: str


def keep(context: Context, text: str, situation: str, *, draft: str = "") -> Kept:
    """Keep words, say so, and offer to take it back; raises as ``keep_words`` does.

    Words that were there already stay when it is taken back.
    """
    known = {script.id for script in all_scripts(context.journal)}
    script = keep_words(context.journal, text, situation, draft=draft)
    if script.id in known:
        said = _("These words are among yours already.")
        context.say(said)
        return Kept(script, said)
    said = _("Kept among your words.")
    context.undo.offer(said, partial(delete_script, context.journal, script.id))
    return Kept(script, said)
