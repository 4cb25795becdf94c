"""What can go wrong, in sentences for people.

A ``JournalError`` carries a sentence for the person and, where there is one, the next step. Every
other exception is a bug. Neither ever carries a word of what somebody wrote.
"""

from caregiver_journal.base.i18n import N_, _


class JournalError(Exception):
    """Something went wrong that the person can understand and perhaps act upon.

    Attributes:
        sentence: what happened, for the person.
        next_step: what may help now; may be empty.
        field: the name of the field it belongs to; may be empty.
    """

    default_sentence = N_("Something went wrong.")
    default_step = ""

    def __init__(self, sentence: str = "", *, next_step: str = "", field: str = "") -> None:
        self.sentence = sentence or _(self.default_sentence)
        self.next_step = next_step or (_(self.default_step) if self.default_step else "")
        self.field = field
        super().__init__(self.sentence)


class InvalidValueError(JournalError):
    """A value cannot be stored as it is."""

    default_sentence = N_("This value does not fit here.")


# --- keys ---------------------------------------------------------------------------------------


class WrongPassphraseError(JournalError):
    """The key file is whole, and the passphrase does not open it."""

    default_sentence = N_("That passphrase does not open this journal.")
    default_step = N_("Look at Caps Lock and the keyboard language, then try again.")


class MistypedCodeError(JournalError):
    """A recovery code whose check characters do not fit."""

    default_sentence = N_("This recovery code has a typing mistake in it.")
    default_step = N_("It has nine groups of four characters. Compare them one by one.")


class WrongCodeError(JournalError):
    """A well-formed recovery code that does not open this journal."""

    default_sentence = N_("This recovery code belongs to another journal, or to an older key.")
    default_step = N_("Look whether a newer recovery page was printed, or choose another journal.")


class KeyFileDamagedError(JournalError):
    """Neither the key file nor its copy can be read."""

    default_sentence = N_("The key file of this journal is damaged.")
    default_step = N_("Your entries are not affected. The recovery code opens the journal.")


class KeyFileMissingError(JournalError):
    """There is a database and no key file."""

    default_sentence = N_("The key file of this journal is missing.")
    default_step = N_(
        "Put journal.keys back into the folder, or open the journal with the recovery code."
    )


class ForeignKeyFileError(JournalError):
    """The key file belongs to another journal."""

    default_sentence = N_("The key file in this folder belongs to another journal.")
    default_step = N_("Put the right journal.keys back into the folder, or use the recovery code.")


class NotEnoughMemoryError(JournalError):
    """The passphrase cannot be tried, because the computer has too little free memory."""

    default_sentence = N_("There is too little free memory to work on the passphrase.")
    default_step = N_(
        "Close other programs, then try again. The recovery code opens the journal too."
    )


class KeychainError(JournalError):
    """The keychain of the system did not do what it was asked for."""

    default_sentence = N_("The keychain of this computer could not be used.")
    default_step = N_("Your passphrase opens the journal as before.")


class NoKeychainError(KeychainError):
    """There is no keychain, or none of a kind that can be trusted."""

    default_sentence = N_("This computer offers no keychain that can be trusted.")


class KeychainLockedError(KeychainError):
    """The keychain was not unlocked when it asked for that."""

    default_sentence = N_("The keychain of this computer stayed locked.")
    default_step = N_("Unlock it and try again. Your passphrase opens the journal as before.")


class KeychainEntryLostError(KeychainError):
    """The keychain works and does not hold what would open this journal."""

    default_sentence = N_("The keychain of this computer does not hold the key of this journal.")
    default_step = N_(
        "Your passphrase opens it as before. In Settings the keychain can be turned off and on."
    )


# --- the file -----------------------------------------------------------------------------------


class JournalMissingError(JournalError):
    """There is a key file and no database."""

    default_sentence = N_("The file journal.db is not in this folder.")
    default_step = N_(
        "Choose the folder it was moved to, or put the file back. Nothing was made new."
    )


class JournalEmptyError(JournalError):
    """The database has no content at all."""

    default_sentence = N_("The file journal.db is empty.")
    default_step = N_("Put a copy of the file back into the folder. Nothing was changed.")


class NotAJournalError(JournalError):
    """The key is right and the file still is no journal."""

    default_sentence = N_("The file journal.db is damaged from its beginning and cannot be read.")
    default_step = N_("Put a copy of the file back into the folder. Nothing was changed.")


