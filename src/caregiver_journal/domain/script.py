"""Words for hard moments: phrases, the situations they are for, and how they are found."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import N_, _, ngettext
from caregiver_journal.base.text import clean_line, clean_text, holds_words

MAX_TEXT = 400
"""Longest phrase, in characters; what is longer is hardly said aloud."""
MAX_FITS = 160
"""Longest line about when a phrase fits, in characters."""


class Way(StrEnum):
    """The way a phrase goes; its value is stored and never changes."""

    DIRECT = "direct"
    RAIN_CHECK = "rain-check"
    ENQUIRING = "enquiring"
    REASONED = "reasoned"
    REPEAT = "repeat"
    PARTIAL = "partial"
    OFFER = "offer"
    LIMIT = "limit"
    REPAIR = "repair"
    ASK = "ask"


WAY_WORDS = {
    Way.DIRECT: N_("Straight out"),
    Way.RAIN_CHECK: N_("Later, not now"),
    Way.ENQUIRING: N_("Asking back"),
    Way.REASONED: N_("With a reason"),
    Way.REPEAT: N_("Saying it again"),
    Way.PARTIAL: N_("A part of it"),
    Way.OFFER: N_("Another offer"),
    Way.LIMIT: N_("Up to here"),
    Way.REPAIR: N_("Putting it right"),
    Way.ASK: N_("Asking"),
}


@dataclass(frozen=True, slots=True)
class Situation:
    """What phrases are for: its title, and a line about when it arises."""

    id: str
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a sentence that is built: what it is called, a question, beginnings to borrow."""

    id: str
    label: str
    hint: str
    starts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """A phrase to say or to write.

    Attributes:
        text: the phrase, at most ``MAX_TEXT`` characters.
        fits: when it fits, one line of at most ``MAX_FITS`` characters; may be empty.
        situation: the id of a situation; "" for none.
        way: the way it goes, or None when that was not said.
        id: what it is known by; "" before it is kept.
        is_own: whether the person added it.
        is_favourite, is_hidden: what the person decided about it.
        is_changed: whether it came with the program and the person changed it.

    Raises:
        InvalidValueError: no words, or too many; ``field`` names the part.
    """

    text: str = field(repr=False)
    fits: str = field(default="", repr=False)
    situation: str = ""
    way: Way | None = None
    id: str = ""
    is_own: bool = False
    is_favourite: bool = False
    is_hidden: bool = False
    is_changed: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", _clean(self.text.strip(), MAX_TEXT, "text").strip())
        fits = _clean(" ".join(self.fits.split()), MAX_FITS, "fits")
        object.__setattr__(self, "fits", " ".join(fits.split()))  # what was no blank may be gone
        object.__setattr__(self, "situation", clean_line(self.situation))
        if not self.text:
            raise InvalidValueError(_("A phrase needs a few words."), field="text")


@dataclass(frozen=True, slots=True)
class Mark:
    """What the person decided about a phrase that came with the program.

    Attributes:
        version: their own version of it, or None where its words are as they came.
    """

    is_favourite: bool = False
    is_hidden: bool = False
    version: Script | None = None

    def laid_over(self, script: Script) -> Script:
        """Return a phrase as the person wants it."""
        return replace(
            self.version or script,
            id=script.id,
            is_favourite=self.is_favourite,
            is_hidden=self.is_hidden,
            is_changed=self.version is not None,
        )


class Shelf(StrEnum):
    """Which phrases are looked at."""

    ALL = "all"
    FAVOURITES = "favourites"
    OWN = "own"
    HIDDEN = "hidden"

    def holds(self, script: Script) -> bool:
        """Tell whether a phrase lies here; hidden ones lie on their own shelf only."""
        if self is Shelf.HIDDEN or script.is_hidden:
            return self is Shelf.HIDDEN and script.is_hidden
        if self is Shelf.FAVOURITES:
            return script.is_favourite
        return self is Shelf.ALL or script.is_own


def way_word(way: Way | None) -> str:
    """Return the words for a way; "" for none."""
    return "" if way is None else _(WAY_WORDS[way])


def find_scripts(
    scripts: Iterable[Script],
    wanted: str = "",
    *,
    situations: Mapping[str, str],
    shelf: Shelf = Shelf.ALL,
    situation: str = "",
) -> tuple[Script, ...]:
    """Return phrases in their order that hold every word of a search.

    Looked at are the words of the phrase, when it fits, its way and its situation.

    Args:
        scripts: those to look among.
        wanted: the words of the search; "" for all.
        situations: the titles of situations by their ids.
        shelf: which ones to look at.
        situation: only those for it; "" for all.
    """

    def fits(script: Script) -> bool:
        if not shelf.holds(script) or situation not in ("", script.situation):
            return False
        title = situations.get(script.situation, "")
        said = f"{script.text}\n{script.fits}\n{way_word(script.way)}\n{title}"
        return not wanted or holds_words(said, wanted)

    return tuple(filter(fits, scripts))


def say_length(text: str) -> str:
    """Say how long a phrase is, in words and characters."""
    words, characters = len(text.split()), len(text)
    return ", ".join(
        (
            ngettext("{count} word", "{count} words", words).format(count=words),
            ngettext("{count} character", "{count} characters", characters).format(
                count=characters
            ),
        )
    )


def _clean(text: str, most: int, part: str) -> str:
    try:
        return clean_text(text, most)
    except InvalidValueError as error:
        raise InvalidValueError(error.sentence, field=part) from error
