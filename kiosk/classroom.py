"""The one way from a tap to the journal: state and command in, durable events and new state out."""

import logging
import random
import uuid
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock, RLock
from typing import TypeVar

from demo_store import engine as store_engine
from demo_store.commands import StoreCommand
from demo_store.events import Refused, StoreEvent
from demo_store.practice import village_scene
from demo_store.practice.beginnings import gone_beyond, is_taken_away, prepare
from demo_store.store import Store
from demo_store.village.commands import VillageCommand
from demo_store.village.events import VillageEvent
from demo_store.village.scene_content import VillageScene, load_scene
from demo_store.village.state import Village
from demo_store.world.catalogue import Catalogue
from kiosk.due import KeptDue
from kiosk.guidance import waiting
from kiosk.held import Held
from kiosk.knock import Knock, whole_seconds
from kiosk.practising import leads_on, names, wanted
from kiosk.progress.course_figures import KeptFigures
from kiosk.progress.errors import NotSaved, ProgressError
from kiosk.progress.events import (
    ClipHeard,
    GuestStarted,
    LanguageChosen,
    LearnerEnrolled,
    Loudness,
    Pace,
    SecretFailed,
    SecretSet,
    SignedIn,
    SignedOut,
    SignOutReason,
    VoiceAdjusted,
)
from kiosk.progress.journal import Journal
from kiosk.progress.kinds import Event
from kiosk.progress.lending import Lending, LendingEnded, TabletLent
from kiosk.progress.records import Learner, Records
from kiosk.progress.secret import hash_pictures, verify_pictures
from kiosk.progress.unit_results import KeptResults
from kiosk.progress.village import VillageHappened
from kiosk.taught import Taught
from kiosk.villages import Villages
from lessons import engine as lesson_engine
from lessons.course import Course, InStore, Lesson, Situated, Step
from lessons.engine import LessonState
from lessons.events import LessonEvent, TestEvent
from lessons.next_thing import NextThing, next_thing
from lessons.phrase import LANGUAGES, Language
from lessons.testing import TestCommand, due_test

