"""The phrases as the person wants them: changed, liked, hidden, own, deleted, and taken back."""

from collections import Counter
from dataclasses import replace

import pytest
from support.clock import FixedClock

from caregiver_journal.base.content import ContentError, ContentFile
from caregiver_journal.base.errors import InvalidValueError, NothingFoundError
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.script import MAX_TEXT, Script, Way
from caregiver_journal.journal.journal import Changes, Journal
from caregiver_journal.journal.scripts import (
    BUILDER_DRAFT,
    add_script,
    all_scripts,
    builder_parts,
    change_script,
    delete_script,
    favour_script,
    hide_script,
    keep_words,
    read_scripts,
    restore_script,
    shipped_scripts,
    shipped_situations,
    situation_titles,
    take_back_script,
)

FIRST = shipped_scripts()[0]


def get(journal: Journal, script_id: str) -> Script:
    return next(script for script in all_scripts(journal) if script.id == script_id)


# --- what comes with the program ------------------------------------------------------------------


def test_there_are_enough_phrases_in_every_situation() -> None:
    scripts = shipped_scripts()
    assert len(scripts) >= 40
    assert len({script.id for script in scripts}) == len(scripts)
    count = Counter(script.situation for script in scripts)
    assert count.keys() == situation_titles().keys()
    assert len(count) == 12
    assert min(count.values()) >= 3


def test_every_way_is_used_and_every_phrase_says_when_it_fits() -> None:
    assert {script.way for script in shipped_scripts()} == set(Way)
    assert all(script.fits for script in shipped_scripts())
    assert not any(script.is_own or script.is_hidden for script in shipped_scripts())


def test_no_two_phrases_are_the_same() -> None:
    texts = [script.text.casefold() for script in shipped_scripts()]
    assert len(set(texts)) == len(texts)


def test_phrases_and_situations_are_written_as_sentences() -> None:
    for script in shipped_scripts():
        assert script.text[0].isupper(), script.id
        assert script.text[-1] in ".?", script.id
        assert len(script.text) <= 160, script.id
        assert script.fits[0].isupper(), script.id
        assert script.fits[-1] != ".", script.id
    for situation in shipped_situations():
        assert situation.about.startswith("When") or situation.about.startswith("Before")


def test_the_builder_has_four_parts_with_beginnings() -> None:
    assert [part.id for part in builder_parts()] == ["happened", "effect", "ask", "better"]
    assert all(len(part.starts) >= 3 for part in builder_parts())


BROKEN = """
[[situations]]
id = "no"
title = "No"
about = "When it is no"

[[scripts]]
id = "no.one"
situation = "no"
way = "direct"
text = "No."
fits = "Here"
"""


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('situation = "no"', 'situation = "yes"', "line 7: scripts 'no.one': .*'yes'"),
        ('way = "direct"', 'way = "sung"', "line 7: scripts 'no.one': .*'sung'"),
        ('text = "No."', 'text = " "', "line 7: scripts 'no.one': A phrase needs"),
        ('fits = "Here"', 'fits = " "', "line 7: scripts 'no.one': a text is missing"),
        ('title = "No"', 'title = ""', "line 2: situations 'no': a text is missing"),
    ],
)
def test_a_broken_file_says_where(before: str, after: str, said: str) -> None:
    assert len(read_scripts(ContentFile("scripts.toml", BROKEN))) == 1
    with pytest.raises(ContentError, match=f"scripts.toml, {said}"):
        read_scripts(ContentFile("scripts.toml", BROKEN.replace(before, after)))


# --- what the person makes of it ------------------------------------------------------------------


def test_to_begin_with_there_are_the_programs(journal: Journal) -> None:
    assert all_scripts(journal) == shipped_scripts()


def test_own_ones_come_first_the_newest_on_top(journal: Journal, clock: FixedClock) -> None:
    add_script(journal, Script("One.", "Here", "plain-no", Way.DIRECT))
    clock.advance(minutes=1)
    added = add_script(journal, Script("Two."))
    assert [script.text for script in all_scripts(journal)[:2]] == ["Two.", "One."]
    assert added == all_scripts(journal)[0]
    assert added.is_own


