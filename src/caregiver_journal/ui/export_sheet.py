"""Take all data out: choose as what, of which days and what of it, then where to."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.marks import override
from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.export_record import Format
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.period import Span
from caregiver_journal.domain.phrasing import say_kind
from caregiver_journal.domain.progress import Progress
from caregiver_journal.journal.data_file import (
    DataChoice,
    Exported,
    count_data,
    export_data,
)
from caregiver_journal.journal.exporting import name_of
from caregiver_journal.journal.picture_file import has_private
from caregiver_journal.ui.entry_form import group
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.place_asking import FileKind, PlaceAsking
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.stepwise import Stepwise
from caregiver_journal.ui.widgets.chips import Chips
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.period_switch import PeriodSwitch
from caregiver_journal.ui.widgets.progress_line import CalmProgress
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.text import plain_label, push_button

NAME = "export"

_LINES_WIDE = 34
_SHARED, _EVERYTHING = "shared", "everything"
_ZIP, _FOLDER = "zip", "folder"


class ExportSheet(Overlay):
    """What leaves the journal and as what; while it is written, how far that is.

    Escape and Cancel stop what is being written, and nothing of it stays.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(_("Take all data out"), context.ground, name=NAME, lines_wide=_LINES_WIDE)
        self._context = context
        self._asking: PlaceAsking | None = None
        self._stepwise = Stepwise(self)
        self._make_fields()
        self._lay_out()
        self._connect()
        self._follow()
        self.come_up()
        self.format.setFocus(Qt.FocusReason.PopupFocusReason)

    def choice(self) -> DataChoice:
        """Return what is chosen."""
        return DataChoice(
            Format(self.format.value() or Format.JSON),
            self.period.period(self._today()),
            frozenset(Kind(key) for key in self.kinds.values()),
            everything=self.private.value() == _EVERYTHING,
        )

    def ask(self) -> None:
        """Ask where it shall lie, or say what is missing."""
        if not self.kinds.values():
            self.problem.say(_("Choose at least one kind of entry."))
            self.kinds.setFocus()
            return
        self.problem.be_quiet()
        self._asking = PlaceAsking(
            self._context,
            _("Save all data"),
            self._file_kinds(),
            name=f"journal-{self._today().isoformat()}",
            parent=self,
        )
        self._asking.chosen.connect(self.begin)
        self._asking.ask()

    def begin(self, path: Path) -> None:
        """Write it there, a little at a time."""
        self._set_running(is_running=True)
        self.progress.start(_("Writing…"))
        self._stepwise.start(export_data(self._context.journal, self.choice(), path))

    @override
    def go(self) -> None:
        self._stepwise.cancel()
        super().go()

    # --- how it is made -------------------------------------------------------------------------

    def _make_fields(self) -> None:
        formats = (
            (Format.JSON, _("JSON")),
            (Format.CSV, _("CSV")),
            (Format.MARKDOWN, _("Markdown")),
        )
        self.format = Segmented(formats, name=f"{NAME}.format", keeps_one=True)
        self.format.set_value(Format.JSON)
        self.about_format = plain_label("", "small", wrap=True)
        self.about_format.setObjectName(f"{NAME}.about_format")
        forms = ((_ZIP, _("One file (.zip)")), (_FOLDER, _("A folder")))
        self.form = Segmented(forms, name=f"{NAME}.form", keeps_one=True)
        self.form.setAccessibleName(_("One file or a folder"))
        self.form.set_value(_ZIP)
        self.period = PeriodSwitch(Span.ALL, name=f"{NAME}.period", today=self._today)
        self.kinds = Chips([(kind.value, say_kind(kind)) for kind in Kind], name=f"{NAME}.kinds")
        self.kinds.set_values(kind.value for kind in Kind)
        self.about_kinds = plain_label("", "small", wrap=True)
        choices = ((_SHARED, _("Leave them out")), (_EVERYTHING, _("Everything, for me")))
        self.private = Segmented(choices, name=f"{NAME}.private", keeps_one=True)
        self.private.set_value(_SHARED)
        self.about_private = plain_label("", "small", wrap=True)
        self.about_private.setObjectName(f"{NAME}.about_private")
        self.count = plain_label("", "muted", wrap=True)
        self.count.setObjectName(f"{NAME}.count")
        self.problem = ProblemLine(f"{NAME}.problem")
        self.progress = CalmProgress(name=f"{NAME}.progress")
        self.cancel = push_button(_("Close"), name=f"{NAME}.cancel")
        self.save = push_button(_("Save…"), "primary", name=f"{NAME}.save")

    def _lay_out(self) -> None:
        about = _("A copy of what you wrote. Nothing is sent; it is made where you say.")
        add = self.card.add
        add(plain_label(about, "small", wrap=True))
        add(group(_("As"), self.format, self.about_format, self.form))
        add(group(_("Period"), self.period))
        add(group(_("Kinds of entry"), self.kinds, self.about_kinds))
        add(group(_("Entries marked “never export”"), self.private, self.about_private))
        add(self.count, self.problem, self.progress, FootRow((), (self.cancel, self.save)))
        self.progress.hide()
        self._fields = (self.format, self.form, self.period, self.kinds, self.private)

    def _connect(self) -> None:
        self.format.chosen.connect(self._follow)
        self.period.changed.connect(self._follow)
        self.kinds.changed.connect(self._follow)
        self.private.chosen.connect(self._follow)
        self.cancel.clicked.connect(self.go)
        self.save.clicked.connect(self.ask)
        self.progress.cancelled.connect(self._stepwise.cancel)
        self._stepwise.progressed.connect(self._show_progress)
        self._stepwise.finished.connect(self._finish)
        self._stepwise.failed.connect(self._fail)
        self._stepwise.cancelled.connect(self._say_cancelled)

    # --- what is said of it ---------------------------------------------------------------------

    def _follow(self, _chosen: object = None) -> None:
        """Say what the choice means and how much it is."""
        choice = self.choice()
        self.problem.be_quiet()
        self.about_format.setText(_say_format(choice.format))
        self.form.setVisible(choice.format is not Format.JSON)
        self.about_kinds.setText(_say_kinds(choice))
        self.about_private.setText(_say_private(choice))
        try:
            count = count_data(self._context.journal, choice) if choice.kinds else 0
        except JournalError as error:
            self.problem.tell(error)
            return
        said = ngettext("{count:,} entry.", "{count:,} entries.", count).format(count=count)
        self.count.setText(said)

    def _file_kinds(self) -> tuple[FileKind, ...]:
        """Return the kinds of file; none of them for a folder."""
        if self.choice().format is Format.JSON:
            return (FileKind("json", _("All data, JSON")),)
        return (FileKind("zip", _("Zip file")),) if self.form.value() == _ZIP else ()

    def _today(self) -> date:
        journal = self._context.journal
        return day_of(journal.clock(), journal.start_of_day)

    # --- while it is written --------------------------------------------------------------------

    def _set_running(self, *, is_running: bool) -> None:
        for field in (*self._fields, self.save):
            field.setEnabled(not is_running)
        self.problem.be_quiet()
        self.count.setVisible(not is_running)
        self.progress.setVisible(is_running)
        if is_running:
            self.progress.setFocus()
        else:
            self.save.setFocus()

    def _show_progress(self, progress: Progress) -> None:
        self.progress.set_share(progress.share)

    def _finish(self, exported: Exported) -> None:
        everything = self.choice().everything
        self.go()
        self._context.say(_say_exported(self._context, exported, everything=everything))

    def _fail(self, error: Exception) -> None:
        self._set_running(is_running=False)
        if not isinstance(error, JournalError):
            raise error
        self.problem.tell(error)

    def _say_cancelled(self) -> None:
        self._set_running(is_running=False)
        self._context.say(_("Stopped. Nothing was saved."))


