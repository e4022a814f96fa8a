"""Uyghur: letters repaired, numbers and money as words."""

import re
from typing import Final

from audio.normalise.amount import amount_in, is_code
from audio.normalise.letters import plain
from audio.normalise.scan import NUMBER, WORD, SpokenWord, rule, scan
from audio.normalise.ug_letters import repaired
from audio.normalise.ug_numbers import cardinal, number_words, ordinal

_FEN_ENDING: Final = {
    # the ending of "yuan" moves to "fen", whose vowel is a back one
    "": "",
    "نى": "نى",
    "نىڭ": "نىڭ",
    "دىن": "دىن",
    "گە": "غا",
    "دە": "دا",
    "لىك": "لۇق",
    "مۇ": "مۇ",
}


def spoken_words(text: str) -> tuple[SpokenWord, ...]:
    """The words to say for an Uyghur text."""
    return scan(repaired(plain(text)), _RULES)


def _money(match: re.Match[str]) -> str | None:
    ending = match["ending"] or ""
    money = amount_in(match).yuan_and_fen
    if money is None or ending not in _FEN_ENDING:
        return None
    yuan, fen = money
    if not fen:
        return f"{cardinal(yuan)} يۈەن{ending}"
    yuan_words = f"{cardinal(yuan)} يۈەن " if yuan else ""
    return f"{yuan_words}{cardinal(fen)} پۇڭ{_FEN_ENDING[ending]}"


def _money_with_decimals(match: re.Match[str]) -> str | None:
    # "12 يۈەن" stays two words, so that each is lit by itself
    return _money(match) if match["part"] else None


def _percent(match: re.Match[str]) -> str:
    return f"{number_words(amount_in(match))} پىرسەنت"


def _ordinal(match: re.Match[str]) -> str | None:
    amount = amount_in(match)
    return None if amount.part or is_code(amount.whole) else ordinal(int(amount.whole))


def _number(match: re.Match[str]) -> str:
    return number_words(amount_in(match))


_YUAN: Final = r"يۈەن(?P<ending>[^\W\d_]*)"
_RULES: Final = (
    rule(rf"¥\s*{NUMBER}(?:\s*{_YUAN})?", _money),
    rule(rf"{NUMBER}\s*{_YUAN}", _money_with_decimals),
    rule(rf"{NUMBER}\s*[%٪]", _percent),
    rule(rf"[%٪]\s*{NUMBER}", _percent),
    # "4-day" is the fourth day
    rule(rf"{NUMBER}-(?=[^\W\d_])", _ordinal),
    rule(NUMBER, _number),
    rule(WORD, lambda match: match[0]),
)
