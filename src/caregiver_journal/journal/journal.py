"""The open journal: what can be done with it, in one transaction at a time."""

import contextlib
import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from functools import partial
from math import ceil

from caregiver_journal.base.clock import Clock
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.preference import START_OF_DAY, Preference, Value
from caregiver_journal.store.boundaries import BoundaryStore
from caregiver_journal.store.cards import CardStore
from caregiver_journal.store.deletions import DeletionStore
from caregiver_journal.store.drafts import NOTHING, DraftContent, DraftStore
from caregiver_journal.store.entries import DetailStore, EntryStore
from caregiver_journal.store.event_marks import EventMarkStore
from caregiver_journal.store.exercises import ExerciseStore
from caregiver_journal.store.exports import ExportStore
from caregiver_journal.store.feelings import FeelingStore
from caregiver_journal.store.goals import GoalStore
from caregiver_journal.store.homework import HomeworkStore
from caregiver_journal.store.instruments import InstrumentStore
from caregiver_journal.store.ladder import LadderStore
from caregiver_journal.store.masks import MaskStore
from caregiver_journal.store.measures import MeasureStore
from caregiver_journal.store.moods import MoodStore
from caregiver_journal.store.pauses import PauseStore
from caregiver_journal.store.plans import PlanStore
from caregiver_journal.store.practices import PracticeStore
from caregiver_journal.store.preferences import PreferenceStore
from caregiver_journal.store.presets import PresetStore
from caregiver_journal.store.prompts import PromptStore
from caregiver_journal.store.put_off import PutOffStore
from caregiver_journal.store.reflections import ReflectionStore
from caregiver_journal.store.scripts import ScriptStore
from caregiver_journal.store.search import SearchIndex
from caregiver_journal.store.sessions import SessionStore
from caregiver_journal.store.shifts import ShiftStore
from caregiver_journal.store.support import SupportStore
from caregiver_journal.store.tags import TagStore
from caregiver_journal.store.talk_points import TalkPointStore
from caregiver_journal.store.workdays import WorkdayStore
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.folder import JournalFolder
from caregiver_journal.vault.lockfile import HeldLock

TRASH_DAYS = 30
CLOCK_SLACK = timedelta(days=1)
"""How far a clock may lie behind the last entry before it is worth a word."""

BELIEVED = timedelta(days=365)
"""How far a clock may lie ahead of the last entry before nothing is deleted on its word."""

Changed = Kind | Topic | Preference
Changes = frozenset[Changed]
"""What a transaction changed: kinds of entry, settings, and what else there is."""
Listener = Callable[[Changes], None]

_LOG = logging.getLogger(__name__)


