"""The voice of the screens: what is said when, what ends it, and what is shown when it fails."""

import uuid
from typing import Any

import pytest

from audio import earmarks
from kiosk import player, theme
from kiosk.classroom import Enrolment
from kiosk.player import address
from kiosk.recordings import Heard
from kiosk.wording import number, words
from lessons.course import Choose, Tell
from lessons.engine import GoOn
from tests.flet_session import Call, FletSession
from tests.flet_tree import Node
from tests.stage import Stage, spoken


async def key_of(stage: Stage, text: str) -> str:
    return address((await stage.kiosk.speech.clip_soon(text, stage.language)).key)


def said(tablet: FletSession) -> str:
    """The address of the clip that is loaded; empty before the first."""
    return str(audio(tablet)["src"]) if tablet.controls("Audio") else ""


def audio(tablet: FletSession) -> Node:
    (only,) = tablet.controls("Audio")
    return only


async def hear(tablet: FletSession, state: str) -> None:
    """The browser tells that a clip plays or is over."""
    await tablet.event(audio(tablet), "state_change", {"state": state})


async def at_first(stage: Stage, kind: type[Tell] | type[Choose]) -> FletSession:
    lesson, step = stage.first_step(kind)
    tablet, learner = stage.somebody()
    stage.at_step(learner, lesson, step.id)
    return await stage.tablet(f"/lesson/{lesson.id}", tablet).start()


async def test_every_new_step_is_spoken_at_once(told: Stage) -> None:
    lesson, _ = told.first_step(Tell)
    tablet = await at_first(told, Tell)
    await tablet.until(lambda: spoken(tablet) == 1)
    assert said(tablet) == await key_of(told, tablet.label("lesson.prompt"))
    await tablet.tap("lesson.next")
    await tablet.until(lambda: spoken(tablet) == 2)
    assert tablet.label("lesson.step") == f"2/{len(lesson.steps)}"
    assert said(tablet) == await key_of(told, tablet.label("lesson.prompt"))


async def test_speak_again_says_it_again_however_often(stage: Stage) -> None:
    tablet = await at_first(stage, Tell)
    await tablet.until(lambda: spoken(tablet) == 1)
    for times in (2, 3, 4):
        await tablet.tap("speak.again")
        await tablet.until(lambda times=times: spoken(tablet) == times)
    assert said(tablet) == await key_of(stage, tablet.label("lesson.prompt"))


async def test_a_question_is_followed_by_the_voices_of_its_answers(stage: Stage) -> None:
    _, step = stage.first_step(Choose)
    assert isinstance(step, Choose)
    answers = {await key_of(stage, option.say.ug) for option in step.options}
    tablet = await at_first(stage, Choose)
    heard = []
    for times in range(1, len(answers) + 2):
        await tablet.until(lambda times=times: spoken(tablet) == times)
        heard.append(said(tablet))
        await hear(tablet, "playing")
        await hear(tablet, "completed")
    assert heard[0] == await key_of(stage, step.say.ug)
    assert set(heard[1:]) == answers


async def test_a_tap_ends_the_sentence_before_and_what_was_to_follow_it(stage: Stage) -> None:
    _, step = stage.first_step(Choose)
    assert isinstance(step, Choose)
    tablet = await at_first(stage, Choose)
    await tablet.until(lambda: spoken(tablet) == 1)
    await hear(tablet, "playing")
    right = next(option for option in step.options if option.right)
    await tablet.tap(f"lesson.answer:{right.id}")
    await tablet.until(lambda: spoken(tablet) == 2)
    assert said(tablet) == address(earmarks.key("right"))
    praise = await key_of(stage, step.coaching.praise.ug)
    await hear(tablet, "playing")
    await hear(tablet, "completed")
    await tablet.until(lambda: said(tablet) == praise)
    await hear(tablet, "playing")
    await hear(tablet, "completed")
    with pytest.raises(AssertionError):
        await tablet.until(lambda: spoken(tablet) > 3, seconds=0.6)
    assert said(tablet) == praise


