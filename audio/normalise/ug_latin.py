"""Latin words and Chinese syllables in Uyghur letters."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_KNOWN: Final = {
    "wechat": "ئۈندىدار",
    "weixin": "ئۈندىدار",
    "app": "ئەپ",
    "ok": "ئوكەي",
    "pin": "پىن",
    "pdf": "پى دى ئېف",
    "wifi": "ۋايفاي",
    "wi-fi": "ۋايفاي",
    "email": "ئېلخەت",
    "internet": "ئىنتېرنېت",
    "online": "ئونلاين",
    "taobao": "تاۋباۋ",
    "douyin": "دوۋيىن",
    "tiktok": "تىكتوك",
    "alipay": "جىفۇباۋ",
    "android": "ئاندرويىد",
    "iphone": "ئايفون",
    "video": "ۋىدېئو",
    "kg": "كىلوگرام",
    "km": "كىلومېتىر",
    "cm": "سانتىمېتىر",
    "com": "كوم",
    "http": "ئېچ تى تى پى",
    "https": "ئېچ تى تى پى ئېس",
}
_NAMES: Final = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz",
        [
            "ئېي",
            "بى",
            "سى",
            "دى",
            "ئى",
            "ئېف",
            "جى",
            "ئېچ",
            "ئاي",
            "جېي",
            "كېي",
            "ئېل",
            "ئېم",
            "ئېن",
            "ئو",
            "پى",
            "كيۇ",
            "ئار",
            "ئېس",
            "تى",
            "يۇ",
            "ۋى",
            "دابىليۇ",
            "ئېكس",
            "ۋاي",
            "زى",
        ],
        strict=True,
    )
) | {"ä": "ئە", "ö": "ئۆ", "ü": "ئۈ", "é": "ئې", "ë": "ئې", "ı": "ئى", "ş": "ش", "ç": "چ", "ğ": "غ"}
_SOUNDS: Final = (
    *(("ng(?![aeiouöüé])", "ڭ"), ("sh", "ش"), ("ch", "چ"), ("gh", "غ"), ("zh", "ژ"), ("ph", "ف")),
    *(("th", "ت"), ("ck", "ك"), ("ee|ea", "ى"), ("oo", "ۇ"), ("c(?=[eiy])", "س"), ("c", "ك")),
    *(("(?<![aeiouöüé])y(?![aeiouöüé])", "ى"), ("ё", "ې")),
)
_LETTERS: Final = dict(
    zip("abdefghijklmnopqrstuvwxyzöüéäëışçğß", "ابدەفگھىجكلمنوپقرستۇۋۋخيزۆۈېەېىشچغس", strict=True)
)
_VOWELS: Final = "اەېىوۇۆۈ"
_MOST_SPELLED: Final = 4

_INITIALS: Final = (
    *(("zh", "ج"), ("ch", "چ"), ("sh", "ش"), ("b", "ب"), ("p", "پ"), ("m", "م"), ("f", "ف")),
    *(("d", "د"), ("t", "ت"), ("n", "ن"), ("l", "ل"), ("g", "گ"), ("k", "ك"), ("h", "خ")),
    *(
        ("y", "ي"),
        ("w", "ۋ"),
        ("j", "ج"),
        ("q", "چ"),
        ("x", "ش"),
        ("r", "ر"),
        ("z", "ز"),
        ("c", "س"),
        ("s", "س"),
    ),
)
_FINALS: Final = {
    "a": "ا",
    "o": "و",
    "e": "ې",
    "ai": "ەي",
    "ei": "ېي",
    "ao": "اۋ",
    "ou": "وۇ",
    "an": "ەن",
    "en": "ېن",
    "ang": "اڭ",
    "eng": "ېڭ",
    "ong": "ۇڭ",
    "er": "ەر",
    "i": "ى",
    "ia": "يا",
    "ie": "يې",
    "iao": "ياۋ",
    "iu": "يۇ",
    "ian": "يەن",
    "in": "ىن",
    "iang": "ياڭ",
    "ing": "ىڭ",
    "iong": "يۇڭ",
    "u": "ۇ",
    "ua": "ۇا",
    "uo": "و",
    "uai": "ۇەي",
    "ui": "ۇي",
    "uan": "ۇەن",
    "un": "ۇن",
    "uang": "ۇاڭ",
    "ue": "ۈې",
    "v": "ۈ",
    "ve": "ۈې",
    "ü": "ۈ",
}


def uyghur_from_latin(word: str) -> str:
    """A word in Uyghur letters: a known name, letter by letter, or as it sounds."""
    known = _KNOWN.get(word.lower())
    if known:
        return known
    if _is_spelled(word):
        return letter_names(word)
    return _by_sound(word.lower())


def letter_names(letters: str) -> str:
    """Latin letters by their names."""
    names = (_NAMES.get(letter) or _NAMES.get(_bare(letter)) for letter in letters.lower())
    return " ".join(filter(None, names))


def _is_spelled(word: str) -> bool:
    capitals = word.isupper() and len(word) <= _MOST_SPELLED
    return len(word) == 1 or capitals or not re.search("[aeiouyı]", _without_accents(word.lower()))


def _by_sound(word: str) -> str:
    for pattern, sound in _SOUNDS:
        word = re.sub(pattern, sound, word)
    word = "".join(_LETTERS.get(letter, _letter_or_nothing(letter)) for letter in word)
    return seated(word) or "ھەرپ"


def _letter_or_nothing(letter: str) -> str:
    if "\u0600" <= letter <= "\u06ff":
        return letter
    return _LETTERS.get(_bare(letter), "")


def _without_accents(word: str) -> str:
    return "".join(map(_bare, word))


def _bare(letter: str) -> str:
    """Without its accent."""
    return unicodedata.normalize("NFD", letter)[0]


def seated(word: str) -> str:
    """The same with a seat under every vowel that begins a syllable."""
    return re.sub(f"(^|(?<=[{_VOWELS}]))(?=[{_VOWELS}])", "ئ", word)


@lru_cache(maxsize=512)
def uyghur_from_pinyin(syllable: str) -> str:
    """A Chinese syllable without its tone in Uyghur letters."""
    for initial, letter in _INITIALS:
        if syllable.startswith(initial):
            final = _FINALS.get(syllable.removeprefix(initial), "ى")
            front = initial in "jqxy" and syllable[1] == "u"
            return letter + (final.replace("ۇ", "ۈ") if front else final)
    return seated(_FINALS.get(syllable, "ئې"))
