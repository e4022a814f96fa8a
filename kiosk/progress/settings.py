"""How one tablet behaves for whoever comes to it: what the trainer set, as one fact.

The name of the place is what a village calls its room, said and shown on the tablet's own start;
it is about no learner.
"""

from dataclasses import dataclass
from typing import Final, Literal

from kiosk.progress.events import Loudness, Pace
from lessons.phrase import LANGUAGES, Language

TextSize = Literal["normal", "large"]
IDLE_S: Final = 60
"""After so many seconds without a touch it is asked whether anybody is there still."""


@dataclass(frozen=True, slots=True)
class Settings:
    """``idle_s`` is in seconds, 0 for never. ``pace`` and ``loudness`` are those of who chose none.

    ``languages`` are those that can be chosen; none stands for all. ``evening`` has dark colours.
    """

    languages: tuple[Language, ...] = LANGUAGES
    pace: Pace = "normal"
    loudness: Loudness = "normal"
    idle_s: int = IDLE_S
    text: TextSize = "normal"
    camera: bool = True
    microphone: bool = True
    place: str = ""
    less_movement: bool = False
    evening: bool = False


@dataclass(frozen=True, slots=True)
class SettingsChosen:
    """The trainer set how ``tablet`` behaves; it replaces what was set there before.

    ``tablet`` is a browser's, as in ``SignedIn``.
    """

    tablet: str
    settings: Settings
