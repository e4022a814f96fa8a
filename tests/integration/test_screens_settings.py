"""What the trainer sets for a tablet: only behind the PIN, kept, and each of it does something."""

import signal
import uuid
from collections.abc import Iterator
from dataclasses import replace

import flet as ft
import pytest

from kiosk import visit as visits
from kiosk.player import RATES, VOLUMES
from kiosk.progress.settings import Settings, SettingsChosen
from kiosk.screens.trainer import settings as screen
from kiosk.wording import words
from lessons.course import Photo, Say
from lessons.engine import AskHint
from lessons.phrase import Language
from tests.every_kind import every_kind
from tests.flet_session import FletSession, NotTappableError
from tests.hearing import audio
from tests.measured import cut_in
from tests.stage import PIN, SIZES, Stage

DARK, LIGHT = ft.ThemeMode.DARK, ft.ThemeMode.LIGHT


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """One lesson with every kind of step, and nobody waits between two taps."""
    course = every_kind(tmp_path_factory.mktemp("course"))
    with (
        pytest.MonkeyPatch.context() as patched,
        Stage(tmp_path_factory.mktemp("kiosk"), course=course) as stage,
    ):
        patched.setattr(visits, "_DOUBLE_TAP_S", 0.0)
        yield stage


def a_tablet(stage: Stage, **changed: object) -> str:
    """Somebody's tablet with these settings."""
    tablet, _ = stage.somebody(0)
    put(stage, tablet, **changed)
    return tablet


def put(stage: Stage, tablet: str, **changed: object) -> None:
    settings = replace(Settings(), **changed)  # type: ignore[arg-type]
    stage.room.write_for_tablet([SettingsChosen(tablet, settings)])


async def at_the_settings(
    stage: Stage, size: tuple[int, int] = SIZES[0]
) -> tuple[FletSession, str]:
    tablet = str(uuid.uuid4())
    session = await stage.tablet("/trainer", tablet, size).start()
    for digit in PIN:
        await session.tap(f"trainer.pin:{digit}")
    await session.until(lambda: session.has("trainer.learners"))
    await session.goto("/trainer/settings")
    return session, tablet


async def test_nobody_sees_or_changes_a_setting_without_the_pin(village: Stage) -> None:
    tablet, _ = village.somebody(0)
    session = await village.tablet("/trainer/settings", tablet).start()
    assert session.has("trainer.pin:0")
    await session.goto("/trainer/settings/idle")
    assert session.has("trainer.pin:0")
    await session.close()


async def test_a_touch_on_a_setting_after_the_trainer_left_changes_nothing(village: Stage) -> None:
    session, tablet = await at_the_settings(village)
    camera = session.find("trainer.set:camera")["content"]
    await session.goto("/trainer/today")
    await session.tap("trainer.signout")
    await session.event(camera, "click")
    assert village.room.records.settings(tablet) == Settings()
    await session.close()


@pytest.mark.parametrize(
    ("name", "choice", "settings"),
    [
        ("idle", "choose:5", Settings(idle_s=300)),
        ("idle", "choose:0", Settings(idle_s=0)),
        ("pace", "choose:slow", Settings(pace="slow")),
        ("loudness", "choose:loud", Settings(loudness="loud")),
        ("text", "choose:large", Settings(text="large")),
        ("languages", "language:zh", Settings(languages=("ug", "en"))),
    ],
)
async def test_what_is_touched_is_kept_for_this_tablet_alone(
    village: Stage, name: str, choice: str, settings: Settings
) -> None:
    session, tablet = await at_the_settings(village)
    await session.tap(f"trainer.set:{name}")
    await session.tap(f"trainer.{choice}")
    assert village.room.records.settings(tablet) == settings
    assert village.room.records.settings("another") == Settings()
    await session.close()


