"""Questionnaires: those of the program, own ones and those from files, as the person wants them."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from caregiver_journal.base.content import ContentError
from caregiver_journal.base.errors import InvalidValueError, JournalError, NothingFoundError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.instrument import Instrument
from caregiver_journal.domain.instrument_key import Keys
from caregiver_journal.domain.instrument_plain import instrument_from_plain, instrument_to_plain
from caregiver_journal.domain.kept import REPEATS
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.measure import Measure
from caregiver_journal.domain.measure_file import FILE
from caregiver_journal.journal.begun import DraftName, forget_draft
from caregiver_journal.journal.instruments import shipped_instruments
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.own_id import own_id
from caregiver_journal.store.instruments import Kept

TakeBack = Callable[[], None]
"""What takes a change back."""


class Origin(StrEnum):
    """Where the facts of a questionnaire are from."""

    PROGRAM = "program"
    OWN = "own"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A questionnaire, and what the person decided about it.

    Attributes:
        instrument: its facts.
        is_hidden: whether it is offered no more.
        repeat_days: after how many days it waits on Today to be filled in again, or None.
    """

    instrument: Instrument
    origin: Origin = Origin.PROGRAM
    is_hidden: bool = False
    repeat_days: int | None = None

    @property
    def id(self) -> str:
        """The id of the questionnaire, as its records have it."""
        return self.instrument.id


@dataclass(frozen=True, slots=True)
class Questionnaires:
    """What is there, and what could not be read.

    Attributes:
        all: the hidden ones too: own ones, newest first, then those from files, then the
            program's.
        faults: what went wrong with the rest.
    """

    all: tuple[Questionnaire, ...]
    faults: tuple[JournalError, ...] = ()

    @property
    def offered(self) -> tuple[Questionnaire, ...]:
        """Those that are not hidden."""
        return tuple(each for each in self.all if not each.is_hidden)


def all_instruments(journal: Journal) -> Questionnaires:
    """Return every questionnaire; one that cannot be read takes no other with it."""
    kept = journal.instruments.all()
    faults: list[JournalError] = []
    found: list[Questionnaire] = []
    for row in kept.values():
        if row.definition:
            try:
                found.append(_questionnaire(read_facts(row), row))
            except InvalidValueError as error:
                faults.append(error)
    own = [each for each in found if each.origin is Origin.OWN]
    files = [each for each in found if each.origin is Origin.FILE]
    shipped: list[Questionnaire] = []
    try:
        shipped = [
            _questionnaire(each, kept.get(each.id, Kept(each.id))) for each in shipped_instruments()
        ]
    except ContentError as error:
        faults.append(error)
    files.sort(key=_title)
    return Questionnaires((*reversed(own), *files, *shipped), tuple(faults))


def find_instrument(journal: Journal, instrument_id: str) -> Questionnaire:
    """Return a questionnaire; raises ``NothingFoundError``."""
    found = next((one for one in all_instruments(journal).all if one.id == instrument_id), None)
    if found is None:
        raise NothingFoundError(_("This questionnaire is not there any more."))
    return found


def instrument_of(journal: Journal, entry: Entry) -> Instrument | None:
    """Return the facts an entry was filled in with; None where they are gone or were changed."""
    measure = entry.detail
    if not isinstance(measure, Measure):
        return None
    try:
        found = find_instrument(journal, measure.instrument).instrument
    except NothingFoundError:
        return None
    return found if Keys([found]).are_of(measure) else None


def definition_of(instrument: Instrument) -> str:
    """Return the facts of a questionnaire as they are kept."""
    return json.dumps(instrument_to_plain(instrument), ensure_ascii=False)


def hide_instrument(journal: Journal, instrument_id: str, *, hidden: bool) -> TakeBack:
    """Offer a questionnaire no more, or again; return what takes it back.

    Raises:
        NothingFoundError: there is none of that id.
    """
    row = _row(journal, instrument_id)
    return _write(journal, row, row._replace(is_hidden=hidden))


