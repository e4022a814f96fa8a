"""What happened at the kiosk around lessons and stores. Past-tense facts for the journal.

Privacy: a learner is a picture, a name she chose, a clip of it, a language and what she makes.
No number, birth date, phone, place or biometric has a field here, and none may get one. Secrets
stand here only as salted hashes (see ``secret``).
"""

from dataclasses import dataclass
from typing import Literal

from lessons.phrase import Language

Pace = Literal["slow", "normal"]
Loudness = Literal["soft", "normal", "loud"]
Depth = Literal["started", "ten-seconds", "quarter", "half", "three-quarters", "complete"]
SignOutReason = Literal["asked", "silence", "other_learner", "trainer"]


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
    """The trainer's PIN was set, as a salted hash; with an empty one it was taken away."""

    hash: str


@dataclass(frozen=True, slots=True)
class TrainerSignedIn:
    """The right PIN was given."""


@dataclass(frozen=True, slots=True)
class TrainerSignedOut:
    """The trainer left the trainer screens."""


@dataclass(frozen=True, slots=True)
class TrainerPinFailed:
    """A wrong PIN was given."""


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
    | TrainerSignedIn
    | TrainerSignedOut
    | TrainerPinFailed
)
