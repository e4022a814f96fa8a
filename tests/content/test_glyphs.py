"""No empty box: whatever a screen shows or a person may type has a sign in the bundled fonts."""

import ast
import json
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from demo_store.village.scene_content import load_scene
from demo_store.world.catalogue import load_catalogue
from kiosk.inventory import named_phrases
from kiosk.server.fallback_fonts import FILES
from lessons.loader import COURSE, load_course
from lessons.phrase import LANGUAGES

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "kiosk" / "assets" / "fonts"
WEIGHTS = {
    weight: [
        f"NotoSansArabic-{weight}.ug.ttf",
        f"NotoSans-{weight}.lat-pinyin.ttf",
        "NotoSansSC-Regular.gb2312l1.otf",  # Chinese is not bold: the file would be too large
    ]
    for weight in ("Regular", "Bold")
}
UYGHUR = "ئاەبپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي؟،؛«»"
PINYIN = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü"
ENDS = ("\u3400", "\u9fff")
"""Of the Chinese signs: only compared with."""
BEGINS = "ĀÁǍÀĒÉĚÈŌÓǑÒ"
"""No syllable begins with another vowel: before those stands a y or a w."""
TYPED = {
    "Uyghur": UYGHUR,
    "digits": "0123456789",
    "Latin": "".join(map(chr, range(0x21, 0x7F))),
    "pinyin": PINYIN + BEGINS,
    "marks": "，。、；：？！“”‘’（）《》¥…—·×–+%",
    "nang": "馕",
}


@cache
def signs(font: str) -> frozenset[int]:
    with TTFont(FONTS / font, lazy=True) as opened:
        return frozenset(opened.getBestCmap())


def empty_boxes(text: str) -> dict[str, list[str]]:
    """For each weight, the letters of ``text`` that none of its fonts has."""
    letters = sorted({each for each in text if unicodedata.category(each) not in ("Cf", "Cc")})
    return {
        weight: missing
        for weight, fonts in WEIGHTS.items()
        if (missing := [e for e in letters if not any(ord(e) in signs(font) for font in fonts)])
    }


@pytest.mark.parametrize("letters", TYPED.values(), ids=TYPED)
def test_what_a_person_may_type_is_drawn(letters: str) -> None:
    assert not empty_boxes(letters)


def test_every_common_chinese_sign_is_drawn() -> None:
    """GB 2312, level 1: the 3755 signs that nearly all of what is written needs."""
    rows = range(0xB0, 0xD8)
    codes = (bytes((row, cell)) for row in rows for cell in range(0xA1, 0xFF))
    level_1 = "".join(code.decode("gb2312", errors="ignore") for code in codes)
    assert len(level_1) == 3755
    assert not empty_boxes(level_1)


def test_every_phrase_and_every_lesson_is_drawn() -> None:
    course, catalogue = load_course(COURSE).course, load_catalogue()
    phrases = list(named_phrases(course, catalogue, load_scene()))
    assert len(phrases) > 1000
    shown = "".join(phrase.text(language) for _, phrase in phrases for language in LANGUAGES)
    assert not empty_boxes(shown)


def written_out(file: Path) -> Iterator[str]:
    """The strings of a screen itself, without what is only told to who reads the code."""
    tree = ast.parse(file.read_text("utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in told and node.value not in ENDS:
            yield str(node.value)


def test_every_sign_that_a_screen_writes_by_itself_is_drawn() -> None:
    folders = (ROOT / "kiosk" / "screens", ROOT / "kiosk" / "widgets")
    files = [file for folder in folders for file in folder.rglob("*.py")]
    assert not empty_boxes("".join(text for file in files for text in written_out(file)))


def test_a_letter_that_no_font_has_would_be_found() -> None:
    assert empty_boxes("ئ\u0e01") == {"Regular": ["\u0e01"], "Bold": ["\u0e01"]}


def test_the_page_loads_these_fonts_and_no_others() -> None:
    manifest = json.loads((ROOT / "kiosk/assets/assets/FontManifest.json").read_text("utf-8"))
    own = [each for each in manifest if each["family"] != "MaterialIcons"]
    loaded = {Path(font["asset"]).name for each in own for font in each["fonts"]}
    used = {font for fonts in WEIGHTS.values() for font in fonts}
    assert loaded == used
    assert set(FILES.values()) <= used
