"""The mechanical checks of Uyghur: planted mistakes are found, right words are left alone."""

import gzip
from pathlib import Path
from typing import Final

import pytest

from lessons.errors import ContentError
from lessons.uyghur.check import check_text
from lessons.uyghur.words import FOLDER, WordList, word_list

WORDS: Final = word_list()
VERDICTS: Final = [
    line.split("\t")
    for line in Path(__file__).with_name("uyghur_verdicts.tsv").read_text("utf-8").splitlines()
]


def codes(text: str, words: WordList | None = WORDS) -> list[str]:
    return [each.code for each in check_text(text, words) if each.level != "info"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("مەھسۇلات باھالیق", "E02"),  # Farsi yeh
        ("بۇ نان يېڭی", "E02"),
        ("قارا چاي ھەقىدە صەھىپە", "E01"),  # an Arabic letter
        ("كىتابُ", "E01"),
        ("نا ﻥ", "E04"),  # drawn forms
        ("اپتاپ چىقتى", "E03"),  # no hemze at the head
        ("سائەت بىر", ""),
        ("ساەت بىر", "E03"),  # two vowels side by side
        ("3.5 يۈەن", ""),  # the pair that Chinese words have
        ("نان, تۇخۇم", "W10"),
        ("بۇ نېمە?", "W10"),
        ("1,000 يۈەن", ""),
        ("٣ يۈەن", "W11"),
        ("نـان", "W12"),
        ("نان\u200dلار", "W12"),
        ("نان 馕", "W14"),
        ("abcنان", "W13"),
        ("hello world", "W15"),
        ("كىتابگە", "W20"),  # front ending behind a back word
        ("كىتابدا", ""),
        ("مەكتەپدا", "W20"),
        ("نانننى", "W05"),
        ("{product}نى", ""),
        ("5-ئاي", ""),
    ],
)
def test_a_planted_mistake_is_found_and_what_is_right_is_not(text: str, code: str) -> None:
    assert codes(text) == ([code] if code else [])


@pytest.mark.parametrize(("text", "code", "column"), VERDICTS, ids=lambda value: value or "none")
def test_it_says_what_was_found_in_texts_with_one_slip(text: str, code: str, column: str) -> None:
    found = [(each.code, str(each.column)) for each in check_text(text, WORDS)
             if each.level != "info"]  # fmt: skip
    assert found == ([(code, column)] if code else [])


def test_a_mistake_of_one_letter_is_told_with_the_word_that_was_meant() -> None:
    (found,) = check_text("بۇ ياخشا دېرىزى", WORDS)[:1]
    assert (found.token, found.level) == ("ياخشا", "warning")
    assert "ياخشى" in found.suggestion


@pytest.mark.parametrize(
    "word", ["بالىلار", "ئوغلى", "ئېتى", "كېلەلمەيدۇ", "كۆچۈر", "ناۋايلىرىمىز"]
)
def test_words_with_endings_are_known_though_the_list_lacks_them(word: str) -> None:
    assert WORDS.known(word) == "yes"


@pytest.mark.parametrize("word", ["كىتابلەر", "نانگە", "قكپتچ", "خېرىدارلەر"])
def test_endings_that_do_not_agree_make_no_word(word: str) -> None:
    assert WORDS.known(word) != "yes"


def test_without_a_list_only_signs_and_spelling_are_judged() -> None:
    assert codes("قۇرمەتسا اپتاپ", None) == ["E03"]


def test_a_damaged_list_is_one_clear_problem(tmp_path: Path) -> None:
    for name in ("web-words.txt.gz", "misspelt.tsv.gz", "endings.tsv"):
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    whole = (FOLDER / "words.txt.gz").read_bytes()
    (tmp_path / "words.txt.gz").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ContentError, match=r"words\.txt\.gz.*cannot be read"):
        word_list(tmp_path)
    (tmp_path / "words.txt.gz").write_bytes(gzip.compress("نان\n".encode()))
    (tmp_path / "endings.tsv").write_text("نى\tmany\n", "utf-8")
    with pytest.raises(ContentError, match="damaged"):
        word_list(tmp_path)


def test_every_list_says_where_it_comes_from() -> None:
    credits_text = (FOLDER / "CREDITS.txt").read_text("utf-8")
    lists = [path.name for path in FOLDER.iterdir() if path.suffix in (".gz", ".tsv")]
    licences = [path.name for path in FOLDER.glob("LICENSE.*.txt")]
    assert len(lists) == 4
    assert [name for name in (*lists, *licences) if name not in credits_text] == []
