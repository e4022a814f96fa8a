"""What comes in: events by learner, made of rows that were all looked at before."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.progress.events import GroupNamed
from kiosk.progress.kinds import Event


@dataclass(slots=True)
class Coming:
    """``of`` are the events about each learner; ``new`` and ``changed`` the ids of learners."""

    groups: list[GroupNamed] = field(default_factory=list)
    of: dict[str, list[Event]] = field(default_factory=dict)
    new: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)
    days: int = 0
    photos: int = 0
    """So many photos stay where they were: a table does not hold them."""
    wrong: list[str] = field(default_factory=list)

    def add(self, learner: str, *events: Event) -> None:
        """More about a learner."""
        if events:
            self.of.setdefault(learner, []).extend(events)

    @property
    def pieces(self) -> Mapping[str, list[Event]]:
        """Everything, by whom it is about; an empty id stands for the tablet."""
        return {"": list[Event](self.groups), **self.of} if self.groups else self.of
