"""Something to be found on a real screen: while it is looked for, a touch there is an answer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

_WAYS: Final = frozenset(
    {
        "nav.back",
        "nav.home",
        "nav.help",
        "lesson.hint",
        "lesson.next",
        "lesson.prompt",
        "speak.again",
        "learner.name",
        "idle.still-here",
        "idle.leave",
        "learner.give-back",
        "screen.sentence",
        "trouble",
    }
)
"""What does as always: the ways out, help, and hearing again."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: the identifier ``target``, on addresses that begin with ``front``.

    A target without an id is any thing of that kind: ``parcel.see`` is found in ``parcel.see:o1``.
    ``touched`` is called with the identifier of what she touched there, or with the target where it
    is that, in place of what it does else. ``shows`` has the hand point at the target.
    """

    target: str
    front: str
    shows: bool
    touched: Callable[[str], object]

    def takes(self, identifier: str, route: str) -> bool:
        """Whether a touch of it is an answer."""
        if not route.startswith(self.front):
            return False
        return self._is_sought(identifier) or identifier not in _WAYS

    def touch(self, identifier: str) -> object:
        """Answers with what she touched."""
        return self.touched(self.target if self._is_sought(identifier) else identifier)

    def points_at(self, identifier: str, route: str) -> bool:
        """Whether the hand is to be there."""
        return self.shows and self._is_sought(identifier) and route.startswith(self.front)

    def _is_sought(self, identifier: str) -> bool:
        return identifier == self.target or identifier.startswith(f"{self.target}:")
