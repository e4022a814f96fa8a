"""Letters of any script as Latin or as Uyghur letters, so that no letter is ever silent."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Final

from audio.normalise.content import table
from audio.normalise.ug_latin import uyghur_from_latin, uyghur_from_pinyin

HAN: Final = "[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\u3007]"
UYGHUR_LETTERS: Final = "ئابپتجچخدرزژسشغفقكگلمنھۋيڭەوۇۆۈېى"

_LATIN_OF_UYGHUR: Final = dict(
    zip("ابپتجخدرزسغفقكگلمنھۋيەوۇۆۈېى", "abptjhdrzsgfkkglmnhvyeououeii"[:28], strict=True)
) | {
    "ئ": "",
    "چ": "ch",
    "ش": "sh",
    "ژ": "zh",
    "ڭ": "ng",
}
_LATIN_OF_CYRILLIC: Final = dict(
    zip("абвгдезийклмнопрстуфхыэ", "abvgdeziyklmnoprstufhie", strict=True)
) | {
    "ё": "yo",
    "ж": "zh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "sh",
    "ъ": "",
    "ь": "",
    "ю": "yu",
    "я": "ya",
    "ғ": "gh",
    "җ": "j",
    "қ": "q",
    "ң": "ng",
    "ө": "ö",
    "ү": "ü",
    "һ": "h",
    "ә": "e",
    "і": "i",
    "ї": "yi",
    "є": "ye",
    "ў": "w",
    "ҳ": "h",
}


def latin(word: str) -> str:
    """A word in Latin letters ``A-Z a-z``; at least one letter, whatever it was written in."""
    said = " ".join(filter(None, (_latin_run(script, run) for script, run in _runs(word))))
    return said or "letter"


def uyghur(word: str) -> str:
    """A word in Uyghur letters; at least one letter, whatever it was written in."""
    said = " ".join(filter(None, (_uyghur_run(script, run) for script, run in _runs(word))))
    return said or "ھەرپ"


def _runs(word: str) -> Iterator[tuple[str, str]]:
    for script, letters in groupby(word, _script):
        if script:
            yield script, "".join(letters)


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    if letter in UYGHUR_LETTERS:
        return "uyghur"
    if re.match(HAN, letter):
        return "han"
    if not letter.isalpha():
        return ""  # an apostrophe, a hyphen
    name = unicodedata.name(letter, "")
    return name.split(" ")[0] if name.startswith(("LATIN ", "CYRILLIC ")) else "other"


def _latin_run(script: str, run: str) -> str:
    match script:
        case "uyghur":
            return "".join(_LATIN_OF_UYGHUR[letter] for letter in run)
        case "han":
            return " ".join(_syllables(run))
        case "LATIN":
            return "".join(_plain_latin(letter) for letter in run)
        case "CYRILLIC":
            return "".join(_cyrillic(letter) for letter in run)
    return " ".join(_name(letter) for letter in run)


def _uyghur_run(script: str, run: str) -> str:
    match script:
        case "uyghur":
            return run
        case "han":
            return " ".join(uyghur_from_pinyin(syllable) for syllable in _syllables(run))
        case "LATIN":
            return uyghur_from_latin(run)
        case "CYRILLIC":
            return uyghur_from_latin(
                "".join(_cyrillic(letter, keep=True) for letter in run).lower()
            )
    return " ".join(uyghur_from_latin(_name(letter)) for letter in run)


def _syllables(run: str) -> list[str]:
    return [_pinyin().get(character, "zi") for character in run]


@lru_cache(maxsize=1)
def _pinyin() -> dict[str, str]:
    rows = table("pinyin.txt")
    return {character: syllable for syllable, characters in rows for character in characters}


def _plain_latin(letter: str) -> str:
    base = "".join(c for c in unicodedata.normalize("NFKD", letter) if c.isascii() and c.isalpha())
    return base or _name(letter)


def _cyrillic(letter: str, keep: bool = False) -> str:
    said = _LATIN_OF_CYRILLIC.get(letter.lower())
    if said is None:
        return _name(letter)
    return said if keep else "".join(_plain_latin(c) for c in said)


def _name(letter: str) -> str:
    """What Unicode calls it, without the words that say what kind of letter it is."""
    words = re.findall("[A-Z]{1,12}", unicodedata.name(letter, ""))
    return words[-1].lower() if words else "letter"
