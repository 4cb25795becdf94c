"""Run the proofs: ``python tests/proofs [--small|--full] [--only NAME ...] [--json FILE]``."""

import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
sys.path[0] = str(TESTS)  # the proofs are a room of the tests, not a heap of top-level modules
sys.path.insert(1, str(TESTS.parent / "src"))

from proofs.program import main  # noqa: E402 - after the path above

if __name__ == "__main__":
    sys.exit(main())
