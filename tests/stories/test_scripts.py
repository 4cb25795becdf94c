"""Words for hard moments, as somebody lives with them: found, made one's own, built, rehearsed."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from support.driver import Driver
from support.looking import settle

from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.script.page import ScriptPage
from caregiver_journal.ui.widgets.speaking_timer import SpeakingTimer


def go_to_words(writer: Driver) -> None:
    """Go there from anywhere, by a word."""
    writer.keys("Ctrl+K")
    writer.type_here("hard moments")
    writer.keys("Return")
    writer.wait_for_page("scripts")
    settle()


def shown(writer: Driver) -> list[str]:
    """Return the phrases that are shown."""
    return [script.text for script in writer.find("page.scripts", ScriptPage).list.scripts()]


def test_somebody_finds_words_and_makes_them_their_own(writer: Driver) -> None:
    go_to_words(writer)
    writer.keys("Ctrl+F")
    writer.type_here("night")
    writer.keys("Return", "Ctrl+C")
    found = shown(writer)
    assert QGuiApplication.clipboard().text() == found[0]
    writer.keys("Ctrl+D", "Return")
    settle()
    writer.type_into("script.text", "After three nights I stop, and that protects us both.")
    writer.keys("Ctrl+Return")
    writer.keys("Ctrl+F", "Ctrl+A", "Backspace")
    writer.press("scripts.shelf.favourites")
    assert shown(writer) == ["After three nights I stop, and that protects us both."]
    writer.press("scripts.hide")
    assert shown(writer) == []
    writer.press("scripts.shelf.hidden")
    writer.press("scripts.hide")
    writer.press("scripts.shelf.favourites")
    assert shown(writer) == ["After three nights I stop, and that protects us both."]
    writer.press("scripts.edit")
    settle()
    writer.press("script.original")
    assert shown(writer) == [found[0]]


def test_a_sentence_is_built_rehearsed_kept_and_found_again(writer: Driver) -> None:
    go_to_words(writer)
    writer.press("scripts.build")
    settle()
    writer.type_into("builder.happened", "twice this week, after the handover, the phone rang")
    writer.press("builder.effect.start.0")
    writer.type_here("short with the children")
    writer.type_into("builder.ask", "please call whoever is on duty")
    settle()
    whole = (
        "Twice this week, after the handover, the phone rang. It leaves me short with the "
        "children. Please call whoever is on duty."
    )
    assert writer.text("builder.whole") == whole
    writer.choose("builder.situation", "After hours")
    settle()
    writer.press("builder.rehearse")
    settle()
    assert "Nothing is recorded." in writer.seen_texts()
    writer.type_into("rehearsal.field", "After the handover, please call whoever is on duty.")
    settle()
    writer.press("rehearsal.timer.button")
    timer = writer.find("rehearsal.timer", SpeakingTimer)
    while timer.seconds() < 4:
        timer.tick()
    writer.press("rehearsal.timer.button")
    assert writer.text("rehearsal.timer.said") == "4 seconds"
    writer.press("rehearsal.keep")
    writer.keys("Escape")
    assert writer.text("builder.whole") == whole
    writer.clock.advance(minutes=1)
    writer.press("builder.keep")

    writer.keys("Ctrl+L")
    writer.unlock()
    go_to_words(writer)
    writer.press("scripts.shelf.own")
    assert shown(writer) == [whole, "After the handover, please call whoever is on duty."]
    writer.type_into("scripts.search", "after hours on duty")
    assert len(shown(writer)) == 2
    writer.press("scripts.build")
    settle()
    assert not writer.find("builder.keep", QPushButton).isEnabled()


def test_one_of_ones_own_is_added_deleted_and_brought_back(writer: Driver) -> None:
    assert writer.window.shell is not None
    writer.window.shell.go_to(Destination("scripts"))
    writer.press("scripts.shelf.own")
    writer.press("scripts.empty.step")
    settle()
    writer.type_into("script.text", "Ask me by e-mail, please.")
    writer.type_into("script.fits", "Between two doors")
    writer.keys("Return")
    assert shown(writer) == ["Ask me by e-mail, please."]
    writer.keys("Delete")
    assert "Phrases of your own will stand here." in writer.seen_texts()
    writer.keys("Ctrl+Z")
    assert shown(writer) == ["Ask me by e-mail, please."]
