"""A story: told picture after picture, forth and back, and then the lesson goes on."""

from lessons.course import Story
from tests.every_kind import LESSON, Doing
from tests.hearing import audio, key_of
from tests.stage import Stage


async def told(stage: Stage) -> Doing:
    tablet, learner = stage.somebody(1)
    stage.at_step(learner, stage.lesson(LESSON), "story")
    return Doing(stage, await stage.tablet(f"/lesson/{LESSON}", tablet).start(), learner)


async def test_a_story_opens_with_its_sentence_and_goes_on_by_touches(kinds: Stage) -> None:
    doing = await told(kinds)
    tablet, (story, *_) = doing.tablet, doing.lesson.steps
    assert isinstance(story, Story)
    assert tablet.label("lesson.frame") == "0/3"
    assert tablet.label("lesson.prompt") == story.say.ug
    for number, picture in enumerate(story.pictures, start=1):
        await tablet.tap("lesson.next")
        assert tablet.label("lesson.frame") == f"{number}/3"
        assert tablet.label("lesson.prompt") == picture.say.ug
        said = await key_of(kinds, picture.say)
        await tablet.until(lambda said=said: audio(tablet)["src"] == said)
    assert doing.state.step_id == "story"
    await tablet.tap("lesson.next")
    assert doing.state.step_id == "baker"


async def test_a_story_goes_back_and_nothing_is_before_its_beginning(kinds: Stage) -> None:
    tablet = (await told(kinds)).tablet
    assert not tablet.has("lesson.before")
    for _ in range(2):
        await tablet.tap("lesson.next")
    await tablet.tap("lesson.before")
    assert tablet.label("lesson.frame") == "1/3"
    await tablet.tap("lesson.before")
    assert tablet.label("lesson.frame") == "0/3"
    assert not tablet.has("lesson.before")


async def test_a_story_that_was_left_goes_on_at_the_picture_where_it_was_left(kinds: Stage) -> None:
    name, learner = kinds.somebody(1)
    kinds.at_step(learner, kinds.lesson(LESSON), "story")
    tablet = await kinds.tablet(f"/lesson/{LESSON}", name).start()
    for identifier in ("lesson.next", "lesson.next", "lesson.before", "lesson.next"):
        await tablet.tap(identifier)
    await tablet.close()
    kinds.begin_again()
    tablet = await kinds.tablet(f"/lesson/{LESSON}", name).start()
    assert tablet.label("lesson.frame") == "2/3"
    await tablet.tap("lesson.next")
    assert tablet.label("lesson.frame") == "3/3"