def test_a_shipped_one_is_changed_and_taken_back(journal: Journal, told: list[Changes]) -> None:
    favour_script(journal, FIRST.id, favourite=True)
    change_script(journal, replace(FIRST, text="Let me sleep on it.", way=None))
    changed = get(journal, FIRST.id)
    assert (changed.text, changed.way) == ("Let me sleep on it.", None)
    assert changed.is_changed
    assert changed.is_favourite
    assert not changed.is_own
    back = take_back_script(journal, FIRST.id)
    assert back == replace(FIRST, is_favourite=True) == get(journal, FIRST.id)
    assert told == [frozenset({Topic.SCRIPT})] * 3


def test_a_change_back_to_the_original_by_hand_is_none(journal: Journal) -> None:
    change_script(journal, replace(FIRST, text="Let me sleep on it."))
    assert not change_script(journal, FIRST).is_changed
    assert journal.scripts.marks() == {}


def test_an_own_one_is_changed(journal: Journal) -> None:
    added = add_script(journal, Script("One."))
    change_script(journal, replace(added, text="Uno.", fits="There", situation="plain-no"))
    assert get(journal, added.id) == replace(added, text="Uno.", fits="There", situation="plain-no")


def test_a_hidden_one_is_shown_again(journal: Journal) -> None:
    hide_script(journal, FIRST.id, hidden=True)
    assert get(journal, FIRST.id).is_hidden
    hide_script(journal, FIRST.id, hidden=False)
    assert get(journal, FIRST.id) == FIRST


def test_an_own_one_is_deleted_and_restored_to_its_place(
    journal: Journal, clock: FixedClock
) -> None:
    first = add_script(journal, Script("One."))
    clock.advance(minutes=1)
    add_script(journal, Script("Two."))
    before = all_scripts(journal)
    deleted = delete_script(journal, first.id)
    assert first not in all_scripts(journal)
    restore_script(journal, deleted)
    assert all_scripts(journal) == before


def test_what_is_not_there_or_not_ones_own_is_refused(journal: Journal) -> None:
    with pytest.raises(NothingFoundError):
        delete_script(journal, FIRST.id)
    for act in (
        lambda: delete_script(journal, "own.none"),
        lambda: hide_script(journal, "own.none", hidden=True),
        lambda: take_back_script(journal, "own.none"),
    ):
        with pytest.raises(NothingFoundError):
            act()


def test_a_version_of_a_phrase_that_is_gone_stays(journal: Journal) -> None:
    lost = Script("My version.", id="gone.now", is_changed=True)
    restore_script(journal, lost)
    restore_script(journal, Script("Never changed.", id="gone.too", is_hidden=True))
    *_others, last = all_scripts(journal)
    assert (last.id, last.text, last.is_own, last.is_changed) == (
        "gone.now",
        "My version.",
        False,
        True,
    )
    assert "gone.too" not in [script.id for script in all_scripts(journal)]
    hide_script(journal, "gone.now", hidden=True)
    assert (get(journal, "gone.now").text, get(journal, "gone.now").is_hidden) == (
        "My version.",
        True,
    )


# --- keeping words from elsewhere -----------------------------------------------------------------


def test_words_are_kept_and_their_draft_forgotten(journal: Journal) -> None:
    journal.save_draft(BUILDER_DRAFT, {"ask": "not on Sunday"})
    kept = keep_words(journal, " Not on Sunday. ", "plain-no", draft=BUILDER_DRAFT)
    assert kept == get(journal, kept.id)
    assert (kept.text, kept.situation, kept.is_own) == ("Not on Sunday.", "plain-no", True)
    assert journal.drafts.read(BUILDER_DRAFT) == {}


def test_the_same_words_are_kept_once_and_shown_again(journal: Journal) -> None:
    kept = keep_words(journal, "Not on Sunday.")
    hide_script(journal, kept.id, hidden=True)
    hide_script(journal, FIRST.id, hidden=True)
    assert keep_words(journal, "not  on sunday.", "plain-no") == kept
    assert keep_words(journal, FIRST.text.upper()) == FIRST
    assert len(all_scripts(journal)) == len(shipped_scripts()) + 1
    assert not any(script.is_hidden for script in all_scripts(journal))


@pytest.mark.parametrize("text", [" ", "a" * (MAX_TEXT + 1)])
def test_no_words_or_too_many_are_refused(journal: Journal, text: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        keep_words(journal, text)
    assert caught.value.field == "text"
    assert all_scripts(journal) == shipped_scripts()
