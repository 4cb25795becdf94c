"""Learning, as somebody does it: a card is found, read, marked, followed; own ones are added."""

from PySide6.QtWidgets import QLabel, QWidget
from support.content import CONTENT, Harm, harm
from support.driver import Driver
from support.looking import settle

from caregiver_journal.journal.learning import shipped_cards
from caregiver_journal.ui.pages.learn.page import LearnPage

__all__ = ["harm"]


def learn(writer: Driver) -> LearnPage:
    """Go there from anywhere, by its name."""
    writer.keys("Ctrl+K")
    writer.type_here("learn")
    writer.keys("Return")
    writer.wait_for_page("learn")
    settle()
    return writer.find("page.learn", LearnPage)


def titles(page: LearnPage) -> list[str]:
    """Return the titles of the cards that are shown."""
    return [card.title for card in page.list.cards()]


def test_somebody_finds_a_card_reads_it_follows_it_and_clears_the_mark(writer: Driver) -> None:
    page = learn(writer)
    assert len(titles(page)) == len(shipped_cards())
    writer.keys("Ctrl+F")
    writer.type_here("décides PAU")  # accents, capitals and half a word
    writer.keys("Return")
    assert titles(page) == ["The pause before the answer"]
    settle()
    assert any("Let me look and ring you back" in text for text in writer.seen_texts())
    writer.keys("Return", "Tab", "Space")  # into the card: what to try, then the mark
    assert page.list.cards()[0].is_read
    writer.keys("Shift+Tab", "Space")
    writer.wait_for_page("scripts")
    page = learn(writer)
    writer.press("learn.clear")
    assert not any(card.is_read for card in page.list.cards())
    writer.keys("Ctrl+Z")
    assert [card.title for card in page.list.cards() if card.is_read] == titles(page)
    writer.press("learn.mark")
    assert not page.list.cards()[0].is_read
    assert not writer.sees("learn.clear")


def test_a_card_of_ones_own_is_kept_changed_deleted_and_brought_back(writer: Driver) -> None:
    page = learn(writer)
    writer.press("learn.add")
    settle()
    writer.type_into("card.title", "What my supervisor said")
    writer.keys("Ctrl+Return")
    assert writer.text("card.text.problem") == "A card needs a few words."
    writer.type_here("Two things can be true.")
    writer.keys("Escape")
    writer.press("learn.add")  # what was begun is there again
    assert writer.text("card.text") == "Two things can be true."
    writer.keys("Ctrl+Return")
    assert titles(page)[0] == "What my supervisor said"
    settle()
    writer.press("learn.edit")
    settle()
    writer.type_into("card.text", "Two things can be true at once.")
    writer.keys("Ctrl+Return")
    settle()
    assert "Two things can be true at once." in writer.seen_texts()
    writer.keys("Delete")
    assert "What my supervisor said" not in titles(page)
    writer.keys("Ctrl+Z")
    writer.keys("Ctrl+L")
    writer.unlock()
    page = learn(writer)
    assert page.list.cards()[0].text == "Two things can be true at once."
    assert page.list.cards()[0].is_own


def test_a_broken_file_of_cards_names_itself_and_own_cards_stay(writer: Driver, harm: Harm) -> None:
    text = (CONTENT / "learn.toml").read_text(encoding="utf-8")
    harm.put("learn.toml", text.replace('title = "The pause', 'headline = "The pause').encode())
    page = learn(writer)
    said = writer.find("learn.problem", QLabel).text()
    assert said.startswith("learn.toml, line ")
    assert "'the-pause'" in said
    assert said in writer.message()
    writer.press("learn.empty.step")
    settle()
    writer.type_into("card.title", "Mine")
    writer.type_into("card.text", "It stays.")
    writer.keys("Ctrl+Return")
    settle()
    assert titles(page) == ["Mine"]
    assert writer.find("learn.card", QWidget).isVisible()