async def test_what_is_on_or_off_changes_at_a_touch_and_back(village: Stage) -> None:
    session, tablet = await at_the_settings(village)
    await session.tap("trainer.set-pages-more")
    await session.tap("trainer.set:evening")
    assert village.room.records.settings(tablet) == Settings(evening=True)
    await session.tap("trainer.set:evening")
    await session.tap("trainer.set-pages-before")
    for name, off in (
        ("camera", Settings(camera=False)),
        ("microphone", Settings(microphone=False)),
        ("movement", Settings(less_movement=True)),
    ):
        await session.tap(f"trainer.set:{name}")
        assert village.room.records.settings(tablet) == off
        await session.tap(f"trainer.set:{name}")
        assert village.room.records.settings(tablet) == Settings()
    await session.close()


async def test_the_name_of_the_place_is_written_and_said_at_the_start(village: Stage) -> None:
    session, tablet = await at_the_settings(village)
    await session.tap("trainer.set:place")
    await session.type("trainer.place-text", "  ئاقسۇپا   ئۆيى ")
    await session.tap("trainer.place-save")
    assert village.room.records.settings(tablet).place == "ئاقسۇپا ئۆيى"
    await session.goto("/trainer/today")
    await session.tap("trainer.signout")
    assert session.label("screen.sentence").startswith("ئاقسۇپا ئۆيى.")
    await session.close()


async def test_the_last_language_stays(village: Stage) -> None:
    session, tablet = await at_the_settings(village)
    await session.tap("trainer.set:languages")
    for language in ("zh", "en", "ug"):
        await session.tap(f"trainer.language:{language}")
    assert village.room.records.settings(tablet).languages == ("ug",)
    assert session.label("screen.sentence") == words("settings.one-language").ug
    await session.close()


async def test_only_the_languages_that_are_shown_can_be_chosen(village: Stage) -> None:
    tablet = a_tablet(village, languages=("zh", "en"))
    session = await village.tablet("/voice", tablet).start()
    assert offered(session) == {"voice.language:zh", "voice.language:en"}
    village.room.sign_out(tablet)
    await session.close()
    session = await village.tablet("/", tablet).start()
    assert offered(session) == {"home.language:zh", "home.language:en"}
    assert session.label("home.guest") == words("start.guest").zh
    await session.close()


def offered(session: FletSession) -> set[str]:
    return {each for each in session.identifiers() if ".language:" in each}


async def test_a_learner_keeps_her_language_where_it_is_not_offered(village: Stage) -> None:
    tablet = a_tablet(village, languages=("zh",))
    languages: set[Language] = {village.room.language_of(tablet)}
    assert languages == {"ug"}


async def test_speed_and_volume_are_those_of_the_tablet_until_she_chooses_her_own(
    village: Stage,
) -> None:
    tablet = a_tablet(village, pace="slow", loudness="soft")
    session = await village.tablet("/voice", tablet).start()
    await session.until(lambda: session.controls("Audio"))  # there is none before the first word
    sound = audio(session)
    assert (sound["playback_rate"], sound["volume"]) == (RATES["slow"], VOLUMES["soft"])
    await session.tap("voice.pace:normal")
    assert (sound["playback_rate"], sound["volume"]) == (RATES["normal"], VOLUMES["soft"])
    await session.close()


async def test_large_text_is_larger(village: Stage) -> None:
    sizes = []
    for text in ("normal", "large"):
        session = await village.tablet("/voice", a_tablet(village, text=text)).start()
        inside = session.tree.visible(session.find("screen.sentence"))
        sizes.append(max(node["size"] for node in inside if node.type == "Text"))
        await session.close()
    assert sizes[1] > sizes[0]


async def test_with_the_camera_off_no_screen_offers_it(village: Stage) -> None:
    tablet, learner = village.somebody(1)
    village.selling(learner)
    shown: dict[bool, set[str]] = {}
    for camera in (True, False):
        put(village, tablet, camera=camera)
        shown[camera] = set()
        for route in ("/enrol", "/store/product/p1/photo"):
            session = await village.tablet(route, tablet).start()
            shown[camera] |= set(session.identifiers())
            await session.close()
    ways = {"enrol.camera", "product.camera"}
    assert shown[True] & ways == ways
    assert not shown[False] & ways


