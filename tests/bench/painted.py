"""Run a module until its first window is painted: ``python -m bench.painted MODULE [ARGUMENT …]``.

Prints the moment (``time.monotonic``) and the resident KiB. What is timed runs as it always does up
to its event loop, whose turns are then taken one by one until the window is exposed, which is when
it is painted. Nothing of ours looks at events: that alone would make a bare window slower by 5 %.
"""

import os
import runpy
import sys
import time

from bench.paint import resident
from PySide6.QtWidgets import QApplication


def main(module: str) -> None:
    """Run the module with the arguments that follow it."""
    QApplication.exec = _exec_watched  # type: ignore[method-assign]
    del sys.argv[0]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def _exec_watched(*_application: QApplication) -> int:
    (window,) = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
    handle = window.windowHandle()
    if handle.isExposed():
        raise RuntimeError("the window was painted before its event loop began")
    while not handle.isExposed():
        QApplication.processEvents()
    sys.stdout.write(f"{time.monotonic()} {resident()}\n")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1])
