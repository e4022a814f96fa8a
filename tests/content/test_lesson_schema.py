"""The schemas for editors agree with the parser: what is right is never underlined."""

import copy
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import fastjsonschema
import pytest
import yaml

from demo_store.world.catalogue import load_catalogue
from kiosk.authoring.schema import FILES, KIND_FIELDS, schemas
from kiosk.course import known
from lessons.content import parse_yaml
from lessons.errors import ContentError
from lessons.parser import parse_lesson, parse_unit
from lessons.parsing.steps import KINDS
from lessons.unknown import unknown_names

LESSONS: Final = Path(__file__).parents[2] / "lessons"
CATALOGUE: Final = load_catalogue()
KNOWN: Final = known(CATALOGUE)
# what a schema cannot say, or says more leniently: the kiosk itself still tells it
ONLY_THE_PARSER: Final = (
    "is the id of another one",
    "has no words",
    "at least two with right",
    "at least one that is wrong",
    "is wrong and needs a hint",
    "has mistakes and",
    "belongs to mistakes only",
    "nothing to touch on",
)
VALUES: Final = (
    None, "", " ", "Not An Id", "{product}", "{other}", 7, 15, -1, True, [], {}, [1], {"x": 1},
)  # fmt: skip
LIKE_THEIR_SISTERS: Final = ("zh", "en", "hint_with_hand", "demonstration", "praise")


@cache
def validator(name: str) -> Any:
    return fastjsonschema.compile(json.loads((LESSONS / name).read_text("utf-8")))


def underlined(name: str, content: Any) -> bool:
    try:
        validator(name)(content)
    except fastjsonschema.JsonSchemaException:
        return True
    return False


def refused(name: str, content: Any) -> str | None:
    """What the kiosk says against it; JSON is the YAML of which nobody can be in doubt."""
    try:
        node = parse_yaml(json.dumps(content, ensure_ascii=False), name)
        parse_lesson(node, "mine") if name == FILES[0] else parse_unit(node, "mine", ())
    except ContentError as error:
        return error.problem
    return next((error.problem for error in unknown_names(node, KNOWN)), None)


def template(name: str) -> Any:
    path = LESSONS / "_template" / f"{name.split('.')[0]}.yaml"
    return yaml.safe_load(path.read_text("utf-8"))


def paths(content: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    for key, part in parts(content):
        if key not in LIKE_THEIR_SISTERS:
            yield from paths(part, (*path, key))


def parts(content: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(content, dict):
        yield from content.items()
    elif isinstance(content, list):
        yield from enumerate(content)


def changed(content: Any, path: tuple[Any, ...], value: Any, *, gone: bool = False) -> Any:
    other = copy.deepcopy(content)
    place = other
    for key in path[:-1]:
        place = place[key]
    if gone:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return other


def small(name: str) -> Iterator[Any]:
    """What the template shows, in lessons of one step each: all of it again takes too long."""
    content = template(name)
    for step in content.get("steps", ()):
        yield content | {"steps": [step]}
    if name != FILES[0]:
        yield content


def mutants(content: Any) -> Iterator[Any]:
    for path in paths(content):
        yield changed(content, path, None, gone=True)
        for value in VALUES:
            yield changed(content, path, value)
        found = content
        for key in path:
            found = found[key]
        if isinstance(found, dict):
            yield changed(content, (*path, "strange"), 1)
        if isinstance(found, list):
            yield changed(content, path, found * 4)


def test_the_files_are_what_the_parser_and_the_content_say() -> None:
    for name, text in schemas(CATALOGUE).items():
        written = (LESSONS / name).read_text("utf-8")
        assert written == text, "write them anew: python3 run.py lessons schema"


def test_every_kind_of_step_is_in_the_schema() -> None:
    assert set(KIND_FIELDS) == set(KINDS)


@pytest.mark.parametrize("path", sorted(LESSONS.rglob("*.yaml")), ids=lambda path: path.parent.name)
def test_no_right_lesson_or_unit_is_underlined(path: Path) -> None:
    name = f"{path.stem}.schema.json"
    if name in FILES:
        validator(name)(yaml.safe_load(path.read_text("utf-8")))


@pytest.mark.parametrize("name", FILES)
def test_whatever_is_changed_the_editor_says_what_the_kiosk_says(name: str) -> None:
    count = 0
    for content in (mutant for whole in small(name) for mutant in mutants(whole)):
        problem, is_underlined = refused(name, content), underlined(name, content)
        count += 1
        if problem is None:
            assert not is_underlined, content
        elif not is_underlined:
            assert re.search("|".join(ONLY_THE_PARSER), problem), problem
    assert count > 400


def test_the_template_names_its_schema_as_a_copy_finds_it() -> None:
    for name, depth in (("lesson", 3), ("unit", 2)):
        first = (LESSONS / "_template" / f"{name}.yaml").read_text("utf-8").splitlines()[0]
        assert first == f"# yaml-language-server: $schema={'../' * depth}{name}.schema.json"
