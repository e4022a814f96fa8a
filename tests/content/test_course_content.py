"""What the course teaches: everything loads, is short enough to hear, and can be done."""

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

from demo_store import commands, events
from demo_store.engine import apply, handle
from demo_store.practice.beginnings import focus, is_known, prepare
from demo_store.practice.village_scene import VILLAGE_SITUATIONS
from demo_store.store import Store
from demo_store.world.catalogue import load_catalogue
from kiosk.classroom import IN_VILLAGE
from kiosk.practising import names
from lessons.course import (
    Choose,
    ChooseAll,
    Frame,
    Lesson,
    ListenAndRepeat,
    Match,
    Money,
    Option,
    Order,
    Practice,
    Say,
    Side,
    Step,
    Story,
    Tell,
    Told,
)
from lessons.loader import load_course
from lessons.phrase import LANGUAGES, Language, Phrase
from tests.village_course import village_course
from tests.village_life import Lived

PROJECT: Final = Path(__file__).parents[2]
PICTURES: Final = PROJECT / "kiosk" / "assets" / "pictures"
LOADED: Final = load_course(PROJECT / "lessons" / "course")
LESSONS: Final = tuple(LOADED.course.lessons())
STEPS: Final = tuple((lesson, step) for lesson in LESSONS for step in lesson.steps)
PRACTICES: Final = tuple(
    (lesson, step)
    for lesson, step in STEPS
    if isinstance(step, Practice) and step.screen != IN_VILLAGE
)
IN_THE_VILLAGE: Final = tuple(
    (lesson, step)
    for lesson, step in STEPS
    if isinstance(step, Practice) and step.screen == IN_VILLAGE
)
LONGEST_PRODUCT: Final = Phrase("پاختا يوتقان", "绣花帽", "embroidered cap")
EVENT_NAMES: Final = frozenset(event.__name__ for event in events.StoreEvent.__args__)
CATALOGUE: Final = load_catalogue()

# One way to reach each goal, from what the situation is about (a product, an order or nothing).
DO: Final[dict[str, Callable[[str], commands.StoreCommand]]] = {
    "ProductAdded": lambda _: commands.AddProduct("nang"),
    "PhotoChosen": lambda about: commands.ChoosePhoto(about, "nang"),
    "NameSaid": commands.SayName,
    "StockMade": lambda about: commands.MakeStock(about, 10),
    "PriceSet": lambda about: commands.SetPrice(about, 350),
    "ListingPublished": commands.Publish,
    "StoreViewedAsBuyer": lambda _: commands.ViewAsBuyer(),
    "OrderAccepted": commands.AcceptOrder,
    "OrderCollected": commands.CollectOrder,
    "OrderChecked": commands.CheckOrder,
    "OrderStamped": commands.StampOrder,
    "OrderPacked": lambda about: commands.PackOrder(about, "box"),
    "OrderLabelled": commands.LabelOrder,
    "OrderShipped": lambda about: commands.ShipOrder(about, "air"),
    "OrderPaidOut": lambda _: commands.EndDay(),
    "MoneyCounted": lambda _: commands.CountMoney(),
    "MoneyWithdrawn": lambda _: commands.WithdrawMoney(1000),
    "SavingGoalChosen": lambda _: commands.ChooseGoal("school-bag"),
    "Described": lambda about: commands.Describe(about, ("handmade",)),
    "ScoreViewed": lambda _: commands.ViewScore(),
    "StoryHeard": lambda _: commands.HearStory(),
    "ParcelsViewed": lambda _: commands.ViewParcels(),
    "ReviewHeard": commands.HearReview,
    "LoanHeard": lambda _: commands.HearLoan("village-fund"),
    "LoanLeft": lambda _: commands.LeaveLoan("village-fund"),
}
MOST_DAYS: Final = 20


def of_lesson(lesson: Lesson) -> str:
    return lesson.id


def of_step(value: Lesson | Step) -> str:
    return value.id


