"""The lesson that authors copy: it loads, has every kind of step, and names what there is."""

from pathlib import Path

from demo_store.practice.situations import SITUATIONS
from demo_store.world.catalogue import load_catalogue
from kiosk.course import the_course
from lessons.content import load_yaml
from lessons.course import Choose, Lesson, Money, Order, Practice, Tell
from lessons.loader import load_course, parse_lesson

PROJECT = Path(__file__).parents[2]
TEMPLATE = PROJECT / "lessons" / "_template" / "lesson.yaml"


def template() -> Lesson:
    return parse_lesson(load_yaml(TEMPLATE, PROJECT), "template")


def test_the_template_shows_every_kind_of_step() -> None:
    assert {type(step) for step in template().steps} == {Tell, Choose, Order, Money, Practice}


def test_the_template_names_pictures_and_situations_that_are_there() -> None:
    lesson = template()
    pictures = {lesson.picture, *(step.picture for step in lesson.steps)}
    pictures |= {o.picture for s in lesson.steps if isinstance(s, Choose) for o in s.options}
    pictures |= {i.picture for s in lesson.steps if isinstance(s, Order) for i in s.items}
    folder = PROJECT / "kiosk" / "assets" / "pictures"
    assert [name for name in pictures if not (folder / f"{name}.svg").is_file()] == []
    practices = [step for step in lesson.steps if isinstance(step, Practice)]
    assert {step.situation for step in practices} <= set(SITUATIONS)


def test_a_copy_of_the_template_is_taught(tmp_path: Path) -> None:
    folder = tmp_path / "01-unit" / "01-mine"
    folder.mkdir(parents=True)
    folder.joinpath("lesson.yaml").write_bytes(TEMPLATE.read_bytes())
    unit = "title: {ug: بىر, zh: 一, en: One}\npicture: scene-village-oven\n"
    folder.parent.joinpath("unit.yaml").write_text(unit, "utf-8")
    loaded = load_course(tmp_path)
    assert loaded.problems == ()
    assert [lesson.id for lesson in loaded.course.lessons()] == ["mine"]


def test_the_kiosks_own_course_names_nothing_that_it_does_not_know() -> None:
    assert the_course(load_catalogue()).problems == ()
