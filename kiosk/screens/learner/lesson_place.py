"""Where a lesson is shown: on its own screen, or inside the store where it is practised."""

from typing import Final, get_args

from demo_store.events import PurseEvent
from demo_store.practice.situations import focus
from demo_store.store import Order, Product, Store
from kiosk.screens.learner.foresight import prepare_words
from kiosk.visit import Visit
from lessons.course import Lesson, Practice, Step
from lessons.engine import Begin, GoOn, LessonState, current_step

_OF_THE_PURSE: Final = frozenset(kind.__name__ for kind in get_args(PurseEvent))


def open_lesson(visit: Visit, lesson: Lesson) -> None:
    """Begins the lesson or takes it up where she left it."""
    learner = visit.learner
    assert learner is not None
    visit.kiosk.classroom.learn(learner.id, lesson, Begin())
    visit.kiosk.classroom.prepare(learner.id, lesson)
    visit.go(place_of(visit, lesson))
    prepare_words(visit, lesson)


def go_on_from(visit: Visit, lesson: Lesson, step_id: str) -> None:
    """To the step after ``step_id``; where she is past it already, just there."""
    learner = visit.learner
    assert learner is not None
    state = visit.kiosk.classroom.lesson_state(learner.id, lesson.id)
    if state is not None and not state.finished and current_step(lesson, state).id == step_id:
        visit.kiosk.classroom.learn(learner.id, lesson, GoOn())
    visit.go(place_of(visit, lesson))
    prepare_words(visit, lesson)


def place_of(visit: Visit, lesson: Lesson) -> str:
    """The address of the step she is at."""
    learner = visit.learner
    assert learner is not None
    state = visit.kiosk.classroom.lesson_state(learner.id, lesson.id)
    own = f"/lesson/{lesson.id}"
    if state is None or state.finished:
        return own
    step = current_step(lesson, state)
    if not isinstance(step, Practice):
        return own
    classroom = visit.kiosk.classroom
    kind = classroom.product_kind(learner.id)
    return f"{own}/store{inside_store(classroom.store(learner.id), step, kind)}"


def inside_store(store: Store, step: Practice, kind: str) -> str:
    """Where in the store a practice step begins, as the end of an address."""
    about = focus(store, step.situation, kind)
    match step.screen:
        case "order":
            about = about if store.order(about or "") else _newest(store.orders)
            return f"/order/{about}" if about else "/orders"
        case "product":
            about = about if store.product(about or "") else _newest(store.products)
            return f"/product/{about}" if about else "/products"
        case _:
            # The way from the store's front to the buyer's view or the money is part of it.
            return ""


def _newest(things: tuple[Order, ...] | tuple[Product, ...]) -> str | None:
    return things[-1].id if things else None


def is_astray(visit: Visit, lesson: Lesson) -> bool:
    """Whether she is in the store where nothing leads on: the hand would have nothing to show."""
    place = place_of(visit, lesson)
    front = f"/lesson/{lesson.id}/store"
    here = visit.page.route
    if not place.startswith(front) or not here.startswith(front):
        return False
    if place == front:
        if here.startswith(f"{front}/money/") and _is_purse_practised(visit, lesson):
            return False
        return here not in {front, f"{front}/products", f"{front}/add"}
    # The next day can be called from the store's front as well.
    waiting = place.startswith(f"{front}/order") and here == front
    return not here.startswith(place) and not (waiting and _waits(visit, lesson))


def is_about_purse(step: Step) -> bool:
    """Whether something is practised there with card, savings or a loan."""
    goals = step.goals if isinstance(step, Practice) else ()
    return any(_OF_THE_PURSE.intersection(goal.any_of) for goal in goals)


def _is_purse_practised(visit: Visit, lesson: Lesson) -> bool:
    learner = visit.learner
    state = visit.kiosk.classroom.lesson_state(learner.id, lesson.id) if learner else None
    return state is not None and is_about_purse(current_step(lesson, state))


def _waits(visit: Visit, lesson: Lesson) -> bool:
    learner = visit.learner
    state = visit.kiosk.classroom.lesson_state(learner.id, lesson.id) if learner else None
    step = current_step(lesson, state) if state else None
    return isinstance(step, Practice) and any("OrderPaidOut" in g.any_of for g in step.goals)


def is_stuck(state: LessonState) -> bool:
    """Whether the hand should show what to touch."""
    return state.hints >= 2 and not state.completed_step
