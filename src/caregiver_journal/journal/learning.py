"""Cards to learn from: those that come with the program, own ones, and which were read."""

from collections.abc import Collection
from dataclasses import replace
from functools import cache

from caregiver_journal.base.content import (
    ContentError,
    ContentFile,
    read_content,
    require_texts,
    text_list,
)
from caregiver_journal.base.errors import NothingFoundError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.card import Card, Subject
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.reflection import Form
from caregiver_journal.journal.begun import DraftName, forget_draft
from caregiver_journal.journal.exercising import shipped_exercises
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.own_id import own_id
from caregiver_journal.journal.prompts import shipped_themes

PAGES = ("boundary", "scripts", "ladder", "plan", "support")
"""The pages that "try this" may lead to."""
ROWS = tuple(
    f"{seed}.{number}"
    for seed, numbers in enumerate(
        (range(1, 16), range(1, 15), range(1, 9), range(1, 14), range(12))
    )
    for number in numbers
)
"""The rows of the table that maps the five source texts to what the program has for them."""


@cache
def _file() -> ContentFile:
    return read_content("learn")


@cache
def shipped_subjects() -> tuple[Subject, ...]:
    """Return what the program's cards are about; raises ``ContentError``."""
    return _file().records("topics", _make_subject)


@cache
def shipped_cards() -> tuple[Card, ...]:
    """Return the cards that come with the program; raises ``ContentError``."""
    return read_cards(_file())


def subject_titles() -> dict[str, str]:
    """Return the titles of the subjects by their ids; raises ``ContentError``."""
    return {subject.id: subject.title for subject in shipped_subjects()}


def read_cards(file: ContentFile) -> tuple[Card, ...]:
    """Return the cards of a content file; raises ``ContentError``."""
    known = {subject.id for subject in file.records("topics", _make_subject)}
    goals = {room: _goals(room) for room in ("theme", "form", "exercise", "page")}

    def make(  # noqa: PLR0913 - the fields of a card
        *,
        id: str,  # noqa: A002 - as in the file
        topic: str,
        title: str,
        paragraphs: list[str],
        sources: list[str],
        covers: list[str],
        try_at: str,
        try_text: str,
    ) -> Card:
        require_texts(id, title, try_at, try_text)
        if topic not in known:
            raise ValueError(f"there is no topic {topic!r}")
        if unknown := sorted(set(text_list(covers)) - set(ROWS)):
            raise ValueError(f"there is no row {', '.join(unknown)}")
        room, _colon, goal = try_at.partition(":")
        allowed = goals.get(room, frozenset())
        if allowed is not None and goal not in allowed:
            raise ValueError(f"{try_at!r} leads nowhere")
        text = "\n\n".join(text_list(paragraphs))
        return Card(id, title, text, topic, text_list(sources), try_at, try_text)

    return file.records("cards", make)


def all_cards(journal: Journal) -> tuple[Card, ...]:
    """Return every card, the person's own first, newest first; raises ``ContentError``."""
    read = journal.cards.read()
    shipped = (replace(card, is_read=card.id in read) for card in shipped_cards())
    return (*journal.cards.own(), *shipped)


def add_card(journal: Journal, card: Card, *, draft: DraftName | None = None) -> Card:
    """Keep an own card and forget its draft; return it with its id."""
    added = replace(card, id=own_id(journal), is_own=True, is_read=False)
    _write(journal, added, draft=draft)
    return added


def change_card(journal: Journal, card: Card, *, draft: DraftName | None = None) -> Card:
    """Write other words over the own card of the same id; raises ``NothingFoundError``."""
    changed = replace(_own(journal, card.id), title=card.title, text=card.text)
    _write(journal, changed, draft=draft)
    return changed


def delete_card(journal: Journal, card_id: str) -> Card:
    """Delete an own card; return it, so that it can be restored; raises ``NothingFoundError``."""
    card = _own(journal, card_id)
    with journal.writing(Topic.CARD):
        journal.cards.delete(card.id)
    return card


def restore_card(journal: Journal, card: Card) -> None:
    """Write a card as it was before it was changed or deleted."""
    _write(journal, card)


def mark_card(journal: Journal, card: Card, *, is_read: bool) -> None:
    """Mark a card as read, or take that mark away."""
    marked = replace(_own(journal, card.id) if card.is_own else card, is_read=is_read)
    _write(journal, marked)


def clear_marks(journal: Journal) -> tuple[str, ...]:
    """Take the mark from every card that was read; return their ids, so that it can come back."""
    own = [card.id for card in journal.cards.own() if card.is_read]
    read = (*own, *sorted(journal.cards.read()))
    with journal.writing(Topic.CARD):
        journal.cards.clear_read()
    return read


def restore_marks(journal: Journal, card_ids: Collection[str]) -> None:
    """Mark cards as read again; those that are gone meanwhile stay gone."""
    cards = [card for card in all_cards(journal) if card.id in card_ids]
    with journal.writing(Topic.CARD):
        for card in cards:
            journal.cards.write(replace(card, is_read=True))


def _write(journal: Journal, card: Card, *, draft: DraftName | None = None) -> None:
    with journal.writing(Topic.CARD):
        journal.cards.write(card)
        forget_draft(journal, draft)


def _own(journal: Journal, card_id: str) -> Card:
    found = next((card for card in journal.cards.own() if card.id == card_id), None)
    if found is None:
        raise NothingFoundError(_("This card is not there any more."))
    return found


def _goals(room: str) -> frozenset[str] | None:
    """Return what a card may lead to in a room; None where that cannot be known.

    The file of the themes or of the exercises may be broken; its own page says so then.
    """
    try:
        if room == "theme":
            return frozenset(theme.id for theme in shipped_themes())
        if room == "exercise":
            return frozenset(exercise.id for exercise in shipped_exercises())
    except ContentError:
        return None
    return frozenset(PAGES if room == "page" else (form.value for form in Form))


def _make_subject(id: str, title: str) -> Subject:  # noqa: A002 - as in the file
    require_texts(id, title)
    return Subject(id, title)
