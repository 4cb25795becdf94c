"""A summary for a session, as somebody puts it together, looks at its pages and lets it leave."""

from datetime import timedelta
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QListWidget, QPushButton
from support.builders import an_entry
from support.dialogs import Dialogs
from support.driver import WAIT_MS, Driver
from support.looking import settle
from support.planted_words import found_in
from support.trends import TODAY, add_mood, ago, noon

from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.charts.engine import load_engine
from caregiver_journal.domain.export_record import Format
from caregiver_journal.domain.mask import Mask
from caregiver_journal.domain.mood import Mood
from caregiver_journal.domain.period import Period, Span
from caregiver_journal.domain.session import Session
from caregiver_journal.domain.summary import ON_AT_FIRST, Block, Item
from caregiver_journal.journal.sessions import keep_point, keep_session, make_point
from caregiver_journal.journal.summary.presets import Preset, all_presets, write_preset
from caregiver_journal.store.talk_points import TalkPointStore
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.summary.items_sheet import ItemsSheet
from caregiver_journal.ui.pages.summary.page import SummaryPage
from caregiver_journal.ui.pages.summary.pages_sheet import PagesSheet
from caregiver_journal.ui.telltales_sheet import TelltalesSheet
from caregiver_journal.ui.widgets.list_editor import ListEditor

POINT = "Why the Saturday lates are still a yes"
SESSION_ID = "3f2a9c1b-0000-4000-8000-000000000001"


@pytest.fixture
def client(writer: Driver) -> Driver:
    """Return somebody with six weeks of check-ins, one point to talk about and a last session."""
    load_engine()  # here, where nothing else waits for the list of fonts of a new home
    for number in range(42):
        add_mood(writer.journal, ago(number), 2 + number % 3)
    keep_point(writer.journal, make_point(writer.journal, POINT))
    keep_session(writer.journal, Session(SESSION_ID, TODAY - timedelta(days=20)))
    return writer


def refuse(*_arguments: object) -> None:
    raise DiskFullError


def summary(person: Driver) -> SummaryPage:
    """Go there and wait until the pages are drawn."""
    shell = person.window.shell
    assert shell is not None
    shell.go_to(Destination("summary"))
    person.wait_for_page("summary")
    return drawn(person)


def drawn(person: Driver) -> SummaryPage:
    page = person.find("page.summary", SummaryPage)
    settle()
    person.qtbot.waitUntil(lambda: page.is_settled, timeout=WAIT_MS)
    settle()
    return page


def save(person: Driver, dialogs: Dialogs, path: Path) -> Path:
    """Press "Save summary…" and choose a place."""
    dialogs.expect("QFileDialog")
    person.press("summary.save")
    wait_for_dialog(person, QFileDialog)
    choose(person, path)
    return path


def wait_for_dialog(person: Driver, kind: type[QDialog]) -> None:
    """Wait until the system's dialog is open: names are looked for before."""
    person.qtbot.waitUntil(lambda: bool(person.window.findChildren(kind)), timeout=WAIT_MS)


def choose(person: Driver, path: Path) -> None:
    dialog = person.find("saving.where", QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    person.qtbot.waitUntil(path.exists, timeout=WAIT_MS)
    settle()


def words(content: bytes, password: str | None = None) -> str:
    """Return what stands on the pages of a PDF."""
    pdf = pypdfium2.PdfDocument(content, password=password)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
    finally:
        pdf.close()


def test_a_first_look_shows_the_time_since_the_last_session_with_four_blocks(
    client: Driver,
) -> None:
    page = summary(client)
    choice = page.choice()
    assert (choice.period.first, choice.period.last) == (ago(20), TODAY)
    assert choice.blocks == ON_AT_FIRST
    assert page.preview.count.text() == "1 page"
    assert "Summary for session" in page.preview.view.accessibleDescription()


def test_the_file_says_what_the_pages_showed(
    client: Driver, dialogs: Dialogs, tmp_path: Path
) -> None:
    summary(client)
    client.type_into("summary.writer", "J.")
    client.keys("Tab")
    drawn(client)
    path = save(client, dialogs, tmp_path / "summary.pdf")
    said = words(path.read_bytes())
    assert POINT in said
    assert "J. · 31 Oct – 20 Nov 2026" in said
    assert "Page 1 of 1" in said
    assert path.stat().st_mode & 0o077 == 0
    assert client.message().startswith("Saved as summary.pdf. Whoever gets this file can read it.")
    (record,) = client.journal.exports.all()
    assert (record.format, record.folder) == (Format.SUMMARY_PDF, tmp_path.name)
    assert record.parts == ("talk", "glance", "mood")
    assert record.has_password is False


def test_a_password_is_asked_for_by_the_file(
    client: Driver, dialogs: Dialogs, tmp_path: Path
) -> None:
    page = summary(client)
    page.form.protects.click()
    client.type_into("summary.password.field", "short")
    client.press("summary.save")
    assert client.text("summary.problem") == "The password needs at least 8 characters."
    client.find("summary.password.field", QLineEdit).clear()
    client.type_into("summary.password.field", "ein langes Wort ✓")
    path = save(client, dialogs, tmp_path / "summary.pdf")
    content = path.read_bytes()
    assert POINT in words(content, "ein langes Wort ✓")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)
    assert client.message() == "Saved as summary.pdf."
    assert client.journal.exports.all()[0].has_password


