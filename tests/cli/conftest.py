"""A person at a terminal, and a journal to be named there."""

from pathlib import Path

import pytest
from support.copies import computers
from support.journals import Place, cheap_keys, place, template
from support.terminal import terminal

__all__ = ["cheap_keys", "computers", "place", "template", "terminal"]


@pytest.fixture
def journal_option(place: Place) -> tuple[str, Path]:
    """The option that names the journal of ``place``."""
    return ("--journal", place.folder)
