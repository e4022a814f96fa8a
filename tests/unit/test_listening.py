"""How far a sentence was listened to."""

import pytest

from kiosk.listening import depth_of
from kiosk.progress.events import Depth


@pytest.mark.parametrize(
    ("heard_ms", "duration_ms", "depth"),
    [
        (0, 4_000, "started"),
        (999, 4_000, "started"),
        (1_000, 4_000, "quarter"),
        (2_000, 4_000, "half"),
        (2_999, 4_000, "half"),
        (3_000, 4_000, "three-quarters"),
        (3_959, 4_000, "three-quarters"),
        (3_960, 4_000, "complete"),  # the clock is a little late or early
        (4_000, 4_000, "complete"),
        (5_000, 4_000, "complete"),
        (9_999, 60_000, "started"),
        (10_000, 60_000, "ten-seconds"),
        (15_000, 60_000, "quarter"),
        (0, 0, "started"),
    ],
)
def test_the_deepest_mark_that_was_passed_counts(
    heard_ms: int, duration_ms: int, depth: Depth
) -> None:
    assert depth_of(heard_ms, duration_ms) == depth


def test_who_hears_more_is_never_said_to_have_heard_less() -> None:
    order = ("started", "ten-seconds", "quarter", "half", "three-quarters", "complete")
    for duration_ms in (500, 8_000, 39_000, 41_000, 120_000):
        depths = [depth_of(heard, duration_ms) for heard in range(0, duration_ms + 1, 100)]
        assert depths == sorted(depths, key=order.index)
