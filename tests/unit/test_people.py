"""Forgetting leaves nothing behind; two cards of one person go on as one."""

from pathlib import Path

import pytest

from demo_store import commands as do
from kiosk.classroom import Enrolment
from kiosk.people import LONGEST_FAMILY
from kiosk.people_filter import Filter
from kiosk.progress.records import Learner
from kiosk.recordings import Heard
from tests.stage import Stage

PHOTO = b"\xff\xd8\xff and a picture"
VOICE = Heard(b"\x01\x02" * 16_000, 1.0)


def bytes_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def kept_photo(stage: Stage) -> str:
    return stage.kiosk.photos.keep(stage.kiosk.photos.hold(PHOTO))


def with_face_and_voice(stage: Stage) -> tuple[str, list[str]]:
    """A learner with a photo of hers, one of her product, and her name as she says it."""
    face, product = (kept_photo(stage) for _ in range(2))
    voice = stage.kiosk.recordings.keep(stage.kiosk.recordings.hold(VOICE))
    enrolment = Enrolment(f"photo:{face}", "eggs", "ug", name="Aygul", name_clip=voice)
    learner = stage.room.enrol("tablet", enrolment)
    stage.trade(learner, do.AddProduct("eggs"), do.ChoosePhoto("p1", f"photo:{product}"))
    return learner, [face, product, voice]


def test_of_who_is_forgotten_no_photo_no_voice_and_no_byte_is_left(tmp_path: Path) -> None:
    with Stage(tmp_path) as stage:
        learner, keys = with_face_and_voice(stage)
        _, other = stage.somebody(1)
        kept = kept_photo(stage)
        stage.kiosk.people.note(learner, "speaks hoarsely")
        stage.kiosk.people.forget(learner)
        assert [each.id for each in stage.room.records.learners] == [other]
        assert stage.kiosk.photos.file(kept)
        assert not [key for key in keys if stage.kiosk.photos.file(key)]
        assert not stage.kiosk.recordings.file(keys[2])
    left = bytes_in(tmp_path)
    assert b"hoarsely" not in left
    assert b"Aygul" not in left
    assert other.encode() in left


def test_who_is_forgotten_is_so_under_all_her_cards(tmp_path: Path) -> None:
    with Stage(tmp_path) as stage:
        learner, _ = with_face_and_voice(stage)
        _, other = stage.somebody(2)
        stage.kiosk.people.join(other, learner)
        stage.kiosk.people.forget(other)
        stage.begin_again()
        assert stage.room.records.learners == ()
        assert not list((tmp_path / "photos").iterdir())


def test_what_she_learned_under_another_card_she_need_not_learn_again(tmp_path: Path) -> None:
    with Stage(tmp_path) as stage:
        (lesson, *_) = stage.room.course.lessons()
        _, hers = stage.somebody(0)
        _, other = stage.somebody(1)
        stage.finish(other, lesson)
        assert stage.room.next_thing(hers).lesson == lesson
        before = stage.room.next_thing(other)
        stage.kiosk.people.join(hers, other)
        assert stage.room.next_thing(hers) == before
        assert stage.room.records.summary(hers).lessons_done == (lesson.id,)


def test_names_are_kept_short_and_in_one_line(tmp_path: Path) -> None:
    with Stage(tmp_path) as stage:
        _, learner = stage.somebody(0)
        stage.kiosk.people.name_family(learner, "  Tursun \n Baker " + "x" * 90)
        card = stage.room.records.learner(learner)
        assert card is not None
        assert card.family.startswith("Tursun Baker x")
        assert len(card.family) == LONGEST_FAMILY


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(), "abc"),
        (Filter(group="g"), "ab"),
        (Filter(group="g", language="zh"), "b"),
        (Filter(family="Tursun"), "c"),
        (Filter(group="h"), ""),
    ],
)
def test_a_filter_lets_through_who_fits_all_of_it_and_no_guest(wanted: Filter, found: str) -> None:
    people = (
        Learner("a", "ug", group="g"),
        Learner("b", "zh", group="g"),
        Learner("c", "zh", family="Tursun"),
        Learner("guest", "ug", guest=True),
    )
    assert "".join(each.id for each in wanted.of(people)) == found
