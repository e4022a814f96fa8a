"""Every screen there is, each in its states, with people placed so that it shows."""

import uuid
from collections.abc import Iterator

from demo_store import commands as do
from demo_store import events as fact
from demo_store.conversation import talk
from demo_store.events import StoreEvent
from kiosk.screens.gallery.screen import PARTS
from kiosk.screens.learner.lesson_place import inside_store
from lessons.course import (
    Choose,
    ChooseAll,
    Find,
    Lesson,
    ListenAndRepeat,
    Match,
    Money,
    Order,
    Photo,
    Practice,
    Say,
    Situated,
    Story,
    Tell,
)
from lessons.engine import AskHint
from tests.flet_session import FletSession
from tests.purse_views import views_of_the_purse
from tests.stage import PIN, SECRET, Stage
from tests.trainer_views import views_of_the_trainer, way_in
from tests.view import View
from tests.village_views import views_of_the_village


def every_view(stage: Stage) -> list[View]:
    """Every screen there is, each in its states; people are made for it."""
    return [
        *_for_all(stage),
        *(View(f"gallery-{part}", f"/gallery/{part}") for part in PARTS),
        *_of_lessons(stage),
        *_of_the_store(stage),
        *_of_living(stage),
        *_of_talk(stage),
        *views_of_the_village(stage),
        *views_of_the_purse(stage),
        *views_of_the_trainer(stage),
    ]


def _for_all(stage: Stage) -> Iterator[View]:
    tablet, _ = stage.somebody(0)
    yield View("home", "/home", tablet)
    evening = ("gallery.evening", "@/home")
    yield View("home-evening", "/gallery", tablet, evening, variant=True)
    evening = ("gallery.evening", "@/lesson/a-fair-price")
    yield View("lesson-evening", "/gallery", tablet, evening, variant=True)
    yield View("lessons", "/lessons", tablet)
    yield View("voice", "/voice", tablet)
    yield View("neighbour", "/neighbour", tablet)
    lent = str(uuid.uuid4())
    stage.room.welcome_guest(lent, stage.language)
    stage.room.lend(lent, "/home")
    yield View("home-lent", "/home", lent)
    yield View("store-lent", "/store", lent)
    yield View("not-here", "/nothing/here", tablet)
    yield View("lesson-gone", "/lesson/no-such-lesson", tablet)
    yield View("lesson-cover", "/lesson/a-fair-price", tablet)
    guest = str(uuid.uuid4())
    stage.room.welcome_guest(guest, stage.language)
    yield View("home-guest", "/home", guest)
    for number in range(1, 20):  # more than one page of people
        stage.somebody(number)
    _, secret = stage.somebody(2, SECRET)
    yield View("start", "/")
    yield View("secret", f"/secret/{secret}")
    yield View("neighbour-secret", f"/neighbour/{secret}", tablet)
    yield View("not-signed-in", "/home")
    yield View("enrol-picture", "/enrol")
    yield View("enrol-product", "/enrol", taps=("enrol.picture:1",))
    finish = ("enrol.picture:1", "enrol.product:nang")
    yield View("enrol-finish", "/enrol", taps=finish)
    yield View("enrol-secret", "/enrol", taps=(*finish, "enrol.secret"))
    chosen = tuple(f"secret.picture:{name}" for name in SECRET)
    again = (*finish, "enrol.secret", *chosen)
    yield View("enrol-secret-again", "/enrol", taps=again)
    other = tuple(reversed(chosen))
    yield View("enrol-secrets-differ", "/enrol", taps=(*again, *other), variant=True)
    enter = way_in(stage)
    yield View("trainer-door", "/trainer", taps=enter[:1])
    yield from _of_voices(stage, enter)


def _of_voices(stage: Stage, pin: tuple[str, ...]) -> Iterator[View]:
    """One phrase is recorded already; it stands last, before the first one."""
    stage.recorded("trainer.never", "voice one")
    tablet = str(uuid.uuid4())
    stage.room.choose_language(tablet, stage.language)
    yield View("trainer-voices", "/trainer", tablet, (*pin, "@/trainer/voices"))
    begun = (*pin, "@/trainer/voices", "voice.start")
    yield View("trainer-record", "/trainer", tablet, begun)
    for language in ("zh", "en"):  # a sentence that runs otherwise than the screen around it
        there = (*pin, f"@/trainer/voices/record/{language}")
        yield View(f"trainer-record-{language}", "/trainer", tablet, there, variant=True)
    yield View("trainer-record-deaf", "/trainer", tablet, (*begun, "voice.record"))
    yield View("trainer-record-kept", "/trainer", tablet, (*begun, "voice.back"))
    along = (*begun, "voice.back", "voice.tap-along")
    yield View("trainer-record-words", "/trainer", tablet, along, variant=True)


