"""What the trainer does with people: groups, families, notes, attendance, and forgetting."""

import uuid
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from kiosk.classroom import Classroom
from kiosk.progress.errors import NotSaved
from kiosk.progress.events import (
    Attended,
    FamilyNamed,
    GroupChosen,
    GroupNamed,
    NoteWritten,
    SameLearner,
)

LONGEST_NOTE: Final = 120
LONGEST_FAMILY: Final = 24
LONGEST_GROUP: Final = 24
LONGEST_NAME: Final = 24
GROUP_PICTURES: Final = (
    "sun", "moon", "star", "oven", "egg", "honey-pot", "raisins", "walnuts", "quilt", "cap",
    "donkey-cart", "tulip", "rabbit", "turtle", "lantern", "basket", "heart", "house", "truck",
    "sewing-machine", "cloud", "book",
)  # fmt: skip
"""Told apart at a glance; none of them is a learner's."""


class People:
    """Every method has what it changes on the disk before it returns.

    Raises (all of these): kiosk.progress.errors.NotSaved, and then nothing has changed.
    """

    def __init__(self, classroom: Classroom, copies: Iterable[Callable[[], None]] = ()) -> None:
        """``copies`` delete what was made of people beside the journal."""
        self._classroom = classroom
        self._copies = tuple(copies)

    def new_group(self, picture: str, name: str = "") -> str:
        """A group that is known by a picture; returns its id."""
        group = str(uuid.uuid4())
        self._classroom.write_for_tablet([GroupNamed(group, _short(name, LONGEST_GROUP), picture)])
        return group

    def move(self, learner: str, group: str) -> None:
        """Puts her into a group; an empty one is none."""
        self._classroom.write_for_tablet([GroupChosen(learner, group)])

    def name_family(self, learner: str, family: str) -> None:
        """The name on her stamp; an empty one takes it away."""
        self._classroom.write_for_tablet([FamilyNamed(learner, _short(family, LONGEST_FAMILY))])

    def note(self, learner: str, note: str) -> None:
        """What to remember of her, in place of what was noted before."""
        self._classroom.write_for_tablet([NoteWritten(learner, _short(note, LONGEST_NOTE))])

    def clear_secret(self, learner: str) -> None:
        """Her secret pictures are gone: her own picture alone opens her card."""
        self._classroom.clear_secret(learner)

    def free(self, tablet: str) -> None:
        """Signs out who is at a tablet, such as one that was left lying open."""
        self._classroom.sign_out(tablet)

    def require_learner(self, learner: str) -> None:
        """Raises LookupError where there is no such learner."""
        if self._classroom.records.learner(learner) is None:
            raise LookupError(learner)

    def mark(self, learner: str, day: str, present: bool) -> None:
        """That she was there on a day (ISO date), or was not."""
        self._classroom.write_for_tablet([Attended(learner, day, present)])

    def join(self, learner: str, other: str) -> None:
        """Two cards are of one person: that of ``learner`` stays."""
        self._classroom.write_for_tablet([SameLearner(learner, other)])
        self._classroom.let_go(learner, other)

    def forget(self, learner: str) -> None:
        """Deletes everything of hers for good: all her cards, photos of hers and her voice.

        What was made of her comes first and her own card last: as long as anything could not be
        deleted she stands in the lists, and can be forgotten once more.
        """
        for delete in self._copies:
            try:
                delete()
            except OSError as error:
                raise NotSaved.because(Path(error.filename or "copies"), error) from error
        for card in (*self._classroom.records.other_cards(learner), learner):
            self._classroom.forget(card)
        for (
            delete
        ) in self._copies:  # what was still being made meanwhile, such as her name as sound
            with suppress(OSError):
                delete()


def _short(text: str, longest: int) -> str:
    return " ".join(text.split())[:longest]
