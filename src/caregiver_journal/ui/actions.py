"""Every action of the window: its words, its keys, and where it stands in the menu."""

from dataclasses import dataclass

from caregiver_journal.base.i18n import N_


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action.

    Attributes:
        name: what the window calls it.
        text: its words (untranslated).
        keys: its keys; Ctrl is the command key on macOS.
        group: the part of the menu it stands in; groups are divided by a line.
        when_locked: whether it is there before a journal is open.
    """

    name: str
    text: str
    keys: str
    group: str
    when_locked: bool = False


ACTIONS = (
    ActionSpec("entry.new", N_("New entry"), "Ctrl+N", "write"),
    ActionSpec("mood.quick", N_("Quick mood"), "Ctrl+1", "write"),
    ActionSpec("boundary.new", N_("Boundary moment"), "Ctrl+2", "write"),
    ActionSpec("reflection.new", N_("Reflection"), "Ctrl+3", "write"),
    ActionSpec("practice.new", N_("Practice"), "Ctrl+4", "write"),
    ActionSpec("entry.undo", N_("Undo"), "Ctrl+Z", "write"),
    ActionSpec("go.today", N_("Today"), "Ctrl+T", "go"),
    ActionSpec("go.journal", N_("Journal"), "Ctrl+J", "go"),
    ActionSpec("go.boundaries", N_("Boundaries"), "Ctrl+B", "go"),
    ActionSpec("go.trends", N_("Trends"), "Ctrl+G", "go"),
    ActionSpec("go.session", N_("Session"), "Ctrl+E", "go"),
    ActionSpec("find.words", N_("Search the journal"), "Ctrl+F", "go"),
    ActionSpec("find.anything", N_("Go to anything"), "Ctrl+K", "go"),
    ActionSpec("go.support", N_("Support card"), "F8", "go"),
    ActionSpec("go.settings", N_("Settings"), "Ctrl+,", "go"),
    ActionSpec("window.hide", N_("Quick-hide"), "F9", "leave"),
    ActionSpec("window.lock", N_("Lock"), "Ctrl+L", "leave"),
    ActionSpec("help.shortcuts", N_("Keyboard shortcuts"), "F1", "help", when_locked=True),
    ActionSpec("window.quit", N_("Quit"), "Ctrl+Q", "quit", when_locked=True),
)

PAGE_KEYS = (
    (N_("Choose a mood where the discs have the keyboard"), "1 … 5"),
    (N_("Save"), "Ctrl+Enter"),
    (N_("Go back, or close what lies on top"), "Esc"),
    (N_("Delete what is chosen"), "Del"),
    (N_("Choose several entries"), "Shift+↑ ↓"),
    (N_("Copy the chosen phrase"), "Ctrl+C"),
    (N_("Make the chosen phrase a favourite"), "Ctrl+D"),
    (N_("Rehearse the chosen phrase"), "Ctrl+R"),
    (N_("Pause an exercise, or go on with it"), "Space"),
    (N_("Go to the step before or after of an exercise"), "← →"),
    (N_("Open the menu"), "F10"),
)
"""Keys that belong to a page or a list rather than to the menu."""
