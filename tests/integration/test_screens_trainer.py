"""The trainer's screens: only behind the PIN, in this session, whatever a client sends."""

import csv
import shutil
from pathlib import Path

import pytest

from kiosk import theme, visit
from kiosk.classroom import Enrolment
from kiosk.picture_words import picture_words
from kiosk.player import address
from kiosk.progress import attempts
from kiosk.recordings import Heard
from kiosk.wording import number, words
from lessons.course import Choose, Lesson, Step
from lessons.engine import AskHint, Begin
from lessons.loader import COURSE
from lessons.phrase import LANGUAGES, Language, Phrase
from tests.flet_session import FletSession, NotTappableError
from tests.flet_tree import Node
from tests.hearing import answer_to, heard
from tests.measured import cut_in
from tests.stage import NAMES, PIN, SECRET, SIZES, Stage, spoken

VOICE = Heard(b"\x01\x02" * 16_000, 1.0)
TRAINERS = ("/trainer/learners", "/trainer/learner/{learner}", "/trainer")


async def enter(tablet: FletSession, pin: str) -> None:
    for digit in pin:
        await tablet.tap(f"trainer.pin:{digit}")
    await tablet.settle()


async def at_the_desk(stage: Stage, size: tuple[int, int] = SIZES[0]) -> FletSession:
    tablet = await stage.tablet("/trainer", size=size).start()
    await enter(tablet, PIN)
    await tablet.until(lambda: tablet.has("trainer.learners"))
    return tablet


def exports(stage: Stage) -> list[Path]:
    return sorted((stage.data / "exports").glob("*.csv"))


@pytest.mark.parametrize("route", TRAINERS)
async def test_no_address_shows_a_learner_without_the_pin(stage: Stage, route: str) -> None:
    _, learner = stage.somebody(0)
    tablet = await stage.tablet(route.format(learner=learner)).start()
    assert tablet.has("trainer.pin:0")
    assert not [each for each in tablet.identifiers() if learner in each]
    assert not [each for each in tablet.identifiers() if each.startswith("trainer.learner")]
    assert NAMES[0] not in " ".join(tablet.texts())
    with pytest.raises(NotTappableError):
        await tablet.tap("trainer.export", force=True)


async def test_a_signed_in_learner_is_no_trainer(stage: Stage) -> None:
    tablet, _ = stage.somebody(0)
    session = await stage.tablet("/trainer/learners", tablet).start()
    assert session.has("trainer.pin:0")


async def test_a_client_that_sends_a_tap_on_a_screen_it_has_left_exports_nothing(
    stage: Stage,
) -> None:
    stage.somebody()
    tablet = await at_the_desk(stage)
    stale = tablet.find("trainer.export")
    await tablet.tap("trainer.signout")
    await tablet.event(stale, "tap")
    await tablet.event(stale["content"], "click")
    assert not exports(stage)
    assert not [call for call in tablet.calls if call.name == "launch_url"]


async def test_a_client_that_sends_a_tap_with_another_ones_number_exports_nothing(
    stage: Stage,
) -> None:
    stage.somebody()
    trainer = await at_the_desk(stage)
    export = trainer.find("trainer.export")
    for route in ("/", "/trainer"):
        other = await stage.tablet(route, raise_errors=False).start()
        for near in range(export.id - 5, export.id + 6):
            node = type(export)(_i=near, _c="Semantics")
            await other.event(node, "tap")
            await other.event(node, "click")
    assert not exports(stage)


async def test_the_desk_is_open_in_one_session_only(stage: Stage) -> None:
    tablet, _ = stage.somebody()
    session = await stage.tablet("/trainer", tablet).start()
    await enter(session, PIN)
    await session.until(lambda: session.has("trainer.learners"))
    reloaded = await stage.tablet("/trainer/learners", tablet).start()
    assert reloaded.has("trainer.pin:0")


async def test_who_left_the_desk_needs_the_pin_again(stage: Stage) -> None:
    tablet = await at_the_desk(stage)
    await tablet.tap("trainer.signout")
    await tablet.goto("/trainer/learners")
    assert tablet.has("trainer.pin:0")


