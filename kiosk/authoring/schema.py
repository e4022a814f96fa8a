"""JSON Schemas of lesson.yaml and unit.yaml: editors complete names and underline mistakes.

They are made of what the parser and the kiosk know, and lie in ``lessons/*.schema.json``; a test
holds that they never refuse what the parser takes, and where they are more lenient.
"""

import json
from collections.abc import Iterable
from typing import Any, Final

from demo_store.practice.mistakes import MISTAKES
from demo_store.world.catalogue import Catalogue
from kiosk.course import EVENTS, situations
from kiosk.picture_words import picture_names
from kiosk.targets import TARGETS
from lessons.parsing.doing import IN_HER_STORE, SCREENS
from lessons.parsing.words import ID
from lessons.phrase import LANGUAGES

Schema = dict[str, Any]
FILES: Final = ("lesson.schema.json", "unit.schema.json")
_DRAFT: Final = "http://json-schema.org/draft-07/schema#"
_WORDS: Final = r"^(?=[\s\S]*\S)([^{}]|\{product\})*$"
_TITLE: Final = r"^(?=[\s\S]*\S)[^{}]*$"
_TEXT: Final[Schema] = {"type": ["string", "number", "boolean"]}
"""What YAML takes for a number or a flag is text where text is meant."""
_TASKS: Final = ("practice", "money", "find", "choose")


def schemas(catalogue: Catalogue) -> dict[str, str]:
    """The text of each schema file by its name."""
    shared = _shared(catalogue)
    whole = dict(zip(FILES, (_lesson(), _unit()), strict=True))
    return {name: _text({"$schema": _DRAFT, **each} | shared) for name, each in whole.items()}


def _text(schema: Schema) -> str:
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def _lesson() -> Schema:
    return _map(
        {
            "title": _ref("title"),
            "picture": _ref("picture"),
            "promise": _ref("phrase"),
            "skill": _told("id", "a skill of the unit: what her steps here count for"),
            "steps": {"type": "array", "minItems": 1, "items": _ref("step")},
        },
        optional=("skill",),
    ) | {"title": "A lesson", "description": "docs/writing-a-lesson.md tells what each part is for"}


def _unit() -> Schema:
    skill = _map(
        {
            "id": _told("id", "what she can then do; used once in the whole course"),
            "picture": _ref("picture"),
            "title": _ref("title"),
            "mistakes": {"type": "array", "items": {"enum": sorted(MISTAKES)}},
            "because": _ref("phrase"),
            "task": {"allOf": [_ref("task")]},
        },
        optional=("mistakes", "because", "task"),
    ) | {"dependencies": {"because": ["mistakes"]}}
    return _map(
        {
            "title": _ref("title"),
            "picture": _ref("picture"),
            "skills": {"type": "array", "items": skill},
            "test": _list(_test_step(), 1, 3),
        },
        optional=("skills", "test"),
    ) | {"title": "A unit", "description": "docs/writing-a-lesson.md tells what each part is for"}


def _shared(catalogue: Catalogue) -> Schema:
    """What both files are made of."""
    named = {
        "id": _TEXT | {"minimum": 0, "pattern": f"^({ID.pattern})$"},
        "picture": {"enum": sorted(picture_names())},
        "phrase": _phrase(_WORDS),
        "title": _phrase(_TITLE),
        "coaching": _coaching(),
        "shown": _map({"picture": _ref("picture"), "say": _ref("phrase")}),
        "option": _option(),
        "item": _map({"id": _ref("id"), "picture": _ref("picture"), "say": _ref("phrase")}),
        "situation": {"enum": sorted(situations(catalogue))},
        "goals": _goals(),
    }
    kinds = {kind: _kind(kind, fields) for kind, fields in KIND_FIELDS.items()}
    tasks = [_kind(kind, KIND_FIELDS[kind], with_id=False) for kind in _TASKS]
    named["step"] = _one_of_kinds(kinds.values())
    named["task"] = _one_of_kinds(tasks)
    return {"definitions": named}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _told(name: str, description: str) -> Schema:
    return {"allOf": [_ref(name)], "description": description}


def _map(fields: Schema, optional: Iterable[str] = ()) -> Schema:
    left_out = set(optional)
    return {
        "type": "object",
        "properties": fields,
        "required": [name for name in fields if name not in left_out],
        "additionalProperties": False,
    }


