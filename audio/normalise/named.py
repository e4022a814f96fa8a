"""Digits that are a code because the word before them says so: a telephone, an order."""

import re
from typing import Final

_PHONE: Final = (
    r"call|dial|phone|telephone|tel|ring|hotline"
    r"|تېلېفون|تېلېفونى|تېلېفونغا|电话|拨打|拨|打|热线|客服|话|警"
)
_CODE: Final = (
    rf"{_PHONE}|order|parcel|number|no|code|pin|id|tracking|account|mobile|fax"
    r"|نومۇر|نومۇرى|نومۇرىڭىز|زاكاز|پوسۇلكا|كود|كودى|号码|单号|订单|编号|账号|卡号|密码|验证码"
)
_BETWEEN: Final = r"(?:\s+(?:number|no|is|نومۇر|نومۇرى))?\.?\s*[:#№،,-]?\s*$"
_LONGEST: Final = 40

_IS_PHONE: Final = re.compile(rf"(?:(?<![^\W_])|(?<=[\u3400-\u9fff]))(?:{_PHONE}){_BETWEEN}", re.I)
_IS_CODE: Final = re.compile(rf"(?:(?<![^\W_])|(?<=[\u3400-\u9fff]))(?:{_CODE}){_BETWEEN}", re.I)
_COUNTED: Final = re.compile(
    r"\s*(?:[¥%/$€]|[.,:][0-9]|-[0-9]|[元块个次天分秒斤公千下遍份件箱盒袋条]|يۈەن|كوي|دانە|كىلو|قېتىم|كۈن|مىنۇت|سائەت"
    r"|yuan|times|minutes|hours|days|people|RMB|CNY|(?:kg|g|km|m|L)\b)"
)


def is_called(match: re.Match[str]) -> bool:
    """Whether a short number is one to call: after a word for it, and no count of anything."""
    return _follows(_IS_PHONE, match)


def is_named(match: re.Match[str]) -> bool:
    """Whether a long number is that of a telephone, an order, a parcel."""
    return _follows(_IS_CODE, match)


def _follows(words: re.Pattern[str], match: re.Match[str]) -> bool:
    text, start = match.string, match.start()
    if _COUNTED.match(text, match.end()):
        return False
    return words.search(text[max(0, start - _LONGEST) : start]) is not None


def is_word(letters: str) -> bool:
    """Whether letters before digits are said as a word: ``order12345``, but not ``sf12345``."""
    return len(letters) > 3 and letters[1:].islower()
