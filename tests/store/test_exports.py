"""What left the journal comes back, the last first, and is forgotten for good."""

from dataclasses import replace
from datetime import UTC, date

from support.clock import START
from support.journals import Place

from caregiver_journal.domain.export_record import ExportRecord, Format
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.period import Period
from caregiver_journal.journal.journal import Journal

SUMMARY = ExportRecord(
    START.astimezone(UTC),
    Format.SUMMARY_PDF,
    Period(date(2026, 8, 22), date(2026, 11, 20)),
    ("talk", "mood"),
    3,
    "Documents",
    has_password=True,
)
EVERYTHING = ExportRecord(START.astimezone(UTC), Format.JSON, Period(), (), 540, is_everything=True)


def add(journal: Journal, *records: ExportRecord) -> None:
    with journal.writing(Topic.EXPORT):
        for record in records:
            journal.exports.add(record)


def test_they_come_back_whole_the_last_first(place: Place) -> None:
    add(place.open(), SUMMARY, EVERYTHING)
    place.close()
    assert place.open().exports.all() == (replace(EVERYTHING, number=2), replace(SUMMARY, number=1))


def test_one_is_forgotten_and_its_number_is_not_given_again(journal: Journal) -> None:
    add(journal, SUMMARY, EVERYTHING)
    with journal.writing(Topic.EXPORT):
        journal.exports.forget(journal.exports.all()[0])
    add(journal, SUMMARY)
    assert [record.number for record in journal.exports.all()] == [3, 1]


def test_all_are_forgotten(journal: Journal) -> None:
    add(journal, SUMMARY, EVERYTHING)
    with journal.writing(Topic.EXPORT):
        journal.exports.clear()
    assert journal.exports.all() == ()
