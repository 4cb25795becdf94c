"""Ways to break a file of any sort."""

from collections.abc import Sequence
from random import Random


def cut(whole: bytes, random: Random) -> bytes:
    """Leave out a piece, or all from somewhere on."""
    start = random.randrange(len(whole))
    return whole[:start] + whole[start + random.choice((1, 5, 60, len(whole))) :]


def put_in(whole: bytes, random: Random, pieces: Sequence[bytes]) -> bytes:
    """Put a piece in somewhere."""
    at = random.randrange(len(whole))
    return whole[:at] + random.choice(pieces) + whole[at:]
