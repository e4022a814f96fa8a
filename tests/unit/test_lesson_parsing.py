"""Reading the kinds of step that are more than a question, and what a unit names of itself."""

from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from demo_store.world.catalogue import load_catalogue
from kiosk.course import known as known_here
from lessons.course import (
    ChooseAll,
    Find,
    Goal,
    ListenAndRepeat,
    Match,
    Photo,
    Practice,
    Say,
    Story,
)
from lessons.loader import LoadedCourse, load_course
from lessons.unknown import Known

PROJECT: Final = Path(__file__).parents[2]
TEMPLATE: Final = PROJECT / "lessons" / "_template"
WORDS: Final = {"ug": "سۆز", "zh": "字", "en": "Words"}


def content(name: str) -> Any:
    return yaml.safe_load((TEMPLATE / f"{name}.yaml").read_text("utf-8"))


def course(folder: Path, lesson: object, unit: object, known: Known | None = None) -> LoadedCourse:
    place = folder / "01-unit" / "01-mine"
    place.mkdir(parents=True, exist_ok=True)
    # aliases of the same words would be refused: each is written out
    for path, what in ((place / "lesson.yaml", lesson), (place.parent / "unit.yaml", unit)):
        path.write_text(yaml.dump(what, Dumper=_Plain, allow_unicode=True), "utf-8")
    return load_course(folder, known)


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002  named so by the library
        return True


def step(lesson: Any, kind: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in lesson["steps"] if each["kind"] == kind)
    return found


def test_the_new_kinds_are_read_with_all_they_hold(tmp_path: Path) -> None:
    loaded = course(tmp_path, content("lesson"), content("unit"))
    assert loaded.problems == ()
    (lesson,) = loaded.course.lessons()
    by_kind = {type(each): each for each in lesson.steps}
    story, every, match = by_kind[Story], by_kind[ChooseAll], by_kind[Match]
    assert isinstance(story, Story)
    assert [frame.id for frame in story.pictures] == ["baked", "packed", "flown"]
    assert isinstance(every, ChooseAll) and [each.right for each in every.options].count(True) == 2
    assert isinstance(match, Match) and match.pairs[1].right.picture == "plane"
    find, photo = by_kind[Find], by_kind[Photo]
    assert isinstance(find, Find) and (find.screen, find.target) == ("start", "store.orders")
    assert isinstance(photo, Photo) and photo.goals == (Goal(("PhotoChosen",)),)
    said, heard = by_kind[Say], by_kind[ListenAndRepeat]
    assert isinstance(said, Say) and said.words.en == "This is my nang."
    assert isinstance(heard, ListenAndRepeat) and heard.language == "zh"
    assert lesson.skill == "know-the-way"


def test_a_unit_names_its_skills_and_its_test(tmp_path: Path) -> None:
    loaded = course(tmp_path, content("lesson"), content("unit"))
    skill = loaded.course.skill("know-the-way")
    assert skill is not None and skill.mistakes == ("lapsed",)
    assert skill.because is not None and skill.because.en.startswith("An order was left")
    assert isinstance(skill.task, Practice) and skill.task.situation == "order-waiting"
    (test,) = loaded.course.units[0].test
    assert test.id == "take-an-order" and test.screen == "order"


def test_a_unit_without_skills_and_test_is_taught(tmp_path: Path) -> None:
    unit, lesson = content("unit"), content("lesson")
    del unit["skills"], unit["test"], lesson["skill"]
    loaded = course(tmp_path, lesson, unit)
    assert loaded.problems == ()
    assert (loaded.course.units[0].skills, loaded.course.units[0].test) == ((), ())


OPTION: Final = {"id": "x", "picture": "oven", "say": WORDS}


@pytest.mark.parametrize(
    ("kind", "field", "value", "problem"),
    [
        ("story", "pictures", [OPTION], "must hold 3 to 5, not 1"),
        ("story", "pictures", [OPTION, OPTION, OPTION], "x is the id of another one"),
        ("choose-all", "options", [OPTION], "must hold 3 to 6"),
        ("choose-all", "options", [OPTION | {"id": i} for i in "abc"], "at least two with right"),
        (
            "choose-all",
            "options",
            [OPTION | {"id": i, "right": True} for i in "abc"],
            "at least one that is wrong",
        ),
        (
            "choose-all",
            "options",
            [*(OPTION | {"id": i, "right": True} for i in "ab"), OPTION],
            "needs a hint",
        ),
        ("match", "pairs", [], "must hold 2 to 4"),
        ("match", "pairs", [{"id": "a", "left": {"picture": "oven"}}] * 2, "is missing"),
        ("find", "target", "order.pack:box:1", "must be an identifier such as"),
        ("find", "screen", "village", "must be one of start"),
        ("listen-and-repeat", "language", "de", "must be one of ug, zh, en"),
        ("say", "words", {"ug": "سۆز", "zh": "字"}, "is missing"),
        ("photo", "coaching", {}, "is missing"),
        ("photo", "goals", [["PhotoChosen"]], "is not known here"),
    ],
)
def test_a_broken_step_is_named(
    tmp_path: Path, kind: str, field: str, value: object, problem: str
) -> None:
    lesson = content("lesson")
    step(lesson, kind)[field] = value
    loaded = course(tmp_path, lesson, content("unit"))
    assert len(loaded.problems) == 1
    assert problem in loaded.problems[0].problem
    assert not list(loaded.course.lessons())


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("because", None, "must say because"),
        ("mistakes", None, "belongs to mistakes only"),
        ("task", None, "needs a task"),
        ("id", "Pack Safely", "small letters"),
        ("title", WORDS | {"en": "{product}"}, "cannot be filled"),
    ],
)
def test_a_broken_skill_is_named(tmp_path: Path, field: str, value: object, problem: str) -> None:
    unit = content("unit")
    unit["skills"][0][field] = value
    if value is None:
        del unit["skills"][0][field]
    loaded = course(tmp_path, content("lesson"), unit)
    assert problem in loaded.problems[0].problem
    assert loaded.problems[0].file == "01-unit/unit.yaml"


