"""Python reads this at its start where this folder is on its path: let a guest sit down."""

import os

if os.environ.get("PROOF_VISIT"):
    from proofs.guest import wait_for_application

    wait_for_application()
