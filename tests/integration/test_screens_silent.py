"""Without sound everything that is said is read, where the sentence stands; nothing is played."""

import pytest

from kiosk.wording import words
from lessons.answering import right_answer
from lessons.course import Choose, Tell
from lessons.engine import current_step
from tests.flet_session import FletSession
from tests.stage import Stage, spoken

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("unhurried")]


def someone(stage: Stage) -> tuple[str, str]:
    """A learner who reads what others hear."""
    tablet, learner = stage.somebody()
    stage.room.adjust_voice(learner, "normal", "off")
    return tablet, learner


async def reads(tablet: FletSession, text: str, where: str = "screen.sentence") -> None:
    await tablet.until(lambda: tablet.label(where) == text, 10)


async def test_no_sound_is_chosen_where_louder_is_and_lasts(stage: Stage) -> None:
    tablet, learner = stage.somebody()
    page = await stage.tablet("/voice", tablet).start()
    await page.tap("voice.loudness:off")
    await reads(page, words("voice.sample").text("ug"))
    await reads(page, words("voice.screen").text("ug"))  # and its own sentence is back
    await page.close()
    stage.begin_again()
    card = stage.room.records.learner(learner)
    assert card is not None
    assert card.loudness == "off"


async def test_the_name_of_what_is_touched_is_read(stage: Stage) -> None:
    tablet, _ = someone(stage)
    async with stage.tablet("/voice", tablet) as page:
        await page.tap("voice.pace:normal")
        await reads(page, words("voice.sample").text("ug"))
        assert spoken(page) == 0


async def test_a_lesson_is_done_without_a_sound(stage: Stage) -> None:
    tablet, learner = someone(stage)
    lesson, step = stage.first_step(Choose)
    assert isinstance(step, Choose)
    stage.at_step(learner, lesson, step.id)
    async with stage.tablet(f"/lesson/{lesson.id}", tablet) as page:
        named = step.options[0].say.text("ug")
        await reads(page, named, "lesson.prompt")  # the answers are named one after the other
        await page.tap(f"lesson.answer:{right_answer(step)[0]}")
        await page.until(lambda: page.has("lesson.next"), 10)
        await page.tap("lesson.next")
        assert spoken(page) == 0
    state = stage.room.lesson_state(learner, lesson.id)
    assert state is not None
    assert current_step(lesson, state).id != step.id


async def test_every_part_of_a_story_is_read(stage: Stage) -> None:
    tablet, learner = someone(stage)
    lesson, step = stage.first_step(Tell)
    stage.at_step(learner, lesson, step.id)
    async with stage.tablet(f"/lesson/{lesson.id}", tablet) as page:
        await page.tap("nav.help")
        assert page.label("lesson.prompt")
        assert spoken(page) == 0


async def test_where_no_voice_can_be_made_it_is_still_read(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def mute(*_: object) -> None:
        raise TimeoutError

    monkeypatch.setattr(stage.kiosk.speech, "clip_soon", mute)
    tablet, _ = someone(stage)
    async with stage.tablet("/voice", tablet) as page:
        await page.tap("voice.pace:slow")
        await reads(page, words("voice.sample").text("ug"))
        assert not page.has("trouble")
