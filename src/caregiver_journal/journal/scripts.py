"""Words for hard moments: those that come with the program, as the person wants them, and own."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from caregiver_journal.base.content import ContentFile, read_content, require_texts, text_list
from caregiver_journal.base.errors import NothingFoundError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import bare_letters
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.script import Part, Script, Situation, Way
from caregiver_journal.journal.begun import DraftName, forget_draft
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.own_id import own_id

BUILDER_DRAFT = "script.builder"
"""The draft of a sentence that is being built."""


@cache
def _file() -> ContentFile:
    return read_content("scripts")


@cache
def shipped_situations() -> tuple[Situation, ...]:
    """Return the situations phrases are for; raises ``ContentError``."""
    return _file().records("situations", _make_situation)


@cache
def shipped_scripts() -> tuple[Script, ...]:
    """Return the phrases that come with the program; raises ``ContentError``."""
    return read_scripts(_file())


@cache
def builder_parts() -> tuple[Part, ...]:
    """Return the parts of a sentence that is built; raises ``ContentError``."""
    return read_content("builder").records("parts", _make_part)


def read_scripts(file: ContentFile) -> tuple[Script, ...]:
    """Return the phrases of a content file; raises ``ContentError``."""
    known = {situation.id for situation in file.records("situations", _make_situation)}

    def make(id: str, situation: str, way: str, text: str, fits: str) -> Script:  # noqa: A002 - file
        require_texts(id, fits)
        if situation not in known:
            raise ValueError(f"there is no situation {situation!r}")
        return Script(text, fits, situation, Way(way), id)

    return file.records("scripts", make)


def situation_titles() -> dict[str, str]:
    """Return the titles of the situations by their ids, in their order."""
    return {situation.id: situation.title for situation in shipped_situations()}


def all_scripts(journal: Journal) -> tuple[Script, ...]:
    """Return every phrase, hidden ones too: the person's own, newest first, then the program's.

    What the person changed of a phrase that this version no longer has stays at the end.
    """
    marks = journal.scripts.marks()
    shipped = []
    for script in shipped_scripts():
        mark = marks.pop(script.id, None)
        shipped.append(script if mark is None else mark.laid_over(script))
    left = [mark.laid_over(mark.version) for mark in marks.values() if mark.version is not None]
    return (*journal.scripts.own(), *shipped, *left)


def add_script(journal: Journal, script: Script, *, draft: DraftName | None = None) -> Script:
    """Keep an own phrase and forget its draft; return it with its id."""
    added = replace(script, id=own_id(journal), is_own=True, is_changed=False)
    with journal.writing(Topic.SCRIPT):
        journal.scripts.write(added)
        forget_draft(journal, draft)
    return added


def change_script(journal: Journal, script: Script, *, draft: DraftName | None = None) -> Script:
    """Write other words over the phrase of the same id, and forget its draft.

    Those of the program can be taken back.

    Raises:
        NothingFoundError: there is none of that id.
    """
    before = _get(journal, script.id)
    changed = replace(
        before,
        text=script.text,
        fits=script.fits,
        situation=script.situation,
        way=script.way,
    )
    if not before.is_own:
        changed = replace(changed, is_changed=not _is_as_shipped(changed))
    with journal.writing(Topic.SCRIPT):
        journal.scripts.write(changed)
        forget_draft(journal, draft)
    return changed


def take_back_script(journal: Journal, script_id: str, *, draft: DraftName | None = None) -> Script:
    """Give a phrase of the program its own words again; whether it is hidden or liked stays.

    Raises:
        NothingFoundError: there is none of that id in the program.
    """
    original = shipped_script(script_id)
    if original is None:
        raise NothingFoundError
    return change_script(journal, original, draft=draft)


def shipped_script(script_id: str) -> Script | None:
    """Return a phrase as it came with the program, or None."""
    return next((script for script in shipped_scripts() if script.id == script_id), None)


def favour_script(journal: Journal, script_id: str, *, favourite: bool) -> None:
    """Make a phrase a favourite, or no more; raises ``NothingFoundError``."""
    script = _get(journal, script_id)
    with journal.writing(Topic.SCRIPT):
        journal.scripts.write(replace(script, is_favourite=favourite))


def hide_script(journal: Journal, script_id: str, *, hidden: bool) -> None:
    """Offer a phrase no more, or again; raises ``NothingFoundError``."""
    script = _get(journal, script_id)
    with journal.writing(Topic.SCRIPT):
        journal.scripts.write(replace(script, is_hidden=hidden))


def delete_script(journal: Journal, script_id: str) -> Script:
    """Delete an own phrase; return it, so that it can be restored.

    Raises:
        NothingFoundError: there is none of the person's own of that id.
    """
    script = _get(journal, script_id)
    if not script.is_own:
        raise NothingFoundError(_("This phrase comes with the program. It can be hidden."))
    with journal.writing(Topic.SCRIPT):
        journal.scripts.delete(script.id)
    return script


def restore_script(journal: Journal, script: Script) -> None:
    """Write a phrase as it was before it was changed, hidden or deleted."""
    with journal.writing(Topic.SCRIPT):
        journal.scripts.write(script)


def keep_words(journal: Journal, text: str, situation: str = "", *, draft: str = "") -> Script:
    """Keep words of the person's as an own phrase and forget the draft they came from.

    Words that are there already are not kept twice; where they were hidden, they are shown again.

    Raises:
        InvalidValueError: there are none, or too many.
    """
    words = Script(text, situation=situation)
    kept = _same_words(all_scripts(journal), words.text)
    if kept is None:
        kept = replace(words, id=own_id(journal), is_own=True)
    kept = replace(kept, is_hidden=False)
    with journal.writing(Topic.SCRIPT):
        journal.scripts.write(kept)
        if draft:
            journal.drafts.write(draft, {}, journal.clock())
    return kept


def _same_words(scripts: Sequence[Script], text: str) -> Script | None:
    bare = bare_letters(" ".join(text.split()))
    return next((one for one in scripts if bare_letters(" ".join(one.text.split())) == bare), None)


def _is_as_shipped(script: Script) -> bool:
    original = shipped_script(script.id)
    parts = ("text", "fits", "situation", "way")
    return original is not None and all(
        getattr(script, part) == getattr(original, part) for part in parts
    )


def _get(journal: Journal, script_id: str) -> Script:
    found = next((one for one in all_scripts(journal) if one.id == script_id), None)
    if found is None:
        raise NothingFoundError(_("This phrase is not there any more."))
    return found


def _make_situation(id: str, title: str, about: str) -> Situation:  # noqa: A002 - as in the file
    require_texts(id, title, about)
    return Situation(id, title, about)


def _make_part(id: str, label: str, hint: str, starts: list[str]) -> Part:  # noqa: A002 - file
    require_texts(id, label, hint)
    return Part(id, label, hint, text_list(starts))
