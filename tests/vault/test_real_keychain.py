"""A real Secret Service, in a session of its own: a keyring daemon on a private bus."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.vaults import SOURCE

NEEDED = ("dbus-run-session", "gnome-keyring-daemon")

IN_SESSION = """
printf 'password of the keychain' | gnome-keyring-daemon --unlock --components=secrets >/dev/null
exec "$1" -c "$2" "$3"
"""

SCRIPT = """
import sys
from pathlib import Path

import pytest
import secretstorage
from support.sockets import refused_sockets
from support.vaults import CHEAP, PASSPHRASE, make_vault

from caregiver_journal.base.errors import KeychainEntryLostError, KeychainLockedError
from caregiver_journal.vault import doors, keychain


def entries():
    return list(collection.search_items({"service": "caregiver-journal"}))


with refused_sockets():
    vault = make_vault(Path(sys.argv[1]))
    assert "keyring" not in sys.modules and keychain.is_available()
    slot = doors.make_keychain_slot(vault.opened)
    with vault.database() as database:
        doors.use_keychain_slot(vault.folder, database, slot)
    assert doors.unlock_with_keychain(vault.folder) == vault.opened
    print("opened")

    collection = secretstorage.get_default_collection(secretstorage.dbus_init())
    (entry,) = entries()
    assert len(entry.get_secret()) == 44
    keychain.forget(vault.opened.journal_id, slot.id)
    assert not entries()
    with pytest.raises(KeychainEntryLostError):
        doors.unlock_with_keychain(vault.folder)
    print("lost")

    collection.lock()
    with pytest.raises(KeychainLockedError):
        doors.unlock_with_keychain(vault.folder)
    assert doors.unlock_with_passphrase(vault.folder, PASSPHRASE, CHEAP) == vault.opened
    print("locked")
    collection.connection.close()
"""


def test_a_secret_service_keeps_the_key(tmp_path: Path, home: Path) -> None:
    found = [shutil.which(name) for name in NEEDED]
    if None in found:
        pytest.skip(f"No real keychain was tried: it takes {' and '.join(NEEDED)}.")
    done = subprocess.run(
        [str(found[0]), "--", "/bin/sh", "-c", IN_SESSION, "sh", sys.executable, SCRIPT, tmp_path],
        env=_environment(home),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.split() == ["opened", "lost", "locked"], done.stderr
    assert done.returncode == 0, done.stderr


def _environment(home: Path) -> dict[str, str]:
    """Return surroundings without a display, where nobody can be asked for a password."""
    return {
        "HOME": str(home),
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "PYTHONPATH": f"{SOURCE}:{SOURCE.parent / 'tests'}",
        "XDG_RUNTIME_DIR": str(home / "run"),
    }