async def test_a_wrong_pin_opens_nothing_and_then_makes_wait(stage: Stage) -> None:
    tablet = await stage.tablet("/trainer").start()
    for _ in range(2):
        await enter(tablet, "1111")
        await tablet.until(lambda: words("trainer.wrong-pin").ug == sentence(tablet))
    await enter(tablet, "1111")
    await tablet.until(lambda: sentence(tablet) != words("trainer.wrong-pin").ug)
    assert tablet.has("trainer.pin:0")
    await enter(tablet, PIN)
    assert not tablet.has("trainer.learners")
    wrong = [e for e in stage.room.journal.envelopes() if e.kind == "TrainerPinFailed"]
    assert len(wrong) == 3


async def test_the_word_to_wait_goes_by_itself_when_the_wait_is_over(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attempts, "delay_s", lambda failures: 1 if failures > 2 else 0)
    tablet = await stage.tablet("/trainer").start()
    for said in ("trainer.wrong-pin", "trainer.wrong-pin"):
        await enter(tablet, "1111")
        await tablet.until(lambda said=said: words(said).ug == sentence(tablet))
    await enter(tablet, "1111")
    await tablet.until(lambda: words("trainer.wait", count=number(1)).ug == sentence(tablet))
    await tablet.until(lambda: words("trainer.pin").ug == sentence(tablet))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_digits_run_from_left_to_right_in_every_language(
    tmp_path: Path, language: Language
) -> None:
    with Stage(tmp_path, language) as stage:
        tablet = await stage.tablet("/trainer", size=SIZES[2]).start()
        drawn = [each for each in tablet.identifiers() if each.startswith("trainer.pin:")][:3]
    first, last = ("3", "1") if language == "ug" else ("1", "3")  # a row begins at the right there
    assert drawn == [f"trainer.pin:{digit}" for digit in (first, "2", last)]


def sentence(tablet: FletSession) -> str:
    return tablet.label("screen.sentence")


async def test_the_first_pin_is_chosen_twice(tmp_path: Path) -> None:
    with Stage(tmp_path, pin=False) as stage:
        tablet = await stage.tablet("/trainer").start()
        assert sentence(tablet) == words("trainer.pin-first").ug
        await enter(tablet, "1234")
        assert sentence(tablet) == words("trainer.pin-again").ug
        await enter(tablet, "4321")
        assert sentence(tablet) == words("trainer.pins-differ").ug
        assert not stage.kiosk.desk.has_pin
        await enter(tablet, "1234")
        await enter(tablet, "1234")
        await tablet.until(lambda: tablet.has("trainer.learners"))
        assert stage.kiosk.desk.has_pin
        journal = (stage.data / "journal.log").read_bytes()
        assert b"1234" not in journal.split(b"PinSet")[1][:40]


async def test_the_table_is_written_offered_and_opens_with_its_names(stage: Stage) -> None:
    stage.somebody(0)
    guest = stage.room.welcome_guest("a-tablet", "ug")
    tablet = await at_the_desk(stage)
    await tablet.tap("trainer.export")
    (file,) = exports(stage)
    text = file.read_text(encoding="utf-8-sig")
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    assert NAMES[0] in text
    assert guest not in text
    assert len(text.splitlines()) == 2
    (call,) = [call for call in tablet.calls if call.name == "launch_url"]
    key = str(call.args).split("/download/")[1].split("'")[0]
    assert stage.kiosk.download(key) == file
    assert stage.kiosk.download("guessed") is None


async def test_the_trainer_sees_everyone_but_guests_and_where_they_need_help(
    stage: Stage,
) -> None:
    lesson, step = stage.first_step(Choose)
    _, stuck = stage.somebody(0)
    stage.at_step(stuck, lesson, step.id)
    for _ in range(3):
        stage.room.learn(stuck, lesson, AskHint())
    _, other = stage.somebody(1)
    guest = stage.room.welcome_guest("a-tablet", "ug")
    tablet = await at_the_desk(stage)
    assert tablet.has(f"trainer.learner:{stuck}")
    assert tablet.has(f"trainer.learner:{other}")
    assert not tablet.has(f"trainer.learner:{guest}")
    await tablet.tap("trainer.learners")
    assert tablet.label("trainer.learners") == "2"
    await tablet.tap(f"trainer.learner:{stuck}")
    assert tablet.label(f"trainer.step:{lesson.id}/{step.id}") == "3"


