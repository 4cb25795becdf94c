"""Own questionnaires are kept, and of those of the program only what was decided."""

from caregiver_journal.domain.kind import Topic
from caregiver_journal.journal.journal import Journal
from caregiver_journal.store.instruments import Kept


def write(journal: Journal, *kept: Kept) -> None:
    with journal.writing(Topic.INSTRUMENT):
        for each in kept:
            journal.instruments.write(each)


def test_they_come_back_as_they_were(journal: Journal) -> None:
    own = Kept("own.1", '{"title": "Rest"}', is_hidden=True)
    monthly = Kept("phq-9", repeat_days=28)
    write(journal, monthly, own)
    assert journal.instruments.all() == {"own.1": own, "phq-9": monthly}


def test_what_is_as_it_came_is_not_kept(journal: Journal) -> None:
    write(journal, Kept("phq-9", repeat_days=28), Kept("gad-7", is_hidden=True))
    write(journal, Kept("phq-9"))
    assert list(journal.instruments.all()) == ["gad-7"]


def test_one_is_forgotten(journal: Journal) -> None:
    write(journal, Kept("own.1", "{}"), Kept("own.2", "{}"))
    with journal.writing(Topic.INSTRUMENT):
        journal.instruments.forget("own.1")
    assert list(journal.instruments.all()) == ["own.2"]
