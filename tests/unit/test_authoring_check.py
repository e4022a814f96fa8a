"""``kiosk lessons check``: each rule finds the mistake that was planted, where it stands."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from kiosk.authoring import check as checking
from kiosk.authoring.check import Report, check
from kiosk.authoring.problem import Problem
from kiosk.authoring.sentences import sentences
from kiosk.authoring.texts import PICTURES, PROJECT
from kiosk.authoring.uyghur_rules import REVIEWED
from kiosk.cli import main

LESSON: Final = "lessons/course/01-unit/01-mine/lesson.yaml"
UNIT: Final = "lessons/course/01-unit/unit.yaml"

# what stands in the template, what is written in its place, and what must be told of it
PLANTED: Final = [
    ("kind: tell", "kind: tel", "format", ".kind", None),
    ("en: This baker bakes nang in our village.", "en: This baker bakes.", "names", "", None),
    ("zh: 买家在哪里看到馕？", "zh: 买家在哪里看到馕? abc", "letters", "steps.3.say.zh", "zh"),
    (
        "ug: خېرىدار ناننى نەدە كۆرىدۇ؟",
        "ug: خېرىدار ناننى نەدە کۆرىدۇ؟",
        "uyghur",
        "steps.3.say.ug",
        "ug",
    ),
    (
        "ug: ھارۋا بېيجىڭغا بارالمايدۇ، بەك يىراق.",
        "ug: ھارۋا بېيجىڭغا بارالمايدو، بەك يىراق.",
        "uyghur",
        "steps.3.options.2.hint.ug",
        "ug",
    ),
    ("picture: donkey-cart", "picture: spaceship", "format", "steps.3.options.2.picture", None),
    (
        "en: Look at the picture.",
        "en: Look at the picture of the customer.",
        "names",
        "steps.4.coaching.hint.en",
        "en",
    ),
    ("goals: [[OrderAccepted]]", "goals: [[OrderSung]]", "format", "steps.6.goals.1.1", None),
    ("situation: order-waiting", "situation: order-flying", "format", "steps.6.situation", None),
    ("target: store.orders", "target: store.moon", "format", "", None),
    (
        'en: "Lay the price of one nang: 3.5 yuan."',
        'en: "Lay the price of one nang: 4 yuan."',
        "numbers",
        "steps.5.say",
        None,
    ),
    (
        "en: Listen to the order, then accept it.",
        "en: Listen to the order, and when you have heard it then take it and go away with it.",
        "length",
        "steps.6.say.en",
        "en",
    ),
    (
        "zh: 先听订单，再接下来。",
        "zh: 先听订单，{product}再接下来。",
        "places",
        "steps.6.say",
        None,
    ),
]


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """What is told of a project with all the mistakes in it at once."""
    project = tmp_path_factory.mktemp("project")
    text = (PROJECT / "lessons/_template/lesson.yaml").read_text("utf-8")
    for old, new, *_ in PLANTED:
        assert old in text, old
        text = text.replace(old, new, 1)
    small_project(project, text)
    (project / REVIEWED).write_text("نانلار\tنە\nكۆچتۈم\tright\n", "utf-8")
    return check(project)


def small_project(project: Path, lesson: str) -> None:
    """The kiosk's own content with a course of one lesson."""
    for folder in ("kiosk/phrases", "demo_store/content", PICTURES):
        place = project / folder
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(PROJECT / folder, target_is_directory=True)
    (project / LESSON).parent.mkdir(parents=True)
    (project / LESSON).write_text(lesson, "utf-8")
    shutil.copy(PROJECT / "lessons/_template/unit.yaml", project / UNIT)
    shutil.copytree(PROJECT / "lessons/lang", project / "lessons/lang")


def of_lesson(report: Report) -> list[Problem]:
    return [each for each in report.problems if each.file == LESSON]


@pytest.mark.parametrize(
    ("old", "new", "rule", "field", "language"), PLANTED, ids=[each[1] for each in PLANTED]
)
def test_a_planted_mistake_is_told_with_its_place(
    planted: Report, old: str, new: str, rule: str, field: str, language: str | None
) -> None:
    assert old != new
    found = [
        each
        for each in of_lesson(planted)
        if each.rule == rule and field in each.field and language in (None, each.language)
    ]
    assert found, [str(each) for each in of_lesson(planted)]
    assert all(each.line > 1 for each in found)


