"""What happened at the kiosk around lessons and stores. Past-tense facts for the journal.

Privacy: a learner is a picture, a name she chose, a clip of it, a language and what she makes.
No number, birth date, phone, place or biometric has a field here, and none may get one. Secrets
stand here only as salted hashes (see ``secret``). A trainer may add a group, the family's name for
the stamp, a note and the days of attendance.
"""

from dataclasses import dataclass
from typing import Final, Literal

from lessons.phrase import Language

Pace = Literal["slow", "normal"]
Loudness = Literal["off", "soft", "normal", "loud"]
"""Off is shown in place of being heard."""
Depth = Literal["started", "ten-seconds", "quarter", "half", "three-quarters", "complete"]
SignOutReason = Literal["asked", "silence", "other_learner", "trainer"]
FIRST_TRAINER: Final = "first"
"""The trainer of a journal that knew of one only and therefore told no id."""


@dataclass(frozen=True, slots=True)
class LearnerEnrolled:
    """A learner got her card; said again for the same id it replaces the card.

    ``name_clip`` is the key of a stored recording or empty, ``secret_hash`` empty where she has
    no secret pictures. A guest who is enrolled under her id keeps what she did.
    """

    learner: str
    picture: str
    product_kind: str
    language: Language
    name: str = ""
    name_clip: str = ""
    secret_hash: str = ""


@dataclass(frozen=True, slots=True)
class GuestStarted:
    """Somebody began to try without a card."""

    learner: str
    language: Language


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    """The language changed: of the envelope's learner, or of ``tablet`` where it has none.

    ``tablet`` is a browser's, as in ``SignedIn``; it was not told of in the first journals.
    """

    language: Language
    tablet: str = ""


@dataclass(frozen=True, slots=True)
class ProductKindChosen:
    """A learner said what she makes."""

    learner: str
    product_kind: str


@dataclass(frozen=True, slots=True)
class VoiceAdjusted:
    """A learner chose how slowly and how loudly she is spoken to."""

    learner: str
    pace: Pace
    loudness: Loudness


@dataclass(frozen=True, slots=True)
class ClipHeard:
    """A sentence was listened to as far as ``depth``; ``clip`` is the phrase's key.

    Sentences that hold a name or a number have no key and are not told.
    """

    clip: str
    language: Language
    depth: Depth
    heard_ms: int


@dataclass(frozen=True, slots=True)
class SecretSet:
    """A learner's secret pictures were set, or with an empty hash taken away."""

    learner: str
    secret_hash: str


@dataclass(frozen=True, slots=True)
class SecretFailed:
    """Wrong secret pictures were tapped for a learner."""

    learner: str


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A learner took the tablet."""

    learner: str
    tablet: str


@dataclass(frozen=True, slots=True)
class SignedOut:
    """A learner gave the tablet back."""

    learner: str
    tablet: str
    why: SignOutReason


@dataclass(frozen=True, slots=True)
class LearnerForgotten:
    """Everything about a learner was erased; only this fact and her random id stay."""

    learner: str


@dataclass(frozen=True, slots=True)
class PinSet:
    """A trainer's PIN was set, as a salted hash; with an empty one it was taken away.

    ``trainer`` is a random id.
    """

    hash: str
    trainer: str = FIRST_TRAINER


@dataclass(frozen=True, slots=True)
class TrainerNamed:
    """How a trainer is known at the door; said again for the same id it replaces what was said.

    ``name_clip`` is the key of a stored recording or empty.
    """

    trainer: str
    picture: str
    name: str = ""
    name_clip: str = ""


@dataclass(frozen=True, slots=True)
class TrainerRemoved:
    """A trainer may not come in any more; only this fact and the random id stay."""

    trainer: str


@dataclass(frozen=True, slots=True)
class NeuralVoiceChosen:
    """The trainer had a neural voice speak this language, where there is a model, or no more."""

    language: Language
    is_on: bool


@dataclass(frozen=True, slots=True)
class TrainerSignedIn:
    """A trainer's PIN was given; whose, nobody needs to know later."""


@dataclass(frozen=True, slots=True)
class TrainerSignedOut:
    """The trainer left the trainer screens."""


@dataclass(frozen=True, slots=True)
class TrainerPinFailed:
    """A wrong PIN was given."""


@dataclass(frozen=True, slots=True)
class GroupNamed:
    """A group of learners is known by ``picture``, and by ``name`` where it has one.

    ``group`` is its random id. Without name and picture the group is gone.
    """

    group: str
    name: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class GroupChosen:
    """A learner came into a group; an empty one is none."""

    learner: str
    group: str


@dataclass(frozen=True, slots=True)
class FamilyNamed:
    """The name that stands on her stamp and labels; an empty one is none."""

    learner: str
    family: str


@dataclass(frozen=True, slots=True)
class NoteWritten:
    """What the trainer wants to remember of a learner; the latest counts, an empty one is none."""

    learner: str
    note: str


@dataclass(frozen=True, slots=True)
class Attended:
    """A learner was there on a ``day`` (ISO date) or, marked by mistake, was not.

    A later mark of the same day counts.
    """

    learner: str
    day: str
    present: bool


@dataclass(frozen=True, slots=True)
class SameLearner:
    """Two cards are of one person.

    Lessons, steps, minutes and attendance of ``other`` count for ``learner``, whose store stays as
    it is; ``other`` is not shown any more.
    """

    learner: str
    other: str


TrainerNoted = GroupChosen | FamilyNamed | NoteWritten | Attended | SameLearner
"""About a learner, and not done by her."""

KioskEvent = (
    LearnerEnrolled
    | GuestStarted
    | LanguageChosen
    | ProductKindChosen
    | VoiceAdjusted
    | ClipHeard
    | SecretSet
    | SecretFailed
    | SignedIn
    | SignedOut
    | LearnerForgotten
    | PinSet
    | NeuralVoiceChosen
    | TrainerNamed
    | TrainerRemoved
    | TrainerSignedIn
    | TrainerSignedOut
    | TrainerPinFailed
    | GroupNamed
    | GroupChosen
    | FamilyNamed
    | NoteWritten
    | Attended
    | SameLearner
)