def set_repeat(journal: Journal, instrument_id: str, days: int | None) -> TakeBack:
    """Let a questionnaire wait on Today so many days after it was filled in, or no more.

    Raises:
        InvalidValueError: no number of days there can be.
        NothingFoundError: there is none of that id.
    """
    if days is not None and days not in REPEATS:
        raise InvalidValueError(
            _("A questionnaire comes back after {least} to {most} days.").format(
                least=REPEATS[0], most=REPEATS[-1]
            ),
            field="repeat",
        )
    row = _row(journal, instrument_id)
    return _write(journal, row, row._replace(repeat_days=days))


def add_own(
    journal: Journal, instrument: Instrument, *, draft: DraftName | None = None
) -> Questionnaire:
    """Keep a scale the person wrote, and forget its draft; return it with its id."""
    added = replace(instrument, id=own_id(journal))
    row = Kept(added.id, definition_of(added))
    with journal.writing(Topic.INSTRUMENT):
        journal.instruments.write(row)
        forget_draft(journal, draft)
    return _questionnaire(added, row)


def change_own(
    journal: Journal, instrument: Instrument, *, draft: DraftName | None = None
) -> TakeBack:
    """Write an own scale anew and forget its draft; what was filled in stays as it was.

    Raises:
        NothingFoundError: there is none of the person's own of that id.
    """
    before = _made_here(journal, instrument.id)
    with journal.writing(Topic.INSTRUMENT):
        journal.instruments.write(before._replace(definition=definition_of(instrument)))
        forget_draft(journal, draft)
    return partial(_restore, journal, before)


def delete_instrument(journal: Journal, instrument_id: str) -> TakeBack:
    """Delete an own questionnaire or one from a file; what was filled in stays readable.

    Raises:
        NothingFoundError: there is none of that id, or it comes with the program.
    """
    before = _made_here(journal, instrument_id)
    with journal.writing(Topic.INSTRUMENT):
        journal.instruments.forget(instrument_id)
    return partial(_restore, journal, before)


def _row(journal: Journal, instrument_id: str) -> Kept:
    """Return what is kept of a questionnaire; raises ``NothingFoundError``."""
    find_instrument(journal, instrument_id)
    return journal.instruments.all().get(instrument_id, Kept(instrument_id))


def _made_here(journal: Journal, instrument_id: str) -> Kept:
    """Return what is kept of a questionnaire that does not come with the program."""
    row = journal.instruments.all().get(instrument_id)
    if row is None or not row.definition:
        raise NothingFoundError(_("This questionnaire comes with the program, or is gone."))
    return row


def _write(journal: Journal, before: Kept, after: Kept) -> TakeBack:
    _restore(journal, after)
    return partial(_restore, journal, before)


def _restore(journal: Journal, row: Kept) -> None:
    """Keep a questionnaire, or what was decided about it, as it was."""
    with journal.writing(Topic.INSTRUMENT):
        journal.instruments.write(row)


def _questionnaire(instrument: Instrument, row: Kept) -> Questionnaire:
    if not row.definition:
        origin = Origin.PROGRAM
    else:
        origin = Origin.FILE if instrument.id.startswith(FILE) else Origin.OWN
    return Questionnaire(instrument, origin, row.is_hidden, row.repeat_days)


def _title(questionnaire: Questionnaire) -> str:
    return questionnaire.instrument.title.casefold()


def read_facts(row: Kept) -> Instrument:
    """Return the facts that are kept of a questionnaire; raises ``InvalidValueError``."""
    try:
        plain = json.loads(row.definition)
    except (ValueError, RecursionError) as error:
        raise _damaged() from error
    if not isinstance(plain, dict):
        raise _damaged()
    try:
        return instrument_from_plain({**plain, "id": row.id})
    except InvalidValueError as error:
        raise _damaged() from error


def _damaged() -> InvalidValueError:
    return InvalidValueError(
        _("One of your own questionnaires cannot be read any more."),
        next_step=_("What was filled in with it stays readable."),
    )
