"""Backups as they may come to somebody: good ones, and ones that cannot be used."""

from pathlib import Path

from support.clock import START
from support.vaults import CHEAP

from caregiver_journal.journal import doors
from caregiver_journal.journal.backing_up import back_up_to
from caregiver_journal.journal.journal import Journal
from caregiver_journal.vault.backup_file import SUFFIX, unpack, write_backup
from caregiver_journal.vault.scripts import SUPPORTED


def on_a_stick(journal: Journal, place: Path) -> Path:
    """Back a journal up onto a stick; return the file."""
    return back_up_to(journal, place / "stick" / f"mine{SUFFIX}").path


def not_a_backup(beside: Path) -> Path:
    """Write a picture that is called like a backup beside another file."""
    path = beside.with_name(f"holiday{SUFFIX}")
    path.write_bytes(b"\x89PNG" + bytes(4096))
    return path


def damaged(backup: Path) -> Path:
    """Copy a backup with one bit of it altered."""
    path = backup.with_name(f"damaged{SUFFIX}")
    data = bytearray(backup.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    return path


def of_a_newer_version(backup: Path) -> Path:
    """Copy a backup as a later version of the program would make it."""
    path = backup.with_name(f"newer{SUFFIX}")
    database, keys = backup.with_name("db"), backup.with_name("keys")
    unpack(backup, database, keys)
    write_backup(path, database, keys.read_bytes(), SUPPORTED + 1, START)
    database.unlink()
    keys.unlink()
    return path


def of_a_stranger(beside: Path) -> Path:
    """Back up somebody else's journal beside another file."""
    folder = beside.with_name("stranger")
    journal = doors.open_journal(folder, doors.create(folder, "another person's words", CHEAP))
    try:
        return back_up_to(journal, beside.with_name(f"stranger{SUFFIX}")).path
    finally:
        journal.close()
