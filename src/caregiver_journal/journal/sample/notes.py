"""Put notes together from sentences that somebody on shifts might write."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random

from caregiver_journal.base.content import read_tables
from caregiver_journal.domain.mood import About
from caregiver_journal.journal.sample.bag import Bag
from caregiver_journal.journal.sample.life import Day
from caregiver_journal.journal.sample.moments import Moment

_SLOT = re.compile(r"\{(\w+)\}")
_MARK = re.compile(r" +([#@])(\w+)$")
_BEGINNING = re.compile(r"(?:^|(?<=[.?] ))[a-z]")
_SEASONS = ("winter", "spring", "summer", "autumn")

_NONE, _FRAGMENT, _LINE, _LINES, _STORY = range(5)
_LENGTHS = (26, 15, 27, 21, 11)
"""How often a note is left out, a word or two, a sentence, a few, or a story."""

_REMEMBERED = 1_000
"""How many of the last notes are not written once more."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with open slots, the tags that go with it, and what it has to do with."""

    text: str
    tags: tuple[str, ...]
    about: About | None


@dataclass(slots=True)
class Note:
    """What was written, and what follows from it."""

    text: str = ""
    tags: list[str] = field(default_factory=list)
    about: About | None = None
    is_story: bool = False


class Notebook:
    """Writes notes that fit a moment; a sentence comes again late, and a whole note hardly ever."""

    def __init__(self, random: Random) -> None:
        content = read_tables("sample", "slots")
        self._random = random
        self._slots: dict[str, Bag[str]] = {
            name: Bag(words, random) for name, words in content.pop("slots").items()
        }
        self._bags = {
            (place, tone): Bag([read_sentence(text) for text in texts], random)
            for place, tones in content.items()
            for tone, texts in tones.items()
        }
        self._weather: tuple[date, str] | None = None
        self._written: dict[str, None] = {}

    def write(self, day: Day, moment: Moment, level: int) -> Note:
        """Write about a moment, or leave it at its numbers."""
        tone = "low" if level < 3 else "mid" if level == 3 else "good"
        (length,) = self._random.choices(range(5), _LENGTHS)
        if length == _STORY and moment.is_before_work:
            length = _LINES
        note = Note(is_story=length == _STORY)
        if length == _NONE:
            return note
        note.text = "\n\n".join(
            " ".join(self._say(place, tone, day, note) for place in paragraph)
            for paragraph in self._outline(length, day, moment, tone)
        )
        while note.text in self._written:
            note.text += " " + self._say(self._closing(day, moment), tone, day, note)
        self._written[note.text] = None
        if len(self._written) > _REMEMBERED:
            del self._written[next(iter(self._written))]
        return note

    def _outline(self, length: int, day: Day, moment: Moment, tone: str) -> Iterator[list[str]]:
        """Yield the paragraphs of a note, each as the places its sentences come from."""
        closings = [self._closing(day, moment) for _number in range(self._random.choice((1, 1, 2)))]
        if length == _STORY:
            yield from self._chapters(day, moment, tone)
            yield closings
        elif length == _FRAGMENT:
            yield [self._fragment(day, moment)]
        else:
            yield [self._line(day, moment, tone), *(closings if length == _LINES else ())]

    def _chapters(self, day: Day, moment: Moment, tone: str) -> Iterator[list[str]]:
        if self._random.random() < 0.6:
            yield ["opening"]
        yield self._story(day, moment, tone)
        while self._random.random() < 0.55:
            is_home_again = day.is_worked and moment.is_at_the_end
            if is_home_again and self._random.random() < 0.5:
                yield ["home", self._closing(day, moment)]
            else:
                yield [self._line(day, moment, tone), self._closing(day, moment)]

    def _line(self, day: Day, moment: Moment, tone: str) -> str:
        is_told = day.is_extra and tone != "mid" and self._random.random() < 0.6
        return "extra" if is_told else moment.situation

    def _story(self, day: Day, moment: Moment, tone: str) -> list[str]:
        """Say what is told at length: giving in less and less often, holding out more and more."""
        luck = self._random.random()
        if moment.situation == "away":
            return ["away", "away"]
        if tone != "good" and luck < 0.4 - 0.28 * day.progress:
            return ["gave_in"]
        if tone != "low" and luck < 0.05 + 0.35 * day.progress:
            return ["held"]
        return ["work" if day.is_worked else "home"]

    def _fragment(self, day: Day, moment: Moment) -> str:
        if self._random.random() < 0.6 or moment.is_before_work:
            return "fragment"
        return "fragment_work" if day.is_worked else "fragment_off"

    def _closing(self, day: Day, moment: Moment) -> str:
        places = ["closing", "closing"]
        if moment.is_at_the_end:
            places.append("closing_evening")
        if not moment.is_before_work:
            places.append("closing_work" if day.is_worked else "closing_off")
        return self._random.choice(places)

    def _say(self, place: str, tone: str, day: Day, note: Note) -> str:
        """Return a sentence with its slots filled, and add what goes with it to the note."""
        bag = self._bags.get((place, tone)) or self._bags[place, "any"]
        sentence = bag.draw()
        note.about = note.about or sentence.about
        note.tags += [tag for tag in sentence.tags if self._random.random() < 0.7]
        text = _SLOT.sub(lambda slot: self._fill(slot[1], day.date), sentence.text)
        return _BEGINNING.sub(lambda letter: letter[0].upper(), text)

    def _fill(self, name: str, day: date) -> str:
        if name != "weather":
            return (self._slots.get(name) or self._slots[f"{name}_{season_of(day)}"]).draw()
        if self._weather is None or self._weather[0] != day:
            self._weather = (day, self._slots[f"weather_{season_of(day)}"].draw())
        return self._weather[1]


def read_sentence(text: str) -> Sentence:
    """Return a sentence of the content file without the marks at its end."""
    marks: dict[str, list[str]] = {"#": [], "@": []}
    while mark := _MARK.search(text):
        marks[mark[1]].insert(0, mark[2].replace("_", " "))
        text = text[: mark.start()]
    about = About(marks["@"][0]) if marks["@"] else None
    return Sentence(text, tuple(marks["#"]), about)


def season_of(day: date) -> str:
    """Return the season of a day, north of the equator."""
    return _SEASONS[day.month % 12 // 3]
