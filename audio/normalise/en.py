"""English: the voice reads plain numbers well; money and percent are put in words."""

import re
from typing import Final

from audio.normalise.amount import Amount, amount_in
from audio.normalise.letters import plain
from audio.normalise.scan import NUMBER, WORD, SpokenWord, rule, scan


def spoken_words(text: str) -> tuple[SpokenWord, ...]:
    """The words to say for an English text."""
    return scan(plain(text), _RULES)


def _money(match: re.Match[str]) -> str | None:
    money = amount_in(match).yuan_and_fen
    if money is None:
        return None
    yuan, fen = money
    if not fen:
        return f"{yuan} yuan"
    return f"{yuan} yuan {fen} fen" if yuan else f"{fen} fen"


def _money_with_decimals(match: re.Match[str]) -> str | None:
    # "12 yuan" stays two words, so that each is lit by itself
    return _money(match) if match["part"] else None


def _number(amount: Amount) -> str:
    return f"{amount.whole}.{amount.part}" if amount.part else amount.whole


_RULES: Final = (
    rule(rf"¥\s*{NUMBER}(?:\s*yuan\b)?", _money),
    rule(rf"{NUMBER}\s*yuan\b", _money_with_decimals),
    rule(rf"{NUMBER}\s*%", lambda match: f"{_number(amount_in(match))} percent"),
    rule(NUMBER, lambda match: _number(amount_in(match))),
    rule(WORD, lambda match: match[0].replace("’", "'")),
)
