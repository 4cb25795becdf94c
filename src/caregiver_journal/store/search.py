"""Keep the full-text index in step with the entries, and say in SQL what is looked for.

The index holds no text of its own: it is told what an entry said before a change and what it says
after it, both read from the view ``entry_texts`` in the same transaction.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from caregiver_journal.domain.match import search_words
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.tag import folded
from caregiver_journal.store.rows import WALL_HOUR, many, many_words
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.full_text import make_anew

_FORGET = """
INSERT INTO entry_search (entry_search, rowid, body)
SELECT 'delete', number, body FROM entry_texts WHERE number = ?
"""
_INDEX = (
    "INSERT INTO entry_search (rowid, body) SELECT number, body FROM entry_texts WHERE number = ?"
)
_INDEX_MANY = """
INSERT INTO entry_search (rowid, body)
SELECT number, body FROM entry_texts WHERE number IN (SELECT value FROM json_each(?))
"""
_SET = "INSERT INTO entry_search (entry_search, rank) VALUES (?, ?)"
_APART, _TOGETHER = {"automerge": 0, "crisismerge": 500}, {"automerge": 4, "crisismerge": 16}
"""How many parts of the index lie beside each other before they are put together by the way; the
second is how SQLite has it of itself."""
_AT_ONCE = 200
"""So many entries are put into the index in some 10 ms."""
_PAGES = 32
"""So many pages of the index are put together in some 8 ms."""

_MERGED = 2
"""So many rows at least are changed where something was put together, as SQLite says."""

_FIND = """
SELECT entries.id FROM entry_search JOIN entries ON entries.number = entry_search.rowid
WHERE entry_search MATCH ? AND entries.deleted IS NULL
ORDER BY entries.day DESC, entries.happened DESC, entries.number DESC LIMIT ?
"""
_COUNT = "SELECT count(*) FROM entry_search WHERE entry_search MATCH ?"

_HAS_WORDS = "entries.number IN (SELECT rowid FROM entry_search WHERE entry_search MATCH ?)"

# The plus keeps SQLite from fetching every match and sorting them: it walks along the days and asks
# of each entry whether it is among the matches, and stops when it has enough. Measured with 20,000
# entries, first 50: a word in all of them 6 ms instead of 17, in 840 of them 0.2 instead of 0.6. A
# word in hardly 50 of them takes 1.9 ms instead of 0.9, so that is asked first.
_HAS_COMMON_WORDS = f"+{_HAS_WORDS}"
_RARE = 300
_COUNT_RARE = """
SELECT count(*) FROM (SELECT 1 FROM entry_search WHERE entry_search MATCH ? LIMIT ?)
"""
_HAS_TAG = """+entries.number IN (
SELECT entry_tags.entry FROM entry_tags JOIN tags ON tags.number = entry_tags.tag
WHERE tags.folded = ?
)"""
_IS_KIND = "entries.kind IN (SELECT value FROM json_each(?))"
_OF_MOMENT = """entries.kind = 'boundary' AND EXISTS (
SELECT 1 FROM boundaries WHERE boundaries.entry = entries.number
AND boundaries.{column} IN (SELECT value FROM json_each(?))
)"""
_OF_REFLECTION = """entries.kind = 'reflection' AND EXISTS (
SELECT 1 FROM reflections WHERE reflections.entry = entries.number
AND reflections.{column} IN (SELECT value FROM json_each(?))
)"""
_HAS_EXERCISE = """entries.kind = 'practice' AND EXISTS (
SELECT 1 FROM practices WHERE practices.entry = entries.number
AND practices.exercise IN (SELECT value FROM json_each(?))
)"""
_HAS_INSTRUMENT = """entries.kind = 'measure' AND EXISTS (
SELECT 1 FROM measures WHERE measures.entry = entries.number
AND measures.instrument IN (SELECT value FROM json_each(?))
)"""
_HAS_FEELING = """entries.kind = 'mood' AND EXISTS (
SELECT 1 FROM mood_words WHERE mood_words.entry = entries.number
AND mood_words.word IN (SELECT value FROM json_each(?))
)"""
_HAS_BELONGING = """entries.kind = 'mood' AND EXISTS (
SELECT 1 FROM moods WHERE moods.entry = entries.number AND moods.belonging IS NOT NULL
)"""
_ON_WEEKDAY = "(strftime('%w', entries.day) + 6) % 7 IN (SELECT value FROM json_each(?))"
_AT_HOUR = f"{WALL_HOUR} IN (SELECT value FROM json_each(?))"  # noqa: S608 - made of constants
_HAS_ANSWER = _OF_MOMENT.format(column="answer")
_HAS_LIMIT = _OF_MOMENT.format(column="kind_of_limit")

_HAS_FORM = _OF_REFLECTION.format(column="form")
_HAS_THEME = _OF_REFLECTION.format(column="theme")
_HAS_PROMPT = _OF_REFLECTION.format(column="prompt")

Condition = tuple[str, tuple[object, ...]]
"""An expression in SQL and the values it asks for."""


class SearchIndex:
    """The full-text index of one open journal."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: list[int] | None = None

    def forget(self, number: int) -> None:
        """Take an entry's words out; call it before the entry changes."""
        if self._waiting and number in self._waiting:
            self._index_waiting()
        self._database.write(_FORGET, (number,))

    def index(self, number: int) -> None:
        """Put an entry's words in; call it after the entry has changed."""
        if self._waiting is None:
            self._database.write(_INDEX, (number,))
            return
        self._waiting.append(number)
        if len(self._waiting) >= _AT_ONCE:
            self._index_waiting()

    @contextmanager
    def filling(self) -> Iterator[None]:
        """Have many entries written inside, in one transaction; end with ``put_together``.

        Entry by entry, each lies as a part of its own beside the others in the index, and every
        now and then thousands of them are put together at once, which takes up to 100 ms.
        """
        self._set(_APART)
        self._waiting = []
        try:
            yield
        finally:
            self._waiting = None

    def put_together(self) -> Iterator[None]:
        """Index what still waits and put the parts of the index together, a little at a time."""
        self._index_waiting()
        before = -_MERGED
        while self._database.changes - before >= _MERGED:
            yield
            before = self._database.changes
            self._database.write(_SET, ("merge", _PAGES))
        self._set(_TOGETHER)

    def _index_waiting(self) -> None:
        if self._waiting:
            self._database.write(_INDEX_MANY, (many(self._waiting),))
            self._waiting.clear()

    def _set(self, options: Mapping[str, int]) -> None:
        for name, value in options.items():
            self._database.write(_SET, (name, value))

    def rebuild(self) -> None:
        """Make the index anew; call it after many entries have gone."""
        make_anew(self._database)

    @contextmanager
    def renewing(self, numbers: Sequence[int]) -> Iterator[None]:
        """Take the words of entries out, let them be changed, and put the new ones in."""
        for number in numbers:
            self.forget(number)
        yield
        for number in numbers:
            self.index(number)

    def find(self, words: str, limit: int) -> list[str]:
        """Return the ids of entries with all the words, newest first; the last may be begun."""
        query = match_expression(words)
        if not query:
            return []
        return [entry for (entry,) in self._database.rows(_FIND, (query, limit))]

    def is_rare(self, words: str) -> bool:
        """Tell whether the words are in so few entries that all of them are fetched quickly."""
        expression = match_expression(words)
        if not expression:
            return False
        row = self._database.row(_COUNT_RARE, (expression, _RARE))
        return row is not None and row[0] < _RARE

    def count(self, words: str) -> int:
        """Return how many entries, those in the trash too, have all the words."""
        row = self._database.row(_COUNT, (match_expression(words),))
        return int(row[0]) if row else 0


