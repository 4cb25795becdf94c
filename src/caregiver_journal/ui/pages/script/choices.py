"""Choose a situation or a way for a phrase."""

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.script import WAY_WORDS
from caregiver_journal.journal.scripts import shipped_situations
from caregiver_journal.ui.widgets.calm_combo import CalmCombo


def situation_combo(none: str, *, name: str) -> CalmCombo:
    """Return a choice of all situations; ``none`` are the words for no particular one."""
    situations = [(each.id, each.title) for each in shipped_situations()]
    combo = CalmCombo([("", none), *situations], name=name)
    combo.setAccessibleName(_("Situation"))
    return combo


def way_combo(*, name: str) -> CalmCombo:
    """Return a choice of all ways."""
    ways = [(way.value, _(word)) for way, word in WAY_WORDS.items()]
    combo = CalmCombo([("", _("Not said")), *ways], name=name)
    combo.setAccessibleName(_("Way"))
    return combo
