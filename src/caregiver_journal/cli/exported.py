"""Print what left the journal, and when."""

import argparse
import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from caregiver_journal.domain.export_record import ExportRecord
from caregiver_journal.domain.export_words import export_facts, say_export
from caregiver_journal.journal.export_log import read_log
from caregiver_journal.journal.journal import Journal

Open = Callable[[argparse.Namespace], AbstractContextManager[Journal]]
Say = Callable[[str], None]


def list_exported(options: argparse.Namespace, open_journal: Open, say: Say) -> int:
    """Print what left the journal, the last first; return 1 when nothing did."""
    with open_journal(options) as journal:
        records = read_log(journal)
        now = journal.clock()
    if options.json:
        say(json.dumps([_plain(record) for record in records], indent=2))
    else:
        for record in records:
            say(say_export(record, now))
            for name, words in export_facts(record, now.date()):
                say(f"  {name}: {words}")
    return 0 if records else 1


def _plain(record: ExportRecord) -> dict[str, Any]:
    days = (record.period.first, record.period.last)
    first, last = (None if day is None else day.isoformat() for day in days)
    return {
        "made": record.made.isoformat(),
        "format": record.format.value,
        "first": first,
        "last": last,
        "parts": list(record.parts),
        "entries": record.entries,
        "folder": record.folder,
        "has_password": record.has_password,
        "is_everything": record.is_everything,
    }
