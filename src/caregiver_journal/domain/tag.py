"""Tags: short words of the person's own, the same whatever their case and accents' encoding."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from caregiver_journal.base.text import clean_line

MAX_TAG = 60
"""Longest tag, in characters."""
MAX_TAGS = 30
"""Most tags of one entry."""


@dataclass(frozen=True, slots=True)
class TagUse:
    """A tag, on how many entries it stands (those in the trash too), and whether it is hidden."""

    name: str
    count: int
    is_hidden: bool


@lru_cache(512)  # the same few come again with every page of entries
def clean_tag(text: str) -> str:
    """Return a tag as it is stored: one line, no leading ``#``; raises as ``clean_line`` does."""
    return clean_line(text).lstrip("# ")[:MAX_TAG].rstrip()


@lru_cache(512)
def folded(tag: str) -> str:
    """Return what two spellings of the same tag have in common."""
    return unicodedata.normalize("NFKC", tag).casefold()


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Return cleaned tags in their order, without empty ones and doubles, at most ``MAX_TAGS``."""
    return _clean_tags(tuple(tags))


@lru_cache(512)
def _clean_tags(tags: tuple[str, ...]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for tag in map(clean_tag, tags):
        if tag:
            kept.setdefault(folded(tag), tag)
    return tuple(kept.values())[:MAX_TAGS]
