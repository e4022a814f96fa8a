"""The trainer's door and papers: the PIN, and the file to take away. Checked here, not hidden."""

from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from kiosk.classroom import Classroom
from kiosk.knock import Knock, whole_seconds
from kiosk.naming import Names
from kiosk.progress.durable import make_folder
from kiosk.progress.events import PinSet, TrainerPinFailed, TrainerSignedIn, TrainerSignedOut
from kiosk.progress.export import write_csv
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
    def has_pin(self) -> bool:
        """Whether there is a PIN."""
        return bool(self._classroom.records.pin_hash)

    def set_first_pin(self, pin: str) -> None:
        """Sets the PIN where there is none yet.

        Raises:
            PermissionError: there is one already.
            kiosk.progress.errors.PinNotAllowed: these are not four to six digits.
        """
        with self._one_at_a_time:
            if self.has_pin:
                raise PermissionError("a PIN is set already")
            self._classroom.write_for_tablet([PinSet(hash_pin(pin)), TrainerSignedIn()])

    def knock(self, pin: str) -> Knock:
        """Tries a PIN; many tries at once have to wait like one after the other."""
        with self._one_at_a_time:
            wait = self._wait()
            if wait:
                return Knock("wait", wait)
            if verify_pin(pin, self._classroom.records.pin_hash):
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

    def _wait(self) -> int:
        return whole_seconds(self._classroom.records.trainer_attempts.wait_s(datetime.now(UTC)))
