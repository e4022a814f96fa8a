"""Chinese: every character is a word of its own; everything that is not one is put into them."""

import re
from typing import Final

from audio.normalise import zh_amounts, zh_moments
from audio.normalise.foreign import HAN, latin
from audio.normalise.hyphen import HYPHEN, LOCAL_PHONE, is_local_phone, is_subtraction
from audio.normalise.letters import plain
from audio.normalise.named import is_called, is_named, is_telephone, is_word
from audio.normalise.patterns import (
    ADDRESS,
    ALWAYS,
    CODE,
    DATE,
    DAY_FIRST,
    FOREIGN,
    FOREIGN_MINUS,
    FRACTION,
    LONG,
    MINUS,
    NUMBER,
    OTHER_NUMBER,
    PHONE,
    RANGE,
    RATIO,
    SERVICE,
    SPACED_BEFORE_YUAN,
    SPACED_YUAN,
    STARS,
    TIME,
    TIMES,
    TIMES_SIGN,
    TO,
    YUAN_AFTER,
    YUAN_BEFORE,
    YUAN_MINUS,
    number,
    range_in,
)
from audio.normalise.price import is_price
from audio.normalise.scan import SpokenWord, letter_rule, rule, scan
from audio.normalise.units import SAME_UNIT, UNIT
from audio.normalise.zh_numbers import one_by_one, telephone
from audio.normalise.zh_readings import with_readings

_KNOWN: Final = {
    "wechat": "微信",
    "weixin": "微信",
    "alipay": "支付宝",
    "taobao": "淘宝",
    "sms": "短信",
}
_SIGNS: Final = {
    "%": "百分号",
    "‰": "千分号",
    "°": "度",
    "¥": "元",
    "+": "加",
    "=": "等于",
    "×": "乘",
    "÷": "除以",
    "&": "和",
    "@": "艾特",
    "#": "井号",
    "№": "号",
    "★": "星",
    "☆": "星",
    "⭐": "星",
    "~": "大约",
    "≈": "大约",
    "$": "美元",
    "€": "欧元",
    "£": "英镑",
    "₽": "卢布",
}
_IN_ADDRESS: Final = {
    ".": "点",
    "@": "艾特",
    "/": "斜杠",
    "-": "横杠",
    "_": "下划线",
    ":": "冒号",
    "?": "问号",
    "=": "等于",
    "&": "和",
    "+": "加",
    "#": "井号",
}
_MEASURES: Final = (
    "个只块元斤公张件箱盒袋天次位种家条瓶包分年小周星倍岁米吨升克间套双对本台部辆头匹棵朵碗杯盘副串片把"
    "桶筐笼捆堆份笔顿趟遍句封篇页层排行点步门首支根座幅颗粒滴团组群批户口人名亩尺寸毫角毛万亿千百度平秒"
)
_COUNTS: Final = "零一二两三四五六七八九十几半"
_MEASURE: Final = rf"(?=\s*(?!年级)[{_MEASURES}])"


def spoken_words(text: str) -> tuple[SpokenWord, ...]:
    """The words to say for a Chinese text."""
    return with_readings(scan(plain(text), _RULES))


def _han(match: re.Match[str]) -> str:
    return "零" if match[0] == "〇" else match[0]


def _foreign(match: re.Match[str]) -> str:
    return _KNOWN.get(match[0].lower()) or latin(match[0])


def _code(match: re.Match[str]) -> str:
    parts = re.findall("[A-Za-z]+|[0-9]+", match[0])
    return " ".join(one_by_one(p) if p.isdecimal() else _prefix(p) for p in parts)


def _prefix(letters: str) -> str:
    return letters if is_word(letters) else " ".join(letters.upper())


def _service(match: re.Match[str]) -> str | None:
    return telephone(match[0]) if is_called(match) else None


def _named(match: re.Match[str]) -> str | None:
    if not is_named(match):
        return None
    return telephone(match[0]) if is_telephone(match) else one_by_one(match[0])


def _local_phone(match: re.Match[str]) -> str | None:
    return telephone(match[0]) if is_local_phone(match) else None


def _taking_away(match: re.Match[str]) -> str | None:
    return "减" if is_subtraction(match) else None


def _per(match: re.Match[str]) -> str | None:
    return "每" if is_price(match) else None


def _address(match: re.Match[str]) -> str:
    parts = re.findall(r"[A-Za-z]+|[0-9]+|.", re.sub("^https?://", "", match[0]))
    said = (
        one_by_one(part) if part.isdecimal() else _IN_ADDRESS.get(part, part)
        for part in parts
        if part.isalnum() or part in _IN_ADDRESS
    )
    return " ".join(said)


