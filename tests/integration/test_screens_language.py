"""A learner's own language: changed where her voice is, for her alone and for good."""

from pathlib import Path

import pytest

from kiosk.wording import words
from lessons.phrase import LANGUAGES, Language
from tests.measured import cut_in
from tests.stage import SIZES, Stage, spoken


def sentence_in(language: Language) -> str:
    return words("voice.screen").text(language)


async def test_she_chooses_another_language_and_her_screens_change_at_once(stage: Stage) -> None:
    tablet, learner = stage.somebody(0)
    session = await stage.tablet("/voice", tablet).start()
    await session.until(lambda: spoken(session) == 1)
    await session.tap("voice.language:zh")
    assert session.label("screen.sentence") == sentence_in("zh")
    await session.until(lambda: spoken(session) == 2)
    await session.tap("voice.done")
    assert session.label("learner.store") == words("home.store").zh
    known = stage.room.records.learner(learner)
    assert known is not None
    assert known.language == "zh"


async def test_her_language_is_there_after_a_restart_and_on_another_tablet(stage: Stage) -> None:
    tablet, learner = stage.somebody(0)
    _, other = stage.somebody(1)
    session = await stage.tablet("/voice", tablet).start()
    await session.tap("voice.language:en")
    stage.begin_again()
    elsewhere = await stage.tablet("/").start()
    await elsewhere.tap(f"home.learner:{learner}")
    await elsewhere.goto("/voice")
    assert elsewhere.label("screen.sentence") == sentence_in("en")
    unchanged = stage.room.records.learner(other)
    assert unchanged is not None
    assert unchanged.language == "ug"


async def test_the_tablet_keeps_its_own_language_when_she_leaves(stage: Stage) -> None:
    tablet, _ = stage.somebody(0)
    session = await stage.tablet("/voice", tablet).start()
    await session.tap("voice.language:zh")
    await session.tap("voice.done")
    await session.tap("learner.signout")
    assert session.label("screen.sentence") == words("start.welcome").ug


async def test_the_language_that_is_chosen_already_says_how_it_sounds(stage: Stage) -> None:
    tablet, _ = stage.somebody(0)
    session = await stage.tablet("/voice", tablet).start()
    await session.until(lambda: spoken(session) == 1)
    before = len(stage.room.journal.envelopes())
    await session.tap("voice.language:ug")
    await session.until(lambda: spoken(session) == 2)
    assert len(stage.room.journal.envelopes()) == before


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_her_voice_screen_is_whole_in_every_window(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    with Stage(tmp_path, language) as stage:
        tablet, _ = stage.somebody(0)
        session = await stage.tablet("/voice", tablet, size).start()
        assert all(session.enabled(f"voice.language:{each}") for each in LANGUAGES)
        assert not cut_in(session, size)
