"""Questions and their themes: those of the program, as the person wants them, and own decks."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from caregiver_journal.base.content import ContentFile, read_content, require_texts, text_list
from caregiver_journal.base.errors import NothingFoundError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.prompt import Prompt, Sign, Theme
from caregiver_journal.journal.begun import DraftName, forget_draft
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.own_id import own_id

OWN_DECK = "own"
"""The deck of own questions that are in no other; it is there while it holds one."""

_DEPTHS = {"ordinary": False, "deeper": True}


@cache
def _file() -> ContentFile:
    return read_content("prompts")


@cache
def shipped_themes() -> tuple[Theme, ...]:
    """Return the themes that come with the program; raises ``ContentError``."""
    return read_themes(_file())


@cache
def shipped_prompts() -> tuple[Prompt, ...]:
    """Return the questions that come with the program; raises ``ContentError``."""
    return read_prompts(_file())


def read_themes(file: ContentFile) -> tuple[Theme, ...]:
    """Return the themes of a content file; raises ``ContentError``."""
    return file.records("themes", _make_theme)


def read_prompts(file: ContentFile) -> tuple[Prompt, ...]:
    """Return the questions of a content file; raises ``ContentError``."""
    known = {theme.id for theme in read_themes(file)}

    def make(id: str, theme: str, depth: str, text: str) -> Prompt:  # noqa: A002 - as in the file
        require_texts(id, text)
        if theme not in known:
            raise ValueError(f"there is no theme {theme!r}")
        if depth not in _DEPTHS:
            raise ValueError(f"its depth is {' or '.join(_DEPTHS)}, not {depth!r}")
        return Prompt(id, theme, text, is_deeper=_DEPTHS[depth])

    return file.records("prompts", make)


# --- themes and decks -----------------------------------------------------------------------------


def all_themes(journal: Journal) -> tuple[Theme, ...]:
    """Return every theme, hidden ones too: the program's in their order, then own decks.

    The deck of questions that are in no other comes last, while there are any. What the person
    called a theme that this version no longer has is left out.
    """
    own_ones = {prompt.theme for prompt in all_prompts(journal)}
    return _lay_themes(journal, with_loose=OWN_DECK in own_ones)


def find_theme(journal: Journal, theme_id: str) -> Theme:
    """Return a theme or deck as the person wants it; raises ``NothingFoundError``."""
    found = next((one for one in _lay_themes(journal) if one.id == theme_id), None)
    if found is None:
        raise NothingFoundError(_("This deck is not there any more."))
    return found


def add_deck(journal: Journal, title: str, *, draft: DraftName | None = None) -> Theme:
    """Make an own deck and forget its draft; return it with its id.

    Raises:
        InvalidValueError: it has no title, or one that is too long.
    """
    theme = Theme(own_id(journal), title, is_own=True)
    _write_deck(journal, theme, draft)
    return theme


def change_deck(
    journal: Journal, theme_id: str, title: str, *, draft: DraftName | None = None
) -> Theme:
    """Give a theme or deck another title, and forget its draft; return what it is now.

    The program's own titles can be taken back.

    Raises:
        InvalidValueError: it has no title, or one that is too long.
        NothingFoundError: there is none of that id.
    """
    changed = replace(find_theme(journal, theme_id), title=title)
    if not changed.is_own:
        changed = replace(changed, is_changed=changed.title != _original_theme(theme_id).title)
    _write_deck(journal, changed, draft)
    return changed


def take_back_deck(journal: Journal, theme_id: str) -> Theme:
    """Give a theme of the program its own title again; raises ``NothingFoundError``."""
    return change_deck(journal, theme_id, _original_theme(theme_id).title)


def hide_deck(journal: Journal, theme_id: str, *, hidden: bool) -> None:
    """Offer nothing of a theme or deck any more, or again; raises ``NothingFoundError``."""
    _write_deck(journal, replace(find_theme(journal, theme_id), is_hidden=hidden))


def delete_deck(journal: Journal, theme_id: str) -> tuple[Theme, tuple[Prompt, ...]]:
    """Delete an own deck with its questions; return both, for ``restore_deck``.

    Raises:
        NothingFoundError: there is none of the person's own of that id.
    """
    theme = find_theme(journal, theme_id)
    if not theme.is_own:
        raise NothingFoundError(_("This theme comes with the program. It can be hidden."))
    prompts = tuple(one for one in all_prompts(journal) if one.theme == theme_id)
    with journal.writing(Topic.PROMPT):
        for prompt in prompts:
            journal.prompts.delete_prompt(prompt.id)
        journal.prompts.delete_deck(theme_id)
    return theme, prompts


def restore_deck(journal: Journal, theme: Theme, prompts: Sequence[Prompt] = ()) -> None:
    """Write a theme or deck, and its questions, as it was before it was changed or deleted."""
    with journal.writing(Topic.PROMPT):
        journal.prompts.write_deck(theme)
        for prompt in prompts:
            journal.prompts.write_prompt(prompt)


# --- questions ------------------------------------------------------------------------------------


def all_prompts(journal: Journal) -> tuple[Prompt, ...]:
    """Return every question, hidden ones too: the program's in their order, then own ones.

    Own ones whose deck is gone are in ``OWN_DECK``. What the person made of a question that this
    version no longer has stays at the end.
    """
    kept = journal.prompts.prompts()
    known = {theme.id for theme in shipped_themes()} | journal.prompts.decks().keys()
    laid = []
    for shipped in shipped_prompts():
        mark = kept.pop(shipped.id, None)
        if mark is None:
            laid.append(shipped)
            continue
        _deck, text, is_deeper, _own, is_hidden = mark
        if text:
            changed = replace(shipped, text=text, is_deeper=is_deeper, is_changed=True)
        else:
            changed = shipped
        laid.append(replace(changed, is_hidden=is_hidden))
    own = []
    left = []
    for name, (deck, text, is_deeper, is_own, is_hidden) in kept.items():
        theme = deck if deck in known else OWN_DECK
        if is_own:
            own.append(Prompt(name, theme, text, is_deeper, is_own=True, is_hidden=is_hidden))
        elif text:
            left.append(Prompt(name, theme, text, is_deeper, is_hidden=is_hidden, is_changed=True))
    return (*laid, *own, *left)


def find_prompt(journal: Journal, prompt_id: str) -> Prompt:
    """Return a question as the person wants it; raises ``NothingFoundError``."""
    found = next((one for one in all_prompts(journal) if one.id == prompt_id), None)
    if found is None:
        raise NothingFoundError(_("This question is not there any more."))
    return found


def add_prompt(
    journal: Journal,
    text: str,
    theme: str = OWN_DECK,
    *,
    is_deeper: bool = False,
    draft: DraftName | None = None,
) -> Prompt:
    """Keep an own question in a theme or deck and forget its draft; return it with its id.

    Raises:
        InvalidValueError: it has no words, or too many.
        NothingFoundError: there is no such theme or deck.
    """
    find_theme(journal, theme)
    prompt = Prompt(own_id(journal), theme, text, is_deeper, is_own=True)
    _write_prompt(journal, prompt, draft)
    return prompt


def change_prompt(journal: Journal, prompt: Prompt, *, draft: DraftName | None = None) -> Prompt:
    """Write other words and another depth over the question of the same id; forget its draft.

    An own one may move to another deck; one of the program stays in its theme, and can be taken
    back.

    Raises:
        NothingFoundError: there is none of that id, or no such deck.
    """
    before = find_prompt(journal, prompt.id)
    changed = replace(before, text=prompt.text, is_deeper=prompt.is_deeper)
    if before.is_own:
        changed = replace(changed, theme=find_theme(journal, prompt.theme).id)
    else:
        changed = replace(changed, is_changed=not _is_as_shipped(changed))
    _write_prompt(journal, changed, draft)
    return changed


def take_back_prompt(journal: Journal, prompt_id: str, *, draft: DraftName | None = None) -> Prompt:
    """Give a question of the program its own words again; whether it is hidden stays.

    Raises:
        NothingFoundError: there is none of that id in the program.
    """
    original = shipped_prompt(prompt_id)
    if original is None:
        raise NothingFoundError(_("This question does not come with the program."))
    return change_prompt(journal, original, draft=draft)


def shipped_prompt(prompt_id: str) -> Prompt | None:
    """Return a question as it came with the program, or None."""
    return next((prompt for prompt in shipped_prompts() if prompt.id == prompt_id), None)


def hide_prompt(journal: Journal, prompt_id: str, *, hidden: bool) -> None:
    """Offer a question no more, or again; raises ``NothingFoundError``."""
    _write_prompt(journal, replace(find_prompt(journal, prompt_id), is_hidden=hidden))


def delete_prompt(journal: Journal, prompt_id: str) -> Prompt:
    """Delete an own question; return it, so that it can be restored. Its answers stay.

    Raises:
        NothingFoundError: there is none of the person's own of that id.
    """
    prompt = find_prompt(journal, prompt_id)
    if not prompt.is_own:
        raise NothingFoundError(_("This question comes with the program. It can be hidden."))
    with journal.writing(Topic.PROMPT):
        journal.prompts.delete_prompt(prompt.id)
    return prompt


def restore_prompt(journal: Journal, prompt: Prompt) -> None:
    """Write a question as it was before it was changed, hidden or deleted."""
    _write_prompt(journal, prompt)


def _write_prompt(journal: Journal, prompt: Prompt, draft: DraftName | None = None) -> None:
    with journal.writing(Topic.PROMPT):
        journal.prompts.write_prompt(prompt)
        forget_draft(journal, draft)


def _write_deck(journal: Journal, theme: Theme, draft: DraftName | None = None) -> None:
    with journal.writing(Topic.PROMPT):
        journal.prompts.write_deck(theme)
        forget_draft(journal, draft)


def _lay_themes(journal: Journal, *, with_loose: bool = True) -> tuple[Theme, ...]:
    kept = journal.prompts.decks()
    loose = (_loose_deck(),) if with_loose else ()
    program = []
    for theme in (*shipped_themes(), *loose):
        title, _own, is_hidden = kept.pop(theme.id, ("", False, False))
        changed = replace(theme, title=title, is_changed=True) if title else theme
        program.append(replace(changed, is_hidden=is_hidden))
    own = [
        Theme(name, title, is_own=True, is_hidden=is_hidden)
        for name, (title, is_own, is_hidden) in kept.items()
        if is_own
    ]
    shipped = len(program) - len(loose)
    return (*program[:shipped], *own, *program[shipped:])


def _loose_deck() -> Theme:
    return Theme(OWN_DECK, _("My own questions"))


def _original_theme(theme_id: str) -> Theme:
    themes = (*shipped_themes(), _loose_deck())
    found = next((theme for theme in themes if theme.id == theme_id), None)
    if found is None:
        raise NothingFoundError(_("This theme does not come with the program."))
    return found


def _is_as_shipped(prompt: Prompt) -> bool:
    original = shipped_prompt(prompt.id)
    return original is not None and (original.text, original.is_deeper) == (
        prompt.text,
        prompt.is_deeper,
    )


def _make_theme(id: str, title: str, about: str, after: list[str]) -> Theme:  # noqa: A002 - file
    require_texts(id, title, about)
    return Theme(id, title, about, frozenset(Sign(sign) for sign in text_list(after)))