def _of_lessons(stage: Stage) -> Iterator[View]:
    for kind in (Tell, Choose, Order, Money):
        lesson, step = stage.first_step(kind)
        for hints, name in enumerate(("new", "hint", "hand", "shown", "done")):
            if kind is Tell and name != "new":
                continue
            tablet, learner = stage.somebody(0)
            stage.at_step(learner, lesson, step.id, done=name == "done")
            for _ in range(hints if name != "done" else 0):
                stage.room.learn(learner, lesson, AskHint())
            named = f"{kind.__name__.lower()}-{name}"
            small = name in ("hint", "shown")
            yield View(named, f"/lesson/{lesson.id}", tablet, variant=small)
    yield from _of_other_kinds(stage)
    yield from _of_the_fullest_steps(stage)
    lesson, _ = stage.first_step(Tell)
    tablet, learner = stage.somebody(0)
    stage.finish(learner, lesson)
    yield View("lesson-finished", f"/lesson/{lesson.id}", tablet)
    yield from _of_practice(stage)


def _of_other_kinds(stage: Stage) -> Iterator[View]:
    """The first step of each other kind, as she comes to it; all their states: `kind_views`."""
    for kind in (Story, ChooseAll, Match, Find, Photo, Say, ListenAndRepeat):
        lesson, step = stage.first_step(kind)
        tablet, learner = stage.somebody(1)
        stage.at_step(learner, lesson, step.id)
        into = ("lesson.next",) if isinstance(step, Situated) else ()
        yield View(kind.__name__.lower(), f"/lesson/{lesson.id}", tablet, into)


def _of_the_fullest_steps(stage: Stage) -> Iterator[View]:
    """With the longest words that any step has."""
    every = [(lesson, step) for lesson in stage.room.course.lessons() for step in lesson.steps]

    def length(step: Choose | Order) -> int:
        options = step.options if isinstance(step, Choose) else step.items
        return sum(len(each.say.text(stage.language)) for each in options)

    for kind in (Choose, Order):
        lesson, step = max(
            ((lesson, step) for lesson, step in every if isinstance(step, kind)),
            key=lambda at: length(at[1]),
        )
        for name in ("fullest", "fullest-done"):
            tablet, learner = stage.somebody(1)
            stage.at_step(learner, lesson, step.id, done=name == "fullest-done")
            yield View(f"{kind.__name__.lower()}-{name}", f"/lesson/{lesson.id}", tablet)


def _of_practice(stage: Stage) -> Iterator[View]:
    seen = set()
    for lesson in stage.room.course.lessons():
        for step in lesson.steps:
            if isinstance(step, Practice) and step.screen not in seen:
                seen.add(step.screen)
                yield from _of_practice_step(stage, lesson, step)


def _of_practice_step(stage: Stage, lesson: Lesson, step: Practice) -> Iterator[View]:
    named, own = f"practice-{step.screen}", f"/lesson/{lesson.id}"
    for name in ("new", "hand", "done"):
        tablet, learner = stage.somebody(1)
        stage.at_step(learner, lesson, step.id)
        kind = stage.room.product_kind(learner)
        inside = inside_store(stage.room.store(learner), step, kind)
        if name == "hand":
            stage.room.learn(learner, lesson, AskHint())
            stage.room.learn(learner, lesson, AskHint())
        elif name == "done":
            stage.at_step(learner, lesson, step.id, done=True)
        route = f"{own}/store{inside}"
        yield View(f"{named}-{name}", route, tablet, variant=name == "done")
    yield View(f"{named}-door", own, tablet, variant=step.screen != "start")


def _answers_all(stage: Stage, learner: str) -> None:
    for message in talk.open_messages(stage.room.store(learner)):
        store = stage.room.store(learner)
        reply = talk.good_replies(stage.room.catalogue, store, message)[0]
        stage.trade(learner, do.AnswerMessage(message.id, reply))


