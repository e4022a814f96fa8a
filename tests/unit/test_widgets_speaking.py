"""A sentence on the screen: cut into words without losing any, as large as fits."""

from itertools import pairwise
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio.normalise import spoken_words
from kiosk.widgets.speaking import filling, fitting, pieces
from kiosk.wording import book
from lessons.phrase import LANGUAGES, Language

languages = st.sampled_from(LANGUAGES)


@given(text=st.text(max_size=60), language=languages)
def test_no_letter_of_a_sentence_is_lost_or_shown_twice(text: str, language: Language) -> None:
    cut = pieces(text, language)
    assert "".join(piece.words for piece in cut) == "".join(text.split())
    assert all(text[piece.first : piece.last] == piece.words for piece in cut)
    assert all(one.last <= other.first for one, other in pairwise(cut))


def test_chinese_is_cut_into_small_pieces_that_keep_their_marks() -> None:
    cut = [piece.words for piece in pieces("买家付3.5元，请您摆出来。", "zh")]
    assert cut[0] == "买家"
    assert all(len(piece) <= 6 for piece in cut)
    assert not [piece for piece in cut if piece in "，。"]


@given(
    text=st.text(min_size=1, max_size=80),
    language=languages,
    width=st.floats(min_value=80, max_value=1300),
    lines=st.integers(min_value=1, max_value=3),
    wanted=st.integers(min_value=22, max_value=60),
)
def test_a_sentence_is_never_smaller_than_can_be_read_nor_larger_than_wanted(
    text: str, language: Language, width: float, lines: int, wanted: int
) -> None:
    size = fitting(text, language, width, lines, wanted)
    assert 12 <= size <= wanted
    if size < 22:  # only where a single word would break
        assert fitting("x", language, width, lines, wanted) >= 22


MEASURED: Final[list[tuple[Language, str, float]]] = [
    ("ug", "قوشۇش", 3.9), ("ug", "ئوخشاش", 4.2), ("ug", "سومكىسى", 4.8),
    ("ug", "كۆرسىتىلمىدى.", 6.5), ("ug", "ساتماقچىسىز؟", 6.5), ("ug", "داۋاملاشتۇرۇش", 7.0),
    ("zh", "服务中心。", 5.0), ("en", "woman", 3.7), ("en", "autumn", 4.0),
    ("en", "pomegranate", 6.8), ("en", "grandmother", 6.7),
]  # fmt: skip
"""Wide words of the course in sizes, as a browser draws them in the bundled fonts."""


@pytest.mark.parametrize(("language", "word", "measured"), MEASURED)
@pytest.mark.parametrize("width", [90, 120, 140, 220, 320])
def test_letters_get_smaller_before_a_word_is_broken(
    language: Language, word: str, measured: float, width: float
) -> None:
    assert fitting(word, language, width, 2, 42) * measured <= width
    assert filling(word, language, max(width, 140), 200, 42) * measured <= max(width, 140)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_spoken_word_of_every_phrase_marks_a_piece_on_the_screen(
    language: Language,
) -> None:
    for key, phrase in book().items():
        text = phrase.text(language)
        shown = pieces(text, language)
        for word in spoken_words(text, language):
            hit = [p for p in shown if p.first < word.last and word.first < p.last]
            assert hit, f"{key}: {text[word.first : word.last]!r}"
