"""Somebody finds a setting, edits their own lists, and puts two tags together."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QListView, QWidget
from support.builders import a_mood, an_entry, mood_of
from support.driver import Driver
from support.looking import keyboard, settle

from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.domain.feeling import Feeling
from caregiver_journal.domain.tag import TagUse
from caregiver_journal.journal import feelings
from caregiver_journal.journal.journal import Journal
from caregiver_journal.ui import theme
from caregiver_journal.ui.pages.settings.page import SettingsPage
from caregiver_journal.ui.widgets.list_editor import ListEditor


def _names(writer: Driver, editor: str) -> list[str]:
    model = writer.find(f"{editor}.list", QListView).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def _rows(writer: Driver) -> list[str]:
    page = writer.find("page.settings", SettingsPage)
    return [row.title for row in page.finder.rows() if row.isVisible()]


def _open(writer: Driver, name: str) -> None:
    writer.press(name)
    settle()  # what is to be pressed has its place only then


def _choose(writer: Driver, editor: str, name: str) -> None:
    view = writer.find(f"{editor}.list", QListView)
    view.setFocus()
    view.setCurrentIndex(view.model().index(_names(writer, editor).index(name), 0))


def _rename(writer: Driver, editor: str, name: str, by: str = "keyboard") -> None:
    """Rename the chosen item in its place."""
    if by == "keyboard":
        writer.find(f"{editor}.list", QWidget).setFocus()
        writer.keys("F2")
    else:
        writer.press(f"{editor}.rename")
    writer.wait_until_seen("list.name")
    field = keyboard()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    writer.type_here(name)
    writer.keys("Return")


# --- finding --------------------------------------------------------------------------------------


def test_a_setting_is_found_by_keyboard(writer: Driver) -> None:
    writer.keys("Ctrl+,", "Ctrl+F")
    assert keyboard().objectName() == "settings.search"
    writer.type_here("text SIZE")
    assert _rows(writer) == ["Text size"]
    writer.keys("Return")
    assert keyboard().objectName() == "settings.text_size"
    writer.keys("Ctrl+F", "Esc")
    assert writer.text("settings.search") == ""
    assert len(_rows(writer)) > 10


def test_a_setting_is_found_by_its_effect_its_choices_and_its_section(writer: Driver) -> None:
    writer.press("sidebar.settings")
    for words, row in (
        ("láte shift", "A day starts at"),
        ("dark", "Light or dark"),
        ("merge", "Tags"),
        ("keys recovery", "Recovery code"),
        ("licence", "Caregiver Journal 0.1.0"),
    ):
        writer.find("settings.search", QLineEdit).setText(words)
        assert row in _rows(writer), words


def test_nothing_is_called_that(writer: Driver) -> None:
    writer.press("sidebar.settings")
    writer.type_into("settings.search", "zebra")
    assert _rows(writer) == []
    writer.keys("Return")
    assert keyboard().objectName() == "settings.search", "there is nowhere to go"
    assert "Nothing here is called that." in writer.seen_texts()
    writer.press("settings.none.step")
    assert len(_rows(writer)) > 10
    assert not writer.sees("settings.none")


def test_the_first_visit_says_one_sentence_once(writer: Driver) -> None:
    sentence = "Nothing has to be set for the journal to work; look around whenever you like."
    writer.keys("Ctrl+,")
    assert f"Each change holds at once. {sentence}" in writer.seen_texts()
    writer.keys("Ctrl+T", "Ctrl+,")
    assert "Each change holds at once." in writer.seen_texts()
    writer.keys("Ctrl+L")
    writer.unlock()
    writer.keys("Ctrl+,")
    assert "Each change holds at once." in writer.seen_texts()


# --- shifts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_a_shift_is_hidden_and_offered_again(writer: Driver, by: str) -> None:
    writer.keys("Ctrl+,")
    if by == "mouse":
        _open(writer, "settings.shifts")
        _choose(writer, "shifts", "Early")
        writer.press("shifts.hide")
    else:
        writer.find("settings.shifts", QWidget).setFocus()
        writer.keys("Space", "Down", "Tab", "Tab", "Space")
    offered = [shift.name for shift in writer.journal.shifts.offered()]
    assert offered == ["Off", "Late", "Night"]
    assert writer.find("shifts.hide", QAbstractButton).text() == "Offer again"
    writer.press("shifts.hide")
    assert len(writer.journal.shifts.offered()) == 4
    writer.press("shifts.done")
    assert not writer.sees("shifts.done")


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_a_shift_is_renamed_in_its_place(writer: Driver, by: str) -> None:
    writer.keys("Ctrl+,")
    _open(writer, "settings.shifts")
    _choose(writer, "shifts", "Night")
    _rename(writer, "shifts", "Waking night", by)
    assert _names(writer, "shifts") == ["Off", "Early", "Late", "Waking night"]
    _rename(writer, "shifts", "late")
    assert writer.text("shifts.problem") == "There is a kind of shift of that name."
    assert _names(writer, "shifts")[-1] == "Waking night"
    writer.keys("Esc")
    assert "Off, Early, Late, Waking night." in writer.seen_texts()


def test_a_shift_is_added_and_made_a_day_off(writer: Driver) -> None:
    writer.keys("Ctrl+,")
    _open(writer, "settings.shifts")
    writer.type_into("shifts.new", "On call")
    writer.keys("Return")
    assert writer.text("shifts.new") == ""
    writer.press("shifts.tick")
    (added,) = [shift for shift in writer.journal.shifts.all() if shift.name == "On call"]
    assert added.is_off
    writer.type_into("shifts.new", "  ")
    writer.press("shifts.add")
    writer.type_into("shifts.new", "on call")
    writer.press("shifts.add")
    assert writer.text("shifts.problem") == "There is a kind of shift of that name."
    assert writer.text("shifts.new") == "on call", "nothing typed is lost"
    assert len(writer.journal.shifts.all()) == 5


# --- tags -----------------------------------------------------------------------------------------


@pytest.fixture
def tagger(writer: Driver) -> Driver:
    """Somebody with tags, on Settings."""
    for tags in (("home",), ("house",), ("house", "garden"), ("house", "home")):
        writer.journal.add(an_entry("", tags=tags))
    writer.keys("Ctrl+,")
    return writer


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_two_tags_are_put_together_after_a_word(tagger: Driver, by: str) -> None:
    _open(tagger, "settings.tags")
    assert _names(tagger, "tags") == ["house", "home", "garden"]
    _choose(tagger, "tags", "house")
    _rename(tagger, "tags", "HOME", by)
    assert "3 entries get “home” instead of “house”." in tagger.seen_texts()
    assert "This cannot be undone." in tagger.seen_texts()
    assert len(tagger.journal.tags.counted()) == 3, "nothing has happened yet"
    if by == "mouse":
        tagger.press("merge.do")
    else:
        tagger.keys("Tab", "Space")
    assert tagger.journal.tags.counted() == [TagUse("home", 4, False), TagUse("garden", 1, False)]
    assert _names(tagger, "tags") == ["home", "garden"]
    current = tagger.find("tags", ListEditor).current()
    assert current is not None
    assert current.name == "home"


def test_two_tags_stay_apart_when_it_is_cancelled(tagger: Driver) -> None:
    _open(tagger, "settings.tags")
    _choose(tagger, "tags", "garden")
    _rename(tagger, "tags", "home")
    assert "1 entry gets “home” instead of “garden”." in tagger.seen_texts()
    tagger.keys("Esc")
    assert len(tagger.journal.tags.counted()) == 3
    assert tagger.sees("tags.list")


def test_a_tag_is_renamed_hidden_and_keeps_its_entries(tagger: Driver) -> None:
    _open(tagger, "settings.tags")
    _choose(tagger, "tags", "garden")
    _rename(tagger, "tags", "the garden")
    _rename(tagger, "tags", "The garden")  # the same, written otherwise, asks nothing
    assert not tagger.sees("merge.do")
    tagger.press("tags.hide")
    assert tagger.journal.tags.counted()[-1] == TagUse("The garden", 1, True)
    assert tagger.journal.tags.names() == ["house", "home"]
    _rename(tagger, "tags", "  ")
    assert tagger.text("tags.problem") == "A tag needs a name."
    _rename(tagger, "tags", "x" * 300)
    assert "too long" in tagger.text("tags.problem")
    tagger.press("tags.done")
    assert "3 tags; 1 hidden." in tagger.seen_texts()


def test_without_tags_there_is_nothing_to_edit(writer: Driver) -> None:
    writer.keys("Ctrl+,")
    assert not writer.find("settings.tags", QAbstractButton).isEnabled()
    assert "There is no tag yet. They come with what you write." in writer.seen_texts()


# --- feelings -------------------------------------------------------------------------------------


def test_a_feeling_of_ones_own_is_added_changed_and_hidden(writer: Driver) -> None:
    writer.keys("Ctrl+,")
    _open(writer, "settings.feelings")
    writer.type_into("feelings.new", "wobbly")
    writer.keys("Return")
    writer.type_into("feeling.meaning", "not quite steady")
    writer.press("feeling.pleasant.2")
    writer.press("feeling.energy.4")
    writer.press("feeling.save")
    assert writer.journal.feelings.own() == [
        Feeling("wobbly", "not quite steady", 2, 4, is_own=True)
    ]
    assert _names(writer, "feelings")[0] == "wobbly"
    writer.journal.add(an_entry(mood=a_mood(words=("wobbly",))))
    writer.press("feelings.rename")
    writer.type_into("feeling.word", "shaky")
    writer.keys("Return")
    assert mood_of(writer.journal.entries.page(None, 1)[0][0]).words == ("shaky",)
    writer.press("feelings.hide")
    assert "shaky" not in [each.word for each in feelings.offered_feelings(writer.journal)]
    writer.press("feelings.done")
    assert any("1 of your own; 1 hidden." in text for text in writer.seen_texts())


def test_a_feeling_that_is_there_already_says_so_beside_the_word(writer: Driver) -> None:
    known = feelings.shipped_feelings()[0].word
    writer.keys("Ctrl+,")
    _open(writer, "settings.feelings")
    writer.type_into("feelings.new", known.upper())
    _open(writer, "feelings.add")
    writer.press("feeling.save")
    assert writer.text("feeling.problem") == "This word is there already."
    writer.type_into("feeling.word", " ")
    writer.press("feeling.save")
    assert writer.text("feeling.problem") == "A feeling needs a word."
    writer.press("feeling.cancel")
    writer.type_into("feelings.new", "w" * 60)
    writer.press("feelings.add")
    assert "at most" in writer.text("feelings.problem")


def test_a_word_of_the_program_can_be_hidden_but_not_changed(writer: Driver) -> None:
    writer.keys("Ctrl+,")
    _open(writer, "settings.feelings")
    word = _names(writer, "feelings")[0]
    writer.find("feelings.list", QWidget).setFocus()
    writer.keys("F2")
    assert not writer.sees("feeling.save")
    assert not writer.find("feelings.rename", QAbstractButton).isEnabled()
    writer.press("feelings.hide")
    assert word not in [each.word for each in feelings.offered_feelings(writer.journal)]


# --- the rest -------------------------------------------------------------------------------------


def test_the_cover_locks_after_the_time_that_was_set(writer: Driver) -> None:
    writer.keys("Ctrl+,")
    writer.choose("settings.cover_seconds", "after 10 seconds")
    writer.keys("F9")
    assert writer.text("cover.note") == "F9 brings your page back. It locks after 10 seconds."
    assert writer.window.cover._timer.interval() == 10_000
    writer.keys("F9", "Ctrl+L")
    writer.unlock()
    writer.keys("F9")
    assert writer.window.cover._timer.interval() == 10_000


def test_everything_keeps_still_when_that_is_set(writer: Driver) -> None:
    theme.set_still(_app(), still=False)
    writer.keys("Ctrl+,")
    writer.choose("settings.motion", "Keep everything still")
    assert not theme.may_move()
    writer.keys("Ctrl+L")
    theme.set_still(_app(), still=False)
    writer.unlock()
    assert not theme.may_move()
    writer.keys("Ctrl+,")
    writer.choose("settings.motion", "As this computer")
    assert theme.may_move()


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def test_the_path_is_copied_with_care(writer: Driver) -> None:
    writer.keys("Ctrl+,")
    assert "kB" in writer.text("settings.folder")
    writer.press("settings.copy_path")
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == str(writer.folder)
    assert data.hasFormat("x-kde-passwordManagerHint"), (
        "clipboard managers are asked not to keep it"
    )
    QGuiApplication.clipboard().clear()


def test_the_licences_can_be_read(writer: Driver) -> None:
    writer.keys("Ctrl+,")
    writer.press("settings.licences")
    text = writer.text("about.text")
    assert "sqlcipher3" in text
    assert "GNU GENERAL PUBLIC LICENSE" in text
    writer.press("about.done")
    assert not writer.sees("about.text")


def test_a_list_that_cannot_be_written_says_why(
    tagger: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    _open(tagger, "settings.tags")
    _choose(tagger, "tags", "garden")
    monkeypatch.setattr(Journal, "rename_tag", refuse)
    _rename(tagger, "tags", "allotment")
    assert "The disk is full" in tagger.text("tags.problem")
    assert _names(tagger, "tags") == ["house", "home", "garden"]
