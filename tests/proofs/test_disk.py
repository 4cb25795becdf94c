"""The disk that forgets: what was synced is sure, the rest is not."""

from pathlib import Path
from random import Random

import pytest
from proofs.disk import WAYS, Disk
from proofs.strace import Call

FOLDER = Path("/journal")


def at(path: str) -> str:
    return '"' + "".join(f"\\x{byte:02x}" for byte in path.encode()) + '"'


def call(name: str, *arguments: str, result: int = 0) -> Call:
    return Call(1, name, arguments, result)


def make(name: str, descriptor: int) -> Call:
    return call("openat", "AT_FDCWD", at(f"{FOLDER}/{name}"), "O_RDWR|O_CREAT", result=descriptor)


def write(descriptor: int, text: str, offset: int) -> Call:
    return call(
        "pwrite64", str(descriptor), at(text), str(len(text)), str(offset), result=len(text)
    )


def sync_folder(disk: Disk) -> None:
    disk.take(call("openat", "AT_FDCWD", at(str(FOLDER)), "O_RDONLY", result=9))
    folder = "".join(f"\\x{byte:02x}" for byte in str(FOLDER).encode())
    disk.take(call("fsync", f"9<{folder}>"))


@pytest.fixture
def disk() -> Disk:
    """A disk with one synced file that says "old"."""
    disk = Disk(FOLDER)
    for each in (make("file", 3), write(3, "old", 0), call("fsync", "3")):
        assert disk.take(each)
    sync_folder(disk)
    return disk


def outcomes(disk: Disk) -> set[tuple[tuple[str, bytes], ...]]:
    states = (disk.after_power_loss(way, Random(n)) for way in WAYS for n in range(200))
    return {tuple(sorted(state.items())) for state in states}


def test_what_was_synced_is_sure(disk: Disk) -> None:
    assert outcomes(disk) == {(("file", b"old"),)}


def test_a_write_that_was_not_synced_may_be_there_or_not(disk: Disk) -> None:
    disk.take(write(3, "new", 0))
    assert outcomes(disk) == {(("file", b"old"),), (("file", b"new"),)}


def test_a_long_write_may_be_torn_into_sectors(disk: Disk) -> None:
    disk.take(write(3, "n" * 1024, 0))
    contents = {dict(state)["file"] for state in outcomes(disk)}
    assert b"n" * 512 in contents
    assert b"old" + bytes(509) + b"n" * 512 in contents


def test_a_later_write_may_be_there_without_the_earlier(disk: Disk) -> None:
    disk.take(write(3, "1", 0))
    disk.take(write(3, "2", 1))
    assert {dict(state)["file"] for state in outcomes(disk)} == {b"old", b"1ld", b"o2d", b"12d"}


def test_a_cut_that_was_not_synced_may_be_there_or_not(disk: Disk) -> None:
    disk.take(call("ftruncate", "3", "0"))
    assert outcomes(disk) == {(("file", b"old"),), (("file", b""),)}


def test_a_rename_that_was_not_synced_may_be_there_or_not(disk: Disk) -> None:
    disk.take(call("rename", at(f"{FOLDER}/file"), at(f"{FOLDER}/other")))
    assert outcomes(disk) == {(("file", b"old"),), (("other", b"old"),)}
    sync_folder(disk)
    assert outcomes(disk) == {(("other", b"old"),)}


def test_a_file_may_be_lost_when_only_its_content_was_synced(disk: Disk) -> None:
    for each in (make("fresh", 4), write(4, "x", 0), call("fsync", "4")):
        disk.take(each)
    assert outcomes(disk) == {(("file", b"old"),), (("file", b"old"), ("fresh", b"x"))}


def test_other_folders_do_not_matter(disk: Disk) -> None:
    assert not disk.take(call("openat", "AT_FDCWD", at("/else/file"), "O_CREAT", result=5))
    assert not disk.take(call("write", "5", at("x"), "1", result=1))
    assert not disk.take(call("unlink", at("/else/file")))


def test_a_call_nobody_knows_is_not_passed_over(disk: Disk) -> None:
    with pytest.raises(NotImplementedError):
        disk.take(call("truncate", at(f"{FOLDER}/file"), "0"))
    with pytest.raises(NotImplementedError):
        disk.take(call("pwritev", "3", "[]", "0", "0"))
    assert not disk.take(call("dup", "8", result=9))
