"""What may be said next in a lesson, so that it is ready before it is asked for."""

from collections.abc import Iterator

from kiosk.visit import Visit
from lessons.course import Choose, ChooseAll, Lesson, Match, Order, Say, Step, Story, Told
from lessons.engine import current_step
from lessons.phrase import Phrase


def prepare_words(visit: Visit, lesson: Lesson) -> None:
    """Has the clips of the step she is at, and of the next one's sentence, made in idle time."""
    learner = visit.learner
    classroom = visit.kiosk.classroom
    state = classroom.lesson_state(learner.id, lesson.id) if learner else None
    if learner is None or state is None or state.finished:
        return
    step = current_step(lesson, state)
    product = classroom.catalogue.kind(classroom.practised_kind(learner.id, step)).name
    visit.player.prepare(
        [
            phrase.filled(product=product) if phrase.placeholders() else phrase
            for phrase in likely(lesson, step)
        ],
        visit.language,
    )


def likely(lesson: Lesson, step: Step) -> Iterator[Phrase]:
    """The phrases around a step, the most likely first."""
    after = lesson.steps[lesson.steps.index(step) + 1 :]
    if isinstance(step, Story):
        yield from (frame.say for frame in step.pictures)
    if isinstance(step, Told):
        yield from (each.say for each in after[:1])
        return
    yield step.coaching.praise
    yield step.coaching.hint
    if isinstance(step, Choose | ChooseAll):
        yield from (option.hint for option in step.options if option.hint is not None)
        yield from (option.say for option in step.options)
    elif isinstance(step, Order):
        yield from (item.say for item in step.items)
    elif isinstance(step, Match):
        yield from (side.say for pair in step.pairs for side in (pair.left, pair.right))
    elif isinstance(step, Say):
        yield step.words
    yield from (each.say for each in after[:1])
    yield step.coaching.hint_with_hand
    yield step.coaching.demonstration
