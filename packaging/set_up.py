"""Make .venv what the lock file says: once, whole, and not twice at a time."""

import contextlib
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from installer import run_pip
from system_libraries import OFF_SCREEN, X11, Library, PackageTool, missing, provide
from trouble import AGAIN, SetUpError, read_only, trouble_of

Say = Callable[[str], object]

# Raised when this file makes .venv in another way, so that older ones are made again.
_RECIPE = 1


@dataclass(frozen=True)
class Project:
    """A checkout of the project and the folders that belong to its set-up."""

    root: Path

    @property
    def environment(self) -> Path:
        """The virtual environment."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """The Python of the virtual environment."""
        return self.environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def lock(self) -> Path:
        """The pinned packages."""
        return self.root / "packaging" / "requirements.lock"

    @property
    def stamp(self) -> Path:
        """The file that is written last and says what the set-up was made from."""
        return self.environment / "set-up.json"

    @property
    def build(self) -> Path:
        """The folder of everything that can be made again."""
        return self.root / "build"


def _version() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def _hash(*parts: str | bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part.replace(b"\r\n", b"\n")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def wanted_stamp(project: Project) -> dict[str, str]:
    """Return what the stamp says after a set-up of today's files with this Python."""
    python = f"{sys.implementation.name} {_version()}{getattr(sys, 'abiflags', '')}"
    return {
        "packages": _hash(str(_RECIPE), python, str(project.root), project.lock.read_bytes()),
        "project": _hash((project.root / "pyproject.toml").read_bytes()),
    }


def read_stamp(project: Project) -> dict[str, str]:
    """Return what the stamp says, nothing if there is none or it is garbage."""
    try:
        found = json.loads(project.stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) and project.python.exists() else {}


def is_ready(project: Project) -> bool:
    """Return whether .venv was made, to its end, from today's files."""
    return read_stamp(project) == wanted_stamp(project)


def needed_libraries(environment: Mapping[str, str], *, for_window: bool) -> tuple[Library, ...]:
    """Return the system libraries Qt loads here: none but on Linux."""
    if not sys.platform.startswith("linux"):
        return ()
    return OFF_SCREEN + X11 if for_window and environment.get("DISPLAY") else OFF_SCREEN


def _base_python() -> str:
    """Return the Python behind this one: .venv cannot be made again by its own Python."""
    return str(getattr(sys, "_base_executable", None) or sys.executable)


def _has_module(name: str) -> bool:
    importlib.invalidate_caches()
    return importlib.util.find_spec(name) is not None


def can_make_environment(has_module: Callable[[str], bool] = _has_module) -> bool:
    """Return whether this Python brings what a virtual environment with pip takes."""
    return has_module("venv") and (has_module("ensurepip") or has_module("pip"))


def _is_of_system() -> bool:
    return Path(sys.base_prefix) == Path("/usr")


def _venv_packages() -> tuple[str, ...]:
    return f"python{_version()}-venv", "python3-venv"


def see_to_system(
    project: Project, libraries: Sequence[Library], tool: PackageTool, say: Say
) -> None:
    """Install the system packages the set-up lacks, or raise SetUpError that says how."""
    lacking = missing(libraries)
    lacks_venv = not is_ready(project) and not can_make_environment()
    others = [_venv_packages()] if lacks_venv and _is_of_system() else []
    if lacking or others:
        provide(lacking, others, tool, say)
    if lacks_venv and not can_make_environment():
        raise SetUpError(
            "This Python cannot make a virtual environment: its modules venv and ensurepip are not "
            f"there. Install them (on Debian and Ubuntu the package {_venv_packages()[0]}), {AGAIN}"
        )
    if still := missing(lacking):
        names = ", ".join(library.file for library in still)
        raise SetUpError(f"The system packages were installed, and yet {names} is not found.")


def _hold(file: IO[bytes], *, wait: bool) -> bool:
    """Take the lock of an open file; return whether it is held, which it is where none exist."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - Windows only

        while True:
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
            except OSError:
                if not wait:
                    return False
            else:
                return True
    import fcntl  # noqa: PLC0415 - not on Windows

    try:
        fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


@contextlib.contextmanager
def one_at_a_time(project: Project, say: Say) -> Iterator[None]:
    """Keep a second set-up of the same folder waiting."""
    if not os.access(project.root, os.W_OK):
        raise read_only(project.root)
    try:
        project.build.mkdir(exist_ok=True)
        file = (project.build / "set-up.lock").open("ab")
    except OSError as error:
        raise trouble_of(error, project.root) from None
    with file:
        if not _hold(file, wait=False):
            say("Another set-up of this folder is under way; waiting for it.")
            _hold(file, wait=True)
        yield


def _remove_environment(project: Project) -> None:
    project.stamp.unlink(missing_ok=True)  # first: what is half removed must not look whole
    if project.environment.is_symlink() or project.environment.is_file():
        project.environment.unlink()
    else:
        shutil.rmtree(project.environment)


def _make_environment(project: Project) -> None:
    """Make an empty .venv, with pip if this Python brings one along."""
    without = [] if _has_module("ensurepip") else ["--without-pip"]
    command = [_base_python(), "-m", "venv", *without, str(project.environment)]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode or not project.python.exists():
        words = (done.stdout + done.stderr).strip().splitlines()
        if any("Read-only file system" in line or "Permission denied" in line for line in words):
            raise read_only(project.root)
        reason = words[-1].rstrip(".") if words else "no reason given"
        raise SetUpError(f"Python could not make a virtual environment ({reason}).")


def _pip(project: Project) -> list[str]:
    """Return how to start pip for .venv: its own, or that of the Python behind it."""
    if project.python.with_name("pip.exe" if os.name == "nt" else "pip").exists():
        return [str(project.python), "-m", "pip"]
    return [_base_python(), "-m", "pip", "--python", str(project.python)]


def _install(project: Project, arguments: Sequence[str], say: Say) -> None:
    always = ["--no-deps", "--no-compile"]
    run_pip(_pip(project), [*always, *arguments], project.build / "set-up.log", project.root, say)


def _write_stamp(project: Project, stamp: dict[str, str]) -> None:
    fresh = project.stamp.with_suffix(".new")
    fresh.write_text(json.dumps(stamp), encoding="utf-8")
    fresh.replace(project.stamp)


def _make(project: Project, say: Say) -> None:
    wanted, found = wanted_stamp(project), read_stamp(project)
    if found.get("packages") != wanted["packages"]:
        if project.environment.exists() or project.environment.is_symlink():
            say(
                "The pinned packages or the Python have changed; setting up anew."
                if found
                else "An earlier set-up did not come to its end; starting it afresh."
            )
            _remove_environment(project)
        say(f"Setting up in {project.environment}: about 150 MB, once.")
        _make_environment(project)
        _install(
            project, ["--require-hashes", "--only-binary", ":all:", "-r", str(project.lock)], say
        )
    project.stamp.unlink(missing_ok=True)
    _install(project, ["--no-build-isolation", "--editable", str(project.root)], say)
    _write_stamp(project, wanted)
    say("Set up.")


def make_ready(
    project: Project, say: Say, libraries: Sequence[Library] = (), tool: PackageTool | None = None
) -> None:
    """See to everything the program needs on this machine; raises SetUpError."""
    see_to_system(project, libraries, tool or PackageTool(), say)
    if is_ready(project):
        return
    with one_at_a_time(project, say):
        if is_ready(project):
            return
        try:
            _make(project, say)
        except OSError as error:
            raise trouble_of(error, project.root) from None
