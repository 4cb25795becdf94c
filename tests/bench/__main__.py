"""Measure the speed: ``python tests/bench [--quick] [--only NAME ...] [--json FILE]``."""

import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
sys.path[0] = str(TESTS)  # this room is a package of the tests, not a heap of top-level modules
sys.path.insert(1, str(TESTS.parent / "src"))

from bench.program import main  # noqa: E402 - after the path above

if __name__ == "__main__":
    sys.exit(main())
