"""What the person decided, as it is kept: own words, and marks on what comes with the program.

What is none of the person's own belongs to the program; it has words here only where the person
changed them. Everything is as it lies in the journal, so that it can leave it and come back.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.card import Card
from caregiver_journal.domain.exercise import Exercise
from caregiver_journal.domain.exercise import Step as ExerciseStep
from caregiver_journal.domain.feeling import Feeling
from caregiver_journal.domain.instrument import Instrument
from caregiver_journal.domain.ladder import Step, Try
from caregiver_journal.domain.preference import PREFERENCES, Value, check_value
from caregiver_journal.domain.prompt import Prompt, Theme
from caregiver_journal.domain.script import Script
from caregiver_journal.domain.support import MAX_TITLE
from caregiver_journal.domain.tag import clean_tag
from caregiver_journal.domain.title import clean_title
from caregiver_journal.domain.workday import Workday

REPEATS = range(1, 367)
"""After how many days a questionnaire may wait to be filled in again."""


@dataclass(frozen=True, slots=True)
class TagMark:
    """A tag that is offered no more."""

    name: str = field(repr=False)

    def __post_init__(self) -> None:
        _clean(self, name=clean_tag(self.name))
        if not self.name:
            raise InvalidValueError(_("A tag needs a name."), field="name")


@dataclass(frozen=True, slots=True)
class KeptFeeling:
    """A word for a feeling, own or hidden; what it means is said of own ones only."""

    word: str = field(repr=False)
    meaning: str = field(default="", repr=False)
    pleasant: int = 3
    energy: int = 3
    is_own: bool = False
    is_hidden: bool = False

    def __post_init__(self) -> None:
        made = Feeling(self.word, self.meaning, self.pleasant, self.energy)
        _clean(self, word=made.word, meaning=made.meaning)


@dataclass(frozen=True, slots=True)
class KeptWorkday:
    """The work of a day; its shift goes by its name, "" where none was said."""

    day: date
    shift: str = field(default="", repr=False)
    hours: float | None = None
    load: int | None = None

    def __post_init__(self) -> None:
        made = Workday(self.day, None, self.hours, self.load)
        _clean(self, hours=made.hours)


@dataclass(frozen=True, slots=True)
class Rung:
    """A step of the ladder with its tries, the earliest first."""

    step: Step
    tries: tuple[Try, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptScript:
    """A phrase of the person's own, or what was decided about one of the program."""

    id: str
    is_own: bool = False
    is_hidden: bool = False
    is_favourite: bool = False
    situation: str = ""
    way: str = ""
    text: str = field(default="", repr=False)
    fits: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        if self.is_own or self.text:
            made = Script(self.text, self.fits, self.situation)
            _clean(self, text=made.text, fits=made.fits, situation=made.situation)


@dataclass(frozen=True, slots=True)
class KeptDeck:
    """A deck of the person's own, or what was decided about a theme of the program."""

    id: str
    is_own: bool = False
    is_hidden: bool = False
    title: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        if self.is_own or self.title:
            _clean(self, title=Theme(self.id, self.title).title)


@dataclass(frozen=True, slots=True)
class KeptPrompt:
    """A question of the person's own, or what was decided about one of the program."""

    id: str
    is_own: bool = False
    is_hidden: bool = False
    is_deeper: bool = False
    deck: str = ""
    text: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        if self.is_own or self.text:
            _clean(self, text=Prompt(self.id, self.deck, self.text).text)


@dataclass(frozen=True, slots=True)
class KeptExercise:
    """An exercise of the person's own, or what was decided about one of the program.

    Attributes:
        minutes: how long an own one takes, 1–180; None for one's own time.
        steps: of an own one; none of them holds an empty line.
    """

    id: str
    is_own: bool = False
    is_hidden: bool = False
    is_favourite: bool = False
    title: str = field(default="", repr=False)
    about: str = field(default="", repr=False)
    minutes: int | None = None
    steps: tuple[str, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        if self.is_own:
            minutes = () if self.minutes is None else (self.minutes,)
            steps = tuple(map(ExerciseStep, self.steps))
            made = Exercise(self.id, self.title, self.about, minutes=minutes, steps=steps)
            _clean(self, title=made.title, steps=tuple(step.text for step in steps))


@dataclass(frozen=True, slots=True)
class KeptCard:
    """A card of the person's own, or that one of the program was read."""

    id: str
    is_own: bool = False
    is_read: bool = False
    title: str = field(default="", repr=False)
    text: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        if self.is_own:
            made = Card(self.id, self.title, self.text)
            _clean(self, title=made.title, text=made.text)


@dataclass(frozen=True, slots=True)
class SupportTitle:
    """What the person calls a section of the support card."""

    section: str
    title: str = field(repr=False)

    def __post_init__(self) -> None:
        _clean(self, title=clean_title(self.title, MAX_TITLE))


@dataclass(frozen=True, slots=True)
class KeptInstrument:
    """A questionnaire of the person's own or from a file, or what was decided about another.

    Attributes:
        facts: None for one that comes with the program.
        repeat_days: after how many days it waits to be filled in again, 1–366; None for never.
    """

    id: str
    facts: Instrument | None = field(default=None, repr=False)
    is_hidden: bool = False
    repeat_days: int | None = None

    def __post_init__(self) -> None:
        if self.repeat_days is not None and self.repeat_days not in REPEATS:
            raise InvalidValueError(
                _("This is a number of days from {first} to {last}.").format(
                    first=REPEATS[0], last=REPEATS[-1]
                ),
                field="repeat_days",
            )


@dataclass(frozen=True, slots=True)
class KeptPreset:
    """What a summary is made of, by its name; the content is a text of JSON."""

    name: str = field(repr=False)
    content: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the person set.

    Attributes:
        name: of a ``Preference``; one that a later version knows is kept as it is.

    Raises:
        InvalidValueError: the setting cannot take this value.
    """

    name: str
    value: Value

    def __post_init__(self) -> None:
        known = next((each for each in PREFERENCES if each.name == self.name), None)
        if known is not None:
            check_value(known, self.value)


def _clean(kept: object, **values: Any) -> None:  # noqa: ANN401 - of any field
    """Put values in place of those a frozen record was made with."""
    for name, value in values.items():
        object.__setattr__(kept, name, value)