class Journal:
    """An open journal.

    Attributes:
        folder: where it lies.
        clock: tells the present moment.
        entries, moods, boundaries, reflections, practices, measures, instruments, prompts,
            exercises, support, cards, event_marks, ladder, plans, scripts, goals, talk_points,
            homework, sessions, masks, presets, exports, feelings, tags, shifts, workdays, pauses,
            put_off, drafts, deletions, preferences, search: its stores; write inside ``writing()``.
    """

    def __init__(
        self,
        database: Database,
        folder: JournalFolder,
        clock: Clock,
        lock: HeldLock | None = None,
    ) -> None:
        self._database = database
        self._lock = lock
        self._listeners: list[Listener] = []
        self.folder = folder
        self.clock = clock
        self.search = SearchIndex(database)
        self.tags = TagStore(database)
        self.moods = MoodStore(database)
        self.boundaries = BoundaryStore(database)
        self.reflections = ReflectionStore(database)
        self.practices = PracticeStore(database)
        self.measures = MeasureStore(database)
        self.instruments = InstrumentStore(database)
        self.event_marks = EventMarkStore(database)
        self.prompts = PromptStore(database)
        self.exercises = ExerciseStore(database)
        self.support = SupportStore(database)
        self.cards = CardStore(database)
        self.ladder = LadderStore(database)
        self.plans = PlanStore(database)
        self.scripts = ScriptStore(database)
        self.goals = GoalStore(database)
        self.talk_points = TalkPointStore(database)
        self.homework = HomeworkStore(database)
        self.sessions = SessionStore(database)
        self.masks = MaskStore(database)
        self.presets = PresetStore(database)
        self.exports = ExportStore(database)
        self.feelings = FeelingStore(database)
        self.shifts = ShiftStore(database)
        self.workdays = WorkdayStore(database)
        self.pauses = PauseStore(database)
        self.put_off = PutOffStore(database)
        self.preferences = PreferenceStore(database)
        self.drafts = DraftStore(database)
        self.deletions = DeletionStore(database)
        details: dict[Kind, DetailStore] = {
            Kind.MOOD: self.moods,
            Kind.BOUNDARY: self.boundaries,
            Kind.REFLECTION: self.reflections,
            Kind.PRACTICE: self.practices,
            Kind.MEASURE: self.measures,
        }
        self.entries = EntryStore(database, details, self.tags, self.search)

    @property
    def database(self) -> Database:
        """The encrypted connection, for the doors of this room only."""
        return self._database

    @property
    def is_closed(self) -> bool:
        """Whether it was closed, by locking or leaving."""
        return self._database.is_closed

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be written."""
        return self._database.read_only

    @contextlib.contextmanager
    def writing(self, *changed: Changed) -> Iterator[None]:
        """Do several writes in one transaction, then tell the listeners what changed."""
        with self._database.writing():
            yield
        self.tell(*changed)

    def tell(self, *changed: Changed) -> None:
        """Tell the listeners what changed; by itself for what lies beside the database."""
        for listener in tuple(self._listeners):
            listener(frozenset(changed))

    def listen(self, listener: Listener) -> None:
        """Tell a listener from now on what each transaction changed."""
        self._listeners.append(listener)

    # --- the few works that every page shares ---------------------------------------------------

    def add(self, entry: Entry, *, draft: str = "", rest: DraftContent = NOTHING) -> None:
        """Add an entry and forget the draft it came from; the rest of the form's stay."""
        with self.writing(entry.kind):
            self.entries.add(entry)
            if draft:
                self.drafts.write(draft, rest, self.clock())

    def change(
        self, entry: Entry, *, draft: str = "", rest: DraftContent = NOTHING
    ) -> Callable[[], None]:
        """Write a changed entry and forget the draft it came from; the rest of the form's stay.

        Returns:
            What takes the change back, and nothing that was changed otherwise since.
        """
        with self.writing(entry.kind):
            earlier = self.entries.get(entry.id)
            self.entries.change(entry)
            written = self.entries.get(entry.id)
            if draft:
                self.drafts.write(draft, rest, self.clock())
        return partial(self._take_back, written, earlier)

    def _take_back(self, written: Entry, earlier: Entry) -> None:
        with self.writing(written.kind):
            self.entries.take_back(written, earlier)

    def remove(self, *entries: Entry) -> None:
        """Put entries into the trash, where they stay for ``TRASH_DAYS`` days."""
        with self.writing(*_kinds(entries)):
            now = self.clock()
            for entry in entries:
                self.entries.remove(entry.id, now)

    def restore(self, *entries: Entry) -> None:
        """Take entries out of the trash."""
        with self.writing(*_kinds(entries)):
            for entry in entries:
                self.entries.restore(entry.id)

    def mark(
        self,
        *entries: Entry,
        for_session: bool | None = None,
        never_export: bool | None = None,
    ) -> Callable[[], None]:
        """Set or take away marks of entries; None leaves one as it is.

        Returns:
            What gives these marks back to the entries as they were handed over.
        """
        with self.writing(*_kinds(entries)):
            now = self.clock()
            for entry in entries:
                self.entries.mark(entry.id, now, for_session=for_session, never_export=never_export)
        is_session, is_private = for_session is not None, never_export is not None
        return partial(self._mark_back, entries, session=is_session, private=is_private)

    def _mark_back(self, entries: tuple[Entry, ...], *, session: bool, private: bool) -> None:
        with self.writing(*_kinds(entries)):
            now = self.clock()
            for entry in entries:
                self.entries.mark(
                    entry.id,
                    now,
                    for_session=entry.for_session if session else None,
                    never_export=entry.never_export if private else None,
                )

    def delete_for_good(self, *entries: Entry) -> None:
        """Delete entries of the trash so that nothing of them is left in the file.

        Raises:
            NothingFoundError: one is not in the trash; then none was deleted.
        """
        with self.writing(*_kinds(entries)):
            for entry in entries:
                self.entries.purge_one(entry.id)
        _LOG.info("deleted for good count=%d", len(entries))

    def empty_trash(self) -> int:
        """Delete for good all that is in the trash; return how many entries."""
        with self.writing(*Kind):
            count = self.entries.purge_trash()
        _LOG.info("emptied trash count=%d", count)
        return count

    def days_left(self, entry: Entry) -> int:
        """Return how many days an entry of the trash stays there from now on."""
        now = self.clock().astimezone(UTC)
        gone = (entry.deleted or now) + timedelta(days=TRASH_DAYS)
        return max(0, min(TRASH_DAYS, ceil((gone - now) / timedelta(days=1))))

    def empty_old_trash(self) -> int:
        """Delete for good what has been in the trash for ``TRASH_DAYS`` days; return how many.

        A clock that lies far ahead of everything written is not believed.
        """
        now = self.clock().astimezone(UTC)
        last = self.entries.last_changed()
        if last is None or now - last > BELIEVED:
            return 0
        oldest = now - timedelta(days=TRASH_DAYS)
        with self.writing(*Kind):
            count = self.entries.purge(oldest)
        if count:
            _LOG.info("purged count=%d", count)
        return count

    def rename_tag(self, tag: str, name: str) -> None:
        """Call a tag something else on all its entries; raises as ``TagStore.rename`` does."""
        with self.writing(*Kind, Topic.TAG), self.search.renewing(self.tags.entries_of(tag)):
            self.tags.rename(tag, name)

    def save_draft(self, form: str, content: DraftContent) -> None:
        """Keep what a form holds; nobody is told."""
        with self.writing():
            self.drafts.write(form, content, self.clock())

    def setting(self, preference: Preference) -> Value:
        """Return what the person set."""
        return self.preferences.read(preference)

    def set(self, preference: Preference, value: Value) -> None:
        """Set a preference; raises ``InvalidValueError``."""
        with self.writing(preference):
            self.preferences.write(preference, value)

    @property
    def trash_days(self) -> int:
        """How many days an entry stays in the trash."""
        return TRASH_DAYS

    @property
    def start_of_day(self) -> time:
        """When the person's day starts."""
        value = self.setting(START_OF_DAY)
        assert isinstance(value, time)  # noqa: S101 - read_value keeps each setting's own type
        return value

    def clock_is_behind(self) -> datetime | None:
        """Return the last entry's moment if this computer's clock lies over a day before it."""
        last = self.entries.last_changed()
        if last is not None and self.clock().astimezone(UTC) < last - CLOCK_SLACK:
            return last
        return None

    def close(self) -> None:
        """Forget the listeners, write everything into the one file and close it."""
        self._listeners.clear()
        self._database.close()
        if self._lock is not None:
            self._lock.release()


def _kinds(entries: Iterable[Entry]) -> set[Kind]:
    return {entry.kind for entry in entries}
