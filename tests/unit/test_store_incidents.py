"""Weather and mishaps: when they come, which parcels wait, and what a night without power does."""

import random
from collections import Counter
from dataclasses import replace

import pytest

from demo_store.commands import EndDay, ShipOrder
from demo_store.days import incidents
from demo_store.days.night import end_day
from demo_store.days.sky import Overnight
from demo_store.engine import fold, handle
from demo_store.errors import UnknownId
from demo_store.events import (
    IncidentHappened,
    MessageCame,
    OrderDelivered,
    OrderLost,
    OrderPlaced,
    OrderShipped,
    ParcelDelayed,
    PeopleLooked,
    StoreEvent,
)
from demo_store.store import Incident, Order, OrderState, Product, Store
from demo_store.world import calendar
from demo_store.world.calendar import YEAR_DAYS
from demo_store.world.catalogue import load_catalogue

CATALOGUE = load_catalogue()
CALM = CATALOGUE.year.calm_days


def year_of(seed: int, *named: str) -> list[IncidentHappened]:
    """What happens in one year from the first day."""
    catalogue, rng = CATALOGUE.in_year_of(*named), random.Random(seed)
    found: list[IncidentHappened] = []
    for day in range(1, YEAR_DAYS + 1):
        recent = [Incident(e.incident, e.day, e.last_day) for e in found if e.last_day >= day - 1]
        found += incidents.overnight(catalogue, day, recent, rng)
    return found


def under_way(carrier: str = "road", city: str = "beijing", **changes: object) -> Store:
    """A parcel that was handed over yesterday evening, before the night to day 21."""
    order = Order(
        "o1", "p1", 20, 400, city, "teacher", 18, 21, state=OrderState.SHIPPED, carrier=carrier,
        packaging="box", shipped_day=20, arrives_day=27, batches=((18, 20),),
    )  # fmt: skip
    order = replace(order, **changes)  # type: ignore[arg-type]
    return Store(day=20, products=(Product("p1", "nang"),), orders=(order,))


def night(store: Store, *happened: IncidentHappened, seed: int = 1) -> tuple[StoreEvent, ...]:
    return end_day(CATALOGUE, store, random.Random(seed), Overnight(happened=happened))


def delays(events: tuple[StoreEvent, ...]) -> list[ParcelDelayed]:
    return [event for event in events if isinstance(event, ParcelDelayed)]


def test_nothing_happens_in_the_first_days() -> None:
    for seed in range(20):
        assert all(event.day > CALM for event in year_of(seed))


def test_everything_happens_in_its_months_and_lasts_as_long_as_it_may() -> None:
    happened = [event for seed in range(40) for event in year_of(seed)]
    counts = Counter(event.incident for event in happened)
    assert set(counts) == {"sandstorm", "snow", "no-courier", "no-power"}
    for event in happened:
        mishap = CATALOGUE.mishap(event.incident)
        assert calendar.month(CATALOGUE, event.day) in mishap.months
        assert mishap.lasts.low <= event.last_day - event.day + 1 <= mishap.lasts.high


def test_a_great_storm_comes_only_in_its_year_and_then_once() -> None:
    for seed in range(30):
        storms = [event for event in year_of(seed, "hurricane") if event.incident == "hurricane"]
        assert len(storms) == 1
        assert not any(event.incident == "hurricane" for event in year_of(seed))
    with pytest.raises(UnknownId):
        CATALOGUE.in_year_of("flood")


def test_a_sandstorm_holds_up_the_truck_as_long_as_the_road_is_closed() -> None:
    events = night(under_way(), IncidentHappened("sandstorm", 21, 23))
    assert delays(events) == [ParcelDelayed("o1", "sandstorm", 30)]
    store = fold(CATALOGUE, under_way(), events)
    assert store.orders[0].arrives_day == 30
    assert store.orders[0].delayed_by == "sandstorm"


def test_a_parcel_waits_for_one_storm_once() -> None:
    store = under_way()
    store = fold(CATALOGUE, store, night(store, IncidentHappened("sandstorm", 21, 23)))
    for _ in range(2):
        events = night(store)
        assert delays(events) == []
        store = fold(CATALOGUE, store, events)


def test_what_is_handed_over_while_the_road_is_closed_waits_for_the_rest() -> None:
    closed = Incident("sandstorm", 20, 22)
    store = replace(under_way(), incidents=(closed,))
    assert delays(night(store)) == [ParcelDelayed("o1", "sandstorm", 29)]
    store = replace(under_way(shipped_day=19), incidents=(closed,))
    assert delays(night(store)) == [], "it waited from the first day of the storm"


@pytest.mark.parametrize(
    "store",
    [under_way("air"), under_way(shipped_day=12, arrives_day=22), under_way(arrives_day=21)],
    ids=["by plane", "past the desert", "arrives today"],
)
def test_a_sandstorm_holds_up_nothing_else(store: Store) -> None:
    assert delays(night(store, IncidentHappened("sandstorm", 21, 23))) == []


