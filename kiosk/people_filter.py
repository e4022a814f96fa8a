"""Of whom the trainer's screens tell: everybody, or those of a group, a family, a language."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.progress.records import Learner


@dataclass(frozen=True, slots=True)
class Filter:
    """Empty fields hold nobody back; ``group`` is an id."""

    group: str = ""
    family: str = ""
    language: str = ""

    def of(self, learners: Iterable[Learner]) -> tuple[Learner, ...]:
        """Those that it lets through, without guests."""
        return tuple(each for each in learners if not each.guest and self._lets(each))

    def _lets(self, learner: Learner) -> bool:
        return (
            self.group in ("", learner.group)
            and self.family in ("", learner.family)
            and self.language in ("", learner.language)
        )
