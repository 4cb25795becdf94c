"""Make up a journal, for a look around, for pictures and for measuring.

The person in it is invented: a support worker on rotating shifts. The same seed and clock give the
same journal. Every entry carries the tag *invented*.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import cycle
from random import Random
from uuid import UUID

from caregiver_journal.domain.entry import Content, Entry, make_entry
from caregiver_journal.domain.mood import Mood
from caregiver_journal.journal.journal import Journal

MARK = "invented"
PASSPHRASE = "quiet lamp river stone"  # noqa: S105 - told to everybody
"""Opens a journal made by ``demo`` when no passphrase is given; there is nothing to protect."""

_WORDS = {
    1: ("worn out", "heavy", "tearful", "alone with it"),
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
        "A family was angry with the service and I took it home with me.",
        "Woke at four and went through the handover in my head.",
    ),
    3: (
        "A day like many. Handover was late again.",
        "Did the shopping, did the laundry, did not sit down.",
        "Team meeting. I kept quiet about the rota and it stayed with me.",
        "Paperwork until six. Neither good nor bad.",
        "Nobody asked for anything today. I did not know what to do with that.",
    ),
    4: (
        "Slept eight hours.",
        "Walked home along the canal instead of taking the bus.",
        "Told my team lead I could not cover Saturday. She said fine.",
        "Lunch outside with a colleague, phones away.",
        "Left on time. The ward is still standing.",
    ),
    5: (
        "A client's daughter thanked me, and I let it in.",
        "Whole afternoon in the garden with my sister. Phone in a drawer.",
        "Asked for help with the reports and got it.",
        "Sang in the car on the way home.",
    ),
}
_TAGS = ("early shift", "late shift", "day off", "night shift")
_HOURS = {
    "early shift": (6, 12, 15, 20),
    "late shift": (10, 13, 17, 22),
    "day off": (9, 14, 19, 21),
    "night shift": (16, 20, 25, 27),
}
"""Hours of the day an entry may be about; 25 is one o'clock the next night."""


_RECENT = (0, 0, 1, 3, 4)
"""Days back on which there are entries in any case, so that Today and the week are not empty."""


def fill_with_sample(
    journal: Journal, *, days: int = 60, entries: int | None = None, seed: int = 1
) -> int:
    """Write invented entries into a journal in one transaction; return how many.

    Args:
        journal: an open journal.
        days: how many days back the first entry lies.
        entries: how many to write; by default about seventeen for ten days.
        seed: the same seed and clock give the same journal.
    """
    made = list(_invent(journal.clock(), days, entries, Random(seed)))  # noqa: S311 - no secret
    with journal.writing(*{entry.kind for entry in made}):
        for entry in made:
            journal.entries.add(entry)
    return len(made)


def _invent(now: datetime, days: int, entries: int | None, random: Random) -> Iterator[Entry]:
    wanted = entries if entries is not None else round(days * 1.7)
    notes = {level: cycle(random.sample(texts, len(texts))) for level, texts in _NOTES.items()}
    drift = 0.0
    for moment, shift in sorted(_moments(now, days, wanted, random)):
        drift = 0.8 * drift + random.gauss(0, 0.45)
        level = max(1, min(5, round(3.2 + drift + random.gauss(0, 0.7))))
        note = next(notes[level]) if random.random() < 0.75 else ""
        words = tuple(random.sample(_WORDS[level], random.choice((0, 1, 1, 2))))
        mood = Mood(level, random.choice((None, None, 1, 2, 3, 4)), words)
        entry_id = str(UUID(int=random.getrandbits(128), version=4))
        yield make_entry(Content(mood, note=note, tags=(shift, MARK)), moment, entry_id=entry_id)


def _moments(
    now: datetime, days: int, wanted: int, random: Random
) -> Iterator[tuple[datetime, str]]:
    """Yield moments that have been, each with the shift of its day; some days stay empty."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    shifts = {day: random.choice(_TAGS) for day in range(days + 1) if random.random() > 0.12}
    shifts |= {day: shifts.get(day, "early shift") for day in _RECENT if day <= days}
    recent = iter([day for day in _RECENT if day <= days])
    for _number in range(wanted):
        day = next(recent, random.choice(tuple(shifts)))
        hours, minutes = random.choice(_HOURS[shifts[day]]), random.randrange(60)
        moment = midnight - timedelta(days=day) + timedelta(hours=hours, minutes=minutes)
        while moment.astimezone(UTC) > now.astimezone(UTC):
            moment -= timedelta(days=1)
        yield moment, shifts[day]
