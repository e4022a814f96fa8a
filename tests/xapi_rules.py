"""The rules of xAPI 1.0.3 for a statement, written down: what a store of records would refuse."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", re.I)
IRI = re.compile(r"[a-z][a-z0-9+.-]*://[^\s<>\"{}|\\^`]+", re.I)
DURATION = re.compile(r"P(?=.)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")

_KEYS = {
    "id", "actor", "verb", "object", "result", "context", "timestamp", "stored", "authority",
    "version", "attachments",
}  # fmt: skip
_RESULT = {"score", "success", "completion", "response", "duration", "extensions"}
_CONTEXT = {
    "registration", "instructor", "team", "contextActivities", "revision", "platform", "language",
    "statement", "extensions",
}  # fmt: skip
_DEFINITION = {
    "name", "description", "type", "moreInfo", "extensions", "interactionType",
    "correctResponsesPattern", "choices", "scale", "source", "target", "steps",
}  # fmt: skip
_INTERACTIONS = {
    "true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing",
    "likert", "numeric", "other",
}  # fmt: skip
_AROUND = {"parent", "grouping", "category", "other"}
Json = Mapping[str, Any]


def problems(statement: Json) -> list[str]:
    """What is wrong with it; empty for a good one."""
    return list(_problems(statement))


def _problems(statement: Json) -> Iterator[str]:
    yield from _unknown("statement", statement, _KEYS)
    yield from (f"{key} is missing" for key in ("actor", "verb", "object") if key not in statement)
    yield from _nulls("statement", statement)
    if not UUID.fullmatch(statement.get("id", "")):
        yield "id is no UUID"
    if not re.fullmatch(r"1\.0\.\d+", statement.get("version", "1.0.0")):
        yield "version is not 1.0"
    if datetime.fromisoformat(statement["timestamp"]).tzinfo is None:
        yield "timestamp has no zone"
    yield from _actor(statement["actor"])
    yield from _verb(statement["verb"])
    yield from _activity("object", statement["object"])
    yield from _result(statement.get("result"))
    yield from _context(statement.get("context"))


def _actor(actor: Json) -> Iterator[str]:
    yield from _unknown("actor", actor, {"objectType", "name", "account"})
    if actor.get("objectType", "Agent") != "Agent":
        yield "actor is no agent"
    yield from _unknown("account", actor["account"], {"homePage", "name"})
    if not IRI.fullmatch(actor["account"]["homePage"]) or not actor["account"]["name"]:
        yield "account identifies nobody"
    if not actor.get("name", "x"):
        yield "actor's name is empty"


def _verb(verb: Json) -> Iterator[str]:
    yield from _unknown("verb", verb, {"id", "display"})
    if not IRI.fullmatch(verb["id"]):
        yield "verb is no IRI"
    yield from _languages("verb", verb.get("display", {}))


def _activity(place: str, activity: Json) -> Iterator[str]:
    yield from _unknown(place, activity, {"objectType", "id", "definition"})
    if activity.get("objectType", "Activity") != "Activity" or not IRI.fullmatch(activity["id"]):
        yield f"{place} is no activity"
    definition = activity.get("definition", {})
    yield from _unknown(f"{place}.definition", definition, _DEFINITION)
    if not IRI.fullmatch(definition.get("type", "a://b")):
        yield f"{place}.type is no IRI"
    yield from _languages(place, definition.get("name", {}))
    yield from _interaction(place, definition)


def _interaction(place: str, definition: Json) -> Iterator[str]:
    kind = definition.get("interactionType")
    parts = {"correctResponsesPattern", "choices", "scale", "source", "target", "steps"}
    if kind is None and parts & definition.keys():
        yield f"{place} has parts of an interaction and no type of one"
    if kind is not None and kind not in _INTERACTIONS:
        yield f"{place} is no known interaction"
    ids = [each["id"] for each in definition.get("choices", [])]
    if len(ids) != len(set(ids)) or any(not id or " " in id for id in ids):
        yield f"{place}.choices have no ids of their own"
    for each in definition.get("choices", []):
        yield from _unknown(f"{place}.choices", each, {"id", "description"})
        yield from _languages(f"{place}.choices", each.get("description", {}))


def _result(result: Json | None) -> Iterator[str]:
    if result is None:
        return
    yield from _unknown("result", result, _RESULT)
    for name in ("success", "completion"):
        if not isinstance(result.get(name, True), bool):
            yield f"{name} is not true or false"
    if not isinstance(result.get("response", ""), str):
        yield "response is no text"
    if not DURATION.fullmatch(result.get("duration", "PT0S")):
        yield f"duration is none: {result['duration']}"
    yield from _score(result.get("score", {}))
    yield from _extensions("result", result.get("extensions", {}))


def _score(score: Json) -> Iterator[str]:
    yield from _unknown("score", score, {"scaled", "raw", "min", "max"})
    if not -1 <= score.get("scaled", 0) <= 1:
        yield "scaled is not between -1 and 1"
    raw = score.get("raw", 0)
    if not score.get("min", raw) <= raw <= score.get("max", raw):
        yield "raw is not between min and max"


def _context(context: Json | None) -> Iterator[str]:
    if context is None:
        return
    yield from _unknown("context", context, _CONTEXT)
    if not LANGUAGE.fullmatch(context.get("language", "en")):
        yield "language is none"
    yield from _unknown("contextActivities", context.get("contextActivities", {}), _AROUND)
    for name, activities in context.get("contextActivities", {}).items():
        for each in activities:
            yield from _activity(name, each)
    yield from _extensions("context", context.get("extensions", {}))


def _languages(place: str, words: Json) -> Iterator[str]:
    for tag, text in words.items():
        if not LANGUAGE.fullmatch(tag) or not isinstance(text, str) or not text:
            yield f"{place} has no words in {tag}"


def _extensions(place: str, extensions: Json) -> Iterator[str]:
    yield from (f"{place}: {key} is no IRI" for key in extensions if not IRI.fullmatch(key))


def _unknown(place: str, found: Json, known: set[str]) -> Iterator[str]:
    yield from (f"{place}.{key} is unknown" for key in sorted(found.keys() - known))


def _nulls(place: str, value: object) -> Iterator[str]:
    if value is None or value == {} or value == "":
        yield f"{place} is empty"
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _nulls(f"{place}.{key}", inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _nulls(f"{place}.{number}", inner)
