"""Take a questionnaire from a file that somebody made: look at it first, then keep it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from caregiver_journal.base.content import MAX_BYTES
from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.text import clean_line
from caregiver_journal.domain.instrument import Instrument, Status
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.measure_file import MeasureFileError, read_measure_file
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.measuring import TakeBack, all_instruments, definition_of
from caregiver_journal.store.instruments import Kept

_LONGEST_NAME = 120


class FromFile(NamedTuple):
    """What the file is called, and the questionnaire in it."""

    file: str
    instrument: Instrument


@dataclass(frozen=True, slots=True)
class MeasurePreview:
    """What a file holds, before anything is kept.

    Attributes:
        file: what the file is called.
        instrument: the questionnaire.
        replaces: what the questionnaire of the same id is called that is there already, or None.
        warnings: what is good to know before it is kept; nothing in them prevents it.
    """

    file: str
    instrument: Instrument
    replaces: str | None
    warnings: tuple[str, ...]


def read_file(path: Path) -> FromFile:
    """Read a file; asks no journal, so that it can be done beside everything else.

    Raises:
        MeasureFileError: it cannot be read, or is not as it has to be.
    """
    name = _name(path)
    return FromFile(name, read_measure_file(_read(path, name), name))


def preview_measure(journal: Journal, found: FromFile) -> MeasurePreview:
    """Say what is in a file, and what it would replace; nothing is changed."""
    file, instrument = found
    there = {each.id: each.instrument.title for each in all_instruments(journal).all}
    kept = journal.instruments.all().get(instrument.id)
    replaces = None if kept is None else there.get(kept.id, _("one that cannot be read any more"))
    others = {title.casefold() for id_, title in there.items() if id_ != instrument.id}
    return MeasurePreview(file, instrument, replaces, tuple(_warnings(instrument, others)))


def keep_measure_file(
    journal: Journal, preview: MeasurePreview, *, replace: bool = False
) -> TakeBack:
    """Keep the questionnaire of a file; return what takes it back.

    One that is there already keeps how often it waits, is shown again, and stays as it is unless
    ``replace`` says that the person wants this one in its place.

    Raises:
        MeasureFileError: one of the same id is there; nothing was changed.
    """
    instrument = preview.instrument
    with journal.writing(Topic.INSTRUMENT):
        before = journal.instruments.all().get(instrument.id)
        if before is not None and not replace:
            raise MeasureFileError(
                _("{file}: a questionnaire with this id is there already.").format(
                    file=preview.file
                ),
                next_step=_("It can be replaced; what was filled in stays as it was."),
            )
        days = None if before is None else before.repeat_days
        journal.instruments.write(Kept(instrument.id, definition_of(instrument), repeat_days=days))
    return partial(_take_back, journal, instrument.id, before)


def _take_back(journal: Journal, instrument_id: str, before: Kept | None) -> None:
    with journal.writing(Topic.INSTRUMENT):
        if before is None:
            journal.instruments.forget(instrument_id)
        else:
            journal.instruments.write(before)


def _name(path: Path) -> str:
    """Return what a file is called, as one line that can be shown."""
    return clean_line(path.name.encode("utf-8", "replace").decode("utf-8")[:_LONGEST_NAME])


def _read(path: Path, name: str) -> str:
    """Return what a file says; raises ``MeasureFileError``."""
    raw = _bytes(path)
    if raw is None:
        raise MeasureFileError(_("{file}: it cannot be read.").format(file=name))
    if not raw.strip():
        raise MeasureFileError(_("{file}: there is nothing in it.").format(file=name))
    if len(raw) > MAX_BYTES:
        raise MeasureFileError(_("{file}: it is far too large.").format(file=name))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise MeasureFileError(
            _("{file}, line {line}: this is no UTF-8.").format(file=name, line=line)
        ) from error


def _bytes(path: Path) -> bytes | None:
    """Return what a file holds, up to one byte too much; None where it cannot be read."""
    try:
        if not path.is_file():  # a folder is none, and a pipe might never end
            return None
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError):  # a name with a NUL in it is a ValueError
        return None


def _warnings(instrument: Instrument, other_titles: set[str]) -> Iterator[str]:
    if instrument.title.casefold() in other_titles:
        yield _("Another questionnaire here has the same title.")
    if not instrument.source:
        yield _("It does not say where its key is from.")
    if instrument.status is not Status.CONFIRMED:
        yield _("It says of itself that its key is not confirmed.")
    if instrument.item_texts and not instrument.licence:
        yield _("It holds the words of its items and does not say who may use them.")
    for scale in instrument.scales:
        if not scale.has_range:
            yield _("It does not say what “{scale}” can reach.").format(
                scale=scale.name or instrument.title
            )
    if instrument.risk_items:
        items = ", ".join(instrument.label(item) for item in sorted(instrument.risk_items))
        yield ngettext(
            "After item {items} the support card is shown first, if its answer asks for that.",
            "After items {items} the support card is shown first, if an answer asks for that.",
            len(instrument.risk_items),
        ).format(items=items)
