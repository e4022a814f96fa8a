"""Clips that the embedded voice makes for a pack: as loud as those of people, and never clipped."""

from pathlib import Path

import pytest

from audio.building.builder import kept_clip
from audio.building.embedded_engine import EmbeddedEngine
from audio.sayable import Sayable
from audio.sounds.foreign import read_sound
from audio.sounds.loudness import TARGET_LUFS, loudness
from lessons.phrase import Language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("بۈگۈن قانچە تۇخۇم ساتتىڭىز؟", "ug"),
        ("قاتتىق ئىسسىق سۇ كېرەك ئەمەس", "ug"),
        ("今天您卖了多少个鸡蛋？", "zh"),
        ("How many eggs did you sell today?", "en"),
    ],
)
def test_a_clip_of_a_pack_is_as_loud_as_all_others(
    tmp_path: Path, text: str, language: Language
) -> None:
    phrase = Sayable("x.y", language, text, is_open=False)
    _, sound = kept_clip(phrase, EmbeddedEngine(tmp_path).make(text, language), "espeak")
    heard = read_sound("x.ogg", sound)
    measured = loudness(heard)
    assert measured is not None
    assert abs(measured - TARGET_LUFS) < 1
    assert max(map(abs, heard.values)) < 32_767
