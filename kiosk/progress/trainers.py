"""Who may open the trainer's door: a pure fold of what the tablet's journal says of trainers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from kiosk.progress.events import FIRST_TRAINER, PinSet, TrainerNamed, TrainerRemoved
from kiosk.progress.kinds import Event


@dataclass(frozen=True, slots=True)
class Trainer:
    """One trainer; without ``pin_hash`` the next visit of the door sets a PIN."""

    id: str
    picture: str = ""
    name: str = ""
    name_clip: str = ""
    pin_hash: str = ""


@dataclass(frozen=True, slots=True)
class Trainers:
    """All trainers by id, first come first, and the ids of those who were removed."""

    by_id: Mapping[str, Trainer] = field(default_factory=dict)
    removed: frozenset[str] = frozenset()

    def after(self, event: Event | None) -> "Trainers":
        """The trainers after one more event; who was removed never comes back under her id."""
        match event:
            case PinSet(pin_hash, trainer):
                return self._with(trainer, pin_hash=pin_hash)
            case TrainerNamed(trainer, picture, name, clip):
                return self._with(trainer, picture=picture, name=name, name_clip=clip)
            case TrainerRemoved(trainer):
                left = {key: each for key, each in self.by_id.items() if key != trainer}
                return Trainers(left, self.removed | {trainer})
        return self

    @property
    def is_nobody_left(self) -> bool:
        """Whether everybody was removed: two tablets may each have removed who is on the other.

        Then nobody comes in, and whoever has the machine lets a new one begin.
        """
        return bool(self.removed) and not self.by_id

    @classmethod
    def of(cls, events: Iterable[Event | None]) -> "Trainers":
        """The trainers after all events of a tablet's journal, in sequence."""
        trainers = cls()
        for event in events:
            trainers = trainers.after(event)
        return trainers

    def _with(self, trainer: str, **fields: str) -> "Trainers":
        if trainer in self.removed:
            return self
        changed = replace(self.by_id.get(trainer, Trainer(trainer)), **fields)
        return replace(self, by_id={**self.by_id, trainer: changed})


def trainer_told(document: Mapping[str, Any]) -> str | None:
    """Whose PIN or card a stored document holds; None where it holds neither."""
    data = document.get("data")
    if document.get("kind") not in (PinSet.__name__, TrainerNamed.__name__):
        return None
    told = data.get("trainer", FIRST_TRAINER) if isinstance(data, dict) else None
    return told if isinstance(told, str) else None
