"""What numbers, dates, times and codes look like in any of the languages.

Every group is named, so that a language can put a pattern into a longer one.
"""

from typing import Final

LETTER: Final = r"[^\W\d_]"

WORD: Final = rf"{LETTER}+(?:['\-]{LETTER}+)*"
"""A run of letters; an apostrophe or hyphen inside belongs to it."""


def number(which: str = "") -> str:
    """A number as written: ``12``, ``1,200``, ``3.50``."""
    whole = rf"(?P<whole{which}>[0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9])|[0-9]+)"
    return rf"{whole}(?:\.(?P<part{which}>[0-9]+))?"


NUMBER: Final = number()

MINUS: Final = r"(?:(?<![^\s(\[«“\"=:])(?P<minus>-)(?=[0-9¥]))?"
"""A minus before a number; after a letter or a digit it is a hyphen."""

TO: Final = r"\s*[\-\u2013~]\s*"
RANGE: Final = rf"(?<![\d\-]){number()}{TO}{number('2')}(?!{TO}[0-9])(?![0-9])"

DATE: Final = (
    r"(?<![\d.])(?P<year>(?:19|20)[0-9]{2})(?P<between>[\-./])"
    r"(?P<month>1[0-2]|0?[1-9])(?P=between)(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9])"
)
TIME: Final = (
    r"(?<![\d:.])(?P<hour>[01]?[0-9]|2[0-3]):(?P<minute>[0-5][0-9])(?::[0-5][0-9])?(?![\d:])"
)
RATIO: Final = r"(?<![\d:.])(?P<one>[0-9]{1,3}):(?P<other>[0-9]{1,3})(?![\d:])"
FRACTION: Final = (
    r"(?<![\d/.])(?:(?P<and>[0-9]{1,3})\s+)?(?P<top>[0-9]{1,3})/(?P<bottom>[0-9]{1,4})(?![\d/])"
)

PHONE: Final = (
    r"(?<![\w.])(?:\+?86[\- ]?)?1[3-9][0-9][\- ]?[0-9]{4}[\- ]?[0-9]{4}(?![0-9])"
    r"|(?<![\w.])0[0-9]{2,3}[\- ][0-9]{3,4}[\- ]?[0-9]{4}(?![0-9])"
    r"|(?<![\w.])400[\- ]?[0-9]{3}[\- ]?[0-9]{4}(?![0-9])"
    r"|\+[0-9][0-9\- ]{6,16}[0-9]"
)
CODE: Final = (
    r"(?<![^\W_])(?P<letters>[A-Za-z]{1,6})[\- ]?(?P<digits>[0-9]{5,})(?![^\W_])"
    r"|(?<![^\W_])(?=[0-9\-]*[A-Za-z])(?=[A-Za-z\-]*[0-9])(?=(?:[A-Za-z\-]*[0-9]){4})"
    r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*(?![^\W_])"
)
"""Letters and digits that name one thing, such as a parcel."""

ADDRESS: Final = (
    r"(?:https?://|www\.)[A-Za-z0-9\-._~:/?#@!$&'*+,;=%]*[A-Za-z0-9/]"
    r"|[A-Za-z0-9][A-Za-z0-9._+\-]*@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+"
    r"|(?<![\w.])[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*\.(?:com|cn|net|org|edu|gov)\b(?:/[A-Za-z0-9\-._/]*[A-Za-z0-9])?"
)
"""An address of the web or of mail."""

OTHER_NUMBER: Final = (
    r"[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u218b\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]"
)