def _of_the_store(stage: Stage) -> Iterator[View]:
    tablet, _ = stage.somebody(1)
    for name in ("", "products", "add", "orders", "buyer", "money", "messages"):
        yield View(f"store-empty-{name}", f"/store/{name}".rstrip("/"), tablet)
    yield View("product-gone", "/store/product/p9", tablet)
    yield View("order-gone", "/store/order/o9", tablet)
    tablet, learner = stage.somebody(1)
    stage.trade(learner, do.AddProduct("eggs"))
    for name in ("", "/photo", "/name", "/made", "/price"):
        yield View(f"product-new{name}", f"/store/product/p1{name}", tablet)
    tablet, learner = stage.somebody(1)
    stage.selling(learner, made=400)  # enough for whoever comes
    stage.trade(learner, do.Describe("p1", ("handmade", "from-our-village", "sweet"), ""))
    for name in ("", "/products", "/orders", "/buyer", "/product/p1", "/product/p1/price"):
        yield View(f"store{name}", f"/store{name}", tablet)
    yield View("order-accept", "/store/order/o1", tablet)
    lesson, step = stage.first_step(Practice)
    stage.at_step(learner, lesson, step.id)
    yield View("lesson-as-buyer", f"/lesson/{lesson.id}/store/buyer", tablet, variant=True)
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    stage.order_at(learner, "collect")
    stage.trade(learner, *[do.EndDay()] * 5)
    yield View("store/orders-late", "/store/orders", tablet, variant=True)
    for step in ("collect", "check", "stamp", "pack", "label", "ship", "wait", None):
        tablet, learner = stage.somebody(1)
        stage.selling(learner)
        order = stage.order_at(learner, step)
        yield View(f"order-{step or 'paid'}", f"/store/order/{order}", tablet)
    yield from _of_packing(stage)
    yield View("money", "/store/money", tablet)
    _answers_all(stage, learner)  # whether somebody asked meanwhile is chance
    yield View("messages", "/store/messages", tablet)
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    stage.trade(learner, do.DeclineOrder("o1"))
    yield View("order-declined", "/store/order/o1", tablet)


def _of_packing(stage: Stage) -> Iterator[View]:
    """The packing table: some things in, all in the tray; few things; in a lesson."""
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    route = f"/store/order/{stage.order_at(learner, 'pack')}"
    for packaging in ("egg-tray", "padded-box"):
        begun = (f"order.heap:1>order.pack:{packaging}",)
        yield View(f"packing-{packaging}", route, tablet, begun, variant=packaging != "egg-tray")
    most = tuple("order.heap:1>order.pack:egg-tray" for _ in range(6))
    yield View("packing-tray-full", route, tablet, most)
    tablet, learner = stage.somebody(2)
    stage.selling(learner)
    route = f"/store/order/{stage.order_at(learner, 'pack')}"
    yield View("packing-few", route, tablet)
    lesson, step = stage.first_step(Practice)
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    order = stage.order_at(learner, "pack")
    stage.at_step(learner, lesson, step.id)
    yield View("packing-lesson", f"/lesson/{lesson.id}/store/order/{order}", tablet, begun)


def _of_talk(stage: Stage) -> Iterator[View]:
    """Messages and troubles of every kind, before and after her word; and what a thing is like."""
    yield from _of_messages(stage)
    yield from _of_troubles(stage)
    tablet, learner = stage.somebody(4)
    stage.selling(learner)
    yield View("product-describe", "/store/product/p1/describe", tablet)
    taken = ("product.quality:sweet",)
    yield View("product-describe-on", "/store/product/p1/describe", tablet, taken, variant=True)
    lesson, step = stage.first_step(Practice)
    for name, done in (("talk", False), ("talk-done", True)):
        tablet, learner = stage.somebody(1)
        stage.at_step(learner, lesson, step.id, done=done)
        message = stage.asked(learner, "some-broke")
        trouble = stage.troubled(learner, "all-broke")
        inside = f"/lesson/{lesson.id}/store"
        yield View(f"lesson-{name}-list", f"{inside}/messages", tablet, variant=True)
        yield View(f"lesson-{name}-message", f"{inside}/message/{message}", tablet)
        yield View(f"lesson-{name}-trouble", f"{inside}/trouble/{trouble}", tablet)
        yield View(f"lesson-{name}-product", f"{inside}/product/p1", tablet)
        yield View(f"lesson-{name}-describe", f"{inside}/product/p1/describe", tablet)


