"""Her name in her own voice: how it is begun, ended, kept and let go at enrolment."""

import asyncio

import flet_audio_recorder as far
import pytest

from kiosk import visit
from kiosk.screens import name_recording
from kiosk.wording import words
from tests.flet_session import FletSession
from tests.hearing import answer_to, audio, heard, key_of
from tests.stage import Stage, spoken


async def at_the_end_of_enrolment(stage: Stage, **answers: object) -> FletSession:
    tablet = await stage.tablet("/enrol", **answers).start()
    for identifier in ("enrol.picture:1", "enrol.product:nang"):
        await tablet.tap(identifier)
    nang = await key_of(stage, stage.room.catalogue.kind("nang").name)
    await tablet.until(lambda: tablet.controls("Audio") and audio(tablet)["src"] == nang)
    return tablet


def recorder(tablet: FletSession) -> list[str]:
    return [call.name for call in tablet.calls if call.control == "AudioRecorder"]


MICROPHONE = {"has_permission": True, "start_recording": True, "stop_recording": ""}


def sign(tablet: FletSession) -> str:
    return tablet.label("enrol.record-name")


async def starting(stage: Stage, tablet: FletSession) -> None:
    """She touched the microphone and was told to the end when to speak."""
    before = spoken(tablet)
    await tablet.tap("enrol.record-name")
    await tablet.until(lambda: spoken(tablet) > before)
    assert audio(tablet)["src"] == await key_of(stage, words("enrol.say-name-now"))
    assert "start_recording" not in recorder(tablet)  # else the tablet's own voice were in it
    assert sign(tablet) == words("enrol.starting").ug
    await tablet.event(audio(tablet), "state_change", {"state": "playing"})
    await tablet.event(audio(tablet), "state_change", {"state": "completed"})
    await tablet.until(lambda: "start_recording" in recorder(tablet))


async def speaking(stage: Stage, tablet: FletSession) -> None:
    """The red sign came, and she said her name."""
    await starting(stage, tablet)
    await tablet.until(lambda: sign(tablet) == words("enrol.stop-recording").ug)
    (listening,) = tablet.controls("AudioRecorder")
    for sequence in range(10):
        chunk = {"chunk": b"\x10\x20" * 9600, "sequence": sequence, "bytes_streamed": 0}
        await tablet.event(listening, "stream", chunk)
        await asyncio.sleep(0.02)


def recordings(stage: Stage) -> int:
    return len(list(stage.data.rglob("own-*.wav")))


async def test_she_is_told_how_before_her_name_is_recorded_and_hears_it_after(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "_DOUBLE_TAP_S", 0.0)  # she says her name in no time
    tablet = await at_the_end_of_enrolment(stage, **MICROPHONE)
    await speaking(stage, tablet)
    said = await answer_to(tablet, "enrol.record-name", 2)
    assert said[0] == await key_of(stage, words("enrol.name-heard"))
    assert said[1].startswith("/speech/own-")