def bead(tablet: FletSession, lesson: Lesson, step: Step) -> Node:
    """How a step is drawn."""
    drawn: Node = tablet.find(f"trainer.step:{lesson.id}/{step.id}")["content"]
    return drawn


async def test_only_a_step_that_is_done_has_a_colour_and_where_she_is_has_a_ring(
    stage: Stage,
) -> None:
    lesson, step = stage.first_step(Choose)
    other = next(each for each in stage.room.course.lessons() if each.id != lesson.id)
    _, learner = stage.somebody(0)
    stage.room.learn(learner, other, Begin())  # only peeked at
    stage.at_step(learner, lesson, step.id)
    stage.room.learn(learner, lesson, AskHint())
    tablet = await at_the_desk(stage)
    await tablet.tap(f"trainer.learner:{learner}")
    here = bead(tablet, lesson, step)
    assert (here["bgcolor"], bool(here.get("border"))) == (theme.LINE, True)
    await tablet.tap(f"trainer.lesson:{other.id}")
    peeked = bead(tablet, other, other.steps[0])
    assert (peeked["bgcolor"], bool(peeked.get("border"))) == (theme.LINE, False)
    await tablet.tap(f"trainer.lesson:{lesson.id}")
    before = lesson.steps[lesson.steps.index(step) - 1]
    assert bead(tablet, lesson, before)["bgcolor"] == theme.LEAF
    stage.at_step(learner, lesson, step.id, done=True)
    await tablet.tap("nav.back")
    await tablet.tap(f"trainer.learner:{learner}")
    assert bead(tablet, lesson, step)["bgcolor"] == theme.HONEY


async def test_a_learner_who_is_not_there_leads_back(stage: Stage) -> None:
    tablet = await at_the_desk(stage)
    await tablet.goto("/trainer/learner/nobody")
    assert tablet.has("not-here.home")


async def test_a_broken_lesson_is_told_to_the_trainer_with_file_line_and_field(
    tmp_path: Path,
) -> None:
    course = tmp_path / "course"
    shutil.copytree(COURSE, course)
    broken = course / "03-fair-price" / "01-a-fair-price" / "lesson.yaml"
    broken.write_text(broken.read_text("utf-8").replace("title:", "titel:", 1), "utf-8")
    with Stage(tmp_path / "data", course=course) as stage:
        tablet = await at_the_desk(stage)
        assert "01-a-fair-price/lesson.yaml:" in tablet.label("trainer.left-out")


async def test_the_path_of_a_broken_lesson_stands_in_its_own_sequence(tmp_path: Path) -> None:
    course = with_broken_lessons(tmp_path, 1)
    with Stage(tmp_path / "data", course=course) as stage:
        tablet = await at_the_desk(stage)
        problem = stage.kiosk.problems[0]
        assert f"\u2066{problem}\u2069" in tablet.text("trainer.left-out")


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("broken", [2, 4])
async def test_every_broken_lesson_is_shown_or_counted(
    tmp_path: Path, size: tuple[int, int], broken: int
) -> None:
    course = with_broken_lessons(tmp_path, broken)
    with Stage(tmp_path / "data", course=course) as stage:
        for person in range(9):  # the list has pages
            stage.somebody(person)
        tablet = await at_the_desk(stage, size)
        shown = tablet.text("trainer.left-out")
        assert words("trainer.left-out", count=number(broken)).ug in shown
        seen = len({each.file for each in stage.kiosk.problems if each.file in shown})
        assert seen
        if seen < broken:
            assert words("trainer.more", count=number(broken - seen)).ug in shown
        assert not cut_in(tablet, size)


