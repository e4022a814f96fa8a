"""What the list of a voice pack says of its clips, held against the clips themselves."""

from datetime import date, timedelta
from typing import Final

from audio.errors import FileRefused
from audio.shelf.card import Card, Manifest, file_name, is_voice_name, text_hash
from audio.sounds.foreign import LONGEST_S, read_sound
from audio.sounds.silence import is_silent

MOST_HOURS: Final = 24
"""Of all clips together; a whole course in three languages is below 9."""
_DURATION_ERROR_MS: Final = 250
"""An encoder adds silence at both ends."""
_CLOCK_IS_SET: Final = date(2025, 1, 1)
"""A device whose clock is before it lost its time, and cannot tell what is not yet."""
_ZONES: Final = timedelta(days=1)
"""Somewhere it is tomorrow already."""


def check_list(name: str, manifest: Manifest, today: date) -> None:
    """What can be told without any of the sounds.

    Raises:
        FileRefused: a text is in it twice, or it is longer in all than a pack may be, or a day or a
            voice's name cannot be.
    """
    if len({card.text_hash for card in manifest.clips}) < len(manifest.clips):
        raise FileRefused(name, "its list has the same words twice")
    lasting = {card.digest: card.duration_ms for card in manifest.clips}
    if sum(lasting.values()) > MOST_HOURS * 3_600_000:
        raise FileRefused(name, f"longer than {MOST_HOURS} hours")
    for card in manifest.clips:
        _check_day(name, card, today)
        if card.voice and not is_voice_name(card.voice):
            raise FileRefused(name, f"its list has no proper name of the voice of {shown(card)}")


def check_sound(name: str, card: Card, sound: bytes) -> int:
    """How long a sound is, in ms, by decoding it, no further than the card says it goes.

    Raises:
        FileRefused: it is no sound, or longer, or there is nothing to be heard in it.
    """
    longest_s = min(LONGEST_S + 1, (card.duration_ms + 2 * _DURATION_ERROR_MS) / 1000)
    try:
        samples = read_sound(file_name(sound), sound, longest_s)
    except FileRefused as refused:
        if refused.kind == "long":
            raise FileRefused(name, _wrong_length(card)) from None
        raise FileRefused(name, f"the clip of {shown(card)}: {refused.reason}") from None
    if is_silent(samples):
        raise FileRefused(name, f"the clip of {shown(card)} is silent")
    return samples.duration_ms


def check_card(name: str, card: Card, sound: bytes, duration_ms: int) -> None:
    """What a card says against its sound, which lasts ``duration_ms``.

    Raises:
        FileRefused: it is wrong about the sound, its length, its text or its words.
    """
    if len(sound) != card.bytes:
        raise FileRefused(name, f"a clip is not the one in its list: {shown(card)}")
    if text_hash(card.text, card.language) != card.text_hash:
        raise FileRefused(name, f"its list is wrong about the words of {shown(card)}")
    if not _are_words(card):
        raise FileRefused(name, f"its list is wrong about when the words of {shown(card)} are")
    if abs(duration_ms - card.duration_ms) > _DURATION_ERROR_MS:
        raise FileRefused(name, _wrong_length(card))


def shown(card: Card) -> str:
    """Its key as it may stand on a terminal: a key of our own is shown as it is."""
    key = card.key[:80]
    return key if key.isprintable() else ascii(key)


def _wrong_length(card: Card) -> str:
    return f"its list is wrong about how long {shown(card)} is"


def _check_day(name: str, card: Card, today: date) -> None:
    try:
        made = date.fromisoformat(card.made)
    except ValueError:
        raise FileRefused(name, f"its list says that {shown(card)} was made on no day") from None
    if today >= _CLOCK_IS_SET and made > today + _ZONES:
        why = f"its list says that {shown(card)} was made on {made}, and here it is {today}"
        raise FileRefused(name, why)


def _are_words(card: Card) -> bool:
    """Whether they stand in the text, one behind the other, and are said while the clip lasts."""
    place = at = 0
    for word in card.words:
        if not (place <= word.first < word.last <= len(card.text)):
            return False
        if word.text != card.text[word.first : word.last]:
            return False
        if not (at <= word.start_ms <= word.end_ms <= card.duration_ms + _DURATION_ERROR_MS):
            return False
        place, at = word.last, word.start_ms
    return True
