"""Events as statements of xAPI 1.0.3: the id of a statement is that of its event, for ever.

What is not said here (how a screen was looked at, what a simulated customer thought) is in the
tables and in events.jsonl.
"""

from datetime import datetime, timedelta
from typing import Any, Final, get_args

from demo_store.events import (
    ListingPublished,
    MessageAnswered,
    OrderAccepted,
    OrderDeclined,
    OrderPacked,
    OrderPaidOut,
    OrderShipped,
    ReviewWritten,
    TroubleEnded,
)
from kiosk.export import activities
from kiosk.export import xapi_words as xapi
from kiosk.export.activities import Activities
from kiosk.export.case import Case
from kiosk.export.xapi_words import Verb
from kiosk.progress.envelope import Envelope
from kiosk.progress.events import Attended, ClipHeard, LearnerEnrolled, SignedIn, SignedOut
from kiosk.progress.kinds import Event
from kiosk.progress.summary import LONGEST_GAP_S
from lessons.course import Course
from lessons.events import (
    GoalReached,
    HintGiven,
    LessonCompleted,
    LessonEvent,
    LessonStarted,
    PictureShown,
    StepAnswered,
    StepCompleted,
    StepEntered,
)

Json = dict[str, Any]
Said = tuple[Verb, Json, Json]
"""Verb, object, result; a result that is empty is left out."""
_LESSON_EVENTS: Final = get_args(LessonEvent)
_CENTI: Final = 100


class Statements:
    """Gives the statements of one learner after the other."""

    def __init__(self, course: Course) -> None:
        self._activities = Activities(course)
        self._course = activities.course()
        self._entered: dict[tuple[str, str], str] = {}
        self._begun: dict[str, str] = {}
        self._answers: dict[str, list[bool]] = {}

    def begin(self) -> None:
        """Another learner: nothing of the one before counts."""
        self._entered, self._begun, self._answers = {}, {}, {}

    def of(self, case: Case, envelope: Envelope, event: Event | None) -> Json | None:
        """The statement of an event; None where xAPI has nothing to say of it."""
        said = self._said(case, envelope, event)
        if said is None:
            return None
        verb, target, result = said
        statement: Json = {
            "id": envelope.id,
            "actor": actor(case),
            "verb": verb.json(),
            "object": target,
            "context": self._context(case, envelope, event),
            "timestamp": envelope.at,
            "version": xapi.VERSION,
        }
        return {**statement, "result": result} if result else statement

    def _said(self, case: Case, envelope: Envelope, event: Event | None) -> Said | None:
        match event:
            case LearnerEnrolled():
                return xapi.REGISTERED, self._course, {}
            case SignedIn(tablet=tablet):
                return xapi.LOGGED_IN, activities.tablet(tablet), {}
            case SignedOut(tablet=tablet):
                return xapi.LOGGED_OUT, activities.tablet(tablet), {}
            case Attended(day=day, present=True):
                return xapi.ATTENDED, activities.meeting(day), {}
            case ClipHeard(clip, _, depth, heard_ms):
                heard = {
                    "completion": depth == "complete",
                    "duration": duration(heard_ms / 1000),
                    "extensions": {xapi.DEPTH: depth},
                }
                return xapi.EXPERIENCED, activities.phrase(clip), heard
        if isinstance(event, _LESSON_EVENTS):
            return self._learned(envelope.at, event)
        return _traded(case.learner.id, event)

    def _learned(self, at: str, event: LessonEvent) -> Said | None:
        if isinstance(event, LessonStarted):
            self._begun[event.lesson], self._answers[event.lesson] = at, []
            return xapi.INITIALIZED, self._activities.lesson(event.lesson), {}
        if isinstance(event, LessonCompleted):
            return xapi.COMPLETED, self._activities.lesson(event.lesson), self._lesson(at, event)
        if isinstance(event, StepEntered):
            self._entered[event.lesson, event.step] = at
            return None
        target = self._activities.step(event.lesson, event.step)
        match event:
            case StepAnswered():
                return xapi.ANSWERED, target, self._answer(at, event)
            case HintGiven(level=level, asked=asked):
                return xapi.HELPED, target, {"extensions": {xapi.HELP: level, xapi.ASKED: asked}}
            case PictureShown():
                return None  # where she stands, no act of its own
            case GoalReached():
                return xapi.PROGRESSED, target, {"completion": False}
            case StepCompleted():
                return self._step(at, event, target)

    def _answer(self, at: str, event: StepAnswered) -> Json:
        self._answers.setdefault(event.lesson, []).append(event.right)
        step = self._activities.find(event.lesson, event.step)
        result: Json = {"success": event.right}
        if any(event.answer):
            result["response"] = activities.response(step, event.answer)
        return {**result, **_lasted(self._entered.get((event.lesson, event.step)), at)}

    def _step(self, at: str, event: StepCompleted, target: Json) -> Said:
        kind = target["definition"]["type"]
        verbs = {xapi.SIMULATION: xapi.PASSED, xapi.QUESTION: xapi.COMPLETED}
        result: Json = {"completion": True}
        if kind == xapi.SIMULATION:
            result["success"] = True
        result["extensions"] = {xapi.HELP: event.hints, xapi.TRIES: event.tries}
        lasted = _lasted(self._entered.get((event.lesson, event.step)), at)
        return verbs.get(kind, xapi.EXPERIENCED), target, {**result, **lasted}

    def _lesson(self, at: str, event: LessonCompleted) -> Json:
        """``scaled`` is the share of right ones among all answers of this time."""
        answers = self._answers.get(event.lesson, [])
        result: Json = {"completion": True}
        if answers:
            right = sum(answers)
            score = {"scaled": round(right / len(answers), 4), "raw": right}
            result["score"] = {**score, "min": 0, "max": len(answers)}
        begun = self._begun.get(event.lesson)
        passed = _seconds(begun, at) if begun else 0.0
        return {**result, "duration": duration(passed)} if passed > 0 else result

    def _context(self, case: Case, envelope: Envelope, event: Event | None) -> Json:
        extensions: Json = {xapi.TABLET: envelope.tablet, xapi.SEQUENCE: envelope.seq}
        if envelope.doubtful:
            extensions[xapi.DOUBTFUL] = True
        if case.learner.sample:
            extensions[xapi.SAMPLE] = True
        if not isinstance(event, _LESSON_EVENTS):
            extensions[xapi.EVENT] = envelope.kind
        context: Json = {
            "platform": "Village kiosk",
            "language": case.learner.language,
            "extensions": extensions,
        }
        if isinstance(event, _LESSON_EVENTS):
            context["contextActivities"] = self._around(event)
        return context

    def _around(self, event: LessonEvent) -> Json:
        if isinstance(event, LessonStarted | LessonCompleted):
            return {"parent": [self._course]}
        return {"parent": [self._activities.lesson(event.lesson)], "grouping": [self._course]}