def test_the_line_is_that_of_the_words(planted: Report) -> None:
    lines = (PROJECT / "lessons/_template/lesson.yaml").read_text("utf-8").splitlines()
    (long,) = [each for each in of_lesson(planted) if each.rule == "length"]
    assert lines[long.line - 1].strip() == "en: Listen to the order, then accept it."


def test_a_row_of_reviewed_words_that_nothing_warns_of_is_told(planted: Report) -> None:
    told = [str(each) for each in planted.problems if each.file == REVIEWED]
    assert any("نانلار is warned of nowhere" in each for each in told)
    assert not any("كۆچتۈم" in each for each in told)


def test_a_word_that_is_not_in_the_reviewed_list_is_an_error(planted: Report) -> None:
    assert any("ئوتتۇراھال" in str(each) and each.level == "error" for each in planted.problems)


def shape(tmp_path: Path, steps: str, skill: str = "") -> list[tuple[str, str]]:
    """Rules that a lesson of these kinds breaks, without looking at its words."""
    from kiosk.authoring.lesson_rules import lesson_problems
    from kiosk.authoring.texts import ContentFile
    from lessons.content import load_yaml

    path = tmp_path / "lesson.yaml"
    *rest, last = steps.split()
    listed = "".join(f"  - {{id: s{at}, kind: {kind}}}\n" for at, kind in enumerate(rest))
    listed += f"  - {{id: rule, kind: {last}}}\n"
    path.write_text(f"{skill}steps:\n{listed}", "utf-8")
    node = load_yaml(path, tmp_path)
    found = lesson_problems(ContentFile("lesson.yaml", "lesson", node))
    return [(each.rule, each.level) for each in found]


@pytest.mark.parametrize(
    ("steps", "broken"),
    [
        ("story tell practice choose choose order tell", []),
        ("tell tell practice choose choose order tell", ["story"]),
        ("story tell practice choose choose order match", ["rule"]),
        ("story tell tell tell choose order tell", ["doing"]),
        ("story practice choose choose order tell", ["steps"]),
        ("story tell practice choose choose order find say photo tell", ["steps"]),
    ],
)
def test_the_shape_of_a_lesson_is_checked(tmp_path: Path, steps: str, broken: list[str]) -> None:
    skill = "skill: pack\n"
    assert shape(tmp_path, steps, skill) == [(rule, "error") for rule in broken]
    assert shape(tmp_path, steps) == [(rule, "warning") for rule in broken]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Right! The buyer sees it.", 1),
        ("It costs 3.5 yuan.", 1),
        ("It is gone. Lay what is left.", 2),
        ("What comes first? Put them in order.", 2),
        ("Look, like this: we lay it.", 1),
        ("Now the buyers can see it! Well done.", 2),
    ],
)
def test_a_call_at_the_head_is_no_sentence_of_its_own(text: str, count: int) -> None:
    assert len(sentences(text, "en")) == count


def test_the_command_tells_all_as_json_and_ends_with_one_on_errors(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, planted: Report
) -> None:
    monkeypatch.setattr("kiosk.lessons_commands.check", lambda **_: planted)
    assert main(["lessons", "check", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["errors"] == planted.errors > 10
    assert told["reviewed"]["ug"]["whole"] is False
    first = told["problems"][0]
    assert {"level", "rule", "file", "line", "field", "language", "problem"} == set(first)
    assert main(["lessons", "check"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == f"{planted.errors} errors, {planted.warnings} warnings"
    assert any(line.startswith(f"{LESSON}:") for line in lines)


def test_broken_files_are_told_in_one_line_each(tmp_path: Path) -> None:
    small_project(tmp_path, "title: [\n")
    lang = tmp_path / "lessons/lang"
    (lang / "glossary.tsv").write_text("one\ttwo\n", "utf-8")
    (lang / "languages.yaml").write_text("ug: {reviewed: perhaps}\n", "utf-8")
    (lang / "ug-reviewed.tsv").write_text("نان\n", "utf-8")
    told = {(each.file, each.level) for each in check(tmp_path).problems}
    assert {(LESSON, "error"), *((f"lessons/lang/{name}", "error") for name in
            ("glossary.tsv", "languages.yaml", "ug-reviewed.tsv"))} <= told  # fmt: skip


def test_it_works_from_a_clone_in_any_folder_and_without_writing(tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(PROJECT), "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "lessons", "check"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert list(tmp_path.iterdir()) == []
    assert checking.PROJECT == PROJECT
