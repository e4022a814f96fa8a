"""The trainer's door and papers: the PIN, and the file to take away. Checked here, not hidden."""

import uuid
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from kiosk.classroom import Classroom
from kiosk.knock import Knock, whole_seconds
from kiosk.naming import Names
from kiosk.progress.durable import make_folder
from kiosk.progress.events import PinSet, TrainerPinFailed, TrainerSignedIn, TrainerSignedOut
from kiosk.progress.export import write_csv
from kiosk.progress.records import Trainer
from kiosk.progress.secret import hash_pin, verify_pin
from lessons.phrase import Language

PIN_LENGTH = 4


class TrainerDesk:
    """Opens to the PIN only. Hashing takes a moment on purpose: call it off the event loop."""

    def __init__(self, classroom: Classroom, exports: Path) -> None:
        self._classroom = classroom
        self._exports = exports
        self._one_at_a_time = Lock()

    @property
    def trainers(self) -> tuple[Trainer, ...]:
        """Who can knock, first come first."""
        return tuple(self._classroom.records.trainers.values())

    def knows(self, trainer: str) -> bool:
        """Whether this is the id of a trainer, now."""
        return trainer in self._classroom.records.trainers

    @property
    def has_pin(self) -> bool:
        """Whether anybody has a PIN."""
        return any(each.pin_hash for each in self.trainers)

    def may_choose(self, trainer: str = "") -> bool:
        """Whether a trainer has no PIN yet, or there never was one; without an id the only one."""
        found = self._meant(trainer)
        if found:
            return not found.pin_hash
        return not self.trainers and not self._classroom.records.is_no_trainer_left

    def set_first_pin(self, pin: str, trainer: str = "") -> str:
        """Sets the PIN of a trainer who has none, or of the first one; returns the trainer's id.

        Raises:
            PermissionError: there is one already, or no such trainer.
            kiosk.progress.errors.PinNotAllowed: these are not four to six digits.
        """
        with self._one_at_a_time:
            found = self._meant(trainer)
            if not self.may_choose(trainer):
                raise PermissionError("a PIN is set already")
            known = found.id if found else str(uuid.uuid4())
            self._classroom.write_for_tablet([PinSet(hash_pin(pin), known), TrainerSignedIn()])
            return known

    def knock(self, pin: str, trainer: str = "") -> Knock:
        """Tries a trainer's PIN, without an id that of the only one.

        Many tries at once have to wait like one after the other, also for several trainers.
        """
        with self._one_at_a_time:
            wait = self._wait()
            if wait:
                return Knock("wait", wait)
            found = self._meant(trainer)
            if found and verify_pin(pin, found.pin_hash):
                self._classroom.write_for_tablet([TrainerSignedIn()])
                return Knock("open")
            self._classroom.write_for_tablet([TrainerPinFailed()])
            return Knock("wrong", self._wait())

    def leave(self) -> None:
        """The trainer is gone."""
        self._classroom.write_for_tablet([TrainerSignedOut()])

    def export(self, language: Language) -> Path:
        """Writes the learners' progress as CSV; returns the file.

        Raises:
            kiosk.progress.errors.NotSaved: the disk did not take it; no partial file stays.
        """
        titles = {
            lesson.id: lesson.title.text(language) for lesson in self._classroom.course.lessons()
        }
        names = Names(self._classroom.records, self._classroom.catalogue)
        make_folder(self._exports)
        name = f"learners-{datetime.now().astimezone():%Y-%m-%d-%H%M%S}.csv"
        path = self._exports / name
        write_csv(
            path,
            self._classroom.records,
            titles,
            picture_name=lambda learner: names.of_picture(learner).text(language),
        )
        return path

    def _meant(self, trainer: str) -> Trainer | None:
        if trainer:
            return self._classroom.records.trainers.get(trainer)
        return self.trainers[0] if len(self.trainers) == 1 else None

    def _wait(self) -> int:
        return whole_seconds(self._classroom.records.trainer_attempts.wait_s(datetime.now(UTC)))
