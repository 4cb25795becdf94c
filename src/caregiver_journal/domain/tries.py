"""Slow down repeated tries at a passphrase. Never a lock-out: the files can be copied anyway."""

FREE_TRIES = 3
LONGEST_SECONDS = 30


def seconds_to_wait(failures: int) -> int:
    """Return how long to wait after so many failures in a row: 0, 0, 0, 1, 2, 4, 8 … 30."""
    if failures < FREE_TRIES:
        return 0
    doublings = min(failures - FREE_TRIES, 10)
    return min(LONGEST_SECONDS, 1 << doublings)
