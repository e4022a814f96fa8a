"""English: counts, money, percent, units, days and times of day."""

import re
from typing import Final

from audio.normalise import en_numbers
from audio.normalise.amount import Amount, amount_in
from audio.normalise.en_numbers import cardinal, fraction, fraction_more, measure, number_words
from audio.normalise.other_numbers import parts_of, stars_in, value_of
from audio.normalise.units import CURRENCIES, Unit, unit_of

_COINS: Final = {"$": "cents", "€": "cents", "£": "pence", "₽": "kopecks"}
_POWERS: Final = {"²": "squared", "³": "cubed"}


def number(match: re.Match[str]) -> str:
    """A number that stands alone."""
    return _negated(match, number_words(amount_in(match)))


def ordinal(match: re.Match[str]) -> str | None:
    """The third."""
    count = amount_in(match).count
    return None if count is None else en_numbers.ordinal(count)


def money(match: re.Match[str]) -> str:
    """Twelve yuan fifty."""
    return _negated(match, _yuan(amount_in(match)))


def money_with_decimals(match: re.Match[str]) -> str | None:
    """As `money`; but "12 yuan" stays two words, so that each is lit by itself."""
    signed = re.search("¥|RMB|CNY|元|块", match[0])
    return money(match) if match["part"] or match["minus"] or signed else None


def money_in_groups(match: re.Match[str]) -> str:
    """A hundred million yuan."""
    return _negated(match, f"{measure(amount_in(match))} {match['group']} yuan")


def _yuan(amount: Amount) -> str:
    both = amount.yuan_and_fen
    if both is None:
        return f"{measure(amount)} yuan"
    yuan, fen = both
    if not fen:
        return f"{cardinal(yuan)} yuan"
    if not yuan:
        return f"{cardinal(fen)} fen"
    return f"{cardinal(yuan)} yuan {'oh ' if fen < 10 else ''}{cardinal(fen)}"


def foreign_money(match: re.Match[str]) -> str:
    """Dollars and the like."""
    amount, currency = amount_in(match), CURRENCIES[match["currency"]]
    both = amount.yuan_and_fen
    if not both or not both[1]:
        return _negated(match, _units(amount, currency))
    whole, rest = both
    if not whole:
        return _negated(match, f"{cardinal(rest)} {_COINS[match['currency']]}")
    coins = f"{'oh ' if rest < 10 else ''}{cardinal(rest)}"
    return _negated(match, f"{cardinal(whole)} {_named(whole, currency)} {coins}")


def foreign_in_groups(match: re.Match[str]) -> str:
    """Five point five million dollars."""
    currency = CURRENCIES[match["currency"]].more
    return _negated(match, f"{measure(amount_in(match))} {match['group']} {currency}")


def percent(match: re.Match[str]) -> str:
    """Percent."""
    return _negated(match, f"{measure(amount_in(match))} percent")


def stars(match: re.Match[str]) -> str:
    """Five stars."""
    given = stars_in(match["stars"])
    return f"{cardinal(given)} {'star' if given == 1 else 'stars'}"


def with_part(match: re.Match[str]) -> str | None:
    """One and a half: a part in a sign of its own behind a whole number."""
    whole, parts = amount_in(match).count, parts_of(match["sign"])
    if whole is None or not parts:
        return None
    return f"{cardinal(whole)} and {fraction_more(*parts)}"


def units(match: re.Match[str]) -> str:
    """Kilograms, degrees and the like."""
    return _negated(match, _units(amount_in(match), unit_of(match["unit"])))


def _units(amount: Amount, unit: Unit) -> str:
    return f"{measure(amount)} {_named(amount.count, unit)}"


def _named(count: int | None, unit: Unit) -> str:
    return unit.one if count == 1 else unit.more


def each(match: re.Match[str]) -> str:
    """For every kilogram."""
    return f"per {unit_of(match['unit']).one}"


def numbers_from_to(match: re.Match[str]) -> str | None:
    """Three to five."""
    low, high = amount_in(match), amount_in(match, "2")
    return f"{measure(low)} to {measure(high)}" if low.value < high.value else None


def range_of_percent(match: re.Match[str]) -> str | None:
    """Ten to twenty percent."""
    words = numbers_from_to(match)
    return words and f"{words} percent"


def range_of_units(match: re.Match[str]) -> str | None:
    """Ten to twenty kilograms."""
    words = numbers_from_to(match)
    return words and f"{words} {unit_of(match['unit']).more}"


def range_of_yuan(match: re.Match[str]) -> str | None:
    """Ten to twenty yuan."""
    low, high = amount_in(match), amount_in(match, "2")
    if low.value >= high.value:
        return None
    if low.part or high.part:
        return f"{_yuan(low)} to {_yuan(high)}"
    words = numbers_from_to(match)
    return words and f"{words} yuan"


def ratio(match: re.Match[str]) -> str:
    """One to three."""
    return f"{cardinal(int(match['one']))} to {cardinal(int(match['other']))}"


def other_number(match: re.Match[str]) -> str | None:
    """A number in a sign of its own."""
    sign = match[0]
    if sign in _POWERS:
        return _POWERS[sign]
    parts = parts_of(sign)
    if parts:
        return fraction(*parts)
    value = value_of(sign)
    return None if value is None else cardinal(value)


def _negated(match: re.Match[str], words: str) -> str:
    return f"minus {words}" if match.groupdict().get("minus") else words
