"""The page of a tour shows every picture that was taken, and none that was not."""

import re
from itertools import islice
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from caregiver_journal.app import run_tour
from caregiver_journal.ui import tour
from caregiver_journal.ui.tour_index import write_index


def shown(page: Path) -> list[str]:
    return re.findall(r'<img src="([^"]+)"', page.read_text("utf-8"))


def test_each_state_has_a_row_with_its_sights(tmp_path: Path) -> None:
    page = write_index(tmp_path, {"today-few": ["light-100", "dark-100"], "unlock": ["light-100"]})
    assert shown(page) == [
        "today-few-light-100.png",
        "today-few-dark-100.png",
        "unlock-light-100.png",
    ]
    text = page.read_text("utf-8")
    assert '<h2 id="today-few">Today few</h2>' in text
    assert 'alt="Today few, Dark 100"' in text
    assert '<a href="#unlock">Unlock</a>' in text


def test_names_are_no_markup(tmp_path: Path) -> None:
    text = write_index(tmp_path, {'<b>"': ["&"]}).read_text("utf-8")
    assert "<b>" not in text
    assert "&lt;b&gt;&quot;-&amp;.png" in text


def test_a_tour_shows_each_picture_it_takes(
    qapp: QApplication, no_keychain: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Show the first states only: ``test_every_page`` walks through all of them."""
    show_each = tour._show_each
    monkeypatch.setattr(tour, "_show_each", lambda window: islice(show_each(window), 12))
    monkeypatch.setattr(tour, "LENGTHS", {"few-days": 5})
    assert run_tour(tmp_path, is_quick=True) == 0
    pictures = {path.name for path in tmp_path.glob("*.png")}
    assert set(shown(tmp_path / "index.html")) == pictures
    assert {"today-empty-light-100.png", "trends-few-days-light-100.png"} <= pictures
