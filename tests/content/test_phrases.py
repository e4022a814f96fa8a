"""All words of the kiosk: short, drawn, spoken. What all words must keep: test_content_check.py."""

import ast
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import pytest
import yaml

from audio.embedded import EmbeddedVoice
from demo_store.conversation.reasons import REASONS
from demo_store.selling.next_step import STEP_AFTER
from demo_store.store import OVER, OrderState
from demo_store.world.catalogue import load_catalogue
from kiosk.wording import book, money, number, words
from lessons.phrase import LANGUAGES, Language, Phrase
from tests.cmap import characters, tables

PROJECT: Final = Path(__file__).parents[2]
FONTS: Final = PROJECT / "kiosk" / "assets" / "fonts"
FOLDERS: Final = ("kiosk/phrases", "lessons/course", "demo_store/content", "kiosk/assets/pictures")
PLACE: Final = re.compile(r"\{(\w+)\}")
FULL_STOP: Final = re.compile(r"[.!?؟。！？]$")

UYGHUR_LETTERS: Final = frozenset("ئابپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىيە")
# What no label of a narrow place may exceed, in letters: ug, zh, en. Measured in the bundled bold
# fonts at 22 px, the smallest size, on a phone of 360 px.
DOOR: Final[dict[Language, int]] = {"ug": 13, "zh": 5, "en": 11}
STATION: Final[dict[Language, int]] = {"ug": 7, "zh": 3, "en": 7}
LABEL: Final[dict[Language, int]] = {"ug": 24, "zh": 7, "en": 20}
DOORS: Final = (
    "store.products", "store.orders", "store.messages", "store.money", "store.as-buyer",
    "store.next-day", "start.learner", "start.new-learner",
)  # fmt: skip
STATIONS: Final = ("product.photo", "product.name", "product.made", "product.price")
OTHER_SHOWN: Final = "0123456789 .,-–·/ئۇيغۇرچە中文English" + number("").ug
CATALOGUE: Final = load_catalogue()
FILLINGS: Final[list[dict[str, Phrase | str]]] = [
    {
        "product": CATALOGUE.kind(kind).name,
        "city": CATALOGUE.city(city).name,
        "count": number(count),
        "of": number(8),
        "stars": number(4),
        **dict.fromkeys(("money", "price", "cost", "high", "left"), money(fen)),
        **dict.fromkeys(("can", "days", "age", "late"), number(count)),
        "keeps": words("messages.months", count=number(12)),
        "name": "ئايگۈل",
        "lesson": Phrase("تور دۇكىنى دېگەن نېمە؟", "网店是什么？", "What is an online store?"),
    }
    for kind, city, count, fen in (
        ("nang", "beijing", 10, 350),
        ("cotton-quilt", "urumqi", 1, 32_000),
        ("embroidered-cap", "xian", 120, 50),
    )
]


class Text(NamedTuple):
    """One phrase and where it stands."""

    place: str
    phrase: Phrase


def found(node: object, place: str) -> Iterator[Text]:
    """Every map of the three languages below a node."""
    if isinstance(node, dict):
        if set(node) == set(LANGUAGES):
            yield Text(place, Phrase(**node))
            return
        for key, child in node.items():
            yield from found(child, f"{place} {key}")
    elif isinstance(node, list):
        for index, child in enumerate(node):
            name = child.get("id", index) if isinstance(child, dict) else index
            yield from found(child, f"{place} {name}")


TEXTS: Final = tuple(
    text
    for folder in FOLDERS
    for path in sorted((PROJECT / folder).rglob("*.yaml"))
    for text in found(yaml.safe_load(path.read_text("utf-8")), path.relative_to(PROJECT).as_posix())
)
KIOSK: Final = tuple(Text(key, phrase) for key, phrase in sorted(book().items()))

every_language = pytest.mark.parametrize("language", LANGUAGES)


def filled(phrase: Phrase, values: dict[str, Phrase | str]) -> Phrase:
    """The phrase as it is shown."""
    # the one place where money is a bare number
    if phrase == book()["money.amount"]:
        return money(350)
    return phrase.filled(**values) if phrase.placeholders() else phrase


def test_all_folders_hold_words() -> None:
    assert len(KIOSK) > 150
    for folder in FOLDERS:
        assert any(text.place.startswith(folder) for text in TEXTS), folder


def test_what_is_a_sentence_is_one_in_every_language() -> None:
    for text in KIOSK:
        stops = {bool(FULL_STOP.search(text.phrase.text(code))) for code in LANGUAGES}
        assert len(stops) == 1, text


@every_language
def test_every_label_is_short(language: Language) -> None:
    labels = [t for t in KIOSK if not FULL_STOP.search(t.phrase.en) and not t.phrase.placeholders()]
    assert len(labels) > 70
    for text in labels:
        written = text.phrase.text(language)
        assert len(written) <= LABEL[language], text
        assert len(written.split()) <= 4, text