class PlainDatabaseError(JournalError):
    """An unencrypted SQLite file stands where the journal should."""

    default_sentence = N_(
        "The file journal.db is not encrypted, so it is not a journal of this program."
    )
    default_step = N_("Put the journal's own file back into the folder. Nothing was changed.")


class NewerJournalError(JournalError):
    """The journal was written by a newer version of the program."""

    default_sentence = N_("This journal was written by a newer version of the program.")
    default_step = N_("Open it with that version. Nothing was read or changed.")


class MigrationFailedError(JournalError):
    """Bringing an older journal up to date did not work; it stayed as it was."""

    default_sentence = N_("This journal could not be brought up to date. It is as it was before.")
    default_step = N_(
        "A copy lies in its folder backups. The version that wrote it still opens it."
    )


class DamagedError(JournalError):
    """Part of the database cannot be read or does not pass its checks."""

    default_sentence = N_("Part of the journal's file is damaged.")
    default_step = N_(
        "Nothing more is written to it. What can be read can be saved into a new file."
    )


class MendingNeededError(JournalError):
    """Something in the file is mended without loss before it is opened, which takes a while."""

    default_sentence = N_("A part of the journal's file has to be mended first.")
    default_step = N_("Nothing is lost. Open the journal again.")


class ReadOnlyFolderError(JournalError):
    """The folder or the file cannot be written to."""

    default_sentence = N_("The journal's folder cannot be written to.")
    default_step = N_("Allow writing to the folder, or copy it to a place where you may write.")


class ReadOnlyJournalError(JournalError):
    """The journal is open for reading only."""

    default_sentence = N_("This journal is open for reading only, so nothing was saved.")


class DiskFullError(JournalError):
    """No room is left on the disk."""

    default_sentence = N_("The disk is full, so this could not be saved.")
    default_step = N_("Your text is still here. Make some room, then save again.")


class StorageError(JournalError):
    """The disk reported an error."""

    default_sentence = N_("The disk reported an error, so this could not be done.")
    default_step = N_(
        "What was saved before is safe. Try again; if it stays, copy the folder elsewhere."
    )


class InUseError(JournalError):
    """Another window or command has the journal open."""

    default_sentence = N_("This journal is open in another window or command.")
    default_step = N_("Close or lock it there first.")


class FolderInUseError(JournalError):
    """A new journal was asked for in a folder that already holds one."""

    default_sentence = N_("This folder already holds a journal.")
    default_step = N_("Open it, or choose an empty folder.")


class NothingFoundError(JournalError):
    """What was asked for is not there."""

    default_sentence = N_("There is no such entry.")


# --- backups ------------------------------------------------------------------------------------


class NotABackupError(JournalError):
    """A file was chosen that is no backup."""

    default_sentence = N_("This file is not a backup of this program.")
    default_step = N_("Backups end in .cjbackup. Nothing was changed.")


class BackupDamagedError(JournalError):
    """A backup is not what it was when it was made."""

    default_sentence = N_("This backup is damaged, so nothing was taken from it.")
    default_step = N_("Choose another one. Nothing was changed.")


class NewerBackupError(JournalError):
    """A backup was made by a newer version of the program."""

    default_sentence = N_("This backup was made by a newer version of the program.")
    default_step = N_("Use it with that version. Nothing was changed.")


class ForeignBackupError(JournalError):
    """A backup is of another journal than the one it was to be used for."""

    default_sentence = N_("This backup is of another journal.")
    default_step = N_("Choose one of this journal. Nothing was changed.")


class EarlierKeyError(JournalError):
    """A backup or another copy of the journal is from before it had the secret of today."""

    default_sentence = N_("The journal has had a new recovery code since then.")
    default_step = N_("The passphrase of that day opens it, or the recovery code of that day.")


class SameJournalError(JournalError):
    """The copy of the journal that was chosen is the open journal itself."""

    default_sentence = N_("This is the journal that is open.")
    default_step = N_("Choose a backup of it, or the folder of another copy. Nothing was changed.")


# --- what comes in ------------------------------------------------------------------------------


class ImportRefusedError(JournalError):
    """A file cannot be brought in as it is.

    Attributes:
        place: where in the file it is, as ``entries[12].happened`` or a line; may be empty.
    """

    default_sentence = N_("This file cannot be brought in.")
    default_step = N_("Nothing was changed.")

    def __init__(self, sentence: str = "", *, place: str = "", next_step: str = "") -> None:
        said = sentence or _(self.default_sentence)
        super().__init__(f"{place}: {said}" if place else said, next_step=next_step)
        self.place = place
