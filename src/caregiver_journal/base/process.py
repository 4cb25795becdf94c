"""Keep the memory of this process to itself: no core dumps, no reading by other programs."""

import contextlib
import ctypes
import sys

_PR_SET_DUMPABLE = 4
_PT_DENY_ATTACH = 31
_SEM_NO_FAULT_BOXES = 0x0001 | 0x0002
_WER_FAULT_REPORTING_FLAG_NOHEAP = 1


def guard_memory() -> None:
    """Turn off core dumps and, where the system can, attaching to this process.

    Each step is best effort: a sandbox that refuses one must not keep the program from starting.
    """
    with contextlib.suppress(OSError, AttributeError, ImportError, ValueError):
        if sys.platform == "win32":
            ctypes.windll.kernel32.SetErrorMode(_SEM_NO_FAULT_BOXES)
            ctypes.windll.wer.WerSetFlags(_WER_FAULT_REPORTING_FLAG_NOHEAP)
        else:
            _forbid_core_dumps()
            _forbid_attaching()


def _forbid_core_dumps() -> None:
    import resource  # noqa: PLC0415 - not on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _forbid_attaching() -> None:
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin":
        library.ptrace(_PT_DENY_ATTACH, 0, 0, 0)
    elif sys.platform.startswith("linux"):
        library.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
