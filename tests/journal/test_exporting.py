"""Entries leave the journal by the codecs of the one exchange format."""

from support.builders import an_entry

from caregiver_journal.exchange import records
from caregiver_journal.journal import exporting


def test_entries_leave_in_the_exchange_format() -> None:
    entry = an_entry("note")
    assert exporting.to_plain(entry) == records.to_plain(entry)
