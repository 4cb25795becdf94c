"""Whatever somebody wrote comes out of Markdown and of YAML as that, and as nothing else."""

import re
from dataclasses import dataclass

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtGui import QTextBlock, QTextDocument, QTextFormat
from PySide6.QtWidgets import QApplication
from support.front_matter import NotYamlError, split_file
from support.hostile import HOSTILE
from support.strategies import anything
from support.vaults import quick

from caregiver_journal.base.text import clean_text
from caregiver_journal.exchange.markdown_text import (
    escape_line,
    escape_text,
    tag_word,
    yaml_list,
    yaml_text,
)

marks = st.text(
    st.sampled_from("\\`*_{}[]<>#|~^$=@&:!%()-+.1ab \n\t\"'/w"), min_size=1, max_size=30
)


_RULE = QTextFormat.Property.BlockTrailingHorizontalRulerWidth


@dataclass
class Read:
    """What a reader of Markdown makes of a file: its words, and what it took for more than that."""

    words: str
    odd: list[str]


def read_markdown(text: str) -> Read:
    """Read Markdown as GitHub does, which knows tables, addresses and ticked lists."""
    document = QTextDocument()
    document.setMarkdown(text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
    odd: list[str] = []
    block = document.begin()
    while block.isValid():
        odd += _odd_in(block)
        block = block.next()
    if document.rootFrame().childFrames():
        odd.append("table")
    return Read(document.toPlainText(), odd)


def _odd_in(block: QTextBlock) -> list[str]:
    style = block.blockFormat()
    found = [
        ("heading", bool(style.headingLevel())),
        ("quote", style.hasProperty(QTextFormat.Property.BlockQuoteLevel.value)),
        ("fence", style.hasProperty(QTextFormat.Property.BlockCodeFence.value)),
        ("rule", style.hasProperty(_RULE.value)),
        ("list", block.textList() is not None),
    ]
    for each in block.textFormats():
        form = each.format
        found += [
            ("link", form.isAnchor() or bool(form.anchorHref())),
            ("picture", form.isImageFormat()),
            ("style", form.fontWeight() > 500 or form.fontItalic() or form.fontStrikeOut()),
            ("style", form.fontFixedPitch() or form.fontUnderline()),
        ]
    return [kind for kind, is_so in found if is_so]


def words(text: str) -> list[str]:
    """Return the words of a text, without what a reader may do to blanks."""
    return re.sub(r"[\u2028\u2029]", " ", text).split()


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Have what a document of Qt needs."""


@pytest.mark.parametrize(
    ("planted", "kind"),
    [
        ("# heading", "heading"),
        ("- item", "list"),
        ("> quoted", "quote"),
        ("```\ncode\n```", "fence"),
        ("---", "rule"),
        ("[words](https://example.org)", "link"),
        ("https://example.org", "link"),
        ("www.example.org", "link"),
        ("somebody@example.org", "link"),
        ("![words](x.png)", "picture"),
        ("**bold**", "style"),
        ("`code`", "style"),
        ("~~gone~~", "style"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "table"),
    ],
)
def test_the_reader_finds_what_is_planted(planted: str, kind: str) -> None:
    assert kind in read_markdown(planted).odd
    assert read_markdown(escape_text(planted)).odd == []


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_hostile_is_read_as_its_words(text: str) -> None:
    read = read_markdown(escape_text(text))
    assert read.odd == []
    assert words(read.words) == words(clean_text(text))


@quick
@given(anything | marks)
@example("1.\n2)")
@example("a\n=\nb\n-")
@example("&#x41; &amp")
def test_any_text_is_read_as_its_words(text: str) -> None:
    read = read_markdown(f"before\n\n{escape_text(text)}\n\nafter")
    assert read.odd == []
    assert words(read.words) == words(f"before\n{clean_text(text)}\nafter")


@quick
@given(anything | marks)
def test_any_text_fits_a_heading_an_item_and_bold_words(text: str) -> None:
    line = escape_line(text)
    assert "\n" not in line
    for before, after, odd in (("## 17:40 · ", "", {"heading", "style"}), ("- x ", "", {"list"})):
        read = read_markdown(f"{before}{line}{after}")
        assert set(read.odd) == odd
        expected = words(re.sub(r"^(## |- )", "", before) + clean_text(text))
        assert words(read.words) == expected


def test_lines_and_paragraphs_stay_what_they_are() -> None:
    read = read_markdown(escape_text("one\ntwo\n\nthree\n   indented\n"))
    assert read.words == "one\ntwo\nthree\n   indented"
    assert escape_text("one\ntwo\n\nthree") == "one  \ntwo\n\nthree"


@pytest.mark.parametrize(
    "text",
    [
        "Slept eight hours. Then: tea, at 17:40 (late); it's fine!",
        "Tom & Jerry, 50 % of the time - more or less + some",
        "a/b, c? d! “quoted”",
    ],
)
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert escape_text(text) == text
    assert escape_line(text) == text


@quick
@given(anything)
@example('\\" \u2028 \ufeff \x85 \x7f \uffff')
@example("half of \ud83d a sign")
def test_any_text_is_a_value_of_yaml(text: str) -> None:
    found, rest = split_file(f"---\nkey: {yaml_text(text)}\nlist: {yaml_list([text, 'b'])}\n---\nx")
    expected = re.sub("[\ud800-\udfff]", "\ufffd", text)
    assert found == {"key": expected, "list": [expected, "b"]}
    assert rest == "x"


@pytest.mark.parametrize(
    "broken",
    [
        "key: words",
        'key: "open',
        'key: "a" b',
        'key: "\\x"',
        'key: "\\ud83d"',
        'key: "\x07"',
        'key: "a"\nkey: "b"',
        "key: [1 2]",
        "key",
    ],
)
def test_the_reader_of_yaml_refuses_what_is_none(broken: str) -> None:
    with pytest.raises(NotYamlError):
        split_file(f"---\n{broken}\n---\n")
    with pytest.raises(NotYamlError):
        split_file("no front matter")


def test_odd_signs_stand_by_their_numbers_in_yaml() -> None:
    assert yaml_text('a\x07 "\\') == r'"a\u0007 \"\\"'
    assert yaml_text("\ud800") == r'"\ufffd"'


@pytest.mark.parametrize(
    ("tag", "word"),
    [
        ("late shift", "late-shift"),
        ("work/night", "work/night"),
        ("Mütze", "Mütze"),
        ("a, b: c", "a-b-c"),
        ("#!", ""),
        ("לילה", "לילה"),
    ],
)
def test_a_tag_is_a_word_as_others_take_it(tag: str, word: str) -> None:
    assert tag_word(tag) == word


@pytest.mark.parametrize("text", ["key:: value", "key::value", "::", "a ::: b", "at 12::30"])
def test_no_two_colons_make_a_property(text: str) -> None:
    """Logseq and Dataview look for them in the text as it stands in the file."""
    assert "::" not in escape_line(text)
    assert escape_line(text).replace("\\", "") == text
