"""Signs that do not belong into Uyghur text, one by one."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from lessons.uyghur.finding import Finding, Level
from lessons.uyghur.letters import ARABIC_ONLY, LETTERS, PUNCTUATION, STRANGERS

_ARABIC: Final = re.compile("[\u0620-\u06ff]")
_OWN_MARK: Final = {",": "،", ";": "؛", "?": "؟"}
_LAST_EUROPEAN: Final = "\u024f"
_LATIN_WORD: Final = re.compile(r"[A-Za-z][A-Za-z'’.-]+")
_LATIN_KNOWN: Final = frozenset({
    "wechat", "alipay", "wi-fi", "wifi", "app", "ok", "pin", "qr", "id", "gps", "usb", "sim", "apk",
    "android", "linux", "gnome", "wordpress", "libreoffice",
})  # fmt: skip

_Judged = tuple[Level, str, str, str]
"""level, code, problem, suggestion"""


def has_uyghur(text: str) -> bool:
    """Whether there is any letter of the Arabic script."""
    return bool(_ARABIC.search(text))


def odd_signs(text: str) -> Iterator[Finding]:
    """Every sign that is no Uyghur letter or mark; ``text`` is without placeholders."""
    in_uyghur = has_uyghur(text)
    for place, sign in enumerate(text):
        if sign in LETTERS or sign in PUNCTUATION or sign <= _LAST_EUROPEAN:
            if in_uyghur and sign in _OWN_MARK and _is_of_uyghur(text, place):
                problem = "a mark of another script in Uyghur text"
                yield Finding("warning", "W10", place, sign, problem, _OWN_MARK[sign])
            continue
        if judged := _judged(sign):
            level, code, problem, suggestion = judged
            token = sign if sign.isprintable() else f"U+{ord(sign):04X}"
            yield Finding(level, code, place, token, problem, suggestion)


def foreign_line(text: str) -> Iterator[Finding]:
    """A hint where a text may not be translated."""
    if has_uyghur(text):
        words = [word for word in _LATIN_WORD.findall(text) if not word.isupper()]
        words = [word for word in words if word.lower() not in _LATIN_KNOWN]
        if len(words) > 1:
            yield Finding("info", "I15", 0, " ".join(words[:6]), "Latin words: not translated?")
    elif _LATIN_WORD.search(text):
        yield Finding("warning", "W15", 0, text.strip()[:40], "has no Uyghur letters")


def _is_of_uyghur(text: str, place: int) -> bool:
    """Whether the mark stands behind a Uyghur word, and not within a number or a Latin word."""
    before = text[place - 1] if place else ""
    behind = text[place + 1 : place + 2]
    if before == " " and place > 1:
        before = text[place - 2]
    return before in LETTERS and not (behind.isascii() and behind.isalnum())


def _judged(sign: str) -> _Judged | None:
    return _other_letter(sign) or _other_sign(sign)


def _other_letter(sign: str) -> _Judged | None:
    if sign in STRANGERS:
        name, meant = STRANGERS[sign]
        return "error", "E02", f"{name} is no Uyghur letter", meant
    if sign in ARABIC_ONLY:
        return "error", "E01", "is an Arabic letter that Uyghur does not use", ARABIC_ONLY[sign]
    if _in(sign, "\ufb50\ufdff", "\ufe70\ufefc"):
        plain = unicodedata.normalize("NFKC", sign)
        return "error", "E04", "is the drawn form of a letter", plain
    return None


def _other_sign(sign: str) -> _Judged | None:
    if _in(sign, "\u0660\u0669", "\u06f0\u06f9"):
        digit = str(unicodedata.digit(sign))
        return "warning", "W11", "is a digit that Uyghur does not use", digit
    if sign == "\u0640":
        return "warning", "W12", "only stretches the line", ""
    if _in(sign, "\u064b\u065f", "\u0670\u0670"):
        return "error", "E01", "is an Arabic vowel mark", ""
    if _in(sign, "\u200c\u200f", "\ufeff\ufeff", "\u202a\u202e", "\u2066\u2069", "\u061c\u061c"):
        weak = sign in "\u200e\u200f\ufeff" or sign >= "\u2066"
        return "info" if weak else "warning", "W12", "is invisible", ""
    if _in(sign, "\u4e00\u9fff", "\u3040\u30ff"):
        return "warning", "W14", "is a Chinese or Japanese sign", ""
    if _in(sign, "\u0400\u052f"):
        return "warning", "W14", "is a Cyrillic letter", ""
    if _in(sign, "\u0600\u077f", "\u08a0\u08ff"):
        return "error", "E01", "is no Uyghur letter", ""
    return _symbol(sign)


def _symbol(sign: str) -> _Judged | None:
    if sign == "\ufffd":
        return "error", "E01", "stands for a letter that was lost", ""
    if _in(sign, "\u2000\u2bff", "\u3000\u303f", "\ufe0f\ufe0f") or sign >= "\U0001f000":
        return None
    return "warning", "W14", "is an unexpected sign", ""


def _in(sign: str, *ranges: str) -> bool:
    """Whether it lies in one of the ranges, each written as its first and last sign."""
    return any(each[0] <= sign <= each[1] for each in ranges)
