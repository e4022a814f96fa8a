"""How loud 16-bit samples are: for the bar that moves while somebody speaks, and what to tell."""

from array import array
from dataclasses import dataclass
from typing import Final, Literal

Verdict = Literal["silent", "quiet", "good", "loud"]

_FULL: Final = 32_768
_SILENT: Final = 0.006
"""Of full scale: what a microphone gives where nobody speaks."""
_QUIET: Final = 0.06
"""A voice that never comes above it is brought up together with all the noise around it."""
_CLIPPED: Final = 32_700
_FEW: Final = 12
"""So many samples may stand at the very end: a single knock spoils no phrase."""


@dataclass(frozen=True, slots=True)
class Level:
    """``peak`` of full scale, from 0 to 1; ``clipped`` samples were louder than can be held."""

    peak: float = 0.0
    clipped: int = 0

    def and_then(self, other: "Level") -> "Level":
        """Of two pieces together."""
        return Level(max(self.peak, other.peak), self.clipped + other.clipped)

    @property
    def verdict(self) -> Verdict:
        """What to tell who spoke."""
        if self.peak < _SILENT:
            return "silent"
        if self.peak < _QUIET:
            return "quiet"
        return "loud" if self.clipped > _FEW else "good"


def level_of(pcm: bytes) -> Level:
    """The level of raw samples; half a sample at the end is left out."""
    samples = array("h")
    samples.frombytes(pcm[: len(pcm) - len(pcm) % samples.itemsize])
    if not samples:
        return Level()
    highest, lowest = max(samples), min(samples)
    clipped = 0
    if highest >= _CLIPPED or lowest <= -_CLIPPED:
        clipped = sum(value >= _CLIPPED or value <= -_CLIPPED for value in samples)
    return Level(max(highest, -lowest) / _FULL, clipped)
