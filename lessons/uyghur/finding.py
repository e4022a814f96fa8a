"""What is odd in a text, and how sure that is."""

from dataclasses import dataclass
from typing import Final, Literal

Level = Literal["error", "warning", "info"]
"""error: wrong by rule; warning: very likely needs a look; info: a weak hint."""

NOTHING: Final = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One odd place. ``column`` counts from 0; ``suggestion`` may be empty."""

    level: Level
    code: str
    column: int
    token: str
    problem: str
    suggestion: str = NOTHING

    def __str__(self) -> str:
        meant = f" ({self.suggestion}?)" if self.suggestion else ""
        return f"{self.token}: {self.problem}{meant}"
