"""A disk that forgets: what may be on it when the power goes.

Only what was synced is sure. Every later write may be there, missing, or torn into sectors; every
later change of the folder may be there or missing. (Harsher than most disks: they tear at 4 KiB.)
"""

from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TypeVar

from proofs.strace import Call

_KNOWN = (
    "openat", "close", "write", "pwrite64", "lseek", "fsync", "fdatasync", "ftruncate", "unlink",
    "unlinkat", "rename", "renameat", "renameat2",
)  # fmt: skip
_UNKNOWN = (
    "open", "creat", "pwritev", "pwritev2", "writev", "truncate", "fallocate", "copy_file_range",
    "sendfile", "dup", "dup2", "dup3", "link", "linkat", "symlink", "symlinkat",
)  # fmt: skip
"""None of these is used on a journal; one that is must not go unnoticed."""
CALLS = (*_KNOWN, *_UNKNOWN)
SECTOR = 512

_T = TypeVar("_T")

WAYS = ("nothing", "everything", "first", "some", "torn")
"""How much of what was not synced is on the disk."""


@dataclass
class _Write:
    """A write that is not synced; ``data`` is None where the file was cut to ``at`` bytes."""

    at: int
    data: bytes | None


@dataclass
class _Inode:
    """A file: its synced content, and what was done to it since."""

    synced: bytearray = field(default_factory=bytearray)
    waiting: list[_Write] = field(default_factory=list)
    size: int = 0

    def write(self, at: int, data: bytes) -> None:
        self.waiting.append(_Write(at, data))
        self.size = max(self.size, at + len(data))

    def cut(self, size: int) -> None:
        self.waiting.append(_Write(size, None))
        self.size = size

    def sync(self) -> None:
        for each in self.waiting:
            _apply(self.synced, each)
        self.waiting.clear()

    def after_power_loss(self, way: str, random: Random) -> bytes:
        """Return the content that may be found."""
        content = bytearray(self.synced)
        for each in _kept(self.waiting, way, random):
            if way == "torn" and each.data is not None:
                _tear(content, each, random)
            else:
                _apply(content, each)
        if way in {"some", "torn"} and len(content) < self.size and random.random() < 0.3:
            content.extend(bytes(self.size - len(content)))  # the size is there, the data not
        return bytes(content)


def _apply(content: bytearray, write: _Write) -> None:
    if write.data is None:
        del content[write.at :]
        content.extend(bytes(write.at - len(content)))
    else:
        content.extend(bytes(max(0, write.at - len(content))))
        content[write.at : write.at + len(write.data)] = write.data


def _tear(content: bytearray, write: _Write, random: Random) -> None:
    data = write.data or b""
    start = 0
    while start < len(data):
        end = min(len(data), start + SECTOR - (write.at + start) % SECTOR)
        if random.random() < 0.5:
            _apply(content, _Write(write.at + start, data[start:end]))
        start = end


def _kept(waiting: list[_T], way: str, random: Random) -> list[_T]:
    if way == "nothing":
        return []
    if way == "everything":
        return waiting
    if way == "first":
        return waiting[: random.randrange(len(waiting) + 1)]
    share = random.choice((0.2, 0.5, 0.9))
    return [each for each in waiting if random.random() < share]


Change = dict[str, "_Inode | None"]
"""What one call did to a folder: names and the files they stand for now; None for no file."""


