"""Every kind of step in its states, of the lesson that holds them all, small and at its fullest."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from lessons.course import Lesson, Situated, Step, Told
from lessons.engine import AskHint, Look
from tests.every_kind import LESSON, every_kind
from tests.stage import Stage
from tests.view import View

FULLEST = "fullest"
_HELPS = ("new", "hint", "hand", "shown")
_PICTURES = ("nang", "oven", "box", "plane", "scene-pack", "scene-road-truck")
_SAID = {
    "ug": "ناۋاي بۈگۈن ياققان يېڭى نان",
    "zh": "打馕师傅今天刚打好的新鲜馕",
    "en": "Fresh nang that the baker baked today",
}


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002  named so by the library
        return True


def kinds_course(folder: Path) -> Path:
    """The lesson of every kind, and one whose steps hold as many things as they may."""
    every_kind(folder, LESSON, FULLEST)
    path = folder / "01-unit" / f"02-{FULLEST}" / "lesson.yaml"
    lesson = yaml.safe_load(path.read_text("utf-8"))
    for step in lesson["steps"]:
        _fill(step)
    path.write_text(yaml.dump(lesson, Dumper=_Plain, allow_unicode=True), "utf-8")
    return folder


def _fill(step: dict[str, Any]) -> None:
    things = [
        {"id": f"t{number}", "picture": name, "say": _SAID}
        for number, name in enumerate(_PICTURES, start=1)
    ]
    match step["kind"]:
        case "story":
            step["pictures"] = things[:5]
        case "choose-all":
            right = [thing | {"right": True} for thing in things[:5]]
            step["options"] = [*right, things[5] | {"hint": _SAID}]
        case "match":
            sides = [{key: thing[key] for key in ("picture", "say")} for thing in things]
            step["pairs"] = [
                {"id": f"p{number}", "left": sides[number], "right": sides[-number - 1]}
                for number in range(4)
            ]


def views_of_kinds(stage: Stage) -> Iterator[View]:
    """People placed at every step of the two lessons."""
    for name in (LESSON, FULLEST):
        lesson = stage.lesson(name)
        for step in lesson.steps:
            yield from _of_step(stage, lesson, step)


def _of_step(stage: Stage, lesson: Lesson, step: Step) -> Iterator[View]:
    kind = type(step).__name__.lower()
    named = kind if lesson.id == LESSON else f"{kind}-{FULLEST}"
    route = f"/lesson/{lesson.id}"
    into: tuple[str, ...] = ("lesson.next",) if isinstance(step, Situated) else ()
    for hints, name in enumerate(_HELPS[:1] if isinstance(step, Told) else _HELPS):
        if lesson.id != LESSON and name in ("hint", "hand"):
            continue
        tablet, learner = stage.somebody(1)
        stage.at_step(learner, lesson, step.id)
        for _ in range(hints):
            stage.room.learn(learner, lesson, AskHint())
        yield View(f"kind-{named}-{name}", route, tablet, into)
    if not isinstance(step, Told):
        tablet, learner = stage.somebody(1)
        stage.at_step(learner, lesson, step.id, done=True)
        yield View(f"kind-{named}-done", route, tablet, into)
    elif kind == "story":
        tablet, learner = stage.somebody(1)
        stage.at_step(learner, lesson, step.id)
        stage.room.learn(learner, lesson, Look(step.pictures[-1].id))
        yield View(f"kind-{named}-told", route, tablet)
