"""Her name in her own voice: how it is begun, ended, kept and let go at enrolment."""

import asyncio
from pathlib import Path

import flet_audio_recorder as far
import pytest

from audio import earmarks
from kiosk import visit
from kiosk.player import address
from kiosk.screens import name_recording
from kiosk.wording import words
from tests.flet_session import FletSession
from tests.hearing import answer_to, audio, heard, key_of
from tests.stage import SECRET, Stage, spoken

TICK = address(earmarks.key("tick"))


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


def is_listening(tablet: FletSession) -> bool:
    return sign(tablet) == words("enrol.stop-recording").ug


def pauses(tablet: FletSession) -> int:
    """How often the tablet was made to fall silent."""
    return [call.name for call in tablet.calls if call.control == "Audio"].count("pause")


async def being_told_how(stage: Stage, tablet: FletSession) -> None:
    """She touched the microphone, and the tablet began to tell when to speak."""
    before, begun = spoken(tablet), recorder(tablet).count("start_recording")
    await tablet.tap("enrol.record-name")
    await tablet.until(lambda: spoken(tablet) > before)
    assert audio(tablet)["src"] == await key_of(stage, words("enrol.say-name-now"))
    assert recorder(tablet).count("start_recording") == begun  # else its own voice were in it
    assert sign(tablet) == words("enrol.starting").ug
    await tablet.event(audio(tablet), "state_change", {"state": "playing"})


async def told_how(stage: Stage, tablet: FletSession) -> None:
    """She touched the microphone and was told to the end when to speak."""
    await being_told_how(stage, tablet)
    await tablet.event(audio(tablet), "state_change", {"state": "completed"})


async def starting(stage: Stage, tablet: FletSession) -> None:
    """She was told when to speak, and the microphone began."""
    begun = recorder(tablet).count("start_recording")
    await told_how(stage, tablet)
    await tablet.until(lambda: recorder(tablet).count("start_recording") > begun)


async def speaking(stage: Stage, tablet: FletSession) -> None:
    """The red sign came, and she said her name."""
    await starting(stage, tablet)
    await tablet.until(lambda: is_listening(tablet))
    await says_her_name(tablet)


async def says_her_name(tablet: FletSession) -> None:
    (listening,) = tablet.controls("AudioRecorder")
    for sequence in range(10):
        chunk = {"chunk": b"\x10\x20" * 9600, "sequence": sequence, "bytes_streamed": 0}
        await tablet.event(listening, "stream", chunk)
        await asyncio.sleep(0.02)


async def chooses_a_secret(tablet: FletSession) -> None:
    """On the page of secret pictures, and back."""
    for name in SECRET * 2:
        await tablet.tap(f"secret.picture:{name}")
    await tablet.until(lambda: tablet.has("enrol.done"))


async def has_said_her_name(stage: Stage, tablet: FletSession) -> str:
    """She recorded it, ended it herself and heard it; gives where it was heard from."""
    await speaking(stage, tablet)
    return (await answer_to(tablet, "enrol.record-name", 2))[1]


def name_of_the_new_one(stage: Stage) -> str:
    (learner,) = stage.room.records.learners
    return learner.name_clip


def recordings(stage: Stage) -> list[str]:
    """Whatever is kept of what anybody said."""
    return [file.stem for file in stage.data.rglob("own-*.wav")]


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
    await tablet.until(lambda: is_listening(tablet))
    assert await answer_to(tablet, "enrol.done") == [
        await key_of(stage, words("enrol.nothing-heard"))
    ]
    assert not stage.room.records.learners
    await tablet.tap("enrol.done")
    await tablet.until(lambda: tablet.route == "/home")


async def test_a_touch_while_the_microphone_starts_is_answered_and_does_not_call_it_off(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "_DOUBLE_TAP_S", 0.0)
    asking = Slow()
    tablet = await at_the_end_of_enrolment(stage, **MICROPHONE)
    monkeypatch.setattr(far.AudioRecorder, "has_permission", asking.answer)
    await tablet.tap("enrol.record-name")
    await tablet.until(lambda: asking.asked)
    assert sign(tablet) == words("enrol.starting").ug
    assert any("hourglass" in str(image["src"]) for image in tablet.controls("Image"))
    assert await answer_to(tablet, "enrol.record-name") == [
        await key_of(stage, words("enrol.starting"))
    ]
    before = spoken(tablet)
    asking.done.set()
    assert await heard(tablet, 1, before) == [await key_of(stage, words("enrol.say-name-now"))]
    await tablet.until(lambda: is_listening(tablet))