class Disk:
    """One folder on a disk, empty at first, to which a program's calls are told one by one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: dict[str, _Inode] = {}
        self._synced: dict[str, _Inode] = {}
        self._waiting: list[Change] = []
        self._open: dict[int, tuple[_Inode | None, int]] = {}

    def take(self, call: Call) -> bool:
        """Take note of a call; return whether it changed what may be on the disk."""
        if call.name in _UNKNOWN:
            return self._refuse(call)
        return bool(getattr(self, f"_{call.name}")(call))

    def after_power_loss(self, way: str, random: Random) -> dict[str, bytes]:
        """Return the files that may be found, by name."""
        names: dict[str, _Inode | None] = dict(self._synced)
        for change in _kept(self._waiting, "some" if way == "torn" else way, random):
            names.update(change)
        return {name: inode.after_power_loss(way, random) for name, inode in names.items() if inode}

    # --- calls ----------------------------------------------------------------------------------

    def _openat(self, call: Call) -> bool:
        path, flags = Path(call.text(1).decode()), call.arguments[2]
        self._open.pop(call.result, None)
        if not self._is_ours(path):
            return False
        if "O_DIRECTORY" in flags or path == self._folder:
            self._open[call.result] = (None, 0)
            return False
        name = self._name(path)
        is_new = name not in self._names
        if is_new:
            if "O_CREAT" not in flags:
                return False  # a folder
            self._set({name: _Inode()})
        elif "O_TRUNC" in flags:
            self._names[name].cut(0)
        self._open[call.result] = (self._names[name], 0)
        return is_new or "O_TRUNC" in flags

    def _close(self, call: Call) -> bool:
        self._open.pop(call.descriptor(0), None)
        return False

    def _write(self, call: Call) -> bool:
        inode, at = self._open.get(call.descriptor(0), (None, 0))
        if inode is None:
            return False
        inode.write(at, call.text(1)[: call.result])
        self._open[call.descriptor(0)] = (inode, at + call.result)
        return True

    def _pwrite64(self, call: Call) -> bool:
        inode, _at = self._open.get(call.descriptor(0), (None, 0))
        if inode is not None:
            inode.write(call.number(3), call.text(1)[: call.result])
        return inode is not None

    def _lseek(self, call: Call) -> bool:
        inode, _at = self._open.get(call.descriptor(0), (None, 0))
        if inode is not None:
            self._open[call.descriptor(0)] = (inode, call.result)
        return False

    def _fsync(self, call: Call) -> bool:
        if call.descriptor(0) not in self._open:
            return False
        inode, _at = self._open[call.descriptor(0)]
        if inode is not None:
            inode.sync()
        elif call.path(0) == self._folder:
            for change in self._waiting:
                self._settle(self._synced, change)
            self._waiting.clear()
        return True

    _fdatasync = _fsync

    def _ftruncate(self, call: Call) -> bool:
        inode, _at = self._open.get(call.descriptor(0), (None, 0))
        if inode is not None:
            inode.cut(call.number(1))
        return inode is not None

    def _unlink(self, call: Call, at: int = 0) -> bool:
        name = self._name(Path(call.text(at).decode()))
        if name not in self._names:
            return False
        self._set({name: None})
        return True

    def _unlinkat(self, call: Call) -> bool:
        return self._unlink(call, 1)

    def _rename(self, call: Call, old: int = 0, new: int = 1) -> bool:
        source, target = (Path(call.text(at).decode()) for at in (old, new))
        if not self._is_ours(source) and not self._is_ours(target):
            return False
        inode = self._names[self._name(source)]
        self._set({self._name(source): None, self._name(target): inode})
        return True

    def _renameat(self, call: Call) -> bool:
        return self._rename(call, 1, 3)

    _renameat2 = _renameat

    def _refuse(self, call: Call) -> bool:
        if any(str(self._folder).encode() in call.text(at) for at in _strings(call)):
            raise NotImplementedError(f"the simulated disk does not know {call.name}")
        if call.arguments and call.arguments[0][0].isdigit() and call.descriptor(0) in self._open:
            raise NotImplementedError(f"the simulated disk does not know {call.name}")
        return False

    # --- names ----------------------------------------------------------------------------------

    def _set(self, change: Change) -> None:
        self._waiting.append(change)
        self._settle(self._names, change)

    @staticmethod
    def _settle(names: dict[str, _Inode], change: Change) -> None:
        for name, inode in change.items():
            if inode is None:
                names.pop(name, None)
            else:
                names[name] = inode

    def _is_ours(self, path: Path) -> bool:
        return path == self._folder or path.is_relative_to(self._folder)

    def _name(self, path: Path) -> str:
        return str(path.relative_to(self._folder)) if self._is_ours(path) else ""


def _strings(call: Call) -> list[int]:
    return [at for at, text in enumerate(call.arguments) if text.startswith('"')]
