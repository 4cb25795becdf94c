"""matplotlib reads no settings that lie about, and writes nothing but its list of fonts."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.source_tree import ROOT

from caregiver_journal.base.places import drawing_folder
from caregiver_journal.charts import engine

PLANTED = "axes.facecolor: red\nbackend: module://planted\nfont.size: 40\n"

DRAW = """
import json, os, sys
opened = []

def watch(event, values):
    if event == "open" and isinstance(values[0], str):
        writes = values[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        opened.append([os.path.abspath(values[0]), bool(writes)])
    elif event == "os.mkdir":
        opened.append([os.path.abspath(values[0]), True])

sys.addaudithook(watch)
from datetime import date
from caregiver_journal.base.look import read_look
from caregiver_journal.charts.picture import draw_picture
from caregiver_journal.domain.mood_trend import MoodTrend
from caregiver_journal.domain.series import make_series

before = dict(os.environ)
day = date(2026, 11, 20)
draw_picture(MoodTrend(make_series([(day, 3.0)], day, day)), read_look("light"), 200, 100)
from matplotlib import rcParams
print(json.dumps({
    "opened": opened,
    "size": rcParams["font.size"],
    "face": rcParams["axes.facecolor"],
    "modules": [name for name in sys.modules if name in ("planted", "matplotlib.pyplot")],
    "is_restored": before == dict(os.environ),
}))
"""


def plant(home: Path) -> None:
    """Lay files of settings wherever matplotlib looks for them, and a module they name."""
    here = home / "here"
    for folder in (here, home / ".config" / "matplotlib", home / "named", drawing_folder()):
        folder.mkdir(parents=True)
        (folder / "matplotlibrc").write_text(PLANTED)
    (here / "planted.py").write_text("raise SystemExit('code that lay about was run')")


def test_planted_settings_change_nothing_and_nothing_is_written_elsewhere(home: Path) -> None:
    plant(home)
    named = {"MATPLOTLIBRC": str(home / "named"), "MPLBACKEND": "module://planted"}
    done = subprocess.run(
        [sys.executable, "-B", "-c", DRAW],
        cwd=home / "here",
        env=os.environ | named | {"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert (found["size"], found["face"], found["modules"]) == (10.0, "white", [])
    assert found["is_restored"], "the variables of the environment are as they were"
    read = [path for path, _writes in found["opened"]]
    assert not [path for path in read if path.endswith("matplotlibrc") and str(home) in path]
    written = {Path(path) for path, writes in found["opened"] if writes and path != os.devnull}
    assert written, "the list of fonts"
    ours = drawing_folder()
    strange = {
        path for path in written if not path.is_relative_to(ours) and path not in ours.parents
    }
    assert strange == set()
    kept = [path.name for path in ours.rglob("*") if path.is_file()]
    assert [name for name in kept if not name.startswith("fontlist")] == []


def test_loading_again_does_nothing() -> None:
    engine.load_engine()
    exists = os.path.exists
    engine.load_engine()
    assert os.path.exists is exists


def test_a_folder_that_cannot_be_made_is_replaced_by_a_passing_one(home: Path) -> None:
    drawing_folder().parent.parent.mkdir(parents=True)
    drawing_folder().parent.write_text("a file where the folder should be")
    folder = engine._own_folder()
    assert folder.is_dir()
    assert not list(folder.iterdir())
    assert folder != drawing_folder()


def test_a_folder_that_cannot_be_written_to_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_args: False)
    assert engine._own_folder() != drawing_folder()


def test_only_the_bare_name_of_the_settings_is_denied(tmp_path: Path) -> None:
    (tmp_path / "matplotlibrc").write_text("")
    with engine._no_settings_here():
        assert not os.path.exists("matplotlibrc")  # noqa: PTH110 - as matplotlib asks
        assert os.path.exists(tmp_path)  # noqa: PTH110
        assert os.path.exists(tmp_path / "matplotlibrc")  # noqa: PTH110


def test_the_typefaces_are_known() -> None:
    engine.load_engine()
    from matplotlib.font_manager import findfont

    assert "SourceSansPro" in findfont(engine.FAMILY, fallback_to_default=False)
    assert "DejaVuSans" in findfont(engine.FALLBACK, fallback_to_default=False)
