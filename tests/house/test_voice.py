"""The program speaks plainly and warmly, and never from above."""

import ast
import re
from collections.abc import Iterator

import pytest
from support.source_tree import ROOT, Module, fail_on, judge, planted

CONTENT = ROOT / "resources" / "content"
PROSE = {".html", ".md", ".toml", ".txt", ".typ"}
UNWANTED = {
    "an exclamation mark": re.compile(r"\w\s*!(?!=)"),
    "“just”": re.compile(r"\bjust\b", re.IGNORECASE),
    "“you should”": re.compile(r"\byou (?:should|must|ought)\b", re.IGNORECASE),
    "a streak": re.compile(r"\bstreaks?\b", re.IGNORECASE),
    "a label for people": re.compile(r"people[- ]pleas|co-?dependen|\btoxic", re.IGNORECASE),
    "an oops": re.compile(r"\b(?:oops|whoops|uh-oh)\b", re.IGNORECASE),
    "American spelling": re.compile(
        r"\b(?:color|favorite|behavior|center|canceled|gray|honor|labor)", re.IGNORECASE
    ),
}


def find_wrong_notes(text: str) -> Iterator[str]:
    for what, pattern in UNWANTED.items():
        if found := pattern.search(text):
            yield f"{what}: …{text[max(0, found.start() - 20) : found.end() + 20]}…"


def find_wrong_sentences(module: Module) -> Iterator[str]:
    for call, called in module.calls():
        if called in {"_", "N_", "ngettext"}:
            for text in (a.value for a in call.args if isinstance(a, ast.Constant)):
                yield from (module.at(call, found) for found in find_wrong_notes(str(text)))


def test_the_program_speaks_plainly() -> None:
    judge(find_wrong_sentences)


def test_the_content_speaks_plainly() -> None:
    files = (path for path in sorted(CONTENT.rglob("*")) if path.suffix in PROSE)
    fail_on(
        f"{path.relative_to(ROOT)}:{number}: {found}"
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        for found in find_wrong_notes(line)
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Well done!",
        "Just write a line.",
        "You should rest more.",
        "You must choose a passphrase.",
        "A streak of 12 days",
        "Are you a people-pleaser?",
        "Signs of a codependent bond",
        "A toxic place",
        "Oops, something went wrong.",
        "Choose a color.",
    ],
)
def test_a_planted_wrong_note_is_found(sentence: str) -> None:
    assert list(find_wrong_notes(sentence))
    for mark in ("_({})", "N_({})", "ngettext({}, 'fine', n)"):
        assert list(find_wrong_sentences(planted(mark.format(repr(sentence)))))


@pytest.mark.parametrize(
    "sentence", ["Adjust the hour.", "Saved.", "level != 3", "What you would say", "The centre"]
)
def test_plain_sentences_pass(sentence: str) -> None:
    assert not list(find_wrong_notes(sentence))
