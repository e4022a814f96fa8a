"""Loading the course folder: the good is taught, the broken is left out and named."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from lessons.content import load_yaml
from lessons.course import Choose, Goal, Money, Order, Practice, Tell
from lessons.errors import ContentError
from lessons.loader import LoadedCourse, load_course, parse_lesson
from lessons.unknown import Known

LESSON = """\
title: {ug: ماۋزۇ, zh: 标题, en: Title}
picture: scene-title
promise: {ug: ۋەدە, zh: 承诺, en: 'Sell your {product}'}
steps:
  - id: oven
    kind: tell
    picture: scene-oven
    say: {ug: تونۇر, zh: 馕坑, en: Oven}
  - id: who-buys
    kind: choose
    picture: scene-city
    say: {ug: كىم, zh: 谁, en: Who}
    options:
      - {id: buyer, picture: face, say: {ug: ئا, zh: 甲, en: A}, right: true}
      - id: hen
        picture: hen
        say: {ug: ب, zh: 乙, en: B}
        hint: {ug: ياق, zh: 不, en: 'No, no'}
    coaching: &coaching
      hint: {ug: ئا, zh: 甲, en: Other words}
      hint_with_hand: {ug: ب, zh: 乙, en: Hand}
      demonstration: {ug: س, zh: 丙, en: Shown}
      praise: {ug: د, zh: 丁, en: Well done}
  - id: journey
    kind: order
    picture: road
    say: {ug: يول, zh: 路, en: Road}
    items:
      - {id: bake, picture: oven, say: {ug: ئا, zh: 甲, en: A}}
      - {id: pack, picture: box, say: {ug: ب, zh: 乙, en: B}}
      - {id: send, picture: truck, say: {ug: س, zh: 丙, en: C}}
    coaching: *coaching
  - id: pay
    kind: money
    picture: price
    say: {ug: پۇل, zh: 钱, en: Money}
    amount_fen: 350
    coaching: *coaching
  - id: accept
    kind: practice
    picture: order
    say: {ug: قىل, zh: 做, en: Do it}
    situation: order-waiting
    screen: order
    goals: [[OrderHeard], [OrderAccepted, OrderDeclined]]
    coaching: *coaching
