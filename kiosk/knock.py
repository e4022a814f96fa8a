"""What becomes of a secret that somebody tried: a PIN or secret pictures."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Knock:
    """What became of it; ``wait_s`` is how long the next try has to wait."""

    result: Literal["open", "wrong", "wait"]
    wait_s: int = 0


def whole_seconds(wait_s: float) -> int:
    """A wait as it is said: never 0 while it lasts."""
    return int(wait_s) + 1 if wait_s > 0 else 0
