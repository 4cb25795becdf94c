"""Say how the invented person feels: numbers that hang together, and words of their own habit."""

from random import Random

from caregiver_journal.domain.feeling import near
from caregiver_journal.domain.mood import BELONGING, ENERGIES, LEVELS, About, Mood
from caregiver_journal.journal.feelings import shipped_feelings
from caregiver_journal.journal.sample.life import Day

_HABIT = 44
"""How many feeling words this person uses at all."""
_NEAR = 9
_SMALL_HOURS = frozenset({"night", "late"})


class Feelings:
    """Finds moods for moments."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._habit = random.sample(shipped_feelings(), _HABIT)
        self._near: dict[tuple[int, int | None], list[str]] = {}

    def level(self, day: Day, situation: str) -> int:
        """Return how pleasant a moment of a day is."""
        tired = 0.15 if situation in _SMALL_HOURS else 0
        return _within(LEVELS, day.mood - tired + self._random.gauss(0, 0.65))

    def mood(self, level: int, situation: str, about: About | None) -> Mood:
        """Return the mood of a moment this pleasant, with as much as somebody says at a time."""
        energy = self._energy(level, situation) if self._random.random() < 0.7 else None
        words = self._words(level, energy)
        if about is None and self._random.random() < 0.45:
            about = self._random.choice(tuple(About))
        is_said = self._random.random() < (0.4 if about is About.PEOPLE else 0.15)
        belonging = self._belonging(level) if is_said else None
        return Mood(level, energy, words, about, belonging)

    def _energy(self, level: int, situation: str) -> int:
        if level < 3:  # drained or stirred up
            middle = self._random.choice((1.4, 1.8, 4.3))
        else:
            middle = 2.6 + 0.2 * level - (0.8 if situation in _SMALL_HOURS else 0)
        return _within(ENERGIES, self._random.gauss(middle, 0.7))

    def _belonging(self, level: int) -> int:
        return _within(BELONGING, self._random.gauss(1.9 * level - 0.6, 1.5))

    def _words(self, level: int, energy: int | None) -> tuple[str, ...]:
        (count,) = self._random.choices((0, 1, 2, 3), (30, 36, 25, 9))
        if not count:
            return ()
        place = (level, energy)
        if place not in self._near:
            self._near[place] = [feeling.word for feeling in near(self._habit, *place)[:_NEAR]]
        words = self._random.choices(self._near[place], range(_NEAR, 0, -1), k=count)
        return tuple(dict.fromkeys(words))


def _within(allowed: range, number: float) -> int:
    return max(allowed[0], min(allowed[-1], round(number)))