async def test_a_lesson_about_photos_has_one_chosen_where_the_camera_is_off(
    village: Stage,
) -> None:
    lesson, step = village.first_step(Photo)
    tablet, learner = village.somebody(1)
    put(village, tablet, camera=False)
    village.at_step(learner, lesson, step.id)
    inside = f"/lesson/{lesson.id}/store/product/p1/photo"
    session = await village.tablet(inside, tablet).start()
    assert not session.controls("Camera")
    assert not session.has("product.camera")
    await session.close()


async def test_with_the_microphone_off_no_screen_listens(village: Stage) -> None:
    lesson, step = village.first_step(Say)
    tablet, learner = village.somebody(1)
    put(village, tablet, microphone=False)
    village.at_step(learner, lesson, step.id)
    session = await village.tablet(f"/lesson/{lesson.id}", tablet, has_permission=True).start()
    assert not session.has("lesson.say")
    assert session.has("lesson.said")
    await session.goto("/enrol")
    for identifier in ("enrol.picture:1", "enrol.product:nang"):
        await session.tap(identifier)
    assert session.has("enrol.name")
    assert not session.has("enrol.record-name")
    assert not session.controls("AudioRecorder")
    await session.close()


async def test_with_less_movement_the_hand_stands_still(village: Stage) -> None:
    lesson, step = village.first_step(Say)
    hands = {}
    for less in (False, True):
        tablet, learner = village.somebody(1)
        put(village, tablet, less_movement=less, microphone=False)
        village.at_step(learner, lesson, step.id)
        for _ in range(2):
            village.room.learn(learner, lesson, AskHint())
        session = await village.tablet(f"/lesson/{lesson.id}", tablet).start()
        moved = [node for node in session.controls("Container") if node.get("animate_scale")]
        shown = [node for node in session.controls("Image") if "hand-point" in node["src"]]
        hands[less] = (bool(moved), bool(shown))
        await session.close()
    assert hands == {False: (True, True), True: (False, True)}


async def test_evening_colours_are_worn_at_once_and_by_every_page_of_that_tablet(
    village: Stage,
) -> None:
    session, tablet = await at_the_settings(village)
    await session.tap("trainer.set-pages-more")
    await session.tap("trainer.set:evening")
    again, another = village.tablet("/", tablet), village.tablet("/")
    for each in (again, another):
        await each.start()
    worn = [each.tree.page["theme_mode"] for each in (session, again, another)]
    assert worn == [each.value for each in (DARK, DARK, LIGHT)]
    await session.tap("trainer.set:evening")
    assert session.tree.page["theme_mode"] == LIGHT.value
    for each in (session, again, another):
        await each.close()


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_setting_fits_on_every_window(village: Stage, size: tuple[int, int]) -> None:
    session, _ = await at_the_settings(village, size)
    cut = []
    for name in ("", "/idle", "/languages", "/pace", "/loudness", "/text", "/place"):
        await session.goto(f"/trainer/settings{name}")
        assert not session.has("oops")
        cut += [f"{name}: {each}" for each in cut_in(session, size)]
    assert not cut
    await session.close()


async def test_only_who_gave_the_pin_can_close_the_kiosk_and_only_where_it_runs(
    village: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[int] = []
    monkeypatch.setattr(screen.signal, "raise_signal", ended.append)
    session, _ = await at_the_settings(village)
    await session.tap("trainer.set-pages-more")
    assert not session.has("trainer.set:leave")  # another machine's screen must not stop it
    await session.close()
    village.kiosk = replace(village.kiosk, may_close=True)
    session, _ = await at_the_settings(village)
    await session.tap("trainer.set-pages-more")
    await session.tap("trainer.set:leave")
    stale = session.find("trainer.remove-yes")["content"]
    await session.tap("trainer.remove-no")
    assert not ended
    await session.goto("/trainer/settings/leave")
    await session.tap("trainer.remove-yes")
    assert ended == [signal.SIGTERM]
    await session.goto("/trainer/today")
    await session.tap("trainer.signout")
    await session.event(stale, "click")
    assert len(ended) == 1
    with pytest.raises(NotTappableError):
        await session.tap("trainer.remove-yes")
    await session.close()