def test_a_web_page_says_the_same_and_warns(
    client: Driver, dialogs: Dialogs, tmp_path: Path
) -> None:
    summary(client)
    client.press("summary.kind.summary-html")
    assert not client.sees("summary.protects")
    path = save(client, dialogs, tmp_path / "summary.html")
    page = path.read_text("utf-8")
    assert POINT in page
    assert "<script" not in page
    assert "Whoever gets this file can read it." in client.message()
    assert client.journal.exports.all()[0].format is Format.SUMMARY_HTML


def test_single_entries_are_picked_and_private_ones_are_never_offered(
    client: Driver, dialogs: Dialogs, tmp_path: Path
) -> None:
    client.journal.add(an_entry(at=noon(ago(3)), mood=Mood(4), note="the river walk"))
    client.journal.add(
        an_entry(at=noon(ago(2)), mood=Mood(4), note="a hidden thing", never_export=True)
    )
    page = summary(client)
    page.form.blocks.boxes[Block.ENTRIES].click()
    drawn(client)
    listed = client.find("items.list", QListWidget)
    texts = [listed.item(at).text() for at in range(listed.count())]
    assert any("river walk" in text for text in texts)
    assert not any("hidden" in text for text in texts)
    client.type_into("items.search", "river")
    shown = [at for at in range(listed.count()) if not listed.item(at).isHidden()]
    assert len(shown) == 1
    listed.setFocus()
    listed.setCurrentRow(shown[0])
    client.keys("Space")
    client.press("items.done")
    drawn(client)
    assert client.find("summary.blocks.entries.choose", QPushButton).text().startswith("1 of")
    content = save(client, dialogs, tmp_path / "summary.pdf").read_bytes()
    assert "the river walk" in words(content)
    assert not found_in(content, "pdf", ["hidden thing"])
    assert client.journal.exports.all()[0].entries == 1


def test_a_name_is_asked_about_once_and_replaced_throughout(
    client: Driver, dialogs: Dialogs, tmp_path: Path
) -> None:
    keep_point(client.journal, make_point(client.journal, "How I answered Marisa yesterday"))
    summary(client)
    client.press("summary.save")
    client.wait_until_seen("telltales")
    assert any("Marisa" in text for text in client.seen_texts())
    client.keys("Escape")
    assert client.journal.exports.all() == ()
    client.type_into("summary.word", "marisa")
    client.keys("Return")
    drawn(client)
    assert [mask.word for mask in client.journal.masks.all()] == ["marisa"]
    content = save(client, dialogs, tmp_path / "summary.pdf").read_bytes()
    assert "How I answered" in words(content)
    assert not found_in(content, "pdf", ["Marisa"])


def test_a_word_that_may_stay_is_not_asked_about_again(
    client: Driver, dialogs: Dialogs, tmp_path: Path
) -> None:
    keep_point(client.journal, make_point(client.journal, "How I answered Marisa yesterday"))
    with client.journal.writing():
        client.journal.masks.write(Mask("Marisa", may_stay=True))
    summary(client)
    content = save(client, dialogs, tmp_path / "summary.pdf").read_bytes()
    assert "Marisa" in words(content)


def test_one_more_point_is_on_the_page_at_once(client: Driver) -> None:
    summary(client)
    client.type_into("summary.point", "What to do at Christmas")
    client.keys("Return")
    drawn(client)
    points = {each.text for each in client.journal.talk_points.all()}
    assert points == {POINT, "What to do at Christmas"}
    assert client.text("summary.point") == ""
    assert client.find("summary.blocks.talk.choose", QPushButton).text() == "All 2"


def test_a_preset_is_kept_and_used_again(client: Driver) -> None:
    page = summary(client)
    page.form.blocks.boxes[Block.BOUNDARIES].click()
    client.press("summary.period.span.quarter")
    client.press("summary.presets")
    client.type_into("presets.name", "Every three months")
    client.keys("Return")
    client.keys("Escape")
    settle()
    page.form.blocks.boxes[Block.BOUNDARIES].click()
    client.press("summary.period.span.month")
    client.press("summary.presets")
    client.find("presets", ListEditor).list.setFocus()
    client.keys("Return")
    drawn(client)
    assert page.choice().blocks == ON_AT_FIRST | {Block.BOUNDARIES}
    assert page.choice().period.first == ago(91)


