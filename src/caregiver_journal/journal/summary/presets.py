"""Keep what a summary is made of under a name, and choose it again."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import clean_line
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.period import Span
from caregiver_journal.domain.summary import ON_AT_FIRST, Block
from caregiver_journal.journal.journal import Journal

MAX_NAME = 40
"""Longest name of a preset, in characters."""


@dataclass(frozen=True, slots=True)
class Preset:
    """What a summary is made of; single entries and dates are chosen anew each time.

    Attributes:
        name: one line, the person's own.
        span: how far it looks back; never ``Span.DATES``.

    Raises:
        InvalidValueError: it has no name, or one that is too long.
    """

    name: str = field(repr=False)
    span: Span
    blocks: frozenset[Block]

    def __post_init__(self) -> None:
        name = clean_line(self.name)
        if not name:
            raise InvalidValueError(_("A name is needed."), field="name")
        if len(name) > MAX_NAME:
            raise InvalidValueError(
                _("At most {most} characters fit here.").format(most=MAX_NAME), field="name"
            )
        object.__setattr__(self, "name", name)


def all_presets(journal: Journal) -> tuple[Preset, ...]:
    """Return the presets by their names; what cannot be read of one falls back to the usual."""
    return tuple(_read(name, content) for name, content in journal.presets.all().items())


def write_preset(journal: Journal, preset: Preset) -> Callable[[], object]:
    """Keep a preset, over the one of the same name; return what takes that back."""
    earlier = next((each for each in all_presets(journal) if each.name == preset.name), None)
    content = {"span": preset.span.value, "blocks": sorted(preset.blocks)}
    with journal.writing(Topic.PRESET):
        journal.presets.write(preset.name, json.dumps(content))
    if earlier is None:
        return partial(delete_preset, journal, preset)
    return partial(write_preset, journal, earlier)


def delete_preset(journal: Journal, preset: Preset) -> Callable[[], object]:
    """Delete a preset; return what brings it back."""
    with journal.writing(Topic.PRESET):
        journal.presets.forget(preset.name)
    return partial(write_preset, journal, preset)


def _read(name: str, content: str) -> Preset:
    span, blocks = Span.MONTH, ON_AT_FIRST
    with suppress(ValueError, TypeError, KeyError, AttributeError):
        values = json.loads(content)
        span = Span(values["span"])
        known = {block.value for block in Block}
        blocks = frozenset(Block(each) for each in values["blocks"] if each in known)
    return Preset(name, span, blocks)
