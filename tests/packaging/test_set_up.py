"""The set-up: once, whole, found again, and made afresh after an interruption."""

import errno
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
import set_up
from set_up import Project, is_ready, make_ready
from system_libraries import PackageTool
from trouble import DISK_FULL, SetUpError, trouble_of

NO_TOOL = PackageTool(run=lambda _: (1, ""), which=lambda _: None, is_root=False)


class Workshop:
    """A project in a temporary folder, whose venv and pip only leave marks."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.project = Project(root)
        self.project.lock.parent.mkdir()
        self.project.lock.write_text("qt==1 --hash=sha256:1\n")
        (root / "pyproject.toml").write_text("[project]\n")
        self.done: list[str] = []
        self.said: list[str] = []
        self.break_at = ""
        monkeypatch.setattr(set_up, "_make_environment", self._make)
        monkeypatch.setattr(set_up, "run_pip", self._pip)

    def _make(self, project: Project) -> None:
        self._do("venv")
        project.python.parent.mkdir(parents=True)
        project.python.touch()

    def _pip(self, _pip: Sequence[str], arguments: Sequence[str], *_: object) -> None:
        self._do("project" if "--editable" in arguments else "packages")

    def _do(self, step: str) -> None:
        if step == self.break_at:
            raise KeyboardInterrupt
        self.done.append(step)

    def set_up(self) -> list[str]:
        """Set up and return the steps it took."""
        self.done.clear()
        self.said.clear()
        make_ready(self.project, self.said.append, tool=NO_TOOL)
        return list(self.done)


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    return Workshop(tmp_path, monkeypatch)


def test_a_second_set_up_has_nothing_to_do_and_says_nothing(workshop: Workshop) -> None:
    assert workshop.set_up() == ["venv", "packages", "project"]
    assert workshop.set_up() == []
    assert workshop.said == []


def test_a_changed_pyproject_only_installs_the_project_again(workshop: Workshop) -> None:
    workshop.set_up()
    (workshop.project.root / "pyproject.toml").write_text("[project]\nname='other'\n")
    assert workshop.set_up() == ["project"]


def test_a_changed_lock_makes_everything_anew(workshop: Workshop) -> None:
    workshop.set_up()
    workshop.project.lock.write_text("qt==2 --hash=sha256:2\n")
    assert workshop.set_up() == ["venv", "packages", "project"]
    assert workshop.said[0].startswith("The pinned packages or the Python have changed")


def test_line_ends_of_windows_change_nothing(workshop: Workshop) -> None:
    workshop.set_up()
    workshop.project.lock.write_bytes(workshop.project.lock.read_bytes().replace(b"\n", b"\r\n"))
    assert is_ready(workshop.project)


def test_another_python_makes_everything_anew(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop.set_up()
    monkeypatch.setattr(set_up, "_version", lambda: "3.99")
    assert workshop.set_up() == ["venv", "packages", "project"]


def test_a_moved_folder_makes_everything_anew(
    workshop: Workshop, tmp_path_factory: pytest.TempPathFactory
) -> None:
    workshop.set_up()
    moved = tmp_path_factory.mktemp("moved") / "project"
    workshop.project.root.rename(moved)
    workshop.project = Project(moved)
    assert workshop.set_up() == ["venv", "packages", "project"]
    moved.rename(workshop.project.root)


@pytest.mark.parametrize("step", ["venv", "packages", "project"])
def test_an_interrupted_set_up_is_noticed_and_made_afresh(workshop: Workshop, step: str) -> None:
    workshop.break_at = step
    with pytest.raises(KeyboardInterrupt):
        workshop.set_up()
    left_over = workshop.project.environment / "half"
    if step != "venv":
        left_over.touch()
    workshop.break_at = ""
    assert workshop.set_up() == ["venv", "packages", "project"]
    assert not left_over.exists()
    if step != "venv":
        assert workshop.said[0].startswith("An earlier set-up did not come to its end")


def test_an_interrupted_second_installation_is_noticed(workshop: Workshop) -> None:
    workshop.set_up()
    (workshop.project.root / "pyproject.toml").write_text("[project]\nname='other'\n")
    workshop.break_at = "project"
    with pytest.raises(KeyboardInterrupt):
        workshop.set_up()
    workshop.break_at = ""
    assert workshop.set_up() == ["venv", "packages", "project"]


@pytest.mark.parametrize("stamp", ["", "[]", "{}", '{"packages": "x"'])
def test_a_damaged_stamp_counts_as_none(workshop: Workshop, stamp: str) -> None:
    workshop.set_up()
    workshop.project.stamp.write_text(stamp)
    assert workshop.set_up() == ["venv", "packages", "project"]


def test_a_venv_whose_python_is_gone_is_made_afresh(workshop: Workshop) -> None:
    workshop.set_up()
    workshop.project.python.unlink()
    assert workshop.set_up() == ["venv", "packages", "project"]


def test_the_stamp_goes_first_when_a_venv_is_removed(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop.set_up()
    workshop.project.lock.write_text("qt==2 --hash=sha256:2\n")

    def interrupt(folder: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(shutil, "rmtree", interrupt)
    with pytest.raises(KeyboardInterrupt):
        workshop.set_up()
    assert not workshop.project.stamp.exists()


def test_a_link_in_the_place_of_the_venv_is_removed_not_followed(
    workshop: Workshop, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept").touch()
    workshop.project.environment.symlink_to(elsewhere, target_is_directory=True)
    workshop.set_up()
    assert (elsewhere / "kept").exists()


@pytest.mark.parametrize("code", [errno.EROFS, errno.EACCES, errno.EPERM])
def test_a_read_only_folder_is_named(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(SetUpError, match=re.escape(str(workshop.project.root))):
        workshop.set_up()


def test_a_folder_without_write_access_is_named(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(SetUpError, match="cannot be written to"):
        workshop.set_up()


def test_a_read_only_folder_that_is_set_up_is_fine(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop.set_up()
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert workshop.set_up() == []


def test_a_full_disk_has_its_own_sentence(tmp_path: Path) -> None:
    assert str(trouble_of(OSError(errno.ENOSPC, "full"), tmp_path)) == DISK_FULL


def test_other_refusals_name_the_reason(tmp_path: Path) -> None:
    trouble = trouble_of(OSError(errno.EIO, "Input/output error", "x"), tmp_path)
    assert "Input/output error (x)" in str(trouble)


def _without(monkeypatch: pytest.MonkeyPatch, *absent: str) -> None:
    monkeypatch.setattr(set_up, "_has_module", lambda name: name not in absent)
    monkeypatch.setattr(
        set_up, "can_make_environment", lambda: not {"ensurepip", "pip"} <= set(absent)
    )


def test_a_debian_without_venv_installs_its_package(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    _without(monkeypatch, "ensurepip", "pip")
    monkeypatch.setattr(sys, "base_prefix", "/usr")
    ran: list[list[str]] = []

    def run(command: Sequence[str]) -> tuple[int, str]:
        ran.append(list(command))
        if "install" in command:
            _without(monkeypatch)
        return 0, ""

    tool = PackageTool(run=run, which=lambda name: f"/usr/bin/{name}", is_root=True)
    make_ready(workshop.project, workshop.said.append, tool=tool)
    assert "python3-venv" in ran[-1]
    assert is_ready(workshop.project)


def test_a_python_without_venv_is_told_what_it_lacks(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    _without(monkeypatch, "ensurepip", "pip")
    monkeypatch.setattr(sys, "base_prefix", "/opt/python")
    with pytest.raises(SetUpError, match="venv and ensurepip"):
        workshop.set_up()


@pytest.mark.parametrize(
    ("absent", "able"),
    [((), True), (("ensurepip",), True), (("ensurepip", "pip"), False), (("venv",), False)],
)
def test_venv_and_some_pip_are_what_it_takes(absent: tuple[str, ...], able: bool) -> None:
    assert set_up.can_make_environment(lambda name: name not in absent) is able


def test_the_pip_of_the_python_behind_serves_a_venv_without_one(tmp_path: Path) -> None:
    project = Project(tmp_path)
    assert set_up._pip(project)[1:] == ["-m", "pip", "--python", str(project.python)]
    project.python.parent.mkdir(parents=True)
    project.python.with_name("pip.exe" if os.name == "nt" else "pip").touch()
    assert set_up._pip(project) == [str(project.python), "-m", "pip"]


def test_a_second_set_up_of_the_same_folder_waits(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with path.open("ab") as first, path.open("ab") as second:
        assert set_up._hold(first, wait=False)
        assert not set_up._hold(second, wait=False)
        first.close()
        assert set_up._hold(second, wait=True)


def test_a_venv_that_cannot_be_made_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = subprocess.CompletedProcess([], 1, "", "Traceback …\nError: something odd.\n")
    monkeypatch.setattr(subprocess, "run", lambda *_args, **_more: done)
    with pytest.raises(SetUpError, match=r"\(Error: something odd\)\."):
        set_up._make_environment(Project(tmp_path))


def test_system_libraries_are_needed_on_linux_and_those_of_x11_with_a_display(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    plain = set_up.needed_libraries({}, for_window=True)
    assert set(plain) < set(set_up.needed_libraries({"DISPLAY": ":0"}, for_window=True))
    assert set_up.needed_libraries({"DISPLAY": ":0"}, for_window=False) == plain
    monkeypatch.setattr(sys, "platform", "darwin")
    assert set_up.needed_libraries({}, for_window=True) == ()
