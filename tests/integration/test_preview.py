"""A lesson previewed: shown to a guest, and again in its new words when it was saved."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.authoring.errors import AuthoringProblem
from kiosk.authoring.preview import Preview, find_lesson
from lessons.loader import COURSE
from lessons.phrase import Language
from tests.flet_session import FletSession
from tests.stage import Stage

LESSON = "a-fair-price"
FIRST = "Where does the money for a nang go?"


pytestmark = pytest.mark.usefixtures("unhurried")


class Author:
    """Somebody who writes a lesson and sees it beside."""

    def __init__(self, folder: Path, language: Language = "en") -> None:
        self.course = folder / "course"
        shutil.copytree(COURSE, self.course)
        self.stage = Stage(folder / "data", language, self.course)
        self.told: list[str] = []
        place = find_lesson(LESSON, self.course)
        self.file = place / "lesson.yaml"
        kiosk = self.stage.kiosk
        self.preview = Preview(kiosk, place, language, self.told.append, self.course)
        self.main = replace(kiosk, welcome=self.preview.welcome).main

    def tablet(self) -> FletSession:
        return FletSession(self.main, self.preview.address)

    def save(self, old: str, new: str) -> None:
        text = self.file.read_text("utf-8")
        assert old in text
        self.file.write_text(text.replace(old, new, 1), "utf-8")

    def seen(self) -> bool:
        """Whether it was loaded anew: the second look sees that writing is over."""
        self.preview.look()
        return self.preview.look()


async def shown(tablet: FletSession, words: str) -> None:
    await tablet.until(lambda: words in " ".join(tablet.texts()))


async def begun(tablet: FletSession) -> None:
    """At the first step."""
    await tablet.until(lambda: tablet.has("lesson.next"))
    await tablet.tap("lesson.next")


@pytest.fixture
def author(tmp_path: Path) -> Iterator[Author]:
    author = Author(tmp_path)
    yield author
    author.stage.kiosk.close()


async def test_who_opens_it_is_a_guest_in_the_lesson(author: Author) -> None:
    async with author.tablet() as tablet:
        await shown(tablet, "Find a price that leaves money for you.")
        assert tablet.route == f"/lesson/{LESSON}"
        (guest,) = author.stage.room.records.learners
        assert guest.guest and guest.language == "en"


async def test_a_saved_lesson_shows_the_same_step_in_its_new_words(author: Author) -> None:
    async with author.tablet() as tablet:
        await begun(tablet)
        assert FIRST in " ".join(tablet.texts())
        author.save(FIRST, "Where does the money go today?")
        assert author.seen()
        await shown(tablet, "money go today?")
        while not tablet.has("money.total"):
            await tablet.tap("lesson.next")
        assert "Lay the price" in " ".join(tablet.texts())
        author.save("Lay the price of one nang", "Put the price of one nang")
        assert author.seen()
        await shown(tablet, "Put the price")


async def test_while_it_is_broken_the_last_good_one_stays_and_the_place_is_told(
    author: Author,
) -> None:
    async with author.tablet() as tablet:
        await begun(tablet)
        author.save("kind: story", "kind: stor")
        assert author.seen()
        assert any("lesson.yaml:13: error: steps.1.kind:" in line for line in author.told)
        assert author.told[-1].endswith("the last good one stays")
        assert FIRST in " ".join(tablet.texts())
        author.save("kind: stor\n", "kind: story\n")
        author.save(FIRST, "It is well again.")
        assert author.seen()
        await shown(tablet, "It is well again.")


async def test_a_rule_that_is_broken_is_told_and_the_lesson_is_shown(author: Author) -> None:
    async with author.tablet() as tablet:
        await begun(tablet)
        author.save(FIRST, "The customer pays.")
        assert author.seen()
        assert any("says customer: another name of buyer" in line for line in author.told)
        await shown(tablet, "The customer pays.")


def test_nothing_is_loaded_before_the_editor_has_finished_writing(author: Author) -> None:
    assert not author.preview.look()
    author.file.write_text("title:", "utf-8")
    assert not author.preview.look()
    shutil.copy(COURSE / author.file.relative_to(author.course), author.file)
    os.utime(author.file)
    assert not author.preview.look()
    assert author.preview.look()
    assert not any("error" in line for line in author.told)
    assert not author.preview.look()


@pytest.mark.parametrize("end", ["", "lesson.yaml"])
def test_a_lesson_is_found_by_its_id_and_by_its_place(end: str) -> None:
    folder = find_lesson(LESSON)
    assert find_lesson(str(folder / end)) == folder
    with pytest.raises(AuthoringProblem, match=r"there is no lesson flying in .*my-product"):
        find_lesson("flying")