_YUAN: Final = rf"(?:{YUAN_AFTER}|[元块])"
_RULES: Final = (
    letter_rule(ADDRESS, _address),
    rule(DATE, zh_moments.date),
    rule(DAY_FIRST, zh_moments.day_of_year),
    rule(TIMES, zh_moments.times_from_to),
    rule(TIME, zh_moments.time),
    rule(RATIO, zh_amounts.ratio),
    rule(PHONE, lambda match: ("加" if "+" in match[0] else "") + telephone(match[0])),
    rule(LOCAL_PHONE, _local_phone),
    rule(SERVICE, _service),
    letter_rule(CODE, _code),
    rule(LONG, _named),
    rule(ALWAYS, lambda _: "全天"),
    rule(rf"{FRACTION}\s*{UNIT}", zh_moments.part_of_unit),
    rule(FRACTION, zh_moments.part_or_day),
    letter_rule(rf"{SPACED_YUAN}(?:\s*[元块])?", zh_amounts.money),
    rule(rf"{SPACED_BEFORE_YUAN}{_YUAN}", zh_amounts.money),
    rule(range_in(_YUAN, _YUAN), zh_amounts.range_of_yuan),
    rule(rf"¥\s*{number()}{TO}¥\s*{number('2')}", zh_amounts.range_of_yuan),
    letter_rule(rf"{MINUS}{YUAN_BEFORE}\s*{RANGE}(?:\s*[元块])?", zh_amounts.range_of_yuan),
    letter_rule(
        rf"{MINUS}{YUAN_BEFORE}\s*{NUMBER}\s*(?P<group>[万亿])(?:\s*[元块])?",
        zh_amounts.money_in_groups,
    ),
    letter_rule(rf"{MINUS}{YUAN_BEFORE}\s*{NUMBER}(?:\s*[元块])?", zh_amounts.money),
    letter_rule(rf"{YUAN_MINUS}{NUMBER}(?:\s*[元块])?", zh_amounts.money),
    rule(rf"{MINUS}{NUMBER}\s*{_YUAN}", zh_amounts.money_with_decimals),
    rule(FOREIGN, zh_amounts.foreign_money),
    rule(FOREIGN_MINUS, zh_amounts.foreign_money),
    rule(range_in("%", "%"), zh_amounts.range_of_percent),
    rule(rf"{RANGE}\s*%", zh_amounts.range_of_percent),
    rule(range_in(UNIT, SAME_UNIT), zh_amounts.range_of_units),
    rule(rf"{MINUS}{NUMBER}\s*%", zh_amounts.percent),
    rule(rf"{MINUS}{NUMBER}\s*‰", zh_amounts.per_mille),
    rule(rf"{RANGE}\s*{UNIT}", zh_amounts.range_of_units),
    rule(rf"{MINUS}{NUMBER}\s*{UNIT}", zh_amounts.units),
    rule(rf"/\s*{UNIT}", zh_amounts.each),
    rule(rf"{RANGE}(?=\s*年)", zh_amounts.years_from_to),
    rule(r"(?<!第)(?<![0-9])(?:19|20)[0-9]{2}(?=\s*年)", lambda match: one_by_one(match[0])),
    rule(RANGE + _MEASURE, zh_amounts.counts_from_to),
    rule(RANGE + r"(?!\s*[-])", zh_amounts.numbers_from_to),
    rule(rf"[#№]\s*{NUMBER}", zh_amounts.numbered),
    rule(rf"(?<!第){MINUS}{NUMBER}{_MEASURE}", zh_amounts.counted),
    rule(HYPHEN, _taking_away),
    rule(rf"(?<=[%{_MEASURES}]){TO}(?=[0-9])", lambda _: "到"),
    rule(rf"{NUMBER}\s?(?P<sign>[\u00bc-\u00be\u2150-\u215e])", zh_amounts.with_part),
    rule(MINUS + NUMBER, zh_amounts.number),
    letter_rule(TIMES_SIGN, lambda _: _SIGNS["×"]),
    rule(OTHER_NUMBER, zh_amounts.other_number),
    rule(STARS, zh_amounts.stars),
    letter_rule(HAN, _han),
    letter_rule(rf"(?:(?!{HAN})[^\W\d_])+(?:['\-](?:(?!{HAN})[^\W\d_])+)*", _foreign),
    rule(rf"\s*/\s*(?={HAN}|[A-Za-z])(?![{_COUNTS}])", _per),
    rule(r"(?<=[^\W_])\s*/\s*(?=[^\W_])", lambda _: "或"),
    rule(r"[%‰°¥+=×÷&@#№★☆⭐~≈$€£₽]", lambda match: _SIGNS[match[0]]),
)
