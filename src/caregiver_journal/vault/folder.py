"""Know the folder of one journal: which files lie in it, and whether the place is a good one."""

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path, PurePath

from caregiver_journal.base.files import make_private_folder, remove_stale, remove_stale_folders
from caregiver_journal.base.i18n import N_, _

_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.ENOTDIR}

_CLOUD_FOLDERS = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "icloud": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "com~apple~clouddocs": "iCloud Drive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "syncthing": "Syncthing",
    "pcloud": "pCloud",
    "pclouddrive": "pCloud",
    "megasync": "MEGA",
    "box sync": "Box",
}
_NETWORK_SYSTEMS = {
    "9p", "afpfs", "afs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.rclone",
    "fuse.sshfs", "glusterfs", "ncpfs", "nfs", "nfs4", "smb3", "smbfs", "vboxsf",
}  # fmt: skip
_NETWORK = N_("a network folder")
_KEYCHAIN_SLOT = b'"type":"keychain"'
_MOST_KEY_BYTES = 65_536


class JournalFolder:
    """The folder of one journal.

    Attributes:
        path: absolute; links in it are kept.
        is_for_viewing: whether it is a backup's, unpacked to be looked at; nobody writes there.
    """

    def __init__(self, path: Path, *, is_for_viewing: bool = False) -> None:
        self.path = Path(os.path.abspath(path))  # noqa: PTH100 - keeps links
        self.is_for_viewing = is_for_viewing

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.path / "journal.db"

    @property
    def database_new(self) -> Path:
        """The database that is being made and not yet in use."""
        return self.path / "journal.db.new"

    @property
    def keys(self) -> Path:
        """The key file."""
        return self.path / "journal.keys"

    @property
    def keys_copy(self) -> Path:
        """The second copy of the key file."""
        return self.path / "journal.keys.bak"

    @property
    def backups(self) -> Path:
        """The folder of copies."""
        return self.path / "backups"

    @property
    def backup_notes(self) -> Path:
        """What is remembered of the last backups while the journal is closed."""
        return self.backups / "notes.json"

    @property
    def support_card(self) -> Path:
        """The support card for all to read, while the person wants that."""
        return self.path / "support-card.json"

    @property
    def writer_lock(self) -> Path:
        """The lock of whoever may write."""
        return self.path / "journal.lock"

    @property
    def window_lock(self) -> Path:
        """The lock of the window that shows this journal."""
        return self.path / "window.lock"

    def holds_anything(self) -> bool:
        """Tell whether a journal, or part of one, lies here."""
        return any(os.path.lexists(p) for p in (self.database, self.keys, self.keys_copy))

    def has_keychain_slot(self) -> bool:
        """Tell, at a glance, whether the key file seems to hold a slot of the system's keychain.

        The unlock page wants to know before cryptography is loaded; a key file has one spelling.
        """
        for path in (self.keys, self.keys_copy):
            with contextlib.suppress(OSError), path.open("rb") as file:
                if _KEYCHAIN_SLOT in file.read(_MOST_KEY_BYTES):
                    return True
        return False

    def has_support_card(self) -> bool:
        """Tell whether a support card lies here for all to read, whatever is in its file."""
        return os.path.lexists(self.support_card)

    def make(self) -> None:
        """Make the folder and its folder of copies, for their owner only; raises OSError."""
        make_private_folder(self.path)
        make_private_folder(self.backups)

    def is_writable(self) -> bool:
        """Tell whether files can be made here and the database, if there is one, be written to."""
        if self.is_for_viewing:
            return False
        if self.database.exists() and not os.access(self.database, os.W_OK):
            return False
        probe = self.path / f"journal.tmp-{os.urandom(8).hex()}"
        try:
            os.close(os.open(probe, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            probe.unlink()
        except OSError as error:
            return error.errno not in _NOT_ALLOWED  # a full disk has its own sentence, later
        return True

    def tidy(self) -> None:
        """Remove what a crash may have left behind and nobody needs."""
        remove_stale(self.path)
        remove_stale(self.backups)
        remove_stale_folders(self.path)
        if self.database.exists():
            remove_database(self.database_new)


def beside(path: Path, suffix: str) -> Path:
    """Return the path of a file that lies beside another and belongs to it."""
    return path.with_name(path.name + suffix)


def wal_of(database: Path) -> Path:
    """Return the path of a database's write-ahead log."""
    return beside(database, "-wal")


def has_unsaved_log(database: Path) -> bool:
    """Tell whether a write-ahead log with content lies beside a database."""
    try:
        return wal_of(database).stat().st_size > 0
    except OSError:
        return False


def remove_database(database: Path) -> None:
    """Remove a database and what lies beside it, as far as possible."""
    for suffix in ("", "-wal", "-journal", "-shm"):
        with contextlib.suppress(OSError):
            beside(database, suffix).unlink(missing_ok=True)


def guess_shared_place(path: Path, mounts: Path = Path("/proc/mounts")) -> str | None:
    """Name the cloud service or network a folder seems to lie in; ``None`` when it is local."""
    for part in path.parts:
        plain = part.casefold()
        for name, service in _CLOUD_FOLDERS.items():
            if plain == name or plain.startswith((name + " ", name + "-", name + "_")):
                return service
    if str(path).startswith(("\\\\", "//")) or _is_on_network(path, mounts):
        return _(_NETWORK)
    return None


def _is_on_network(path: Path, mounts: Path) -> bool:
    """Tell whether the innermost mount that holds the path is one of a network."""
    innermost = max(
        (entry for entry in _read_mounts(mounts) if path.is_relative_to(entry[0])),
        key=lambda entry: len(entry[0].parts),
        default=(PurePath("/"), ""),
    )
    return innermost[1] in _NETWORK_SYSTEMS


def _read_mounts(mounts: Path) -> Iterator[tuple[PurePath, str]]:
    """Yield each mount point and its file system; later lines hide earlier ones."""
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return
    for line in reversed(lines):
        fields = line.split(" ")
        if len(fields) >= 3:
            yield PurePath(fields[1].replace("\\040", " ").replace("\\011", "\t")), fields[2]
