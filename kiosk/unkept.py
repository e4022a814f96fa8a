"""What was just recorded or photographed and is not kept yet: in memory, it leaves nothing."""

from dataclasses import dataclass
from weakref import WeakValueDictionary


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class Unkept:
    """The bytes of a file, and the key that it will be known by if it is kept.

    Who made it holds it: it is gone as soon as nobody does, such as with the page that was left.
    """

    key: str
    content: bytes


class Unkepts:
    """Finds what is not kept yet, for the page to fetch, as long as somebody holds it."""

    def __init__(self) -> None:
        self._held: WeakValueDictionary[str, Unkept] = WeakValueDictionary()

    def hold(self, key: str, content: bytes) -> Unkept:
        """It can be fetched under ``key`` now."""
        unkept = Unkept(key, content)
        self._held[key] = unkept
        return unkept

    def content(self, key: str) -> bytes | None:
        """The bytes, or None where nobody holds it any more."""
        held = self._held.get(key)
        return held.content if held else None
