"""Text as written -> words as spoken."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audio.normalise import spoken_words, ug_numbers, zh_numbers
from lessons.phrase import LANGUAGES, Language


def said(text: str, language: Language) -> list[str]:
    return [word.said for word in spoken_words(text, language)]


def shown(text: str, language: Language) -> list[str]:
    return [text[word.first : word.last] for word in spoken_words(text, language)]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "نۆل"),
        (7, "يەتتە"),
        (10, "ئون"),
        (12, "ئون ئىككى"),
        (100, "بىر يۈز"),
        (115, "بىر يۈز ئون بەش"),
        (1000, "بىر مىڭ"),
        (3050, "ئۈچ مىڭ ئەللىك"),
        (10_000_000, "ئون مىليون"),
        (2_000_000_305, "ئىككى مىليارد ئۈچ يۈز بەش"),
    ],
)
def test_uyghur_numbers_are_words(number: int, words: str) -> None:
    assert ug_numbers.cardinal(number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "零"),
        (10, "十"),
        (12, "十二"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1005, "一千零五"),
        (2000, "两千"),
        (20_000, "两万"),
        (100_500, "十万零五百"),
        (10_200_000, "一千零二十万"),
        (100_002_000, "一亿零两千"),
    ],
)
def test_chinese_numbers_are_words(number: int, words: str) -> None:
    assert zh_numbers.cardinal(number) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3.5 يۈەن", ["ئۈچ يۈەن ئەللىك پۇڭ"]),
        ("¥3.50", ["ئۈچ يۈەن ئەللىك پۇڭ"]),
        ("￥12", ["ئون ئىككى يۈەن"]),
        ("3.05 يۈەنگە", ["ئۈچ يۈەن بەش پۇڭغا"]),
        ("0.5 يۈەن", ["ئەللىك پۇڭ"]),
        ("12 يۈەن", ["ئون ئىككى", "يۈەن"]),
        ("3.5", ["ئۈچ پۈتۈن ئوندىن بەش"]),
        ("12.25", ["ئون ئىككى پۈتۈن يۈزدىن يىگىرمە بەش"]),
        ("1.2345", ["بىر چېكىت ئىككى ئۈچ تۆت بەش"]),
        ("20%", ["يىگىرمە پىرسەنت"]),
        ("٪20", ["يىگىرمە پىرسەنت"]),
        ("1,200 تۇخۇم", ["بىر مىڭ ئىككى يۈز", "تۇخۇم"]),
        ("٣ نان", ["ئۈچ", "نان"]),
        ("007", ["نۆل نۆل يەتتە"]),
        ("4-كۈن", ["تۆتىنچى", "كۈن"]),
        ("\u20682\u2069-كۈن", ["ئىككىنچى", "كۈن"]),
        ("20-كۈن", ["يىگىرمىنچى", "كۈن"]),
        ("3-5", ["ئۈچ", "بەش"]),
    ],
)
def test_uyghur_amounts_are_said_in_words(text: str, words: list[str]) -> None:
    assert said(text, "ug") == words


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("کىتاب", "كىتاب"),
        ("ئیش", "ئىش"),
        ("بالی", "بالى"),
        ("یاخشى", "ياخشى"),
        ("هەر", "ھەر"),
        ("شەهەر", "شەھەر"),
        ("شەهر", "شەھر"),
        ("يهر", "يەر"),
        ("ي\u0654ىش", "ئىش"),
        ("نـــان", "نان"),
        ("نَان", "نان"),
        ("ﻧﺎﻥ", "نان"),
    ],
)
def test_look_alike_letters_are_repaired(typed: str, meant: str) -> None:
    assert said(typed, "ug") == [meant]
    assert shown(typed, "ug") == [typed.rstrip("\u064e")]


@pytest.mark.parametrize(
    ("text", "words"), [("2天", "两天"), ("第2天", "第二天"), ("第12天", "第十二天")]
)
def test_in_chinese_two_days_are_not_the_second_day(text: str, words: str) -> None:
    assert "".join(said(text, "zh")) == words


def test_direction_marks_do_not_part_a_number_from_its_unit() -> None:
    text = "نان \u20683.5\u2069 يۈەن\u200f."
    assert said(text, "ug") == ["نان", "ئۈچ يۈەن ئەللىك پۇڭ"]
    assert shown(text, "ug") == ["نان", "3.5\u2069 يۈەن"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3.5元", ["三元五角"]),
        ("¥12.05", ["十二元零五分"]),
        ("2.25元", ["两元二角五分"]),
        ("0.5元", ["五角"]),
        ("12元", ["十二", "元"]),
        ("2个馕", ["两", "个", "馕"]),
        ("12个", ["十二", "个"]),
        ("20%", ["百分之二十"]),
        ("3.14", ["三点一四"]),
        ("打开WeChat", ["打", "开", "WeChat"]),
    ],
)
def test_chinese_is_said_character_by_character_with_amounts_in_words(
    text: str, words: list[str]
) -> None:
    assert said(text, "zh") == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3.5 yuan", ["3 yuan 50 fen"]),
        ("¥3", ["3 yuan"]),
        ("1,200 eggs", ["1200", "eggs"]),
        ("20% off", ["20 percent", "off"]),
        ("Don’t e-mail", ["Don't", "e-mail"]),
    ],
)
def test_english_amounts_are_said_plainly(text: str, words: list[str]) -> None:
    assert said(text, "en") == words


def test_the_stronger_pause_after_a_word_wins() -> None:
    words = spoken_words("ياخشى»، نان!؟ تۇخۇم", "ug")
    assert [word.pause for word in words] == [",", ".", ""]


def test_text_without_words_has_nothing_to_say() -> None:
    assert all(spoken_words(" … ،\u2069!", language) == () for language in LANGUAGES)


_ANYTHING = st.text(
    st.one_of(
        st.sampled_from("0123456789.,%¥ ،؟\u2068\u2069"),
        st.sampled_from("ئاەىيكھهیکبپنيۈەن"),
        st.sampled_from("元角我在银行两个"),
        st.sampled_from("ABCxyz'’-"),
        st.characters(),
    )
)


@settings(deadline=None)
@given(_ANYTHING, st.sampled_from(LANGUAGES))
def test_shown_words_are_in_order_and_do_not_overlap(text: str, language: Language) -> None:
    words = spoken_words(text, language)
    edges = [edge for word in words for edge in (word.first, word.last)]
    assert edges == sorted(edges)
    assert all(word.first < word.last <= len(text) and word.said.strip() for word in words)


@settings(deadline=None)
@given(_ANYTHING, st.sampled_from(LANGUAGES))
def test_every_letter_and_digit_shown_belongs_to_a_word(text: str, language: Language) -> None:
    covered = {at for word in spoken_words(text, language) for at in range(word.first, word.last)}
    loose = [text[at] for at in range(len(text)) if at not in covered]
    assert not [c for c in loose if (c.isalpha() and c != "\u0640") or c.isdecimal()]


@settings(deadline=None)
@given(st.integers(0, 999_999_999_999))
def test_number_words_hold_no_digit(number: int) -> None:
    for words in (ug_numbers.cardinal(number), zh_numbers.cardinal(number)):
        assert words == words.strip()
        assert not any(character.isdigit() for character in words)
