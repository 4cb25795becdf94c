"""Save something as a file where the person wants it: never over another one unasked."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.journal.exporting import name_of, write_out
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.place_asking import FileKind, PlaceAsking

__all__ = ["FileKind", "Saving"]


class Saving(QObject):
    """Asks where, and once more before it takes the place of another file; then saves.

    Attributes:
        note: what is said beside that it was saved, such as what was left out.

    Signals:
        saved(Path): it lies there.
    """

    saved = Signal(object)

    def __init__(
        self,
        context: Context,
        title: str,
        kinds: tuple[FileKind, ...],
        make: Callable[[str, Callable[[bytes], None]], None],
        *,
        name: str,
        note: str = "",
        is_private: bool = True,
    ) -> None:
        """Take what is saved.

        Args:
            context: where it is said what came of it.
            title: of the dialog.
            kinds: of file that are offered; the first one if the person names none.
            make: takes the suffix of the chosen kind and what takes the bytes when they are made,
                at once or later; raises ``JournalError``.
            name: what is offered for the file, without its ending.
            note: see above; what makes the bytes may still change it.
            is_private: whether there is anything of the person in it that whoever gets the file
                can read, which is then said too.
        """
        super().__init__(context.ground)
        self._context = context
        self._kinds = kinds
        self._make = make
        self.note = note
        self._is_private = is_private
        self._path = Path()
        self._asking = PlaceAsking(context, title, kinds, name=name, parent=self)
        self._asking.chosen.connect(self._begin)

    def ask(self) -> None:
        """Ask for a place and a name."""
        self._asking.ask()

    def _begin(self, path: Path) -> None:
        self._path = path
        suffix = path.suffix.removeprefix(".").lower()
        known = [kind.suffix for kind in self._kinds]
        try:
            self._make(suffix if suffix in known else known[0], self._write)
        except JournalError as error:
            self._context.fail(error)

    def _write(self, content: bytes) -> None:
        try:
            write_out(self._context.journal, self._path, content)
        except JournalError as error:
            self._context.fail(error)
            return
        self._context.say(f"{say_saved(self._path, self._is_private)} {self.note}".rstrip())
        self.saved.emit(self._path)


def say_saved(path: Path, is_private: bool = True) -> str:  # noqa: FBT001, FBT002 - as it is said
    """Return where something was saved, and who can read it where that matters."""
    text = _("Saved as {name}.")
    if is_private:
        text = _("Saved as {name}. Whoever gets this file can read it.")
    return text.format(name=name_of(path))
