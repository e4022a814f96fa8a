"""What statements are about, as xAPI has it: course, lessons, steps, her store and a few more."""

from functools import cache
from typing import Any

from kiosk.export import xapi_words as xapi
from kiosk.export.xapi_words import iri, language_map
from lessons.course import Choose, Course, Money, Option, Order, Practice, Step
from lessons.phrase import Phrase

Json = dict[str, Any]

_PRODUCT = Phrase("مەھسۇلات", "产品", "product")
"""In the place of hers: an activity is the same for everybody."""
_COURSE = Phrase("تور دۇكىنى دەرسلىكى", "网店课程", "Course of the village kiosk")


class Activities:
    """Those of one course; what is not in it (any more) has no words."""

    def __init__(self, course: Course) -> None:
        self._lessons = {each.id: each for each in course.lessons()}
        self.lesson = cache(self._lesson)
        self.step = cache(self._step)

    def find(self, lesson: str, step: str) -> Step | None:
        """The step as it is taught today."""
        found = self._lessons.get(lesson)
        steps = found.steps if found else ()
        return next((each for each in steps if each.id == step), None)

    def _lesson(self, lesson: str) -> Json:
        found = self._lessons.get(lesson)
        return _activity(iri("lessons", lesson), xapi.LESSON, found.title if found else None)

    def _step(self, lesson: str, step: str) -> Json:
        found, id = self.find(lesson, step), iri("lessons", lesson, "steps", step)
        if found is None:
            return _activity(id, xapi.STEP)
        said = found.say.filled(product=_PRODUCT)
        if isinstance(found, Choose | Order | Money):
            return _activity(id, xapi.QUESTION, said, **_interaction(found))
        kind = xapi.SIMULATION if isinstance(found, Practice) else xapi.STEP
        return _activity(id, kind, said)


def course() -> Json:
    """The course as a whole."""
    return _activity(iri("course"), xapi.COURSE, _COURSE)


def in_store(learner: str, kind: str, id: str) -> Json:
    """Something in a learner's, such as an order."""
    return _activity(iri("stores", learner, kind, id), xapi.SIMULATION)


def phrase(key: str) -> Json:
    """A sentence that is said."""
    return _activity(iri("phrases", key), xapi.MEDIA)


def tablet(id: str) -> Json:
    """A tablet."""
    return _activity(iri("tablets", id), xapi.DEVICE)


def meeting(day: str) -> Json:
    """A day (ISO date) of teaching."""
    return _activity(iri("meetings", day), xapi.MEETING)


def response(step: Step | None, answer: tuple[str, ...]) -> str:
    """An answer in the grammar of its interaction."""
    return answer[0] if isinstance(step, Money) and answer else "[,]".join(answer)


def _activity(id: str, kind: str, name: Phrase | None = None, **more: Any) -> Json:
    definition: Json = {"type": kind, **more}
    if name is not None:
        definition["name"] = language_map(name)
    return {"objectType": "Activity", "id": id, "definition": definition}


def _interaction(step: Choose | Order | Money) -> Json:
    match step:
        case Choose():
            right = [each.id for each in step.options if each.right]
            choices = _components(step.options)
            return {
                "interactionType": "choice",
                "correctResponsesPattern": ["[,]".join(right)],
                "choices": choices,
            }
        case Order():
            return {
                "interactionType": "sequencing",
                "correctResponsesPattern": ["[,]".join(each.id for each in step.items)],
                "choices": _components(step.items),
            }
        case Money():
            fen = str(step.amount_fen)
            return {"interactionType": "numeric", "correctResponsesPattern": [f"{fen}[:]{fen}"]}


def _components(options: tuple[Option, ...]) -> list[Json]:
    return [
        {"id": each.id, "description": language_map(each.say.filled(product=_PRODUCT))}
        for each in options
    ]
