"""Chinese: every character is a word of its own; numbers and money in characters."""

import re
from typing import Final

from audio.normalise.amount import amount_in
from audio.normalise.letters import plain
from audio.normalise.scan import NUMBER, SpokenWord, rule, scan
from audio.normalise.zh_numbers import DIGITS, counting, number_words

_HAN: Final = "[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇]"
_MEASURES: Final = "个只块元斤公张件箱盒袋天次位种家条瓶包分年小"


def spoken_words(text: str) -> tuple[SpokenWord, ...]:
    """The words to say for a Chinese text."""
    return scan(plain(text), _RULES)


def _money(match: re.Match[str]) -> str | None:
    money = amount_in(match).yuan_and_fen
    if money is None:
        return None
    yuan, (jiao, fen) = money[0], divmod(money[1], 10)
    words = f"{counting(yuan)}元" if yuan or not money[1] else ""
    if jiao:
        words += f"{counting(jiao)}角" if not words else f"{DIGITS[jiao]}角"
    if fen:
        words += ("零" if words and not jiao else "") + f"{DIGITS[fen]}分"
    return words


def _money_with_decimals(match: re.Match[str]) -> str | None:
    # "12元" stays two words, so that each is lit by itself
    return _money(match) if match["part"] else None


def _percent(match: re.Match[str]) -> str:
    return f"百分之{number_words(amount_in(match))}"


def _two_of(match: re.Match[str]) -> str | None:
    return counting(2) if match["whole"] == "2" and not match["part"] else None


_RULES: Final = (
    rule(rf"¥\s*{NUMBER}(?:\s*[元块])?", _money),
    rule(rf"{NUMBER}\s*[元块]", _money_with_decimals),
    rule(rf"{NUMBER}\s*%", _percent),
    rule(rf"(?<!第){NUMBER}(?=\s*[{_MEASURES}])", _two_of),
    rule(NUMBER, lambda match: number_words(amount_in(match))),
    rule(_HAN, lambda match: match[0]),
    rule(rf"(?:(?!{_HAN})[^\W\d_])+", lambda match: match[0]),
)
