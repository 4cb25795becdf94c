"""Fill in questionnaires, and describe own ones."""

from datetime import date
from pathlib import Path
from typing import Any

from support.builders import an_entry
from support.trends import noon

from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.instrument import Instrument
from caregiver_journal.domain.measure import Measure
from caregiver_journal.domain.own_scale import make_own_scale
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.measure_records import record_answers, record_totals
from caregiver_journal.journal.measuring import find_instrument

FILE = """schema = 1
[[measures]]
id = "evening"
title = "Evenings"
items = 2
{more}
[[measures.forms]]
codes = [0, 1, 2]
[[measures.scales]]
items = [1, 2]
lowest = 0
highest = 4
"""
"""A file with a questionnaire; ``{more}`` stands where facts can be added."""


def a_scale(title: str = "My week", **rest: Any) -> Instrument:
    """Return a scale of three items, answered 0–3, that was not kept yet."""
    items = rest.pop("items", ("I said what I wanted.", "I left on time.", "I stayed silent."))
    return make_own_scale(title, items, rest.pop("codes", (0, 3)), **rest)


def fill_in(
    journal: Journal, day: date, instrument_id: str, value: float = 7, **rest: Any
) -> Entry:
    """Keep a questionnaire of one scale, at noon of a day, by its total."""
    instrument = find_instrument(journal, instrument_id).instrument
    totals = {instrument.scales[0].id: value}
    return keep(journal, day, record_totals(instrument, totals, **rest))


def answer(
    journal: Journal, day: date, instrument_id: str, *codes: int | None, form: str = ""
) -> Entry:
    """Keep a questionnaire by its answers in their order; None leaves one out."""
    instrument = find_instrument(journal, instrument_id).instrument
    said = {item: code for item, code in enumerate(codes, 1) if code is not None}
    return keep(journal, day, record_answers(instrument, said, form))


def keep(journal: Journal, day: date, measure: Measure) -> Entry:
    """Keep a questionnaire that was filled in at noon of a day."""
    entry = an_entry(at=noon(day), mood=measure)
    journal.add(entry)
    return entry


def write_file(folder: Path, more: str = "", name: str = "evening.toml") -> Path:
    """Write a file with a questionnaire."""
    path = folder / name
    path.write_text(FILE.format(more=more), encoding="utf-8")
    return path