def match_expression(words: str) -> str:
    """Return any text as a safe FTS5 expression: each word quoted, the last one as a prefix.

    "" when there is no word to look for.
    """
    quoted = ['"{}"'.format(word.replace('"', '""')) for word in search_words(words)]
    return f"{' '.join(quoted)}*" if quoted else ""


def conditions(query: Query, *, is_rare: bool = False) -> Iterator[Condition]:
    """Yield what must hold of ``entries`` for an entry to be found; at least one condition.

    Args:
        query: what is looked for.
        is_rare: whether its words are known to be in few entries; the answer is the same.
    """
    yield f"entries.deleted IS {'NOT ' if query.in_trash else ''}NULL", ()
    expression = match_expression(query.words)
    if expression:
        yield _HAS_WORDS if is_rare else _HAS_COMMON_WORDS, (expression,)
    if query.kinds:
        yield _of_kind(query)
    if query.first is not None:
        yield "entries.day >= ?", (query.first.isoformat(),)
    if query.last is not None:
        yield "entries.day <= ?", (query.last.isoformat(),)
    for tag in query.tags:
        yield _HAS_TAG, (folded(tag),)
    yield from _choices(query)


def _of_kind(query: Query) -> Condition:
    """Return what holds of the kinds; one alone is read along its own index, in its order."""
    if len(query.kinds) == 1:
        return "entries.kind = ?", tuple(query.kinds)
    return _IS_KIND, (many_words(query.kinds),)


def _choices(query: Query) -> Iterator[Condition]:
    """Yield what was chosen beside words, days and tags."""
    for chosen, condition in (
        (query.answers, _HAS_ANSWER),
        (query.limits, _HAS_LIMIT),
        (query.forms, _HAS_FORM),
        (query.themes, _HAS_THEME),
        (query.prompts, _HAS_PROMPT),
        (query.exercises, _HAS_EXERCISE),
        (query.instruments, _HAS_INSTRUMENT),
        (query.feelings, _HAS_FEELING),
    ):
        if chosen:
            yield condition, (many_words(chosen),)
    if query.weekdays:
        yield _ON_WEEKDAY, (many(query.weekdays),)
    if query.hours:
        yield _AT_HOUR, (many(query.hours),)
    if query.with_belonging:
        yield _HAS_BELONGING, ()
    if query.for_session:
        yield "entries.for_session", ()
    if query.never_export:
        yield "entries.never_export", ()
