"""The search for planted words finds what it has to, and nothing else."""

import base64
import gzip
import io
import json
import zipfile

import pikepdf
import pytest
import typst
from support.planted_words import found_in

WORDS = ("Quillonbrook", "Zoë Überall", "דליה")
OTHERS = {"Harrowfax", "Weißenbach"}
TEXT = f"At noon {WORDS[0]} met {WORDS[1]} and {WORDS[2]}."


def a_pdf(text: str = TEXT) -> bytes:
    source = f"#set document(title: {json.dumps(text)})\n#{json.dumps(text, ensure_ascii=False)}"
    return typst.compile(source.encode())


def zipped(name: str, content: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "suffix"),
    [
        (TEXT.encode(), ".md"),
        (TEXT.encode("utf-8-sig"), ".csv"),
        (TEXT.upper().encode(), ".txt"),
        (TEXT.replace(" ", "\n  ").encode(), ".md"),
        (TEXT.replace("Qu", "Qu\u00ad").encode(), ".md"),
        (b"x" + TEXT.encode("utf-16-le"), ".bin"),
        (TEXT.encode("utf-16-be"), ".bin"),
        (json.dumps({"note": TEXT}).encode(), ".json"),
        ("".join(f"&#{ord(sign)};" for sign in TEXT).encode(), ".html"),
        (TEXT.encode().hex().encode(), ".bin"),
        (TEXT.encode("utf-16-be").hex().upper().encode(), ".bin"),
        (b"data:text/plain;base64," + base64.b64encode(TEXT.encode()), ".html"),
        (gzip.compress(TEXT.encode()), ".svgz"),
        (zipped("a.md", TEXT.encode()), ".zip"),
        (zipped(f"{TEXT}.md", b""), ".ZIP"),
        (zipped("inner.zip", zipped("a.json", json.dumps(TEXT).encode())), ".zip"),
    ],
    ids=range(16),
)
def test_words_are_found_however_they_are_written(content: bytes, suffix: str) -> None:
    assert found_in(content, suffix, {*WORDS, *OTHERS}) == set(WORDS)


def test_words_of_a_pdf_are_found_on_its_pages_and_in_what_is_said_of_it() -> None:
    assert found_in(a_pdf(), ".pdf", {*WORDS, *OTHERS}) == set(WORDS)
    source = f'#set document(title: "{WORDS[0]}")\nnothing'.encode()
    assert found_in(typst.compile(source), ".pdf", {*WORDS}) == {WORDS[0]}


def test_words_on_a_page_alone_are_found_in_a_pdf() -> None:
    bare = typst.compile(f"met {WORDS[0]} there".encode())
    assert WORDS[0].encode() not in bare  # nobody would find it in the bytes
    assert found_in(bare, ".pdf", {*WORDS}) == {WORDS[0]}


def test_words_of_a_pdf_with_a_password_are_found() -> None:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(a_pdf())) as pdf:
        pdf.save(target, encryption=pikepdf.Encryption(owner="own", user="open", R=6))
    found = found_in(target.getvalue(), ".pdf", {*WORDS, *OTHERS}, password="open")
    assert found == set(WORDS)


def test_a_word_broken_over_two_lines_of_a_pdf_is_found() -> None:
    source = (
        f'#set page(width: 70pt, margin: 5pt)\n#set text(hyphenate: true, lang: "en")\n{WORDS[0]}'
    )
    assert found_in(typst.compile(source.encode()), ".pdf", {*WORDS}) == {WORDS[0]}


def test_too_short_words_prove_nothing() -> None:
    with pytest.raises(AssertionError):
        found_in(b"", ".md", {"ab"})
