"""No touch is met with silence: whatever can be tapped, on every screen, is answered by a sound."""

import asyncio
import base64
import binascii
import contextlib

import flet as ft
import pytest

from audio import earmarks
from kiosk import theme, visit
from kiosk.picture_words import picture_words
from kiosk.player import address
from kiosk.visit import Visit
from kiosk.widgets.touch import tap
from kiosk.wording import words
from lessons.course import Money, Order
from lessons.phrase import same_in_all
from tests.flet_session import FletSession, NotTappableError
from tests.hearing import answer_to, audio, heard, key_of
from tests.stage import SECRET, SIZES, Stage, spoken
from tests.views import View, every_view, show

TABLET, PHONE = SIZES[0], SIZES[3]
FRAME = {"speak.again", "nav.help", "nav.home", "nav.back", "learner.name"}
SOUND_OFF = "voice.loudness:off"
"""Whoever touches it wants to read what is said: test_screens_silent."""
TICK = address(earmarks.key("tick"))


async def opened(stage: Stage, view: View, size: tuple[int, int] = TABLET) -> FletSession:
    """A tablet that shows a view and has begun its sentence."""
    tablet = await stage.tablet(view.route, view.tablet, size).start()
    await show(tablet, view)
    if view.taps:
        await asyncio.sleep(visit._DOUBLE_TAP_S)  # sooner the same again would be a trembling hand
    await tablet.until(lambda: spoken(tablet))
    return tablet


# -- every screen


def family(identifier: str) -> str:
    """What is tapped, without which one it is."""
    return identifier.split(":")[0]


def can_be_tapped(tablet: FletSession) -> dict[str, str]:
    """One identifier for each family of enabled things on the screen."""
    buttons = [node for node in tablet.controls("Semantics") if node.get("button")]
    names = [str(node["identifier"]) for node in buttons if not node.get("disabled")]
    return {family(name): name for name in reversed(names) if name != SOUND_OFF}


async def silent_on(
    stage: Stage, view: View, size: tuple[int, int], names: set[str]
) -> tuple[set[str], set[str]]:
    """Taps each of ``names`` that is there; which were tapped, and which of them met silence.

    A tablet serves as long as what it shows stays as it was; then the next one shows the view.
    """
    tapped, silent = set[str](), set[str]()
    while True:
        try:
            tablet = await opened(stage, view, size)
        except NotTappableError:  # a tap before took away what leads there, such as a loan
            return tapped, silent
        there = can_be_tapped(tablet)
        left = sorted(names.intersection(there) - tapped)
        if not left:
            await tablet.close()
            return tapped, silent
        for name in left:
            tapped.add(name)
            if await is_silent(tablet, view, there[name]):
                silent.add(name)
            if can_be_tapped(tablet) != there:
                break
        await tablet.close()


async def is_silent(tablet: FletSession, view: View, found: str) -> bool:
    """Whether a tap on what was ``found`` is met with silence."""
    before = spoken(tablet)
    await tablet.tap(found)
    try:
        await tablet.until(lambda: spoken(tablet) > before, seconds=2)
    except AssertionError as silence:
        if "did not happen" not in str(silence):
            raise
        return True
    assert not tablet.has("trouble"), f"{found} on {view.name}: {tablet.label('trouble')}"
    return False


async def on_the_screens(stage: Stage, size: tuple[int, int]) -> dict[str, set[str]]:
    """What can be tapped, by view; screens that differ in how much help is on them once.

    What the frame brings to every screen is counted on one screen of a kind.
    """
    found, framed = {}, set[str]()
    for view in every_view(stage):
        if not view.variant:
            tablet = await opened(stage, view, size)
            found[view.name] = set(can_be_tapped(tablet))
            await tablet.close()
            kin = view.name.split("-")[0]
            if kin in framed:
                found[view.name] -= FRAME
            framed.add(kin)
    return found


