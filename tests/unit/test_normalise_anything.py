"""Whatever is written can be said: no digit, sign or foreign letter is left, no place is lost."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audio.normalise import en_numbers, spoken_text, spoken_words, ug_numbers, zh_numbers
from audio.script import script
from lessons.phrase import LANGUAGES, Language

SAYABLE: dict[Language, str] = {
    "ug": "[ئابپتجچخدرزژسشغفقكگڭلمنھۋيەوۇۆۈېى]",
    "zh": "[A-Za-z'\\-\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]",
    "en": "[A-Za-z'-]",
}
NUMBERS = st.integers(0, 999_999_999_999)
WRITTEN = st.lists(
    st.one_of(
        st.sampled_from(
            ["-5", "3.50", "¥", "%", " kg", "138 0013 8000", "SF12345", "14:30", "2026-05-03"]
        ),
        st.sampled_from(["3/5", "1/2", "½", "²", "①", "Ⅷ", "№", "www.a.cn", "a@b.com", "WeChatتا"]),
        st.sampled_from(["گە", "نى", "-ئاي", "يۈەن", "元", "个", "只", "还", "便宜", "儿", "yuan"]),
        st.text("0123456789.,:/-–~+=×&#@ \u2069\u0640", max_size=6),
        st.text("ئاەىيكھهیکبپنيۈ ", max_size=6),
        st.text(max_size=6),
        st.characters(),
    ),
    max_size=6,
).map("".join)
EVERYTHING = settings(deadline=None, max_examples=300)


@EVERYTHING
@given(WRITTEN, st.sampled_from(LANGUAGES))
def test_only_letters_of_the_language_are_said(text: str, language: Language) -> None:
    for word in spoken_words(text, language):
        assert re.fullmatch(rf"{SAYABLE[language]}+(?: {SAYABLE[language]}+)*", word.said), word
        assert word.pause in ("", ",", ".", "?")


@EVERYTHING
@given(WRITTEN, st.sampled_from(LANGUAGES))
def test_places_are_inside_in_order_and_apart(text: str, language: Language) -> None:
    words = spoken_words(text, language)
    edges = [edge for word in words for edge in (word.first, word.last)]
    assert edges == sorted(edges)
    assert all(0 <= word.first < word.last <= len(text) for word in words)


@EVERYTHING
@given(WRITTEN, st.sampled_from(LANGUAGES))
def test_every_letter_and_digit_shown_is_covered(text: str, language: Language) -> None:
    covered = {at for word in spoken_words(text, language) for at in range(word.first, word.last)}
    loose = [text[at] for at in range(len(text)) if at not in covered]
    assert not [c for c in loose if (c.isalpha() and c != "\u0640") or c.isdecimal()]


@pytest.mark.parametrize(
    ("again", "language"),
    [
        *(("1-", "ug"), ("1-", "zh"), ("1-", "en"), ("a--", "zh"), ("a.", "en")),
        *(("1 - ", "ug"), ("8:30 ", "ug"), ("5-ئ", "ug"), ("★", "zh"), ("1½", "en")),
    ],
)
def test_a_long_line_is_looked_through_once(again: str, language: Language) -> None:
    # some of these took minutes while a pattern ran to the end of the line from every place in it
    assert spoken_words(again * 50_000, language)


@EVERYTHING
@given(WRITTEN)
def test_what_the_voice_is_given_has_digits_only_as_tones(text: str) -> None:
    read = script(spoken_words(text, "zh"))
    assert not re.search(r"(?<![a-z])[0-9]|[6-90]", read.text)


@EVERYTHING
@given(WRITTEN, st.sampled_from(LANGUAGES))
def test_the_whole_line_is_its_words(text: str, language: Language) -> None:
    line = spoken_text(text, language)
    said = "".join(word.said + word.pause for word in spoken_words(text, language))
    assert line.replace(" ", "") == said.replace(" ", "")
    assert line == line.strip()


@settings(deadline=None)
@given(NUMBERS)
def test_uyghur_number_words_mean_the_number(number: int) -> None:
    words = ug_numbers.cardinal(number)
    assert number_of_uyghur(words) == number
    assert not re.search("(?:^|مىڭ |مىليون |مىليارد )يۈز", words), "one hundred has its one"


@settings(deadline=None)
@given(NUMBERS)
def test_chinese_number_words_mean_the_number(number: int) -> None:
    assert number_of_chinese(zh_numbers.cardinal(number)) == number


@settings(deadline=None)
@given(NUMBERS)
def test_english_number_words_mean_the_number(number: int) -> None:
    assert number_of_english(en_numbers.cardinal(number)) == number


@settings(deadline=None)
@given(st.integers(1, 9_999_999), st.sampled_from(LANGUAGES))
def test_a_written_number_is_said_as_its_number_words(number: int, language: Language) -> None:
    spelled = {"ug": ug_numbers, "zh": zh_numbers, "en": en_numbers}[language].cardinal(number)
    assert spoken_text(str(number), language) == spelled
    assert spoken_text(f"{number:,}", language) == spelled


UYGHUR_SMALL = {word: value for value, word in enumerate(ug_numbers.DIGITS)} | {
    "ئون": 10,
    "يىگىرمە": 20,
    "ئوتتۇز": 30,
    "قىرىق": 40,
    "ئەللىك": 50,
    "ئاتمىش": 60,
    "يەتمىش": 70,
    "سەكسەن": 80,
    "توقسان": 90,
}
UYGHUR_GROUPS = {"مىڭ": 10**3, "مىليون": 10**6, "مىليارد": 10**9}


def number_of_uyghur(words: str) -> int:
    whole = group = 0
    for word in words.split():
        if word in UYGHUR_GROUPS:
            assert group, "every thousand says how many"
            whole, group = whole + group * UYGHUR_GROUPS[word], 0
        elif word == "يۈز":
            assert group, "every hundred says how many"
            group *= 100
        else:
            group += UYGHUR_SMALL[word]
    return whole + group


def number_of_chinese(words: str) -> int:
    whole = group = digit = 0
    for character in words.replace("两", "二"):
        if character in "零一二三四五六七八九":
            digit = "零一二三四五六七八九".index(character)
        elif character in "十百千":
            group += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[character]
            digit = 0
        else:
            whole += (group + digit) * {"万": 10**4, "亿": 10**8}[character]
            group = digit = 0
    return whole + group + digit


ENGLISH_SMALL = {en_numbers.cardinal(n): n for n in (*range(20), *range(20, 100, 10))}
ENGLISH_GROUPS = {"thousand": 10**3, "million": 10**6, "billion": 10**9}


def number_of_english(words: str) -> int:
    whole = group = 0
    for word in words.replace("-", " ").replace(" and ", " ").split():
        if word in ENGLISH_GROUPS:
            whole, group = whole + group * ENGLISH_GROUPS[word], 0
        elif word == "hundred":
            group *= 100
        else:
            group += ENGLISH_SMALL[word]
    return whole + group
