"""Who a learner is: her card on the first screen."""

from dataclasses import dataclass
from typing import Final

from kiosk.progress.events import GuestStarted, LearnerEnrolled, Loudness, Pace
from lessons.phrase import Language

SAMPLE: Final = "sample-"
"""So begin the ids of learners who were made up; those of real ones are random."""


@dataclass(frozen=True, slots=True)
class Learner:
    """A card on the home screen. ``guest``: tries without a card, so name and picture are empty.

    ``voice_chosen``: she chose herself how she is spoken to. ``group`` is the id of hers,
    ``family`` the name on her stamp; the trainer gives them.
    """

    id: str
    language: Language
    picture: str = ""
    name: str = ""
    name_clip: str = ""
    product_kind: str = ""
    secret_hash: str = ""
    guest: bool = False
    pace: Pace = "normal"
    loudness: Loudness = "normal"
    voice_chosen: bool = False
    group: str = ""
    family: str = ""

    @property
    def sample(self) -> bool:
        """Whether she was made up, to show or to try things with."""
        return self.id.startswith(SAMPLE)

    @property
    def has_secret(self) -> bool:
        """Whether secret pictures guard the card."""
        return bool(self.secret_hash)


@dataclass(frozen=True, slots=True)
class Group:
    """Learners who come together; told apart by the picture."""

    id: str
    picture: str = ""
    name: str = ""


def card_of(event: LearnerEnrolled | GuestStarted) -> Learner:
    """A new card."""
    if isinstance(event, GuestStarted):
        return Learner(event.learner, event.language, guest=True)
    return Learner(
        id=event.learner,
        language=event.language,
        picture=event.picture,
        name=event.name,
        name_clip=event.name_clip,
        product_kind=event.product_kind,
        secret_hash=event.secret_hash,
    )