log = logging.getLogger(__name__)
DEFAULT_KIND = "nang"
"""What visitors make."""
IN_VILLAGE = "village"
"""The screen of practice steps that are done in the village, not in her own store."""


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What a new learner chose; ``secret`` is three picture names or empty."""

    picture: str
    product_kind: str
    language: Language
    name: str = ""
    name_clip: str = ""
    secret: tuple[str, ...] = ()


class Classroom:
    """Learners, their lessons and their stores, as folds over the journal.

    Every method that changes something has it on the disk before it returns.

    Raises (all of these): kiosk.progress.errors.NotSaved, and then nothing has changed.
    """

    def __init__(
        self,
        course: Course,
        catalogue: Catalogue,
        journal: Journal,
        records: Records,
        scene: VillageScene | None = None,
    ) -> None:
        self.teach(course)
        self.catalogue = catalogue
        self.journal = journal
        self.records = records
        self._lock = RLock()
        self._one_secret_at_a_time = Lock()
        self._stores: dict[str, Store] = {}
        self.villages = Villages(catalogue, scene or load_scene(), records)
        self._one_outside_at_a_time = Lock()
        self.figures = KeptFigures()
        """How steps go for those of whom a trainer asked last."""
        self.tests = KeptResults()
        """What the tests of units show for those of whom a trainer asked last."""
        self._lessons: dict[str, dict[str, LessonState]] = {}
        self._held = Held(self.keep_heard)

    def teach(self, course: Course) -> None:
        """This course from now on, as where an author has saved a lesson."""
        self.course = course
        self.taught = Taught(course)
        self.due = KeptDue(self.taught)
        """What those are about to forget of whom a trainer asked last."""

    # -- people

    def signed_in(self, tablet: str) -> Learner | None:
        """Who is signed in on a tablet."""
        learner = self.records.signed_in(tablet)
        return self.records.learner(learner) if learner else None

    def language_of(self, tablet: str) -> Language:
        """The language of who is signed in, else the one last chosen there; Uyghur at first."""
        learner = self.signed_in(tablet)
        if learner:
            return learner.language
        shown = self.records.settings(tablet).languages or LANGUAGES
        chosen = self.records.language(tablet) or "ug"
        return chosen if chosen in shown else shown[0]

    def choose_language(self, tablet: str, language: Language) -> None:
        """Another language for whoever comes next to this tablet."""
        self._write(None, [LanguageChosen(language, tablet)])

    def speak_to(self, learner: str, language: Language) -> None:
        """Another language for a learner, on every tablet she takes."""
        self._write(learner, [LanguageChosen(language)])

    def enrol(self, tablet: str, enrolment: Enrolment, learner: str = "") -> str:
        """A new learner of this tablet, signed in; returns her id, a random one unless given."""
        learner = learner or str(uuid.uuid4())
        self._end_lending(tablet)
        self._write(
            learner,
            [
                LearnerEnrolled(
                    learner=learner,
                    picture=enrolment.picture,
                    product_kind=enrolment.product_kind,
                    language=enrolment.language,
                    name=enrolment.name,
                    name_clip=enrolment.name_clip,
                    secret_hash=hash_pictures(enrolment.secret) if enrolment.secret else "",
                ),
                SignedIn(learner=learner, tablet=tablet),
            ],
        )
        return learner

    def welcome_guest(self, tablet: str, language: Language) -> str:
        """A visitor who tries; each one begins anew. Returns the guest's id."""
        self._end_lending(tablet)
        return self._new_guest(tablet, language)

    def _new_guest(self, tablet: str, language: Language) -> str:
        learner = str(uuid.uuid4())
        self._write(
            learner,
            [
                GuestStarted(learner=learner, language=language),
                SignedIn(learner=learner, tablet=tablet),
            ],
        )
        return learner

    def sign_in(self, tablet: str, learner: str) -> None:
        """The learner is at this tablet now."""
        self._end_lending(tablet)
        self._write(learner, [SignedIn(learner=learner, tablet=tablet)])

    def sign_out(self, tablet: str, why: SignOutReason = "asked") -> None:
        """Nobody is at this tablet now."""
        self._end_lending(tablet)
        learner = self.records.signed_in(tablet)
        if learner:
            self._write(learner, [SignedOut(learner=learner, tablet=tablet, why=why)])

    # -- a neighbour tries

    def lending(self, tablet: str) -> Lending | None:
        """To whom this tablet comes back, while somebody else has it."""
        here, lending = self.records.signed_in(tablet), self.records.lending(tablet)
        return lending if here and lending and lending.learner != here else None

    def lend(self, tablet: str, place: str, neighbour: str = "") -> None:
        """Lets a neighbour have the tablet, by her id, or as a visitor; nobody signs out for good.

        ``place`` is where the one who lends it comes back to. Of a tablet that is lent already
        the first one waits on.
        """
        here, language = self.records.signed_in(tablet), self.language_of(tablet)
        if here and not self.lending(tablet):
            self._write(here, [TabletLent(here, tablet, place)])
        if neighbour:
            self._write(neighbour, [SignedIn(learner=neighbour, tablet=tablet)])
        else:
            self._new_guest(tablet, language)
        self._gone(here, tablet)

    def take_back(self, tablet: str) -> str:
        """Who lent the tablet has it again; returns the place where she was, empty where nobody."""
        lending, here = self.lending(tablet), self.records.signed_in(tablet)
        if lending is None or here is None:
            return ""
        self._write(lending.learner, [SignedIn(lending.learner, tablet)])
        self._gone(here, tablet)
        return lending.place

    def _gone(self, learner: str | None, tablet: str) -> None:
        """That she left is only a measure: who has the tablet is known by who took it last."""
        if learner:
            with suppress(NotSaved):
                self._write(learner, [SignedOut(learner, tablet, "other_learner")])

    def _end_lending(self, tablet: str) -> None:
        """Nobody comes back: the tablet is left, or taken from the start."""
        lending = self.records.lending(tablet)
        if lending:
            self._write(lending.learner, [LendingEnded(lending.learner, tablet)])

    def forget(self, learner: str) -> None:
        """Deletes everything that the journal holds of a learner, for good."""
        with self._lock:
            for envelope in self.journal.forget(learner):
                self.records.apply(envelope)
            self.let_go(learner)

    def remove_trainer(self, trainer: str) -> None:
        """Deletes a trainer's PIN, picture and name, for good."""
        with self._lock:
            for envelope in self.journal.remove_trainer(trainer):
                self.records.apply(envelope)

    def let_go(self, *learners: str) -> None:
        """Has what was folded of them folded anew."""
        with self._lock:
            for learner in learners:
                self._stores.pop(learner, None)
                self._lessons.pop(learner, None)
                self._held.let_go(learner)
                self.villages.let_go(learner)

    def clear_secret(self, learner: str) -> None:
        """Her secret pictures are gone: her own picture alone opens her card."""
        self._write(learner, [SecretSet(learner, "")])

    def set_secret(self, learner: str, pictures: tuple[str, ...]) -> None:
        """Other secret pictures for her; hashing takes a moment: call it off the event loop."""
        self._write(learner, [SecretSet(learner, hash_pictures(pictures))])

    def is_secret(self, learner: Learner, pictures: tuple[str, ...]) -> bool:
        """Whether these are her secret pictures, in her order."""
        return verify_pictures(pictures, learner.secret_hash)

    def secret_failed(self, learner: str) -> None:
        """Wrong pictures were tapped: the next try has to wait longer."""
        self._write(learner, [SecretFailed(learner)])

    def try_secret(self, learner: Learner, pictures: tuple[str, ...]) -> Knock:
        """Tries secret pictures; many tries at once have to wait like one after the other.

        Hashing takes a moment on purpose: call it off the event loop.
        """
        with self._one_secret_at_a_time:
            wait = self._secret_wait(learner)
            if wait:
                return Knock("wait", wait)
            if self.is_secret(learner, pictures):
                return Knock("open")
            self.secret_failed(learner.id)
            return Knock("wrong", self._secret_wait(learner))

    def _secret_wait(self, learner: Learner) -> int:
        return whole_seconds(self.records.secret_attempts(learner.id).wait_s(datetime.now(UTC)))

    # -- lessons

    def lesson_states(self, learner: str) -> dict[str, LessonState]:
        """Every lesson she began, the last touched one last."""
        with self._lock:
            if learner not in self._lessons:
                states: dict[str, LessonState] = {}
                for event in self.records.lesson_events(learner):
                    self._fold_lesson(states, event)
                self._lessons[learner] = states
            return self._lessons[learner]

    def lesson_state(self, learner: str, lesson: str) -> LessonState | None:
        """Where she is in one lesson; None before she began it."""
        return self.lesson_states(learner).get(lesson)

    def next_thing(self, learner: str) -> NextThing:
        """The one thing that she is led to; a visitor is asked for no test and no repeat."""
        with self._lock:
            states, person = self.lesson_states(learner), self.records.learner(learner)
            if person is None or person.guest:
                return next_thing(self.course, states)
            practised, store = self.records.practised(learner), self.records.store_events(learner)
            now = self.journal.time()
            return next_thing(
                self.course, states, waiting(self.taught, states, practised, store, now)
            )

    def learn(
        self, learner: str, lesson: Lesson, command: TestCommand
    ) -> list[LessonEvent | TestEvent]:
        """Acts in a lesson; a practice step that begins finds the store as it needs it."""
        with self._lock:
            state = self.lesson_state(learner, lesson.id)
            events = list(self.taught.handle(lesson, state, command))
            for event in events:
                state = self.taught.apply(state, event)
            self._write(learner, [*events, *self._prepared(learner, lesson, state)])
            return events

    def test_before(self, learner: str, lesson: Lesson) -> Lesson | None:
        """The test to take before she begins this lesson; None where there is none.

        Visitors are not tested.
        """
        person = self.records.learner(learner)
        unit = next((each for each in self.course.units if lesson in each.lessons), None)
        if unit is None or person is None or person.guest:
            return None
        test = due_test(unit, self.lesson_states(learner))
        return self.taught.lesson(test.id) if test and test.when == "before" else None

    def prepare(self, learner: str, lesson: Lesson) -> None:
        """Makes the store fit for the practice step she comes back to, if it is not."""
        with self._lock:
            state = self.lesson_state(learner, lesson.id)
            if not self._is_under_way(learner, lesson, state):
                self._write(learner, self._prepared(learner, lesson, state))

    def _is_under_way(self, learner: str, lesson: Lesson, state: LessonState | None) -> bool:
        """Whether an order has gone beyond what the step began with: she needs no other one."""
        if state is None or state.finished:
            return False
        step = lesson_engine.current_step(lesson, state)
        if not isinstance(step, Situated):
            return False
        if step.screen == IN_VILLAGE:
            return village_scene.gone_beyond(self.village(learner), step.situation)
        missing = wanted(step, state) if isinstance(step, InStore) else frozenset()
        return gone_beyond(self.store(learner), step.situation, missing)

    def _prepared(
        self,
        learner: str,
        lesson: Lesson,
        state: LessonState | None,
        store: Store | None = None,
    ) -> tuple[StoreEvent | VillageHappened, ...]:
        if state is None or state.finished or state.completed_step:
            return ()
        step = lesson_engine.current_step(lesson, state)
        if not isinstance(step, Situated):
            return ()
        kind = self.practised_kind(learner, step)
        if step.screen == IN_VILLAGE:
            return _of_village(self.villages.prepared(learner, step.situation, kind))
        store = store or self.store(learner)
        return prepare(self.catalogue, store, step.situation, kind, self._chance(learner))

    # -- the store

    def store(self, learner: str) -> Store:
        """Her store as it is now."""
        with self._lock:
            if learner not in self._stores:
                events = self.records.store_events(learner)
                self._stores[learner] = store_engine.fold(self.catalogue, Store(), events)
            return self._stores[learner]

    def product_kind(self, learner: str) -> str:
        """What she sells: what she makes, or the newest where she chose only other things.

        Visitors bake.
        """
        person = self.records.learner(learner)
        own = (person.product_kind if person else "") or DEFAULT_KIND
        kinds = [product.kind for product in self.store(learner).products] if person else []
        return own if own in kinds or not kinds else kinds[-1]

    def practised_kind(self, learner: str, step: Step) -> str:
        """What a step is about: on a product's own page the one she chose last."""
        store = self.store(learner)
        chosen = store.product(store.chosen)
        on_product = isinstance(step, Situated) and step.screen in ("product", "photo")
        if on_product and chosen is not None:
            return chosen.kind
        return self.product_kind(learner)

    def trade(
        self,
        learner: str,
        command: StoreCommand,
        practising: Lesson | None = None,
        *,
        astray: bool = False,
    ) -> tuple[StoreEvent, ...]:
        """Acts in the store; what is reached counts for the lesson she is practising in.

        So does what leads there not: ``astray`` says so of the page that it opens.
        """
        with self._lock:
            store = self.store(learner)
            happened = tuple(
                store_engine.handle(self.catalogue, store, command, self._chance(learner))
            )
            astray = astray or self._is_astray(learner, practising, store, happened)
            learned = self._learned(learner, practising, happened, astray)
            instead = self._instead(learner, practising, happened, learned)
            self._write(learner, [*happened, *learned, *instead])
            return happened

    def _learned(
        self, learner: str, practising: Lesson | None, happened: Sequence[object], astray: bool
    ) -> tuple[LessonEvent | TestEvent, ...]:
        """What was reached in the lesson by what happened in store or village."""
        if practising is None:
            return ()
        happened_names = tuple(name for event in happened for name in names(event))
        state = self.lesson_state(learner, practising.id)
        command = lesson_engine.StoreHappened(happened_names, astray)
        return self.taught.handle(practising, state, command)

    def _is_astray(
        self,
        learner: str,
        practising: Lesson | None,
        store: Store,
        happened: Sequence[StoreEvent],
    ) -> bool:
        """Whether what happened in the store leads to nothing that she practises."""
        state = self.lesson_state(learner, practising.id) if practising else None
        if practising is None or state is None or state.finished:
            return False
        step = lesson_engine.current_step(practising, state)
        if not isinstance(step, InStore):
            return False
        happened_names = [type(event).__name__ for event in happened]
        return not leads_on(wanted(step, state), store, happened_names)

    def _instead(
        self,
        learner: str,
        practising: Lesson | None,
        happened: tuple[StoreEvent, ...],
        learned: tuple[LessonEvent | TestEvent, ...],
    ) -> tuple[StoreEvent | VillageHappened, ...]:
        """Another order, message or trouble for one that is gone and that the step still needs."""
        practised = self._practised_after(learner, practising, learned)
        if practising is None or practised is None:
            return ()
        step, state = practised
        if not is_taken_away(step.situation, wanted(step, state), happened):
            return ()
        after = store_engine.fold(self.catalogue, self.store(learner), happened)
        return self._prepared(learner, practising, state, after)

    def _practised_after(
        self, learner: str, practising: Lesson | None, learned: tuple[LessonEvent | TestEvent, ...]
    ) -> tuple[InStore, LessonState] | None:
        """The practice step that is not done yet after what was learned, if there is one."""
        if practising is None:
            return None
        state = self.lesson_state(learner, practising.id)
        for event in learned:
            state = self.taught.apply(state, event)
        if state is None or state.finished or state.completed_step:
            return None
        step = lesson_engine.current_step(practising, state)
        return (step, state) if isinstance(step, InStore) else None

    # -- the village

    def village(self, learner: str) -> Village:
        """The village that she works in; without families before she first came."""
        with self._lock:
            return self.villages.of(learner)

    def open_village(self, learner: str) -> None:
        """Has her village begin, if it has not: families, what they have, and a first order."""
        with self._lock:
            begun = self.villages.prepared(learner, "", self.product_kind(learner))
            self._write(learner, _of_village(begun))

    def work_in_village(
        self, learner: str, command: VillageCommand, practising: Lesson | None = None
    ) -> tuple[VillageEvent, ...]:
        """Acts in her village; what is reached counts for the lesson she is practising in."""
        with self._lock:
            happened = self.villages.handled(learner, command)
            refused = any(isinstance(event, Refused) for event in happened)
            learned = self._learned(learner, practising, happened, refused)
            instead = self._instead_in_village(learner, practising, happened, learned)
            self._write(learner, [*_of_village(happened), *learned, *instead])
            return happened

    def _instead_in_village(
        self,
        learner: str,
        practising: Lesson | None,
        happened: tuple[VillageEvent, ...],
        learned: tuple[LessonEvent | TestEvent, ...],
    ) -> tuple[VillageHappened, ...]:
        """Another order of the village for one that is gone and that the step still needs."""
        practised = self._practised_after(learner, practising, learned)
        if practised is None or practised[0].screen != IN_VILLAGE:
            return ()
        step, _ = practised
        kind = self.practised_kind(learner, step)
        return _of_village(self.villages.instead(learner, step.situation, kind, happened))

    def _chance(self, learner: str) -> random.Random:
        return random.Random(f"{learner}/{len(self.records.store_events(learner))}")

    # -- listening

    def adjust_voice(self, learner: str, pace: Pace, loudness: Loudness) -> None:
        """How slowly and how loudly she is spoken to from now on."""
        self._write(learner, [VoiceAdjusted(learner, pace, loudness)])

    def heard(self, learner: str, heard: ClipHeard) -> None:
        """Remembers how far she listened; written with what she does next, or soon by itself.

        It is no more than a measure: nobody waits for the disk because of it.
        """
        with self._lock:
            self._held.add(learner, heard)

    def keep_heard(self) -> None:
        """Writes what was heard, as where nobody is there any more; what fails is told later."""
        with self._lock:
            for learner in self._held.learners():
                try:
                    self._write(learner, ())
                except ProgressError as problem:
                    log.warning("not saved how far a learner listened: %s", problem)

    def heard_lately(self, learner: str) -> tuple[ClipHeard, ...]:
        """What she listened to, the newest first, each sentence once; also what is not kept yet."""
        with self._lock:
            newest = (*reversed(self._held.of(learner)), *self.records.heard(learner))
        once: dict[tuple[str, Language], ClipHeard] = {}
        for each in newest:
            once.setdefault((each.clip, each.language), each)
        return tuple(once.values())

    # -- writing

    def close(self) -> None:
        """Keeps what was heard last, and lets go of the journal."""
        self._held.stop()
        self.keep_heard()
        self.journal.close()

    def with_files_closed(self, act: Callable[[], T]) -> T:
        """Do something that needs the folder's files alone, then go on with what is there.

        Takes a while: call it off the event loop. Whatever is to be written meanwhile is NotSaved.
        What ``act`` raises is raised when the files are open again.
        """
        with self._one_outside_at_a_time:
            with self._lock:
                self.keep_heard()
                self.journal.close()
            try:
                return act()
            finally:
                self._go_on_with(self.journal.opened_again())

    def _go_on_with(self, journal: Journal) -> None:
        try:
            records = Records.of(journal)
        except ProgressError:
            journal.close()
            raise
        with self._lock:
            self.journal, self.records = journal, records
            self.villages = Villages(self.catalogue, self.villages.scene, records)
            self._stores.clear()
            self._lessons.clear()

    def write_for_tablet(self, events: Iterable[Event]) -> None:
        """Facts that no learner brought about, though one of them may be about her."""
        self._write(None, events)

    def _write(self, learner: str | None, events: Iterable[Event]) -> None:
        """The disk first, memory after."""
        with self._lock:
            events = (*self._held.of(learner), *events)
            if not events:
                return
            if learner is None:
                for envelope in self.journal.append(None, events):
                    self.records.apply(envelope)
                return
            in_village = [each.event for each in events if isinstance(each, VillageHappened)]
            store, lessons = self.store(learner), self.lesson_states(learner)
            village = self.village(learner) if in_village else None
            for envelope in self.journal.append(learner, events):
                self.records.apply(envelope)
            self._held.let_go(learner)
            for event in events:
                if isinstance(event, LessonEvent | TestEvent):
                    self._fold_lesson(lessons, event)
                elif isinstance(event, StoreEvent):
                    store = store_engine.apply(self.catalogue, store, event)
            self._stores[learner] = store
            if village is not None:
                self.villages.take_in(learner, in_village, village)

    def _fold_lesson(self, states: dict[str, LessonState], event: LessonEvent | TestEvent) -> None:
        state = self.taught.apply(states.pop(event.lesson, None), event)
        if state is not None:
            states[event.lesson] = state


def _of_village(events: Iterable[VillageEvent]) -> tuple[VillageHappened, ...]:
    return tuple(VillageHappened(event) for event in events)