async def test_a_touch_while_the_sound_begins_to_come_is_answered_and_not_recorded(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "_DOUBLE_TAP_S", 0.0)
    beginning = Slow()
    tablet = await at_the_end_of_enrolment(stage, **MICROPHONE)
    monkeypatch.setattr(far.AudioRecorder, "start_recording", beginning.answer)
    await told_how(stage, tablet)
    await tablet.until(lambda: beginning.asked)
    before = spoken(tablet)
    await tablet.tap("enrol.record-name")
    await tablet.until(lambda: spoken(tablet) > before)
    assert audio(tablet)["src"] == await key_of(stage, words("enrol.starting"))
    quieted = pauses(tablet)
    beginning.done.set()
    await tablet.until(lambda: is_listening(tablet))
    await tablet.until(lambda: pauses(tablet) > quieted)


async def test_a_touch_while_she_is_told_how_begins_at_once_with_a_sign_and_a_sound(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "_DOUBLE_TAP_S", 0.0)
    tablet = await at_the_end_of_enrolment(stage, **MICROPHONE)
    await being_told_how(stage, tablet)
    assert await answer_to(tablet, "enrol.record-name") == [TICK]
    await tablet.until(lambda: is_listening(tablet))
    await says_her_name(tablet)
    said = await answer_to(tablet, "enrol.record-name", 2)
    assert said[0] == await key_of(stage, words("enrol.name-heard"))


async def test_a_tick_that_the_browser_never_ends_does_not_keep_her_waiting(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "_DOUBLE_TAP_S", 0.0)
    tablet = await at_the_end_of_enrolment(stage, **MICROPHONE)
    await being_told_how(stage, tablet)
    await tablet.tap("enrol.record-name")
    await tablet.until(lambda: is_listening(tablet))


async def told_nothing_heard(stage: Stage) -> FletSession:
    """She ended the recording before she said anything, and was told so."""
    tablet = await at_the_end_of_enrolment(stage, **MICROPHONE)
    await starting(stage, tablet)
    await tablet.until(lambda: is_listening(tablet))
    await tablet.tap("enrol.record-name")
    await tablet.until(lambda: tablet.label("screen.sentence") == words("enrol.nothing-heard").ug)
    await tablet.until(lambda: sign(tablet) == words("enrol.record-name").ug)
    return tablet


async def test_what_was_told_of_one_recording_goes_with_the_next_one(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "_DOUBLE_TAP_S", 0.0)
    tablet = await told_nothing_heard(stage)
    await speaking(stage, tablet)  # she is told how, not the sentence that stands there again
    assert tablet.label("screen.sentence") == words("enrol.finish").ug
    said = await answer_to(tablet, "enrol.record-name", 2)
    assert said[0] == await key_of(stage, words("enrol.name-heard"))
    assert tablet.label("screen.sentence") == words("enrol.finish").ug


async def test_what_was_told_of_a_recording_is_not_told_with_the_secret_pictures(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "_DOUBLE_TAP_S", 0.0)
    tablet = await told_nothing_heard(stage)
    assert await answer_to(tablet, "enrol.secret") == [await key_of(stage, words("enrol.secret"))]
    assert tablet.label("screen.sentence") == words("enrol.secret").ug
    await chooses_a_secret(tablet)
    assert tablet.label("screen.sentence") == words("enrol.finish").ug