def _of_messages(stage: Stage) -> Iterator[View]:
    tablet, _ = stage.somebody(1)
    yield View("message-gone", "/store/message/m9", tablet)
    yield View("trouble-gone", "/store/trouble/t9", tablet)
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    stage.order_at(learner, None)
    for question in (
        "is-it-fresh", "send-many", "will-it-break", "how-long", "parcel-cost", "cheaper",
        "who-made-it", "how-to-eat",
    ):  # fmt: skip
        stage.asked(learner, question)
    stage.troubled(learner, "code-call")
    yield View("store-with-messages", "/store", tablet, variant=True)
    yield View("messages-open", "/store/messages", tablet)
    yield View("messages-more", "/store/messages", tablet, ("store.messages-more",), variant=True)
    for question in ("some-broke", "send-many", "when-sent"):
        tablet, learner = stage.somebody(1)
        message = stage.asked(learner, question)
        route = f"/store/message/{message}"
        yield View(f"message-{question}", route, tablet)
    tablet, learner = stage.somebody(1)
    message = stage.asked(learner, "how-long")
    stage.trade(learner, do.AnswerMessage(message, "days"))
    yield View("message-over", f"/store/message/{message}", tablet)
    tablet, learner = stage.somebody(1)
    message = stage.asked(learner, "some-broke")
    stage.trade(learner, do.AnswerMessage(message, "pay-everything"))
    yield View("message-paid-back", f"/store/message/{message}", tablet)
    lapsed = stage.asked(learner, "is-it-fresh")
    stage.trade(learner, *[do.EndDay()] * 3)
    yield View("message-lapsed", f"/store/message/{lapsed}", tablet)


def _of_troubles(stage: Stage) -> Iterator[View]:
    for trouble, way in (
        ("false-payment", "send-now"),
        ("all-broke", "pay-nothing"),
        ("big-order", "say-no"),
        ("below-cost", "new-price"),
        ("wrong-box", "send-it"),
    ):
        tablet, learner = stage.somebody(1)
        came = stage.troubled(learner, trouble)
        yield View(f"trouble-{trouble}", f"/store/trouble/{came}", tablet)
        tablet, learner = stage.somebody(1)
        came = stage.troubled(learner, trouble)
        stage.trade(learner, do.EndTrouble(came, way))
        yield View(f"trouble-{trouble}-over", f"/store/trouble/{came}", tablet)


def _of_living(stage: Stage) -> Iterator[View]:
    """What the days bring: the morning's cards, parcels on the map, her score, sad sums."""
    yield from _of_mornings(stage)
    yield from _of_parcels(stage)
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    yield View("score-new", "/store/score", tablet)
    stage.order_at(learner, None)
    yield View("score", "/store/score", tablet)


def _of_mornings(stage: Stage) -> Iterator[View]:
    """Each kind of card, as the second one of a night that brought just that."""
    look = (("too-dear", 3), ("just-looking", 2))
    many = (("no-words", 18), ("too-dear", 12), ("few-stars", 5), ("just-looking", 3))
    for name, events in (
        ("storm", lambda day: (fact.IncidentHappened("sandstorm", day, day + 1),)),
        ("dark", lambda day: (fact.IncidentHappened("no-power", day, day),)),
        ("looked", lambda day: (fact.PeopleLooked("p1", day, 5, 0, look),)),
        ("crowd", lambda day: (fact.PeopleLooked("p1", day, 40, 2, many),)),
        (
            "order",
            lambda day: (fact.OrderPlaced("o2", "p1", 3, 200, "beijing", "teacher", day, day),),
        ),
        ("trouble", lambda day: (fact.TroubleCame("t1", "code-call", "teacher", "", 500, day),)),
        ("lapsed", lambda day: (fact.OrderLapsed("o1", day),)),
        ("asked", lambda day: (fact.MessageCame("m1", "how-long", "teacher", "p1", "", day, day),)),
    ):
        tablet, learner = stage.somebody(1)
        stage.selling(learner)
        day = stage.room.store(learner).day + 1
        _happened(stage, learner, fact.DayEnded(day, "rain"), *events(day))
        small = name in ("dark", "crowd")
        yield View(f"morning-{name}", "/store/morning", tablet, ("story.next",), variant=small)
    yield View("morning-day", "/store/morning", tablet)
    yield View("store-morning", "/store", tablet)
    for name in ("arrived", "money"):
        tablet, learner = stage.somebody(1)
        stage.selling(learner)
        stage.order_at(learner, "wait")
        day, o1 = stage.room.store(learner).day + 1, "o1"
        came: tuple[StoreEvent, ...] = (
            fact.OrderDelivered(o1, day),
            fact.ReviewWritten(o1, 3, ("broken",)),
        )
        if name == "money":
            _happened(stage, learner, *came)
            came = (fact.OrderPaidOut(o1, 4000, 200, 800, 400, 2600, day),)
        _happened(stage, learner, fact.DayEnded(day), *came)
        yield View(f"morning-{name}", "/store/morning", tablet, ("story.next",))
    yield View("order-paid-less", "/store/order/o1", tablet)
    trouble = fact.TroubleCame("t1", "refund-link", "teacher", "o1", 500, day)
    _happened(stage, learner, trouble, fact.TroubleEnded("t1", "tap-it", False, 500, day, 500))
    yield View("money-less", "/store/money", tablet)