def places(step: Step) -> tuple[Option | Frame | Side, ...]:
    """The pictures of a step that have words of their own."""
    match step:
        case Choose() | ChooseAll():
            return step.options
        case Order():
            return step.items
        case Match():
            return tuple(side for pair in step.pairs for side in (pair.left, pair.right))
        case Story():
            return step.pictures
    return ()


def phrases(lesson: Lesson) -> Iterator[Phrase]:
    """Everything that is said in a lesson."""
    yield from (lesson.title, lesson.promise)
    for step in lesson.steps:
        yield step.say
        for place in places(step):
            yield place.say
            if isinstance(place, Option) and place.hint:
                yield place.hint
        if isinstance(step, Say | ListenAndRepeat):
            yield step.words
        if not isinstance(step, Told):
            coaching = step.coaching
            yield from (coaching.hint, coaching.hint_with_hand)
            yield from (coaching.demonstration, coaching.praise)


def sentences(phrase: Phrase, language: Language) -> list[str]:
    """The sentences of a phrase with the learner's product in it; 3.5 is no end of one."""
    text = phrase.filled(product=LONGEST_PRODUCT).text(language)
    parts = re.split(r"(?<!\d)\.|\.(?!\d)|[!?؟。！？]", text)
    return [part.strip() for part in parts if part.strip()]


def test_all_content_loads_without_a_problem() -> None:
    assert LOADED.problems == ()
    assert LESSONS


def test_the_lessons_that_learners_have_progress_in_are_still_there() -> None:
    known = {"what-is-an-online-store", "my-product", "a-fair-price", "my-first-order"}
    assert known <= {lesson.id for lesson in LESSONS}


@pytest.mark.parametrize("lesson", LESSONS, ids=of_lesson)
def test_every_lesson_is_written_in_the_three_languages(lesson: Lesson) -> None:
    letters = {"ug": r"[\u0626-\u06d5]", "zh": r"[\u4e00-\u9fff]", "en": r"[A-Za-z]"}
    for phrase in phrases(lesson):
        for language in LANGUAGES:
            assert re.search(letters[language], phrase.text(language)), phrase


@pytest.mark.parametrize("lesson", LESSONS, ids=of_lesson)
def test_no_sentence_is_too_long_to_be_heard_once(lesson: Lesson) -> None:
    for phrase in phrases(lesson):
        for language in ("ug", "en"):
            for sentence in sentences(phrase, language):
                words = [word for word in sentence.split() if re.search(r"\w", word)]
                assert len(words) <= 14, sentence
        assert all(len(sentence) <= 36 for sentence in sentences(phrase, "zh")), phrase.zh


@pytest.mark.parametrize("lesson", LESSONS, ids=of_lesson)
def test_the_three_languages_have_the_same_placeholders(lesson: Lesson) -> None:
    for phrase in phrases(lesson):
        found = {frozenset(re.findall(r"\{\w+\}", phrase.text(code))) for code in LANGUAGES}
        assert len(found) == 1, phrase


@pytest.mark.parametrize("lesson", LESSONS, ids=of_lesson)
def test_no_uyghur_ending_is_joined_to_the_learners_product(lesson: Lesson) -> None:
    for phrase in phrases(lesson):
        assert not re.search(r"\}[^\s.،:!؟]", phrase.ug), phrase.ug


@pytest.mark.parametrize("lesson", LESSONS, ids=of_lesson)
def test_at_least_half_of_a_lesson_is_doing(lesson: Lesson) -> None:
    doing = [step for step in lesson.steps if not isinstance(step, Told)]
    assert 2 * len(doing) >= len(lesson.steps)


@pytest.mark.parametrize("lesson", LESSONS, ids=of_lesson)
def test_a_lesson_begins_with_the_story_and_ends_with_a_rule_of_thumb(lesson: Lesson) -> None:
    assert isinstance(lesson.steps[0], Told)
    assert isinstance(lesson.steps[-1], Tell)


