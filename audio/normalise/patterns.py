"""What numbers, dates, times and codes look like in any of the languages.

Every group is named, so that a language can put a pattern into a longer one.
"""

from typing import Final

from audio.normalise.units import AMOUNT, UNIT

LETTER: Final = r"[^\W\d_]"

WORD: Final = rf"{LETTER}+(?:['\-]{LETTER}+)*"
"""A run of letters; an apostrophe or hyphen inside belongs to it."""


# one group alone may be the next number: 110 120
_SPACED: Final = r"[1-9][0-9]{0,2}(?:(?: [0-9]{3}){2,3}| [0-9]00)(?! ?[0-9])"
_DOTTED: Final = r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2}(?!\.?[0-9])"


def number(which: str = "") -> str:
    """A number as written: ``12``, ``1,200``, ``3.50``, ``.5``, ``100 000``, ``1.000.000``."""
    nothing = r"(?<![\w.)])(?=\.[0-9])"  # before the point of .5
    whole = rf"[0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9])|{_SPACED}|{_DOTTED}|[0-9]+|{nothing}"
    return rf"(?P<whole{which}>{whole})(?:\.(?P<part{which}>[0-9]+))?"


NUMBER: Final = number()
SPACED: Final = (
    r"(?P<whole>[1-9][0-9]{0,2}(?: [0-9]{3})+)(?:\.(?P<part>[0-9]{1,2}))?(?![\d.]| [0-9])"
)
"""Thousands with a space before each: one group is enough where it is money."""

MINUS: Final = r"(?:(?<![^\s(\[«“\"=:])(?P<minus>-)(?=[0-9¥$€£₽]|\.[0-9]))?"
"""A minus before a number; after a letter or a digit it is a hyphen."""

TO: Final = r"\s*[\-\u2013~]\s*"
RANGE: Final = rf"(?<![\d\-]){number()}{TO}{number('2')}(?!{TO}[0-9])(?![0-9]|\.[0-9]|\s{{0,3}}=)"


def range_in(unit: str, again: str) -> str:
    """A range of which both ends have their unit: ``30%-50%``."""
    return rf"(?<![\d\-]){number()}\s*{unit}{TO}{number('2')}\s*{again}"


DATE: Final = (
    r"(?<![\d.])(?P<year>(?:19|20)[0-9]{2})(?P<between>[\-./])"
    r"(?P<month>1[0-2]|0?[1-9])(?P=between)(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9])"
)
DAY_FIRST: Final = (
    r"(?<![\d./\-])(?P<one>[0-9]{1,2})(?P<between>[\-./])(?P<other>[0-9]{1,2})(?P=between)"
    r"(?P<year>(?:19|20)[0-9]{2})(?![0-9])"
)
"""A date with its year at the end; which of the others is the day, `moments` knows."""


def time(which: str = "") -> str:
    """A time of day."""
    return (
        rf"(?<![\d.])(?<!\d:)(?P<hour{which}>[01]?[0-9]|2[0-3]|24(?=:00)):(?P<minute{which}>[0-5][0-9])"
        rf"(?::(?P<second{which}>[0-5][0-9]))?(?![\d:])"
    )


TIME: Final = time()
TIMES: Final = rf"{TIME}{TO}{time('2')}"
RATIO: Final = r"(?<![\d:.])(?P<one>[0-9]{1,3}):(?P<other>[0-9]{1,3})(?![\d:])"
FRACTION: Final = (
    r"(?<![\d/.])(?:(?P<and>[0-9]{1,3})\s+)?(?P<top>[0-9]{1,3})/(?P<bottom>[0-9]{1,4})(?![\d/])"
)

PHONE: Final = (
    r"(?<![A-Za-z0-9_.])(?:(?:\+|00)?86[\- ]?)?1[3-9][0-9][\- ]?[0-9]{4}[\- ]?[0-9]{4}(?![0-9])"
    r"|(?<![A-Za-z0-9_.])0[0-9]{2,3}[\- ][0-9]{3,4}[\- ]?[0-9]{4}(?![0-9])"
    r"|\(0[0-9]{2,3}\) ?[0-9]{3,4}[\- ]?[0-9]{4}(?![0-9])"
    r"|(?<![A-Za-z0-9_.*])[0-9]{2,6}\*{3,}[0-9]{2,6}(?![0-9*])"
    r"|(?<![A-Za-z0-9_.])400[\- ]?[0-9]{3}[\- ]?[0-9]{4}(?![0-9])"
    r"|\+[0-9][0-9\- ]{6,16}[0-9]"
)

