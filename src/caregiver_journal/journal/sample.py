"""Make up a journal, for a look around, for pictures and for measuring.

The person in it is invented: a support worker on rotating shifts. The same seed gives the same
journal. Every entry carries the tag *invented*.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from caregiver_journal.domain.entry import Content, Entry, make_entry
from caregiver_journal.domain.mood import Mood
from caregiver_journal.journal.journal import Journal

MARK = "invented"
PASSPHRASE = "quiet lamp river stone"
"""Opens a journal made by ``demo`` when no passphrase is given; there is nothing to protect."""

_WORDS = {
    1: ("worn out", "heavy", "tearful", "hopeless"),
    2: ("tense", "guilty", "tired", "resentful"),
    3: ("flat", "torn", "restless", "so-so"),
    4: ("relieved", "calm", "tender", "rested"),
    5: ("proud", "light", "grateful", "at ease"),
}
_NOTES = {
    1: (
        "Could not stop thinking about the discharge that went wrong.",
        "Cried in the car park before driving home. Ten minutes, then it passed.",
        "Everybody needed something and I had nothing left by three.",
    ),
    2: (
        "Back-to-back visits; skipped lunch.",
        "Said yes to the extra shift before I had even thought about it.",
        "Rewrote one e-mail four times so that nobody could be cross.",
    ),
    3: (
        "A day like many. Handover was late again.",
        "Did the shopping, did the laundry, did not sit down.",
        "Team meeting. I kept quiet about the rota and it stayed with me.",
    ),
    4: (
        "Slept eight hours.",
        "Walked home along the canal instead of taking the bus.",
        "Told my team lead I could not cover Saturday. She said fine.",
    ),
    5: (
        "A client's daughter thanked me, and I let it in.",
        "Whole afternoon in the garden with my sister. Phone in a drawer.",
        "Asked for help with the reports and got it.",
    ),
}
_TAGS = (("early shift",), ("late shift",), ("day off",), ("late shift", "team"), ("home",))
_HOURS = (7, 9, 12, 13, 17, 18, 21, 22, 25)
"""Hours of the day an entry may be about; 25 is one o'clock the next night."""


def fill_with_sample(
    journal: Journal, *, days: int = 60, entries: int | None = None, seed: int = 1
) -> int:
    """Write invented entries into a journal in one transaction; return how many.

    Args:
        journal: an open journal.
        days: how many days back the first entry lies.
        entries: how many to write; by default about two for every day that has any.
        seed: the same seed and clock give the same journal.
    """
    made = list(_invent(journal.clock(), days, entries, Random(seed)))  # noqa: S311 - no secret
    with journal.writing(*{entry.kind for entry in made}):
        for entry in made:
            journal.entries.add(entry)
    return len(made)


def _invent(now: datetime, days: int, entries: int | None, random: Random) -> Iterator[Entry]:
    wanted = entries if entries is not None else round(days * 1.7)
    start = now.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=days)
    level = 3.0
    moments = sorted(_moments(start, days, wanted, random))
    for moment in moments:
        if moment > now:
            moment -= timedelta(days=1)  # noqa: PLW2901 - today's evening has not been yet
        level = min(5.0, max(1.0, level + random.gauss(0, 0.9) + (3.2 - level) * 0.25))
        yield _entry(moment, max(1, min(5, round(level))), random)


def _moments(start: datetime, days: int, wanted: int, random: Random) -> Iterator[datetime]:
    kept_days = [day for day in range(days + 1) if random.random() > 0.15] or [days]
    for _number in range(wanted):
        hours, minutes = random.choice(_HOURS), random.randrange(60)
        yield start + timedelta(days=random.choice(kept_days), hours=hours, minutes=minutes)


def _entry(moment: datetime, level: int, random: Random) -> Entry:
    words = tuple(random.sample(_WORDS[level], random.choice((0, 1, 1, 2))))
    energy = random.choice((None, 1, 2, 3, 4))
    note = random.choice(_NOTES[level]) if random.random() < 0.7 else ""
    tags = (*random.choice(_TAGS), MARK)
    content = Content(Mood(level, energy, words), note=note, tags=tags)
    return make_entry(content, moment, entry_id=str(UUID(int=random.getrandbits(128), version=4)))
