"""Say beside a field what went wrong there."""

from caregiver_journal.base.errors import JournalError
from caregiver_journal.ui.widgets.announce import announce
from caregiver_journal.ui.widgets.flow_layout import flowing_policy
from caregiver_journal.ui.widgets.text import PlainLabel


class ProblemLine(PlainLabel):
    """Takes no room while nothing is wrong; screen readers hear it when it comes."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "error_small")
        self.setWordWrap(True)
        self.setSizePolicy(flowing_policy())
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence; take the line away when it is empty."""
        self.setVisible(bool(sentence))
        self.setText(sentence)
        if sentence:
            announce(self, sentence, urgent=True)

    def tell(self, error: JournalError) -> None:
        """Show what went wrong and what may help."""
        self.say(f"{error.sentence} {error.next_step}".strip())

    def be_quiet(self) -> None:
        """Take the line away."""
        self.say("")