async def test_a_recording_that_nobody_ends_ends_by_itself_and_is_heard(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(name_recording, "LONGEST_S", 0.5)
    tablet = await at_the_end_of_enrolment(stage, **MICROPHONE)
    await speaking(stage, tablet)
    said = await heard(tablet, 2, spoken(tablet))
    assert said[0] == await key_of(stage, words("enrol.name-heard"))
    assert said[1].startswith("/speech/own-")
    assert sign(tablet) == words("enrol.record-name").ug


async def test_who_is_done_while_she_is_recorded_keeps_the_recording(stage: Stage) -> None:
    tablet = await at_the_end_of_enrolment(stage, **MICROPHONE)
    await speaking(stage, tablet)
    await tablet.tap("enrol.done")
    await tablet.until(lambda: tablet.route == "/home")
    assert "stop_recording" in recorder(tablet)
    (learner,) = stage.room.records.learners
    assert stage.kiosk.recordings.file(learner.name_clip)


async def test_who_is_done_before_anything_was_heard_is_told_and_can_go_on(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "_DOUBLE_TAP_S", 0.0)
    tablet = await at_the_end_of_enrolment(stage, **MICROPHONE)
    await starting(stage, tablet)
    await tablet.until(lambda: sign(tablet) == words("enrol.stop-recording").ug)
    assert await answer_to(tablet, "enrol.done") == [
        await key_of(stage, words("enrol.nothing-heard"))
    ]
    assert not stage.room.records.learners
    await tablet.tap("enrol.done")
    await tablet.until(lambda: tablet.route == "/home")


async def test_a_touch_while_the_microphone_starts_calls_it_off_and_is_answered(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "_DOUBLE_TAP_S", 0.0)
    tablet = await at_the_end_of_enrolment(stage, **MICROPHONE)
    tablet.answering = False  # a slow machine: it starts, but does not say so yet
    await tablet.tap("enrol.record-name")
    await tablet.until(lambda: "has_permission" in recorder(tablet))
    assert sign(tablet) == words("enrol.starting").ug
    assert any("hourglass" in str(image["src"]) for image in tablet.controls("Image"))
    tablet.answering = True
    await tablet.tap("enrol.record-name")
    await tablet.until(lambda: tablet.label("screen.sentence") == words("enrol.not-recorded").ug)
    call_off = [await key_of(stage, words("enrol.not-recorded"))]
    assert await heard(tablet, 1, spoken(tablet) - 1) == call_off
    assert "start_recording" not in recorder(tablet)


async def called_off(stage: Stage) -> FletSession:
    """She touched the microphone again while it started, and was told that nothing was kept."""
    tablet = await at_the_end_of_enrolment(stage, **MICROPHONE)
    before = spoken(tablet)
    await tablet.tap("enrol.record-name")
    await tablet.until(lambda: spoken(tablet) > before)
    await tablet.tap("enrol.record-name")
    await tablet.until(lambda: tablet.label("screen.sentence") == words("enrol.not-recorded").ug)
    await tablet.until(lambda: sign(tablet) == words("enrol.record-name").ug)
    return tablet


async def test_what_was_told_of_one_recording_goes_with_the_next_one(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "_DOUBLE_TAP_S", 0.0)
    tablet = await called_off(stage)
    await speaking(stage, tablet)  # she is told how, not the sentence that stands there again
    assert tablet.label("screen.sentence") == words("enrol.finish").ug
    said = await answer_to(tablet, "enrol.record-name", 2)
    assert said[0] == await key_of(stage, words("enrol.name-heard"))
    assert tablet.label("screen.sentence") == words("enrol.finish").ug


async def test_what_was_told_of_a_recording_is_not_told_with_the_secret_pictures(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "_DOUBLE_TAP_S", 0.0)
    tablet = await called_off(stage)
    assert await answer_to(tablet, "enrol.secret") == [await key_of(stage, words("enrol.secret"))]
    assert tablet.label("screen.sentence") == words("enrol.secret").ug
    for name in ("sun", "moon", "star") * 2:
        await tablet.tap(f"secret.picture:{name}")
    await tablet.until(lambda: tablet.has("enrol.done"))
    assert tablet.label("screen.sentence") == words("enrol.finish").ug


async def test_a_microphone_that_starts_after_it_was_called_off_is_stopped_at_once(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "_DOUBLE_TAP_S", 0.0)
    waiting = SlowStart()
    tablet = await at_the_end_of_enrolment(stage, **MICROPHONE)
    monkeypatch.setattr(far.AudioRecorder, "start_recording", waiting.start)
    before = spoken(tablet)
    await tablet.tap("enrol.record-name")
    await tablet.until(lambda: spoken(tablet) > before)
    await tablet.event(audio(tablet), "state_change", {"state": "playing"})
    await tablet.event(audio(tablet), "state_change", {"state": "completed"})
    await tablet.until(lambda: waiting.asked)
    await tablet.tap("enrol.record-name")
    waiting.begun.set()
    await tablet.until(lambda: "stop_recording" in recorder(tablet))
    await tablet.until(lambda: sign(tablet) == words("enrol.record-name").ug)
    assert recordings(stage) == 0


class SlowStart:
    """A microphone that says that it started only when it is let."""

    def __init__(self) -> None:
        self.asked, self.begun = False, asyncio.Event()

    async def start(self, *_: object) -> bool:
        self.asked = True
        return await self.begun.wait()


async def test_who_goes_away_while_she_is_recorded_is_not_listened_to_any_more(
    stage: Stage,
) -> None:
    tablet = await at_the_end_of_enrolment(stage, **MICROPHONE)
    await speaking(stage, tablet)
    await tablet.tap("nav.back")
    await tablet.until(lambda: "stop_recording" in recorder(tablet))
    assert recordings(stage) == 0


async def test_where_there_is_no_microphone_she_is_not_told_to_speak(stage: Stage) -> None:
    tablet = await at_the_end_of_enrolment(stage)
    assert await answer_to(tablet, "enrol.record-name") == [
        await key_of(stage, words("enrol.no-microphone"))
    ]
    assert "start_recording" not in recorder(tablet)


async def test_who_goes_away_while_being_told_how_is_not_recorded(stage: Stage) -> None:
    tablet = await at_the_end_of_enrolment(stage, **MICROPHONE)
    before = spoken(tablet)
    await tablet.tap("enrol.record-name")
    await tablet.until(lambda: spoken(tablet) > before)
    await tablet.tap("nav.back")
    await tablet.until(lambda: spoken(tablet) > before + 1)
    assert "start_recording" not in recorder(tablet)