async def silent_ones(
    stage: Stage, size: tuple[int, int], left: dict[str, set[str]]
) -> list[tuple[str, str]]:
    """Taps all that is ``left`` and takes it off; what was met with silence."""
    silent = []
    while any(left.values()):
        before = sum(map(len, left.values()))
        # A tap may take away what was to be tapped next: other people stand at the same places.
        for view in every_view(stage):
            if left.get(view.name):
                tapped, unheard = await silent_on(stage, view, size, left[view.name])
                left[view.name] -= tapped
                silent += [(view.name, name) for name in sorted(unheard)]
        assert sum(map(len, left.values())) < before, f"cannot be tapped: {left}"
    return silent


async def test_every_touch_on_every_screen_is_met_with_a_sound(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "_SILENCE_S", 0.05)  # the screens of a test are drawn at once
    monkeypatch.setattr(visit, "_DOUBLE_TAP_S", 0.0)  # and a person waits in no time
    on_tablet = await on_the_screens(stage, TABLET)
    on_phone = await on_the_screens(stage, PHONE)
    only_there = {name: things - on_tablet[name] for name, things in on_phone.items()}
    assert sum(map(len, on_tablet.values())) > 300
    assert any(only_there.values())
    assert await silent_ones(stage, TABLET, on_tablet) == []
    assert await silent_ones(stage, PHONE, only_there) == []


async def greyed_answers(
    stage: Stage, view: View, size: tuple[int, int], seen: set[str]
) -> dict[str, list[str]]:
    """What each greyed thing of a view answers first, one of each family that was not ``seen``."""
    answers: dict[str, list[str]] = {}
    tablet = await opened(stage, view, size)
    buttons = [node for node in tablet.controls("Semantics") if node.get("button")]
    for name in [str(node["identifier"]) for node in buttons if node.get("disabled")]:
        if family(name) in seen:
            continue
        seen.add(family(name))
        before = spoken(tablet)
        await tablet.tap(name, force=True)
        with contextlib.suppress(AssertionError):  # silence is told with all the others
            await tablet.until(lambda before=before: spoken(tablet) > before, seconds=2)
        heard_now = [str(audio(tablet)["src"])] if spoken(tablet) > before else []
        answers[name] = heard_now
        assert not tablet.has("trouble"), f"{name} on {view.name}: {tablet.label('trouble')}"
        assert not tablet.enabled(name), name
    await tablet.close()
    return answers


async def test_what_is_greyed_stays_so_and_is_not_silent_on_any_screen(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "_DOUBLE_TAP_S", 0.0)
    answers: dict[str, list[str]] = {}
    for size in (TABLET, PHONE):
        seen: set[str] = set()
        for view in every_view(stage):
            if not view.variant:
                answers |= await greyed_answers(stage, view, size, seen)
    assert {"secret.clear", "trainer.pin-clear", "lesson.undo", "lesson.next"} < answers.keys()
    assert len(answers) > 6
    assert [name for name, sounds in answers.items() if not sounds] == []
    assert [name for name, sounds in answers.items() if sounds == [TICK]] == []


@pytest.mark.parametrize("touch", ["tap", "long_press"])
async def test_a_greyed_thing_beside_secrets_says_what_it_is_and_why_not_now(
    stage: Stage, touch: str
) -> None:
    tablet = await opened(stage, View("door", "/trainer"))
    around = [
        each
        for each in tablet.controls("GestureDetector")
        if (each["content"] or {}).get("identifier") == "trainer.pin-clear"
    ]
    before = spoken(tablet)
    await tablet.event(around[0], touch)
    name, why = await heard(tablet, 2, before)
    assert name == await key_of(stage, words("secret.clear"))
    assert why == await key_of(stage, words("secret.nothing"))


async def silent_values(stage: Stage, view: View, seen: set[str]) -> list[str]:
    """What a view only shows and is silent at a short or a long touch, one of each family."""
    tablet = await opened(stage, view)
    shown = [node for node in tablet.controls("Semantics") if not node.get("button")]
    silent = []
    for node in shown:
        inside = node.get("content")
        name = str(node.get("identifier"))
        if inside is None or not inside.get("on_click") or family(name) in seen:
            continue
        seen.add(family(name))
        for touch in ("click", "long_press"):
            before = spoken(tablet)
            await tablet.event(inside, touch)
            try:
                await tablet.until(lambda before=before: spoken(tablet) > before, seconds=2)
            except AssertionError:
                silent.append(f"{name} at a {touch}")
            assert not tablet.has("trouble"), name
    await tablet.close()
    return silent


