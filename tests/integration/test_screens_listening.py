"""How she is spoken to lasts, how far she listened is kept, and what is pressed long is named."""

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from audio import earmarks
from kiosk import held, visit
from kiosk.player import RATES, VOLUMES, address
from kiosk.progress.events import ClipHeard
from kiosk.progress.journal import Journal
from kiosk.wording import words
from lessons.course import Choose, Tell
from tests.flet_session import FletSession
from tests.flet_tree import Node
from tests.hearing import says
from tests.stage import SECRET, Stage, spoken


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    monkeypatch.setattr(visit, "_DOUBLE_TAP_S", 0.0)
    monkeypatch.setattr(held, "KEPT_AFTER_S", 600.0)
    with Stage(tmp_path) as stage:
        yield stage


def audio(tablet: FletSession) -> Node:
    (only,) = tablet.controls("Audio")
    return only


def tuned(tablet: FletSession) -> tuple[float, float]:
    sound = audio(tablet)
    return float(sound.get("playback_rate", 1.0)), float(sound.get("volume", 1.0))


async def sounds(tablet: FletSession, times: int = 1) -> None:
    await tablet.until(lambda: spoken(tablet) >= times, 20)


def heard(stage: Stage, learner: str) -> list[ClipHeard]:
    told = [e.event() for e in stage.room.journal.envelopes() if e.learner == learner]
    return [event for event in told if isinstance(event, ClipHeard)]


# -- slower and louder


async def test_what_she_chose_reaches_the_sound_and_comes_back_after_a_restart(
    stage: Stage,
) -> None:
    name, learner = stage.somebody()
    tablet = await stage.tablet("/voice", name).start()
    await sounds(tablet)
    assert tuned(tablet) == (RATES["normal"], VOLUMES["normal"])
    await tablet.tap("voice.pace:slow")
    await tablet.tap("voice.loudness:loud")
    await tablet.until(lambda: tuned(tablet) == (RATES["slow"], VOLUMES["loud"]))
    await tablet.close()
    stage.begin_again()
    again = await stage.tablet("/home", name).start()
    await sounds(again)
    assert tuned(again) == (RATES["slow"], VOLUMES["loud"])
    assert stage.room.signed_in(name).id == learner  # type: ignore[union-attr]


async def test_who_signs_out_takes_her_pace_along(stage: Stage) -> None:
    name, learner = stage.somebody()
    stage.room.adjust_voice(learner, "slow", "soft")
    tablet = await stage.tablet("/home", name).start()
    await sounds(tablet)
    assert tuned(tablet) == (RATES["slow"], VOLUMES["soft"])
    await tablet.tap("learner.signout")
    await tablet.until(lambda: tuned(tablet) == (RATES["normal"], VOLUMES["normal"]))


async def test_two_learners_are_each_spoken_to_as_they_like(stage: Stage) -> None:
    one, slow = stage.somebody(0)
    other, loud = stage.somebody(1)
    stage.room.adjust_voice(slow, "slow", "normal")
    stage.room.adjust_voice(loud, "normal", "loud")
    first, second = (
        await stage.tablet("/home", one).start(),
        await stage.tablet("/home", other).start(),
    )
    await sounds(first)
    await sounds(second)
    assert tuned(first) == (RATES["slow"], VOLUMES["normal"])
    assert tuned(second) == (RATES["normal"], VOLUMES["loud"])


# -- how far she listened


async def at_a_step(stage: Stage) -> tuple[FletSession, str, str]:
    """At a step that tells, its sentence being said: tablet, learner, key of the phrase."""
    lesson, step = stage.first_step(Tell)
    name, learner = stage.somebody()
    stage.at_step(learner, lesson, step.id)
    tablet = await stage.tablet(f"/lesson/{lesson.id}", name).start()
    await says(tablet, stage, step.say)
    key = stage.kiosk.key_of(step.say.text(stage.language), stage.language)
    assert key is not None
    assert step.id in key
    return tablet, learner, key


async def plays(tablet: FletSession, *states: str) -> None:
    for state in states:
        await tablet.event(audio(tablet), "state_change", {"state": state})


async def test_what_she_heard_to_its_end_is_kept_with_what_she_does_next(stage: Stage) -> None:
    tablet, learner, key = await at_a_step(stage)
    await plays(tablet, "playing", "completed")
    assert heard(stage, learner) == []
    await tablet.tap("lesson.next")
    await tablet.until(lambda: heard(stage, learner))
    (first, *_) = heard(stage, learner)
    assert (first.clip, first.language, first.depth) == (key, "ug", "complete")
    assert first.heard_ms > 500