"""
UNIT = "title: {ug: بۆلۈم, zh: 单元, en: Unit}\npicture: unit\n"


def without_aliases(text: str) -> str:
    """The coaching written out, as the loader wants it."""
    block = text[text.index("&coaching\n") + len("&coaching\n") : text.index("  - id: journey")]
    return text.replace(" &coaching", "").replace(" *coaching\n", "\n" + block)


GOOD = without_aliases(LESSON)
GOOD_JSON = json.dumps(yaml.safe_load(GOOD))  # which is YAML as well


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


@pytest.fixture
def course(tmp_path: Path) -> Path:
    write(tmp_path, "02-sell/unit.yaml", UNIT)
    write(tmp_path, "02-sell/01-price/lesson.yaml", GOOD)
    write(tmp_path, "01-start/unit.yaml", UNIT)
    write(tmp_path, "01-start/10-later/lesson.yaml", GOOD)
    write(tmp_path, "01-start/02-first/lesson.yaml", GOOD)
    return tmp_path


def write(base: Path, name: str, text: str | bytes) -> None:
    path = base / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def ids(loaded: LoadedCourse) -> list[str]:
    return [lesson.id for lesson in loaded.course.lessons()]


def test_units_and_lessons_stand_in_the_order_of_their_numbers(course: Path) -> None:
    loaded = load_course(course)
    assert loaded.problems == ()
    assert [unit.id for unit in loaded.course.units] == ["start", "sell"]
    assert ids(loaded) == ["first", "later", "price"]


def test_the_tenth_lesson_stands_after_the_ninth(course: Path) -> None:
    write(course, "01-start/9-ninth/lesson.yaml", GOOD)
    assert ids(load_course(course))[:3] == ["first", "ninth", "later"]


def test_every_kind_of_step_is_read_with_all_it_holds(course: Path) -> None:
    lesson = load_course(course).course.lesson("price")
    assert lesson is not None
    tell, choose, order, money, practice = lesson.steps
    assert isinstance(tell, Tell) and tell.say.en == "Oven"
    assert isinstance(choose, Choose)
    assert [option.right for option in choose.options] == [True, False]
    assert choose.options[1].hint is not None and choose.options[1].hint.en == "No, no"
    assert choose.coaching.hint_with_hand.zh == "乙"
    assert isinstance(order, Order) and [i.id for i in order.items] == ["bake", "pack", "send"]
    assert isinstance(money, Money) and money.amount_fen == 350
    assert isinstance(practice, Practice) and practice.screen == "order"
    assert practice.goals == (Goal(("OrderHeard",)), Goal(("OrderAccepted", "OrderDeclined")))
    assert lesson.promise.en == "Sell your {product}"


# what is written, what is written instead, the field, its language, a part of the problem
BROKEN = [
    ("zh: 馕坑, ", "", "steps.1.say.zh", "zh", "is missing"),
    ("ug: تونۇر", "ug: ''", "steps.1.say.ug", "ug", "is empty"),
    ("en: Oven", "en: 'the {oven}'", "steps.1.say.en", "en", "cannot be filled"),
    ("en: Title", "en: '{product}'", "title.en", "en", "cannot be filled"),
    ("en: 'No, no'", "en: ", "steps.2.options.2.hint.en", "en", "is empty"),
    ("en: Other words", "en: []", "steps.2.coaching.hint.en", "en", "must be text"),
    ("kind: tell", "kind: sing", "steps.1.kind", None, "must be one of tell, story"),
    ("kind: tell\n", "knd: tell\n", "steps.1.kind", None, "is missing"),
    ("picture: scene-oven", "picture: ../secret", "steps.1.picture", None, "small letters"),
    ("id: oven\n", "id: The Oven\n", "steps.1.id", None, "small letters"),
    ("id: who-buys", "id: oven", "steps.2.id", None, "the id of another"),
    ("id: hen\n", "id: buyer\n", "steps.2.options.2.id", None, "the id of another"),
    ("{id: pack, picture: box", "{id: bake, picture: box", "steps.3.items.2.id", None, "another"),
    ("picture: box, ", "picture: box, right: true, ", "steps.3.items.2.right", None, "not known"),
    (", right: true", "", "steps.2.options", None, "at least one with right"),
    ("right: true", "right: yes", "steps.2.options.1.right", None, "true or false"),
    ("right: true", "hint: {ug: a, zh: b, en: c}, right: true", "steps.2.options.1.hint", None, ""),
    ("      - {id: send", "#", "steps.3.items", None, "must hold 3 to 5, not 2"),
    ("amount_fen: 350", "amount_fen: 355", "steps.4.amount_fen", None, "multiple of 10"),
    ("amount_fen: 350", "amount_fen: 0", "steps.4.amount_fen", None, "from 10 to"),
    ("amount_fen: 350", "amount_fen: 3.5", "steps.4.amount_fen", None, "whole number"),
    ("screen: order", "screen: kitchen", "steps.5.screen", None, "must be one of start"),
    ("situation: order-waiting\n", "\n", "steps.5.situation", None, "is missing"),
    (
        "goals: [[OrderHeard], [OrderAccepted, OrderDeclined]]",
        "goals: []",
        "steps.5.goals",
        None,
        "at",
    ),
    ("[[OrderHeard]", "[[]", "steps.5.goals.1", None, "at least one store event"),
    ("[[OrderHeard]", "[OrderHeard", "steps.5.goals.1", None, "must be a list"),
    ("[[OrderHeard]", "[[order heard]", "steps.5.goals.1.1", None, "store event such as"),
    ("coaching:\n", "coachng:\n", "steps.2.coachng", None, "is not known here"),
    ("promise:", "promis:", "promis", None, "is not known here"),
    ("picture: scene-title", "picture: scene-title\npicture: b", "picture", None, "written twice"),
    ("    kind: tell", "\tkind: tell", "", None, "has a tab"),
]


@pytest.mark.parametrize(("good", "bad", "field", "language", "problem"), BROKEN)
def test_a_broken_lesson_is_named_to_its_field_and_the_rest_is_taught(
    course: Path, good: str, bad: str, field: str, language: str | None, problem: str
) -> None:
    good, bad = (
        good.replace("coaching: \n", "coaching:\n"),
        bad.replace("coachng: \n", "coachng:\n"),
    )
    assert good in GOOD
    write(course, "02-sell/01-price/lesson.yaml", GOOD.replace(good, bad, 1))
    loaded = load_course(course)
    assert ids(loaded) == ["first", "later"]
    error = loaded.problems[0]
    assert error.file == "02-sell/01-price/lesson.yaml"
    assert (error.field, error.language) == (field, language)
    assert problem in error.problem


@pytest.mark.parametrize(
    ("good", "bad", "line"),
    [
        ("kind: tell", "kind: sing", line_of(GOOD, "kind: tell")),
        ("zh: 馕坑, ", "", line_of(GOOD, "zh: 馕坑, ")),
        ("id: who-buys", "id: oven", line_of(GOOD, "id: who-buys")),
        ("amount_fen: 350", "amount_fen: x", line_of(GOOD, "amount_fen: 350")),
        ("    screen: order\n", "", line_of(GOOD, "  - id: accept")),
        ("    kind: tell", "\tkind: tell", line_of(GOOD, "kind: tell")),
    ],
)
def test_the_line_is_where_the_writer_must_look(
    course: Path, good: str, bad: str, line: int
) -> None:
    write(course, "02-sell/01-price/lesson.yaml", GOOD.replace(good, bad, 1))
    assert load_course(course).problems[0].line == line


def test_one_reading_lists_a_problem_of_every_broken_step(course: Path) -> None:
    text = GOOD.replace("kind: tell", "kind: sing").replace("amount_fen: 350", "amount_fen: 1")
    write(course, "02-sell/01-price/lesson.yaml", text.replace("en: Title", "en: "))
    fields = [problem.field for problem in load_course(course).problems]
    assert fields == ["title.en", "steps.1.kind", "steps.4.amount_fen"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x89PNG\r\n\x1a\n\x00",
        b"- a\n- b\n",
        b"word",
        b"steps: 5\n",
        b"steps: []\n",
        b"[" * 99,
    ],
)
def test_a_file_that_is_no_lesson_is_listed(course: Path, content: bytes) -> None:
    write(course, "02-sell/01-price/lesson.yaml", content)
    loaded = load_course(course)
    assert ids(loaded) == ["first", "later"]
    assert {problem.file for problem in loaded.problems} == {"02-sell/01-price/lesson.yaml"}


def test_a_lesson_cut_at_any_line_never_loads_half(course: Path) -> None:
    lines = GOOD.splitlines(keepends=True)
    step_starts = {line_of(GOOD, f"  - id: {name}") - 1 for name in ("who-buys", "journey", "pay")}
    step_starts.add(line_of(GOOD, "  - id: accept") - 1)
    for count in range(len(lines)):
        write(course, "02-sell/01-price/lesson.yaml", "".join(lines[:count]))
        loaded = load_course(course)
        if count in step_starts:  # whole steps are left: nothing can tell that more were written
            assert "price" in ids(loaded)
        else:
            assert loaded.problems and "price" not in ids(loaded)


def test_a_lesson_folder_without_a_lesson_is_listed(course: Path) -> None:
    (course / "02-sell" / "01-price" / "lesson.yaml").unlink()
    (problem,) = load_course(course).problems
    assert (problem.file, problem.line) == ("02-sell/01-price/lesson.yaml", 1)
    assert "cannot be read" in problem.problem


def test_a_broken_unit_leaves_its_lessons_out_and_is_listed(course: Path) -> None:
    write(course, "01-start/unit.yaml", "title: {ug: a, en: b}\npicture: unit\n")
    loaded = load_course(course)
    assert ids(loaded) == ["price"]
    (problem,) = loaded.problems
    assert (problem.file, problem.line, problem.language) == ("01-start/unit.yaml", 1, "zh")


def test_a_lesson_id_that_stands_twice_is_listed_and_the_first_is_taught(course: Path) -> None:
    write(course, "02-sell/02-first/lesson.yaml", GOOD)
    loaded = load_course(course)
    assert ids(loaded) == ["first", "later", "price"]
    (problem,) = loaded.problems
    assert problem.file == "02-sell/02-first"
    assert "01-start/02-first" in problem.problem


def test_folders_that_begin_with_an_underscore_and_files_are_left_alone(course: Path) -> None:
    write(course, "_template/lesson.yaml", "broken: [")
    write(course, "01-start/_draft/lesson.yaml", "broken: [")
    write(course, "README.md", "Read me")
    assert load_course(course).problems == ()


@pytest.mark.parametrize("name", ["first", "1_first", "01-First", "01-", "01-a b", "x1-first"])
def test_a_folder_with_another_name_is_listed(course: Path, name: str) -> None:
    write(course, f"{name}/unit.yaml", UNIT)
    loaded = load_course(course)
    assert [problem.file for problem in loaded.problems] == [name]
    assert len(ids(loaded)) == 3


def test_a_unit_without_lessons_is_listed_and_not_shown(course: Path) -> None:
    write(course, "03-empty/unit.yaml", UNIT)
    loaded = load_course(course)
    assert [unit.id for unit in loaded.course.units] == ["start", "sell"]
    assert [problem.file for problem in loaded.problems] == ["03-empty"]


def test_no_course_at_all_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    loaded = load_course(tmp_path / "nowhere")
    assert loaded.course.units == ()
    assert loaded.problems


def test_a_lesson_can_be_read_alone(course: Path) -> None:
    node = load_yaml(course / "02-sell" / "01-price" / "lesson.yaml", course)
    assert parse_lesson(node, "any").id == "any"


def places(value: Any, *way: Any) -> Iterator[tuple[Any, ...]]:
    """The way to everything in a tree of maps and lists."""
    if way:
        yield way
    if isinstance(value, dict | list):
        inner = value.items() if isinstance(value, dict) else enumerate(value)
        for key, item in inner:
            yield from places(item, *way, key)


def changed(way: tuple[Any, ...], change: Callable[[Any, Any], None]) -> str:
    parent = tree = json.loads(GOOD_JSON)
    for key in way[:-1]:
        parent = parent[key]
    change(parent, way[-1])
    return json.dumps(tree, ensure_ascii=False)


def take_out(parent: Any, key: Any) -> None:
    del parent[key]


def spoil(parent: Any, key: Any) -> None:
    parent[key] = 7 if isinstance(parent[key], dict | list) else {"x": []}


def test_nothing_in_a_lesson_can_be_spoilt_unseen(tmp_path: Path) -> None:
    write(tmp_path, "01-u/unit.yaml", UNIT)
    for way in places(json.loads(GOOD_JSON)):
        write(tmp_path, "01-u/01-l/lesson.yaml", changed(way, spoil))
        loaded = load_course(tmp_path)
        assert loaded.problems and not ids(loaded), way


def test_nothing_needed_can_be_left_out_of_a_lesson_unseen(tmp_path: Path) -> None:
    write(tmp_path, "01-u/unit.yaml", UNIT)
    for way in places(json.loads(GOOD_JSON)):
        if isinstance(way[-1], int) or way[2:] == ("options", 1, "hint"):
            continue
        write(tmp_path, "01-u/01-l/lesson.yaml", changed(way, take_out))
        loaded = load_course(tmp_path)
        assert loaded.problems and not ids(loaded), way
        assert all(isinstance(problem, ContentError) for problem in loaded.problems)


PICTURES = frozenset(
    {"scene-title", "scene-oven", "scene-city", "face", "hen", "road", "oven", "box", "truck"}
    | {"price", "order", "unit"}
)
EVENTS = frozenset({"OrderHeard", "OrderAccepted", "OrderDeclined"})
KNOWN = Known(PICTURES, EVENTS, {"order-waiting"}.__contains__)


def test_a_lesson_with_a_picture_that_is_not_there_is_left_out_and_named(course: Path) -> None:
    text = GOOD.replace("picture: truck", "picture: nope").replace("scene-city", "gone")
    write(course, "02-sell/01-price/lesson.yaml", text)
    loaded = load_course(course, KNOWN)
    assert ids(loaded) == ["first", "later"]
    told = [(each.file, each.line, each.field, each.problem) for each in loaded.problems]
    file = "02-sell/01-price/lesson.yaml"
    assert told == [
        (file, line_of(text, "gone"), "steps.2.picture", "there is no picture gone"),
        (file, line_of(text, "nope"), "steps.3.items.3.picture", "there is no picture nope"),
    ]


def test_a_goal_and_a_situation_that_the_store_does_not_know_are_named(course: Path) -> None:
    text = GOOD.replace("order-waiting", "nowhere").replace("OrderDeclined", "Nonsense")
    write(course, "02-sell/01-price/lesson.yaml", text)
    loaded = load_course(course, KNOWN)
    assert ids(loaded) == ["first", "later"]
    assert [(each.line, each.field, each.problem) for each in loaded.problems] == [
        (line_of(text, "nowhere"), "steps.5.situation", "there is no situation nowhere"),
        (line_of(text, "Nonsense"), "steps.5.goals.2.2", "nothing in the store is called Nonsense"),
    ]


def test_a_goal_may_say_how_what_it_names_has_to_end(course: Path) -> None:
    text = GOOD.replace("OrderDeclined", "OrderDeclined:good")
    write(course, "02-sell/01-price/lesson.yaml", text)
    assert load_course(course, KNOWN).problems == ()


def test_a_unit_with_a_picture_that_is_not_there_is_left_out_and_named(course: Path) -> None:
    write(course, "01-start/unit.yaml", UNIT.replace("picture: unit", "picture: nope"))
    loaded = load_course(course, KNOWN)
    assert ids(loaded) == ["price"]
    (problem,) = loaded.problems
    assert str(problem) == "01-start/unit.yaml:2: picture: there is no picture nope"


def test_all_that_is_wrong_is_named_where_a_picture_is_wrong_as_well(course: Path) -> None:
    text = GOOD.replace("picture: truck", "picture: nope").replace("amount_fen: 350", "")
    write(course, "02-sell/01-price/lesson.yaml", text)
    fields = {problem.field for problem in load_course(course, KNOWN).problems}
    assert fields == {"steps.3.items.3.picture", "steps.4.amount_fen"}
