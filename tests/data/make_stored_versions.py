"""Make the stored journals of all versions: ``python tests/data/make_stored_versions.py [N ...]``.

Each is what a person had on the disk when the program knew so many migrations, with something in
every table. What is stored here must open for ever: a released one is never made anew. With a new
migration comes a file ``content/NNNN.sql`` and one more journal.
"""

import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parent)]

from support.stored import CONTENT, ROOT, STORED, VERSION_ID, VERSION_PASSPHRASE  # noqa: E402
from support.vaults import CHEAP  # noqa: E402 - the path comes first

from caregiver_journal.vault.database import Database  # noqa: E402
from caregiver_journal.vault.folder import JournalFolder  # noqa: E402
from caregiver_journal.vault.keyfile import KeyFile, encode, write_key_file  # noqa: E402
from caregiver_journal.vault.keys import wrap_root  # noqa: E402
from caregiver_journal.vault.migrate import SCRIPTS, run_scripts  # noqa: E402
from caregiver_journal.vault.opened import write_meta  # noqa: E402
from caregiver_journal.vault.scripts import split_statements  # noqa: E402


def make(version: int) -> None:
    """Write the two files of one version anew."""
    place = STORED / str(version)
    shutil.rmtree(place, ignore_errors=True)
    folder = JournalFolder(place)
    folder.make()
    key_file = KeyFile(VERSION_ID, 1, (wrap_root(ROOT, VERSION_PASSPHRASE, VERSION_ID, CHEAP),))
    database = Database.create(folder.database, ROOT.database_key(), VERSION_ID)
    for step in range(version):
        run_scripts(database, SCRIPTS[: step + 1])
        with database.writing():
            for statement in split_statements(CONTENT[step]):
                database.write(statement)
    with database.writing():
        write_meta(database, "journal_id", VERSION_ID.hex())
        write_meta(database, "created", "2026-03-01T07:00:00Z")
        write_meta(database, "key_file", encode(key_file).decode("ascii"))
        database.write("INSERT INTO entry_search (entry_search) VALUES ('rebuild')")
    database.copy_to(place / "compact.db")
    database.close()
    (place / "compact.db").replace(folder.database)
    write_key_file(folder, key_file)
    folder.keys_copy.unlink()
    folder.backups.rmdir()


if __name__ == "__main__":
    for number in sys.argv[1:] or range(1, len(SCRIPTS) + 1):
        make(int(number))
