"""Files and pictures of a summary are made of one and the same layout."""

from support.summaries import TALK, a_summary, mood, pages_of, words_of_page

from caregiver_journal.journal.summary.files import (
    make_laid_out,
    page_pictures,
    pdf_of,
    web_page_of,
)


def test_one_layout_makes_the_preview_the_file_and_the_web_page() -> None:
    ready = make_laid_out(a_summary(TALK, mood(30)))
    assert ready.notes == ()
    pictures, file = page_pictures(ready, 60), pdf_of(ready)
    assert len(pictures) == file.pages == len(pages_of(file.content)) == 1
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)
    assert "Why I still say yes" in pages_of(file.content)[0]
    assert "Why I still say yes" in words_of_page(web_page_of(ready))


def test_a_password_locks_the_file_and_not_the_preview() -> None:
    ready = make_laid_out(a_summary(TALK))
    locked = pdf_of(ready, "between us")
    assert pages_of(locked.content, "between us") == pages_of(pdf_of(ready).content)


def test_the_person_is_told_of_signs_that_no_font_has() -> None:
    from support.summaries import saying

    from caregiver_journal.domain.summary import Words

    ready = make_laid_out(saying(Words("\ue000")))
    assert len(ready.notes) == 1
    assert pdf_of(ready).notes == ready.notes
