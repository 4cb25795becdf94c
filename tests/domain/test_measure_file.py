"""A file with a questionnaire is read strictly: what is wrong is named with its line and reason."""

import pytest

from caregiver_journal.base.content import MAX_BYTES, ContentError, ContentFile
from caregiver_journal.domain.instrument import Instrument
from caregiver_journal.domain.instrument_plain import instrument_from_plain, instrument_to_plain
from caregiver_journal.domain.measure_file import (
    MeasureFileError,
    read_measure_file,
    read_measures,
)

PLAIN = """
[[measures]]
id = "a"
title = "A"
edition = "first"
licence = "free"
source = "me"
items = 2
{more}
[[measures.forms]]
codes = [0, 1]
{form}
[[measures.scales]]
items = [1, 2]
lowest = 0
highest = {highest}
"""


def read(more: str = "", form: str = "", highest: int = 2) -> tuple[Instrument, ...]:
    text = PLAIN.format(more=more, form=form, highest=highest)
    return read_measures(ContentFile("measures.toml", text))


def test_the_words_of_published_questionnaires_are_refused() -> None:
    (one,) = read()
    assert one.text(1) == ""
    for broken in ({"more": 'item_texts = ["x", "y"]'}, {"form": 'words = ["no", "yes"]'}):
        with pytest.raises(ContentError, match="not ours to print"):
            read(**broken)  # type: ignore[arg-type]


def test_what_contradicts_itself_names_the_line_and_the_scale() -> None:
    with pytest.raises(ContentError) as caught:
        read(highest=3)
    assert caught.value.sentence == (
        "measures.toml, line 2: measures 'a': scales 1: By its codes it reaches 0 to 2, not 0 to 3."
    )


# --- a file that somebody made --------------------------------------------------------------------

FILE = """\
schema = 1

[[measures]]
id = "ease"
title = "Ease"
items = 4
item_texts = ["a", "b", "c", "d"]

[[measures.forms]]
codes = [0, 1, 2, 3, 4]
reversed = [2]
words = ["no", "", "", "", "yes"]

[[measures.scales]]
id = "one"
name = "One"
items = [1, 2]
lowest = 0
highest = 8
cut_offs = [{ value = 4, words = "half", source = "me", status = "confirmed" }]

[[measures.scales]]
id = "two"
name = "Two"
items = [3, 4]
how = "mean"
lowest = 0
highest = 4
changes = [{ points = 2, confidence = 95, exact = 1.5, source = "me", status = "calc" }]
noticing = { points = 1, source = "me", status = "confirmed" }
"""


def test_a_file_is_read_and_never_stands_for_one_of_the_program() -> None:
    made = read_measure_file(FILE.replace('"ease"', '"phq-9"'), "ease.toml")
    assert made.id == "file.phq-9"
    assert made.text(2) == "b"
    assert made.forms[0].words == ("no", "", "", "", "yes")
    assert [scale.id for scale in made.scales] == ["one", "two"]
    assert made.scale("two").error == pytest.approx(1.0607, abs=1e-4)
    assert instrument_from_plain(instrument_to_plain(made)) == made


