"""Points that came from what is never exported stay behind when others leave the journal."""

import pytest
from support.builders import an_entry
from support.clock import START

from caregiver_journal.domain.session import TalkPoint
from caregiver_journal.journal.journal import Journal


def names(journal: Journal) -> list[str]:
    return [point.text for point in journal.talk_points.shared()]


@pytest.mark.parametrize("veiled", [False, True])
def test_points_are_shared_as_their_entry_is(journal: Journal, *, veiled: bool) -> None:
    open_one, private = an_entry(), an_entry(never_export=True)
    journal.add(open_one)
    journal.add(private)
    came_from = {"open": open_one.id, "private": private.id, "own": "", "gone": f"{7:036d}"}
    with journal.writing():
        for number, (text, entry_id) in enumerate(came_from.items()):
            journal.talk_points.write(TalkPoint(f"{number:036d}", text, START, False, entry_id))
    assert len(journal.talk_points.all()) == 4
    if veiled:
        with journal.entries.without_private():
            found = names(journal)
    else:
        found = names(journal)
    assert found == ["open", "own"]
