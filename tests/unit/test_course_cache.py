"""The kept course: the same as the loaded one, and never one of former words."""

import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from demo_store.world.catalogue import load_catalogue
from kiosk import course_cache
from kiosk.course import the_course
from kiosk.course_cache import NAME, CourseCache
from lessons.loader import LoadedCourse, load_course

PROJECT: Final = Path(__file__).parents[2]
TEMPLATE: Final = PROJECT / "lessons" / "_template"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course with every kind of step, skills, a test, and a lesson that is broken."""
    folder = tmp_path / "course"
    for name in ("01-mine", "02-broken"):
        (folder / "01-unit" / name).mkdir(parents=True)
        shutil.copy(TEMPLATE / "lesson.yaml", folder / "01-unit" / name)
    shutil.copy(TEMPLATE / "unit.yaml", folder / "01-unit")
    (folder / "01-unit/02-broken/lesson.yaml").write_text("title: 1\n", "utf-8")
    return folder


class Loads:
    """Loads a course, and counts how often."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.count = 0

    def __call__(self) -> LoadedCourse:
        self.count += 1
        return load_course(self.folder)


def kept(cache: Path, load: Loads, known: str = "") -> LoadedCourse:
    of = course_cache.fingerprint(load.folder, known)
    return CourseCache(cache).course(of, load)


def test_what_is_kept_is_what_was_loaded(course: Path, tmp_path: Path) -> None:
    load = Loads(course)
    first, second = kept(tmp_path / "cache", load), kept(tmp_path / "cache", load)
    assert first == second == load_course(course)
    assert load.count == 1
    assert second.problems and second.course.units[0].skills and second.course.units[0].test
    assert str(second.problems[0]) == str(first.problems[0])


def test_the_kiosks_own_course_comes_out_of_the_cache_as_it_is(tmp_path: Path) -> None:
    catalogue, cache = load_catalogue(), CourseCache(tmp_path)
    assert the_course(catalogue, cache=cache) == the_course(catalogue)
    assert the_course(catalogue, cache=cache) == the_course(catalogue)


def same_size_and_time(course: Path) -> None:
    path = course / "01-unit/01-mine/lesson.yaml"
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(b"A new lesson", b"A now lesson"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def a_new_lesson(course: Path) -> None:
    shutil.copytree(course / "01-unit/01-mine", course / "01-unit/03-more")


def another_number(course: Path) -> None:
    (course / "01-unit/01-mine").rename(course / "01-unit/04-mine")


def an_empty_unit(course: Path) -> None:
    (course / "02-empty").mkdir()


def one_lesson_less(course: Path) -> None:
    shutil.rmtree(course / "01-unit/02-broken")


@pytest.mark.parametrize(
    "change", [same_size_and_time, a_new_lesson, another_number, an_empty_unit, one_lesson_less]
)
def test_any_change_of_the_content_loads_it_anew(
    course: Path, tmp_path: Path, change: Callable[[Path], None]
) -> None:
    load = Loads(course)
    kept(tmp_path / "cache", load)
    change(course)
    assert kept(tmp_path / "cache", load) == load_course(course)
    assert load.count == 2


def test_other_code_or_other_names_load_it_anew(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load, code = Loads(course), tmp_path / "code"
    code.mkdir()
    (code / "parser.py").write_text("1", "utf-8")
    monkeypatch.setattr(course_cache, "_CODE", code)
    kept(tmp_path / "cache", load)
    kept(tmp_path / "cache", load, known="a picture more")
    assert load.count == 2
    (code / "parser.py").write_text("2", "utf-8")
    kept(tmp_path / "cache", load, known="a picture more")
    assert load.count == 3


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
@given(data=st.data())
def test_damage_anywhere_is_harmless(course: Path, tmp_path: Path, data: st.DataObject) -> None:
    load = Loads(course)
    right = kept(tmp_path / "cache", load)
    file = tmp_path / "cache" / NAME
    whole = file.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = data.draw(
        st.sampled_from([whole[:at], whole[:at] + b"\0" + whole[at + 1 :], whole[at:], b"", b"\n"])
    )
    file.write_bytes(damaged)
    assert kept(tmp_path / "cache", load) == right
    assert file.read_bytes() == whole


@pytest.mark.parametrize(
    "body", [b"null", b"[]", b'{"course": 1}', b'{"course": {"units": [{}]}, "problems": []}', b"{",
             b'{"course": {"units": []}, "problems": [1]}']
)  # fmt: skip
def test_a_whole_file_that_holds_something_else_is_not_believed(
    course: Path, tmp_path: Path, body: bytes
) -> None:
    load = Loads(course)
    right = kept(tmp_path / "cache", load)
    of, whole = course_cache.fingerprint(course, ""), hashlib.blake2b(body, digest_size=16)
    head = f"{of} {whole.hexdigest()}"
    (tmp_path / "cache" / NAME).write_bytes(f"{head}\n".encode() + body)
    assert kept(tmp_path / "cache", load) == right
    assert load.count == 2


def test_where_nothing_can_be_written_the_course_is_loaded_each_time(
    course: Path, tmp_path: Path
) -> None:
    (tmp_path / "cache").write_text("a file in place of the folder", "utf-8")
    load = Loads(course)
    assert kept(tmp_path / "cache", load) == kept(tmp_path / "cache", load)
    assert load.count == 2


def test_the_source_tree_gets_no_file(course: Path, tmp_path: Path) -> None:
    before = sorted(course.rglob("*"))
    kept(tmp_path / "cache", Loads(course))
    assert sorted(course.rglob("*")) == before
    assert [path.name for path in (tmp_path / "cache").iterdir()] == [NAME]
