"""The failure table of the promises: of each row what is said, what provokes it, its picture."""

from dataclasses import dataclass

from caregiver_journal.base import errors
from caregiver_journal.base.errors import DiskFullError, JournalError


@dataclass(frozen=True)
class Row:
    """A row of the table.

    Attributes:
        what: what is wrong.
        says: what the person reads, or the beginning of it.
        tests: those that provoke it, as *file::name*; the first names the error or the sentence.
        error: what is raised; None where something is only said.
        state: what its picture in the tour is called.
    """

    what: str
    says: str
    tests: tuple[str, ...]
    error: type[JournalError] | None
    state: str


def _raised(what: str, error: type[JournalError], state: str, *tests: str) -> Row:
    said = error()
    return Row(what, f"{said.sentence} {said.next_step}".strip(), tests, error, state)


_DATABASE = "tests/vault/test_database.py::test_what_is_no_journal_is_not_opened_and_not_changed"
_UNLOCKING = "tests/vault/test_unlocking.py::test_"
_DOORS = "tests/vault/test_doors.py::test_"
_DAMAGE = "tests/stories/test_damage.py::test_"
_EXPORT = "tests/stories/test_export.py::test_"
_RESTORING = "tests/vault/test_restoring.py::test_"
_EVERYWHERE = "tests/journal/test_everywhere.py::test_"
_NO_JOURNAL = f"{_UNLOCKING}a_database_that_is_none_is_told_by_the_passphrase"