@pytest.mark.parametrize(
    ("now", "then", "said"),
    [
        # The whole of it, at line 3.
        ("schema = 1", "schema = 2", "it is written in a way this version does not know"),
        ("schema = 1", "shema = 1", "“shema” is not known here"),
        ("items = 4", "items = four", "line 6"),
        ("items = 4", "", "line 3, measures 1: Where there are no items there are no codes"),
        ("items = 4", "items = 201", "line 3, measures 1: There are at most 200 items"),
        ("items = 4", "items = -1", "line 3, measures 1: There are at most 200 items"),
        ("items = 4", "items = 4.0", "line 3, measures 1: “items” takes whole numbers"),
        ("items = 4", "items = true", "line 3, measures 1: “items” takes whole numbers"),
        ("items = 4", "items = 4\nitmes = 4", "line 3, measures 1: “itmes” is not known here"),
        ("items = 4", "items = 5", "There are 5 items and 4 names or texts for them"),
        ("items = 4", "items = 4\nlabels = ['A']", "There are 4 items and 1 names"),
        ("items = 4", "items = 4\nrisk_items = [5]", "There is no item 5"),
        ("items = 4", "items = 4\nunscored = [0]", "There is no item 0"),
        ("items = 4", "items = 4\nunscored = [4]", "line 23, measures.scales 2: It names an item "),
        ("items = 4", "items = 4\nrisk_items = 1", "“risk_items” is a list"),
        ('"ease"', '""', "“id” is no text"),
        ('id = "ease"', "", "“id” is missing"),
        ('title = "Ease"', "", "“title” is missing"),
        ('title = "Ease"', "title = 3", "“title” is no text"),
        ('title = "Ease"', f'title = "{"x" * 81}"', "“title” has more than 80 characters"),
        ('["a", "b", "c", "d"]', '["a", "b", "c", ""]', "“item_texts” is no text"),
        ('["a", "b", "c", "d"]', str(["a"] * 201), "“item_texts” has more than 200 parts"),
        # The way of coding, at line 9.
        ("[0, 1, 2, 3, 4]", "[0]", "line 9, measures.forms 1: The codes are 2 to 101 numbers"),
        ("[0, 1, 2, 3, 4]", "[0, 1, 1]", "line 9, measures.forms 1: The codes are 2 to 101"),
        ("[0, 1, 2, 3, 4]", "[4, 3, 2, 1, 0]", "The codes are 2 to 101 numbers, lowest first"),
        ("[0, 1, 2, 3, 4]", "[0, 1, 2, 3, 9999]", "A code lies between −1000 and 1000"),
        ("[0, 1, 2, 3, 4]", "[0, 1, 2, 3, 9]", "Codes that are turned round have to lie evenly"),
        ("[0, 1, 2, 3, 4]", '["0", "1"]', "line 9, measures.forms 1: “codes” takes whole numbers"),
        ("reversed = [2]", "reversed = [5]", "line 9, measures.forms 1: There is no item 5"),
        ("reversed = [2]", "revresed = [2]", "measures.forms 1: “revresed” is not known here"),
        ('["no", "", "", "", "yes"]', '["no", "yes"]', "Each code has its words, or none has"),
        # The scales, at lines 14 and 22.
        (
            "highest = 8",
            "highest = 9",
            "line 14, measures.scales 1: By its codes it reaches 0 to 8",
        ),
        (
            "highest = 4",
            "highest = 5",
            "line 22, measures.scales 2: By its codes it reaches 0 to 4",
        ),
        ("highest = 8", "", "line 14, measures.scales 1: It has a lowest and a highest score"),
        ("lowest = 0\nhighest = 8", "", "scales 1: It has a lowest and a highest score"),
        ("highest = 8", "highest = inf", "“highest” takes numbers"),
        ("highest = 8", "highest = -1", "The lowest score lies below the highest"),
        ("highest = 8", "highest = '8'", "“highest” takes numbers"),
        ("highest = 8", "highest = 8\ndecimals = 3", "A score has at most 2 decimals"),
        ("highest = 8", "highest = 8\nfactor = 0", "The factor is a number above 0"),
        ("highest = 8", "highest = 8\nleast = 3", "It needs more answers than it has items"),
        ("highest = 8", "highest = 8\nleast = -1", "It needs more answers than it has items"),
        ("highest = 8", "highest = 8\nshares = 1", "“shares” is true or false"),
        ("[3, 4]", "[3, 4, 4]", "line 22, measures.scales 2: It names an item twice"),
        ("[3, 4]", "[3, 5]", "line 22, measures.scales 2: There is no item 5"),
        ("[3, 4]", "[3, 2]", "line 22, measures.scales 2: Item 2 belongs to another scale too"),
        ("[3, 4]", "[3]", "line 3, measures 1: Item 4 belongs to no scale"),
        ("[3, 4]", "[]", "line 22, measures.scales 2: It names its items"),
        ('how = "mean"', 'how = "median"', "measures.scales 2: “how” is one of: sum, mean"),
        ('how = "mean"', "how = ['sum']", "measures.scales 2: “how” is one of: sum, mean"),
        ('name = "Two"', "", "line 22, measures.scales 2: It has no id or name"),
        ('id = "two"', 'id = "one"', "line 22, measures.scales 2: “one” is there twice"),
        # What is known of a scale.
        ("value = 4", "value = 9", "line 14, measures.scales 1: The line 9 lies outside its range"),
        ("value = 4", "value = nan", "“value” takes numbers"),
        ("value = 4,", "", "line 14, measures.scales 1: “value” is missing"),
        ("value = 4", "vaule = 4, value = 4", "“vaule” is not known here"),
        ("points = 2", "points = 5", "A change of 5 points does not fit its range"),
        ("points = 2", "points = 0", "A change of 0 points does not fit its range"),
        ("points = 1,", "points = 4.5,", "A change of 4.5 points does not fit its range"),
        ("highest = 8", "highest = true", "“highest” takes numbers"),
        ("confidence = 95", "confidence = 95.5", "“confidence” takes whole numbers"),
        ("confidence = 95", "confidence = -40", "“confidence” lies between 50 and 99 per cent"),
        ("confidence = 95", "confidence = 49", "“confidence” lies between 50 and 99 per cent"),
        ("confidence = 95", "confidence = 100", "scales 2: “confidence” lies between 50 and 99"),
        ("confidence = 95", f"confidence = 0x{'F' * 6000}", "“confidence” takes numbers from"),
        ("exact = 1.5", "exact = -9", "line 22, measures.scales 2: “exact” is what “points” was"),
        ("exact = 1.5", "exact = 0", "“exact” is what “points” was rounded from"),
        ("exact = 1.5", "exact = 4.1", "“exact” is what “points” was rounded from"),
        ("exact = 1.5", "exact = 1e300", "“exact” takes numbers from −1000000 to 1000000"),
        ("value = 4", "rounded = 7, value = 4", "A score is rounded to 0 to 6 digits"),
        ("value = 4", "rounded = -1, value = 4", "A score is rounded to 0 to 6 digits"),
        # Numbers that no arithmetic holds.
        (
            "highest = 8",
            f"highest = 1{'0' * 400}",
            "scales 1: “highest” takes numbers from",
        ),
        (
            "items = 4",
            f"items = 4\nrisk_items = [0x{'F' * 6000}]",
            "s 1: “risk_items” takes",
        ),
        ('"calc"', '"sure"', "“status” is one of: confirmed, secondary, calc, provisional"),
        ('{ points = 1, source = "me", status = "confirmed" }', "1", "“noticing” is a table"),
        ("[{ value = 4,", "[1, { value = 4,", "“cut_offs” are tables"),
    ],
)
def test_what_is_wrong_is_named(now: str, then: str, said: str) -> None:
    assert now in FILE
    with pytest.raises(MeasureFileError) as refused:
        read_measure_file(FILE.replace(now, then, 1), "ease.toml")
    assert refused.value.sentence.startswith("ease.toml")
    assert said in refused.value.sentence
    assert refused.value.next_step.startswith("Nothing was changed.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "ease.toml: there are no [[measures]]."),
        ("measures = []", "ease.toml: a file holds one questionnaire."),
        ("measures = [1]", "ease.toml: there are no [[measures]]."),
        (FILE + '\n[[measures]]\nid = "b"\n', "ease.toml: a file holds one questionnaire."),
        ("#" * (MAX_BYTES + 1), "ease.toml: it is far too large."),
        ("é" * (MAX_BYTES // 2 + 1), "ease.toml: it is far too large."),
        (f"y = 1\nx = {'9' * 5000}", "ease.toml, line 2: this number is far too long."),
        (f"x = {'[' * 3000}", "ease.toml: its lists lie too deep in one another."),
        (FILE.replace("ease", "e" * 41), "ease.toml: its id has more than 40 characters."),
        ('measures = [{ id = "a" }]', "ease.toml, measures 1: “title” is missing."),
        (
            'measures = [{ id = "a", title = "A", scales = [{ how = 1 }] }]',
            "ease.toml, measures.scales 1: “how” is one of: sum, mean.",
        ),
    ],
)
def test_a_file_that_holds_none_says_so(text: str, said: str) -> None:
    with pytest.raises(MeasureFileError) as refused:
        read_measure_file(text, " ease.toml\n")
    assert refused.value.sentence == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[measures.forms]]\ncodes = [0, 1]", "Where there are no items there are no codes"),
        ("", "There is no scale"),
        ("items = 1\n[[measures.scales]]\nitems = [1]", "There is no table of codes"),
        (
            "[[measures.scales]]\nlowest = 0\nhighest = 2\nitems = [1]",
            "line 4, measures.scales 1: It names its items, where the questionnaire has any",
        ),
        (
            '[[measures.scales]]\nnoticing = { points = 2, source = "me", status = "calc" }',
            "line 4, measures.scales 1: Lines and changes need a range",
        ),
        (
            "[[measures.scales]]\nid = 'x'\nname = 'x'\n" * 21,
            "line 4, measures.scales 1: There are at most 20 of these",
        ),
    ],
)
def test_totals_alone_are_checked_too(text: str, said: str) -> None:
    with pytest.raises(MeasureFileError) as refused:
        read_measure_file(f'[[measures]]\nid = "a"\ntitle = "A"\n{text}', "a.toml")
    assert said in refused.value.sentence


