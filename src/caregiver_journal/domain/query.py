"""What somebody looks for among the entries."""

from dataclasses import dataclass, field
from datetime import date

from caregiver_journal.domain.boundary import Answer
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.match import search_words
from caregiver_journal.domain.reflection import Form
from caregiver_journal.domain.tag import clean_tags


@dataclass(frozen=True, slots=True)
class Query:
    """Words and filters; an entry is found when it fits them all.

    Attributes:
        words: any text; see ``domain.match``. What holds no word to look for filters nothing.
        kinds: the kinds looked for; empty for all of them.
        first, last: the days looked at, both included; None leaves that end open. The earlier of
            the two comes first, whichever way they are given.
        tags: stand on the entry, all of them.
        answers: what one did in a boundary moment, one of these; empty for anything.
        limits: the kind of limit it touched, one of these as they are stored, "" for none that
            was said; empty for anything.
        forms: along which steps a reflection was written, one of these; empty for anything.
        themes, prompts: the ids of the themes or decks, or of the questions, a reflection answers.
        exercises: the ids of the exercises that were done.
        instruments: the ids of the questionnaires that were filled in.
        feelings: words for feelings that stand on a check-in, one of these, as they are stored.
        weekdays: of the day an entry counts to, 0 (Monday) to 6.
        hours: of the moment by the clock on the wall, 0–23.
        with_belonging: whether only check-ins are looked for that say how belonging was.
        for_session, never_export: whether only entries with this mark are looked for.
        in_trash: whether the trash is looked through, and nothing else.
    """

    words: str = field(default="", repr=False)
    kinds: frozenset[Kind] = frozenset()
    first: date | None = None
    last: date | None = None
    tags: tuple[str, ...] = field(default=(), repr=False)
    answers: frozenset[Answer] = frozenset()
    limits: frozenset[str] = field(default=frozenset(), repr=False)
    forms: frozenset[Form] = frozenset()
    themes: frozenset[str] = frozenset()
    prompts: frozenset[str] = frozenset()
    exercises: frozenset[str] = frozenset()
    instruments: frozenset[str] = frozenset()
    feelings: frozenset[str] = field(default=frozenset(), repr=False)
    weekdays: frozenset[int] = frozenset()
    hours: frozenset[int] = frozenset()
    with_belonging: bool = False
    for_session: bool = False
    never_export: bool = False
    in_trash: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "tags", clean_tags(self.tags))
        if self.first is not None and self.last is not None and self.first > self.last:
            first, last = self.last, self.first
            object.__setattr__(self, "first", first)
            object.__setattr__(self, "last", last)

    @property
    def has_words(self) -> bool:
        """Whether it looks for words."""
        return bool(search_words(self.words))

    @property
    def has_filters(self) -> bool:
        """Whether it looks for anything beside words."""
        days = (self.first, self.last)
        chosen = (
            *(self.kinds, self.tags, self.answers, self.limits, self.forms, self.themes),
            *(self.prompts, self.exercises, self.instruments),
            *(self.feelings, self.weekdays, self.hours),
        )
        marks = self.for_session or self.never_export or self.with_belonging
        return any(chosen) or marks or any(day is not None for day in days)

    @property
    def is_everything(self) -> bool:
        """Whether every entry that is not in the trash is found."""
        return not (self.has_words or self.has_filters or self.in_trash)
