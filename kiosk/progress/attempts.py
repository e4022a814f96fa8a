"""Wrong secrets make one wait, longer each time, so that guessing takes days."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

FREE_TRIES: Final = 2
LONGEST_WAIT_S: Final = 300


@dataclass(frozen=True, slots=True)
class Attempts:
    """Wrong tries in a row. Folded from the journal, so a restart does not help a guesser."""

    failures: int = 0
    last: datetime | None = None
    """Time of the last wrong try, aware."""

    def failed(self, at: datetime) -> "Attempts":
        """After one more wrong try."""
        return Attempts(self.failures + 1, at)

    def wait_s(self, now: datetime) -> float:
        """Seconds until the next try may be made; 0 where it may be made now."""
        if self.last is None or now < self.last:
            # The clock was set back. Waiting for it to catch up could lock a trainer out for
            # years; a guesser gains one try each time she resets the clock.
            return 0.0
        return max(0.0, delay_s(self.failures) - (now - self.last).total_seconds())


def delay_s(failures: int) -> int:
    """The wait after so many wrong tries in a row: 0, 0, 2, 4, 8, ... at most 300 seconds."""
    over = failures - FREE_TRIES
    # The exponent is held down: a million failures must not make a number of a million bits.
    return min(LONGEST_WAIT_S, 2 ** min(over, 10)) if over > 0 else 0