KEYS = (
    _raised(
        "wrong passphrase", errors.WrongPassphraseError, "failure-wrong-passphrase",
        f"{_UNLOCKING}a_wrong_passphrase_is_called_wrong",
    ),
    _raised(
        "key file damaged", errors.KeyFileDamagedError, "failure-keys-damaged",
        f"{_UNLOCKING}a_damaged_key_file_is_called_damaged",
        f"{_DAMAGE}each_fault_has_its_own_sentence",
    ),
    _raised(
        "key file missing", errors.KeyFileMissingError, "failure-keys-missing",
        f"{_UNLOCKING}a_missing_key_file_is_called_missing_and_not_made_anew",
    ),
    _raised(
        "key file of another journal", errors.ForeignKeyFileError, "failure-keys-foreign",
        f"{_UNLOCKING}a_key_file_of_another_journal_is_called_so_whatever_was_typed",
    ),
)  # fmt: skip
DATABASE = (
    _raised(
        "database missing", errors.JournalMissingError, "failure-journal-missing",
        _DATABASE, _NO_JOURNAL,
    ),
    _raised(
        "database empty", errors.JournalEmptyError, "failure-journal-empty", _DATABASE, _NO_JOURNAL,
    ),
    _raised(
        "database garbage", errors.NotAJournalError, "failure-journal-garbage",
        _DATABASE, _NO_JOURNAL,
    ),
    _raised(
        "database plain SQLite", errors.PlainDatabaseError, "failure-journal-plain",
        _DATABASE, _NO_JOURNAL,
    ),
    _raised(
        "database of a newer version", errors.NewerJournalError, "failure-journal-newer",
        "tests/vault/test_every_version.py::"
        "test_the_stored_journal_of_tomorrow_is_refused_and_not_touched",
        f"{_DOORS}a_newer_journal_is_not_opened",
    ),
    _raised(
        "database of an older version that stays", errors.MigrationFailedError,
        "failure-journal-older",
        "tests/vault/test_migrate.py::test_a_script_that_fails_leaves_the_journal_as_it_was",
        "tests/vault/test_every_version.py::test_a_crash_at_any_statement_loses_nothing",
    ),
    _raised(
        "a damaged page", errors.DamagedError, "failure-page-damaged",
        f"{_DOORS}a_damaged_page_opens_and_only_reading_it_fails",
        f"{_DAMAGE}a_damaged_file_is_rescued_and_what_is_lost_is_told",
    ),
)  # fmt: skip
SURROUNDINGS = (
    _raised(
        "read-only folder with changes in the log", errors.ReadOnlyFolderError,
        "failure-folder-read-only",
        f"{_DOORS}a_read_only_folder_with_unsaved_changes_is_refused",
    ),
    Row(
        "read-only folder", "This journal's folder cannot be written to. You can read",
        (f"{_DAMAGE}a_folder_that_cannot_be_written_opens_for_reading",),
        None, "failure-folder-only-read",
    ),
    _raised(
        "read-only folder, while saving", errors.ReadOnlyJournalError, "failure-journal-read-only",
        f"{_DOORS}a_read_only_folder_opens_for_reading_only",
    ),
    _raised(
        "disk full while saving", DiskFullError, "failure-disk-full",
        f"{_DAMAGE}a_disk_that_takes_nothing_loses_no_word",
        "tests/vault/test_disk_full.py::"
        "test_everything_acknowledged_before_the_disk_was_full_is_there",
    ),
    Row(
        "disk full while backing up", "There is too little room on the disk for a backup. Make",
        (
            "tests/vault/test_backup.py::test_too_little_room_is_noticed_before",
            "tests/vault/test_backup.py::test_a_full_disk_leaves_the_earlier_one",
        ),
        DiskFullError, "failure-disk-full-backing-up",
    ),
    Row(
        "disk full while exporting",
        "The disk is full, so this could not be saved. Make some room, or choose another place.",
        (f"{_EXPORT}a_full_disk_is_said_in_the_sheet_and_nothing_is_lost",),
        DiskFullError, "failure-disk-full-exporting",
    ),
    _raised(
        "I/O error", errors.StorageError, "failure-disk-error",
        f"{_DAMAGE}a_disk_that_takes_nothing_loses_no_word",
        "tests/vault/test_faults.py::test_each_error_of_the_system_has_its_sentence",
    ),
    _raised(
        "second instance", errors.InUseError, "failure-in-use",
        f"{_DOORS}a_second_opening_is_refused_until_the_first_is_closed",
        "tests/stories/test_lock.py::test_a_second_start_shows_the_first_window_and_ends",
    ),
    Row(
        "cloud or network folder", "This looks like Dropbox.",
        ("tests/stories/test_first_run.py::test_a_folder_in_the_cloud_is_warned_of",),
        None, "failure-shared-folder",
    ),
    Row(
        "clock far in the past", "Look at the clock before you write.",
        (f"{_DAMAGE}a_clock_far_in_the_past_is_mentioned",),
        None, "failure-clock-behind",
    ),
)  # fmt: skip
BACKUPS = (
    _raised(
        "a file that is no backup", errors.NotABackupError, "failure-backup-none",
        "tests/vault/test_backup_file.py::test_another_file_is_refused",
    ),
    _raised(
        "a damaged backup", errors.BackupDamagedError, "failure-backup-damaged",
        f"{_RESTORING}what_cannot_be_restored_changes_nothing",
    ),
    _raised(
        "a backup of a newer version", errors.NewerBackupError, "failure-backup-newer",
        "tests/vault/test_backup_file.py::test_a_newer_one_is_refused_with_its_own_words",
    ),
    _raised(
        "a backup of another journal", errors.ForeignBackupError, "failure-backup-foreign",
        f"{_RESTORING}what_cannot_be_restored_changes_nothing",
    ),
    _raised(
        "a copy from before a new recovery code", errors.EarlierKeyError,
        "failure-copy-earlier-key",
        "tests/journal/test_other_copy.py::"
        "test_a_copy_from_before_a_new_recovery_code_asks_for_what_opens_it",
        "tests/stories/test_merging.py::"
        "test_a_copy_under_an_earlier_key_asks_for_its_passphrase_or_code",
    ),
    Row(
        "a backup from before a new recovery code, while deleting everywhere",
        "One backup could not be looked into. The journal has had a new recovery code since then.",
        (f"{_EVERYWHERE}a_backup_from_before_a_new_recovery_code_says_so",),
        errors.EarlierKeyError, "failure-everywhere-earlier-key",
    ),
    _raised(
        "the open journal as another copy", errors.SameJournalError, "failure-copy-open",
        "tests/journal/test_other_copy.py::test_the_open_journal_is_no_other_copy",
    ),
)  # fmt: skip
ROWS = (*KEYS, *DATABASE, *SURROUNDINGS, *BACKUPS)
