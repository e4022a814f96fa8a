"""A course with every kind of step: the lesson that authors copy, as one that is taught."""

from pathlib import Path

from lessons.course import Lesson
from lessons.state import LessonState
from tests.flet_session import FletSession
from tests.stage import SIZES, Stage

_TEMPLATE = Path(__file__).parents[1] / "lessons" / "_template"
LESSON = "every-kind"


def every_kind(folder: Path, *lessons: str) -> Path:
    """Writes it below ``folder``: one unit with these lessons, all alike."""
    for number, name in enumerate(lessons or (LESSON,), start=1):
        place = folder / "01-unit" / f"{number:02}-{name}"
        place.mkdir(parents=True)
        (place / "lesson.yaml").write_bytes((_TEMPLATE / "lesson.yaml").read_bytes())
    (folder / "01-unit" / "unit.yaml").write_bytes((_TEMPLATE / "unit.yaml").read_bytes())
    return folder


def longer_test(course: Path) -> Path:
    """The course of `every_kind`, whose test has a second step that needs another order."""
    file = course / "01-unit" / "unit.yaml"
    more = """
  - id: send-it
    picture: scene-ship
    say: {ug: ئەۋەتىڭ., zh: 寄出。, en: Send it.}
    situation: order-stamped
    screen: order
    goals: [[OrderPacked], [OrderShipped]]
"""
    file.write_text(file.read_text("utf-8").rstrip() + more, "utf-8")
    return course


def only_told(folder: Path) -> Path:
    """Writes a course of one lesson below ``folder``, in which six things are told."""
    place = folder / "01-unit" / "01-told"
    place.mkdir(parents=True)
    words = "{{ug: {0}-گەپ, zh: 第{0}句话, en: Sentence {0}}}"
    head = f"title: {words.format(0)}\npicture: nang\n"
    (folder / "01-unit" / "unit.yaml").write_text(head, "utf-8")
    steps = "".join(
        f"  - {{id: t{number}, kind: tell, picture: nang, say: {words.format(number)}}}\n"
        for number in range(1, 7)
    )
    lesson = f"{head}promise: {words.format(7)}\nsteps:\n{steps}"
    (place / "lesson.yaml").write_text(lesson, "utf-8")
    return folder


class Doing:
    """A learner at one step of that lesson, and the tablet in front of her."""

    def __init__(self, stage: Stage, tablet: FletSession, learner: str) -> None:
        self.stage, self.tablet, self.learner = stage, tablet, learner

    @classmethod
    async def at(
        cls, stage: Stage, step: str, size: tuple[int, int] = SIZES[0], **answers: object
    ) -> "Doing":
        """Somebody new, led to the step; ``answers`` as in `FletSession`."""
        tablet, learner = stage.somebody(1)
        stage.at_step(learner, stage.lesson(LESSON), step)
        session = stage.tablet(f"/lesson/{LESSON}", tablet, size, **answers)
        return cls(stage, await session.start(), learner)

    @property
    def lesson(self) -> Lesson:
        return self.stage.lesson(LESSON)

    @property
    def state(self) -> LessonState:
        state = self.stage.room.lesson_state(self.learner, LESSON)
        assert state is not None
        return state

    async def hints(self, count: int) -> None:
        """Calls for help so often."""
        for _ in range(count):
            await self.tablet.tap("lesson.hint")
        assert self.state.hints == count


def hands(tablet: FletSession) -> list[str]:
    """The identifiers of what the pulsing hand points at."""
    pointed = []
    for stack in tablet.controls("Stack"):
        thing, *above = stack.get("controls") or [{}]
        images = [n for n in tablet.tree.visible(above) if n.type == "Image"]
        if any(image["src"] == "/pictures/hand-point.svg" for image in images):
            pointed.append(str(thing["identifier"]))
    return pointed


def many_units(folder: Path, units: int = 11, lessons: int = 4) -> Path:
    """A course as long as it may be: all lessons alike, but the names of the units."""
    every_kind(folder, *(f"l1-{number}" for number in range(1, lessons + 1)))
    written = (folder / "01-unit" / "01-l1-1" / "lesson.yaml").read_text("utf-8").splitlines()
    lesson = "\n".join(line for line in written if not line.startswith("skill:"))
    for unit in range(2, units + 1):
        for number in range(1, lessons + 1):
            place = folder / f"{unit:02}-u{unit}" / f"{number:02}-l{unit}-{number}"
            place.mkdir(parents=True)
            (place / "lesson.yaml").write_text(lesson, "utf-8")
        names = f"title: {{ug: مەھسۇلاتىم {unit}, zh: 我的商品{unit}, en: My own product {unit}}}"
        picture = ("box", "scene-price-tag", "egg", "scene-pack")[unit % 4]
        (folder / f"{unit:02}-u{unit}" / "unit.yaml").write_text(
            f"{names}\npicture: {picture}\n", "utf-8"
        )
    return folder
