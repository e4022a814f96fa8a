"""One sitting of somebody at a tablet, act by act, through the classroom as by taps."""

import random
from collections.abc import Iterator
from typing import Final

from demo_store import commands as do
from kiosk.classroom import Classroom, Enrolment
from kiosk.practising import wanted
from kiosk.progress.events import ClipHeard, Depth, FamilyNamed, GroupChosen, NoteWritten
from kiosk.sample import answers, trading
from kiosk.sample.people import NOTE, Person
from lessons.answering import right_answer
from lessons.course import Answered, InStore, Lesson, Step, Told
from lessons.engine import Answer, AskHint, Begin, GoOn, LessonState, current_step
from lessons.testing import GiveUp

_MOST_ACTS: Final = 20
"""In a practice step; then she leaves it for this day."""
_DAYS_AFTER_A_LESSON: Final = 3
"""So long she lives in her store before the next one."""
_DEPTHS: Final[tuple[Depth, ...]] = ("complete", "complete", "complete", "half", "started")
_HEARD_MS: Final = {"complete": 3200, "half": 1700, "started": 400}

Acts = Iterator[float]
"""Does an act and gives the seconds until the next one."""


class Player:
    """Plays one person; the classroom is that of all."""

    def __init__(self, room: Classroom, person: Person, rng: random.Random) -> None:
        self._room = room
        self._person = person
        self._rng = rng
        self._left: set[str] = set()
        self._acts = 0
        self._here: tuple[str, str] = ("", "")

    @property
    def events(self) -> int:
        """How many events there are about her."""
        mark = self._room.journal.mark(self._person.id)
        return mark.count if mark else 0

    def sitting(self, tablet: str, until: int) -> Acts:
        """She comes, does things until there are so many events about her, and goes."""
        room, her = self._room, self._person
        self._left.clear()
        self._here = ("", "")
        if room.records.learner(her.id) is None:
            yield from self._first_time(tablet)
        else:
            room.sign_in(tablet, her.id)
        yield self._pause(6)
        while self.events < until and room.records.signed_in(tablet) == her.id:
            yield from self._act()
        if room.records.signed_in(tablet) == her.id and self._rng.random() < 0.85:
            room.sign_out(tablet)

    def _first_time(self, tablet: str) -> Acts:
        her = self._person
        enrolment = Enrolment(her.picture, her.product_kind, her.language, her.name)
        self._room.enrol(tablet, enrolment, her.id)
        yield self._pause(10)
        noted = [GroupChosen(her.id, her.group.id)] if her.group else []
        self._room.write_for_tablet([*noted, FamilyNamed(her.id, her.family)])
        if her.has_note:
            self._room.write_for_tablet([NoteWritten(her.id, NOTE.ug)])

    def _act(self) -> Acts:
        next_thing = self._room.next_thing(self._person.id)
        lesson = next_thing.lesson
        if next_thing.kind == "lesson" and lesson is not None:
            lesson = self._room.test_before(self._person.id, lesson) or lesson
        if lesson is None or lesson.id in self._left:
            yield from self._trade()
            return
        state = self._room.lesson_state(self._person.id, lesson.id)
        if state is None or state.finished:
            self._room.learn(self._person.id, lesson, Begin())
            yield self._pause(5)
            return
        if state.step_index == 0 and next_thing.kind == "resume":
            self._room.prepare(self._person.id, lesson)
        yield from self._learn(lesson, state, current_step(lesson, state))

    # -- lessons

    def _learn(self, lesson: Lesson, state: LessonState, step: Step) -> Acts:
        learner = self._person.id
        if state.completed_step or isinstance(step, Told):
            self._listen(lesson, step)
            self._room.learn(learner, lesson, GoOn())
            yield self._pause(7)
            after = self._room.lesson_state(learner, lesson.id)
            if after is not None and after.finished:
                for _ in range(_DAYS_AFTER_A_LESSON):
                    yield from self._trade()
        elif isinstance(step, InStore):
            yield from self._practise(lesson, state, step)
        elif self._rng.random() < 0.04:
            self._room.learn(learner, lesson, AskHint())
            yield self._pause(6)
        else:
            self._room.learn(learner, lesson, Answer(self._answer(state, step)))
            yield self._pause(9)

    def _answer(self, state: LessonState, step: Answered) -> tuple[str, ...]:
        """The more help she had, the surer she is."""
        if self._rng.random() < self._fails(state):
            return answers.wrong(step, self._rng)
        return right_answer(step)

    def _fails(self, state: LessonState) -> float:
        return 0.7 * (1 - self._person.skill) * (3 - state.hints) / 3

    def _practise(self, lesson: Lesson, state: LessonState, step: InStore) -> Acts:
        learner, room = self._person.id, self._room
        if self._here != (lesson.id, step.id):
            self._here, self._acts = (lesson.id, step.id), 0
        self._acts += 1
        room.prepare(learner, lesson)
        kind = room.practised_kind(learner, step)
        goal = trading.towards(room.catalogue, room.store(learner), wanted(step, state), kind)
        if self._acts > _MOST_ACTS or goal is None:
            self._left.add(lesson.id)
            room.learn(learner, lesson, GiveUp() if room.taught.is_test(lesson.id) else AskHint())
        elif self._rng.random() < self._fails(state) / 2:
            room.trade(learner, do.ViewScore(), lesson, astray=True)
        else:
            room.trade(learner, goal, lesson)
        yield self._pause(8)

    def _listen(self, lesson: Lesson, step: Step) -> None:
        if step.say.placeholders():
            return  # such a sentence has no key
        depth = self._rng.choice(_DEPTHS)
        unit = next((u.id for u in self._room.course.units if lesson in u.lessons), None)
        if unit is None:  # a repeat: its sentences are those of a skill
            return
        clip = f"course.units.{unit}.lessons.{lesson.id}.steps.{step.id}.say"
        heard = ClipHeard(clip, self._person.language, depth, _HEARD_MS[depth])
        self._room.heard(self._person.id, heard)

    # -- her store

    def _trade(self) -> Acts:
        learner, room = self._person.id, self._room
        store = room.store(learner)
        if not store.products:
            room.trade(learner, do.AddProduct(self._person.product_kind))
            yield self._pause(5)
            return
        policy = "does-all-right" if self._rng.random() < 0.5 + self._person.skill / 2 else ""
        if policy:
            for command in trading.day_of_work(room.catalogue, store, policy):
                room.trade(learner, command)
                yield self._pause(4)
        if self._rng.random() < 0.3:
            room.trade(learner, do.CountMoney())
            yield self._pause(6)
        room.trade(learner, do.EndDay())
        yield self._pause(5)

    def _pause(self, usual: float) -> float:
        """Seconds; who is less skilled takes longer."""
        slow = 2.5 - self._person.skill
        return self._rng.lognormvariate(0, 0.5) * usual * slow
