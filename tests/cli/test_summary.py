"""What the command line says in a summary, and what has to be said before it leaves."""

from datetime import timedelta
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from support.builders import an_entry
from support.clock import START
from support.journals import Place
from support.terminal import Answer, Terminal
from support.trends import TODAY, add_mood, ago

from caregiver_journal.domain.export_record import ExportRecord, Format
from caregiver_journal.domain.mask import Mask
from caregiver_journal.domain.period import Span
from caregiver_journal.domain.preference import SUMMARY_NAME
from caregiver_journal.domain.session import Session
from caregiver_journal.domain.summary import Block
from caregiver_journal.journal.masking import write_mask
from caregiver_journal.journal.sessions import keep_point, keep_session, make_point
from caregiver_journal.journal.summary.presets import Preset, write_preset

Named = tuple[str, Path]
PDF, HTML = Format.SUMMARY_PDF, Format.SUMMARY_HTML


@pytest.fixture
def filled(place: Place) -> Place:
    """A journal of three weeks, a session ten days ago, and a point to talk about."""
    journal = place.open()
    for number in range(21):
        add_mood(journal, ago(number), 2 + number % 3)
    journal.add(an_entry("Mine alone.", START - timedelta(days=1), never_export=True))
    keep_point(journal, make_point(journal, "how the late shifts go"))
    keep_session(journal, Session("1" * 36, TODAY - timedelta(days=10)))
    place.close()
    return place


def export(
    terminal: Terminal, option: Named, path: Path, *more: object, format_: Format = PDF
) -> Answer:
    return terminal.run("export", path, "--format", format_.value, *option, *more)


def records(place: Place) -> tuple[ExportRecord, ...]:
    found = place.open().exports.all()
    place.close()
    return found


def words(path: Path, password: str | None = None) -> str:
    pdf = pypdfium2.PdfDocument(path, password=password)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
    finally:
        pdf.close()


def test_it_is_about_the_time_since_the_last_session(
    terminal: Terminal, filled: Place, journal_option: Named, tmp_path: Path
) -> None:
    path = tmp_path / "summary.pdf"
    answer = export(terminal, journal_option, path)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == f"Written: {path}, 1 page.\nAnybody who gets it can read it.\n"
    said = words(path)
    assert "10–20 November 2026" in said
    assert "how the late shifts go" in said
    (record,) = records(filled)
    assert (record.format, record.parts) == (PDF, ("talk", "glance", "mood"))
    assert (record.period.first, record.period.last) == (ago(10), TODAY)


def test_without_a_session_it_is_about_a_month(
    terminal: Terminal, place: Place, journal_option: Named, tmp_path: Path
) -> None:
    place.open()
    place.close()
    path = tmp_path / "summary.pdf"
    assert export(terminal, journal_option, path).code == 0
    assert "21 Oct – 20 Nov 2026" in words(path)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (("--from", "2026-11-02", "--to", "2026-11-05"), "2–5 November 2026"),
        (("--from", "2026-11-05", "--to", "2026-11-02"), "2–5 November 2026"),
        (("--from", "2026-11-15"), "15–20 November 2026"),
        (("--to", "2026-11-15"), "16 Oct – 15 Nov 2026"),
    ],
)
def test_days_can_be_named(
    terminal: Terminal,
    filled: Place,
    journal_option: Named,
    tmp_path: Path,
    days: tuple[str, ...],
    said: str,
) -> None:
    path = tmp_path / "summary.pdf"
    assert export(terminal, journal_option, path, *days).code == 0
    assert said in words(path)


def test_blocks_name_and_paper_can_be_said(
    terminal: Terminal, filled: Place, journal_option: Named, tmp_path: Path
) -> None:
    path = tmp_path / "summary.pdf"
    more = ("--block", "talk", "--block", "boundaries", "--name", "J.", "--letter")
    assert export(terminal, journal_option, path, *more).code == 0
    said = words(path)
    assert "J. · 10–20 November 2026" in said
    assert "At a glance" not in said
    with pikepdf.open(path) as pdf:
        assert [round(float(side)) for side in pdf.pages[0].mediabox] == [0, 0, 612, 792]


def test_the_name_in_the_journal_is_used_where_none_is_said(
    terminal: Terminal, filled: Place, journal_option: Named, tmp_path: Path
) -> None:
    filled.open().set(SUMMARY_NAME, "K.")
    filled.close()
    path = tmp_path / "summary.pdf"
    assert export(terminal, journal_option, path).code == 0
    assert "K. · 10–20 November 2026" in words(path)


