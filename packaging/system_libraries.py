"""Find and install the system packages that a bare Linux lacks."""

import ctypes
import os
import shlex
import shutil
import subprocess
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from trouble import AGAIN, SetUpError

Run = Callable[[Sequence[str]], tuple[int, str]]
Say = Callable[[str], object]


@dataclass(frozen=True)
class Library:
    """A shared library Qt loads, and the packages that bring it (the newer Debian name first)."""

    file: str
    debian: tuple[str, ...]
    arch: str


OFF_SCREEN = (
    Library("libGL.so.1", ("libgl1",), "libglvnd"),
    Library("libEGL.so.1", ("libegl1",), "libglvnd"),
    Library("libxkbcommon.so.0", ("libxkbcommon0",), "libxkbcommon"),
    Library("libfontconfig.so.1", ("libfontconfig1",), "fontconfig"),
    Library("libfreetype.so.6", ("libfreetype6",), "freetype2"),
    Library("libglib-2.0.so.0", ("libglib2.0-0t64", "libglib2.0-0"), "glib2"),
    Library("libgthread-2.0.so.0", ("libglib2.0-0t64", "libglib2.0-0"), "glib2"),
    Library("libdbus-1.so.3", ("libdbus-1-3",), "dbus"),
    Library("libstdc++.so.6", ("libstdc++6",), "gcc-libs"),
)
X11 = (
    Library("libxcb-cursor.so.0", ("libxcb-cursor0",), "xcb-util-cursor"),
    Library("libxkbcommon-x11.so.0", ("libxkbcommon-x11-0",), "libxkbcommon-x11"),
    Library("libxcb-icccm.so.4", ("libxcb-icccm4",), "xcb-util-wm"),
    Library("libxcb-keysyms.so.1", ("libxcb-keysyms1",), "xcb-util-keysyms"),
    Library("libxcb-image.so.0", ("libxcb-image0",), "xcb-util-image"),
    Library("libxcb-render-util.so.0", ("libxcb-render-util0",), "xcb-util-renderutil"),
    Library("libxcb-shape.so.0", ("libxcb-shape0",), "libxcb"),
    Library("libxcb-xkb.so.1", ("libxcb-xkb1",), "libxcb"),
)

_UNREACHABLE = (
    "resolving",
    "resolve host",
    "Unable to connect",
    "Could not connect",
    "Failed to fetch",
)
_OPTIONS = ("-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120")


def missing(
    libraries: Iterable[Library], load: Callable[[str], object] = ctypes.CDLL
) -> tuple[Library, ...]:
    """Return the libraries the loader does not find."""

    def is_there(library: Library) -> bool:
        try:
            load(library.file)
        except OSError:
            return False
        return True

    return tuple(library for library in libraries if not is_there(library))


def run_quietly(command: Sequence[str]) -> tuple[int, str]:
    """Run a command and return its exit code and all it printed."""
    environment = os.environ | {"LC_ALL": "C"}
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        check=False,
    )
    return done.returncode, done.stdout.decode(errors="replace")


@dataclass(frozen=True)
class PackageTool:
    """The system's own package tool, as far as this script may use it."""

    run: Run = run_quietly
    which: Callable[[str], str | None] = shutil.which
    is_root: bool = not hasattr(os, "geteuid") or os.geteuid() == 0

    def before_apt(self) -> list[str] | None:
        """Return what to put before apt-get so that it asks nothing, None where it may not run."""
        if self.is_root:
            return []
        if self.which("sudo") and self.run(["sudo", "-n", "true"])[0] == 0:
            return ["sudo", "-n"]
        return None

    def install(self, choices: Iterable[tuple[str, ...]], say: Say) -> None:
        """Install one package of each choice with apt; raises SetUpError."""
        before = self.before_apt()
        wanted = tuple(dict.fromkeys(choices))
        if before is None:
            command = self._by_hand(self._names(wanted))
            raise SetUpError(
                f"System packages are missing; install them with\n  {command}\n{AGAIN}"
            )
        say("Asking the system's package server what it has.")
        _, update_words = self.run([*before, "apt-get", "update"])
        names = self._names(wanted)
        say(f"Installing system packages: {', '.join(names)}.")
        # sudo keeps no environment, so the setting travels through env
        apt = [*before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", *_OPTIONS]
        code, words = self.run([*apt, *names])
        if code != 0:
            # the lists matter only where apt knew too little to begin
            knew_too_little = "Unable to locate" in words or "no installation candidate" in words
            raise self._refusal(words + update_words if knew_too_little else words, names)

    def _names(self, choices: Iterable[tuple[str, ...]]) -> list[str]:
        """Return of each choice the package this system offers."""
        several = [name for choice in choices for name in choice if len(choice) > 1]
        offered = self._offered(several) if several else set()
        return list(
            dict.fromkeys(
                next((name for name in choice if name in offered), choice[-1]) for choice in choices
            )
        )

    def _offered(self, names: Sequence[str]) -> set[str]:
        _, words = self.run(["apt-cache", "policy", *names])
        found, name = set(), ""
        for line in words.splitlines():
            if line and not line.startswith(" "):
                name = line.rstrip(":")
            elif line.strip().startswith("Candidate:") and "(none)" not in line:
                found.add(name)
        return found

    def _by_hand(self, names: Sequence[str]) -> str:
        install = "sudo apt-get install -y --no-install-recommends"
        return f"sudo apt-get update && {install} {shlex.join(names)}"

    def _refusal(self, words: str, names: Sequence[str]) -> SetUpError:
        what = f"The system's package tool could not install {', '.join(names)}"
        if any(sign in words for sign in _UNREACHABLE):
            reason = "its server cannot be reached; check the network connection"
        elif "lock" in words and "held by" in words:
            reason = "another program is installing packages; wait for it to finish"
        else:
            errors = [line[2:].strip() for line in words.splitlines() if line.startswith("E:")]
            reason = f"{(errors or ['it gave no reason'])[-1]} Try {self._by_hand(names)}"
        return SetUpError(f"{what}: {reason}, {AGAIN}")


def command_for(libraries: Sequence[Library], which: Callable[[str], str | None]) -> str | None:
    """Return the command that installs libraries on a Linux without apt, None if unknown."""
    files = shlex.join(dict.fromkeys(f"{library.file}()(64bit)" for library in libraries))
    if which("dnf"):
        return f"sudo dnf install {files}"
    if which("zypper"):
        return f"sudo zypper install {files}"
    if which("pacman"):
        names = dict.fromkeys(library.arch for library in libraries)
        return f"sudo pacman -S --needed {shlex.join(names)}"
    return None


def provide(
    libraries: Sequence[Library], others: Sequence[tuple[str, ...]], tool: PackageTool, say: Say
) -> None:
    """Install what is missing, or raise SetUpError with the exact command to do it by hand."""
    if tool.which("apt-get") is None:
        if not libraries:
            return
        command = command_for(libraries, tool.which)
        files = ", ".join(library.file for library in libraries)
        if command is None:
            raise SetUpError(
                f"Qt needs system libraries that are not here: {files}. Install them, {AGAIN}"
            )
        raise SetUpError(
            f"Qt needs system libraries that are not here; install them with\n  {command}\n{AGAIN}"
        )
    tool.install([*(library.debian for library in libraries), *others], say)
