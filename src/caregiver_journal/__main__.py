"""Run the program as ``python -m caregiver_journal``."""

import sys

from caregiver_journal.cli import main

if __name__ == "__main__":
    sys.exit(main())
