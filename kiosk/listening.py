"""How far a sentence was listened to."""

from typing import Final

from kiosk.progress.events import Depth

_TEN_SECONDS_MS: Final = 10_000
_SHARES: Final[tuple[tuple[float, Depth], ...]] = (
    (0.99, "complete"),
    (0.75, "three-quarters"),
    (0.5, "half"),
    (0.25, "quarter"),
)


def depth_of(heard_ms: int, duration_ms: int) -> Depth:
    """The deepest mark that was passed; ten seconds count where they are not a quarter yet."""
    share = heard_ms / max(duration_ms, 1)
    for least, depth in _SHARES:
        if share >= least:
            return depth
    return "ten-seconds" if heard_ms >= _TEN_SECONDS_MS else "started"
