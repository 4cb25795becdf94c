"""One process holds the lock, and a crash frees it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.vaults import SOURCE

from caregiver_journal.base.errors import ReadOnlyFolderError, StorageError
from caregiver_journal.vault import lockfile
from caregiver_journal.vault.lockfile import HeldLock, knock

_HOLD = """
import sys
from pathlib import Path
from caregiver_journal.vault.lockfile import HeldLock
lock = HeldLock.take(Path(sys.argv[1]))
print("held" if lock else "refused", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.lock"


def test_a_lock_is_held_once_and_free_again_after_release(path: Path) -> None:
    lock = HeldLock.take(path)
    assert lock is not None
    assert HeldLock.take(path) is None
    lock.release()
    lock.release()
    again = HeldLock.take(path)
    assert again is not None
    again.release()


def test_another_process_that_is_killed_frees_its_lock(path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        assert HeldLock.take(path) is None
        other.kill()
        other.wait()
    lock = HeldLock.take(path)
    assert lock is not None
    lock.release()


@pytest.mark.skipif(os.name == "nt", reason="no file modes there")
def test_the_lock_file_is_private_and_stays(path: Path) -> None:
    lock = HeldLock.take(path)
    assert lock is not None
    lock.release()
    assert path.stat().st_mode & 0o777 == 0o600


def test_it_is_not_handed_on_to_another_program(path: Path) -> None:
    lock = HeldLock.take(path)
    assert lock is not None
    assert lock._descriptor is not None
    assert not os.get_inheritable(lock._descriptor)
    lock.release()


@pytest.mark.parametrize(("error", "kind"), [(30, ReadOnlyFolderError), (5, StorageError)])
def test_a_lock_that_cannot_be_made_says_why(
    path: Path, error: int, kind: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> int:
        raise OSError(error, "planted")

    monkeypatch.setattr(os, "open", fail)
    with pytest.raises(kind):
        HeldLock.take(path)


def test_a_lock_that_cannot_be_tried_leaves_no_file_open(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[int] = []
    real = os.close

    def close(descriptor: int) -> None:
        closed.append(descriptor)
        real(descriptor)

    def fail(_descriptor: int) -> bool:
        raise OSError(37, "planted")

    monkeypatch.setattr(lockfile, "_try_to_hold", fail)
    monkeypatch.setattr(os, "close", close)
    with pytest.raises(StorageError):
        HeldLock.take(path)
    assert len(closed) == 1


def test_knocking_touches_a_file_beside_the_lock(path: Path) -> None:
    knocker = knock(path)
    assert knocker.name == "journal.lock.knock"
    os.utime(knocker, (0, 0))
    assert knock(path) == knocker
    assert knocker.stat().st_mtime > 0
