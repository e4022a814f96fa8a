"""Digits that are a code because the word before them says so: a telephone, an order."""

import re
from typing import Final

_PHONE: Final = (
    r"call|dial|phone|telephone|tel|ring|hotline"
    r"|تېلېفون|تېلېفونى|تېلېفونغا|电话|拨打|拨|打|热线|客服|话|警"
)
_CODE: Final = (
    rf"{_PHONE}|order|parcel|number|no|code|pin|id|tracking|account|mobile|fax"
    r"|نومۇر|نومۇرى|نومۇرىڭىز|زاكاز|پوسۇلكا|كود|كودى|号码|单号|订单|编号|账号|卡号|密码|验证码|QQ号|(?<=[\u3400-\u9fff])号"
)
_SECRET: Final = (
    r"code|pin|password|كود|كودى|كودىڭىز|كودىنى|پىن|پارول|پارولى|پارولىڭىز"
    r"|(?<!尺)码|尾号|[后末]四位|邮编|口令"
)
"""Behind these every number is a code, however short."""
_SHORT: Final = 5
_BETWEEN: Final = r"(?:\s+(?:number|no|is|نومۇر|نومۇرى)|\s*[是为])?\.?\s{0,9}[:#№،,-]?\s{0,9}$"
_LONGEST: Final = 40

_IS_PHONE: Final = re.compile(rf"(?:(?<![^\W_])|(?<=[\u3400-\u9fff]))(?:{_PHONE}){_BETWEEN}", re.I)
_IS_CODE: Final = re.compile(rf"(?:(?<![^\W_])|(?<=[\u3400-\u9fff]))(?:{_CODE}){_BETWEEN}", re.I)
_IS_SECRET: Final = re.compile(
    rf"(?:(?<![^\W_])|(?<=[A-Za-z\u3400-\u9fff])(?=[\u3400-\u9fff]))(?:{_SECRET}){_BETWEEN}", re.I
)
_TO_CALL: Final = re.compile(
    r"(?:\s?-?(?:غا|گە|قا|كە)|\s?نومۇرغا)\s{1,3}تېلېفون|\s?(?:hotline|电话|热线|急救|报警|火警)",
    re.I,
)
_IS_CODE_AFTER: Final = re.compile(
    r"\s{1,3}is\s(?:your|the|my|a)\s(?:[a-z]{1,15}\s){0,2}(?:code|pin|password)\b"
    r"|\s?[(是为]\s?(?:[您你我]的?)?(?:手机|短信|登录|支付|取件){0,2}(?:验证码|校验码|动态码|密码)"
    r"|\s{1,3}(?:(?:بۇ|سىزنىڭ|تەستىق|تەستىقلاش)\s){0,2}(?:كود|پارول|پىن)",
    re.I,
)
_WELL_KNOWN: Final = re.compile("12306|95[35][0-9]{2}(?<!00)")
"""Of the railway, banks and parcels: said digit by digit where nothing is counted."""
_ANYTHING: Final = re.compile(r"\s?[a-z\u0600-\u06ff人只头名户家位]", re.I)
_COUNTED: Final = re.compile(
    r"\s*(?:[¥%/$€]|[.,:][0-9]|-[0-9]|[元块个次天分秒斤公千下遍份件箱盒袋条]|يۈەن|كوي|دانە|كىلو|قېتىم|كۈن|مىنۇت|سائەت"
    r"|yuan|times|minutes|hours|days|people|RMB|CNY|(?:kg|g|km|m|L)\b)"
)


def is_called(match: re.Match[str]) -> bool:
    """Whether a short number is one to call: beside a word for it, and no count of anything."""
    text, end = match.string, match.end("digits")
    if _follows(_IS_PHONE, match) or _TO_CALL.match(text, end):
        return True
    counted = _COUNTED.match(text, end) or _ANYTHING.match(text, end)
    return counted is None and _WELL_KNOWN.fullmatch(match["digits"]) is not None


def is_named(match: re.Match[str]) -> bool:
    """Whether a number is that of a telephone, an order, a parcel, or a secret one."""
    if _is_code_after(match):
        return True
    if len(match["digits"]) < _SHORT:
        return _follows(_IS_SECRET, match)
    return _follows(_IS_CODE, match) or _follows(_IS_SECRET, match)


def is_telephone(match: re.Match[str]) -> bool:
    """Whether what `is_named` knew is to be called."""
    return _follows(_IS_PHONE, match)


def _is_code_after(match: re.Match[str]) -> bool:
    """123456 is your code."""
    text, end = match.string, match.end("digits")
    return len(match["digits"]) > 3 and _IS_CODE_AFTER.match(text, end) is not None


def _follows(words: re.Pattern[str], match: re.Match[str]) -> bool:
    text, start = match.string, match.start()
    if _COUNTED.match(text, match.end()):
        return False
    return words.search(text[max(0, start - _LONGEST) : start]) is not None


def is_word(letters: str) -> bool:
    """Whether letters before digits are said as a word: ``order12345``, but not ``sf12345``."""
    return len(letters) > 3 and letters[1:].islower()
