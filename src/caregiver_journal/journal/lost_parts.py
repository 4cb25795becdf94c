"""What becomes of each table in a rescue: where its lost rows are looked for, and what they are.

A table is a part of entries, or holds a part of the journal that comes in by what is made for files
(see ``incoming_parts``), or is let go of: its loss is said, and nothing brings it back.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from caregiver_journal.base.i18n import N_, _
from caregiver_journal.domain.period import Period
from caregiver_journal.journal.all_data import read_parts
from caregiver_journal.journal.import_words import say_things
from caregiver_journal.journal.incoming_parts import STEPS, TRIES, Keyed, keyed
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.loss_notes import LostPart
from caregiver_journal.vault.salvage import KINDS
from caregiver_journal.vault.wreck import Gap, Key

OF_ENTRIES = frozenset({"entries", "notes", "entry_tags", *KINDS})
"""The tables that are a part of entries; what was lost of these is looked for entry by entry."""

LET_GO = {
    "drafts": N_("texts that were not finished"),
    "meta": N_("notes of the program"),
    "offers": N_("questions of past days"),
    "put_off": N_("what was put off"),
}
"""The tables of which nothing comes back: most texts were saved since and would come twice, and the
rest is about a day that is over, or is found out again."""

EXPORTS = "exports"
"""The list of what left the journal; it is in no file."""

_EVERYTHING = (None, None)


class Source(NamedTuple):
    """Where the rows of a table come from.

    Attributes:
        part: the name of it in a file.
        key: what stands in the leading column of its key; None where that is a word, which is kept
            nowhere else, so that any row of the table may be meant.
        words: what several are called whose number nobody knows.
    """

    part: str
    key: Callable[[Any], Key] | None
    words: str


def _id(record: Any) -> Key:  # noqa: ANN401 - a record of any part that has ids
    return str(record.id)


def _number(record: Any) -> Key:  # noqa: ANN401 - a record of any part that has a row of its own
    return int(record.number or 0)


SOURCES: dict[str, Source] = {
    "shifts": Source("shifts", _number, N_("kinds of shift")),
    "workdays": Source("workdays", lambda kept: kept.day.isoformat(), N_("days of work")),
    "pauses": Source("pauses", lambda pause: pause.first.isoformat(), N_("pauses")),
    "event_marks": Source("event_marks", _number, N_("marked days")),
    "tags": Source("tags", None, N_("tags")),
    "feelings": Source("feelings", None, N_("feeling words")),
    "scripts": Source("scripts", _id, N_("phrases")),
    "ladder_steps": Source(STEPS, _number, N_("steps of the ladder")),
    "ladder_tries": Source(TRIES, lambda of: int(of.tried.number or 0), N_("tries")),
    "plans": Source("plans", _number, N_("plans")),
    "decks": Source("decks", _id, N_("decks of questions")),
    "prompts": Source("prompts", _id, N_("questions")),
    "exercises": Source("exercises", _id, N_("exercises")),
    "cards": Source("cards", _id, N_("cards")),
    "support_lines": Source("support_lines", _number, N_("lines of the support card")),
    "support_titles": Source(
        "support_titles", lambda title: str(title.section), N_("titles on the support card")
    ),
    "instruments": Source("instruments", _id, N_("questionnaires")),
    "goals": Source("goals", _id, N_("goals")),
    "talk_points": Source("talk_points", _id, N_("points to talk about")),
    "homework": Source("homework", _id, N_("homework")),
    "sessions": Source("sessions", _id, N_("sessions")),
    "masks": Source("masks", None, N_("masks")),
    "summary_presets": Source("presets", None, N_("kinds of summary")),
    "preferences": Source("settings", lambda setting: str(setting.name), N_("settings")),
    EXPORTS: Source(EXPORTS, _number, N_("the list of what left the journal")),
}
"""By table, all that is no part of entries and can come back."""

_TABLES = {source.part: table for table, source in SOURCES.items()}


def lost_parts(gaps: Mapping[str, Gap]) -> dict[str, LostPart]:
    """Return what may be missing, by table; no words of the person's are in it."""
    return {
        table: LostPart(0 if gap.stretch else len(gap.keys), _without_words(table, gap))
        for table, gap in gaps.items()
        if table not in OF_ENTRIES
    }


def _without_words(table: str, gap: Gap) -> Gap:
    has_words = table in LET_GO or SOURCES[table].key is None
    return Gap(stretch=_EVERYTHING) if has_words else gap


def read_lost(there: Journal, gaps: Mapping[str, Gap]) -> Iterator[Keyed]:
    """Return all that another copy of a journal holds and that may be missing here."""
    parts: dict[str, Any] = {**read_parts(there, Period(), everything=True)}
    wanted = {SOURCES[table].part for table in gaps if table in SOURCES}
    if TRIES in wanted:
        wanted.add(STEPS)
    found = keyed({name: records for name, records in parts.items() if name in wanted})
    yield from (each for each in found if _may_lack(gaps, each.part, each.record))
    if EXPORTS in wanted:
        records = there.exports.all()
        lost = (each for each in records if _may_lack(gaps, EXPORTS, each))
        yield from (Keyed(EXPORTS, each.number, each) for each in lost)


def _may_lack(gaps: Mapping[str, Gap], part: str, record: object) -> bool:
    table = _TABLES[part]
    key = SOURCES[table].key
    return table in gaps and (key is None or gaps[table].may_hold(key(record)))


def say_lost_part(table: str, part: LostPart) -> str:
    """Return what may be missing of a table, with its number where that is known."""
    if table in LET_GO:
        return _(LET_GO[table])
    source = SOURCES[table]
    if part.known and table != EXPORTS:
        return say_things(source.part, part.known)
    return _(source.words)
