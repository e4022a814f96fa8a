"""Signs of units as they stand after a number, and their words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Unit:
    """The words of one unit; English has one for one and one for more."""

    ug: str
    zh: str
    one: str
    more: str


def _unit(ug: str, zh: str, one: str, more: str = "") -> Unit:
    return Unit(ug, zh, one, more or f"{one}s")


_KILOGRAM: Final = _unit("كىلوگرام", "公斤", "kilogram")
_LITRE: Final = _unit("لىتىر", "升", "litre")
_MILLILITRE: Final = _unit("مىللىلىتىر", "毫升", "millilitre")
_DEGREE: Final = _unit("گرادۇس", "度", "degree")
_PIECE: Final = _unit("دانە", "个", "piece")

UNITS: Final[Mapping[str, Unit]] = {
    "kg": _KILOGRAM,
    "KG": _KILOGRAM,
    "Kg": _KILOGRAM,
    "g": _unit("گرام", "克", "gram"),
    "mg": _unit("مىللىگرام", "毫克", "milligram"),
    "t": _unit("توننا", "吨", "tonne"),
    "km/h": _unit("كىلومېتىر سائىتىگە", "公里每小时", "kilometre an hour", "kilometres an hour"),
    "km": _unit("كىلومېتىر", "公里", "kilometre"),
    "m": _unit("مېتىر", "米", "metre"),
    "cm": _unit("سانتىمېتىر", "厘米", "centimetre"),
    "mm": _unit("مىللىمېتىر", "毫米", "millimetre"),
    "km²": _unit("كىۋادرات كىلومېتىر", "平方公里", "square kilometre"),
    "m²": _unit("كىۋادرات مېتىر", "平方米", "square metre"),
    "cm²": _unit("كىۋادرات سانتىمېتىر", "平方厘米", "square centimetre"),
    "m³": _unit("كۇب مېتىر", "立方米", "cubic metre"),
    "cm³": _unit("كۇب سانتىمېتىر", "立方厘米", "cubic centimetre"),
    "L": _LITRE,
    "l": _LITRE,
    "mL": _MILLILITRE,
    "ml": _MILLILITRE,
    "°C": _DEGREE,
    "°": _DEGREE,
    "h": _unit("سائەت", "小时", "hour"),
    "min": _unit("مىنۇت", "分钟", "minute"),
    "s": _unit("سېكۇنت", "秒", "second"),
    "W": _unit("ۋات", "瓦", "watt"),
    "kW": _unit("كىلوۋات", "千瓦", "kilowatt"),
    "V": _unit("ۋولت", "伏", "volt"),
    "GB": _unit("گىگابايت", "吉字节", "gigabyte"),
    "MB": _unit("مېگابايت", "兆字节", "megabyte"),
    "KB": _unit("كىلوبايت", "千字节", "kilobyte"),
    "kB": _unit("كىلوبايت", "千字节", "kilobyte"),
    "pcs": _PIECE,
    "pc": _PIECE,
}
"""By sign. Small and capital letters differ."""

_SIGNS: Final = "|".join(map(re.escape, sorted(UNITS, key=len, reverse=True)))
_SQUARES: Final = _SIGNS.replace("²", "[²2]").replace("³", "[³3]")
AMOUNT: Final = rf"[1-9][0-9]{{0,8}}(?:{_SQUARES})?"
"""A whole number with its unit close behind it, or with none; it names no group."""
# Latin letters or a digit behind it would make it another word; an ending in other letters may come
UNIT: Final = rf"(?P<unit>{_SQUARES})(?![A-Za-z0-9²³])"
SAME_UNIT: Final = r"(?P=unit)(?![A-Za-z0-9²³])"


def unit_of(sign: str) -> Unit:
    """The unit of a sign that UNIT found; ``m2`` is ``m²``."""
    return UNITS.get(sign) or UNITS[sign.replace("2", "²").replace("3", "³")]


CURRENCIES: Final[Mapping[str, Unit]] = {
    "$": _unit("دوللار", "美元", "dollar"),
    "€": _unit("ياۋرو", "欧元", "euro"),
    "£": _unit("فوندستېرلىڭ", "英镑", "pound"),
    "₽": _unit("رۇبلى", "卢布", "rouble"),
}
"""Foreign money, by the sign before the number."""
