"""The lesson engine: what an act means, and where a learner stands after it."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.course import (
    Choose,
    Coaching,
    Frame,
    Goal,
    Lesson,
    Money,
    Option,
    Order,
    Practice,
    Step,
    Story,
    Tell,
)
from lessons.engine import (
    Answer,
    AskHint,
    Begin,
    Command,
    GoOn,
    LessonState,
    Look,
    StoreHappened,
    apply,
    current_step,
    handle,
    needs_help,
)
from lessons.events import (
    GoalReached,
    HintGiven,
    LessonCompleted,
    LessonEvent,
    LessonStarted,
    PictureShown,
    StepAnswered,
    StepCompleted,
    StepEntered,
)
from lessons.phrase import same_in_all

SAY = same_in_all("words")
COACHING = Coaching(SAY, SAY, SAY, SAY)


def option(name: str, right: bool = False) -> Option:
    return Option(name, name, SAY, right)


TELL = Tell("oven", "oven", SAY)
CHOOSE = Choose("who", "city", SAY, (option("hen"), option("buyer", True)), COACHING)
BOTH = Choose(
    "both", "city", SAY, (option("box", True), option("hen"), option("tape", True)), COACHING
)
ORDER = Order("way", "road", SAY, (option("bake"), option("pack"), option("send")), COACHING)
MONEY = Money("pay", "price", SAY, 350, COACHING)
PRACTICE = Practice(
    "do",
    "order",
    SAY,
    (Goal(("OrderHeard",)), Goal(("OrderAccepted", "OrderDeclined"))),
    "order-waiting",
    "order",
    COACHING,
)
STEPS: tuple[Step, ...] = (TELL, CHOOSE, BOTH, ORDER, MONEY, PRACTICE)
LESSON = Lesson("sell", SAY, "stall", STEPS, SAY)


def lesson_of(*steps: Step) -> Lesson:
    return replace(LESSON, steps=steps)


def fold(
    lesson: Lesson, events: Iterable[LessonEvent], state: LessonState | None = None
) -> LessonState:
    for event in events:
        state = apply(lesson, state, event)
    assert state is not None
    return state


def after(lesson: Lesson, *commands: Command) -> LessonState:
    state: LessonState | None = None
    for command in commands:
        for event in handle(lesson, state, command):
            state = apply(lesson, state, event)
    assert state is not None
    return state


def test_beginning_starts_the_lesson_at_its_first_step() -> None:
    assert handle(LESSON, None, Begin()) == (LessonStarted("sell"), StepEntered("sell", "oven"))


def test_beginning_again_resumes_where_she_was() -> None:
    state = after(LESSON, Begin(), GoOn())
    assert handle(LESSON, state, Begin()) == ()
    assert current_step(LESSON, state) == CHOOSE


def test_beginning_a_finished_lesson_starts_it_anew() -> None:
    lesson = lesson_of(TELL)
    state = after(lesson, Begin(), GoOn())
    assert state.finished
    again = after(lesson, Begin(), GoOn(), Begin())
    assert not again.finished and again.ever_finished and again.step_index == 0


@pytest.mark.parametrize(
    "command", [GoOn(), Look(""), Answer(("buyer",)), AskHint(), StoreHappened(("X",))]
)
def test_nothing_happens_before_a_lesson_is_begun_and_after_its_end(command: Command) -> None:
    lesson = lesson_of(TELL)
    assert handle(lesson, None, command) == ()
    assert handle(lesson, after(lesson, Begin(), GoOn()), command) == ()


def test_going_on_from_a_telling_step_completes_it_and_enters_the_next() -> None:
    state = after(LESSON, Begin())
    assert handle(LESSON, state, GoOn()) == (
        StepCompleted("sell", "oven", tries=0, hints=0),
        StepEntered("sell", "who"),
    )


def test_going_on_from_the_last_step_completes_the_lesson() -> None:
    lesson = lesson_of(TELL)
    assert handle(lesson, after(lesson, Begin()), GoOn())[-1] == LessonCompleted("sell")


def test_a_step_to_be_done_cannot_be_skipped() -> None:
    for step in STEPS[1:]:
        lesson = lesson_of(step, TELL)
        assert handle(lesson, after(lesson, Begin()), GoOn()) == ()


@pytest.mark.parametrize(
    ("step", "answer", "right"),
    [
        (CHOOSE, ("buyer",), True),
        (CHOOSE, ("hen",), False),
        (CHOOSE, ("buyer", "hen"), False),
        (BOTH, ("tape", "box"), True),
        (BOTH, ("box",), True),
        (BOTH, ("box", "tape", "hen"), False),
        (ORDER, ("bake", "pack", "send"), True),
        (ORDER, ("bake", "send", "pack"), False),
        (ORDER, ("bake", "pack"), False),
        (MONEY, ("350",), True),
        (MONEY, ("0",), False),
        (MONEY, ("3500",), False),
    ],
)
def test_an_answer_is_right_or_wrong(step: Step, answer: tuple[str, ...], right: bool) -> None:
    lesson = lesson_of(step)
    events = handle(lesson, after(lesson, Begin()), Answer(answer))
    assert events[0] == StepAnswered("sell", step.id, answer, right)
    if right:
        assert events[1:] == (StepCompleted("sell", step.id, tries=1, hints=0),)
    else:
        assert events[1:] == (HintGiven("sell", step.id, level=1, asked=False),)


@pytest.mark.parametrize(
    ("step", "answer"),
    [
        (TELL, ("oven",)),
        (PRACTICE, ("OrderHeard",)),
        (CHOOSE, ()),
        (CHOOSE, ("bake",)),
        (ORDER, ("bake", "buyer", "send")),
        (MONEY, ("buyer",)),
        (MONEY, ("٣٥٠",)),
        (MONEY, ("350", "350")),
    ],
)
def test_what_is_no_answer_to_the_step_counts_as_nothing(
    step: Step, answer: tuple[str, ...]
) -> None:
    lesson = lesson_of(step)
    assert handle(lesson, after(lesson, Begin()), Answer(answer)) == ()


def test_every_wrong_answer_brings_stronger_help_up_to_the_demonstration() -> None:
    lesson = lesson_of(CHOOSE)
    state, levels = after(lesson, Begin()), []
    for _ in range(4):
        events = handle(lesson, state, Answer(("hen",)))
        levels += [event.level for event in events if isinstance(event, HintGiven)]
        state = fold(lesson, events, state)
    assert levels == [1, 2, 3, 3]
    assert (state.tries, state.mistakes, state.hints) == (4, 4, 3)
    assert state.demonstrated and needs_help(state)


def test_help_that_is_asked_for_is_never_refused() -> None:
    lesson = lesson_of(PRACTICE)
    state = after(lesson, Begin())
    hints: list[LessonEvent] = []
    for _ in range(5):
        events = handle(lesson, state, AskHint())
        hints += events
        state = fold(lesson, events, state)
    assert hints == [HintGiven("sell", "do", level, asked=True) for level in (1, 2, 3, 3, 3)]
    assert state.tries == 0


def test_asked_and_unasked_help_climb_the_same_ladder() -> None:
    lesson = lesson_of(CHOOSE)
    state = after(lesson, Begin(), AskHint(), Answer(("hen",)))
    assert state.hints == 2
    events = handle(lesson, state, Answer(("buyer",)))
    assert events[-1] == StepCompleted("sell", "who", tries=2, hints=2)


def test_a_second_tap_on_the_right_answer_counts_as_nothing() -> None:
    state = after(LESSON, Begin(), GoOn(), Answer(("buyer",)))
    assert handle(LESSON, state, Answer(("buyer",))) == ()
    assert handle(LESSON, state, AskHint()) == ()


def test_help_does_not_follow_her_into_the_next_step() -> None:
    state = after(LESSON, Begin(), GoOn(), Answer(("hen",)), Answer(("buyer",)), GoOn())
    assert (state.step_id, state.hints, state.tries, state.completed_step) == ("both", 0, 0, False)
    assert state.mistakes == 1


def test_practice_is_done_when_every_goal_was_reached_in_any_order() -> None:
    lesson = lesson_of(PRACTICE)
    state = after(lesson, Begin())
    first = handle(lesson, state, StoreHappened(("ViewedAsBuyer", "OrderDeclined")))
    assert first == (GoalReached("sell", "do", 1),)
    state = fold(lesson, first, state)
    assert handle(lesson, state, StoreHappened(("OrderDeclined",))) == ()
    second = handle(lesson, state, StoreHappened(("OrderHeard",)))
    assert second == (
        GoalReached("sell", "do", 0),
        StepCompleted("sell", "do", tries=0, hints=0),
    )
    state = fold(lesson, second, state)
    assert handle(lesson, state, StoreHappened(("OrderHeard",))) == ()
    assert handle(lesson, state, GoOn()) == (LessonCompleted("sell"),)


def test_what_leads_astray_in_the_store_brings_help_as_a_wrong_answer_does() -> None:
    lesson = lesson_of(PRACTICE)
    state = after(lesson, Begin())
    astray = StoreHappened(("ViewedAsBuyer",), astray=True)
    for level in (1, 2, 3, 3):
        events = handle(lesson, state, astray)
        assert events == (HintGiven("sell", "do", level, asked=False),)
        state = fold(lesson, events, state)
    reached = StoreHappened(("OrderDeclined",), astray=True)
    assert handle(lesson, state, reached) == (GoalReached("sell", "do", 1),)


def test_the_store_means_nothing_to_other_steps() -> None:
    state = after(LESSON, Begin())
    assert handle(LESSON, state, StoreHappened(("OrderHeard", "OrderAccepted"))) == ()
    assert handle(LESSON, state, StoreHappened(("OrderHeard",), astray=True)) == ()


# --- the journal outlives the content ---------------------------------------------------------


def entered(*names: str) -> list[LessonEvent]:
    return [LessonStarted("sell"), *(StepEntered("sell", name) for name in names)]


def test_a_step_is_found_by_its_id_when_others_were_put_before_it() -> None:
    state = fold(lesson_of(MONEY, TELL, CHOOSE), entered("oven", "who"))
    assert (state.step_index, state.step_id) == (2, "who")


def test_a_step_that_was_taken_out_leaves_her_at_the_nearest_one_before() -> None:
    events: list[LessonEvent] = [
        *entered("oven"),
        StepCompleted("sell", "oven", 0, 0),
        StepEntered("sell", "gone"),
        StepAnswered("sell", "gone", ("x",), False),
        HintGiven("sell", "gone", 1, False),
    ]
    lesson = lesson_of(TELL, CHOOSE)
    state = fold(lesson, events)
    assert (state.step_id, state.completed_step, state.hints, state.mistakes) == (
        "oven",
        True,
        0,
        0,
    )
    assert handle(lesson, state, GoOn()) == (StepEntered("sell", "who"),)


def test_a_state_made_with_other_content_still_has_a_step() -> None:
    state = fold(LESSON, entered("oven", "pay"))
    assert current_step(lesson_of(MONEY, TELL), state) == MONEY
    assert current_step(lesson_of(TELL, CHOOSE), state) == CHOOSE
    assert handle(lesson_of(TELL, CHOOSE), state, Answer(("buyer",)))


def test_a_goal_that_was_taken_out_does_not_hold_her_back() -> None:
    lesson = lesson_of(replace(PRACTICE, goals=PRACTICE.goals[:1]))
    events = [*entered("do"), GoalReached("sell", "do", 0), GoalReached("sell", "do", 7)]
    state = fold(lesson, events)
    assert handle(lesson, state, StoreHappened(())) == (StepCompleted("sell", "do", 0, 0),)


def test_a_lesson_that_grew_after_it_was_finished_stays_finished() -> None:
    state = fold(LESSON, [*entered("oven"), LessonCompleted("sell")])
    assert state.finished


def test_an_event_counts_though_the_one_before_it_was_lost() -> None:
    state = apply(LESSON, None, StepAnswered("sell", "pay", ("10",), False))
    assert state is not None
    assert (state.step_id, state.tries) == ("pay", 1)


def test_help_once_given_is_not_forgotten_and_never_above_the_highest() -> None:
    state = fold(LESSON, [*entered("who"), HintGiven("sell", "who", 9, True)])
    assert state.hints == 3
    assert fold(LESSON, [HintGiven("sell", "who", 1, True)], state).hints == 3


def test_events_of_another_lesson_change_nothing() -> None:
    other = StepEntered("buy", "oven")
    assert apply(LESSON, None, other) is None
    state = after(LESSON, Begin(), GoOn())
    assert apply(LESSON, state, other) is state


# --- whatever she does -------------------------------------------------------------------------

ANSWERS = st.one_of(
    st.lists(
        st.sampled_from(["hen", "buyer", "box", "tape", "bake", "pack", "send", "x"]), max_size=4
    ),
    st.sampled_from([["350"], ["10"], ["0"], [""], ["9" * 6000]]),
).map(lambda answer: Answer(tuple(answer)))
STORE = st.lists(st.sampled_from(["OrderHeard", "OrderAccepted", "Refused"]), max_size=2).map(
    lambda names: StoreHappened(tuple(names))
)
COMMANDS: st.SearchStrategy[list[Command]] = st.lists(
    st.one_of(st.just(Begin()), st.just(GoOn()), st.just(AskHint()), ANSWERS, STORE), max_size=40
)
LESSONS = st.permutations(STEPS).flatmap(
    lambda steps: st.integers(1, len(steps)).map(lambda count: lesson_of(*steps[:count]))
)


def right_act(step: Step) -> Command:
    match step:
        case Tell():
            return GoOn()
        case Choose():
            return Answer(tuple(option.id for option in step.options if option.right))
        case Order():
            return Answer(tuple(item.id for item in step.items))
        case Money():
            return Answer((str(step.amount_fen),))
        case Practice():
            return StoreHappened(tuple(goal.any_of[0] for goal in step.goals))


def wrong_acts(step: Step) -> list[Command]:
    match step:
        case Choose():
            return [Answer((option.id,)) for option in step.options if not option.right]
        case Order():
            return [Answer(tuple(item.id for item in reversed(step.items)))]
        case Money():
            return [Answer((str(step.amount_fen + change),)) for change in (-10, 10)]
        case _:
            return [Answer(("x",)), StoreHappened(("Refused",)), AskHint()]


def finish(lesson: Lesson, state: LessonState | None, with_mistakes: bool = False) -> LessonState:
    """What becomes of a learner who does the right thing at every step from here on."""
    for _ in range(3 * len(lesson.steps) + 3):
        if state is None or state.finished:
            break
        step = current_step(lesson, state)
        acts = wrong_acts(step) if with_mistakes and not state.completed_step else []
        for command in [*acts, GoOn() if state.completed_step else right_act(step)]:
            state = fold(lesson, handle(lesson, state, command), state)
    assert state is not None
    return state


@settings(max_examples=200, deadline=None)
@given(lesson=LESSONS, commands=COMMANDS)
def test_no_row_of_acts_crashes_goes_backward_or_locks_her_out(
    lesson: Lesson, commands: list[Command]
) -> None:
    state: LessonState | None = None
    written: list[LessonEvent] = []
    for command in commands:
        before = state
        events = handle(lesson, state, command)
        for event in events:
            state = apply(lesson, state, event)
        written += events
        if before and state and LessonStarted(lesson.id) not in events:
            assert state.step_index >= before.step_index
            assert state.hints <= 3
            assert (state == before) == (not events or events == asked_at_the_top(events, before))
    if written:
        assert fold(lesson, written) == state
        assert finish(lesson, state).finished


def asked_at_the_top(
    events: tuple[LessonEvent, ...], before: LessonState
) -> tuple[LessonEvent, ...]:
    """The one thing that may happen without a change: the highest help, given again."""
    return (
        tuple(event for event in events if isinstance(event, HintGiven) and event.asked)
        if before.hints == 3
        else ()
    )


@given(lesson=LESSONS)
def test_a_perfect_learner_finishes_every_lesson_without_help(lesson: Lesson) -> None:
    state = finish(lesson, after(lesson, Begin()))
    assert state.finished and state.times_finished == 1
    assert (state.mistakes, state.hints) == (0, 0)


@given(lesson=LESSONS)
def test_who_makes_every_mistake_first_finishes_every_lesson(lesson: Lesson) -> None:
    state = finish(lesson, after(lesson, Begin()), with_mistakes=True)
    assert state.finished
    doing = any(isinstance(step, Choose | Order | Money) for step in lesson.steps)
    assert bool(state.mistakes) == doing


@settings(max_examples=200, deadline=None)
@given(then=LESSONS, now=LESSONS, commands=COMMANDS)
def test_a_journal_written_with_other_content_can_be_gone_on_from(
    then: Lesson, now: Lesson, commands: list[Command]
) -> None:
    state: LessonState | None = None
    written: list[LessonEvent] = []
    for command in commands:
        events = handle(then, state, command)
        for event in events:
            state = apply(then, state, event)
        written += events
    if written:
        state = fold(now, written)
        assert current_step(now, state) == now.steps[state.step_index]
        assert finish(now, state).finished


@given(
    events=st.lists(
        st.sampled_from(
            [
                LessonStarted("sell"),
                StepEntered("sell", "pay"),
                StepEntered("sell", "gone"),
                StepAnswered("sell", "who", ("hen",), False),
                HintGiven("sell", "do", 9, True),
                GoalReached("sell", "do", 5),
                StepCompleted("sell", "way", 1, 0),
                LessonCompleted("sell"),
                LessonCompleted("buy"),
            ]
        ),
        max_size=12,
    )
)
def test_a_damaged_journal_still_gives_a_state_to_go_on_from(events: list[LessonEvent]) -> None:
    state: LessonState | None = None
    for event in events:
        state = apply(LESSON, state, event)
    if state is not None:
        assert finish(LESSON, state).finished


def test_a_story_is_told_on_from_the_picture_that_was_shown_last() -> None:
    story = Story("told", "road", SAY, (Frame("bake", "oven", SAY), Frame("send", "road", SAY)))
    lesson = lesson_of(story, TELL)
    state = after(lesson, Begin(), Look("bake"), Look("send"))
    assert state.picture == "send"
    assert handle(lesson, state, Look("send")) == handle(lesson, state, Look("moon")) == ()
    assert handle(lesson, state, Look("")) == (PictureShown("sell", "told", ""),)
    gone = after(lesson, Begin(), Look("bake"), GoOn())
    assert gone.step_id == "oven" and gone.picture == ""
    assert handle(lesson, gone, Look("bake")) == ()
