"""The packages a bare Linux lacks: found, installed where allowed, named where not."""

import sys
from collections.abc import Callable, Sequence

import pytest
from system_libraries import OFF_SCREEN, X11, Library, PackageTool, missing, provide, run_quietly
from trouble import SetUpError

POLICY = """libglib2.0-0t64:
  Installed: (none)
  Candidate: 2.80.0-6
libglib2.0-0:
  Installed: (none)
  Candidate: (none)
"""


class System:
    """A Linux that answers commands from a table, by their first word after sudo and env."""

    def __init__(self, *tools: str, **answers: tuple[int, str]) -> None:
        self.tools = tools
        self.answers = answers
        self.ran: list[list[str]] = []

    def run(self, command: Sequence[str]) -> tuple[int, str]:
        self.ran.append(list(command))
        for word in ("true", "update", "policy", "install"):
            if word in command:
                return self.answers.get(word, (0, ""))
        raise AssertionError(command)

    def which(self, name: str) -> str | None:
        return f"/usr/bin/{name}" if name in self.tools else None

    def tool(self, *, is_root: bool = False) -> PackageTool:
        return PackageTool(run=self.run, which=self.which, is_root=is_root)

    def provide(
        self, libraries: tuple[Library, ...] = OFF_SCREEN, *, is_root: bool = False
    ) -> list[str]:
        said: list[str] = []
        provide(libraries, [], self.tool(is_root=is_root), said.append)
        return said


def _loader(*absent: str) -> Callable[[str], object]:
    def load(name: str) -> object:
        if name in absent:
            raise OSError(name)
        return name

    return load


def test_only_what_the_loader_does_not_find_is_missing() -> None:
    assert missing(OFF_SCREEN, _loader()) == ()
    [egl] = missing(OFF_SCREEN + X11, _loader("libEGL.so.1"))
    assert egl.debian == ("libegl1",)


def test_root_installs_with_apt_without_a_question() -> None:
    system = System("apt-get", policy=(0, POLICY))
    said = system.provide(is_root=True)
    command = system.ran[-1]
    assert command[:4] == ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install"]
    assert "-y" in command
    assert "libgl1" in command
    assert "libgl1" in said[-1]


def test_each_package_is_named_once_and_by_the_name_this_system_has() -> None:
    system = System("apt-get", policy=(0, POLICY))
    system.provide(is_root=True)
    assert system.ran[-1].count("libglib2.0-0t64") == 1
    assert "libglib2.0-0" not in system.ran[-1]
    older = System("apt-get", policy=(0, POLICY.replace("libglib2.0-0t64", "other")))
    older.provide(is_root=True)
    assert "libglib2.0-0" in older.ran[-1]


def test_a_person_who_may_use_sudo_installs_with_it() -> None:
    system = System("apt-get", "sudo")
    system.provide()
    assert system.ran[-1][:3] == ["sudo", "-n", "env"]


def test_without_rights_the_exact_command_is_printed() -> None:
    system = System("apt-get", "sudo", true=(1, "a password is required"))
    with pytest.raises(SetUpError) as caught:
        system.provide()
    assert "sudo apt-get install -y --no-install-recommends libgl1 libegl1" in str(caught.value)
    assert not any("install" in command for command in system.ran)


@pytest.mark.parametrize(
    ("tool", "command"),
    [
        ("dnf", "sudo dnf install 'libGL.so.1()(64bit)'"),
        ("zypper", "sudo zypper install 'libGL.so.1()(64bit)'"),
        ("pacman", "sudo pacman -S --needed libglvnd libxkbcommon"),
    ],
)
def test_other_distributions_are_told_their_command(tool: str, command: str) -> None:
    with pytest.raises(SetUpError) as caught:
        System(tool).provide(is_root=True)
    assert f"\n  {command}" in str(caught.value)


def test_an_unknown_distribution_is_told_the_files() -> None:
    with pytest.raises(SetUpError, match=r"libGL\.so\.1, libEGL\.so\.1"):
        System().provide()


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ({"install": (100, "E: Failed to fetch x")}, "server cannot be reached"),
        (
            {
                "update": (0, "W: Temporary failure resolving 'x'"),
                "install": (100, "E: Unable to locate package libgl1"),
            },
            "server cannot be reached",
        ),
        (
            {"install": (100, "E: Could not get lock /x. It is held by process 7")},
            "another program is installing",
        ),
        (
            {"update": (0, "W: Failed to fetch x"), "install": (100, "E: Sub-process died")},
            r"Sub-process died Try sudo apt-get update",
        ),
    ],
)
def test_what_apt_refuses_is_said_in_one_sentence(
    answers: dict[str, tuple[int, str]], reason: str
) -> None:
    with pytest.raises(SetUpError, match=reason):
        System("apt-get", **answers).provide(is_root=True)


def test_a_command_is_run_in_plain_english() -> None:
    code, words = run_quietly([sys.executable, "-c", "import os; print(os.environ['LC_ALL'])"])
    assert (code, words.strip()) == (0, "C")
