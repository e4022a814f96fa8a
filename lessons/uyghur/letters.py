"""The Uyghur alphabet, and the letters of other alphabets that are often typed in its place."""

from typing import Final, Literal

CONSONANTS: Final = "بپتجچخدرزژسشغفقكگلڭمنھۋي"
VOWELS: Final = "اەوۇۆۈېى"
HEMZE: Final = "ئ"
"""The seat that is written before a vowel at the head of a word or syllable."""
ALPHABET: Final = CONSONANTS + VOWELS + HEMZE
LETTERS: Final = frozenset(ALPHABET)
PUNCTUATION: Final = frozenset("،؛؟")
VOICELESS: Final = frozenset("پتچخسشفقكھ")
BACK: Final = frozenset("اوۇ")
FRONT: Final = frozenset("ەۆۈ")

Harmony = Literal["back", "front"]

STRANGERS: Final[dict[str, tuple[str, str]]] = {
    "\u06cc": ("Farsi yeh", "ى or ي"),
    "\u06d2": ("yeh barree", "ى or ي"),
    "\u063d": ("a Farsi yeh", "ى or ي"),
    "\u06a9": ("keheh", "ك"),
    "\u06aa": ("swash kaf", "ك"),
    "\u0647": ("Arabic heh", "ە (vowel e) or ھ (consonant h)"),
    "\u06c1": ("heh goal", "ھ or ە"),
    "\u06c0": ("heh with yeh above", "ە or ئە"),
    "\u0629": ("teh marbuta", "ە"),
    "\u06c3": ("teh marbuta goal", "ە"),
    "\u0624": ("waw with hamza", "ئو/ئۇ/ئۆ/ئۈ"),
    "\u06c4": ("waw with ring", "ۆ or ۈ"),
    "\u06c5": ("Kirghiz oe", "ۆ"),
    "\u06c9": ("Kirghiz yu", "ۈ"),
    "\u06ca": ("waw with two dots", "ۋ"),
    "\u06cf": ("waw with dot", "ۋ"),
    "\u0622": ("alef madda", "ئا"),
    "\u0623": ("alef with hamza above", "ئا"),
    "\u0625": ("alef with hamza below", "ئى"),
    "\u0671": ("alef wasla", "ئا"),
    "\u0672": ("alef with wavy hamza", "ئا"),
    "\u0621": ("bare hamza", "ئ"),
    "\u0674": ("high hamza (Kazakh)", "ئ"),
    "\u0675": ("a Kazakh digraph", "ئا"),
    "\u0676": ("a Kazakh digraph", "ئو/ئۆ"),
    "\u0677": ("a Kazakh digraph", "ئۇ/ئۈ"),
    "\u0678": ("a Kazakh digraph", "ئى"),
    "\u0654": ("combining hamza", "ئ"),
    "\u06ce": ("yeh with small v (Kurdish)", "ې"),
    "\u06cd": ("yeh with tail", "ى"),
    "\u06d1": ("yeh with three dots", "ې"),
    "\u0620": ("Kashmiri yeh", "ى"),
    "\u0763": ("keheh with three dots", "ڭ"),
    "\u06ac": ("kaf with dot", "ڭ"),
    "\u06b4": ("gaf with three dots", "ڭ"),
    "\u06b5": ("Kurdish l", "ل"),
    "\u0695": ("Kurdish r", "ر"),
    "\u06a4": ("veh", "ۋ or ف"),
}
"""Letters that look or sound like Uyghur ones: what each is, and what was meant."""

ARABIC_ONLY: Final = {
    "\u062b": "س",
    "\u062d": "ھ",
    "\u0630": "ز",
    "\u0635": "س",
    "\u0636": "ز",
    "\u0637": "ت",
    "\u0638": "ز",
    "\u0639": "ئ",
}
"""Letters of Arabic words that Uyghur spells as they sound."""


def harmony_of(word: str) -> Harmony | None:
    """Whether the last vowel that tells is a back or a front one; None where none tells."""
    for letter in reversed(word):
        if letter in BACK:
            return "back"
        if letter in FRONT:
            return "front"
    return None


def last_vowel(word: str) -> str:
    """The last vowel of a word, or nothing."""
    return next((letter for letter in reversed(word) if letter in VOWELS), "")
