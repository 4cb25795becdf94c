"""Say what came of looking everything through, and what was mended by the way."""

from datetime import date, datetime

from caregiver_journal.base.i18n import N_, _, ngettext
from caregiver_journal.journal.checking import Checked, Trouble

_TROUBLE = {
    Trouble.DAMAGE: N_("Part of the journal's file is damaged."),
    Trouble.FREE_PAGES: N_(
        "A part of the file that holds nothing is damaged. It is mended when you next unlock."
    ),
    Trouble.INDEX: N_(
        "The search index does not fit the entries. It is made anew when you next unlock."
    ),
}
_MENDED = {
    Trouble.FREE_PAGES: N_(
        "A part of the file that held nothing was damaged. It was mended; nothing was lost."
    ),
    Trouble.INDEX: N_(
        "The search index did not fit the entries. It was made anew; nothing was lost."
    ),
}


def say_checked(checked: Checked | None, now: datetime) -> str:
    """Return when everything was looked through, and what came of it.

    Args:
        checked: the last time; None where there was none yet.
        now: aware.
    """
    if checked is None:
        return _("Not looked through yet. It happens by itself once a month, while nobody writes.")
    when = _say_days(checked.when.astimezone().date(), now.astimezone().date())
    if checked.is_all_well:
        return _("{when}: whole.").format(when=when)
    return f"{when}: {say_trouble(checked)}"


def say_trouble(checked: Checked | None) -> str:
    """Return what is wrong, in sentences; "" where nothing is."""
    if checked is None:
        return ""
    sentences = [_(_TROUBLE[each]) for each in sorted(checked.trouble)]
    if not checked.is_backup_whole:
        sentence = _("The backup {name} is damaged. The others are not touched by that.")
        sentences.append(sentence.format(name=checked.backup))
    return " ".join(sentences)


def say_mended(mended: frozenset[Trouble]) -> str:
    """Return what was mended when the journal was opened; "" where nothing was."""
    return " ".join(_(_MENDED[each]) for each in sorted(mended) if each in _MENDED)


def _say_days(day: date, today: date) -> str:
    days = (today - day).days
    if days < 1:
        return _("Checked today")
    return ngettext("Checked yesterday", "Checked {count} days ago", days).format(count=days)