def _say_format(form: Format) -> str:
    return {
        Format.JSON: _(
            "All of it in one file, exactly as it is kept. This program can read it back."
        ),
        Format.CSV: _("A table for each kind of entry, for a spreadsheet."),
        Format.MARKDOWN: _("Text with a file for each day, for Obsidian, Logseq and the like."),
    }[form]


def _say_kinds(choice: DataChoice) -> str:
    if choice.has_all_kinds and choice.format is Format.JSON:
        return _(
            "All else comes along: days of work, sessions, homework, the support card, phrases, "
            "settings."
        )
    if choice.has_all_kinds:
        return _("Days of work, goals, homework and sessions come along.")
    return _("Only entries of these kinds. Days of work and sessions stay out.")


def _say_private(choice: DataChoice) -> str:
    if choice.everything:
        said = _(
            "They are in it, and anybody who gets the file can read them. Meant for a copy that "
            "stays with you."
        )
        if choice.format is Format.JSON and choice.has_all_kinds:
            said += " " + _("So is the list of names, which says who is meant.")
        return said
    return _("Nothing of them is in it: no words, no tags, not even that they are there.")


def _say_exported(context: Context, exported: Exported, *, everything: bool) -> str:
    """Return where it went, who can read it, and what is not in it."""
    said = ngettext(
        "Saved as {name}, {count:,} entry. Whoever gets it can read it.",
        "Saved as {name}, {count:,} entries. Whoever gets it can read it.",
        exported.entries,
    ).format(name=name_of(exported.path), count=exported.entries)
    if not everything and has_private(context.journal):
        said = f"{said} {_('Entries marked “never export” are left out.')}"
    if not exported.is_remembered:
        said = f"{said} {_('It is not listed in what was exported.')}"
    return said
