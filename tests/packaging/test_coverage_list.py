"""The list of covered files: what fell, what is gone, what may come onto it."""

import json
import os
from pathlib import Path

from coverage_list import compare, is_fresh, read_list, read_report, write_list


def _report(folder: Path, **files: tuple[list[int], list[tuple[int, int]]]) -> dict[str, str]:
    path = folder / "report.json"
    entries = {
        f"src/caregiver_journal/{name.replace('__', '/')}.py": {
            "missing_lines": lines,
            "missing_branches": jumps,
        }
        for name, (lines, jumps) in files.items()
    }
    path.write_text(json.dumps({"files": entries}))
    return read_report(path)


def test_a_listed_file_that_fell_is_named_with_what_is_not_reached(tmp_path: Path) -> None:
    report = _report(tmp_path, vault__keys=([4, 9], [(3, 7)]))
    findings = compare(["vault/keys.py"], report)
    assert findings.fallen == ("vault/keys.py: lines 4, 9; jumps 3-7",)
    assert not findings.is_well


def test_a_listed_file_that_is_gone_is_named(tmp_path: Path) -> None:
    findings = compare(["vault/keys.py"], _report(tmp_path, base__text=([], [])))
    assert findings.gone == ("vault/keys.py",)
    assert not findings.is_well


def test_newly_covered_files_of_the_listed_rooms_are_offered(tmp_path: Path) -> None:
    report = _report(
        tmp_path, base__text=([], []), domain__day=([1], []), ui__page=([], []), __main__=([], [])
    )
    findings = compare([], report)
    assert findings.reached == ("base/text.py",)
    assert findings.is_well
    assert findings.lines(grow=False) == ["may go onto the list: base/text.py"]
    assert findings.lines(grow=True) == ["now onto the list: base/text.py"]


def test_the_list_keeps_its_comments_and_its_order(tmp_path: Path) -> None:
    path = tmp_path / "covered.txt"
    path.write_text("# why\nvault/keys.py\n\n")
    write_list(path, [*read_list(path), "base/text.py", "vault/keys.py"])
    assert path.read_text() == "# why\nbase/text.py\nvault/keys.py\n"


def test_coverage_older_than_the_source_does_not_count(tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert not is_fresh(data, tmp_path)
    source = tmp_path / "src" / "a.py"
    source.parent.mkdir()
    source.touch()
    data.touch()
    os.utime(source, (1000, 1000))
    assert is_fresh(data, tmp_path)
    os.utime(data, (999, 999))
    assert not is_fresh(data, tmp_path)
