"""All content reads plainly: brief, kind, about situations, with sources, and nothing twice."""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

import pytest
from support.content import CONTENT, Place, read_tables, texts
from support.source_tree import fail_on

FILES = sorted(path.name for path in CONTENT.glob("*.toml"))
MOST_WORDS = 60
"""Longest step, question, paragraph or hint."""
TOO_NEAR = 0.7
"""Two texts that share so much of their words are one text and a copy of it."""

WRONG = {
    "an exclamation mark": re.compile("!"),
    "“should”, “must” or “just”": re.compile(r"\b(?:should|must|just)\b", re.IGNORECASE),
}
_VERB = r"you(?:’re|'re| are)"
_QUITE = r"(?:(?:all|always|clearly|far|much|obviously|probably|quite|simply|so|too|very) )*"
DIAGNOSES = {
    # Says what somebody is: “you are a rescuer”, “you’re an anxious type”, “you are the problem”.
    "what the reader is": re.compile(
        rf"\b{_VERB} (?:an?|one of (?:those|them)|the (?:kind|problem|sort|type))\b", re.IGNORECASE
    ),
    # Names a condition as a quality: “you are too sensitive”, “you are clearly burnt out”.
    "a condition as a quality": re.compile(
        rf"\b{_VERB} {_QUITE}(?:addicted|anxious|avoidant|broken|burnt|clingy|damaged|dependent|"
        r"depressed|dysfunctional|ill|insecure|masochistic|needy|selfish|sensitive|sick|"
        r"sociotropic|submissive|traumati[sz]ed|weak)\b",
        re.IGNORECASE,
    ),
    # Names one as a possession: “you have an anxious attachment”, “you have low self-esteem”.
    "a condition as a possession": re.compile(
        r"\byou(?:’ve| have| suffer from| show signs of)(?: [\w’-]+){0,4} (?:addiction|anxiety|"
        r"attachment|burnout|complex|condition|depression|disorder|fatigue|issues|pattern|"
        r"personality|problem|schema|self-esteem|style|symptoms?|syndrome|tendency|trauma|trait)\b",
        re.IGNORECASE,
    ),
    # The same with a possessive: “your codependency”, “your attachment style”.
    "a condition as the reader’s own": re.compile(
        r"\byour (?:[\w’-]+ )?(?:addiction|attachment|codependency|complex|condition|depression|"
        r"diagnosis|disorder|neurosis|pathology|personality|schema|sociotropy|symptoms?|"
        r"syndrome|trauma)\b",
        re.IGNORECASE,
    ),
    # Says what somebody does all the time: “you always give in”, “you tend to”, “people like you”.
    "a habit of the reader": re.compile(
        r"(?<!which )(?<!side of )\byou (?:always|never|lack|struggle with|tend to)\b|"
        r"\b(?:people|persons|somebody|someone) like you\b",
        re.IGNORECASE,
    ),
}
"""How a text would say what somebody is or has, instead of asking about one situation."""

CLAIMS = re.compile(
    r"\b(?:1[89]|20)\d\d\b|\b\d[\d,.]* ?(?:%|per cent|people|studies|nurses|participants)\b|"
    r"\b(?:research(?:ers)?|stud(?:y|ies)|survey|theory|trials)\b",
    re.IGNORECASE,
)
"""What makes a text state a fact: a year, a count, or work that was done on it."""
_QUOTED = re.compile(r"“[^”]*”")
_WORD = re.compile(r"[\w’]+")


def find_wrong_words(text: str) -> Iterator[str]:
    for what, pattern in WRONG.items():
        if found := pattern.search(text):
            yield f"{what}: …{text[max(0, found.start() - 20) : found.end() + 20]}…"
    if len(text.split()) > MOST_WORDS:
        yield f"{len(text.split())} words"


def find_diagnoses(text: str) -> Iterator[str]:
    """Find where a text says what the reader is; what somebody in it says aloud is theirs."""
    told = _QUOTED.sub("“”", text)
    for what, pattern in DIAGNOSES.items():
        if found := pattern.search(told):
            yield f"{what}: {found[0]!r}"


def find_copies(told: list[tuple[str, str]]) -> Iterator[str]:
    """Find texts that are the same, or nearly."""
    words = [(place, frozenset(_WORD.findall(text.casefold()))) for place, text in told]
    for (one, first), (other, second) in combinations(words, 2):
        shared = len(first & second) / (len(first | second) or 1)
        if shared >= TOO_NEAR:
            yield f"{one} and {other}: {shared:.0%} of their words are the same"


def say_place(name: str, place: Place) -> str:
    return f"{name}: {' '.join(place)}"


