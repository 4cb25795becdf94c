"""Wrong passphrases are slowed down, never locked out."""

from caregiver_journal.domain.tries import seconds_to_wait


def test_the_first_tries_are_free_and_no_wait_is_longer_than_half_a_minute() -> None:
    waits = [seconds_to_wait(failures) for failures in range(11)]
    assert waits == [0, 0, 0, 1, 2, 4, 8, 16, 30, 30, 30]
    assert seconds_to_wait(1_000_000) == 30
