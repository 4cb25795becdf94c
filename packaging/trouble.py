"""Say in one sentence what went wrong while setting up."""

import errno
from pathlib import Path

AGAIN = "then run the same command again."
REGISTRY_AWAY = f"The package registry cannot be reached; check the network connection, {AGAIN}"
REGISTRY_UNTRUSTED = (
    "The package registry was reached, but this computer does not trust its certificate; "
    f"set the certificates of your network up for pip, {AGAIN}"
)
DISK_FULL = f"The disk is full; the set-up needs about 700 MB. Make room, {AGAIN}"


class SetUpError(Exception):
    """An expected failure; its text is the sentence to show."""


def read_only(root: Path) -> SetUpError:
    """Return the trouble of a project folder in which nothing can be written."""
    return SetUpError(
        f"The folder {root} cannot be written to, so nothing can be set up in it; "
        "copy the project to a folder of your own and start there."
    )


def trouble_of(error: OSError, root: Path) -> SetUpError:
    """Return the sentence for what the operating system refused."""
    if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
        return read_only(root)
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return SetUpError(DISK_FULL)
    where = f" ({error.filename})" if error.filename else ""
    return SetUpError(
        f"The computer refused a step of the set-up: {error.strerror or 'no reason given'}{where}."
    )
