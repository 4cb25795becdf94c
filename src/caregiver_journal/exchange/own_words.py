"""Write and read what the person added to, or decided about, what comes with the program."""

from caregiver_journal.domain.instrument_check import TableError
from caregiver_journal.domain.instrument_plain import instrument_from_plain, instrument_to_plain
from caregiver_journal.domain.kept import (
    KeptCard,
    KeptDeck,
    KeptExercise,
    KeptFeeling,
    KeptInstrument,
    KeptPrompt,
    KeptScript,
    SupportTitle,
    TagMark,
)
from caregiver_journal.domain.support import SupportLine
from caregiver_journal.exchange.codec import Codec, written
from caregiver_journal.exchange.fields import Fields, Plain


def _write_tag(tag: TagMark) -> Plain:
    return {"name": tag.name, "is_hidden": True}


def _read_tag(fields: Fields) -> TagMark:
    return TagMark(fields.text("name"))


_FEELING = ("word", "meaning", "pleasant", "energy", "is_own", "is_hidden")


def _write_feeling(feeling: KeptFeeling) -> Plain:
    return written(feeling, *_FEELING)


def _read_feeling(fields: Fields) -> KeptFeeling:
    return KeptFeeling(
        fields.text("word"),
        fields.text("meaning", ""),
        fields.whole("pleasant", 3),
        fields.whole("energy", 3),
        fields.flag("is_own"),
        fields.flag("is_hidden"),
    )


_SCRIPT = ("id", "is_own", "is_hidden", "is_favourite", "situation", "way", "text", "fits")


def _write_script(script: KeptScript) -> Plain:
    return written(script, *_SCRIPT)


def _read_script(fields: Fields) -> KeptScript:
    return KeptScript(
        fields.text("id"),
        fields.flag("is_own"),
        fields.flag("is_hidden"),
        fields.flag("is_favourite"),
        fields.text("situation", ""),
        fields.text("way", ""),
        fields.text("text", ""),
        fields.text("fits", ""),
    )


def _write_deck(deck: KeptDeck) -> Plain:
    return written(deck, "id", "is_own", "is_hidden", "title")


def _read_deck(fields: Fields) -> KeptDeck:
    return KeptDeck(
        fields.text("id"),
        fields.flag("is_own"),
        fields.flag("is_hidden"),
        fields.text("title", ""),
    )


def _write_prompt(prompt: KeptPrompt) -> Plain:
    return written(prompt, "id", "is_own", "is_hidden", "is_deeper", "deck", "text")


def _read_prompt(fields: Fields) -> KeptPrompt:
    return KeptPrompt(
        fields.text("id"),
        fields.flag("is_own"),
        fields.flag("is_hidden"),
        fields.flag("is_deeper"),
        fields.text("deck", ""),
        fields.text("text", ""),
    )


_EXERCISE = ("id", "is_own", "is_hidden", "is_favourite", "title", "about", "minutes")


def _write_exercise(exercise: KeptExercise) -> Plain:
    return {**written(exercise, *_EXERCISE), "steps": list(exercise.steps)}


def _read_exercise(fields: Fields) -> KeptExercise:
    return KeptExercise(
        fields.text("id"),
        fields.flag("is_own"),
        fields.flag("is_hidden"),
        fields.flag("is_favourite"),
        fields.text("title", ""),
        fields.text("about", ""),
        fields.whole_or_none("minutes"),
        fields.texts("steps"),
    )


def _write_card(card: KeptCard) -> Plain:
    return written(card, "id", "is_own", "is_read", "title", "text")


def _read_card(fields: Fields) -> KeptCard:
    return KeptCard(
        fields.text("id"),
        fields.flag("is_own"),
        fields.flag("is_read"),
        fields.text("title", ""),
        fields.text("text", ""),
    )


def _write_line(line: SupportLine) -> Plain:
    return written(line, "number", "section", "text", "detail")


def _read_line(fields: Fields) -> SupportLine:
    return SupportLine(
        fields.text("section"),
        fields.text("text"),
        fields.text("detail", ""),
        fields.whole_or_none("number"),
    )


def _write_title(title: SupportTitle) -> Plain:
    return {"section": title.section, "title": title.title}


def _read_title(fields: Fields) -> SupportTitle:
    return SupportTitle(fields.text("section"), fields.text("title"))


def _write_instrument(kept: KeptInstrument) -> Plain:
    return {
        "id": kept.id,
        "facts": None if kept.facts is None else instrument_to_plain(kept.facts),
        "is_hidden": kept.is_hidden,
        "repeat_days": kept.repeat_days,
    }


def _read_instrument(fields: Fields) -> KeptInstrument:
    name, facts = fields.text("id"), None
    if "facts" in fields:
        try:
            facts = instrument_from_plain({**fields.record("facts").plain, "id": name})
        except TableError as error:
            raise fields.refuse("facts", error.sentence) from error
    hidden, days = fields.flag("is_hidden"), fields.whole_or_none("repeat_days")
    return KeptInstrument(name, facts, hidden, days)


TAGS = Codec(_write_tag, _read_tag)
FEELINGS = Codec(_write_feeling, _read_feeling)
SCRIPTS = Codec(_write_script, _read_script)
DECKS = Codec(_write_deck, _read_deck)
PROMPTS = Codec(_write_prompt, _read_prompt)
EXERCISES = Codec(_write_exercise, _read_exercise)
CARDS = Codec(_write_card, _read_card)
SUPPORT_LINES = Codec(_write_line, _read_line)
SUPPORT_TITLES = Codec(_write_title, _read_title)
INSTRUMENTS = Codec(_write_instrument, _read_instrument)