@pytest.mark.parametrize("lesson", LESSONS, ids=of_lesson)
def test_every_picture_of_a_lesson_is_drawn(lesson: Lesson) -> None:
    named = {lesson.picture} | {step.picture for step in lesson.steps}
    named |= {place.picture for step in lesson.steps for place in places(step)}
    named |= {unit.picture for unit in LOADED.course.units}
    assert {name for name in named if not (PICTURES / f"{name}.svg").is_file()} == set()


@pytest.mark.parametrize(("lesson", "step"), STEPS, ids=of_step)
def test_every_wrong_picture_has_its_own_hint(lesson: Lesson, step: Step) -> None:
    if isinstance(step, Choose | ChooseAll):
        assert all(option.right or option.hint for option in step.options), lesson.id


@pytest.mark.parametrize(("lesson", "step"), PRACTICES, ids=of_step)
def test_a_practice_names_what_the_store_knows(lesson: Lesson, step: Practice) -> None:
    assert is_known(CATALOGUE, step.situation), lesson.id
    assert {name for goal in step.goals for name in goal.events} <= EVENT_NAMES, lesson.id


@pytest.mark.parametrize("kind", sorted(CATALOGUE.kinds))
@pytest.mark.parametrize(("lesson", "step"), PRACTICES, ids=of_step)
def test_a_practice_can_be_done_from_its_situation(
    lesson: Lesson, step: Practice, kind: str
) -> None:
    rng = random.Random(7)
    store = Store()
    for event in prepare(CATALOGUE, store, step.situation, kind, rng):
        store = apply(CATALOGUE, store, event)
    for goal in step.goals:
        about = focus(store, step.situation, kind) or ""
        command = DO[goal.events[0]](about)
        assert reached(store, command, goal.any_of, rng), (lesson.id, step.id)


@pytest.mark.parametrize(("lesson", "step"), IN_THE_VILLAGE, ids=of_step)
def test_what_is_practised_in_the_village_can_be_done(lesson: Lesson, step: Practice) -> None:
    assert step.situation in (*VILLAGE_SITUATIONS, "as-it-is"), lesson.id
    for kind in sorted(CATALOGUE.kinds):
        assert unreached_in_village(step, kind) == [], (lesson.id, step.id)


def test_a_goal_that_the_village_does_not_know_is_found(tmp_path: Path) -> None:
    goals = "[[RoundMade], [StampTraced], [FamiliesSettled], [OutletOpened], [SangAloud]]"
    course = load_course(village_course(tmp_path, ("all", "village-order", goals))).course
    (step,) = (step for lesson in course.lessons() for step in lesson.steps)
    assert isinstance(step, Practice)
    assert unreached_in_village(step, "eggs") == [("SangAloud",)]


def unreached_in_village(step: Practice, kind: str) -> list[tuple[str, ...]]:
    """The goals that working in the village for days does not reach."""
    lived = Lived(prepared=(step.situation, kind))
    before = len(lived.events)
    for _ in range(MOST_DAYS):
        lived.work()
        lived.trace()
        lived.night()
    seen = {name for event in lived.events[before:] for name in names(event)}
    return [goal.any_of for goal in step.goals if seen.isdisjoint(goal.any_of)]


def reached(
    store: Store, command: commands.StoreCommand, any_of: tuple[str, ...], rng: random.Random
) -> bool:
    """Whether doing this, and for days again and again, brings one of these events."""
    for _ in range(MOST_DAYS if isinstance(command, commands.EndDay) else 1):
        for event in handle(CATALOGUE, store, command, rng):
            if not set(names(event)).isdisjoint(any_of):
                return True
            store = apply(CATALOGUE, store, event)
    return False


def test_the_three_heaps_of_a_fair_price_make_the_whole_price() -> None:
    lesson = LOADED.course.lesson("a-fair-price")
    assert lesson is not None
    whole, *heaps = [step.amount_fen for step in lesson.steps if isinstance(step, Money)]
    assert len(heaps) == 3
    assert sum(heaps) == whole