@pytest.mark.parametrize("name", FILES)
def test_every_text_is_brief_and_about_a_situation(name: str) -> None:
    fail_on(
        f"{say_place(name, place)}: {found}"
        for place, text in texts(read_tables(name))
        for find in (find_wrong_words, find_diagnoses)
        for found in find(text)
    )


def told_texts() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Return the texts among which nothing may come twice."""
    prompts = read_tables("prompts.toml")["prompts"]
    yield "prompts", [(one["id"], one["text"]) for one in prompts]
    exercises = read_tables("exercises.toml")["exercises"]
    yield (
        "steps",
        [
            (f"{one['id']} {number}", step["text"])
            for one in exercises
            for number, step in enumerate(one["steps"], 1)
        ],
    )
    cards = read_tables("learn.toml")["cards"]
    yield (
        "cards",
        [
            (f"{one['id']} {number}", text)
            for one in cards
            for number, text in enumerate(one["paragraphs"], 1)
        ],
    )
    yield "titles of cards", [(one["id"], one["title"]) for one in cards]


@pytest.mark.parametrize(("what", "told"), list(told_texts()))
def test_nothing_is_there_twice_or_nearly(what: str, told: list[tuple[str, str]]) -> None:
    assert len(told) > 40, what
    fail_on(f"{what}: {found}" for found in find_copies(told))


def find_bare_claims(record: Mapping[str, object]) -> Iterator[str]:
    """Find what states a fact without naming where it is from."""
    said = [text for place, text in texts(record) if place[0] in {"paragraphs", "steps", "safety"}]
    found = next((match for text in said if (match := CLAIMS.search(text))), None)
    if found and not (record.get("sources") or record.get("source")):
        yield f"{record['id']}: {found[0]!r} without a source"


def test_what_states_a_fact_names_its_source() -> None:
    records = read_tables("learn.toml")["cards"] + read_tables("exercises.toml")["exercises"]
    fail_on(found for record in records for found in find_bare_claims(record))
    assert sum(bool(CLAIMS.search(" ".join(card.get("paragraphs", ())))) for card in records) > 10


def test_every_source_of_a_card_has_a_name_and_a_year() -> None:
    for card in read_tables("learn.toml")["cards"]:
        for source in card["sources"]:
            assert re.search(r"\w{3,}.*\((?:\d{4}|no date)\)", source), (card["id"], source)


def test_every_questionnaire_names_a_source_with_its_year() -> None:
    measures = read_tables("measures.toml")["measures"]
    assert len(measures) > 10
    for measure in measures:
        assert re.search(r"\w{3,}.*\(\d{4}\)", measure["source"]), measure["id"]


# --- what is planted is found ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["Well done!", "You should rest.", "It must be said.", "Just breathe.", "one " * 61],
)
def test_planted_wrong_words_are_found(text: str) -> None:
    assert list(find_wrong_words(text))


@pytest.mark.parametrize(
    "text",
    [
        "Perhaps you are a rescuer.",
        "You’re an anxious type.",
        "You are one of those who give.",
        "You are the kind that cannot say no.",
        "You are far too sensitive.",
        "Maybe you are clearly burnt out.",
        "you're codependent and you're so needy",
        "You have an anxious attachment.",
        "You have low self-esteem.",
        "You’ve developed a trauma.",
        "You show signs of compassion fatigue.",
        "What does your attachment style say?",
        "Your sociotropy is high.",
        "You always give in.",
        "It happens that you tend to please.",
        "Rest is hard for people like you.",
    ],
)
def test_a_planted_diagnosis_is_found(text: str) -> None:
    assert list(find_diagnoses(text))


@pytest.mark.parametrize(
    "text",
    [
        "Here you are, with whatever the day left on you.",
        "Where are you, and which day is it?",
        "Look up when you are ready.",
        "Which side of you never goes on shift?",
        "You have a right to a break.",
        "If you have a minute, what was the best of it?",
        "“You are a star,” she said.",
        "Who let you have the easy chair?",
        "If you are alone tonight, who could be rung?",
    ],
)
def test_an_honest_sentence_passes(text: str) -> None:
    assert not list(find_diagnoses(text))
    assert not list(find_wrong_words(text))


def test_a_planted_copy_is_found() -> None:
    one = ("a", "What would you have chosen today, if nobody could be let down?")
    near = ("b", "If nobody could be let down, what would you have chosen?")
    other = ("c", "Who asked, and how long did the answer take?")
    assert list(find_copies([one, near, other])) == ["a and b: 92% of their words are the same"]


def test_a_planted_claim_without_a_source_is_found() -> None:
    card = {"id": "a", "paragraphs": ["In a large study, rest helped."], "sources": []}
    assert list(find_bare_claims(card))
    assert not list(find_bare_claims({**card, "sources": ["Somebody (1999), A Journal"]}))
    assert not list(find_bare_claims({**card, "paragraphs": ["At 6.40 the phone rings."]}))