def test_scales_may_share_items_where_they_say_so_and_a_total_may_anyway() -> None:
    shared = FILE.replace("[3, 4]", "[2, 3, 4]\nshares = true")
    assert read_measure_file(shared, "a").scale("two").items == (2, 3, 4)
    total = FILE + (
        '\n[[measures.scales]]\nid = "all"\nname = "All"\nitems = [1, 2, 3, 4]\n'
        "lowest = 0\nhighest = 16\n"
    )
    assert read_measure_file(total, "a").has_total
    assert not read_measure_file(FILE, "a").has_total


def test_several_ways_of_coding_need_a_name_each_and_the_same_range() -> None:
    another = FILE.replace("[[measures.scales]]", "[[measures.forms]]\n{}[[measures.scales]]", 1)
    with pytest.raises(MeasureFileError, match=r"line 9, measures\.forms 1: It has no id or name"):
        read_measure_file(another.replace("{}", "codes = [0, 1, 2, 3, 4]\n"), "a")
    named = another.replace("codes", 'id = "x"\ncodes', 1)
    with pytest.raises(MeasureFileError, match=r"scales 1: By its codes it reaches 2 to 6"):
        read_measure_file(named.replace("{}", 'id = "y"\ncodes = [1, 2, 3]\n'), "a")