def with_broken_lessons(folder: Path, count: int) -> Path:
    course = folder / "course"
    shutil.copytree(COURSE, course)
    for lesson in sorted(course.rglob("lesson.yaml"))[-count:]:
        lesson.write_text(lesson.read_text("utf-8").replace("title:", "titel:", 1), "utf-8")
    return course


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_harm_to_the_journal_is_whole_in_every_window(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    (tmp_path / "journal.log.damaged").write_bytes(b"half a rec")
    with Stage(tmp_path, language) as stage:
        for person in range(9):
            stage.somebody(person)
        tablet = await at_the_desk(stage, size)
        assert tablet.enabled("trainer.harm-seen")
        assert not cut_in(tablet, size)


async def at_her_page(
    stage: Stage, learner: str, size: tuple[int, int] = SIZES[0], act: str = ""
) -> FletSession:
    tablet = await at_the_desk(stage, size)
    await tablet.goto(f"/trainer/learner/{learner}{act}")
    return tablet


async def test_forgotten_secret_pictures_are_taken_away_after_one_question(stage: Stage) -> None:
    tablet, learner = stage.somebody(0, SECRET)
    seen_before = stage.room.records.summary(learner).last_seen
    trainer = await at_her_page(stage, learner)
    for identifier in ("trainer.acts", "trainer.secret"):
        await trainer.tap(identifier)
    await trainer.tap("trainer.clear-secret")
    assert sentence(trainer) == words("trainer.clear-secret-sure").ug
    await trainer.until(lambda: spoken(trainer) >= 1)
    assert has_secret(stage, learner)
    await trainer.tap("trainer.clear-secret-no")
    assert sentence(trainer) == words("trainer.secret-kept").ug
    assert has_secret(stage, learner)
    await trainer.tap("trainer.clear-secret")
    await trainer.tap("trainer.clear-secret-yes")
    assert sentence(trainer) == words("trainer.secret-cleared").ug
    assert not trainer.has("trainer.clear-secret")
    assert not has_secret(stage, learner)
    assert stage.room.records.summary(learner).last_seen == seen_before
    stage.room.sign_out(tablet)
    stage.begin_again()
    session = await stage.tablet("/", tablet).start()
    await session.tap(f"home.learner:{learner}")
    assert session.route == "/home"


def has_secret(stage: Stage, learner: str) -> bool:
    known = stage.room.records.learner(learner)
    assert known is not None
    return known.has_secret


async def test_what_takes_pictures_away_does_not_come_under_the_finger_that_asked(
    stage: Stage,
) -> None:
    _, learner = stage.somebody(0, SECRET)
    trainer = await at_her_page(stage, learner, act="/secret")
    asked = trainer.find("trainer.clear-secret")["content"]["width"]
    await trainer.tap("trainer.clear-secret")
    assert trainer.find("trainer.clear-secret-no")["content"]["width"] == asked


async def test_who_has_no_secret_pictures_has_nothing_to_take_away(stage: Stage) -> None:
    _, learner = stage.somebody(0)
    page = await at_her_page(stage, learner, act="/secret")
    assert page.has("trainer.new-secret")
    assert not page.has("trainer.clear-secret")


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_taking_secret_pictures_away_is_whole_in_every_window(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    with Stage(tmp_path, language) as stage:
        _, learner = stage.somebody(0, SECRET)
        trainer = await at_her_page(stage, learner, size, "/secret")
        assert not cut_in(trainer, size)
        await trainer.tap("trainer.clear-secret")
        assert not cut_in(trainer, size)
        await trainer.tap("trainer.clear-secret-yes")
        assert not cut_in(trainer, size)


async def test_a_learner_without_a_name_is_called_by_her_picture(stage: Stage) -> None:
    assert not NAMES[3]
    _, nameless = stage.somebody(3)
    tablet = await at_the_desk(stage)
    hers = picture_words("learner-04").ug
    assert tablet.label(f"trainer.learner:{nameless}").startswith(hers)
    await tablet.tap(f"trainer.learner:{nameless}")
    assert sentence(tablet) == words("trainer.learner", name=picture_words("learner-04")).ug
    assert tablet.label("trainer.learner-name") == hers


async def test_a_learner_with_a_photo_and_no_name_is_told_by_what_she_makes(stage: Stage) -> None:
    learner = with_a_photo(stage, "nang")
    tablet = await at_her_page(stage, learner)
    assert sentence(tablet) == words("trainer.learner", name=photo_and(stage, "nang")).ug


def with_a_photo(stage: Stage, kind: str, recorded: str = "") -> str:
    """Enrolled without a written name; gives her id."""
    return stage.room.enrol("a-tablet", Enrolment(f"photo:{'0' * 32}", kind, "ug", "", recorded))


def photo_and(stage: Stage, kind: str) -> Phrase:
    return words("trainer.photo-and-product", product=stage.room.catalogue.kind(kind).name)


async def test_those_with_a_photo_and_no_name_are_told_apart_in_lists_on_pages_and_in_the_table(
    stage: Stage,
) -> None:
    hers = [with_a_photo(stage, kind) for kind in ("eggs", "nang", "eggs", "eggs")]
    eggs, nang = photo_and(stage, "eggs").ug, photo_and(stage, "nang").ug
    called = [eggs, nang, f"{eggs} {number(2).ug}", f"{eggs} {number(3).ug}"]
    tablet = await at_the_desk(stage)
    await tablet.goto("/trainer/learners")
    assert [tablet.label(f"trainer.learner:{each}") for each in hers] == called
    await tablet.goto("/trainer/skills")
    assert [tablet.label(f"trainer.row:{each}") for each in hers] == called
    await tablet.goto("/trainer/attendance")
    assert [tablet.label(f"trainer.mark:{each}") for each in hers] == called
    for each, name in zip(hers, called, strict=True):
        await tablet.goto(f"/trainer/learner/{each}")
        assert tablet.label("trainer.learner-name") == name
    text = stage.kiosk.desk.export("ug").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    assert [(row["learner"], row["picture_name"]) for row in rows] == list(
        zip(hers, called, strict=True)
    )


async def test_two_without_names_who_chose_the_same_picture_are_told_apart(stage: Stage) -> None:
    hen = Enrolment("learner-04", "nang", "ug")
    hers = [stage.room.enrol("a-tablet", hen) for _ in range(2)]
    tablet = await at_the_desk(stage)
    await tablet.goto("/trainer/learners")
    shown = picture_words("learner-04").ug
    labels = [tablet.label(f"trainer.learner:{each}") for each in hers]
    assert labels == [shown, f"{shown} {number(2).ug}"]


async def test_a_name_that_was_only_said_is_heard_on_her_page_and_where_people_are_listed(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "_DOUBLE_TAP_S", 0.0)
    said = stage.kiosk.recordings.keep(stage.kiosk.recordings.hold(VOICE))
    learner = with_a_photo(stage, "nang", said)
    tablet = await at_the_desk(stage)
    assert await answer_to(tablet, f"trainer.hear-name:{learner}") == [address(said)]
    before = spoken(tablet)
    await tablet.tap(f"trainer.learner:{learner}")
    whole = await heard(tablet, 3, before)
    assert whole[-1] == address(said)  # told what to do with her, who she is, and her name
    assert await answer_to(tablet, "trainer.hear-name") == [address(said)]
    assert tablet.label("trainer.learner-name") == photo_and(stage, "nang").ug
    await tablet.goto(f"/trainer/learner/{learner}/forget")
    assert await answer_to(tablet, "trainer.hear-name") == [address(said)]


async def test_who_has_not_said_her_name_has_no_loudspeaker(stage: Stage) -> None:
    _, named = stage.somebody(0)
    lost = with_a_photo(stage, "nang", f"own-{'0' * 32}")
    for learner in (named, lost):
        tablet = await at_her_page(stage, learner)
        assert not tablet.has("trainer.hear-name")


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_page_with_a_name_to_hear_is_whole_in_every_window(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    with Stage(tmp_path, language) as stage:
        said = stage.kiosk.recordings.keep(stage.kiosk.recordings.hold(VOICE))
        for kind in ("raisins", "raisins"):
            learner = with_a_photo(stage, kind, said)
        stage.kiosk.people.note(learner, "asks good questions")
        stage.kiosk.people.name_family(learner, "Tursun")
        tablet = await at_the_desk(stage, size)
        assert not cut_in(tablet, size)
        for address_ in ("learners", "skills", f"learner/{learner}", f"learner/{learner}/forget"):
            await tablet.goto(f"/trainer/{address_}")
            assert not cut_in(tablet, size), address_


async def test_rows_of_the_table_can_be_told_apart_without_names(stage: Stage) -> None:
    for number_of in (3, 8):
        stage.somebody(number_of)
    text = stage.kiosk.desk.export("ug").read_text(encoding="utf-8-sig")
    head, *rows = csv.reader(text.splitlines())
    at = head.index("picture_name")
    pictures = [picture_words(f"learner-{n:02d}").ug for n in (4, 9)]
    assert [row[at] for row in rows] == pictures
    assert {row[head.index("name")] for row in rows} == {""}


async def test_where_no_lesson_is_broken_nothing_is_told(stage: Stage) -> None:
    assert not (await at_the_desk(stage)).has("trainer.left-out")