def test_a_courier_who_does_not_come_takes_it_a_day_later() -> None:
    happened = IncidentHappened("no-courier", 21, 21)
    for carrier in ("road", "air"):
        assert delays(night(under_way(carrier), happened)) == [
            ParcelDelayed("o1", "no-courier", 28)
        ]
    assert delays(night(under_way(shipped_day=19), happened)) == []


def test_two_mishaps_in_one_night_add_up() -> None:
    happened = (IncidentHappened("no-courier", 21, 21), IncidentHappened("sandstorm", 21, 22))
    store = fold(CATALOGUE, under_way(), night(under_way(), *happened))
    assert store.orders[0].arrives_day == 30


def busy() -> Store:
    """Nang on sale, in a store that has had all a beginner's orders."""
    nang = Product("p1", "nang", photo="nang", batches=((1, 9000),), price_fen=400, published=True)
    over = Order("", "p1", 20, 400, "beijing", "teacher", 1, 4, state=OrderState.DECLINED)
    orders = tuple(replace(over, id=f"o{number}") for number in range(1, 31))
    return Store(day=20, products=(nang,), orders=orders, first_open=30)


def test_in_a_night_without_power_nobody_reaches_the_store_and_all_come_the_night_after() -> None:
    looked = Counter[str]()
    for seed in range(60):
        store = busy()
        dark = night(store, IncidentHappened("no-power", 21, 21), seed=seed)
        assert not any(isinstance(e, PeopleLooked | OrderPlaced | MessageCame) for e in dark)
        after = night(fold(CATALOGUE, store, dark), seed=seed)
        looked["after"] += sum(e.looked for e in after if isinstance(e, PeopleLooked))
        usual = night(store, seed=seed)
        looked["usual"] += sum(e.looked for e in usual if isinstance(e, PeopleLooked))
    assert 1.6 < looked["after"] / looked["usual"] < 2.4


def test_parcels_arrive_and_money_comes_in_a_night_without_power() -> None:
    store = under_way(arrives_day=21)
    events = night(store, IncidentHappened("no-power", 21, 21))
    assert OrderDelivered("o1", 21) in events


def test_a_whole_village_can_share_one_night() -> None:
    happened = (IncidentHappened("sandstorm", 21, 22),)
    for seed in range(5):
        assert happened[0] in night(busy(), *happened, seed=seed)


def test_an_incident_is_in_the_store_until_it_is_over() -> None:
    store = busy()
    store = fold(CATALOGUE, store, night(store, IncidentHappened("sandstorm", 21, 22)))
    assert store.incidents == (Incident("sandstorm", 21, 22),)
    store = fold(CATALOGUE, store, night(store))
    assert store.incidents == (Incident("sandstorm", 21, 22),)
    assert fold(CATALOGUE, store, night(store)).incidents == ()


def test_a_lost_parcel_is_owned_up_to_on_the_day_on_which_it_should_arrive() -> None:
    store = under_way(lost=True)
    for _ in range(6):
        events = night(store)
        assert not any(isinstance(e, OrderLost) for e in events)
        store = fold(CATALOGUE, store, events)
    events = night(store)
    assert OrderLost("o1", 27) in events
    store = fold(CATALOGUE, store, events)
    assert store.orders[0].state is OrderState.LOST
    assert store.orders[0].refund_fen == store.orders[0].total_fen


def labelled(count: int, day: int = 20) -> Store:
    """The last of ``count`` orders waits for a carrier."""
    over = Order("", "p1", 20, 400, "beijing", "teacher", 18, 21, state=OrderState.DECLINED)
    orders = [replace(over, id=f"o{number}") for number in range(1, count + 1)]
    orders[-1] = replace(
        orders[-1], state=OrderState.LABELLED, packaging="box", batches=((18, 20),)
    )
    return Store(day=day, products=(Product("p1", "nang"),), orders=tuple(orders))


def shipped(store: Store, seed: int) -> OrderShipped:
    command = ShipOrder(store.orders[-1].id, "road")
    (event,) = handle(CATALOGUE, store, command, random.Random(seed))
    assert isinstance(event, OrderShipped)
    return event


def test_few_parcels_are_lost_and_none_of_a_beginners() -> None:
    beginner = CATALOGUE.market.beginner_orders
    lost = sum(shipped(labelled(beginner), seed).lost for seed in range(4000))
    assert 0 < lost < 40
    assert not any(shipped(labelled(beginner - 1), seed).lost for seed in range(4000))


def test_parcels_take_longer_when_everybody_sends() -> None:
    busy_day = next(d for d in range(1, 366) if calendar.date(CATALOGUE, d) == calendar.Date(11, 9))

    def days(day: int) -> float:
        store = labelled(5, day)
        return sum(shipped(store, seed).arrives_day - day for seed in range(200)) / 200

    assert days(busy_day) > days(20) + 1


def test_a_learners_day_ends_with_the_worlds_own_luck() -> None:
    store, rng = busy(), random.Random(4)
    happened = []
    for _ in range(200):
        events = handle(CATALOGUE, store, EndDay(), rng)
        happened += [event for event in events if isinstance(event, IncidentHappened)]
        store = fold(CATALOGUE, store, events)
    assert happened