def after_a_power_cut(stage: Stage, folder: Path, learner: str) -> list[ClipHeard]:
    """What another kiosk finds in the files as they are now, nothing having been closed."""
    shutil.copytree(stage.data, folder, ignore=shutil.ignore_patterns("cache", "*.lock"))
    journal = Journal.open(folder)
    try:
        told = [e.event() for e in journal.envelopes() if e.learner == learner]
        return [event for event in told if isinstance(event, ClipHeard)]
    finally:
        journal.close()


async def test_who_only_listens_and_walks_away_has_listened(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All that she heard in a while is one write, without anything done by her."""
    monkeypatch.setattr(held, "KEPT_AFTER_S", 0.3)
    _, learner = stage.somebody()
    written: list[int] = []
    really = stage.room.journal.append
    monkeypatch.setattr(
        stage.room.journal,
        "append",
        lambda who, events: written.append(len(events)) or really(who, events),
    )
    each = [ClipHeard(f"home.{n}", "ug", "complete", 900) for n in range(3)]
    for one in each:
        stage.room.heard(learner, one)
    async with asyncio.timeout(20):
        while not written:
            await asyncio.sleep(0.01)
    assert after_a_power_cut(stage, tmp_path / "again", learner) == each
    assert written == [3]


async def test_what_she_heard_before_she_closed_the_page_is_kept_at_once(
    stage: Stage, tmp_path: Path
) -> None:
    tablet, learner, key = await at_a_step(stage)
    await plays(tablet, "playing")
    await tablet.go_offline()
    await tablet.until(lambda: heard(stage, learner))
    (only,) = after_a_power_cut(stage, tmp_path / "again", learner)
    assert (only.clip, only.depth == "complete") == (key, False)


async def test_what_she_heard_is_there_after_the_kiosk_was_closed(stage: Stage) -> None:
    _, learner = stage.somebody()
    stage.room.heard(learner, ClipHeard("home.greeting", "ug", "half", 900))
    stage.begin_again()
    assert [each.clip for each in heard(stage, learner)] == ["home.greeting"]


async def test_what_she_broke_off_is_kept_as_begun(stage: Stage) -> None:
    tablet, learner, key = await at_a_step(stage)
    await plays(tablet, "playing")
    before = spoken(tablet)
    await tablet.tap("lesson.next")
    await sounds(tablet, before + 1)  # until then the old one is heard
    stage.room.adjust_voice(learner, "normal", "normal")
    told = [each for each in heard(stage, learner) if each.clip == key]
    assert len(told) == 1
    assert told[0].depth != "complete"


async def test_a_sentence_that_never_sounded_was_not_heard(stage: Stage) -> None:
    tablet, learner, key = await at_a_step(stage)
    before = spoken(tablet)
    await tablet.tap("lesson.next")
    await sounds(tablet, before + 1)  # until then the old one is heard
    stage.room.adjust_voice(learner, "normal", "normal")
    assert key not in [each.clip for each in heard(stage, learner)]


# -- a long press


async def press_long(tablet: FletSession, identifier: str) -> None:
    inside = tablet.tree.visible(tablet.find(identifier))
    node = next(each for each in inside if each.get("on_long_press"))
    await tablet.event(node, "long_press")


async def test_a_long_press_says_what_a_thing_is_and_does_nothing_else(stage: Stage) -> None:
    name, _ = stage.somebody()
    tablet = await stage.tablet("/home", name).start()
    await sounds(tablet)
    before, label = spoken(tablet), tablet.label("learner.lessons")
    await press_long(tablet, "learner.lessons")
    await sounds(tablet, before + 1)
    clip = await stage.kiosk.speech.clip_soon(label, stage.language)
    assert audio(tablet)["src"] == address(clip.key)
    assert label == words("home.lessons").ug
    assert tablet.route == "/home"


async def test_a_long_press_on_a_secret_picture_only_ticks(stage: Stage) -> None:
    _, learner = stage.somebody(0, SECRET)
    tablet = await stage.tablet(f"/secret/{learner}").start()
    await sounds(tablet)
    before = spoken(tablet)
    await press_long(tablet, "secret.picture:cat")
    await sounds(tablet, before + 1)
    assert audio(tablet)["src"] == address(earmarks.key("tick"))
    assert tablet.route == f"/secret/{learner}"


async def test_a_full_disk_does_not_end_what_is_being_said(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How far she listened is only a measure: that it cannot be kept stops nothing."""
    monkeypatch.setattr(held, "KEPT_AFTER_S", 0.0)
    lesson, step = stage.first_step(Choose)
    assert isinstance(step, Choose)
    name, learner = stage.somebody()
    stage.at_step(learner, lesson, step.id)
    tablet = await stage.tablet(f"/lesson/{lesson.id}", name).start()
    await says(tablet, stage, step.say)
    before = spoken(tablet)
    with stage.full_disk():
        await plays(tablet, "playing", "completed")
        await sounds(tablet, before + 1)  # the answers are said after the question
    assert not tablet.has("trouble")
