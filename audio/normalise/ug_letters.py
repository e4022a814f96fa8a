"""Repair of Uyghur letters that were typed with another keyboard's look-alikes."""

import re
from typing import Final

from audio.normalise.scan import Letters

_GONE: Final = "\0"
_LETTER: Final = r"[^\W\d_]"
_VOWEL: Final = "[اەېىوۇۆۈ]"

# every replacement is as long as what it replaces, so that positions hold
_REPAIRS: Final = (
    (re.compile("[يىی]\u0654"), "ئ" + _GONE),  # hamza typed as a separate mark
    (re.compile("[\u064b-\u065f\u0670\u06d6-\u06ed]"), _GONE),  # Arabic vowel and reading signs
    (re.compile("[ڪکڬ]"), "ك"),
    (re.compile("[ہۀۃة]"), "ه"),
    (re.compile("[ےێ]"), "ې"),
    (re.compile(rf"(?<=ئ)[یۍ]|[یۍ](?!{_LETTER})"), "ى"),  # Persian ye: looks like the vowel here
    (re.compile("[یۍؠ]"), "ي"),  # and like the consonant elsewhere
    (re.compile(rf"(?<=ئ)ه|(?<={_LETTER})(?<!{_VOWEL})ه(?!{_VOWEL})"), "ە"),  # Arabic he as a vowel
    (re.compile("ه|ح"), "ھ"),
    (re.compile("[ثص]"), "س"),
    (re.compile("[ذضظ]"), "ز"),
    (re.compile("ط"), "ت"),
    (re.compile("[عءٴ]"), "ئ"),
    (re.compile("[آأٱٲ]"), "ا"),
    (re.compile("إ"), "ى"),
    (re.compile("ۅ|ۄ"), "ۆ"),
    (re.compile("ۉ"), "ۈ"),
    (re.compile("ؤ"), "ۇ"),
    (re.compile("[ۊۏڤ]"), "ۋ"),
    (re.compile("[ݣڴ]"), "ڭ"),
    (re.compile("ڵ"), "ل"),
    (re.compile("ڕ"), "ر"),
)


def repaired(letters: Letters) -> Letters:
    """The same text in Uyghur letters."""
    text = letters.text
    for pattern, letter in _REPAIRS:
        text = pattern.sub(letter, text)
    kept = [index for index, letter in enumerate(text) if letter != _GONE]
    return Letters(
        "".join(text[index] for index in kept), tuple(letters.at[index] for index in kept)
    )
