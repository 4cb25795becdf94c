"""Read questionnaires from a TOML file: the program's, and one that a therapist made."""

import re
from collections.abc import Mapping
from dataclasses import replace

from caregiver_journal.base.content import MAX_BYTES, ContentError, ContentFile, require_texts
from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import N_, _
from caregiver_journal.base.text import clean_line
from caregiver_journal.domain.instrument import Instrument
from caregiver_journal.domain.instrument_check import TableError
from caregiver_journal.domain.instrument_plain import instrument_from_plain

TABLE = "measures"
FILE = "file."
"""Begins the id of a questionnaire from a file, so that it never stands for one of the program."""


class MeasureFileError(JournalError):
    """A file with a questionnaire is not as it has to be; says in which file, where, and why."""

    default_step = N_("Nothing was changed. Once the file is mended it can be chosen again.")


MAX_FILE_ID = 40
_DIGITS = re.compile(r"[\d_]+")


def read_measures(file: ContentFile) -> tuple[Instrument, ...]:
    """Return the questionnaires of a content file; raises ``ContentError``.

    Each names its edition, its source and who may use it, and none holds the words of an item.
    """
    return file.records(TABLE, _make_shipped)


def _make_shipped(**fields: object) -> Instrument:
    require_texts(*(fields[name] for name in ("edition", "licence", "source")))
    if "item_texts" in fields or any("words" in form for form in _forms(fields)):
        raise ValueError("the words of published questionnaires are not ours to print")
    try:
        return instrument_from_plain(fields)
    except TableError as error:
        place = f"{error.table} {error.number + 1}: " if error.table else ""
        raise ValueError(f"{place}{error.sentence}") from error


def _forms(fields: Mapping[str, object]) -> list[Mapping[str, object]]:
    forms = fields.get("forms", [])
    return [form for form in forms if isinstance(form, dict)] if isinstance(forms, list) else []


def read_measure_file(text: str, name: str) -> Instrument:
    """Return the one questionnaire of a file that somebody made.

    Its id begins with ``FILE``.

    Args:
        text: what the file holds.
        name: what the file is called.

    Raises:
        MeasureFileError: it is too large, no TOML, or not as it has to be.
    """
    name = clean_line(name)
    if len(text.encode("utf-8", "replace")) > MAX_BYTES:
        raise MeasureFileError(_("{file}: it is far too large.").format(file=name))
    try:
        file = ContentFile(name, text)
        file.allow(TABLE)
        records: tuple[dict[str, object], ...] = file.records(TABLE, dict)
    except ContentError as error:
        raise MeasureFileError(error.sentence) from error
    except ValueError as error:  # more digits than Python reads
        raise MeasureFileError(
            _("{file}, line {line}: this number is far too long.").format(
                file=name, line=_line_of_longest(text)
            )
        ) from error
    except RecursionError as error:
        raise MeasureFileError(
            _("{file}: its lists lie too deep in one another.").format(file=name)
        ) from error
    if len(records) != 1:
        raise MeasureFileError(_("{file}: a file holds one questionnaire.").format(file=name))
    try:
        made = instrument_from_plain(records[0])
    except TableError as error:
        raise MeasureFileError(f"{_place(name, text, error)}: {error.sentence}") from error
    if len(made.id) > MAX_FILE_ID:
        raise MeasureFileError(
            _("{file}: its id has more than {most} characters.").format(file=name, most=MAX_FILE_ID)
        )
    return replace(made, id=f"{FILE}{made.id}")


def _line_of_longest(text: str) -> int:
    """Return the line with the longest number."""
    longest = [max(map(len, _DIGITS.findall(line)), default=0) for line in text.splitlines()]
    return longest.index(max(longest)) + 1


def _place(name: str, text: str, error: TableError) -> str:
    """Return the file, the line at which the part that is wrong begins, and which part it is."""
    table = ".".join(filter(None, (TABLE, error.table)))
    heads = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == f"[[{table}]]"]
    if error.number >= len(heads):
        return _("{file}, {table} {number}").format(file=name, table=table, number=error.number + 1)
    return _("{file}, line {line}, {table} {number}").format(
        file=name, line=heads[error.number], table=table, number=error.number + 1
    )
