"""The support card: what the person has written on it, and whether it shows before unlocking.

Whatever changes it returns what takes that back. While the person wants the card before unlocking,
its file outside the vault follows each change by itself.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial

from caregiver_journal.base.content import ContentError
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
from caregiver_journal.journal.journal import Changes, Journal
from caregiver_journal.journal.support_content import find_numbers, sections
from caregiver_journal.vault.open_card import (
    holds_open_card,
    is_in_the_way,
    remove_open_card,
    write_open_card,
)

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
    return "" if numbers is None else say_numbers(numbers)


def say_numbers(numbers: Numbers) -> str:
    """Say whose numbers they are, and of when."""
    return _("Numbers: {country}, looked up on {date}.").format(
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
    return _write(journal, line.section, require_room([*lines, line]), draft)


def require_room(lines: list[SupportLine]) -> list[SupportLine]:
    """Return the lines of a section; raises ``InvalidValueError`` where they are too many."""
    if len(lines) > MOST_LINES:
        raise InvalidValueError(_("This section is full. One line may hold more than one thing."))
    return lines


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


def rename_section(
    journal: Journal, section: str, title: str, *, draft: DraftName | None = None
) -> TakeBack:
    """Call a section something else; "" gives it its own title again. Its draft is forgotten.

    Raises:
        InvalidValueError: the title is too long.
    """
    before = journal.support.titles().get(section, "")
    cleaned = clean_line(title, MAX_TITLE)
    own = next((each.title for each in sections() if each.id == section), "")
    _write_title(journal, section, "" if cleaned == own else cleaned, draft)
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


def _write_title(
    journal: Journal, section: str, title: str, draft: DraftName | None = None
) -> None:
    with journal.writing(Topic.SUPPORT):
        journal.support.write_title(section, title)
        forget_draft(journal, draft)


# --- before unlocking -----------------------------------------------------------------------------

_ON_CARD: Changes = frozenset(
    {Topic.SUPPORT, SUPPORT_COUNTRY, SUPPORT_CHECKED, SUPPORT_BEFORE_UNLOCK}
)
"""What changes what lies outside the vault, or whether it does."""


def show_before_unlock(journal: Journal, *, shown: bool) -> None:
    """Let the card lie outside the vault for all to read, or take it away from there.

    Raises:
        JournalError: nothing was changed; or it is switched off and could not be taken away.
    """
    if not shown:
        journal.set(SUPPORT_BEFORE_UNLOCK, shown)  # first: else the next line would write it anew
        problem = open_card_problem(journal)
        if problem is not None:
            raise problem
        return
    write_open_card(journal.folder, _whole_card(journal))
    try:
        journal.set(SUPPORT_BEFORE_UNLOCK, shown)
    except JournalError:
        remove_open_card(journal.folder)
        raise


def settle_open_card(journal: Journal) -> None:
    """Let what lies outside the vault say the card as it is, or be gone where nobody wants it.

    Raises:
        JournalError: it could not be written, and is gone as far as that was possible.
    """
    folder = journal.folder
    if not journal.setting(SUPPORT_BEFORE_UNLOCK):
        if folder.has_support_card():
            remove_open_card(folder)
        return
    card = _whole_card(journal)
    if holds_open_card(folder, card):
        return
    try:
        write_open_card(folder, card)
    except JournalError:
        remove_open_card(folder)  # rather none than one with what was taken off it
        raise


def follow_card(journal: Journal) -> None:
    """Settle what lies outside the vault now, and after each change of the card from now on.

    The card itself is saved then; what could not be done outside, ``open_card_problem`` says.
    """

    def follow(changes: Changes) -> None:
        if changes & _ON_CARD:
            with suppress(JournalError):
                settle_open_card(journal)

    follow(_ON_CARD)
    journal.listen(follow)


def open_card_problem(journal: Journal) -> JournalError | None:
    """Return what is not as it is wanted with what lies outside the vault; None for nothing."""
    folder = journal.folder
    is_blocked = is_in_the_way(folder)
    if not journal.setting(SUPPORT_BEFORE_UNLOCK):
        if is_blocked or not folder.has_support_card():
            return None
        text = _("This is switched off, but the file could not be taken away.")
    elif holds_open_card(folder, _whole_card(journal)):
        return None
    elif is_blocked:
        text = _("Not shown before unlocking: a folder lies in the file's place.")
    elif folder.has_support_card():
        text = _("An older card is shown before unlocking: the file could not be changed.")
    else:
        text = _("Not shown before unlocking: the file could not be written.")
    again = _("It is tried again when this journal is opened next. The place is {place}")
    return JournalError(text, next_step=again.format(place=folder.support_card))


def _whole_card(journal: Journal) -> tuple[Part, ...]:
    """Return the card; without the words that come with the program where those are broken."""
    try:
        return read_card(journal)
    except ContentError:
        return read_bare_card(journal)
