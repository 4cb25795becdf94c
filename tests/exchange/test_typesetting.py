"""Typst sets what it is given; it reads no file and asks for nothing."""

import errno
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from support.source_tree import ROOT
from support.summaries import saying

from caregiver_journal.base.places import resource
from caregiver_journal.domain.summary import Words
from caregiver_journal.exchange import setting_place as module
from caregiver_journal.exchange import typesetting
from caregiver_journal.exchange.drawn import draw_all
from caregiver_journal.exchange.setting_place import setting_place
from caregiver_journal.exchange.summary_pdf import lay_out
from caregiver_journal.exchange.typesetting import (
    CannotSetError,
    set_pdf,
    set_pictures,
    shapeless,
)

DAY = date(2026, 11, 20)
TEMPLATE = resource("reports", "summary.typ")

LISTEN = """
import json, os, socket, sys
from threading import Thread

plug = socket.create_server(("127.0.0.1", 0))
plug.settimeout(60)
asked = []

def listen():
    while True:
        try:
            line, _address = plug.accept()
        except OSError:
            return
        asked.append(line.recv(200).decode("latin-1"))
        line.close()

Thread(target=listen, daemon=True).start()
proxy = "http://127.0.0.1:%d" % plug.getsockname()[1]
for name in ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
    os.environ[name] = proxy
for name in ("NO_PROXY", "no_proxy"):
    os.environ.pop(name, None)

from caregiver_journal.exchange import setting_place as module
from caregiver_journal.exchange import typesetting

wanted = '#import "@preview/cetz:0.3.0": *'
data = json.loads(sys.argv[1])
content = typesetting.set_pdf(json.dumps(data), typesetting._ANY_DAY, is_accessible=True)
quiet = list(asked)
typesetting._template = lambda: wanted.encode()
try:
    typesetting.set_pdf("{}", typesetting._ANY_DAY, is_accessible=True)
except typesetting.CannotSetError:
    pass
print(json.dumps({"bytes": len(content), "quiet": quiet, "planted": asked}))
"""


def test_no_text_makes_it_ask_the_network() -> None:
    """Set pages where every way out leads to a plug that listens; a planted import is heard."""
    summary = saying(Words('#import "@preview/cetz:0.3.0": *'), Words("https://example.org"))
    data = lay_out(summary, draw_all(summary)).data
    done = subprocess.run(
        [sys.executable, "-c", LISTEN, data],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
        timeout=90,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    heard = json.loads(done.stdout)
    assert heard["bytes"] > 1_000
    assert heard["quiet"] == []
    assert any("packages.typst.org" in each for each in heard["planted"])


def test_the_template_takes_in_nothing_but_its_data() -> None:
    text = TEMPLATE.read_text(encoding="utf-8")
    code = re.sub(r"//.*", "", text)
    for word in ("import", "include", "eval", "read", "plugin", "link", "csv", "yaml", "cite"):
        assert not re.search(rf"\b{word}\b", code), word
    assert code.count("sys.inputs") == 1


@pytest.mark.parametrize("path", ["/etc/hostname", "../../../etc/hostname", "summary.typ"])
def test_even_a_template_can_read_no_file(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "_template", f'#read("{path}")'.encode)
    with pytest.raises(CannotSetError) as caught:
        set_pdf("{}", DAY, is_accessible=False)
    assert caught.value.signs == frozenset()


SQUARE = '<rect width="9" height="9" fill="red"/>'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'


def test_a_picture_in_a_drawing_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_text(f"{SVG}{SQUARE}</svg>", encoding="utf-8")
    summary = saying(Words("x"))
    data = json.loads(lay_out(summary, draw_all(summary)).data)

    def pictured(shape: str) -> bytes:
        piece = {"kind": "drawing", "svg": f"{SVG}{shape}</svg>", "sentence": "Seen."}
        data["sections"][0]["pieces"] = [piece]
        return set_pictures(json.dumps(data), 40)[0]

    assert pictured(SQUARE) != pictured("")
    for address in (secret, f"file://{secret}", "secret.svg"):
        with pytest.raises(CannotSetError):
            pictured(f'<image href="{address}" width="9" height="9"/>')


def test_signs_without_a_shape_are_found() -> None:
    known = frozenset("aß→–≥שسΩЖ\N{REPLACEMENT CHARACTER}")
    unknown = frozenset("\ue000\U0010fffd\u0378")
    assert shapeless(known) == frozenset()
    assert shapeless(known | unknown) == unknown
    assert shapeless(frozenset()) == frozenset()


def test_the_fonts_are_ours_first_and_go_with_the_program() -> None:
    place = setting_place()
    assert sorted(path.name for path in place.files) == [
        "DejaVuSans-Bold.ttf",
        "DejaVuSans.ttf",
        "SourceSansPro-Regular.ttf",
        "SourceSansPro-Semibold.ttf",
    ]
    assert list(place.nothing.iterdir()) == []
    families = set(place.fonts.families())
    assert {"Source Sans Pro", "DejaVu Sans"} <= families
    assert not any(name.startswith("Last Resort") for name in families)
    assert setting_place() is place


def test_a_place_that_was_tidied_away_is_made_again() -> None:
    place = setting_place()
    shutil.rmtree(place.nothing.parent)
    assert shapeless(frozenset("aש\ue000")) == {"\ue000"}
    assert setting_place() is not place


@pytest.fixture
def another_place() -> Iterator[None]:
    module._make_place.cache_clear()
    yield
    module._make_place.cache_clear()


@pytest.mark.usefixtures("another_place")
def test_pages_are_set_where_our_fonts_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_spec", lambda _name: None)
    assert setting_place().files == ()
    summary = saying(Words("x"))
    assert set_pdf(lay_out(summary, draw_all(summary)).data, DAY, is_accessible=True)


@pytest.mark.usefixtures("another_place")
def test_pages_are_set_where_nothing_can_be_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(module, "make_private_folder", refuse)
    assert "Source Sans Pro" in setting_place().fonts.families()
    summary = saying(Words("x"))
    assert set_pdf(lay_out(summary, draw_all(summary)).data, DAY, is_accessible=True)


@pytest.mark.usefixtures("another_place")
def test_fonts_that_lie_there_are_not_copied_again(monkeypatch: pytest.MonkeyPatch) -> None:
    first = setting_place()
    times = [path.stat().st_mtime_ns for path in first.files]
    module._make_place.cache_clear()
    assert [path.stat().st_mtime_ns for path in setting_place().files] == times
