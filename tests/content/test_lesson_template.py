"""The lesson that authors copy: it loads, has every kind of step, and names what there is."""

import re
from pathlib import Path
from typing import get_args

from demo_store.practice.situations import SITUATIONS
from demo_store.world.catalogue import load_catalogue
from kiosk.course import the_course
from lessons.content import load_yaml
from lessons.course import Goal, Lesson, Practice, Step
from lessons.loader import parse_lesson

PROJECT = Path(__file__).parents[2]
TEMPLATE = PROJECT / "lessons" / "_template" / "lesson.yaml"


def template() -> Lesson:
    return parse_lesson(load_yaml(TEMPLATE, PROJECT), "template")


def test_the_template_shows_every_kind_of_step() -> None:
    assert {type(step) for step in template().steps} == set(get_args(Step))


def test_the_template_names_pictures_and_situations_that_are_there() -> None:
    practices = [step for step in template().steps if isinstance(step, Practice)]
    assert {step.situation for step in practices} <= set(SITUATIONS)
    folder = PROJECT / "kiosk" / "assets" / "pictures"
    named = re.findall(r"picture: ([a-z0-9-]+)", TEMPLATE.read_text("utf-8"))
    assert [name for name in named if not (folder / f"{name}.svg").is_file()] == []


def test_a_copy_of_the_template_is_taught(tmp_path: Path) -> None:
    folder = tmp_path / "01-unit" / "01-mine"
    folder.mkdir(parents=True)
    folder.joinpath("lesson.yaml").write_bytes(TEMPLATE.read_bytes())
    folder.parent.joinpath("unit.yaml").write_bytes(TEMPLATE.with_name("unit.yaml").read_bytes())
    loaded = the_course(load_catalogue(), tmp_path)
    assert loaded.problems == ()
    assert [lesson.id for lesson in loaded.course.lessons()] == ["mine"]
    (unit,) = loaded.course.units
    assert [skill.id for skill in unit.skills] == [unit.lessons[0].skill]
    assert [step.goals for step in unit.test] == [(Goal(("OrderAccepted",)),)]


def test_the_kiosks_own_course_names_nothing_that_it_does_not_know() -> None:
    assert the_course(load_catalogue()).problems == ()
