"""Make the stored journal again: ``python tests/data/make_stored_journal.py``.

It stands for all journals out there: what is stored here must open for ever. So it is made anew
only as long as no version has been released, and added to afterwards.
"""

import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parent)]

from support.vaults import CHEAP, add_entries  # noqa: E402 - the path comes first

from caregiver_journal.vault.database import Database  # noqa: E402
from caregiver_journal.vault.folder import JournalFolder  # noqa: E402
from caregiver_journal.vault.keyfile import KeyFile, encode, write_key_file  # noqa: E402
from caregiver_journal.vault.keys import RootSecret, wrap_root  # noqa: E402
from caregiver_journal.vault.migrate import SCRIPTS, run_scripts  # noqa: E402
from caregiver_journal.vault.opened import write_meta  # noqa: E402

FOLDER = HERE / "stored-journal"
PASSPHRASE = "Zoë’s ﬁfth lantern"
"""Not in its normal form, on purpose: the ligature becomes two letters."""
ROOT = RootSecret(bytes.fromhex("5ca1ab1e0ddba115c0ffee15c001d00dfeedface"))
CODE = "BJGT-P7GD-VEGH-BG7Z-XRAW-00EG-1QZE-VYPE-MKYW"
JOURNAL_ID = bytes.fromhex("0123456789abcdef0123456789abcdef")
TEXT = "A quiet evening after a long visit. Ünïcödé stays whole: 休む, \N{LOTUS}."
ENTRIES = 40


def make() -> None:
    """Write the two files anew."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    folder = JournalFolder(FOLDER)
    folder.make()
    slot = wrap_root(ROOT, PASSPHRASE, JOURNAL_ID, CHEAP)
    key_file = KeyFile(JOURNAL_ID, 1, (slot,))
    database = Database.create(folder.database, ROOT.database_key(), JOURNAL_ID)
    run_scripts(database, SCRIPTS)
    with database.writing():
        write_meta(database, "journal_id", JOURNAL_ID.hex())
        write_meta(database, "created", "2026-11-20T17:52:00Z")
        write_meta(database, "key_file", encode(key_file).decode("ascii"))
        add_entries(database, ENTRIES)
        database.write("UPDATE notes SET text = ? WHERE entry = 2", (TEXT,))
        database.write("INSERT INTO entry_search (entry_search) VALUES ('rebuild')")
    database.close()
    write_key_file(folder, key_file)
    folder.keys_copy.unlink()
    folder.backups.rmdir()


if __name__ == "__main__":
    make()
