"""The sheets that can be printed or saved: two to fill in by hand, and two of one's own words."""

from collections.abc import Callable
from typing import NamedTuple

from caregiver_journal.base.i18n import N_, _
from caregiver_journal.domain.day import WEEKDAYS
from caregiver_journal.domain.script import Script
from caregiver_journal.domain.support import SupportLine
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.scripts import all_scripts, situation_titles
from caregiver_journal.journal.support_content import sentence
from caregiver_journal.journal.supporting import read_card
from caregiver_journal.ui.paper.blocks import Block, Rules, Table, Words, heading, small, title

_MOMENTS = 3
"""How many boundary moments one page has room for."""


class Sheet(NamedTuple):
    """One sheet.

    Attributes:
        key: names it in the program, and its file: it says nothing of what is in it.
        title: what it is called (untranslated).
        draw: returns what stands on it; raises ``JournalError`` when that cannot be read.
        about: what it is for (untranslated).
        is_wide: whether it lies on its side.
        is_own: whether words of the person's stand on it.
    """

    key: str
    title: str
    draw: Callable[[Journal], tuple[Block, ...]]
    about: str = ""
    is_wide: bool = False
    is_own: bool = False


def find_sheet(key: str) -> Sheet:
    """Return a sheet by its key."""
    return next(sheet for sheet in SHEETS if sheet.key == key)


def _draw_log(_journal: Journal) -> tuple[Block, ...]:
    asked = (
        (_("When, and who asked"), ""),
        (_("What was asked"), ""),
        (_("What I wanted"), ""),
        (_("What pulled at me"), ""),
        (_("What I did, and my words"), ""),
        (_("Guilt then, 0 to 10"), ""),
        (_("Guilt a day later, 0 to 10"), ""),
        (_("What really happened"), ""),
        (_("Next time"), ""),
    )
    lead = small(_("One moment each. Every line may stay empty."))
    table = Table((), asked, (0.3, 0.7), row_lines=1.85, together=True)
    return (title(_("Boundary log")), lead, *[table] * _MOMENTS)


def _draw_week(_journal: Journal) -> tuple[Block, ...]:
    heads = (
        _("Day"),
        _("Mood\n1 to 5"),
        _("Energy\n1 to 5"),
        _("Words for it"),
        _("Work\nshift, hours"),
        _("Close to others\n0 to 10"),
        _("A line"),
    )
    rows = tuple((_(day), "", "", "", "", "", "") for day in WEEKDAYS)
    shares = (1.25, 0.8, 0.9, 1.8, 1.4, 1.2, 3.0)
    lead = small(_("A mood goes from 1, very low, to 5, very good. Anything may stay empty."))
    return (
        title(_("A week of moods")),
        Words(_("Week from: ____________________"), after=0.6),
        lead,
        Table(heads, rows, shares, row_lines=3.3),
    )


def _draw_phrases(journal: Journal) -> tuple[Block, ...]:
    """Return the phrases that are a favourite or the person's own, by their situations."""
    wanted = [
        script
        for script in all_scripts(journal)
        if (script.is_favourite or script.is_own) and not script.is_hidden
    ]
    titles = situation_titles()
    blocks: list[Block] = [title(_("Words for hard moments"))]
    for situation in (*titles, ""):
        said = [script for script in wanted if _situation(script, titles) == situation]
        if said:
            blocks.append(heading(titles.get(situation) or _("Others")))
            blocks += [part for script in said for part in _say_phrase(script)]
    if not wanted:
        blocks.append(small(_("Favourites and phrases of your own stand here once there are any.")))
    return (*blocks, heading(_("More")), Rules(4))


def _situation(script: Script, titles: dict[str, str]) -> str:
    return script.situation if script.situation in titles else ""


def _say_phrase(script: Script) -> tuple[Block, ...]:
    words = Words(script.text, after=0.1 if script.fits else 0.7, stays=bool(script.fits))
    return (words, Words(script.fits, 0.85, after=0.7)) if script.fits else (words,)


def _draw_card(journal: Journal) -> tuple[Block, ...]:
    """Return the support card, with room to write where a page has it."""
    blocks: list[Block] = [title(_("Support card")), small(sentence("for-you"))]
    for part in read_card(journal):
        blocks.append(heading(part.title))
        blocks += [words for line in part.lines for words in _say_line(line)]
        if part.note:
            blocks.append(small(part.note))
        if part.lines:
            blocks += [Rules(1, after=0.4, spare=1), Words("", 0.4, after=0)]
        else:
            blocks.append(Rules(3, spare=2))
    return (*blocks, small(sentence("cannot-call")))


def _say_line(line: SupportLine) -> tuple[Words, ...]:
    if not line.detail:
        return (Words(line.text, after=0.4),)
    return (Words(line.text, strong=True, after=0, stays=True), Words(line.detail, after=0.4))


SHEETS = (
    Sheet(
        "log",
        N_("Boundary log"),
        _draw_log,
        N_("Empty, with room for three moments on a page."),
    ),
    Sheet(
        "week",
        N_("A week of moods"),
        _draw_week,
        N_("Empty, a row for each day."),
        is_wide=True,
    ),
    Sheet(
        "phrases",
        N_("Words for hard moments"),
        _draw_phrases,
        N_("Your favourites and the phrases of your own."),
        is_own=True,
    ),
    Sheet(
        "card",
        N_("Support card"),
        _draw_card,
        N_("What you have written on it, on one page where it fits."),
        is_own=True,
    ),
)