@pytest.mark.parametrize(
    ("change", "problem"),
    [({"kind": "story"}, "must be one of practice"), ({"id": "mine"}, "is not needed")],
)
def test_a_task_is_a_step_that_stands_alone(
    tmp_path: Path, change: dict[str, str], problem: str
) -> None:
    unit = content("unit")
    unit["skills"][0]["task"] |= change
    loaded = course(tmp_path, content("lesson"), unit)
    assert problem in loaded.problems[0].problem


def test_a_test_has_no_coaching_and_at_most_three_steps(tmp_path: Path) -> None:
    unit = content("unit")
    unit["test"] = [unit["test"][0] | {"id": f"t{number}"} for number in range(4)]
    loaded = course(tmp_path, content("lesson"), unit)
    assert "must hold 1 to 3, not 4" in loaded.problems[0].problem
    unit["test"] = [unit["test"][0] | {"coaching": {}}]
    loaded = course(tmp_path, content("lesson"), unit)
    assert loaded.problems[0].field == "test.1.coaching"


def test_a_lesson_whose_skill_its_unit_does_not_name_is_left_out(tmp_path: Path) -> None:
    lesson = content("lesson")
    lesson["skill"] = "fly"
    loaded = course(tmp_path, lesson, content("unit"))
    (problem,) = loaded.problems
    assert (problem.file, problem.field) == ("01-unit/01-mine/lesson.yaml", "skill")
    assert not list(loaded.course.lessons())


def test_a_skill_belongs_to_one_unit(tmp_path: Path) -> None:
    course(tmp_path, content("lesson"), content("unit"))
    other = tmp_path / "02-other" / "01-other"
    other.mkdir(parents=True)
    first = tmp_path / "01-unit"
    other.parent.joinpath("unit.yaml").write_bytes((first / "unit.yaml").read_bytes())
    other.joinpath("lesson.yaml").write_bytes((first / "01-mine" / "lesson.yaml").read_bytes())
    loaded = load_course(tmp_path)
    (problem,) = loaded.problems
    assert "know-the-way is a skill of 01-unit/unit.yaml too" in str(problem)
    assert [unit.id for unit in loaded.course.units] == ["unit"]


def test_what_stands_for_nothing_outside_the_course_is_named(tmp_path: Path) -> None:
    unit, lesson = content("unit"), content("lesson")
    known = Known(
        pictures=set(_values(unit, "picture")) | set(_values(lesson, "picture")),
        events={"OrderAccepted"},
        is_situation=lambda name: name in ("order-waiting", "as-it-is"),
        targets={"start": {"store.orders"}},
        mistakes=("lapsed",),
    )
    assert course(tmp_path, lesson, unit, known).problems == ()
    step(lesson, "find")["target"] = "store.moon"
    step(lesson, "story")["pictures"][1]["picture"] = "no-such-picture"
    step(lesson, "match")["pairs"][0]["left"]["picture"] = "nor-this"
    unit["skills"][0]["mistakes"] = ["sang"]
    unit["skills"][0]["task"]["situation"] = "midnight"
    unit["test"][0]["goals"] = [["MoonSold"]]
    found = {
        str(each).partition(": ")[2] for each in course(tmp_path, lesson, unit, known).problems
    }
    assert len(found) == 6
    told = "\n".join(found)
    for name in (
        "start is store.moon",
        "no-such-picture",
        "nor-this",
        "sang",
        "midnight",
        "MoonSold",
    ):
        assert name in told


@pytest.mark.parametrize(
    ("screen", "target", "refused"),
    [
        ("voice", "voice.pace:slow", False),
        ("voice", "voice.pace:fast", True),
        ("score", "score.hear-stars", False),
        ("score", "voice.pace:slow", True),
        ("parcels", "parcel.see", False),
        ("parcels", "parcel.see:o1", True),
        ("order", "order.pack:box", True),
    ],
)
def test_only_what_stands_on_a_screen_can_be_looked_for_there(
    tmp_path: Path, screen: str, target: str, refused: bool
) -> None:
    unit, lesson = content("unit"), content("lesson")
    step(lesson, "find").update(screen=screen, target=target)
    problems = course(tmp_path, lesson, unit, known_here(load_catalogue())).problems
    assert [f"is {target}" in str(each) for each in problems] == [True] * refused


def _values(content: Any, field: str) -> list[str]:
    if isinstance(content, list):
        return [found for each in content for found in _values(each, field)]
    if not isinstance(content, dict):
        return []
    own = [content[field]] if isinstance(content.get(field), str) else []
    return own + [found for each in content.values() for found in _values(each, field)]
