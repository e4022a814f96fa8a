"""What the journal says, folded in memory: learners, who is signed in, what each one did.

Only the types of events are known here, not the engines: those fold the events of a learner to
states themselves.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from threading import RLock
from typing import Self, get_args

from demo_store.events import StoreEvent
from demo_store.village.events import VillageEvent
from kiosk.progress.attempts import Attempts
from kiosk.progress.events import (
    GuestStarted,
    KioskEvent,
    LanguageChosen,
    LearnerEnrolled,
    LearnerForgotten,
    Loudness,
    Pace,
    PinSet,
    ProductKindChosen,
    SecretFailed,
    SecretSet,
    SignedIn,
    SignedOut,
    TrainerPinFailed,
    TrainerSignedIn,
    VoiceAdjusted,
)
from kiosk.progress.journal import Envelope
from kiosk.progress.kinds import Event
from kiosk.progress.summary import LearnerSummary, fold
from kiosk.progress.village import VillageHappened
from lessons.events import LessonEvent
from lessons.phrase import Language

_LESSON_EVENTS = get_args(LessonEvent)
_STORE_EVENTS = get_args(StoreEvent)


@dataclass(frozen=True, slots=True)
class Learner:
    """A card on the home screen. ``guest``: tries without a card, so name and picture are empty."""

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

    @property
    def has_secret(self) -> bool:
        """Whether secret pictures guard the card."""
        return bool(self.secret_hash)


class Records:
    """Folds of the journal. Give every appended envelope to ``apply``, in sequence."""

    def __init__(self) -> None:
        self._guard = RLock()
        self._learners: dict[str, Learner] = {}
        self._lesson_events: defaultdict[str, list[LessonEvent]] = defaultdict(list)
        self._store_events: defaultdict[str, list[StoreEvent]] = defaultdict(list)
        self._village_events: defaultdict[str, list[VillageEvent]] = defaultdict(list)
        self._summaries: dict[str, LearnerSummary] = {}
        self._signed_in: dict[str, str] = {}
        self._languages: dict[str, Language] = {}
        self._secret_attempts: dict[str, Attempts] = {}
        self._forgotten: set[str] = set()
        self.pin_hash = ""
        """The trainer's PIN as a hash; empty where none is set."""
        self.trainer_attempts = Attempts()

    @classmethod
    def rebuilt(cls, envelopes: Iterable[Envelope]) -> Self:
        """Records of a whole journal."""
        records = cls()
        for envelope in envelopes:
            records.apply(envelope)
        return records

    def apply(self, envelope: Envelope) -> None:
        """Take in one more envelope; what this version does not know only moves the time."""
        with self._guard:
            event = envelope.event()
            learner = getattr(event, "learner", None) or envelope.learner
            if isinstance(event, LearnerForgotten):
                self._forget(event.learner)
            elif learner not in self._forgotten:
                self._take_in(envelope, learner, event)

    @property
    def learners(self) -> tuple[Learner, ...]:
        """Everyone, first enrolled first; guests too."""
        with self._guard:
            return tuple(self._learners.values())

    def learner(self, learner_id: str) -> Learner | None:
        """One learner, or None where nobody has this id."""
        return self._learners.get(learner_id)

    def lesson_events(self, learner_id: str) -> tuple[LessonEvent, ...]:
        """What she did in lessons, oldest first."""
        with self._guard:
            return tuple(self._lesson_events.get(learner_id, ()))

    def store_events(self, learner_id: str) -> tuple[StoreEvent, ...]:
        """What she did in her store, oldest first."""
        with self._guard:
            return tuple(self._store_events.get(learner_id, ()))

    def village_events(self, learner_id: str) -> tuple[VillageEvent, ...]:
        """What happened in the village that she works in, oldest first."""
        with self._guard:
            return tuple(self._village_events.get(learner_id, ()))

    def summary(self, learner_id: str) -> LearnerSummary:
        """What her events mean; an empty summary where there are none."""
        return self._summaries.get(learner_id, LearnerSummary())

    def signed_in(self, tablet: str) -> str | None:
        """The id of the learner who has this tablet."""
        return self._signed_in.get(tablet)

    def language(self, tablet: str) -> Language | None:
        """The language last chosen on a tablet while nobody was signed in."""
        return self._languages.get(tablet)

    def secret_attempts(self, learner_id: str) -> Attempts:
        """Wrong secret pictures in a row for a learner."""
        return self._secret_attempts.get(learner_id, Attempts())

    def _take_in(self, envelope: Envelope, learner: str | None, event: Event | None) -> None:
        if isinstance(event, get_args(KioskEvent)):
            self._apply_kiosk(envelope, event)
        if learner is None:
            return
        if isinstance(event, _LESSON_EVENTS):
            self._lesson_events[learner].append(event)
        elif isinstance(event, _STORE_EVENTS):
            self._store_events[learner].append(event)
        elif isinstance(event, VillageHappened):
            self._village_events[learner].append(event.event)
        # Somebody else may be guessing, or the trainer takes forgotten pictures away.
        if not isinstance(event, SecretFailed | SecretSet):
            self._summaries[learner] = fold(self.summary(learner), envelope.time, event)

    def _apply_kiosk(self, envelope: Envelope, event: KioskEvent) -> None:
        match event:
            case LearnerEnrolled() | GuestStarted():
                self._learners[event.learner] = self._card(event)
            case LanguageChosen(language, tablet) if envelope.learner is None:
                self._languages[tablet or envelope.tablet] = language
            case LanguageChosen(language):
                self._change(envelope.learner, language=language)
            case ProductKindChosen(learner, kind):
                self._change(learner, product_kind=kind)
            case VoiceAdjusted(learner, pace, loudness):
                self._change(learner, pace=pace, loudness=loudness)
            case SecretSet(learner, secret_hash):
                self._change(learner, secret_hash=secret_hash)
                self._secret_attempts.pop(learner, None)
            case SecretFailed(learner):
                failed = self.secret_attempts(learner).failed(envelope.time)
                self._secret_attempts[learner] = failed
            case SignedIn(learner, tablet):
                self._signed_in[tablet] = learner
                self._secret_attempts.pop(learner, None)
            case SignedOut(learner, tablet):
                if self._signed_in.get(tablet) == learner:
                    del self._signed_in[tablet]
            case PinSet(pin_hash):
                self.pin_hash = pin_hash
            case TrainerPinFailed():
                self.trainer_attempts = self.trainer_attempts.failed(envelope.time)
            case TrainerSignedIn():
                self.trainer_attempts = Attempts()

    def _card(self, event: LearnerEnrolled | GuestStarted) -> Learner:
        """The card; one that replaces another keeps how she wants to be spoken to."""
        card, before = _card(event), self._learners.get(event.learner)
        return replace(card, pace=before.pace, loudness=before.loudness) if before else card

    def _change(self, learner_id: str | None, **fields: str) -> None:
        learner = self._learners.get(learner_id or "")
        if learner is not None:
            # mypy cannot see which field has which type; the callers above give the right ones.
            self._learners[learner.id] = replace(learner, **fields)  # type: ignore[arg-type]

    def _forget(self, learner_id: str) -> None:
        self._forgotten.add(learner_id)
        for kept in (
            self._learners,
            self._lesson_events,
            self._store_events,
            self._village_events,
            self._summaries,
            self._secret_attempts,
        ):
            kept.pop(learner_id, None)
        # Her sign-ins are erased, so the journal cannot tell any more who had a tablet before or
        # after her: everybody taps her picture once more.
        self._signed_in.clear()


def _card(event: LearnerEnrolled | GuestStarted) -> Learner:
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
