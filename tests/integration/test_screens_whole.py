"""Nothing is cut and nothing leaves the window, in the smallest one and with the longest words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import theme, visit
from kiosk.wording import words
from lessons.course import Choose, Order, Practice, Step
from lessons.phrase import LANGUAGES, Language
from tests.flet_session import FletSession
from tests.measured import cut_in
from tests.stage import SIZES, Stage

PHONE = SIZES[-1]
LEAST_PICTURE = 56
"""Logical pixels: what is smaller is not known by who cannot read."""
AT_THE_END = ("enrol.picture:1", "enrol.product:nang")


@pytest.fixture(scope="module", params=LANGUAGES)
def stage(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stage]:
    language: Language = request.param
    with Stage(tmp_path_factory.mktemp("kiosk"), language) as stage:
        yield stage


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_whatever_is_told_of_a_recording_the_way_in_stays_whole(
    stage: Stage, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "_DOUBLE_TAP_S", 0.0)
    tablet = await stage.tablet("/enrol", size=size, has_permission=False).start()
    for identifier in (*AT_THE_END, "enrol.record-name"):
        await tablet.tap(identifier)
    told = words("enrol.no-microphone").text(stage.language)
    await tablet.until(lambda: tablet.label("screen.sentence") == told)
    assert tablet.enabled("enrol.done")
    assert not cut_in(tablet, size)
    await tablet.close()


def pictures_in(tablet: FletSession, identifier: str) -> list[float]:
    inside = tablet.tree.visible(tablet.find(identifier))
    return [float(node["width"]) for node in inside if node.type == "Image"]


async def shown_on_a_phone(stage: Stage, kind: type[Step]) -> FletSession:
    lesson, step = stage.first_step(kind)
    tablet, learner = stage.somebody(0)
    stage.at_step(learner, lesson, step.id)
    return await stage.tablet(f"/lesson/{lesson.id}", tablet, PHONE).start()


async def test_what_is_put_in_order_is_seen_large_on_a_phone(stage: Stage) -> None:
    tablet = await shown_on_a_phone(stage, Order)
    items = [each for each in tablet.identifiers() if each.startswith("lesson.answer:")]
    assert len(items) >= 3
    assert all(min(pictures_in(tablet, each)) >= LEAST_PICTURE for each in items)
    await tablet.close()


async def test_a_question_has_its_picture_on_a_phone_too(stage: Stage) -> None:
    _, step = stage.first_step(Choose)
    tablet = await shown_on_a_phone(stage, Choose)
    shown = [str(image["src"]) for image in tablet.controls("Image")]
    assert any(step.picture in name for name in shown)
    await tablet.close()


async def test_a_scene_has_its_own_shape_in_an_answer(stage: Stage) -> None:
    lesson = stage.lesson("a-fair-price")
    step = next(each for each in lesson.steps if isinstance(each, Choose))
    assert all(option.picture.startswith("scene-") for option in step.options)
    tablet, learner = stage.somebody(0)
    stage.at_step(learner, lesson, step.id)
    session = await stage.tablet(f"/lesson/{lesson.id}", tablet, PHONE).start()
    for option in step.options:  # in a square it is drawn over the words beside it
        (image,) = (
            node
            for node in session.tree.visible(session.find(f"lesson.answer:{option.id}"))
            if node.type == "Image"
        )
        assert image["width"] == pytest.approx(1.5 * image["height"])
    await session.close()


async def test_few_people_are_large_on_a_phone_and_the_guests_way_has_its_word(
    tmp_path: Path,
) -> None:
    with Stage(tmp_path) as stage:
        for people in range(4):
            tablet = await stage.tablet("/", size=PHONE).start()
            cards = [e for e in tablet.identifiers() if e.startswith(("home.learner:", "home.new"))]
            widths = [float(tablet.find(each)["content"]["width"]) for each in cards]
            assert len(widths) == people + 1
            assert min(widths) >= PHONE[0] * 0.4
            assert words("start.guest").ug in tablet.text("home.guest")
            assert not cut_in(tablet, PHONE)
            await tablet.close()
            stage.somebody(people)


async def test_in_a_practice_step_nothing_but_its_own_way_is_edged_in_green(stage: Stage) -> None:
    lesson, step = next(
        (lesson, step)
        for lesson in stage.room.course.lessons()
        for step in lesson.steps
        if isinstance(step, Practice) and step.screen == "as-buyer"
    )
    tablet, learner = stage.somebody(1)
    stage.at_step(learner, lesson, step.id)
    stage.selling(learner)
    for place in ("", "/orders", "/products"):
        session = await stage.tablet(f"/lesson/{lesson.id}/store{place}", tablet).start()
        assert theme.LEAF not in edges(session)
        alone = await stage.tablet(f"/store{place}", tablet).start()
        assert theme.LEAF in edges(alone)
        for each in (session, alone):
            await each.close()


def edges(tablet: FletSession) -> set[str]:
    borders = [node.get("border") for node in tablet.controls("Container")]
    return {str(border["top"].get("color", "")) for border in borders if border}
