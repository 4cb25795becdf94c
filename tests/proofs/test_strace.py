"""Reading what strace wrote down."""

from pathlib import Path

from proofs.strace import count_injected, read_calls


def log(folder: Path, *lines: str) -> Path:
    path = folder / "log"
    path.write_text("\n".join(lines) + "\n", "ascii")
    return path


def test_a_call_is_read(tmp_path: Path) -> None:
    (call,) = read_calls(log(tmp_path, r'12 pwrite64(4<\x2f\x61>, "\x22\x2c\x29", 3, 4096) = 3'))
    assert (call.pid, call.name, call.result) == (12, "pwrite64", 3)
    assert call.descriptor(0) == 4
    assert call.path(0) == Path("/a")
    assert call.text(1) == b'",)'
    assert call.number(3) == 4096


def test_a_call_that_was_interrupted_by_another_thread_is_put_together(tmp_path: Path) -> None:
    calls = read_calls(
        log(
            tmp_path,
            "12 fsync(4 <unfinished ...>",
            r'13 write(1<\x2f\x62>, "\x61", 1) = 1',
            "12 <... fsync resumed>) = 0",
        )
    )
    assert [(call.pid, call.name) for call in calls] == [(13, "write"), (12, "fsync")]


def test_what_failed_is_left_out_unless_wanted(tmp_path: Path) -> None:
    path = log(
        tmp_path,
        r'12 unlink("\x61") = -1 ENOENT (No such file or directory)',
        "12 fsync(4) = -1 EIO (Input/output error) (INJECTED)",
        "12 +++ exited with 0 +++",
    )
    assert list(read_calls(path)) == []
    assert [call.name for call in read_calls(path, also_failed=True)] == ["unlink", "fsync"]
    assert count_injected(path) == 1
