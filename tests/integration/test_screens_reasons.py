"""After an answer that was not good the learner hears why, with the numbers as they stood then."""

from pathlib import Path

import pytest

from demo_store import commands as do
from demo_store.conversation import troubles
from kiosk.wording import money, number, words
from lessons.phrase import LANGUAGES, Language
from tests.hearing import says
from tests.stage import SIZES, Stage

EGGS, HONEY = 1, 2


async def test_how_long_it_keeps_is_told_beside_what_she_said(stage: Stage) -> None:
    tablet, learner = stage.somebody(HONEY)
    message = stage.asked(learner, "how-long")
    session = await stage.tablet(f"/store/message/{message}", tablet).start()
    await session.tap("message.reply:days")
    kind = stage.room.catalogue.kind("honey")
    keeps = words("messages.months", count=number(24))
    why = words("messages.why-keeps", product=kind.name, keeps=keeps)
    assert session.label("message.outcome:1") == why.ug
    said = stage.room.catalogue.questions["how-long"].reply("days").say
    await says(session, stage, words("messages.you-said", name=said))
    await says(session, stage, why)


async def test_the_reason_is_what_was_true_when_she_answered(stage: Stage) -> None:
    tablet, learner = stage.somebody(EGGS)
    message = stage.asked(learner, "cheaper")
    price = stage.room.store(learner).products[0].price_fen or 0
    stage.trade(learner, do.AnswerMessage(message, "half"))
    left = price * 95 // 200 // 10 * 10
    cost = stage.room.catalogue.kind("eggs").unit_cost_fen
    stage.trade(learner, do.SetPrice("p1", price + 100), do.EndDay(), do.EndDay())
    stage.begin_again()
    session = await stage.tablet(f"/store/message/{message}", tablet).start()
    told = session.label("message.outcome:1")
    assert money(left).ug in told
    assert money(cost).ug in told


async def test_a_good_answer_needs_no_reason(stage: Stage) -> None:
    tablet, learner = stage.somebody(HONEY)
    message = stage.asked(learner, "how-long")
    stage.trade(learner, do.AnswerMessage(message, "months"))
    session = await stage.tablet(f"/store/message/{message}", tablet).start()
    assert session.has("message.outcome:0")
    assert not session.has("message.outcome:1")


@pytest.mark.parametrize("trouble", ["false-payment", "code-call", "haggler", "below-cost"])
async def test_a_bad_way_out_of_a_trouble_says_why(stage: Stage, trouble: str) -> None:
    tablet, learner = stage.somebody(EGGS)
    came = stage.troubled(learner, trouble)
    bad = next(way for way in stage.room.catalogue.troubles[trouble].ways.values() if not way.good)
    session = await stage.tablet(f"/store/trouble/{came}", tablet).start()
    await session.tap(f"trouble.way:{bad.id}")
    store = stage.room.store(learner)
    why = troubles.why(stage.room.catalogue, store, store.troubles[-1])
    assert why is not None
    assert not why.placeholders()
    assert session.label("trouble.why") == why.ug
    await says(session, stage, why)


async def test_a_good_way_out_needs_no_reason(stage: Stage) -> None:
    tablet, learner = stage.somebody(EGGS)
    came = stage.troubled(learner, "code-call")
    session = await stage.tablet(f"/store/trouble/{came}", tablet).start()
    await session.tap("trouble.way:tell-nobody")
    assert session.has("trouble.after")
    assert not session.has("trouble.why")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_reasons_are_drawn_in_every_window(
    tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    with Stage(tmp_path / "own", language) as stage:
        tablet, learner = stage.somebody(EGGS)
        message = stage.asked(learner, "some-broke")
        session = await stage.tablet(f"/store/message/{message}", tablet, size).start()
        await session.tap("message.reply:pay-everything")
        assert session.has("message.outcome:2")
        trouble = stage.troubled(learner, "haggler")
        await session.goto(f"/store/trouble/{trouble}")
        await session.tap("trouble.way:take-offer")
        assert session.has("trouble.why")
        assert not session.crashed
        await session.close()
