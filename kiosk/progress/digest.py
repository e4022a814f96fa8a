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
    Attended,
    FamilyNamed,
    GroupChosen,
    GuestStarted,
    LanguageChosen,
    LearnerEnrolled,
    NoteWritten,
    ProductKindChosen,
    SameLearner,
    SecretFailed,
    SecretSet,
    SignedIn,
    SignedOut,
    TrainerNoted,
    VoiceAdjusted,
)
from kiosk.progress.kinds import Event
from kiosk.progress.lending import LendingEnded, TabletLent
from kiosk.progress.summary import LearnerSummary, fold


@dataclass(frozen=True, slots=True)
class Seat:
    """When something was written: its sequence number and time, and by whose journal."""

    seq: int
    at: str
    by: str

    @classmethod
    def of(cls, envelope: Envelope) -> "Seat":
        """When an envelope was written."""
        return cls(envelope.seq, envelope.at, envelope.tablet)

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
    lent: Mapping[str, str] = field(default_factory=dict)
    """Where she was when she lent a tablet that is to come back to her, by tablet."""
    doubtful: int = 0
    """So many envelopes have a time that cannot be true; it is not counted as practice."""
    note: str = ""
    """What the trainer wants to remember."""
    attended: Mapping[str, bool] = field(default_factory=dict)
    """Whether she was there, by day (ISO date), as far as it was marked."""
    same: Mapping[str, Seat] = field(default_factory=dict)
    """Other cards of hers, and when that was said."""
    summary: LearnerSummary = field(default_factory=LearnerSummary)


def digested(digest: Digest, envelope: Envelope, event: Event | None) -> Digest:
    """The digest after one more envelope; None stands for an event not known here."""
    after = _with_card(digest, envelope, event)
    after = replace(after, doubtful=digest.doubtful + 1) if envelope.doubtful else after
    # Somebody else may be guessing, or keeps what she lent, or the trainer takes forgotten pictures
    # away: it was not she.
    if isinstance(event, SecretFailed | SecretSet | LendingEnded | TrainerNoted):
        return replace(after, count=digest.count + 1)
    # A card that came in from a table: nobody was there then.
    is_untimed = envelope.doubtful or envelope.learner is None
    summary = fold(after.summary, None if is_untimed else envelope.time, event)
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
            return _changed(digest, pace=pace, loudness=loudness, voice_chosen=True)
        case SecretSet(_, secret_hash):
            return replace(_changed(digest, secret_hash=secret_hash), attempts=Attempts())
        case SecretFailed():
            return replace(digest, attempts=digest.attempts.failed(envelope.time))
        case SignedIn(_, tablet):
            sat_down = {**digest.sat_down, tablet: Seat.of(envelope)}
            after = replace(digest, attempts=Attempts(), sat_down=sat_down)
            return _without_lent(after, tablet)
        case SignedOut(_, tablet):
            return replace(digest, got_up={**digest.got_up, tablet: envelope.seq})
        case TabletLent(_, tablet, place):
            return replace(digest, lent={**digest.lent, tablet: place})
        case LendingEnded(_, tablet):
            return _without_lent(digest, tablet)
    return _with_trainers(digest, envelope, event)


def _without_lent(digest: Digest, tablet: str) -> Digest:
    if tablet not in digest.lent:
        return digest
    return replace(digest, lent={each: at for each, at in digest.lent.items() if each != tablet})


def _with_trainers(digest: Digest, envelope: Envelope, event: Event | None) -> Digest:
    """What the trainer said of her."""
    match event:
        case GroupChosen(_, group):
            return _changed(digest, group=group)
        case FamilyNamed(_, family):
            return _changed(digest, family=family)
        case NoteWritten(_, note):
            return replace(digest, note=note)
        case Attended(_, day, present):
            return replace(digest, attended={**digest.attended, day: present})
        case SameLearner(_, other):
            return replace(digest, same={**digest.same, other: Seat.of(envelope)})
    return digest


def _with_new_card(
    digest: Digest, envelope: Envelope, event: LearnerEnrolled | GuestStarted
) -> Digest:
    """A card that replaces another keeps its place and what its first event does not tell."""
    card, before = card_of(event), digest.card
    if before is None:
        return replace(digest, card=card, since=envelope.seq)
    kept = {
        name: getattr(before, name)
        for name in ("pace", "loudness", "voice_chosen", "group", "family")
    }
    return replace(digest, card=replace(card, **kept))


def _changed(digest: Digest, **fields: Any) -> Digest:
    return replace(digest, card=replace(digest.card, **fields)) if digest.card else digest
