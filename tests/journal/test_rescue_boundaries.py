"""Whatever page of a journal is damaged, what is saved of it can be read on every page."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from support.journals import Place
from support.vaults import damage_page

from caregiver_journal.base.errors import DamagedError, JournalError
from caregiver_journal.domain.boundary import Boundary
from caregiver_journal.domain.entry import Entry, Lost
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.period import Span
from caregiver_journal.domain.plan import Plan
from caregiver_journal.domain.query import Query
from caregiver_journal.journal.asking import read_question
from caregiver_journal.journal.boundary_overview import read_boundaries
from caregiver_journal.journal.exercising import all_exercises
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.ladder import read_ladder
from caregiver_journal.journal.learning import all_cards
from caregiver_journal.journal.planning import plans, save_plan
from caregiver_journal.journal.practising import offered
from caregiver_journal.journal.prompts import all_prompts, all_themes
from caregiver_journal.journal.sample import fill_with_sample
from caregiver_journal.journal.scripts import all_scripts
from caregiver_journal.journal.session_overview import read_session_overview
from caregiver_journal.journal.supporting import read_card
from caregiver_journal.journal.today import read_today
from caregiver_journal.journal.waiting import read_waiting
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.folder import JournalFolder
from caregiver_journal.vault.salvage import KINDS, SalvageReport, salvage

READERS: tuple[Callable[[Journal], object], ...] = (
    lambda journal: journal.entries.find(Query(), None, 1_000),
    read_today,
    read_waiting,
    lambda journal: read_boundaries(journal, Span.YEAR),
    read_ladder,
    plans,
    all_scripts,
    all_prompts,
    all_themes,
    read_question,
    lambda journal: journal.reflections.count_answered(),
    lambda journal: offered(journal, journal.clock().date()),
    all_exercises,
    all_cards,
    read_card,
    read_session_overview,
)


@pytest.fixture
def filled(place: Place) -> Place:
    """A closed journal in which something of everything lies."""
    journal = place.open()
    fill_with_sample(journal, days=40, entries=110)
    place.close()
    return place


@pytest.fixture
def whole(filled: Place) -> bytes:
    """The file of that journal."""
    return (filled.folder / "journal.db").read_bytes()


def save_what_is_left(place: Place, target: Path) -> SalvageReport:
    source, opened = place.folder / "journal.db", place.opened
    return salvage(source, opened.root.database_key(), opened.journal_id, target)


def open_saved(place: Place, target: Path) -> Journal:
    database = Database.open(target, place.opened.root.database_key(), place.opened.journal_id)
    return Journal(database, JournalFolder(place.folder), place.clock)


def root_page(place: Place, table: str) -> int:
    journal = place.open()
    row = journal.database.row("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,))
    place.close()
    assert row is not None
    return int(row[0])


def damage_a_leaf(place: Place, table: str) -> None:
    """Damage the last page that only this table's rows lie on."""
    file, query = place.folder / "journal.db", f"SELECT * FROM {table} NOT INDEXED"  # noqa: S608
    whole = file.read_bytes()
    key, journal_id = place.opened.root.database_key(), place.opened.journal_id
    for page in range(len(whole) // 4096, root_page(place, table), -1):
        damage_page(file, page)
        with closing(Database.open(file, key, journal_id, read_only=True)) as database:
            try:
                database.rows(query)
            except DamagedError:
                return
        file.write_bytes(whole)
    raise AssertionError("no leaf was found")


@pytest.mark.unwatched
def test_whatever_page_is_damaged_everything_saved_can_be_read(
    filled: Place, whole: bytes, tmp_path: Path
) -> None:
    file, saved = filled.folder / "journal.db", 0
    for page in range(2, len(whole) // 4096 + 1, 3):
        file.write_bytes(whole)
        damage_page(file, page)
        target = tmp_path / f"{page}.db"
        try:
            save_what_is_left(filled, target)
        except JournalError:
            continue  # a page that says what is where
        with closing(open_saved(filled, target)) as journal:
            for read in READERS:
                read(journal)
        saved += 1
    assert saved > 10


def test_a_lost_entry_has_the_kind_of_what_hung_on_it(filled: Place, tmp_path: Path) -> None:
    before = {entry.id: entry.kind for entry in read_all(filled.open())}
    filled.close()
    damage_a_leaf(filled, "entries")
    report = save_what_is_left(filled, tmp_path / "saved.db")
    assert set(report.lost) == {"entries"}
    assert 10 < report.lost["entries"] < len(before)
    with closing(open_saved(filled, tmp_path / "saved.db")) as journal:
        after = {entry.id: entry for entry in read_all(journal)}
    assert set(before) == set(after)
    assert {entry_id: entry.kind for entry_id, entry in after.items()} == before
    assert not any(isinstance(entry.detail, Lost) for entry in after.values())


def read_all(journal: Journal) -> list[Entry]:
    return journal.entries.find(Query(), None, 1_000)[0]


def test_words_outlive_the_numbers_they_belong_to(
    filled: Place, whole: bytes, tmp_path: Path
) -> None:
    damage_page(filled.folder / "journal.db", root_page(filled, "boundaries"))
    save_what_is_left(filled, tmp_path / "saved.db")
    (filled.folder / "journal.db").write_bytes(whole)
    query = Query(kinds=frozenset({Kind.BOUNDARY}))
    moments = filled.open().entries.find(query, None, 1_000)[0]
    with closing(open_saved(filled, tmp_path / "saved.db")) as journal:
        left = {e.id: e.detail for e in journal.entries.find(query, None, 1_000)[0]}
    assert len(left) == len(moments) > 10
    for entry in moments:
        assert isinstance(entry.detail, Boundary)
        lost = left[entry.id]
        assert isinstance(lost, Lost)
        assert lost.words.startswith(entry.detail.asked)
        assert entry.detail.feared in lost.words


@pytest.mark.parametrize("table", ["plans", "ladder_steps", "ladder_tries"])
def test_what_is_lost_of_the_prepared_is_counted_and_its_numbers_are_not_used_again(
    filled: Place, whole: bytes, tmp_path: Path, table: str
) -> None:
    journal = filled.open()
    count = journal.database.rows(f"SELECT count(*) FROM {table}")[0][0]  # noqa: S608
    last = max(plan.number or 0 for plan in plans(journal))
    filled.close()
    damage_page(filled.folder / "journal.db", root_page(filled, table))
    report = save_what_is_left(filled, tmp_path / "saved.db")
    assert report.lost[table] >= count > 0
    assert report.kept[table] == 0
    (filled.folder / "journal.db").write_bytes(whole)
    with closing(open_saved(filled, tmp_path / "saved.db")) as journal:
        kept = save_plan(journal, Plan("A new one", journal.clock()))
        assert kept.plan.number == last + 1


def test_each_table_that_tells_of_a_kind_is_known(filled: Place) -> None:
    tables = {
        name
        for (name,) in filled.open().database.rows(
            "SELECT s.name FROM sqlite_schema AS s, pragma_foreign_key_list(s.name) AS f"
            " WHERE f.\"table\" IN ('entries', 'moods') AND f.\"from\" = 'entry'"
        )
    }
    assert tables - {"notes", "entry_tags"} == set(KINDS)
