"""Everything of a journal beside its entries, and how each part of it is written and read."""

from caregiver_journal.exchange import choices, days, own_words, talk_records
from caregiver_journal.exchange.codec import Codec

PARTS: dict[str, Codec] = {
    "shifts": days.SHIFTS,
    "workdays": days.WORKDAYS,
    "pauses": days.PAUSES,
    "event_marks": days.EVENT_MARKS,
    "tags": own_words.TAGS,
    "feelings": own_words.FEELINGS,
    "scripts": own_words.SCRIPTS,
    "ladder": talk_records.LADDER,
    "plans": talk_records.PLANS,
    "decks": own_words.DECKS,
    "prompts": own_words.PROMPTS,
    "exercises": own_words.EXERCISES,
    "cards": own_words.CARDS,
    "support_lines": own_words.SUPPORT_LINES,
    "support_titles": own_words.SUPPORT_TITLES,
    "instruments": own_words.INSTRUMENTS,
    "goals": talk_records.GOALS,
    "talk_points": talk_records.TALK_POINTS,
    "homework": talk_records.HOMEWORK,
    "sessions": talk_records.SESSIONS,
    "masks": choices.MASKS,
    "presets": choices.PRESETS,
    "settings": choices.SETTINGS,
}
"""By the name each has in the file; the one list, in the order of the file.

Left out on purpose: drafts, the trash, what was put off, which questions were offered, and the log
of exports.
"""
