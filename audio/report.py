"""How every phrase would be said now: which voice, what is out of date, what nobody can say."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass

from audio.sayable import Sayable
from audio.shelf.card import Card
from audio.shelf.shelf import Shelf
from lessons.phrase import LANGUAGES, Language


@dataclass(slots=True)
class Coverage:
    """Of one language. ``recorded + built + embedded + missing`` is ``phrases``.

    ``stale`` counts phrases whose words were changed after they were recorded or built; another
    voice says them meanwhile. ``seconds`` and ``bytes`` are of the recorded and built clips.
    """

    phrases: int = 0
    recorded: int = 0
    built: int = 0
    embedded: int = 0
    stale: int = 0
    missing: int = 0
    seconds: float = 0.0
    bytes: int = 0


def coverage(
    sayables: Iterable[Sayable],
    recorded: Shelf,
    built: Shelf,
    can_embedded_say: Callable[[Language], bool],
) -> dict[Language, Coverage]:
    """For every language what its phrases would be said by.

    Reads every clip that is needed: one whose file is gone or damaged says nothing.
    """
    found = {language: Coverage() for language in LANGUAGES}
    embedded = {language: can_embedded_say(language) for language in LANGUAGES}
    counted: set[str] = set()
    kept = (_Kept(recorded), _Kept(built))
    for each in sayables:
        _count(found[each.language], each, kept, embedded[each.language], counted)
    for one in found.values():
        one.seconds = round(one.seconds, 1)
    return found


def as_json(found: dict[Language, Coverage]) -> dict[str, dict[str, int | float]]:
    """For programs."""
    return {language: asdict(one) for language, one in found.items()}


class _Kept:
    """The clips of a shelf that can be played; each is read once."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._whole: dict[str, bool] = {}

    def fresh(self, each: Sayable) -> Card | None:
        """What says these words; a phrase with places to be filled has none."""
        return None if each.is_open else self._playable(self._shelf.of_text(each.text_hash))

    def former(self, each: Sayable) -> Card | None:
        """What says this phrase, perhaps in the words of before."""
        return self._playable(self._shelf.of_key(each.key, each.language))

    def _playable(self, card: Card | None) -> Card | None:
        if card is None:
            return None
        if card.digest not in self._whole:
            self._whole[card.digest] = self._shelf.sound(card) is not None
        return card if self._whole[card.digest] else None


def _count(
    one: Coverage,
    each: Sayable,
    kept: tuple[_Kept, _Kept],
    is_embedded: bool,
    counted: set[str],
) -> None:
    one.phrases += 1
    fresh = [shelf.fresh(each) for shelf in kept]
    former = [shelf.former(each) for shelf in kept]
    if not any(fresh) and any(former):
        one.stale += 1
    if fresh[0]:
        one.recorded += 1
    elif fresh[1]:
        one.built += 1
    elif is_embedded:
        one.embedded += 1
    elif not any(former):
        one.missing += 1
    elif former[0]:  # the words of before, as nobody can say those of now
        one.recorded += 1
    else:
        one.built += 1
    for card in {card.digest: card for card in (*fresh, *former) if card}.values():
        _weigh(one, card, counted)


def _weigh(one: Coverage, card: Card, counted: set[str]) -> None:
    if card.digest not in counted:
        counted.add(card.digest)
        one.seconds += card.duration_ms / 1000
        one.bytes += card.bytes