async def test_the_late_end_of_one_sentence_does_not_cut_off_the_next(stage: Stage) -> None:
    tablet = await at_first(stage, Choose)
    await tablet.until(lambda: spoken(tablet) == 1)
    await hear(tablet, "playing")
    await tablet.tap("speak.again")
    await tablet.until(lambda: spoken(tablet) == 2)
    await hear(tablet, "completed")  # of the first one, before the second is heard to begin
    with pytest.raises(AssertionError):
        await tablet.until(lambda: spoken(tablet) > 2, seconds=0.6)
    await hear(tablet, "playing")
    await hear(tablet, "completed")
    await tablet.until(lambda: spoken(tablet) == 3)


async def test_the_word_that_is_being_said_is_marked_and_unmarked(stage: Stage) -> None:
    tablet = await at_first(stage, Tell)
    await tablet.until(lambda: spoken(tablet) == 1)
    assert not marked(tablet)
    await hear(tablet, "playing")
    await tablet.until(lambda: marked(tablet))
    assert marked(tablet)[0] in tablet.label("lesson.prompt")
    await hear(tablet, "completed")
    await tablet.until(lambda: not marked(tablet))


async def test_what_is_told_in_one_line_is_said_phrase_by_phrase_and_marked_in_its_place(
    stage: Stage,
) -> None:
    owner, learner = stage.somebody(1)
    stage.selling(learner)
    tablet = await stage.tablet("/store", owner).start()
    await tablet.tap("store.next-day")
    store = stage.room.store(learner)
    morning = words("store.new-day", count=number(store.day)).ug
    weather = stage.room.catalogue.weather(store.weather).told.ug
    assert tablet.label("screen.sentence").startswith(f"{morning} {weather}")
    await tablet.until(lambda: said(tablet) == address(earmarks.key("night")))
    for state in ("playing", "completed"):
        await hear(tablet, state)
    for phrase in (morning, weather):
        key = await key_of(stage, phrase)
        await tablet.until(lambda key=key: said(tablet) == key)
        await hear(tablet, "playing")
        last = phrase.split()[-1]
        await tablet.until(lambda last=last: last in marked(tablet, "screen.sentence"))
        await hear(tablet, "completed")


def marked(tablet: FletSession, identifier: str = "lesson.prompt") -> list[str]:
    inside = tablet.tree.visible(tablet.find(identifier))
    boxes = [n for n in inside if n.type == "Container" and n.get("bgcolor") == theme.SKY]
    return [str(box["content"]["value"]) for box in boxes]


