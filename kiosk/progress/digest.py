"""What all events of one learner come to: a pure fold, small enough to be kept for everybody.

Whatever a screen tells of many learners at once has to be folded here; their events are read only
when one of them is asked for.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from kiosk.progress.attempts import Attempts
from kiosk.progress.cards import Learner, card_of
from kiosk.progress.envelope import Envelope
from kiosk.progress.events import (
    GuestStarted,
    LanguageChosen,
    LearnerEnrolled,
    ProductKindChosen,
    SecretFailed,
    SecretSet,
    SignedIn,
    SignedOut,
    VoiceAdjusted,
)
from kiosk.progress.kinds import Event
from kiosk.progress.summary import LearnerSummary, fold


@dataclass(frozen=True, slots=True)
class Seat:
    """When something was written: its sequence number and time, and by whose journal."""

    seq: int
    at: str
    by: str

    def is_before(self, other: "Seat") -> bool:
        """Whether it was earlier; between two journals only the clocks can tell."""
        return self.seq < other.seq if self.by == other.by else self.at < other.at


@dataclass(frozen=True, slots=True)
class Digest:
    """``count`` envelopes of a learner, folded."""

    count: int = 0
    since: int = 0
    """The sequence number of her first card."""
    card: Learner | None = None
    attempts: Attempts = field(default_factory=Attempts)
    """Wrong secret pictures in a row."""
    sat_down: Mapping[str, Seat] = field(default_factory=dict)
    """When she last signed in, by tablet."""
    got_up: Mapping[str, int] = field(default_factory=dict)
    """The sequence number with which she last signed out, by tablet."""
    doubtful: int = 0
    """So many envelopes have a time that cannot be true; it is not counted as practice."""
    summary: LearnerSummary = field(default_factory=LearnerSummary)


def digested(digest: Digest, envelope: Envelope, event: Event | None) -> Digest:
    """The digest after one more envelope; None stands for an event not known here."""
    after = _with_card(digest, envelope, event)
    after = replace(after, doubtful=digest.doubtful + 1) if envelope.doubtful else after
    # Somebody else may be guessing, or the trainer takes forgotten pictures away.
    if isinstance(event, SecretFailed | SecretSet):
        return replace(after, count=digest.count + 1)
    summary = fold(after.summary, None if envelope.doubtful else envelope.time, event)
    return replace(after, count=digest.count + 1, summary=summary)


def digest_of_all(envelopes: Iterable[Envelope]) -> Digest:
    """The digest of all that is about a learner, in sequence."""
    digest = Digest()
    for envelope in envelopes:
        digest = digested(digest, envelope, envelope.event())
    return digest


def _with_card(digest: Digest, envelope: Envelope, event: Event | None) -> Digest:
    match event:
        case LearnerEnrolled() | GuestStarted():
            return _with_new_card(digest, envelope, event)
        case LanguageChosen(language):
            return _changed(digest, language=language)
        case ProductKindChosen(_, kind):
            return _changed(digest, product_kind=kind)
        case VoiceAdjusted(_, pace, loudness):
            return _changed(digest, pace=pace, loudness=loudness)
        case SecretSet(_, secret_hash):
            return replace(_changed(digest, secret_hash=secret_hash), attempts=Attempts())
        case SecretFailed():
            return replace(digest, attempts=digest.attempts.failed(envelope.time))
        case SignedIn(_, tablet):
            seat = Seat(envelope.seq, envelope.at, envelope.tablet)
            sat_down = {**digest.sat_down, tablet: seat}
            return replace(digest, attempts=Attempts(), sat_down=sat_down)
        case SignedOut(_, tablet):
            return replace(digest, got_up={**digest.got_up, tablet: envelope.seq})
    return digest


def _with_new_card(
    digest: Digest, envelope: Envelope, event: LearnerEnrolled | GuestStarted
) -> Digest:
    """A card that replaces another keeps how she wants to be spoken to, and its place."""
    card, before = card_of(event), digest.card
    if before is None:
        return replace(digest, card=card, since=envelope.seq)
    return replace(digest, card=replace(card, pace=before.pace, loudness=before.loudness))


def _changed(digest: Digest, **fields: Any) -> Digest:
    return replace(digest, card=replace(digest.card, **fields)) if digest.card else digest
