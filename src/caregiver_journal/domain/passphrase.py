"""Advice about passphrases: how strong one is, and a suggestion made of plain words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from caregiver_journal.base.i18n import N_, _

MIN_LENGTH = 10
MAX_LENGTH = 1_024
SUGGESTED_WORDS = 6
GOOD = 3
"""From this score on (0 to 4) a passphrase is taken without asking back."""

_LOOKED_AT = 72
"""zxcvbn refuses longer input."""

_SENTENCES = (
    N_("Very easy to guess."),
    N_("Easy to guess."),
    N_("Somewhat easy to guess. A few more words would help."),
    N_("Hard to guess."),
    N_("Very hard to guess."),
)


@dataclass(frozen=True, slots=True)
class Strength:
    """How well a passphrase would stand against guessing.

    Attributes:
        score: 0 (very easy to guess) to 4 (very hard), after zxcvbn; 0 when it is too short.
        sentence: the same in words.
        is_long_enough: it has at least ``MIN_LENGTH`` characters.
    """

    score: int
    sentence: str
    is_long_enough: bool

    @property
    def is_good(self) -> bool:
        """Whether it may be used without asking back."""
        return self.is_long_enough and self.score >= GOOD


def judge(passphrase: str) -> Strength:
    """Judge a passphrase on this computer; nothing of it is kept."""
    if len(passphrase) < MIN_LENGTH:
        missing = MIN_LENGTH - len(passphrase)
        sentence = _("Too short: {count} more characters are needed.").format(count=missing)
        if missing == 1:
            sentence = _("Too short: one more character is needed.")
        return Strength(0, sentence if passphrase else "", is_long_enough=False)
    from zxcvbn import zxcvbn  # noqa: PLC0415 - 25 ms that only a new passphrase needs

    score = int(zxcvbn(passphrase[:_LOOKED_AT])["score"])
    return Strength(score, _(_SENTENCES[score]), is_long_enough=True)


def suggest(words: Sequence[str], choose: Callable[[Sequence[str]], str]) -> str:
    """Return six words chosen by a random source fit for secrets, joined by blanks."""
    return " ".join(choose(words) for _number in range(SUGGESTED_WORDS))
