"""Run a module until its first window is painted: ``python -m bench.painted MODULE [ARGUMENT …]``.

Prints the moment (``time.monotonic``) and the resident KiB. What is timed runs as it always does;
at the start of its event loop a watch is laid on the window, and the first picture ends it.
"""

import os
import runpy
import sys
from typing import TYPE_CHECKING

from bench.paint import PaintWatch, resident

if TYPE_CHECKING:
    from collections.abc import Callable

from PySide6.QtWidgets import QApplication


def main(module: str) -> None:
    """Run the module with the arguments that follow it."""
    go_on: Callable[[], int] = QApplication.exec

    def exec_watched(*_application: QApplication) -> int:
        (window,) = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
        watch = PaintWatch(window, lambda: _end(watch))
        return go_on()

    QApplication.exec = exec_watched  # type: ignore[method-assign]
    del sys.argv[0]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def _end(watch: PaintWatch) -> None:
    sys.stdout.write(f"{watch.moment} {resident()}\n")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1])