async def test_what_is_only_shown_says_itself_at_a_short_and_a_long_touch(stage: Stage) -> None:
    seen: set[str] = set()
    silent = [
        each
        for view in every_view(stage)
        if not view.variant
        for each in await silent_values(stage, view, seen)
    ]
    assert silent == []
    for name in (
        "learner.name",
        "lesson.prompt",
        "lesson.step",
        "lesson.picture",
        "learner.picture",
    ):
        assert name in seen
    for name in ("money.total", "goal.saved"):
        assert name in seen


async def test_a_greyed_way_on_says_its_name_and_what_is_missing(stage: Stage) -> None:
    lesson, step = stage.first_step(Money)
    tablet, learner = stage.somebody(0)
    stage.at_step(learner, lesson, step.id)
    session = await opened(stage, View("money", f"/lesson/{lesson.id}", tablet))
    before = spoken(session)
    with pytest.raises(NotTappableError, match="disabled"):
        await session.tap("lesson.next")
    await session.tap("lesson.next", force=True)
    name, why = await heard(session, 2, before)
    assert name == await key_of(stage, same_in_all(session.label("lesson.next")))
    assert why == await key_of(stage, words("money.nothing"))


async def lone_thing(stage: Stage, label: str) -> FletSession:
    """A page with one thing to tap, whose action does nothing and says nothing."""

    async def main(page: ft.Page) -> None:
        here = Visit(page, stage.kiosk, "lone-tablet")
        page.add(tap(here, "lone.thing", label, ft.Text(label), lambda: None))

    return await FletSession(main).start()


async def test_what_says_nothing_itself_is_called_by_its_name(stage: Stage) -> None:
    name = words("nav.home")
    tablet = await lone_thing(stage, name.text(stage.language))
    assert await answer_to(tablet, "lone.thing") == [await key_of(stage, name)]


# -- secrets


async def test_a_secret_is_met_with_a_tick_and_never_with_its_name(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "_SILENCE_S", 0.05)
    _, learner = stage.somebody(0, SECRET)
    tablet = await opened(stage, View("secret", f"/secret/{learner}"))
    for identifier in ("secret.picture:cat", "secret.clear", "secret.picture:sun"):
        assert await answer_to(tablet, identifier) == [TICK]
    await asyncio.sleep(0.2)
    assert audio(tablet)["src"] == TICK  # nothing was said after it


async def test_a_digit_is_met_with_a_tick_and_never_with_its_name(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "_SILENCE_S", 0.05)
    tablet = await opened(stage, View("door", "/trainer"))
    for identifier in ("trainer.pin:2", "trainer.pin-clear", "trainer.pin:5", "trainer.pin:5"):
        assert await answer_to(tablet, identifier) == [TICK]
    await asyncio.sleep(0.2)
    assert audio(tablet)["src"] == TICK


# -- enrolment


async def test_what_is_chosen_is_named_before_the_next_question(stage: Stage) -> None:
    tablet = await opened(stage, View("enrol", "/enrol"))
    assert await answer_to(tablet, "enrol.picture:13", 2) == [
        await key_of(stage, picture_words("learner-13")),
        await key_of(stage, words("enrol.product")),
    ]
    nang = stage.room.catalogue.kind("nang").name
    assert await answer_to(tablet, "enrol.product:nang", 2) == [
        await key_of(stage, nang),
        await key_of(stage, words("enrol.finish")),
    ]


async def test_what_is_chosen_is_not_named_again_with_a_later_sentence(stage: Stage) -> None:
    tablet = await opened(stage, View("enrol", "/enrol"))
    await answer_to(tablet, "enrol.picture:13", 2)
    assert await answer_to(tablet, "speak.again") == [await key_of(stage, words("enrol.product"))]


