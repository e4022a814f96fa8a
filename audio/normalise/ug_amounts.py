"""Uyghur: counts, money, percent, units and what stands between two of them."""

import re
from typing import Final

from audio.normalise.amount import Amount, amount_in
from audio.normalise.other_numbers import parts_of, stars_in, value_of
from audio.normalise.ug_endings import from_to, with_ending
from audio.normalise.ug_numbers import cardinal, fraction, measure, number_words
from audio.normalise.ug_numbers import ordinal as ordinal_words
from audio.normalise.units import CURRENCIES, unit_of

_LARGEST_SHORT_RANGE: Final = 10
_POWERS: Final = {"²": "كىۋادرات", "³": "كۇب"}


def number(match: re.Match[str]) -> str:
    """A number that stands alone, perhaps with an ending."""
    words = number_words(amount_in(match))
    return _negated(match, with_ending(words, _group(match, "ending")))


def ordinal(match: re.Match[str]) -> str | None:
    """The first, the second, with whatever stands behind it."""
    count = amount_in(match).count
    if count is None:
        return None
    return ordinal_words(count) + _group(match, "ending")


def ordinal_one(match: re.Match[str]) -> str | None:
    """The fifth one, perhaps with a case: a hyphen and the ending of what belongs to something."""
    count = amount_in(match).count
    return None if count is None else with_ending(f"{ordinal_words(count)}سى", match["ending"])


def money(match: re.Match[str]) -> str | None:
    """Yuan, jiao and fen."""
    words = _yuan(amount_in(match))
    return words and _negated(match, with_ending(words, _group(match, "ending")))


def money_with_decimals(match: re.Match[str]) -> str | None:
    """As `money`; but "12 yuan" stays two words, so that each is lit by itself."""
    signed = re.search("¥|RMB|CNY|元|块", match[0])
    return money(match) if match["part"] or match["minus"] or signed else None


def _yuan(amount: Amount) -> str | None:
    both = amount.yuan_and_fen
    if both is None:
        return f"{measure(amount)} يۈەن"
    yuan, rest = both
    jiao, fen = divmod(rest, 10)
    coins = [(yuan, "يۈەن"), (jiao, "موچەن"), (fen, "پۇڭ")]
    said = [f"{cardinal(count)} {unit}" for count, unit in coins if count]
    return " ".join(said) or f"{cardinal(0)} يۈەن"


def foreign_money(match: re.Match[str]) -> str:
    """Dollars and the like."""
    words = f"{measure(amount_in(match))} {CURRENCIES[match['currency']].ug}"
    return _negated(match, with_ending(words, _group(match, "ending")))


def percent(match: re.Match[str]) -> str:
    """Percent."""
    words = f"{measure(amount_in(match))} پىرسەنت"
    return _negated(match, with_ending(words, _group(match, "ending")))


def per_mille(match: re.Match[str]) -> str:
    """Of a thousand parts so many."""
    return _negated(match, f"مىڭدىن {measure(amount_in(match))}")


def stars(match: re.Match[str]) -> str:
    """Five stars."""
    return f"{cardinal(stars_in(match['stars']))} يۇلتۇز"


def with_part(match: re.Match[str]) -> str | None:
    """One and a half: a part in a sign of its own behind a whole number."""
    whole, parts = amount_in(match).count, parts_of(match["sign"])
    return f"{cardinal(whole)} پۈتۈن {fraction(*parts)}" if whole is not None and parts else None


def units(match: re.Match[str]) -> str:
    """Kilograms, degrees and the like."""
    words = f"{measure(amount_in(match))} {unit_of(match['unit']).ug}"
    return _negated(match, with_ending(words, _group(match, "ending")))


def each(match: re.Match[str]) -> str:
    """For every kilogram."""
    return f"ھەر {unit_of(match['unit']).ug}"


def numbers_from_to(match: re.Match[str]) -> str | None:
    """Three or four; from ten to twenty."""
    low, high = amount_in(match), amount_in(match, "2")
    if low.value >= high.value:
        return None
    if high.count is not None and high.count <= _LARGEST_SHORT_RANGE and low.count is not None:
        return f"{measure(low)} {measure(high)}"
    return from_to(measure(low), measure(high))


def range_of_percent(match: re.Match[str]) -> str | None:
    """From ten to twenty percent."""
    return _range_of("پىرسەنت", match)


def range_of_units(match: re.Match[str]) -> str | None:
    """From ten to twenty kilograms."""
    return _range_of(unit_of(match["unit"]).ug, match)


def range_of_yuan(match: re.Match[str]) -> str | None:
    """From ten to twenty yuan."""
    low, high = amount_in(match), amount_in(match, "2")
    if low.value >= high.value:
        return None
    if low.part or high.part:
        return f"{with_ending(_yuan(low) or '', 'دىن')} {with_ending(_yuan(high) or '', 'گىچە')}"
    return _range_of("يۈەن", match)


def _range_of(what: str, match: re.Match[str]) -> str | None:
    words = numbers_from_to(match)
    return words and with_ending(f"{words} {what}", _group(match, "ending"))


def ratio(match: re.Match[str]) -> str:
    """One to three."""
    return f"{with_ending(cardinal(int(match['one'])), 'گە')} {cardinal(int(match['other']))}"


def other_number(match: re.Match[str]) -> str | None:
    """A number in a sign of its own: a half, a two in a circle, a small two for squared."""
    sign = match[0]
    if sign in _POWERS:
        return _POWERS[sign]
    parts = parts_of(sign)
    if parts:
        return fraction(*parts)
    value = value_of(sign)
    return None if value is None else cardinal(value)


def _negated(match: re.Match[str], words: str) -> str:
    return f"مىنۇس {words}" if _group(match, "minus") else words


def _group(match: re.Match[str], name: str) -> str:
    return match.groupdict().get(name) or ""
