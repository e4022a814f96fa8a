"""What a learner is called where the trainer reads of her: her name, else her picture."""

from kiosk.photos import PHOTO
from kiosk.picture_words import picture_names, picture_words
from kiosk.progress.records import Group, Learner
from kiosk.wording import words
from lessons.phrase import Phrase, same_in_all


def name_of(learner: Learner) -> Phrase:
    """Her name as it was typed, or her picture's."""
    return same_in_all(learner.name) if learner.name else name_of_picture(learner.picture)


def name_of_picture(picture: str) -> Phrase:
    """What a learner's picture shows; of a photo only that it is one."""
    if picture.startswith(PHOTO):
        return words("trainer.photo")
    return picture_words(picture) if picture in picture_names() else words("start.learner")


def name_of_group(group: Group) -> Phrase:
    """Its name as it was typed, or its picture's."""
    return same_in_all(group.name) if group.name else name_of_picture(group.picture)
