"""The support card: what the person has written on it, and whether it shows before unlocking.

Whatever changes it returns what takes that back. While the person wants the card before unlocking,
its file outside the vault follows each change.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial

from caregiver_journal.base.errors import InvalidValueError, JournalError, NothingFoundError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import clean_line
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.phrasing import say_date
from caregiver_journal.domain.preference import (
    SUPPORT_BEFORE_UNLOCK,
    SUPPORT_CHECKED,
    SUPPORT_COUNTRY,
)
from caregiver_journal.domain.support import (
    EMERGENCY,
    MAX_TITLE,
    MOST_LINES,
    Numbers,
    Part,
    Section,
    SupportLine,
)
from caregiver_journal.journal.begun import DraftName, forget_draft
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.support_content import find_numbers, sections
from caregiver_journal.vault.open_card import remove_open_card, write_open_card

TakeBack = Callable[[], object]


def read_card(journal: Journal) -> tuple[Part, ...]:
    """Return the sections as the person has them, empty ones too; raises ``ContentError``."""
    return _make_parts(journal, sections(), _say_numbers(journal))


def read_bare_card(journal: Journal) -> tuple[Part, ...]:
    """Return what the person has written, where what comes with the program cannot be read."""
    return _make_parts(journal, (), "")


def _make_parts(journal: Journal, shipped: Sequence[Section], numbers: str) -> tuple[Part, ...]:
    """Return the sections; lines of one that this version does not have stand at the end."""
    titles = journal.support.titles()
    lines: dict[str, list[SupportLine]] = {each.id: [] for each in shipped}
    for line in journal.support.lines():
        lines.setdefault(line.section, []).append(line)
    names = {each.id: each.title for each in shipped} | titles
    return tuple(
        Part(section, names.get(section) or _("Lines"), tuple(own), _note(section, own, numbers))
        for section, own in lines.items()
    )


def _note(section: str, lines: Sequence[SupportLine], numbers: str) -> str:
    return numbers if section == EMERGENCY and lines else ""


def taken_numbers(journal: Journal) -> Numbers | None:
    """Return the numbers that were taken over, with the day they were last looked up."""
    numbers = find_numbers(str(journal.setting(SUPPORT_COUNTRY)))
    if numbers is None:
        return None
    with suppress(ValueError):
        return replace(numbers, checked=date.fromisoformat(str(journal.setting(SUPPORT_CHECKED))))
    return numbers


def _say_numbers(journal: Journal) -> str:
    """Say whose numbers are on the card and of when; "" while none of them is."""
    numbers = taken_numbers(journal)
    if numbers is None:
        return ""
    return _("Numbers for {country}, looked up on {date}.").format(
        country=numbers.country, date=say_date(numbers.checked, date.min)
    )


def write_line(journal: Journal, line: SupportLine, *, draft: DraftName | None = None) -> TakeBack:
    """Add a line at the end of its section, or write other words over the one of its number.

    Its draft is forgotten with that.

    Raises:
        InvalidValueError: the section is full.
        NothingFoundError: there is none of its number.
    """
    lines = lines_of(journal, line.section)
    if line.number is not None:
        place = _place(lines, line.number)
        lines[place] = line
        return _write(journal, line.section, lines, draft)
    if len(lines) >= MOST_LINES:
        raise InvalidValueError(_("This section is full. One line may hold more than one thing."))
    return _write(journal, line.section, [*lines, line], draft)


def remove_line(journal: Journal, line: SupportLine) -> TakeBack:
    """Take a line off the card; raises ``NothingFoundError``."""
    lines = lines_of(journal, line.section)
    place = _place(lines, line.number)
    return _write(journal, line.section, [*lines[:place], *lines[place + 1 :]])


def move_line(journal: Journal, line: SupportLine, by: int) -> TakeBack:
    """Move a line up (-1) or down (1) among its section; raises ``NothingFoundError``."""
    lines = lines_of(journal, line.section)
    place = _place(lines, line.number)
    moved = lines.pop(place)
    lines.insert(max(0, place + by), moved)
    return _write(journal, line.section, lines)


def rename_section(journal: Journal, section: str, title: str) -> TakeBack:
    """Call a section something else; "" gives it its own title again.

    Raises:
        InvalidValueError: the title is too long.
    """
    before = journal.support.titles().get(section, "")
    cleaned = clean_line(title, MAX_TITLE)
    own = next((each.title for each in sections() if each.id == section), "")
    _write_title(journal, section, "" if cleaned == own else cleaned)
    return partial(_write_title, journal, section, before)


def lines_of(journal: Journal, section: str) -> list[SupportLine]:
    """Return the lines of a section, in their order."""
    return [line for line in journal.support.lines() if line.section == section]


def _place(lines: Sequence[SupportLine], number: int | None) -> int:
    for place, line in enumerate(lines):
        if line.number == number:
            return place
    raise NothingFoundError(_("This line is not there any more."))


def _write(
    journal: Journal,
    section: str,
    lines: Sequence[SupportLine],
    draft: DraftName | None = None,
) -> TakeBack:
    before = lines_of(journal, section)
    _write_lines(journal, section, lines, draft)
    return partial(_write_lines, journal, section, before)


def _write_lines(
    journal: Journal,
    section: str,
    lines: Sequence[SupportLine],
    draft: DraftName | None = None,
) -> None:
    with journal.writing(Topic.SUPPORT):
        journal.support.write_section(section, lines)
        forget_draft(journal, draft)
    follow(journal)


def _write_title(journal: Journal, section: str, title: str) -> None:
    with journal.writing(Topic.SUPPORT):
        journal.support.write_title(section, title)
    follow(journal)


# --- before unlocking -----------------------------------------------------------------------------


def show_before_unlock(journal: Journal, *, shown: bool) -> None:
    """Let the card lie outside the vault for all to read, or take it away from there.

    Raises:
        JournalError: nothing was changed.
    """
    if not shown:
        remove_open_card(journal.folder)
        journal.set(SUPPORT_BEFORE_UNLOCK, shown)
        return
    write_open_card(journal.folder, read_card(journal))
    try:
        journal.set(SUPPORT_BEFORE_UNLOCK, shown)
    except JournalError:
        remove_open_card(journal.folder)
        raise


def settle_open_card(journal: Journal) -> None:
    """Take away a card that lies for all to read though nobody wants that any more."""
    if journal.folder.has_support_card() and not journal.setting(SUPPORT_BEFORE_UNLOCK):
        remove_open_card(journal.folder)


def follow(journal: Journal) -> None:
    """Let the card that lies outside the vault say what it says inside, or be gone."""
    if not journal.setting(SUPPORT_BEFORE_UNLOCK):
        return
    try:
        write_open_card(journal.folder, read_card(journal))
    except JournalError as error:
        with suppress(JournalError):
            remove_open_card(journal.folder)  # rather none than one with what was taken off it
        raise JournalError(
            _("The card is saved. What shows it before unlocking could not be written."),
            next_step=error.next_step,
        ) from None
