"""Who is a trainer: others are added and removed by one who gave a PIN."""

import uuid

from kiosk.classroom import Classroom
from kiosk.people import LONGEST_NAME
from kiosk.photos import PHOTO, Photos
from kiosk.progress.errors import NotSaved
from kiosk.progress.events import PinSet, TrainerNamed
from kiosk.progress.kinds import Event
from kiosk.progress.records import Trainer
from kiosk.progress.secret import hash_pin
from kiosk.recordings import Recordings
from kiosk.unkept import Unkept


class Team:
    """Every method has what it changes on the disk before it returns.

    Raises (all of these): kiosk.progress.errors.NotSaved, and then nothing has changed. Hashing a
    PIN takes a moment on purpose: call `add` and `set_pin` off the event loop.
    """

    def __init__(self, classroom: Classroom, photos: Photos, recordings: Recordings) -> None:
        self._classroom = classroom
        self._photos = photos
        self._recordings = recordings

    def add(
        self,
        pin: str,
        picture: str,
        name: str = "",
        photo: Unkept | None = None,
        said: Unkept | None = None,
    ) -> str:
        """A further trainer; returns the id.

        Raises:
            kiosk.progress.errors.PinNotAllowed: these are not four to six digits.
        """
        trainer = str(uuid.uuid4())
        pin_set = PinSet(hash_pin(pin), trainer)
        self._write(trainer, picture, name, photo, said, pin_set)
        return trainer

    def name(
        self,
        trainer: str,
        picture: str,
        name: str = "",
        photo: Unkept | None = None,
        said: Unkept | None = None,
    ) -> None:
        """How a trainer is known at the door, in place of what was said before."""
        before = self._classroom.records.trainers.get(trainer, Trainer(trainer))
        self._write(trainer, picture, name, photo, said, clip=before.name_clip)
        if before.picture != picture:
            self._photos.remove(before.picture.removeprefix(PHOTO))
        if said is not None:
            self._recordings.remove(before.name_clip)

    def set_pin(self, trainer: str, pin: str) -> None:
        """Another PIN for a trainer.

        Raises:
            LookupError: there is no such trainer.
            kiosk.progress.errors.PinNotAllowed: these are not four to six digits.
        """
        if trainer not in self._classroom.records.trainers:
            raise LookupError(trainer)
        self._classroom.write_for_tablet([PinSet(hash_pin(pin), trainer)])

    def remove(self, trainer: str) -> None:
        """Deletes a trainer; what was written of learners stays, as it names nobody.

        Raises:
            PermissionError: nobody else has a PIN.
        """
        others = (each for each in self._classroom.records.trainers.values() if each.id != trainer)
        if not any(each.pin_hash for each in others):
            raise PermissionError("nobody could open the trainer's door any more")
        self._classroom.remove_trainer(trainer)

    def _write(
        self,
        trainer: str,
        picture: str,
        name: str,
        photo: Unkept | None,
        said: Unkept | None,
        *also: Event,
        clip: str = "",
    ) -> None:
        """Photo, voice and card, or nothing of them."""
        try:
            if photo is not None:
                self._photos.keep(photo)
            if said is not None:
                clip = self._recordings.keep(said)
            short = " ".join(name.split())[:LONGEST_NAME]
            named = TrainerNamed(trainer, picture, short, clip)
            self._classroom.write_for_tablet([named, *also])
        except NotSaved:
            if photo is not None:
                self._photos.remove(photo.key)
            if said is not None:
                self._recordings.remove(said.key)
            raise
