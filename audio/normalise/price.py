"""Whether a slash stands between what something costs and what one gets for it."""

import re
from typing import Final

_PRICE: Final = re.compile(
    r"(?:يۈەن|كوي|موچەن|[元块角毛]|\byuan|RMB|CNY|\bdollars?|[¥$€£₽]\s?[0-9.,]{1,12}"
    r"|[0-9]\s?(?:[个只件块瓶袋盒箱包斤克]|公斤|pcs|pieces?|دانە))$",
    re.I,
)
"""Money, or so many pieces: 20 of them a box."""
_LONGEST: Final = 20


def is_price(match: re.Match[str]) -> bool:
    """Whether a price, or a count of pieces, ends where the match begins."""
    text, start = match.string, match.start()
    return _PRICE.search(text[max(0, start - _LONGEST) : start]) is not None