def _list(items: Schema, fewest: int, most: int) -> Schema:
    return {"type": "array", "items": items, "minItems": fewest, "maxItems": most}


def _phrase(pattern: str) -> Schema:
    words = _TEXT | {"pattern": pattern}
    return _map(dict.fromkeys(LANGUAGES, words))


def _coaching() -> Schema:
    told = {
        "hint": "first: the same in other words",
        "hint_with_hand": "second: while a hand pulses on the right thing",
        "demonstration": "third: while it is shown",
        "praise": "said of a right answer",
    }
    return _map({name: _told("phrase", text) for name, text in told.items()})


def _option() -> Schema:
    fields = {
        "id": _ref("id"),
        "picture": _ref("picture"),
        "say": _ref("phrase"),
        "right": {"type": "boolean"},
        "hint": _told("phrase", "of a wrong one: what is said to this very mistake"),
    }
    no_hint = {"not": {"required": ["hint"]}}
    return _map(fields, optional=("right", "hint")) | {"if": _RIGHT, "then": no_hint}


def _goals() -> Schema:
    names = sorted(EVENTS)
    event = {"anyOf": [{"enum": names}, {"enum": [f"{name}:good" for name in names]}]}
    any_of = {"type": "array", "minItems": 1, "items": event}
    return {"type": "array", "minItems": 1, "items": any_of}


def _test_step() -> Schema:
    fields = {name: _ref(name) for name in ("id", "picture")} | {"say": _ref("phrase")}
    return _map(fields | _DONE | {"screen": _HER_SCREENS})


_RIGHT: Final[Schema] = {"properties": {"right": {"const": True}}, "required": ["right"]}
_ONE_RIGHT: Final[Schema] = {"contains": _RIGHT}
_HER_SCREENS: Final[Schema] = {"enum": list(IN_HER_STORE)}
"""Of her own store, where a test is taken."""
_DONE: Final[Schema] = {
    "situation": _ref("situation"),
    "screen": {"enum": list(SCREENS)},
    "goals": _ref("goals"),
}
KIND_FIELDS: Final[dict[str, Schema]] = {
    "tell": {},
    "story": {"pictures": _list(_ref("item"), 3, 5)},
    "choose": {"options": _list(_ref("option"), 2, 4) | _ONE_RIGHT},
    "choose-all": {"options": _list(_ref("option"), 3, 6) | _ONE_RIGHT},
    "order": {"items": _list(_ref("item"), 3, 5)},
    "match": {
        "pairs": _list(
            _map({"id": _ref("id"), "left": _ref("shown"), "right": _ref("shown")}), 2, 4
        )
    },
    "money": {
        "amount_fen": {"type": "integer", "minimum": 10, "maximum": 1_000_000, "multipleOf": 10}
    },
    "find": {
        "situation": _ref("situation"),
        "screen": {"enum": list(TARGETS)},
        "target": {"enum": sorted({each for found in TARGETS.values() for each in found})},
    },
    "practice": _DONE,
    "photo": {},
    "say": {"words": _ref("phrase")},
    "listen-and-repeat": {"language": {"enum": list(LANGUAGES)}, "words": _ref("phrase")},
}
"""What each kind of step has besides id, kind, picture, say and coaching."""
_WITHOUT_COACHING: Final = ("tell", "story")


def _kind(kind: str, fields: Schema, *, with_id: bool = True) -> Schema:
    start = {"id": _ref("id")} if with_id else {}
    start |= {"kind": {"const": kind}, "picture": _ref("picture"), "say": _ref("phrase")}
    coaching = {} if kind in _WITHOUT_COACHING else {"coaching": _ref("coaching")}
    return _map(start | fields | coaching)


def _one_of_kinds(kinds: Iterable[Schema]) -> Schema:
    """Told by the field ``kind``, so that an editor underlines what is wrong with that kind."""
    each = list(kinds)
    names = [kind["properties"]["kind"]["const"] for kind in each]
    cases = [
        {"if": {"properties": {"kind": {"const": name}}}, "then": kind}
        for name, kind in zip(names, each, strict=True)
    ]
    return {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"enum": names}},
        "allOf": cases,
    }