def test_a_name_of_a_preset_is_not_written_over_for_good(client: Driver) -> None:
    page = summary(client)
    write_preset(client.journal, Preset("Mine", Span.QUARTER, ON_AT_FIRST))
    first, last = ago(9), ago(2)
    page.form.period.set_period(Span.DATES, Period(first, last))
    client.press("summary.presets")
    assert client.sees("presets.dates")
    client.type_into("presets.name", " Mine ")
    client.keys("Return")
    assert [each.span for each in all_presets(client.journal)] == [Span.MONTH]
    client.keys("Escape")
    assert client.message() == "Changed: Mine"
    client.press("message.action")
    assert [each.span for each in all_presets(client.journal)] == [Span.QUARTER]


def test_dates_that_were_chosen_are_there_again_after_a_lock(client: Driver) -> None:
    page = summary(client)
    page.form.period.set_period(Span.DATES, Period(ago(9), ago(2)))
    page.form.blocks.boxes[Block.BOUNDARIES].click()
    drawn(client)
    client.keys("Ctrl+L")
    client.unlock()
    assert summary(client).choice().period == Period(ago(9), ago(2))


def test_save_pressed_twice_asks_once(client: Driver) -> None:
    keep_point(client.journal, make_point(client.journal, "How I answered Marisa yesterday"))
    summary(client)
    client.press("summary.save")
    client.press("summary.save")
    client.wait_until_seen("telltales")
    settle()
    assert len(client.window.findChildren(TelltalesSheet)) == 1


def test_two_quick_ticks_open_the_last_list(client: Driver) -> None:
    client.journal.add(an_entry(at=noon(ago(3)), mood=Mood(4), note="the river walk"))
    page = summary(client)
    page.form.blocks.boxes[Block.ENTRIES].click()
    page.form.blocks.boxes[Block.GOOD].click()
    drawn(client)
    (sheet,) = client.window.findChildren(ItemsSheet)
    assert sheet.list.accessibleName() == "Good moments"
    assert any("The last 3 of them stand in it." in text for text in client.seen_texts())


def test_all_that_is_found_is_ticked_at_once(client: Driver) -> None:
    page = summary(client)
    page.form.blocks.boxes[Block.ENTRIES].click()
    drawn(client)
    sheet = client.find("items", ItemsSheet)
    taken: list[tuple[Item, ...]] = []
    sheet.settled.connect(taken.append)
    assert len(sheet.items) > 12
    sheet.search.setText("15 Nov")
    client.press("items.all")
    client.press("items.done")
    drawn(client)
    assert {"15 Nov" in item.words for item in taken[0]} == {True}
    assert len(taken[0]) < len(sheet.items)
    client.press("summary.blocks.entries.choose")
    client.press("items.no")
    client.press("items.done")
    drawn(client)
    assert client.find("summary.blocks.entries.choose", QPushButton).text() == "Choose…"


def test_pages_that_cannot_be_made_do_not_stand_there_as_if_they_were(
    client: Driver, monkeypatch: pytest.MonkeyPatch, dialogs: Dialogs, tmp_path: Path
) -> None:
    page = summary(client)
    with monkeypatch.context() as broken:
        broken.setattr(TalkPointStore, "shared", refuse)
        page.form.blocks.boxes[Block.BOUNDARIES].click()
        drawn(client)
        assert page.problem.isVisible()
        assert page.preview.count.text() == ""
        assert page.preview.view.accessibleDescription() == ""
    content = save(client, dialogs, tmp_path / "summary.pdf").read_bytes()  # it is tried again
    assert POINT in words(content)
    assert page.preview.count.text() == "1 page"
    assert not page.problem.isVisible()


def test_the_pages_are_heard_in_full(client: Driver) -> None:
    page = summary(client)
    heard = page.preview.view.accessibleDescription()
    assert POINT in heard
    assert "This time: 21 of 21" in heard
    client.press("summary.preview.larger")
    assert client.find("pages", PagesSheet).views[0].accessibleDescription() == heard


def test_pages_are_turned_by_keys(client: Driver) -> None:
    for number in range(12):
        keep_point(client.journal, make_point(client.journal, f"{number} " + "word " * 300))
    page = summary(client)
    page.preview.view.setFocus()
    assert page.preview.count.text().startswith("Page 1 of ")
    client.keys("PgDown")
    assert page.preview.page == 1
    client.keys("PgUp")
    assert page.preview.page == 0