@pytest.mark.parametrize("area", ["enrol.product", "product.kind"])
async def test_the_goods_are_named_one_after_the_other_and_light_up(
    stage: Stage, area: str
) -> None:
    if area == "enrol.product":
        tablet = await opened(stage, View("enrol", "/enrol"))
        await answer_to(tablet, "enrol.picture:13", 2)
        before = 3  # the first sentence, the picture's name, the question
    else:
        tablet = await opened(stage, View("add", "/store/add", stage.somebody(0)[0]))
        before = len(await heard(tablet, 1, 0))
    assert not lit(tablet)
    for identifier in _of_area(tablet, f"{area}:")[:3]:
        await tablet.until(lambda before=before: spoken(tablet) > before)
        kind = stage.room.catalogue.kind(identifier.partition(":")[2])
        assert audio(tablet)["src"] == await key_of(stage, kind.name)
        await tablet.event(audio(tablet), "state_change", {"state": "playing"})
        await tablet.until(lambda identifier=identifier: lit(tablet) == [identifier])
        await tablet.event(audio(tablet), "state_change", {"state": "completed"})
        before += 1
    await tablet.tap(f"{area}:nang")
    await tablet.until(lambda: not lit(tablet))


def _of_area(tablet: FletSession, area: str) -> list[str]:
    """The identifiers of a kind, in the order in which they are shown."""
    return [each for each in tablet.identifiers() if each.startswith(area)]


def lit(tablet: FletSession) -> list[str]:
    """What is ringed in the colour of the voice."""
    return [
        str(node["identifier"])
        for node in tablet.controls("Semantics")
        if node.get("button") and theme.SKY in str((node["content"] or {}).get("border"))
    ]


async def test_a_turned_page_is_named_and_so_is_what_is_on_it(stage: Stage) -> None:
    tablet = await opened(stage, View("enrol", "/enrol", taps=("enrol.picture:1",)), PHONE)
    turned = await answer_to(tablet, "enrol.product-more", 2)
    first = next(each for each in tablet.identifiers() if each.startswith("enrol.product:"))
    kind = stage.room.catalogue.kind(first.removeprefix("enrol.product:"))
    assert turned == [await key_of(stage, words("nav.more")), await key_of(stage, kind.name)]
    assert await answer_to(tablet, "enrol.product-before") == [
        await key_of(stage, words("nav.before"))
    ]


async def test_who_touches_the_place_for_her_name_is_told_to_write_it(stage: Stage) -> None:
    taps = ("enrol.picture:1", "enrol.product:nang")
    tablet = await opened(stage, View("enrol", "/enrol", taps=taps))
    before = spoken(tablet)
    (field,) = tablet.controls("TextField")
    await tablet.event(field, "focus")
    assert await heard(tablet, 1, before) == [await key_of(stage, words("enrol.write-name"))]


# -- lessons


async def test_the_picture_that_is_taken_back_is_named(stage: Stage) -> None:
    lesson, step = stage.first_step(Order)
    assert isinstance(step, Order)
    tablet, learner = stage.somebody(0)
    stage.at_step(learner, lesson, step.id)
    session = await opened(stage, View("order", f"/lesson/{lesson.id}", tablet))
    for item in step.items[:2]:
        assert await answer_to(session, f"lesson.answer:{item.id}")
    assert await answer_to(session, "lesson.undo", 2) == [
        await key_of(stage, words("lesson.taken-back")),
        await key_of(stage, step.items[1].say),
    ]


async def test_help_at_a_step_that_is_done_says_how_to_go_on(stage: Stage) -> None:
    lesson, step = stage.first_step(Order)
    tablet, learner = stage.somebody(0)
    stage.at_step(learner, lesson, step.id, done=True)
    session = await opened(stage, View("order", f"/lesson/{lesson.id}", tablet))
    assert await answer_to(session, "nav.help") == [await key_of(stage, words("lesson.help"))]


def test_the_address_of_a_sound_cannot_be_taken_for_the_sound_itself() -> None:
    with pytest.raises(binascii.Error):
        base64.b64decode(address("0780ad9f874a6577e553ddc8bb8a8b81"), validate=True)
