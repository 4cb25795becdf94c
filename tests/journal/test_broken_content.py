"""Every content file that came to harm names itself, with the line and the reason."""

import tomllib
from collections.abc import Iterator

import pytest
from support.content import CONTENT, READERS, Harm, harm, read_tables

from caregiver_journal.base.content import MAX_BYTES, ContentError

__all__ = ["harm"]

FILES = sorted(READERS)
UNREAD = "sample_"
"""What begins so has no reader of its own: the invented journal is made of it."""
MAY_LACK = {
    ("exercises.toml", "exercises", "source"),
    ("measures.toml", "measures", "note"),
    ("measures.toml", "measures", "status"),
}
"""Fields that some records do without."""

NESTED = {"steps", "fields", "forms", "scales"}
"""Fields that are tables of their own."""


def refused(harm: Harm, name: str, raw: bytes) -> str:
    """Return what is said of a file with this in it."""
    harm.put(name, raw)
    with pytest.raises(ContentError) as error:
        READERS[name]()
    assert error.value.sentence.startswith(name), error.value.sentence
    assert error.value.next_step
    return error.value.sentence


def test_every_file_has_a_reader() -> None:
    there = {path.name for path in CONTENT.iterdir()}
    assert {name for name in there if not name.startswith(UNREAD)} == set(READERS)


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_read(name: str) -> None:
    assert READERS[name]()


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_text_empty_huge_or_gone_names_itself(harm: Harm, name: str) -> None:
    whole = (CONTENT / name).read_bytes()
    lines = whole.splitlines(keepends=True)
    middle = len(lines) // 2
    spoilt = b"".join([*lines[:middle], b"\xff\xfe\n", *lines[middle:]])
    assert refused(harm, name, spoilt) == f"{name}, line {middle + 1}: this is no UTF-8."
    assert refused(harm, name, b"")
    assert "far too large" in refused(harm, name, b"#" * (MAX_BYTES + 1))


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".toml")])
def test_a_file_that_is_no_toml_names_the_line(harm: Harm, name: str) -> None:
    lines = (CONTENT / name).read_bytes().splitlines(keepends=True)
    said = refused(harm, name, b"".join([*lines[:6], b"= what\n", *lines[6:]]))
    assert "line 7" in said


def records() -> Iterator[tuple[str, str, str]]:
    """Return each field of the last record of each table of each file."""
    for name in FILES:
        tables = read_tables(name) if name.endswith(".toml") else {}
        for table, rows in tables.items():
            if isinstance(rows, list):
                fields = (field for field in rows[-1] if field not in NESTED)
                yield from ((name, table, field) for field in fields)


@pytest.mark.parametrize(("name", "table", "field"), list(records()))
def test_a_field_that_is_gone_or_of_another_kind_is_named_with_its_line(
    harm: Harm, name: str, table: str, field: str
) -> None:
    text = (CONTENT / name).read_text(encoding="utf-8")
    head = text.rindex(f"[[{table}]]")
    line = text.count("\n", 0, head) + 1
    before, record = text[:head], text[head:]
    start, end = field_span(record, field)
    for put in ("", f"{field} = 3.5", f"{field} = {{ a = 1 }}"):
        broken = f"{before}{record[:start]}{put}{record[end:]}"
        if not put and not is_needed(harm, name, broken):
            assert (name, table, field) in MAY_LACK
            continue
        said = refused(harm, name, broken.encode())
        assert said.startswith(f"{name}, line {line}: {table} "), said


def is_needed(harm: Harm, name: str, text: str) -> bool:
    """Tell whether a file is refused as it is now."""
    harm.put(name, text.encode())
    try:
        READERS[name]()
    except ContentError:
        return True
    return False


def field_span(record: str, field: str) -> tuple[int, int]:
    """Return where a field of the first table in a text begins and ends."""
    start = record.index(f"\n{field} = ") + 1
    end = start
    while True:  # as many lines as make a whole value
        end = record.find("\n", end + 1)
        end = len(record) if end < 0 else end
        try:
            tomllib.loads(record[start:end])
        except tomllib.TOMLDecodeError:
            continue
        return start, end


@pytest.mark.parametrize(
    ("name", "now", "then"),
    [
        ("learn.toml", "theme:pleasing", "theme:nowhere"),
        ("learn.toml", "page:scripts", "page:moon"),
        ("learn.toml", "exercise:critic", "exercise:critics"),
        ("learn.toml", "form:thought", "form:thoughts"),
        ("learn.toml", "form:thought", "thought"),
        ("learn.toml", 'covers = ["0.9"]', 'covers = ["0.99"]'),
        ("learn.toml", 'topic = "guilt"', 'topic = "gilt"'),
        ("learn.toml", "schema = 1", "schema = 2"),
        ("exercises.toml", 'text = "Arrive', 'txt = "Arrive'),
        ("exercises.toml", "share = 2", "share = 20"),
        ("exercises.toml", "pace = true", 'pace = "yes"'),
        ("exercises.toml", 'tags = ["two-minutes"', 'tags = ["two"'),
        ("exercises.toml", "pace = true", "paced = 1"),
        ("exercises.toml", "timed = true", "timed = 1"),
        ("exercises.toml", 'source = ""', "source = 3"),
        ("exercises.toml", 'anchors = ["the sounds', 'anchors = []\nanchor = ["the sounds'),
        ("exercises.toml", 'write = "', 'writ = "'),
        ("exercises.toml", 'write = "', 'write = ""\ntitle = "'),
        ("exercises.toml", "minutes = [1, 4]", 'minutes = ["1", "4"]'),
        ("reflections.toml", 'label = "', 'lable = "'),
        ("measures.toml", "items = 9", "items = 10"),
        ("measures.toml", "highest = 27", "highest = 26"),
        ("measures.toml", "risk_items = [9]", "risk_items = [10]"),
        ("measures.toml", 'status = "secondary"', 'status = "sure"'),
        ("measures.toml", "codes = [0, 1, 2, 3]", 'codes = [0, 1, 2, 3]\nwords = ["", "", "", ""]'),
        ("measures.toml", "items = 9", 'items = 9\nitem_texts = ["In my words"]'),
        ("measures.toml", 'edition = "', 'edition = ""\nnotes = "'),
        ("prompts.toml", 'after = ["agreed"]', 'after = "agreed"'),
        ("sample.toml", "\n[slots]", "\n[slits]"),
        ("scripts.toml", 'situation = "plain-no"', 'situation = "plain"'),
    ],
)
def test_what_makes_no_sense_is_refused(harm: Harm, name: str, now: str, then: str) -> None:
    text = (CONTENT / name).read_text(encoding="utf-8")
    assert now in text
    refused(harm, name, text.replace(now, then, 1).encode())


def test_cards_can_be_read_while_the_files_they_lead_to_cannot(harm: Harm) -> None:
    harm.put("prompts.toml", b"")
    harm.put("exercises.toml", b"\xff")
    assert READERS["learn.toml"]()
