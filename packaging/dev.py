"""Set up, run, test and check the project: ``python3 packaging/dev.py``."""
# ruff: noqa: UP031, UP036 - this file must still be understood by an old Python, to say that it is too old

import os
import sys

if sys.version_info < (3, 11):
    sys.stderr.write(
        "Caregiver Journal needs Python 3.11 or newer, and this is Python %d.%d. "
        "Start the same command with a newer one, for example python3.12.\n" % sys.version_info[:2]
    )
    sys.exit(1)

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
from verbs import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
