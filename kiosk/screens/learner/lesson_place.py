"""Where a lesson is shown: on its own screen, or inside the store where it is practised."""

from typing import Final, get_args

from demo_store.events import PurseEvent
from demo_store.practice.beginnings import focus
from demo_store.store import OVER, Order, OrderState, Product, Store
from kiosk.classroom import IN_VILLAGE
from kiosk.practising import wanted
from kiosk.screens.learner.foresight import prepare_words
from kiosk.screens.learner.goal_pages import is_by_the_way, leads_on
from kiosk.visit import Visit
from lessons.course import Find, InStore, Lesson, Situated, Step
from lessons.engine import Begin, GoOn, LessonState, current_step

_PURSE_DOORS: Final = ("money.card", "money.goal", "money.loan")
_OF_THE_PURSE: Final = frozenset(kind.__name__ for kind in get_args(PurseEvent))


def open_lesson(visit: Visit, lesson: Lesson) -> None:
    """Begins the lesson or takes it up where she left it; before a unit's first comes its test."""
    learner = visit.learner
    assert learner is not None
    test = visit.kiosk.classroom.test_before(learner.id, lesson)
    if test is not None or visit.kiosk.classroom.taught.is_test(lesson.id):
        visit.go(f"/lesson/{(test or lesson).id}")
        return
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
    if not isinstance(step, Situated):
        return own
    classroom = visit.kiosk.classroom
    kind = classroom.practised_kind(learner.id, step)
    return f"{own}/store{inside_store(classroom.store(learner.id), step, kind)}"


def inside_store(store: Store, step: Situated, kind: str) -> str:
    """Where in the store a step begins, as the end of an address."""
    if step.screen == IN_VILLAGE:
        return "/village"
    about = focus(store, step.situation, kind)
    match step.screen:
        case "order":
            about = about if store.order(about or "") else _furthest(store)
            return f"/order/{about}" if about else "/orders"
        case "product":
            about = about if store.product(about or "") else _newest(store.products)
            return f"/product/{about}" if about else "/products"
        case "photo":
            about = about or _newest(store.products)
            return f"/product/{about}/photo" if about else "/products"
        case "as-buyer" if isinstance(step, Find):
            return "/buyer"
        case "money" if isinstance(step, Find):
            return "/money"
        case "score" | "parcels" | "voice":
            return f"/{step.screen}"
        case "message":
            return f"/message/{about}" if store.message(about or "") else "/messages"
        case "trouble":
            return f"/trouble/{about}" if _has_trouble(store, about) else "/messages"
        case _:
            # The way from the store's front to the buyer's view or the money is part of it.
            return ""


def _has_trouble(store: Store, trouble_id: str | None) -> bool:
    return any(each.id == trouble_id for each in store.troubles)


def _furthest(store: Store) -> str | None:
    """The order that has come furthest and is not over: the one that the step began with."""
    life = list(OrderState)
    under_way = [each for each in store.open_orders if each.state not in OVER and not each.lost]
    furthest = max(under_way, key=lambda order: life.index(order.state), default=None)
    return furthest.id if furthest else _newest(store.orders)


def _newest(things: tuple[Order, ...] | tuple[Product, ...]) -> str | None:
    return things[-1].id if things else None


def is_astray(visit: Visit, lesson: Lesson) -> bool:
    """Whether she is in the store where nothing leads on: the hand would have nothing to show."""
    front, here = f"/lesson/{lesson.id}/store", visit.page.route
    missing = _missing(visit, lesson)
    if missing is None or not here.startswith(front):
        return False
    begins = place_of(visit, lesson).removeprefix(front)
    return not leads_on(missing, begins, here.removeprefix(front))


def leads_astray(visit: Visit, lesson: Lesson, inside: str) -> bool:
    """Whether a page of the store is neither where the step can be done nor on the way there."""
    missing = _missing(visit, lesson)
    if missing is None:
        return False
    begins = place_of(visit, lesson).removeprefix(f"/lesson/{lesson.id}/store")
    return not (leads_on(missing, begins, inside) or is_by_the_way(missing, inside))


def _missing(visit: Visit, lesson: Lesson) -> frozenset[str] | None:
    """The events that the practice step she is at still waits for; None where there is none."""
    learner = visit.learner
    state = visit.kiosk.classroom.lesson_state(learner.id, lesson.id) if learner else None
    if state is None or state.finished or state.completed_step:
        return None
    step = current_step(lesson, state)
    return wanted(step, state) if isinstance(step, InStore) else None


def is_about_purse(step: Step) -> bool:
    """Whether something is practised or looked for there with card, savings or a loan."""
    if isinstance(step, Find):
        return step.target in _PURSE_DOORS
    goals = step.goals if isinstance(step, InStore) else ()
    return any(_OF_THE_PURSE.intersection(goal.events) for goal in goals)


def is_stuck(state: LessonState) -> bool:
    """Whether the hand should show what to touch."""
    return state.hints >= 2 and not state.completed_step
