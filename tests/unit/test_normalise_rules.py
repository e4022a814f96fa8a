"""Rules are tried only where they may match: at a letter, those that say so."""

from functools import lru_cache

import pytest

from audio.normalise import en, ug, zh
from audio.normalise.letters import plain
from audio.normalise.scan import Rule, scan
from audio.sayable import Sayable
from demo_store.village.scene_content import load_scene
from demo_store.world.catalogue import load_catalogue
from kiosk.inventory import inventory
from lessons.loader import COURSE, load_course
from lessons.phrase import LANGUAGES, Language

RULES: dict[Language, tuple[Rule, ...]] = {"ug": ug._RULES, "zh": zh._RULES, "en": en._RULES}
ODD = (
    "ي. RMB100 CNY 5 ¥5 May 3 in 1999 8am 8 pm abc@de.cn www.a.cn SF12345 abc123 5kg/m² 3½ ⅷ ª "
    "三万元 ¥3万 5元/斤 第3 2~3个 12345678是您的验证码 5 - ئاي 3-5 كۈن كىلو/دانە Dr. QQ12345 "
    "A-1234 RMB 1 234 3 - b 5% - c 8 am ab / cd"
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_tried_at_a_letter_would_not_match_there(language: Language) -> None:
    texts = {
        each.text for each in _everything() if each.language == language and _is_mixed(each.text)
    }
    assert len(texts) > 20
    every = [Rule(each.match, each.say, at_letters=True) for each in RULES[language]]
    for text in (*texts, ODD):
        letters = plain(text)
        assert scan(letters, RULES[language]) == scan(letters, every)


@lru_cache(maxsize=1)
def _everything() -> tuple[Sayable, ...]:
    return inventory(load_course(COURSE).course, load_catalogue(), load_scene())


def _is_mixed(text: str) -> bool:
    """The rules differ only where there is more than letters."""
    return any(not letter.isalpha() and letter not in " .,،؟!?。，！？" for letter in text)