def actor(case: Case) -> Json:
    """Known by the random id on the kiosk; with her name only where names are wanted."""
    agent: Json = {"objectType": "Agent"}
    if case.learner.name:
        agent["name"] = case.learner.name
    agent["account"] = {"homePage": xapi.HOME, "name": case.learner.id}
    return agent


def duration(seconds: float) -> str:
    """ISO 8601, to a hundredth of a second."""
    hundredths = round(max(seconds, 0.0) * _CENTI)
    whole, rest = divmod(hundredths, _CENTI)
    return f"PT{whole}.{rest:02}S" if rest else f"PT{whole}S"


def _traded(learner: str, event: Event | None) -> Said | None:
    match event:
        case ListingPublished(product=product):
            return xapi.INTERACTED, activities.in_store(learner, "products", product), {}
        case OrderAccepted() | OrderDeclined() | OrderPacked() | OrderShipped():
            return xapi.INTERACTED, activities.in_store(learner, "orders", event.order), {}
        case OrderPaidOut(order=order, payout_fen=fen):
            paid = {"completion": True, "extensions": {xapi.PAYOUT: fen}}
            return xapi.COMPLETED, activities.in_store(learner, "orders", order), paid
        case ReviewWritten(order=order, stars=stars):
            score = {"scaled": stars / 5, "raw": stars, "min": 0, "max": 5}
            return xapi.SCORED, activities.in_store(learner, "orders", order), {"score": score}
        case MessageAnswered(message=message, good=good):
            return (
                xapi.INTERACTED,
                activities.in_store(learner, "messages", message),
                {"success": good},
            )
        case TroubleEnded(id=id, good=good):
            return xapi.INTERACTED, activities.in_store(learner, "troubles", id), {"success": good}
    return None


def _lasted(since: str | None, at: str) -> Json:
    if since is None:
        return {}
    passed = min(_seconds(since, at), LONGEST_GAP_S)
    return {"duration": duration(passed)} if passed >= 0 else {}


def _seconds(since: str, at: str) -> float:
    passed = datetime.fromisoformat(at) - datetime.fromisoformat(since)
    return passed / timedelta(seconds=1)