@pytest.mark.parametrize("key", DOORS)
def test_what_stands_on_a_door_is_shown_whole_on_a_phone(key: str) -> None:
    assert all(len(words(key).text(language)) <= DOOR[language] for language in LANGUAGES)


@pytest.mark.parametrize("key", STATIONS)
def test_what_stands_on_a_station_is_shown_whole_on_a_phone(key: str) -> None:
    assert all(len(words(key).text(language)) <= STATION[language] for language in LANGUAGES)


@pytest.mark.parametrize("values", FILLINGS, ids=("nang", "quilt", "cap"))
def test_a_filled_phrase_has_no_open_place_and_no_double_stop(
    values: dict[str, Phrase | str],
) -> None:
    doubled = re.compile(r"[.!?؟،。！？，：:]\s*[.؟?!،。！？，]")
    for text in KIOSK:
        shown = filled(text.phrase, values)
        assert not shown.placeholders(), text
        assert not any(doubled.search(shown.text(language)) for language in LANGUAGES), shown


def calls_of_words() -> Iterator[tuple[str, ast.expr]]:
    """Where the screens ask for a phrase, and by which key."""
    for path in sorted((PROJECT / "kiosk").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "words":
                yield path.name, node.args[0]


def test_every_key_that_a_screen_names_is_in_the_book() -> None:
    named = [
        (file, part.value)
        for file, key in calls_of_words()
        if isinstance(key, ast.Constant | ast.IfExp)
        for part in ([key] if isinstance(key, ast.Constant) else [key.body, key.orelse])
        if isinstance(part, ast.Constant)
    ]
    assert len(named) > 50
    assert [(file, key) for file, key in named if key not in book()] == []


def test_every_beginning_of_a_key_that_a_screen_names_is_in_the_book() -> None:
    begun = [
        (file, key.values[0].value)
        for file, key in calls_of_words()
        if isinstance(key, ast.JoinedStr) and isinstance(key.values[0], ast.Constant)
    ]
    assert begun
    for file, beginning in begun:
        assert any(key.startswith(str(beginning)) for key in book()), (file, beginning)


def test_whatever_the_store_answers_can_be_said() -> None:
    missing = {"photo", "price", "stock", "done", "lapsed", *STEP_AFTER.values()}
    missing |= {"amount", "card", "money", "saved", "goal", "loan-heard", "loan-over"}
    missing |= {"fit", "protection", "too-many"}
    states = (OrderState.SHIPPED, OrderState.DELIVERED, *OVER)
    keys = {f"refused.{code}" for code in missing if code}
    keys |= {f"order.say-{state}" for state in states}
    keys |= {f"messages.why-{reason}" for reason in REASONS}
    keys |= {f"order.say-{step}" for step in STEP_AFTER.values() if step}
    keys |= {f"review.{reason}" for reason in ("delicious", "late", "broken", "stale", "too-dear")}
    assert keys - set(book()) == set()


@pytest.mark.parametrize("font", sorted(FONTS.glob("NotoSansArabic*")), ids=lambda path: path.name)
def test_the_uyghur_fonts_have_every_letter_in_every_form(font: Path) -> None:
    assert UYGHUR_LETTERS | frozenset("،؛؟") <= characters(font)
    forms = tables(font.read_bytes())["GSUB"]
    assert all(tag in forms for tag in (b"init", b"medi", b"fina", b"rlig"))


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_every_character_that_is_shown_is_in_a_bundled_font(weight: str) -> None:
    drawn: dict[Language, frozenset[str]] = {
        "ug": characters(FONTS / f"NotoSansArabic-{weight}.ug.ttf"),
        "en": characters(FONTS / f"NotoSans-{weight}.lat-pinyin.ttf"),
        "zh": characters(FONTS / "NotoSansSC-Regular.gb2312l1.otf"),
    }
    anywhere = frozenset().union(*drawn.values())
    absent = {
        (language, sign, text.place)
        for text in (*TEXTS, Text("the kiosk's own", Phrase(*(OTHER_SHOWN,) * 3)))
        for language in LANGUAGES
        for sign in PLACE.sub("", text.phrase.text(language))
        if _is_drawn(sign)
        if sign not in anywhere or (_is_of(language, sign) and sign not in drawn[language])
    }
    assert absent == set()


def _is_drawn(sign: str) -> bool:
    """Marks of direction around numbers need no glyph."""
    return unicodedata.category(sign) != "Cf"


def _is_of(language: Language, sign: str) -> bool:
    """Whether a letter must come from the language's own font, not from one it falls back to."""
    script = {"ug": "ARABIC", "zh": "CJK", "en": "LATIN"}[language]
    return sign.isalpha() and unicodedata.name(sign, "").startswith(script)


@every_language
def test_the_real_voice_speaks_every_phrase_of_the_kiosk(
    language: Language, tmp_path: Path
) -> None:
    voice = EmbeddedVoice(tmp_path)
    for text in KIOSK:
        spoken = voice.say(filled(text.phrase, FILLINGS[0]).text(language), language)
        assert spoken.duration_ms > 150, text.place
