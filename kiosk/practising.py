"""What a practice step still waits for, and what its goals call the things that happen."""

from collections.abc import Iterator

from lessons.course import Practice
from lessons.engine import LessonState


def wanted(step: Practice, state: LessonState) -> frozenset[str]:
    """The events of the goals that are not reached yet, by class name."""
    goals = enumerate(step.goals)
    return frozenset(
        name for number, goal in goals if number not in state.goals_reached for name in goal.events
    )


def names(event: object) -> Iterator[str]:
    """What goals may call an event: its class, and that it was good where that can be."""
    name = type(event).__name__
    yield name
    if getattr(event, "good", False):
        yield f"{name}:good"
