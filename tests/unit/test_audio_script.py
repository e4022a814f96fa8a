"""The time of every shown word, from the marks of a voice."""

from audio.espeak import Mark
from audio.normalise import spoken_words
from audio.script import script, timed
from lessons.phrase import Language


def times(
    sentence: str, language: Language, marks: list[tuple[str, int]], duration_ms: int
) -> list[tuple[str, int, int]]:
    """Marks are given by what begins there in the text that is read."""
    read = script(spoken_words(sentence, language))
    at = [Mark(read.text.index(said), ms) for said, ms in marks]
    words = timed(read, at, duration_ms, sentence)
    return [(word.text, word.start_ms, word.end_ms) for word in words]


def test_chinese_characters_are_read_without_gaps_and_words_with() -> None:
    assert script(spoken_words("我看APP，好。", "zh")).text == "我看 APP, 好."
    assert script(spoken_words("馕很便宜", "zh")).text == "nang2很pian2yi5"
    assert script(spoken_words("Good, go on", "en")).text == "Good, go on"


def test_a_word_lasts_until_the_next_one() -> None:
    assert times("Go on now", "en", [("Go", 0), ("on", 200), ("now", 350)], 700) == [
        ("Go", 0, 200),
        ("on", 200, 350),
        ("now", 350, 700),
    ]


def test_an_amount_is_one_shown_word_however_many_are_spoken() -> None:
    marks = [("Pay", 0), ("three", 300), ("yuan", 600), ("fifty", 900), ("now", 1500)]
    assert times("Pay ¥3.50 now", "en", marks, 1800) == [
        ("Pay", 0, 300),
        ("¥3.50", 300, 1500),
        ("now", 1500, 1800),
    ]


def test_words_that_the_voice_ran_together_share_the_time_by_their_letters() -> None:
    assert times("one of the eggs", "en", [("one", 0), ("of", 300), ("eggs", 800)], 1000) == [
        ("one", 0, 300),
        ("of", 300, 500),
        ("the", 500, 800),
        ("eggs", 800, 1000),
    ]


def test_without_any_mark_the_whole_sound_is_shared() -> None:
    assert times("ab cdef", "en", [], 600) == [("ab", 0, 200), ("cdef", 200, 600)]


def test_marks_out_of_order_or_beyond_the_end_stay_in_order_and_inside() -> None:
    marks = [("Go", 50), ("on", 20), ("now", 900)]
    assert times("Go on now", "en", marks, 700) == [
        ("Go", 0, 20),
        ("on", 20, 700),
        ("now", 700, 700),
    ]
