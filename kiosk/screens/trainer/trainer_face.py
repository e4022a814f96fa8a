"""How a trainer is shown and called: by a picture, and a name where there is one."""

from collections.abc import Sequence

from kiosk import theme
from kiosk.naming import name_of_picture
from kiosk.player import Part
from kiosk.progress.records import Trainer
from kiosk.screens.enrol_picture import PICTURES
from kiosk.screens.trainer.choosing import Card
from kiosk.visit import Visit
from lessons.phrase import Phrase, same_in_all


def picture_of(trainer: Trainer) -> str:
    """The chosen picture, else always the same of the drawn ones, so that two can be told apart."""
    return trainer.picture or PICTURES[sum(trainer.id.encode()) % len(PICTURES)]


def name_of(trainer: Trainer) -> Phrase:
    """The name as it was written, else what the picture shows."""
    return same_in_all(trainer.name) if trainer.name else name_of_picture(picture_of(trainer))


def said_name(visit: Visit, trainer: Trainer) -> Sequence[Part]:
    """The name in the trainer's own voice; nothing where there is none."""
    if not visit.kiosk.recordings.file(trainer.name_clip):
        return ()
    return (Part(name_of(trainer), recording=trainer.name_clip),)


def trainer_card(visit: Visit, trainer: Trainer, area: str) -> Card:
    """A card of ``area`` to choose this trainer by; one's own has a ring."""
    own = trainer.id == visit.trainer_id
    return Card(
        f"{area}:{trainer.id}",
        visit.text(name_of(trainer)),
        picture_of(trainer),
        face=True,
        silent=not trainer.name,
        ground=theme.WARM if own else theme.PAPER,
        chosen=own,
    )
