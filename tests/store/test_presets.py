"""What summaries are made of comes back by its name."""

from support.journals import Place

from caregiver_journal.domain.kind import Topic
from caregiver_journal.journal.journal import Journal


def write(journal: Journal, name: str, content: str) -> None:
    with journal.writing(Topic.PRESET):
        journal.presets.write(name, content)


def test_they_come_back_by_their_names(place: Place) -> None:
    journal = place.open()
    write(journal, "Short", '{"blocks": []}')
    write(journal, "all", "{}")
    place.close()
    assert list(place.open().presets.all().items()) == [("all", "{}"), ("Short", '{"blocks": []}')]


def test_one_is_written_over_whatever_the_case_of_its_name(journal: Journal) -> None:
    write(journal, "Short", "{}")
    write(journal, "SHORT", "[]")
    assert journal.presets.all() == {"SHORT": "[]"}


def test_one_is_forgotten(journal: Journal) -> None:
    write(journal, "Short", "{}")
    with journal.writing(Topic.PRESET):
        journal.presets.forget("short")
        journal.presets.forget("gone")
    assert journal.presets.all() == {}