async def test_a_browser_that_plays_nothing_shows_the_sign_for_no_sound(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(player, "_START_LIMIT_S", 0.05)
    tablet = await at_first(stage, Tell)
    await tablet.until(lambda: spoken(tablet) == 1)
    tablet.answering = False
    await tablet.tap("speak.again")
    await tablet.until(lambda: tablet.has("trouble"))
    assert tablet.label("trouble") == words("trouble.no-sound").ug
    tablet.answering = True
    await tablet.tap("lesson.next")
    assert not tablet.has("trouble")


async def test_a_voice_that_fails_is_shown_and_the_lesson_goes_on(told: Stage) -> None:
    tablet = await at_first(told, Tell)
    await tablet.until(lambda: spoken(tablet) == 1)
    told.kiosk.speech.close()
    told.kiosk.speech.forget()
    await tablet.tap("speak.again")
    await tablet.until(lambda: tablet.has("trouble"))
    assert tablet.label("trouble") == words("trouble.no-sound").ug
    await tablet.tap("lesson.next")
    assert tablet.label("lesson.step").startswith("2/")


async def test_one_player_serves_the_whole_session(stage: Stage) -> None:
    tablet = await at_first(stage, Tell)
    await tablet.until(lambda: spoken(tablet) == 1)
    first = audio(tablet).id
    await tablet.tap("lesson.next")
    await tablet.until(lambda: spoken(tablet) == 2)
    await tablet.tap("nav.home")
    await tablet.until(lambda: spoken(tablet) == 3)
    assert audio(tablet).id == first


async def test_two_tablets_speak_each_its_own(stage: Stage) -> None:
    one = await at_first(stage, Tell)
    other = await at_first(stage, Choose)
    await one.until(lambda: spoken(one) == 1)
    await other.until(lambda: spoken(other) == 1)
    assert said(one) != said(other)
    before = spoken(other)
    await one.tap("speak.again")
    await one.until(lambda: spoken(one) == 2)
    assert spoken(other) == before


async def test_who_signs_out_is_not_talked_to_any_more(stage: Stage) -> None:
    tablet, learner = stage.somebody()
    lesson, step = stage.first_step(Tell)
    stage.at_step(learner, lesson, step.id)
    stage.room.learn(learner, lesson, GoOn())
    session = await stage.tablet("/home", tablet).start()
    await session.until(lambda: spoken(session) == 1)
    await session.tap("learner.signout")
    await session.until(lambda: spoken(session) == 2)
    assert said(session) == await key_of(stage, words("start.welcome").ug)


async def test_what_may_be_said_next_is_made_while_the_step_is_heard(stage: Stage) -> None:
    lesson, step = stage.first_step(Choose)
    tablet, learner = stage.somebody()
    stage.at_step(learner, lesson, lesson.steps[lesson.steps.index(step) - 1].id, done=True)
    session = await stage.tablet(f"/lesson/{lesson.id}", tablet).start()
    await session.tap("lesson.next")
    texts = [step.coaching.praise, step.coaching.hint, *(option.say for option in step.options)]
    speech = stage.kiosk.speech
    await session.until(
        lambda: all(speech._known(phrase.text(stage.language), stage.language) for phrase in texts)
    )


@pytest.mark.parametrize("there", [True, False])
async def test_a_name_that_is_only_recorded_is_never_asked_of_the_voice(
    stage: Stage, caplog: pytest.LogCaptureFixture, there: bool
) -> None:
    recorded = "gone"
    if there:
        heard = Heard(b"\x01\x00" * 16_000, 1.0)
        recorded = stage.kiosk.recordings.keep(stage.kiosk.recordings.hold(heard))
    tablet = str(uuid.uuid4())
    stage.room.enrol(tablet, Enrolment("learner-01", "nang", "ug", "", recorded, ()))
    session = await stage.tablet("/home", tablet).start()
    for sentence in range(1, 4 if there else 3):
        await session.until(lambda sentence=sentence: spoken(session) >= sentence, 20)
        await hear(session, "playing")
        await hear(session, "completed")
    await stage.kiosk.speech.clip_soon("ياخشى", "ug")  # whatever was prepared before is over
    assert not [each.message for each in caplog.records if "''" in each.getMessage()]
    assert not session.has("trouble")


class Breaking(FletSession):
    """A browser that breaks a sound off when the next one is asked for, and says so late."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.held: list[dict[str, Any]] = []

    def _answer(self, body: dict[str, Any]) -> None:
        if body["name"] == "resume" and not self.held:
            self.held.append(body)
            self.calls.append(Call("Audio", "resume", body.get("args")))
        else:
            super()._answer(body)

    def break_off(self) -> None:
        (body,) = self.held
        why = "AbortError: The play() request was interrupted by a call to pause()."
        self.session.handle_invoke_method_results(body["control_id"], body["call_id"], None, why)


async def test_a_sentence_that_is_broken_off_for_a_newer_one_is_no_trouble(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    lesson, step = stage.first_step(Tell)
    owner, learner = stage.somebody()
    stage.at_step(learner, lesson, step.id)
    tablet = await Breaking(stage.kiosk.main, f"/lesson/{lesson.id}", tablet=owner).start()
    await tablet.until(lambda: len(tablet.held) == 1)
    await tablet.tap("speak.again")
    await tablet.until(lambda: spoken(tablet) == 2)
    tablet.break_off()
    await hear(tablet, "playing")
    await tablet.until(lambda: marked(tablet))
    assert not tablet.has("trouble")
    assert "could not say" not in caplog.text