def test_a_preset_says_blocks_and_days(
    terminal: Terminal, filled: Place, journal_option: Named, tmp_path: Path
) -> None:
    preset = Preset("Every quarter", Span.QUARTER, frozenset({Block.MOOD}))
    write_preset(filled.open(), preset)
    filled.close()
    path = tmp_path / "summary.pdf"
    assert export(terminal, journal_option, path, "--preset", "every QUARTER").code == 0
    said = words(path)
    assert "21 Aug – 20 Nov 2026" in said
    assert "how the late shifts go" not in said
    answer = export(terminal, journal_option, tmp_path / "b.pdf", "--preset", "another")
    assert answer.code == 3
    assert "There is no preset of this name." in answer.err


def test_the_file_can_ask_for_a_password(
    terminal: Terminal, filled: Place, journal_option: Named, tmp_path: Path
) -> None:
    path, secret = tmp_path / "summary.pdf", tmp_path / "secret"
    secret.write_text("a long word ✓\nmore\n", "utf-8")
    answer = export(terminal, journal_option, path, "--file-password", secret)
    assert "Only somebody with the password can open it." in answer.out
    assert "how the late shifts go" in words(path, "a long word ✓")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)
    assert records(filled)[0].has_password


@pytest.mark.parametrize(
    ("content", "format_", "said"),
    [
        (b"short\n", PDF, "The password needs at least 8 characters."),
        (b"\xff\xfe\x00", PDF, "The password of the file could not be read."),
        (None, PDF, "The password of the file could not be read."),
        (b"a long word\n", HTML, "Only a PDF can have a password."),
    ],
)
def test_a_password_that_cannot_be_used_writes_nothing(  # noqa: PLR0917
    terminal: Terminal,
    filled: Place,
    journal_option: Named,
    tmp_path: Path,
    content: bytes | None,
    format_: Format,
    said: str,
) -> None:
    path, secret = tmp_path / "summary", tmp_path / "secret"
    if content is not None:
        secret.write_bytes(content)
    more = ("--file-password", secret)
    answer = export(terminal, journal_option, path, *more, format_=format_)
    assert answer.code == 3
    assert said in answer.err
    assert not path.exists()
    assert records(filled) == ()


def test_a_web_page_says_the_same(
    terminal: Terminal, filled: Place, journal_option: Named, tmp_path: Path
) -> None:
    path = tmp_path / "summary.html"
    answer = export(terminal, journal_option, path, format_=HTML)
    assert answer.out == f"Written: {path}.\nAnybody who gets it can read it.\n"
    page = path.read_text("utf-8")
    assert "how the late shifts go" in page
    assert "Mine alone" not in page


@pytest.fixture
def telling(filled: Place) -> Place:
    """The same with a name in a point."""
    journal = filled.open()
    keep_point(journal, make_point(journal, "when I answered Marisa"))
    filled.close()
    return filled


def test_names_stop_it_where_nobody_can_be_asked(
    terminal: Terminal, telling: Place, journal_option: Named, tmp_path: Path
) -> None:
    path = tmp_path / "summary.pdf"
    answer = export(terminal, journal_option, path)
    assert answer.code == 3
    assert "Marisa: when I answered Marisa" in answer.err
    assert "Nothing was written" in answer.err
    assert not path.exists()


def test_names_may_stay_or_are_masked(
    terminal: Terminal, telling: Place, journal_option: Named, tmp_path: Path
) -> None:
    path = tmp_path / "summary.pdf"
    assert export(terminal, journal_option, path, "--names-may-stay").code == 0
    assert "Marisa" in words(path)
    write_mask(telling.open(), Mask("Marisa", "my sister"))
    telling.close()
    assert export(terminal, journal_option, path, "--overwrite").code == 0
    assert "when I answered my sister" in words(path)


@pytest.mark.parametrize(("typed", "code"), [("y\n", 0), ("n\n", 3), ("", 3)])
def test_somebody_at_a_terminal_is_asked(
    terminal: Terminal,
    telling: Place,
    journal_option: Named,
    tmp_path: Path,
    typed: str,
    code: int,
) -> None:
    path = tmp_path / "summary.pdf"
    order = ("export", path, "--format", PDF.value, *journal_option)
    answer = terminal.run_at_keyboard(*order, typed=typed)
    assert answer.code == code
    assert "May all of them stay?" in answer.err
    assert path.exists() is (code == 0)
