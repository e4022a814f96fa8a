"""Phrases that are joined for the screen keep the sentences that a voice says one by one."""

import pytest

from lessons.phrase import LANGUAGES, Language, Phrase, joined

FIRST = Phrase("تاڭ ئاتتى.", "天亮了。", "A new day.")
SECOND = Phrase("{count} زاكاز كەلدى.", "来了{count}个订单。", "{count} orders came.")
THIRD = Phrase("يامغۇر ياغدى.", "下雨了。", "It rained.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_piece_stands_in_the_text_where_it_says(language: Language) -> None:
    whole = joined([joined([FIRST, SECOND.filled(count=3)]), THIRD])
    found = list(whole.placed(language))
    assert [piece for piece, _ in found] == [FIRST, SECOND.filled(count=3), THIRD]
    for piece, at in found:
        assert whole.text(language)[at:].startswith(piece.text(language))


def test_a_phrase_that_was_not_joined_is_its_own_piece() -> None:
    assert list(THIRD.placed("en")) == [(THIRD, 0)]
    assert joined([THIRD]) == THIRD


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_filled_is_filled_in_the_pieces_as_well(language: Language) -> None:
    whole = joined([FIRST, SECOND]).filled(count=3)
    (_, (second, at)) = whole.placed(language)
    assert second == SECOND.filled(count=3)
    assert whole.text(language)[at:] == second.text(language)