_EVERYDAY: Final = (
    "ABOUT|ALL|BUY|CALL|CODE|DIAL|FAX|FOR|FROM|ID|IN|IS|MOBILE|NO|NUMBER|OF|OK|ON|OR|AND|ORDER|PARCEL|PAY|PHONE|PIN|SOLD|"
    "RMB|CNY|USD|TEL|TO|WITH"
)
_AMOUNTS: Final = rf"{AMOUNT}(?:[xX\-]{AMOUNT}){{0,2}}(?![A-Za-z0-9²³]|-[A-Za-z0-9])"
"""1500g, 12x12 or 500-1200g: letters and digits, and yet no code."""
_PREFIX: Final = rf"(?<![^\W_])(?!(?:{_EVERYDAY})(?![A-Za-z]))"
CODE: Final = (
    rf"{_PREFIX}[A-Z]{{1,6}}[\- ]?[0-9]{{5,}}(?![^\W_])"
    rf"|{_PREFIX}[A-Z]{{2,4}}[\- ]?[0-9]{{3,6}}(?:[ \-][0-9]{{3,6}})+(?![^\W_])"
    rf"|(?<![^\W_])(?!(?:RMB|CNY|USD|{_EVERYDAY})[0-9])[A-Za-z]{{1,20}}[0-9]{{3,}}(?![^\W_])"
    r"|(?<![\w.,])[0-9]{2,4}(?: [0-9]{4}){2,}(?: [0-9]{1,4})?(?![^\W_])"
    rf"|(?<![^\W_])(?!(?:RMB|CNY)[0-9]|{_AMOUNTS})(?=[0-9\-]{{0,40}}[A-Za-z])"
    r"(?=[A-Za-z\-]{0,40}[0-9])(?=(?:[A-Za-z\-]{0,40}[0-9]){4})"
    r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*(?![^\W_])"
)
"""Letters and digits that name one thing, such as a parcel; a word before a number is none."""

SERVICE: Final = (
    r"(?<![A-Za-z0-9_.])(?P<digits>11[0-9]|12[0-2]|1[0-2][0-9]{3}|9[56][0-9]{3})(?![0-9])"
)
"""A short number that is called: police, doctor, telephone company."""

LONG: Final = r"(?<![A-Za-z0-9_.])(?P<digits>[0-9]{3,})(?![0-9]|[.,][0-9])"
"""Digits that are a code where the word before them says so; fewer than five of them only behind
a word that nothing else follows."""

YUAN_BEFORE: Final = r"(?:¥|(?<![A-Za-z])(?:RMB|CNY)(?=\s*[¥0-9])(?:\s*¥)?)"
YUAN_MINUS: Final = rf"{YUAN_BEFORE}\s{{0,3}}(?P<minus>-)(?=[0-9]|\.[0-9])"
YUAN_AFTER: Final = r"(?:¥|(?:RMB|CNY)(?![A-Za-z]))"
"""The signs of yuan before and after a number."""

FOREIGN: Final = rf"{MINUS}(?P<currency>[$€£₽])\s*{NUMBER}"
FOREIGN_MINUS: Final = rf"(?P<currency>[$€£₽])(?P<minus>-){NUMBER}"
"""Dollars and the like, also below zero."""

ALWAYS: Final = r"(?<![0-9/.])24/7(?![0-9/.])"
"""Twenty-four hours on seven days."""

SPACED_YUAN: Final = rf"{MINUS}{YUAN_BEFORE}\s?{SPACED}(?!\s?{UNIT})"
SPACED_BEFORE_YUAN: Final = rf"(?<![\d.,])(?<![\d.,] ){SPACED}\s?"
"""Money that is written with spaces, before what yuan are called."""

STARS: Final = "(?P<stars>★[★☆]+|⭐{2,}|☆{2,})"
"""What somebody thought of a thing: three of five."""

ADDRESS: Final = (
    r"(?:https?://|www\.)[A-Za-z0-9\-._~:/?#@!$&'*+,;=%]*[A-Za-z0-9/]"
    r"|[A-Za-z0-9][A-Za-z0-9._+\-]{0,63}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,8}"
    r"|(?<![\w.])[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){0,8}\.(?:com|cn|net|org|edu|gov)\b(?:/[A-Za-z0-9\-._/]*[A-Za-z0-9])?"
)
"""An address of the web or of mail; no part longer than a name of the net may be: a text of
hyphens or points must not be looked through again from each of them."""

TIMES_SIGN: Final = r"(?<=[0-9]) ?[xX*] ?(?=[1-9])"
"""A letter or a star for the sign of multiplying: 12x12."""

OTHER_NUMBER: Final = (
    r"[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u218b\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]"
)
