"""Messages, troubles and what a thing is like: heard, chosen, and told what came of it."""

from pathlib import Path

import pytest

from demo_store import commands as do
from demo_store.buyers import reviews
from demo_store.conversation import talk, troubles
from demo_store.events import OrderPlaced, ReviewWritten
from kiosk.wording import money, number, words
from lessons.course import Practice
from lessons.phrase import LANGUAGES, Phrase
from tests.hearing import says
from tests.measured import cut_in
from tests.stage import SIZES, Stage, spoken

SHORTEST = SIZES[3]


def question_of(stage: Stage, learner: str, message_id: str) -> Phrase:
    store = stage.room.store(learner)
    message = store.message(message_id)
    assert message is not None
    return talk.words(stage.room.catalogue, store, message)


async def test_the_door_shows_how_many_wait_and_leads_to_them(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    message = stage.asked(learner, "is-it-fresh")
    trouble = stage.troubled(learner, "code-call")
    session = await stage.tablet("/store", tablet).start()
    assert "2" in session.texts()
    await session.tap("store.messages")
    rows = [each for each in session.identifiers() if each.startswith(("trouble:", "message:"))]
    assert rows == [f"trouble:{trouble}", f"message:{message}"]
    assert session.label("screen.sentence") == words("messages.say-trouble").ug


async def test_a_message_speaks_the_words_of_who_wrote_it_and_every_answer(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    message = stage.asked(learner, "is-it-fresh")
    session = await stage.tablet("/store/messages", tablet).start()
    await session.tap(f"message:{message}")
    said = question_of(stage, learner, message)
    assert session.label("message.said") == said.ug
    customer = stage.room.catalogue.customer(stage.room.store(learner).messages[-1].customer)
    assert customer.name.ug in session.label("screen.sentence")
    assert f"/pictures/{customer.picture}.svg" in [i["src"] for i in session.controls("Image")]
    for reply in stage.room.catalogue.questions["is-it-fresh"].replies.values():
        assert session.label(f"message.reply:{reply.id}") == reply.say.ug
        assert session.has(f"message.reply-hear:{reply.id}")
    await session.tap("message.reply-hear:make-new")
    reply = stage.room.catalogue.questions["is-it-fresh"].reply("make-new")
    await says(session, stage, reply.say)
    assert stage.room.store(learner).messages[-1].answered_day is None


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_answer_can_be_heard_before_one_is_given_in_every_window(
    stage: Stage, size: tuple[int, int]
) -> None:
    tablet, learner = stage.somebody(1)
    message = stage.asked(learner, "some-broke")
    session = await stage.tablet(f"/store/message/{message}", tablet, size).start()
    for reply in stage.room.catalogue.questions["some-broke"].replies:
        assert session.has(f"message.reply-hear:{reply}")
    await session.tap("message.reply-hear:not-my-fault")
    said = stage.room.catalogue.questions["some-broke"].reply("not-my-fault").say
    await says(session, stage, said)
    assert stage.room.store(learner).messages[-1].answered_day is None
    assert not cut_in(session, size)


async def test_a_good_answer_sells_and_that_is_told(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    message = stage.asked(learner, "is-it-fresh")
    session = await stage.tablet(f"/store/message/{message}", tablet).start()
    await session.tap("message.reply:make-new")
    store = stage.room.store(learner)
    order = store.orders[-1]
    kind = stage.room.catalogue.kind("eggs")
    came = words("messages.ordered", product=kind.name, count=number(order.quantity))
    assert store.messages[-1].good
    assert session.label("screen.sentence") == came.ug
    assert session.label("message.outcome:0") == came.ug
    await says(session, stage, came)
    await session.tap("message.done")
    assert session.route == "/store/messages"
    assert not session.has(f"message:{message}")


@pytest.mark.parametrize(
    ("question", "reply", "told"),
    [
        ("is-it-fresh", "see-photo", ["went", "is-it-fresh/see-photo"]),
        ("who-made-it", "my-family", ["ordered"]),
        ("send-many", "all-of-it", ["ordered", "messages.why-too-few"]),
        ("cheaper", "half", ["ordered", "cheaper/half"]),
        ("when-sent", "as-promised", ["pleased"]),
        ("when-sent", "do-not-hurry-me", ["not-helped", "when-sent/do-not-hurry-me"]),
        ("some-broke", "pay-back", ["stars-up"]),
        ("some-broke", "pay-everything", ["refunded", "stars-up", "some-broke/pay-everything"]),
        ("some-broke", "not-my-fault", ["stars-down", "some-broke/not-my-fault"]),
    ],
)
async def test_what_came_of_an_answer_is_told(
    stage: Stage, question: str, reply: str, told: list[str]
) -> None:
    tablet, learner = stage.somebody(1)
    message = stage.asked(learner, question)
    session = await stage.tablet(f"/store/message/{message}", tablet).start()
    await session.tap(f"message.reply:{reply}")
    shown = []
    while session.has(f"message.outcome:{len(shown)}"):
        shown.append(session.label(f"message.outcome:{len(shown)}"))
    begins = [expected(stage, key).ug.split("{")[0] for key in told]
    assert len(shown) == len(told)
    assert all(each.startswith(begin) for each, begin in zip(shown, begins, strict=True))
    assert session.label("message.chosen") == words_of(stage, learner, message, reply)
    later = await stage.tablet(f"/store/message/{message}", tablet).start()
    assert [later.label(f"message.outcome:{n}") for n in range(len(told))] == shown
    assert later.label("message.chosen") == words_of(stage, learner, message, reply)


def expected(stage: Stage, key: str) -> Phrase:
    """Of the kiosk's own words, or why a ``question/reply`` of the content is never good."""
    question, _, reply = key.partition("/")
    if not reply:
        return words(key if "." in key else f"messages.{key}")
    why = stage.room.catalogue.questions[question].reply(reply).why
    assert why is not None
    return why


def words_of(stage: Stage, learner: str, message_id: str, reply: str) -> str:
    store = stage.room.store(learner)
    message = store.message(message_id)
    assert message is not None
    return talk.reply_words(stage.room.catalogue, store, message, reply).ug


async def test_what_came_of_an_answer_is_told_after_a_power_cut_and_much_else(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    message = stage.asked(learner, "some-broke")
    session = await stage.tablet(f"/store/message/{message}", tablet).start()
    await session.tap("message.reply:pay-back")
    told = session.label("message.outcome:0")
    await session.close()
    other = stage.asked(learner, "who-made-it")
    stage.trade(learner, do.AnswerMessage(other, "my-family"), *[do.EndDay()] * 3)
    stage.begin_again()
    again = await stage.tablet(f"/store/message/{message}", tablet).start()
    assert again.label("message.outcome:0") == told
    assert not again.has("message.outcome:1"), "the other buyer's order followed another answer"
    await again.tap("message.chosen")
    await says(again, stage, stage.room.catalogue.questions["some-broke"].reply("pay-back").say)


async def test_the_way_out_of_a_trouble_is_shown_after_a_reload_and_says_itself(
    stage: Stage,
) -> None:
    tablet, learner = stage.somebody(1)
    trouble = stage.troubled(learner, "code-call")
    kind = stage.room.catalogue.troubles["code-call"]
    way = next(way for way in kind.ways.values() if not way.good)
    stage.trade(learner, do.EndTrouble(trouble, way.id))
    session = await stage.tablet(f"/store/trouble/{trouble}", tablet).start()
    assert session.label("trouble.chosen") == way.say.ug
    assert int(session.label("trouble.cost")) > 0
    await session.tap("trouble.chosen")
    await says(session, stage, way.say)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_what_came_of_an_answer_is_drawn_in_every_window(
    tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    with Stage(tmp_path / "own", language) as stage:  # type: ignore[arg-type]
        tablet, learner = stage.somebody(1)
        message = stage.asked(learner, "some-broke")
        session = await stage.tablet(f"/store/message/{message}", tablet, size).start()
        await session.tap("message.reply:pay-back")
        assert not session.crashed
        assert session.has("message.done")
        await session.close()


async def test_an_answer_that_was_touched_twice_is_given_once(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    message = stage.asked(learner, "is-it-fresh")
    session = await stage.tablet(f"/store/message/{message}", tablet).start()
    await session.tap_twice("message.reply:make-new")
    assert len(stage.room.store(learner).orders) == 1
    assert session.label("message.outcome:0").startswith(words("messages.ordered").ug.split("{")[0])


async def test_going_away_from_a_message_leaves_it_waiting(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    message = stage.asked(learner, "is-it-fresh")
    session = await stage.tablet("/store/messages", tablet).start()
    await session.tap_twice(f"message:{message}")
    assert session.route == f"/store/message/{message}"
    await session.tap("nav.back")
    assert session.has(f"message:{message}")
    await session.tap(f"message:{message}")
    assert session.has("message.reply:make-new")


async def test_an_old_address_of_a_message_that_is_over_says_what_came_of_it(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    answered = stage.asked(learner, "is-it-fresh")
    stage.trade(learner, do.AnswerMessage(answered, "see-photo"))
    lapsed = stage.asked(learner, "how-long")
    stage.trade(learner, do.EndDay(), do.EndDay(), do.EndDay())
    session = await stage.tablet(f"/store/message/{answered}", tablet).start()
    await says(session, stage, words("messages.went"))
    await session.goto(f"/store/message/{lapsed}")
    assert session.label("screen.sentence") == words("messages.lapsed").ug
    await says(session, stage, words("messages.lapsed"))
    await session.goto("/store/message/m99")
    await says(session, stage, words("trouble.not-here"))
    await session.goto("/store/trouble/t99")
    assert session.has("not-here.home")


async def test_what_came_of_one_message_is_not_told_of_the_next(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    first = stage.asked(learner, "is-it-fresh")
    stage.trade(learner, do.AnswerMessage(first, "see-photo"))
    second = stage.asked(learner, "who-made-it")
    session = await stage.tablet(f"/store/message/{second}", tablet).start()
    await session.tap("message.reply:my-family")
    await session.goto(f"/store/message/{first}")
    assert session.label("screen.sentence") == words("messages.went").ug


async def test_a_review_is_heard_sentence_by_sentence(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    order_id = stage.order_at(learner, None)
    stage._happen(learner, [ReviewWritten(order_id, 2, ("late", "broken"))])
    store = stage.room.store(learner)
    order = store.order(order_id)
    assert order is not None
    late, broken = reviews.said(stage.room.catalogue, store, order)
    session = await stage.tablet("/store/messages", tablet).start()
    assert late.ug in session.texts()
    await session.tap(f"review:{order_id}")
    await says(session, stage, late)
    await says(session, stage, broken)


async def test_a_trouble_that_is_over_by_itself_costs_nothing_and_says_so(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    trouble = stage.troubled(learner, "false-payment")
    stock = stage.room.store(learner).products[0].stock
    day = stage.room.store(learner).day
    order = OrderPlaced("o1", "p1", stock, 300, "beijing", "teacher", day, day + 3)
    stage._happen(learner, [order])
    stage.trade(learner, do.AcceptOrder("o1"), do.CollectOrder("o1"))
    session = await stage.tablet(f"/store/trouble/{trouble}", tablet).start()
    await session.tap("trouble.way:send-now")
    assert session.label("trouble.after") == words("troubles.gone").ug
    assert session.label("trouble.cost") == "0"
    await says(session, stage, words("troubles.nothing-lost"))
    await session.tap("trouble.done")
    assert f"trouble:{trouble}" not in session.identifiers()


@pytest.mark.parametrize(("way", "lost"), [("send-now", True), ("wait", False)])
async def test_a_trouble_tells_its_story_and_then_what_it_cost(
    stage: Stage, way: str, lost: bool
) -> None:
    tablet, learner = stage.somebody(1)
    trouble = stage.troubled(learner, "false-payment")
    session = await stage.tablet("/store/messages", tablet).start()
    await session.tap(f"trouble:{trouble}")
    catalogue, store = stage.room.catalogue, stage.room.store(learner)
    story = troubles.story(catalogue, store, store.troubles[-1])
    assert session.label("trouble.story") == story.ug
    await says(session, stage, story)
    for each in catalogue.troubles["false-payment"].ways.values():
        assert session.label(f"trouble.way:{each.id}") == each.say.ug
    await session.tap(f"trouble.way:{way}")
    store = stage.room.store(learner)
    ended = store.troubles[-1]
    assert (ended.cost_fen > 0) == lost
    assert session.label("trouble.cost") == str(ended.cost_fen)
    after = troubles.after(catalogue, store, ended)
    assert session.label("trouble.after") == after.ug
    await says(session, stage, after)
    cost = words("troubles.cost", money=money(ended.cost_fen))
    told = cost if lost else words("troubles.nothing-lost")
    await says(session, stage, told)
    await session.tap("trouble.done")
    assert session.route == "/store/messages"
    assert not session.has(f"trouble:{trouble}")
    await session.goto(f"/store/trouble/{trouble}")
    assert session.label("trouble.cost") == str(ended.cost_fen)


async def test_a_price_below_the_cost_leads_to_a_new_price(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    trouble = stage.troubled(learner, "below-cost")
    session = await stage.tablet(f"/store/trouble/{trouble}", tablet).start()
    await session.tap("trouble.way:new-price")
    await session.tap("trouble.done")
    assert session.route == "/store/product/p1/price"


async def test_what_may_be_lost_later_is_said_as_that(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    trouble = stage.troubled(learner, "wrong-box")
    session = await stage.tablet(f"/store/trouble/{trouble}", tablet).start()
    await session.tap("trouble.way:send-it")
    fen = stage.room.store(learner).troubles[-1].cost_fen
    assert words("troubles.risk", money=money(fen)).ug in [
        str(node.get("label")) for node in session.controls("Semantics")
    ]


async def test_qualities_are_tapped_on_and_off_and_say_themselves(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    stage.trade(learner, do.AddProduct("eggs"))
    session = await stage.tablet("/store/product/p1", tablet).start()
    await session.tap("product.describe")
    assert session.route == "/store/product/p1/describe"
    qualities = stage.room.catalogue.qualities
    await session.tap("product.quality:big")
    await says(session, stage, qualities["big"].name)
    await session.tap("product.quality:runs-free")
    await session.tap("product.quality:big")
    await says(session, stage, words("describe.without", name=qualities["big"].name))
    await session.tap("product.describe")
    assert stage.room.store(learner).products[0].qualities == ("runs-free",)
    assert session.route == "/store/product/p1"


async def test_nothing_chosen_is_refused_in_words_and_going_away_is_fine(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    stage.trade(learner, do.AddProduct("eggs"))
    session = await stage.tablet("/store/product/p1/describe", tablet, SHORTEST).start()
    await session.tap("product.describe")
    await says(session, stage, words("refused.words"))
    await session.tap("product.quality:big")
    await session.tap("nav.back")
    assert stage.room.store(learner).products[0].qualities == ()
    await session.tap("product.describe")
    assert spoken(session) > 0


async def test_a_thing_is_published_without_words(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    stage.trade(
        learner,
        do.AddProduct("eggs"),
        do.ChoosePhoto("p1", "egg"),
        do.SayName("p1"),
        do.MakeStock("p1", 30),
        do.SetPrice("p1", 150),
    )
    session = await stage.tablet("/store/product/p1", tablet).start()
    assert session.label("screen.sentence") == words("product.say-publish").ug
    await session.tap("product.publish")
    assert stage.room.store(learner).products[0].published


async def test_inside_a_lesson_a_message_speaks_after_the_coach(stage: Stage) -> None:
    lesson, step = stage.first_step(Practice)
    tablet, learner = stage.somebody(1)
    stage.at_step(learner, lesson, step.id)
    message = stage.asked(learner, "is-it-fresh")
    trouble = stage.troubled(learner, "code-call")
    inside = f"/lesson/{lesson.id}/store"
    session = await stage.tablet(f"{inside}/messages", tablet).start()
    await session.tap(f"message:{message}")
    await says(session, stage, question_of(stage, learner, message))
    await session.tap("message.reply:see-photo")
    assert session.label("message.outcome:0") == words("messages.went").ug
    assert session.label("lesson.prompt") == expected(stage, "is-it-fresh/see-photo").ug
    await says(session, stage, words("messages.went"))
    await session.tap("message.done")
    assert session.route == inside, "this is not what she practises: back to where the hand points"
    await session.goto(f"{inside}/trouble/{trouble}")
    await session.tap("trouble.way:tell-nobody")
    store = stage.room.store(learner)
    after = troubles.after(stage.room.catalogue, store, store.troubles[-1])
    await says(session, stage, after)
    await says(session, stage, words("troubles.nothing-lost"))