def test_it_is_printed_through_the_dialog_of_the_system(
    client: Driver, dialogs: Dialogs, tmp_path: Path
) -> None:
    summary(client)
    dialogs.expect("QPrintDialog")
    client.press("summary.print")
    wait_for_dialog(client, QPrintDialog)
    dialog = client.window.findChild(QPrintDialog)
    assert dialog is not None
    printer = dialog.printer()
    assert printer.docName() == "summary"
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    dialog.accepted.emit(printer)
    dialog.close()
    client.qtbot.waitUntil(lambda: bool(client.journal.exports.all()), timeout=WAIT_MS)
    assert len(pypdfium2.PdfDocument(tmp_path / "printed.pdf")) == 1
    (record,) = client.journal.exports.all()
    assert (record.format, record.folder) == (Format.PRINT, "")


def test_an_empty_journal_gives_room_for_a_pen(
    writer: Driver, dialogs: Dialogs, tmp_path: Path
) -> None:
    load_engine()
    page = summary(writer)
    assert page.choice().period.last == TODAY
    said = words(save(writer, dialogs, tmp_path / "summary.pdf").read_bytes())
    assert "What I want to talk about" in said


def test_signs_without_a_shape_are_told_of_before_and_after(
    client: Driver, dialogs: Dialogs, tmp_path: Path
) -> None:
    keep_point(client.journal, make_point(client.journal, "so it went \U000e1234 that day"))
    page = summary(client)
    assert page.preview.note.isVisible()
    assert page.preview.note.text().startswith("No font on this computer has these signs")
    save(client, dialogs, tmp_path / "summary.pdf")
    assert "No font on this computer has these signs" in client.message()


def test_pages_are_read_larger_and_left_again(client: Driver) -> None:
    page = summary(client)
    client.press("summary.preview.larger")
    sheet = client.find("pages", PagesSheet)
    client.qtbot.waitUntil(lambda: sheet.is_settled, timeout=WAIT_MS)
    assert len(sheet.views) == 1
    client.keys("PgDown")
    client.keys("Escape")
    settle()
    assert page.preview.larger.hasFocus()


def test_what_is_written_is_taken_without_enter(
    client: Driver, dialogs: Dialogs, tmp_path: Path
) -> None:
    keep_point(client.journal, make_point(client.journal, "what saturday does to me"))
    summary(client)
    client.type_into("summary.point", "my own new point")
    client.type_into("summary.word", "saturday")
    content = save(client, dialogs, tmp_path / "summary.pdf").read_bytes()
    assert "my own new point" in words(content)
    assert not found_in(content, "pdf", ["saturday"])
    assert client.text("summary.word") == ""


def test_what_is_begun_is_there_again_after_a_lock(client: Driver) -> None:
    page = summary(client)
    client.type_into("summary.point", "half a poi")
    page.form.blocks.boxes[Block.BOUNDARIES].click()
    client.press("summary.period.span.quarter")
    drawn(client)
    client.keys("Ctrl+L")
    client.unlock()
    again = summary(client)
    assert client.text("summary.point") == "half a poi"
    assert again.choice().blocks == ON_AT_FIRST | {Block.BOUNDARIES}
    assert again.choice().period.first == ago(91)


def test_the_next_one_begins_as_usual(client: Driver, dialogs: Dialogs, tmp_path: Path) -> None:
    page = summary(client)
    page.form.blocks.boxes[Block.BOUNDARIES].click()
    drawn(client)
    save(client, dialogs, tmp_path / "summary.pdf")
    client.choose_in_menu("window.lock")
    client.unlock()
    assert summary(client).choice().blocks == ON_AT_FIRST


def test_several_names_are_blacked_out_and_taken_back_together(client: Driver) -> None:
    summary(client)
    client.type_into("summary.word", "miriam, peter; old ward")
    client.keys("Return")
    assert {mask.word for mask in client.journal.masks.all()} == {"miriam", "peter", "old ward"}
    shell = client.window.shell
    assert shell is not None
    shell.undo.undo()
    assert client.journal.masks.all() == ()
    drawn(client)


def test_what_is_picked_stays_picked_in_another_period_that_holds_it(client: Driver) -> None:
    entry = an_entry(at=noon(ago(3)), mood=Mood(4), note="the river walk")
    client.journal.add(entry)
    page = summary(client)
    page.form.blocks.boxes[Block.ENTRIES].click()
    drawn(client)
    client.keys("Space")
    client.press("items.done")
    drawn(client)
    client.press("summary.period.span.month")
    drawn(client)
    assert client.find("summary.blocks.entries.choose", QPushButton).text().startswith("1 of")
    page.form.paper.buttons()[1].click()
    drawn(client)
    assert client.find("summary.blocks.entries.choose", QPushButton).text().startswith("1 of")
