"""The numbers of a country on the support card: taken over with their day, and looked at again."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from functools import partial

from caregiver_journal.base.content import ContentError
from caregiver_journal.base.errors import NothingFoundError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.phrasing import say_date
from caregiver_journal.domain.preference import SUPPORT_CHECKED, SUPPORT_COUNTRY
from caregiver_journal.domain.support import (
    EMERGENCY,
    Numbers,
    Part,
    SupportLine,
    is_check_due,
)
from caregiver_journal.domain.waiting import Waiting
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.support_content import find_numbers, sentence
from caregiver_journal.journal.supporting import (
    TakeBack,
    lines_of,
    require_room,
    say_numbers,
    taken_numbers,
)

NUMBERS = "numbers"
"""The part of a destination where numbers are looked at again, or chosen."""


ANYWHERE = ("Elsewhere in the European Union", "United Kingdom", "United States")
"""Whose emergency numbers are shown where no country can be told."""


def take_numbers(journal: Journal, country: str) -> TakeBack:
    """Write the numbers of a country onto the card, in place of those taken over before.

    Raises:
        InvalidValueError: there is no room for them.
        NothingFoundError: there are none of this country.
    """
    numbers = find_numbers(country)
    if numbers is None:
        raise NothingFoundError(_("There are no numbers of this country."))
    lines = lines_of(journal, EMERGENCY)
    before = taken_numbers(journal)
    known = {_words(line) for each in (before, numbers) if each for line in each.lines()}
    own = [line for line in lines if _words(line) not in known]
    settings = (str(journal.setting(SUPPORT_COUNTRY)), str(journal.setting(SUPPORT_CHECKED)))
    taken = require_room([*numbers.lines(), *own])
    _write_numbers(journal, taken, (country, numbers.checked.isoformat()))
    return partial(_write_numbers, journal, lines, settings)


def numbers_at_hand(journal: Journal, guess: str) -> Part:
    """Return what is shown while no number stands on the card: those of the person's country.

    Where no country can be told, or what comes with the program cannot be read, the emergency
    numbers that most are near to.

    Args:
        journal: it knows the country that was chosen.
        guess: the country to take where none was; "" for none.
    """
    title = _("Emergency numbers")
    note = ""
    with suppress(ContentError):
        numbers = taken_numbers(journal) or find_numbers(guess)
        if numbers is not None:
            return Part(EMERGENCY, title, numbers.lines(), say_numbers(numbers))
        note = _say_anywhere()
    anywhere = (
        SupportLine(EMERGENCY, _("European Union"), "112"),
        SupportLine(EMERGENCY, _("United Kingdom"), "999"),
        SupportLine(EMERGENCY, _("United States"), "911"),
    )
    return Part(EMERGENCY, title, anywhere, note)


def _say_anywhere() -> str:
    """Say when the numbers of those three were looked up."""
    found = [find_numbers(country) for country in ANYWHERE]
    checked = min((numbers.checked for numbers in found if numbers), default=None)
    if checked is None:
        return ""
    return _("Looked up on {date}.").format(date=say_date(checked, date.min))


def confirm_numbers(journal: Journal) -> TakeBack:
    """Note that the numbers were looked up today."""
    before = str(journal.setting(SUPPORT_CHECKED))
    _write_checked(journal, _today(journal).isoformat())
    return partial(_write_checked, journal, before)


def numbers_to_check(journal: Journal) -> Numbers | None:
    """Return the numbers that were taken over so long ago that they are looked at again."""
    numbers = taken_numbers(journal)
    if numbers is None or not is_check_due(numbers.checked, _today(journal)):
        return None
    return numbers


def ask_to_check(journal: Journal) -> str:
    """Ask whether the numbers on the card are still right; "" while nobody has to look."""
    numbers = numbers_to_check(journal)
    return "" if numbers is None else _say_check(numbers, _today(journal))


def waiting_numbers(journal: Journal, today: date) -> Iterator[Waiting]:
    """Find numbers of the card that are to be looked at again."""
    if not journal.setting(SUPPORT_COUNTRY):
        return  # most days end here, without the content file
    try:
        numbers = numbers_to_check(journal)
    except ContentError:
        return  # the page of the card says so; nothing waits for that
    if numbers is not None:
        yield Waiting(
            name=f"support-numbers:{numbers.checked.isoformat()}",
            title=_("The numbers on your support card"),
            sentence=_say_check(numbers, today),
            action=_("Look at the card"),
            section="support",
            part=NUMBERS,
        )


def _write_numbers(
    journal: Journal, lines: Sequence[SupportLine], settings: tuple[str, str]
) -> None:
    with journal.writing(Topic.SUPPORT, SUPPORT_COUNTRY, SUPPORT_CHECKED):
        journal.support.write_section(EMERGENCY, lines)
        journal.preferences.write(SUPPORT_COUNTRY, settings[0])
        journal.preferences.write(SUPPORT_CHECKED, settings[1])


def _say_check(numbers: Numbers, today: date) -> str:
    when = say_date(numbers.checked, today)
    return sentence("check-again").format(country=numbers.country, date=when)


def _write_checked(journal: Journal, checked: str) -> None:
    with journal.writing(Topic.SUPPORT, SUPPORT_CHECKED):
        journal.preferences.write(SUPPORT_CHECKED, checked)


def _words(line: SupportLine) -> tuple[str, str]:
    return line.text, line.detail


def _today(journal: Journal) -> date:
    return day_of(journal.clock(), journal.start_of_day)