def _of_parcels(stage: Stage) -> Iterator[View]:
    """One on its way, one that is late, one lost, one returned; many at once."""
    for name in ("under-way", "late", "lost", "returned", "lapsed"):
        tablet, learner = stage.somebody(1)
        stage.selling(learner)
        o1 = stage.order_at(learner, "wait")
        day = stage.room.store(learner).day + 1
        if name == "late":
            _happened(stage, learner, fact.ParcelDelayed(o1, "sandstorm", day + 6))
        elif name == "lost":
            _happened(stage, learner, fact.DayEnded(day), fact.OrderLost(o1, day))
            yield View("morning-lost", "/store/morning", tablet, ("story.next",))
        elif name == "returned":
            _happened(stage, learner, fact.OrderReturned(o1, 2, day))
        elif name == "lapsed":
            _happened(stage, learner, fact.OrderLapsed("o1", day))
        yield View(f"order-{name}", f"/store/order/{o1}", tablet)
        if name != "under-way":
            yield View(f"orders-{name}", "/store/orders", tablet, variant=True)
    tablet, learner = stage.somebody(1)
    yield View("parcels-none", "/store/parcels", tablet)
    stage.selling(learner)
    o1 = stage.order_at(learner, "wait")
    day = stage.room.store(learner).day
    cities = ("shanghai", "korla", "urumqi", "chengdu", "guangzhou", "xian")
    for at, city in enumerate(cities, len(stage.room.store(learner).orders) + 1):
        order = f"o{at}"
        by, arrives = ("air", day + 2) if at % 2 else ("road", day + at)
        placed = fact.OrderPlaced(order, "p1", 2, 200, city, "teacher", day, day + 3)
        sent = fact.OrderShipped(order, by, 500, day - at % 3, arrives, 0)
        _happened(stage, learner, placed, sent)
    _happened(stage, learner, fact.ParcelDelayed(o1, "sandstorm", day + 9))
    yield View("parcels", "/store/parcels", tablet)
    yield View("orders-many", "/store/orders", tablet)
    lesson, step = stage.first_step(Practice)
    stage.at_step(learner, lesson, step.id)
    for name in ("parcels", "score", "morning", f"order/{o1}"):
        inside = f"/lesson/{lesson.id}/store/{name}"
        yield View(f"lesson-{name.partition('/')[0]}-living", inside, tablet)


def _happened(stage: Stage, learner: str, *events: StoreEvent) -> None:
    """Chance had it so."""
    stage.room._write(learner, events)


async def show(tablet: FletSession, view: View) -> None:
    """Brings a started session to a view."""
    for identifier in view.taps:
        if identifier.startswith("@"):
            await tablet.goto(identifier[1:])
            continue
        if ">" in identifier:
            what, _, to = identifier.partition(">")
            if tablet.has(what):
                await tablet.drag(what, to)
            continue
        await tablet.tap(identifier)
        if identifier == f"trainer.pin:{PIN[-1]}":
            await tablet.until(lambda: not tablet.has("trainer.pin:0"))
