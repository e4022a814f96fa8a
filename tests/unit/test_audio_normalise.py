"""Text as written -> words as spoken."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audio.normalise import spoken_words
from lessons.phrase import LANGUAGES, Language


def said(text: str, language: Language) -> list[str]:
    return [word.said for word in spoken_words(text, language)]


def shown(text: str, language: Language) -> list[str]:
    return [text[word.first : word.last] for word in spoken_words(text, language)]


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


def test_direction_marks_do_not_part_a_number_from_its_unit() -> None:
    text = "نان \u20683.5\u2069 يۈەن\u200f."
    assert said(text, "ug") == ["نان", "ئۈچ يۈەن بەش موچەن"]
    assert shown(text, "ug") == ["نان", "3.5\u2069 يۈەن"]


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
