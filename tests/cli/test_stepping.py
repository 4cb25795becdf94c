"""Work in small steps is taken through to its end, and is closed at once where it does not come."""

from collections.abc import Generator

import pytest

from caregiver_journal.cli.stepping import take_through
from caregiver_journal.domain.progress import Progress

heard: list[str] = []


def steps() -> Generator[Progress, None, str]:
    try:
        for done in range(3):
            yield Progress(done, 2)
    except GeneratorExit:
        heard.append("closed")
        raise
    return "all of it"


def test_what_came_of_it_is_returned_with_or_without_somebody_who_is_told() -> None:
    told: list[tuple[int, int]] = []
    assert take_through(steps()) == "all of it"
    assert take_through(steps(), lambda *so_far: told.append(so_far)) == "all of it"
    assert told == [(0, 2), (1, 2), (2, 2), (2, 2)]


def test_what_ends_it_early_closes_it_before_anything_else() -> None:
    heard.clear()

    def told(done: int, _total: int) -> None:
        heard.append(str(done))
        if done == 1:
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        take_through(steps(), told)
    assert heard == ["0", "1", "2", "closed"]
