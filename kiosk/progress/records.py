"""What the journal says, folded: learners, who is signed in, what each one did.

Only the types of events are known here, not the engines: those fold the events of a learner to
states themselves. Of everybody a digest is in memory; the events of a learner are read from her
file when she is first asked for.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from threading import RLock
from typing import Final, Self, get_args

from demo_store.events import StoreEvent
from demo_store.village.events import VillageEvent
from kiosk.progress.attempts import Attempts
from kiosk.progress.cards import Group, Learner
from kiosk.progress.digest import Digest, Seat, digest_of_all, digested
from kiosk.progress.digest_text import code_print, digest_of, text_of
from kiosk.progress.events import (
    ClipHeard,
    GroupNamed,
    LanguageChosen,
    LearnerForgotten,
    NeuralVoiceChosen,
    PinSet,
    SameLearner,
    SignedIn,
    SignedOut,
    TrainerNamed,
    TrainerPinFailed,
    TrainerRemoved,
    TrainerSignedIn,
)
from kiosk.progress.idle import IdleWork
from kiosk.progress.journal import Envelope, Journal, Told, tells_nobody
from kiosk.progress.kinds import Event
from kiosk.progress.learner_files import file_name
from kiosk.progress.lending import Lending, LendingEnded, TabletLent
from kiosk.progress.marks import Kept
from kiosk.progress.one_person import SameCards, attended_together, together
from kiosk.progress.order import in_order, line_to_last
from kiosk.progress.practised import Practised
from kiosk.progress.settings import Settings, SettingsChosen
from kiosk.progress.summary import LearnerSummary
from kiosk.progress.trainers import Trainer, Trainers
from kiosk.progress.village import VillageHappened
from lessons.events import LessonEvent, StepCompleted, TestEvent
from lessons.phrase import Language

__all__ = ("Group", "Learner", "Records", "Trainer")

_LESSON_EVENTS = (*get_args(LessonEvent), *get_args(TestEvent))
_STORE_EVENTS = get_args(StoreEvent)
MOST_HEARD: Final = 200
"""So many sentences back it is told what a learner heard."""
_IDLE_S: Final = 3.0
_LONGEST_S: Final = 120.0

Read = Callable[[str], Iterable[Envelope]]


@dataclass(slots=True)
class _Happened:
    """A learner's events by what they are about.

    Her store and her village follow one line of events where she went on apart on two tablets: an
    order of one is none of the other. What she learned counts wherever it was.
    """

    lessons: list[LessonEvent | TestEvent] = field(default_factory=list)
    store: list[StoreEvent] = field(default_factory=list)
    village: list[VillageEvent] = field(default_factory=list)
    practised: list[Practised] = field(default_factory=list)
    heard: deque[ClipHeard] = field(default_factory=lambda: deque(maxlen=MOST_HEARD))

    @classmethod
    def of(cls, envelopes: Sequence[Envelope]) -> Self:
        """All of one learner, in order."""
        happened, line = cls(), line_to_last(envelopes)
        for envelope in envelopes:
            event = envelope.event()
            if envelope.id in line or isinstance(event, (*_LESSON_EVENTS, ClipHeard)):
                happened.add(envelope, event)
        return happened

    def add(self, envelope: Envelope, event: Event | None) -> None:
        if isinstance(event, StepCompleted):
            at = None if envelope.doubtful else envelope.time
            alone = event.tries <= 1 and event.hints == 0
            self.practised.append(Practised(event.lesson, at, alone, len(self.store)))
        if isinstance(event, _LESSON_EVENTS):
            self.lessons.append(event)
        elif isinstance(event, _STORE_EVENTS):
            self.store.append(event)
        elif isinstance(event, VillageHappened):
            self.village.append(event.event)
        elif isinstance(event, ClipHeard):
            self.heard.append(event)


class Records:
    """Folds of the journal. Give every appended envelope to ``apply``, in sequence.

    ``read`` gives a learner's envelopes when they are asked for; without it all are in memory.
    """

    def __init__(self, read: Read | None = None) -> None:
        self._guard = RLock()
        self._read = read
        self._digests: dict[str, Digest] = {}
        self._cards: dict[str, None] = {}
        self._happened: dict[str, _Happened] = {}
        self._changed: set[str] = set()
        self._idle: IdleWork | None = None
        self._signed_in: dict[str, str] = {}
        self._languages: dict[str, Language] = {}
        self._settings: dict[str, Settings] = {}
        self._lenders: dict[str, str] = {}
        self._forgotten: set[str] = set()
        self._same = SameCards()
        self._is_any_same = False
        self._groups: dict[str, Group] = {}
        self._trainers = Trainers()
        self.trainer_attempts = Attempts()
        """Wrong PINs in a row, whoever's: one door, one wait."""
        self.neural_voices: frozenset[Language] = frozenset()
        """The languages that the trainer had a neural voice speak."""

    @classmethod
    def rebuilt(cls, envelopes: Iterable[Envelope]) -> Self:
        """Records of a whole journal, all of it in memory."""
        records = cls()
        of_each: defaultdict[str, list[Envelope]] = defaultdict(list)
        for envelope in in_order(envelopes):
            records.apply(envelope)
            of_each[envelope.about or ""].append(envelope)
        for learner in records._happened:
            records._happened[learner] = _Happened.of(of_each[learner])
        records._stand_by_age()
        return records

    @classmethod
    def of(cls, journal: Journal, told: Told = tells_nobody) -> Self:
        """Records of a journal; only what went on since it was kept is folded anew.

        What was folded is kept in idle time and when the journal is closed. ``told`` is called
        while learners are folded anew, as all are when a new version means something else by it.

        Raises:
            UnknownRecord: a newer kiosk wrote a learner's file.
        """
        records = cls(journal.of)
        for envelope in journal.tablet_envelopes:
            records.apply(envelope)
        for done, learner in enumerate(journal.learners, start=1):
            if not records._take_up(learner, journal):
                told(done, len(journal.learners))
        records._stand_by_age()
        records._seat(_forgettings(journal))
        records._keep_in(journal)
        return records

    def apply(self, envelope: Envelope) -> None:
        """Take in one more envelope; what this version does not know only moves the time."""
        with self._guard:
            event, learner = envelope.event(), envelope.about
            if isinstance(event, LearnerForgotten):
                self._forget(event.learner)
            elif learner is None:
                self._apply_to_tablet(envelope, event)
            elif learner not in self._forgotten:
                self._apply_to_learner(learner, envelope, event)

    @property
    def learners(self) -> tuple[Learner, ...]:
        """Everyone once, first enrolled first; guests too."""
        with self._guard:
            shown = (each for each in self._cards if self._same.shown(each) == each)
            found = (self._digests[each].card for each in shown)
            return tuple(card for card in found if card)

    @property
    def trainers(self) -> Mapping[str, Trainer]:
        """All trainers by id, first come first; not those who were removed."""
        return self._trainers.by_id

    @property
    def is_no_trainer_left(self) -> bool:
        """Whether there were trainers and all of them were removed."""
        return self._trainers.is_nobody_left

    @property
    def groups(self) -> tuple[Group, ...]:
        """All groups, first named first."""
        with self._guard:
            return tuple(self._groups.values())

    def learner(self, learner_id: str) -> Learner | None:
        """One learner, or None where nobody has this id."""
        return self._digest(learner_id).card

    def is_forgotten(self, learner_id: str) -> bool:
        """Whether everything about her was deleted here."""
        return learner_id in self._forgotten

    def lesson_events(self, learner_id: str) -> tuple[LessonEvent | TestEvent, ...]:
        """What she did in lessons and tests, oldest first; under her other cards before this."""
        with self._guard:
            cards = (*self._same.others(learner_id), learner_id)
            return tuple(each for card in cards for each in self._events(card).lessons)

    def practised(self, learner_id: str) -> tuple[Practised, ...]:
        """The steps that she did, oldest first; under her other cards before this, all the same.

        What happened in the store of another card is not counted.
        """
        with self._guard:
            others = [
                replace(each, after=0)
                for card in self._same.others(learner_id)
                for each in self._events(card).practised
            ]
            return (*others, *self._events(learner_id).practised)

    def store_events(self, learner_id: str) -> tuple[StoreEvent, ...]:
        """What she did in her store, oldest first."""
        with self._guard:
            return tuple(self._events(learner_id).store)

    def village_events(self, learner_id: str) -> tuple[VillageEvent, ...]:
        """What happened in the village that she works in, oldest first."""
        with self._guard:
            return tuple(self._events(learner_id).village)

    def heard(self, learner_id: str) -> tuple[ClipHeard, ...]:
        """What she listened to lately, the newest first; with what she heard under other cards."""
        with self._guard:
            cards = (*self._same.others(learner_id), learner_id)
            return tuple(each for card in cards for each in self._events(card).heard)[::-1]

    def summary(self, learner_id: str) -> LearnerSummary:
        """What her events mean; an empty summary where there are none."""
        with self._guard:
            hers = self._digest(learner_id).summary
            others = self._same.others(learner_id)
            if not others:
                return hers
            return together(hers, (self._digest(each).summary for each in others))

    @property
    def people(self) -> tuple[tuple[Learner, LearnerSummary], ...]:
        """Everyone once with what her events mean, first enrolled first; guests too."""
        with self._guard:
            return tuple((each, self.summary(each.id)) for each in self.learners)

    def note(self, learner_id: str) -> str:
        """What the trainer wants to remember of her."""
        return self._digest(learner_id).note

    def attended(self, learner_id: str) -> frozenset[str]:
        """The days (ISO dates) that were marked as days on which she was there."""
        with self._guard:
            others = self._same.others(learner_id)
            days = (self._digest(each).attended for each in others)
            return frozenset(attended_together(self._digest(learner_id).attended, days))

    def other_cards(self, learner_id: str) -> tuple[str, ...]:
        """The ids of further cards of the same person."""
        with self._guard:
            return self._same.others(learner_id)

    def doubtful_times(self, learner_id: str) -> int:
        """How many of her events have a time that cannot be true."""
        return self._digest(learner_id).doubtful

    def signed_in(self, tablet: str) -> str | None:
        """The id of the learner who has this tablet."""
        with self._guard:
            learner = self._signed_in.get(tablet)
            return self._same.shown(learner) if learner else None

    def lending(self, tablet: str) -> Lending | None:
        """Who lent this tablet and waits for it; she is not forgotten."""
        with self._guard:
            lender = self._lenders.get(tablet, "")
            digest = self._digest(lender)
            return Lending(lender, digest.lent[tablet]) if digest.card else None

    @property
    def by_tablet(self) -> Mapping[str, str]:
        """The id of the learner at each tablet that somebody has now."""
        with self._guard:
            return {each: self._same.shown(who) for each, who in self._signed_in.items()}

    @property
    def at_tablets(self) -> frozenset[str]:
        """The ids of all who have a tablet now."""
        with self._guard:
            return frozenset(map(self._same.shown, self._signed_in.values()))

    def language(self, tablet: str) -> Language | None:
        """The language last chosen on a tablet while nobody was signed in."""
        return self._languages.get(tablet)

    def settings(self, tablet: str) -> Settings:
        """How this tablet is to behave."""
        return self._settings.get(tablet, Settings())

    def secret_attempts(self, learner_id: str) -> Attempts:
        """Wrong secret pictures in a row for a learner."""
        return self._digest(learner_id).attempts

    # -- folding

    def _digest(self, learner_id: str) -> Digest:
        return self._digests.get(learner_id, Digest())

    def _apply_to_tablet(self, envelope: Envelope, event: Event | None) -> None:
        match event:
            case LanguageChosen(language, tablet):
                self._languages[tablet or envelope.tablet] = language
            case SettingsChosen(tablet, settings):
                self._settings[tablet] = settings
            case NeuralVoiceChosen(language, True):
                self.neural_voices |= {language}
            case NeuralVoiceChosen(language):
                self.neural_voices -= {language}
            case PinSet() | TrainerNamed() | TrainerRemoved():
                self._trainers = self._trainers.after(event)
            case TrainerPinFailed():
                self.trainer_attempts = self.trainer_attempts.failed(envelope.time)
            case TrainerSignedIn():
                self.trainer_attempts = Attempts()
            case GroupNamed(group, "", ""):
                self._groups.pop(group, None)
            case GroupNamed(group, name, sign):
                self._groups[group] = Group(group, sign, name)

    def _apply_to_learner(self, learner: str, envelope: Envelope, event: Event | None) -> None:
        if self._read is None:
            self._happened.setdefault(learner, _Happened())
        if learner in self._happened:
            self._happened[learner].add(envelope, event)
        is_new = learner not in self._digests
        digest = self._digests[learner] = digested(self._digest(learner), envelope, event)
        if is_new and self._is_any_same:
            self._same = SameCards.of(self._digests)
        if digest.card:
            self._cards.setdefault(learner)
        self._changed.add(learner)
        if self._idle:
            self._idle.put_off()
            self._idle.ask()
        match event:
            case SignedIn(_, tablet):
                self._signed_in[tablet] = learner
                self._take_back(tablet, learner)
            case TabletLent(_, tablet):
                self._lenders[tablet] = learner
            case LendingEnded(_, tablet):
                self._take_back(tablet, learner)
            case SignedOut(_, tablet) if self.signed_in(tablet) == self._same.shown(learner):
                del self._signed_in[tablet]
            case SameLearner():
                self._is_any_same = True
                self._same = SameCards.of(self._digests)

    def _take_back(self, tablet: str, learner: str) -> None:
        if self._lenders.get(tablet) == learner:
            del self._lenders[tablet]

    def _events(self, learner: str) -> _Happened:
        """Her events as far as they were applied, read now if they were not yet."""
        if learner not in self._happened:
            if not self._read or learner not in self._digests:
                return _Happened()
            envelopes = tuple(self._read(learner))[: self._digests[learner].count]
            self._happened[learner] = _Happened.of(envelopes)
        return self._happened[learner]

    def _forget(self, learner: str) -> None:
        self._forgotten.add(learner)
        for kept in (self._digests, self._cards, self._happened):
            kept.pop(learner, None)
        self._changed.discard(learner)
        self._lenders = {at: lent for at, lent in self._lenders.items() if lent != learner}
        self._same = SameCards.of(self._digests)
        # Her sign-ins are erased, so the journal cannot tell any more who had a tablet before or
        # after her: everybody taps her picture once more.
        self._signed_in.clear()

    # -- what is kept

    def _take_up(self, learner: str, journal: Journal) -> bool:
        """Whether what was kept of her is of use; else she is folded anew."""
        kept = journal.kept(learner)
        digest = digest_of(kept.digest) if kept and kept.code == code_print() else None
        is_of_use = digest is not None
        if digest is None:
            digest = digest_of_all(journal.of(learner))
            self._changed.add(learner)
        self._digests[learner] = digest
        return is_of_use

    def _stand_by_age(self) -> None:
        """Which cards are of one person, and all cards by age."""
        self._is_any_same = any(digest.same for digest in self._digests.values())
        self._same = SameCards.of(self._digests)
        first = sorted(self._digests.items(), key=lambda item: (item[1].since, item[0]))
        self._cards = {learner: None for learner, digest in first if digest.card}

    def _seat(self, forgettings: list[Seat]) -> None:
        """Puts who came last to each tablet at it."""
        last: dict[str, Seat] = {}
        for learner, digest in self._digests.items():
            self._lenders.update(dict.fromkeys(digest.lent, learner))
            for tablet, seat in digest.sat_down.items():
                before = last.get(tablet)
                if (before is None or before.seq < seat.seq) and not any(
                    seat.is_before(each) for each in forgettings
                ):
                    last[tablet] = seat
                    self._signed_in[tablet] = learner
        for tablet, seat in last.items():
            if self._got_up(self._signed_in[tablet], tablet) > seat.seq:
                del self._signed_in[tablet]

    def _got_up(self, learner: str, tablet: str) -> int:
        """When she last signed out there, under whichever card."""
        shown = self._same.shown(learner)
        cards = (shown, *self._same.others(shown))
        return max(self._digest(card).got_up.get(tablet, 0) for card in cards)

    def _keep_in(self, journal: Journal) -> None:
        def keep() -> None:
            journal.keep(self._to_keep(journal))

        def keep_at_last() -> None:
            idle.stop()
            keep()

        idle = self._idle = IdleWork(keep, _IDLE_S, _LONGEST_S)
        journal.before_close(keep_at_last)
        if self._changed:
            idle.ask()

    def _to_keep(self, journal: Journal) -> list[Kept]:
        """What was folded of those whose file holds just that, and no more yet."""
        kept = []
        with self._guard:
            for learner in tuple(self._changed):
                mark, digest = journal.mark(learner), self._digests[learner]
                if mark and mark.count == digest.count:
                    text = text_of(digest)
                    kept.append(Kept(file_name(learner), mark, code_print(), text))
                    self._changed.discard(learner)
        return kept


def _forgettings(journal: Journal) -> list[Seat]:
    """The last one of each tablet that keeps a journal: sign-ins count only after them."""
    kind = LearnerForgotten.__name__
    found = {each.tablet: each for each in journal.tablet_envelopes if each.kind == kind}
    return [Seat.of(each) for each in found.values()]
