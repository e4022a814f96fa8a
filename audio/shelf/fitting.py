"""The clips of a pack held against the phrases of this kiosk, as either may be the older one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import msgspec

from audio.sayable import Sayable, by_text
from audio.shelf.card import Card

Clips = list[tuple[Card, bytes]]


@dataclass(slots=True)
class Fitted:
    """``clips`` are those that can be heard, each under a key of the phrase that it says.

    What else there is in the pack, by its keys: ``renamed`` clips say the words of another phrase
    than their key says, and are kept as that one's; ``stale`` ones say what a phrase said before;
    ``unknown`` ones say nothing that could ever be asked for, and are left out.
    """

    clips: Clips = field(default_factory=list)
    renamed: list[str] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def told(self) -> Iterator[str]:
        """A line about each kind, for people."""
        for keys, what in (
            (self.renamed, "had the words of another phrase, and are kept as that one's"),
            (self.stale, "say what their phrase said before"),
            (self.unknown, "are of no phrase of this kiosk, and were left out"),
        ):
            if keys:
                yield f"{len(keys)} {what}: {_some(keys)}"


def fitted(clips: Clips, sayables: Iterable[Sayable]) -> Fitted:
    """What of a pack can be heard; what a clip says counts for more than what it is called."""
    everything = tuple(sayables)
    by_words = by_text(everything)
    keys = {(each.language, each.key) for each in everything}
    found = Fitted()
    for card, sound in clips:
        placed = _placed(card, by_words, found)
        if placed is card and card.text_hash not in by_words:
            if (card.language, card.key) not in keys:
                found.unknown.append(card.key)
                continue
            found.stale.append(card.key)
        found.clips.append((placed, sound))
    return found


def _placed(card: Card, by_words: Mapping[str, list[Sayable]], found: Fitted) -> Card:
    same = by_words.get(card.text_hash, [])
    if not same or card.key in {each.key for each in same}:
        return card
    found.renamed.append(card.key)
    return msgspec.structs.replace(card, key=same[0].key)


def _some(keys: list[str], most: int = 3) -> str:
    shown = ", ".join(key[:80] if key.isprintable() else ascii(key[:80]) for key in keys[:most])
    return shown + (", ..." if len(keys) > most else "")
