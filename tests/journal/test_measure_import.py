"""A questionnaire from a file is looked at first; what cannot be taken changes nothing."""

import os
import sys
from pathlib import Path

import pytest
from support.measuring import FILE, a_scale, fill_in, write_file
from support.trends import ago

from caregiver_journal.base.content import MAX_BYTES
from caregiver_journal.domain.measure_file import MeasureFileError
from caregiver_journal.journal.instruments import EXAMPLE, example_file
from caregiver_journal.journal.journal import Changes, Journal
from caregiver_journal.journal.measure_import import (
    MeasurePreview,
    keep_measure_file,
    preview_measure,
    read_file,
)
from caregiver_journal.journal.measuring import (
    all_instruments,
    find_instrument,
    hide_instrument,
    set_repeat,
)
from caregiver_journal.store.instruments import Kept

EVENING = "file.evening"
WHOLE = 'source = "written for this"\nlicence = "anybody"'


def preview(journal: Journal, path: Path) -> MeasurePreview:
    return preview_measure(journal, read_file(path))


def test_what_is_in_a_file_is_shown_before_anything_is_kept(
    journal: Journal, tmp_path: Path, told: list[Changes]
) -> None:
    found = preview(journal, write_file(tmp_path, WHOLE))
    assert (found.file, found.instrument.title, found.replaces) == (
        "evening.toml",
        "Evenings",
        None,
    )
    assert found.warnings == ()
    assert told == []
    assert EVENING not in journal.instruments.all()


def test_it_is_kept_and_taken_back(journal: Journal, tmp_path: Path) -> None:
    found = preview(journal, write_file(tmp_path))
    take_back = keep_measure_file(journal, found)
    assert find_instrument(journal, EVENING).instrument == found.instrument
    take_back()
    assert EVENING not in journal.instruments.all()


def test_the_example_is_whole_but_for_what_it_says_of_itself(
    journal: Journal, tmp_path: Path
) -> None:
    path = tmp_path / EXAMPLE[-1]
    path.write_text(example_file(), encoding="utf-8")
    assert preview(journal, path).warnings == ()


def test_the_same_id_is_replaced_only_when_that_is_wanted(journal: Journal, tmp_path: Path) -> None:
    keep_measure_file(journal, preview(journal, write_file(tmp_path)))
    fill_in(journal, ago(3), EVENING, 4)
    set_repeat(journal, EVENING, 14)
    hide_instrument(journal, EVENING, hidden=True)
    before = find_instrument(journal, EVENING)
    again = preview(journal, write_file(tmp_path, 'window = "the last 3 days"'))
    assert again.replaces == "Evenings"
    with pytest.raises(MeasureFileError, match="is there already") as error:
        keep_measure_file(journal, again)
    assert "can be replaced" in error.value.next_step
    assert find_instrument(journal, EVENING) == before
    take_back = keep_measure_file(journal, again, replace=True)
    replaced = find_instrument(journal, EVENING)
    assert (replaced.instrument.window, replaced.repeat_days) == ("the last 3 days", 14)
    assert not replaced.is_hidden
    take_back()
    assert find_instrument(journal, EVENING) == before


def test_one_that_cannot_be_read_any_more_can_be_replaced(journal: Journal, tmp_path: Path) -> None:
    with journal.writing():
        journal.instruments.write(Kept(EVENING, "{"))
    found = preview(journal, write_file(tmp_path))
    assert found.replaces == "one that cannot be read any more"
    keep_measure_file(journal, found, replace=True)
    assert all_instruments(journal).faults == ()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("", "does not say where its key is from"),
        (f'{WHOLE}\nstatus = "provisional"', "its key is not confirmed"),
        ('source = "me"\nitem_texts = ["a", "b"]', "does not say who may use them"),
        (f"{WHOLE}\nrisk_items = [2]", "After item 2 the support card is shown first"),
        (f"{WHOLE}\nrisk_items = [1, 2]", "After items 1, 2 the support card"),
    ],
)
def test_what_is_good_to_know_is_said(
    journal: Journal, tmp_path: Path, more: str, said: str
) -> None:
    (warning,) = preview(journal, write_file(tmp_path, more)).warnings
    assert said in warning


def test_the_same_title_and_a_range_nobody_knows_are_said_too(
    journal: Journal, tmp_path: Path
) -> None:
    path = tmp_path / "total.toml"
    path.write_text(
        '[[measures]]\nid = "phq-9"\ntitle = "phq-9"\nsource = "me"\n[[measures.scales]]\n',
        encoding="utf-8",
    )
    found = preview(journal, path)
    assert found.instrument.id == "file.phq-9", "it never stands for one of the program"
    assert found.warnings == (
        "Another questionnaire here has the same title.",
        "It does not say what “phq-9” can reach.",
    )


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "evening.toml: there is nothing in it."),
        (b" \n", "evening.toml: there is nothing in it."),
        (b"#" * (MAX_BYTES + 1), "evening.toml: it is far too large."),
        (b"[[measures]]\n\xff", "evening.toml, line 2: this is no UTF-8."),
        (b"[[measures]]\nid = =\n", "line 2"),
        (FILE.format(more="colour = 7").encode(), "evening.toml, line 2"),
        (FILE.format(more="").replace("4", "5").encode(), "not 0 to 5"),
    ],
)
def test_a_file_that_cannot_be_taken_says_which_where_and_why(
    journal: Journal, tmp_path: Path, raw: bytes, said: str
) -> None:
    path = tmp_path / "evening.toml"
    path.write_bytes(raw)
    with pytest.raises(MeasureFileError) as error:
        read_file(path)
    assert error.value.sentence.startswith("evening.toml")
    assert said in error.value.sentence
    assert str(tmp_path) not in error.value.sentence
    assert "Nothing was changed" in error.value.next_step
    assert journal.instruments.all() == {}


@pytest.mark.parametrize("name", ["gone.toml", ".", "with\0nul", "x" * 300])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(MeasureFileError, match="cannot be read"):
        read_file(tmp_path / name)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such names or pipes")
def test_a_pipe_is_not_waited_for_and_any_name_can_be_said(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    with pytest.raises(MeasureFileError, match=r"^pipe\.toml: it cannot be read"):
        read_file(tmp_path / "pipe.toml")
    strange = Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff\nb.toml"))
    with pytest.raises(MeasureFileError, match=r"^a\? b\.toml: it cannot"):
        read_file(strange)


def test_a_byte_order_mark_is_no_fault(journal: Journal, tmp_path: Path) -> None:
    path = write_file(tmp_path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert preview(journal, path).instrument.title == "Evenings"


def test_what_was_kept_reads_as_it_was(journal: Journal, tmp_path: Path) -> None:
    path = tmp_path / EXAMPLE[-1]
    path.write_text(example_file(), encoding="utf-8")
    found = preview(journal, path)
    keep_measure_file(journal, found)
    assert find_instrument(journal, found.instrument.id).instrument == found.instrument
    assert find_instrument(journal, found.instrument.id).instrument != a_scale()
