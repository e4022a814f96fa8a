"""How every phrase would be said now: which voice, what is out of date, what nobody can say."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Final

from audio.sayable import Sayable, by_text
from audio.shelf.card import Card
from audio.shelf.shelf import Shelf
from lessons.phrase import LANGUAGES, Language

_FOR_PEOPLE: Final = ("open", "silent", "stale_keys")


@dataclass(slots=True)
class Coverage:
    """Of one language: its texts, each counted once. ``phrases`` are those that can be recorded.

    ``recorded + built + embedded + missing`` is ``phrases``. Besides there are ``open`` ones, which
    are filled when they are said: no clip can be made of them, and those that the embedded voice
    cannot say either are ``silent``. ``stale`` counts phrases whose words were changed after they
    were recorded or built, and ``stale_keys`` names them; another voice says them meanwhile.
    ``seconds`` and ``bytes`` are of the recorded and built clips.
    """

    phrases: int = 0
    recorded: int = 0
    built: int = 0
    embedded: int = 0
    open: int = 0
    stale: int = 0
    missing: int = 0
    silent: int = 0
    stale_keys: list[str] = field(default_factory=list)
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
    for same in by_text(sayables).values():
        language = same[0].language
        if same[0].is_open:
            _count_open(found[language], same, kept, embedded[language])
        else:
            _count(found[language], same, kept, embedded[language], counted)
    for one in found.values():
        one.seconds = round(one.seconds, 1)
    return found


def as_json(found: dict[Language, Coverage]) -> dict[str, dict[str, int | float]]:
    """For programs: numbers, of what clips can be made of."""
    return {
        language: {name: value for name, value in asdict(one).items() if name not in _FOR_PEOPLE}
        for language, one in found.items()
    }


class _Kept:
    """The clips of a shelf that can be played; each is read once."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._whole: dict[str, bool] = {}

    def fresh(self, each: Sayable) -> Card | None:
        """What says these words."""
        return self._playable(self._shelf.of_text(each.text_hash))

    def former(self, same: Sequence[Sayable]) -> Card | None:
        """What says one of these phrases, perhaps in the words of before."""
        found = (self._playable(self._shelf.of_key(each.key, each.language)) for each in same)
        return next((card for card in found if card), None)

    def _playable(self, card: Card | None) -> Card | None:
        if card is None:
            return None
        if card.digest not in self._whole:
            self._whole[card.digest] = self._shelf.sound(card) is not None
        return card if self._whole[card.digest] else None


def _count_open(
    one: Coverage, same: Sequence[Sayable], kept: tuple[_Kept, _Kept], is_embedded: bool
) -> None:
    one.open += 1
    if not is_embedded and not any(shelf.former(same) for shelf in kept):
        one.silent += 1


def _count(
    one: Coverage,
    same: Sequence[Sayable],
    kept: tuple[_Kept, _Kept],
    is_embedded: bool,
    counted: set[str],
) -> None:
    one.phrases += 1
    fresh = [shelf.fresh(same[0]) for shelf in kept]
    former = [shelf.former(same) for shelf in kept]
    if not any(fresh) and any(former):
        one.stale += 1
        one.stale_keys.append(same[0].key)
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
