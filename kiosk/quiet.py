"""How long nobody has touched a tablet, and what follows: a question, a countdown, good-bye.

Pure: times are seconds of one clock that never goes back.
"""

import math
from dataclasses import dataclass, replace
from typing import Final

COUNTDOWN_S: Final = 20.0
"""So long it can be answered."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """Nobody has done anything since ``since``; ``asked`` is when the question was put, if it was.

    A sound that ends, and a touch, are both something.
    """

    since: float
    asked: float | None = None

    def at(
        self, now: float, wait_s: float, *, touched: float, held: bool, sounding: bool
    ) -> "Quiet":
        """The same a little later.

        ``wait_s`` 0 is for ever. ``touched`` is when somebody last touched it. While it is
        ``held`` (somebody records, the tablet cannot show anything) nothing is asked, and while it
        is ``sounding`` nothing begins to be: the question itself sounds.
        """
        began = self.since if self.asked is None else self.asked
        if touched > began or held or wait_s <= 0 or (sounding and self.asked is None):
            return Quiet(now)
        if self.asked is None and now - self.since >= wait_s:
            return replace(self, asked=now)
        return self

    def left_s(self, now: float) -> int | None:
        """Whole seconds of the countdown, 0 when it is over; None where nothing was asked."""
        if self.asked is None:
            return None
        return max(0, math.ceil(self.asked + COUNTDOWN_S - now))
