"""The content files: which there are, who reads them, their texts, and stand-ins come to harm."""

import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest
from support.source_tree import ROOT

from caregiver_journal.base import content
from caregiver_journal.base.content import read_words
from caregiver_journal.base.places import resource
from caregiver_journal.journal.exercising import shipped_exercises
from caregiver_journal.journal.feelings import shipped_feelings
from caregiver_journal.journal.forms import form_words
from caregiver_journal.journal.instruments import shipped_instruments
from caregiver_journal.journal.ladder import shipped_suggestions
from caregiver_journal.journal.learning import shipped_cards
from caregiver_journal.journal.prompts import shipped_prompts
from caregiver_journal.journal.sample.notes import Notebook
from caregiver_journal.journal.scripts import builder_parts, shipped_scripts
from caregiver_journal.journal.support_content import all_numbers, sections, sentences

CONTENT = ROOT / "resources" / "content" / "en"

READERS: Mapping[str, Callable[[], object]] = {
    "builder.toml": builder_parts,
    "exercises.toml": shipped_exercises,
    "feelings.toml": shipped_feelings,
    "ladder.toml": shipped_suggestions,
    "learn.toml": shipped_cards,
    "measures.toml": shipped_instruments,
    "ordinary_words.txt": lambda: read_words("ordinary_words"),
    "passphrase_words.txt": lambda: read_words("passphrase_words"),
    "prompts.toml": shipped_prompts,
    "reflections.toml": form_words,
    "sample.toml": lambda: Notebook(Random(0)),
    "scripts.toml": shipped_scripts,
    "support.toml": lambda: (sections(), all_numbers(), sentences()),
}
"""Who reads a file, and refuses one that is not as it has to be."""

Place = tuple[str, ...]
"""Where a text stands in its file: tables, ids or numbers, fields."""


def read_tables(name: str) -> dict[str, Any]:
    """Return what a shipped file holds."""
    return tomllib.loads((CONTENT / name).read_text(encoding="utf-8"))


def texts(value: object, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Return every text in what a file holds, and where it stands."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from texts(each, (*place, str(key)))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            name = each.get("id", number) if isinstance(each, dict) else number
            yield from texts(each, (*place, str(name)))


class Harm:
    """Puts other files into the place of content files, for readers that begin afresh."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, name: str, raw: bytes) -> None:
        """Have something else stand in a file."""
        (self._folder / name).write_bytes(raw)
        forget_content()

    def find(self, *parts: str) -> Path:
        """Return where a file lies: the stand-in, where there is one."""
        stand_in = self._folder / parts[-1]
        return stand_in if stand_in.is_file() else resource(*parts)


def forget_content() -> None:
    """Let every reader of content read anew."""
    read_words.cache_clear()
    for name, module in list(sys.modules.items()):
        if name.startswith("caregiver_journal.journal."):
            for each in vars(module).values():
                if hasattr(each, "cache_clear"):
                    each.cache_clear()


@pytest.fixture
def harm(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Harm]:
    """Content files that can come to harm, and are whole again afterwards."""
    harm = Harm(tmp_path_factory.mktemp("content"))
    monkeypatch.setattr(content, "resource", harm.find)
    yield harm
    monkeypatch.undo()
    forget_content()
