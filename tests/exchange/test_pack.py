"""Several files go into a folder or into a zip file, by neutral names and for their owner only."""

import io
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from caregiver_journal.base.marks import override
from caregiver_journal.exchange.pack import FolderPack, packing_zip

NOW = datetime(2026, 11, 20, 17, 52, 3, tzinfo=UTC)


def test_a_folder_takes_files_for_its_owner(tmp_path: Path) -> None:
    pack = FolderPack(tmp_path)
    with pack.adding("a.csv") as file:
        file.write(b"one")
    assert (tmp_path / "a.csv").read_bytes() == b"one"
    if sys.platform != "win32":
        assert (tmp_path / "a.csv").stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileExistsError), pack.adding("a.csv"):
        pass


def test_a_zip_file_takes_files_by_their_names() -> None:
    into = io.BytesIO()
    with packing_zip(into, NOW) as pack:
        for name, content in (("a.csv", b"one" * 1_000), ("b.csv", b"")):
            with pack.adding(name) as file:
                file.write(content)
    with zipfile.ZipFile(into) as found:
        assert found.testzip() is None
        assert found.read("a.csv") == b"one" * 1_000
        assert [each.filename for each in found.infolist()] == ["a.csv", "b.csv"]
        (first, _second) = found.infolist()
        assert first.date_time == (2026, 11, 20, 17, 52, 2)  # a zip file counts in twos
        assert first.compress_size < 100
        assert first.external_attr >> 16 == 0o600


@pytest.mark.parametrize(("year", "said"), [(1970, 1980), (2300, 2107)])
def test_a_clock_far_off_keeps_no_zip_file_from_being_made(year: int, said: int) -> None:
    into = io.BytesIO()
    with packing_zip(into, NOW.replace(year=year)) as pack, pack.adding("a.csv"):
        pass
    with zipfile.ZipFile(into) as found:
        assert found.infolist()[0].date_time[0] == said


def test_a_zip_file_that_is_given_up_asks_for_nothing_later() -> None:
    into = io.BytesIO()

    def give_up() -> None:
        with packing_zip(into, NOW) as pack, pack.adding("a.csv") as file:
            file.write(b"one")
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        give_up()
    into.close()  # it would be written to once more if it were not closed


class Full(io.BytesIO):
    """A file on a disk that is full from some moment on."""

    is_full = False

    @override
    def write(self, data: object) -> int:
        if self.is_full:
            raise OSError(28, "no space")
        return super().write(data)  # type: ignore[arg-type]


def test_a_zip_file_on_a_full_disk_says_so_once() -> None:
    into = Full()

    def fill() -> None:
        with packing_zip(into, NOW) as pack:
            with pack.adding("a.csv") as file:
                file.write(b"one")
            into.is_full = True

    with pytest.raises(OSError, match="no space"):
        fill()