async def test_a_microphone_that_starts_after_she_left_is_stopped_at_once(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    beginning = Slow()
    tablet = await at_the_end_of_enrolment(stage, **MICROPHONE)
    monkeypatch.setattr(far.AudioRecorder, "start_recording", beginning.answer)
    await told_how(stage, tablet)
    await tablet.until(lambda: beginning.asked)
    await tablet.tap("enrol.secret")
    beginning.done.set()
    await tablet.until(lambda: "stop_recording" in recorder(tablet))
    await chooses_a_secret(tablet)
    assert sign(tablet) == words("enrol.record-name").ug


class Slow:
    """A microphone that answers yes, but only when it is let."""

    def __init__(self) -> None:
        self.asked, self.done = False, asyncio.Event()

    async def answer(self, *_: object) -> bool:
        self.asked = True
        return await self.done.wait()


async def test_who_goes_away_while_she_is_recorded_is_not_listened_to_any_more(
    stage: Stage,
) -> None:
    tablet = await at_the_end_of_enrolment(stage, **MICROPHONE)
    await speaking(stage, tablet)
    await tablet.tap("nav.back")
    await tablet.until(lambda: "stop_recording" in recorder(tablet))
    assert recordings(stage) == []


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


# -- what is kept of it


@pytest.fixture
def steady(monkeypatch: pytest.MonkeyPatch) -> None:
    """She says her name in no time, and no touch of hers is taken for a trembling hand's."""
    monkeypatch.setattr(visit, "_DOUBLE_TAP_S", 0.0)


@pytest.mark.usefixtures("steady")
async def test_who_goes_to_the_secret_pictures_is_not_recorded_there_and_keeps_her_name(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(name_recording, "LONGEST_S", 0.8)
    tablet = await at_the_end_of_enrolment(stage, **MICROPHONE)
    good = await has_said_her_name(stage, tablet)
    await speaking(stage, tablet)
    await tablet.tap("enrol.secret")
    await tablet.until(lambda: recorder(tablet).count("stop_recording") == 2)
    await asyncio.sleep(1)  # it would have ended by itself meanwhile
    assert tablet.label("screen.sentence") == words("enrol.secret").ug
    await chooses_a_secret(tablet)
    assert sign(tablet) == words("enrol.record-name").ug
    await tablet.tap("enrol.done")
    await tablet.until(lambda: tablet.route == "/home")
    assert address(name_of_the_new_one(stage)) == good
    assert recordings(stage) == [name_of_the_new_one(stage)]


@pytest.mark.usefixtures("steady")
async def test_who_was_cut_off_by_her_own_touch_and_has_no_name_hears_so_when_she_is_back(
    stage: Stage,
) -> None:
    tablet = await at_the_end_of_enrolment(stage, **MICROPHONE)
    await speaking(stage, tablet)
    await tablet.tap("enrol.secret")
    for name in (*SECRET, *SECRET[:2]):
        await tablet.tap(f"secret.picture:{name}")
    said = await answer_to(tablet, f"secret.picture:{SECRET[2]}", 4)
    assert said[1:] == [
        await key_of(stage, words(key))
        for key in ("enrol.secret-is-set", "enrol.not-recorded", "enrol.finish")
    ]


@pytest.mark.usefixtures("steady")
async def test_of_a_name_that_was_said_again_only_the_last_one_is_kept(stage: Stage) -> None:
    tablet = await at_the_end_of_enrolment(stage, **MICROPHONE)
    first = await has_said_her_name(stage, tablet)
    second = await has_said_her_name(stage, tablet)
    await tablet.tap("enrol.done")
    await tablet.until(lambda: tablet.route == "/home")
    assert first != second == address(name_of_the_new_one(stage))
    assert recordings(stage) == [name_of_the_new_one(stage)]
    assert isinstance(stage.kiosk.sound(name_of_the_new_one(stage)), Path)


@pytest.mark.usefixtures("steady")
async def test_of_a_name_that_nothing_was_heard_of_the_second_time_the_first_one_stays(
    stage: Stage,
) -> None:
    tablet = await at_the_end_of_enrolment(stage, **MICROPHONE)
    good = await has_said_her_name(stage, tablet)
    await starting(stage, tablet)
    await tablet.until(lambda: is_listening(tablet))
    await answer_to(tablet, "enrol.done")
    await tablet.tap("enrol.done")
    await tablet.until(lambda: tablet.route == "/home")
    assert address(name_of_the_new_one(stage)) == good


@pytest.mark.usefixtures("steady")
async def test_of_an_enrolment_that_is_left_no_voice_stays(stage: Stage) -> None:
    tablet = await at_the_end_of_enrolment(stage, **MICROPHONE)
    said = await has_said_her_name(stage, tablet)
    key = said.removeprefix("/speech/").rstrip("?")
    assert stage.kiosk.sound(key)
    await tablet.tap("nav.back")
    await tablet.settle()
    assert recordings(stage) == []


@pytest.mark.usefixtures("steady")
async def test_of_an_enrolment_that_finds_no_room_nothing_is_kept_and_she_can_try_again(
    stage: Stage,
) -> None:
    tablet = await at_the_end_of_enrolment(stage, **MICROPHONE)
    tablet._raise_errors = False
    await has_said_her_name(stage, tablet)
    with stage.full_disk():
        await tablet.tap("enrol.done")
        await tablet.until(lambda: tablet.has("trouble"))
    assert recordings(stage) == []
    tablet.errors.clear()
    await tablet.tap("enrol.done")
    await tablet.until(lambda: tablet.route == "/home")
    assert recordings(stage) == [name_of_the_new_one(stage)]
