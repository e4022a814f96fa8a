"""What lookers think of an offer: a worse one is never wanted more, whatever else is true of it."""

import math
import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demo_store.buyers import market
from demo_store.buyers.demand import Offer, expected_orders, odds, offer, price_share, renown_factor
from demo_store.buyers.looks import crowd, most_first, poisson
from demo_store.events import OrderPlaced
from demo_store.store import Order, OrderState, Product, Store
from demo_store.world.catalogue import load_catalogue

CATALOGUE = load_catalogue()
CARRIERS = sorted(CATALOGUE.carriers)
SHARES = st.none() | st.floats(0, 1)
OFFERS = st.builds(
    Offer,
    kind=st.sampled_from(sorted(CATALOGUE.kinds)),
    price_fen=st.integers(0, 5000).map(lambda jiao: jiao * 10),
    day=st.integers(1, 800),
    photo=st.booleans(),
    words=st.integers(0, 8),
    stars=st.none() | st.floats(1, 5),
    replied=SHARES,
    on_time=SHARES,
    sending_days=st.floats(0, 40),
    carriers=st.lists(st.sampled_from(CARRIERS), max_size=5).map(tuple),
    renown=st.integers(0, 10_000),
)
SEEDS = st.integers(0, 2**32)


def orders(seen: Offer) -> float:
    return odds(CATALOGUE, seen).orders


@settings(deadline=None)
@given(OFFERS)
def test_everybody_who_looks_buys_or_has_a_reason(seen: Offer) -> None:
    found = odds(CATALOGUE, seen)
    assert found.lookers >= 0
    assert min(share for _, share in found.reasons) >= 0
    assert math.isclose(found.buys + sum(share for _, share in found.reasons), 1)


@settings(deadline=None)
@given(OFFERS, st.integers(0, 5000))
def test_a_dearer_price_never_raises_demand(seen: Offer, more: int) -> None:
    assert orders(replace(seen, price_fen=seen.price_fen + 10 * more)) <= orders(seen)


@settings(deadline=None)
@given(OFFERS)
def test_a_photo_never_lowers_demand(seen: Offer) -> None:
    assert orders(replace(seen, photo=True)) >= orders(replace(seen, photo=False))


@settings(deadline=None)
@given(OFFERS, st.integers(0, 5))
def test_one_word_more_never_lowers_demand(seen: Offer, more: int) -> None:
    assert orders(replace(seen, words=seen.words + more)) >= orders(seen)


@settings(deadline=None)
@given(OFFERS, st.floats(1, 5), st.floats(1, 5))
def test_more_stars_never_lower_demand(seen: Offer, one: float, other: float) -> None:
    fewer, more = sorted((one, other))
    assert orders(replace(seen, stars=more)) >= orders(replace(seen, stars=fewer))


@settings(deadline=None)
@given(OFFERS, st.floats(0, 1), st.floats(0, 1), st.sampled_from(["replied", "on_time"]))
def test_a_better_score_never_lowers_demand(
    seen: Offer, one: float, other: float, part: str
) -> None:
    worse, better = sorted((one, other))
    assert orders(replace(seen, **{part: better})) >= orders(replace(seen, **{part: worse}))


@settings(deadline=None)
@given(OFFERS, st.floats(0, 40))
def test_sending_later_never_raises_demand(seen: Offer, more: float) -> None:
    assert orders(replace(seen, sending_days=seen.sending_days + more)) <= orders(seen)


@settings(deadline=None)
@given(OFFERS.filter(lambda seen: seen.carriers))
def test_sending_by_plane_never_lowers_demand(seen: Offer) -> None:
    assert orders(replace(seen, carriers=("air",) * len(seen.carriers))) >= orders(seen)


@settings(deadline=None)
@given(OFFERS, st.integers(0, 1000))
def test_renown_never_lowers_demand_and_has_a_cap(seen: Offer, more: int) -> None:
    assert orders(replace(seen, renown=seen.renown + more)) >= orders(seen)
    most = CATALOGUE.market.renown.most_percent / 100
    assert 1 <= renown_factor(CATALOGUE, seen.renown) < most


@settings(deadline=None)
@given(OFFERS, st.integers(0, 3000), SEEDS)
def test_with_the_same_luck_a_dearer_price_never_brings_more_buyers(
    seen: Offer, more: int, seed: int
) -> None:
    dearer = replace(seen, price_fen=seen.price_fen + 10 * more)
    now = crowd(odds(CATALOGUE, seen), random.Random(seed))
    then = crowd(odds(CATALOGUE, dearer), random.Random(seed))
    assert then.buyers <= now.buyers


@pytest.mark.parametrize("kind", sorted(CATALOGUE.kinds))
def test_nobody_thinks_the_usual_lowest_price_too_dear_and_everybody_twice_the_highest(
    kind: str,
) -> None:
    wishes, found = CATALOGUE.market.wishes, CATALOGUE.kind(kind)
    low, high = found.price_fen.low, found.price_fen.high
    assert price_share(wishes, found, 0) == price_share(wishes, found, low) == 1
    assert price_share(wishes, found, high) == wishes.at_usual_high
    assert price_share(wishes, found, 2 * high) == price_share(wishes, found, 9 * high) == 0


@pytest.mark.parametrize("mean", [0, 0.1, 1, 7.5, 60, 450])
def test_poisson_numbers_have_their_mean_and_their_spread(mean: float) -> None:
    rng = random.Random(3)
    found = [poisson(mean, rng) for _ in range(4000)]
    average = sum(found) / len(found)
    spread = sum((number - average) ** 2 for number in found) / len(found)
    assert abs(average - mean) <= 4 * math.sqrt(mean / len(found))
    assert abs(spread - mean) <= 0.15 * mean


@settings(deadline=None)
@given(st.floats(0, 150), st.floats(0, 49), SEEDS)
def test_the_same_luck_gives_no_smaller_number_for_a_larger_mean(
    mean: float, more: float, seed: int
) -> None:
    assert poisson(mean, random.Random(seed)) <= poisson(mean + more, random.Random(seed))


def test_reasons_are_told_the_most_first_and_only_where_there_is_somebody() -> None:
    kept = {"too-slow": 2, "too-dear": 3, "no-words": 0, "few-stars": 2}
    assert most_first(kept) == (("too-dear", 3), ("few-stars", 2), ("too-slow", 2))


def shown(price_fen: int = 400, stock: int = 1000, **changes: object) -> Store:
    nang = Product(
        "p1", "nang", photo="nang", batches=((1, stock),), price_fen=price_fen, published=True
    )
    return Store(products=(replace(nang, **changes),))  # type: ignore[arg-type]


def old(store: Store, count: int, **changes: object) -> Store:
    """The store with orders that are all over, so that it is a beginner's no more."""
    over = Order(
        "", "p1", 20, 400, "beijing", "teacher", 1, 4, state=OrderState.PAID, shipped_day=2,
        arrives_day=8, carrier="road", stars=5,
    )  # fmt: skip
    over = replace(over, **changes)  # type: ignore[arg-type]
    orders = tuple(replace(over, id=f"o{number}") for number in range(1, count + 1))
    return replace(store, orders=orders, first_open=count, day=30)


def visited(store: Store, nights: int = 200, seed: int = 5) -> list[object]:
    """All that the people of many nights do at a store that is the same every night."""
    rng = random.Random(seed)
    return [event for _ in range(nights) for event in market.visits(CATALOGUE, store, rng)]


def test_every_looker_is_counted_once() -> None:
    for store in (shown(), shown(stock=30), shown(price_fen=700), old(shown(), 30)):
        for seed in range(50):
            looked, *placed = market.visits(CATALOGUE, store, random.Random(seed))
            assert isinstance(looked, market.PeopleLooked)
            assert looked.bought == len(placed)
            assert looked.looked == looked.bought + sum(people for _, people in looked.reasons)


def test_as_many_buy_as_is_expected_once_she_is_no_beginner() -> None:
    store = old(shown(stock=100_000), 30)
    expected = expected_orders(CATALOGUE, store, store.products[0])
    placed = [event for event in visited(store, 1000) if isinstance(event, OrderPlaced)]
    assert abs(len(placed) / 1000 - expected) < 4 * math.sqrt(expected / 1000)


def test_what_is_sold_out_is_said_by_those_who_wanted_it() -> None:
    store = old(shown(stock=0), 30)
    reasons = {
        code: people
        for event in visited(store)
        if isinstance(event, market.PeopleLooked)
        for code, people in event.reasons
    }
    assert reasons["sold-out"] > 0
    assert not any(isinstance(event, OrderPlaced) for event in visited(store))


def test_many_buyers_of_one_night_share_what_there_is() -> None:
    store = replace(old(shown(price_fen=300, stock=70), 30), renown=10_000)
    for seed in range(50):
        events = market.visits(CATALOGUE, store, random.Random(seed), days=5)
        placed = [event for event in events if isinstance(event, OrderPlaced)]
        assert sum(order.quantity for order in placed) <= 70
        assert all(order.quantity >= 1 for order in placed)
        assert [order.order for order in placed] == [f"o{31 + n}" for n in range(len(placed))]


def test_two_days_people_come_after_a_night_without_power() -> None:
    store = old(shown(stock=100_000), 30)
    rng = random.Random(2)
    one = sum(_looked(store, rng, 1) for _ in range(400))
    two = sum(_looked(store, rng, 2) for _ in range(400))
    assert 1.8 < two / one < 2.2


def _looked(store: Store, rng: random.Random, days: int) -> int:
    events = market.visits(CATALOGUE, store, rng, days)
    return sum(event.looked for event in events if isinstance(event, market.PeopleLooked))


def test_nobody_sees_what_is_not_published() -> None:
    store = shown(published=False)
    assert market.visits(CATALOGUE, store, random.Random(1)) == ()
    assert expected_orders(CATALOGUE, store, store.products[0]) == 0


def test_a_beginner_has_an_order_on_most_days_and_no_silent_one_when_nothing_waits() -> None:
    placed = [event for event in visited(shown(), 100) if isinstance(event, OrderPlaced)]
    assert len(placed) == 100
    waiting = replace(old(shown(), 1, state=OrderState.PLACED), first_open=0)
    found = [event for event in visited(waiting, 400) if isinstance(event, OrderPlaced)]
    assert 0.4 < len(found) / 400 < 0.9


def test_one_who_sells_slowly_and_badly_is_asked_less() -> None:
    good = old(shown(), 30)
    bad = old(shown(), 30, stars=2, shipped_day=9)
    fresh = shown()
    good_orders, bad_orders, new_orders = (
        expected_orders(CATALOGUE, store, store.products[0]) for store in (good, bad, fresh)
    )
    assert bad_orders < new_orders / 2
    assert bad_orders < good_orders / 2


def test_worse_stars_alone_cost_her_buyers_and_she_is_told_so() -> None:
    by_stars = [old(shown(price_fen=300), 30, stars=stars) for stars in (5, 4, 3, 2, 1)]
    found = [expected_orders(CATALOGUE, store, store.products[0]) for store in by_stars]
    assert found == sorted(found, reverse=True)
    assert found[2] < found[0] * 0.7, "three stars already cost a third"
    reasons = Counter(
        code
        for event in visited(by_stars[3], 50)
        if isinstance(event, market.PeopleLooked)
        for code, _ in event.reasons
    )
    assert reasons["few-stars"] > 10


def test_who_has_no_stars_yet_is_not_known_and_has_not_too_few() -> None:
    new, known = (dict(odds(CATALOGUE, offer(CATALOGUE, store, store.products[0])).reasons)
                  for store in (shown(), old(shown(), 30, stars=3)))  # fmt: skip
    assert new["not-known"] > 0
    assert known["few-stars"] > 0
    assert "few-stars" not in new
    assert "not-known" not in known


def test_her_own_parcels_say_how_fast_she_is() -> None:
    seen = offer(CATALOGUE, old(shown(), 30), shown().products[0])
    assert seen.sending_days == 1
    assert set(seen.carriers) == {"road"}
    assert (seen.stars, seen.on_time, seen.replied) == (5, 1, None)


def test_a_word_or_a_recording_makes_the_offer_better() -> None:
    plain, said = shown(), shown(qualities=("handmade",))
    spoken = shown(words_clip="clip-1")
    found = [expected_orders(CATALOGUE, s, s.products[0]) for s in (plain, said, spoken)]
    assert found[0] < found[1] == found[2]


def test_buyers_live_where_lookers_do_and_rather_where_the_way_is_short() -> None:
    store = old(shown(stock=1_000_000), 30)
    placed = [event for event in visited(store, 3000) if isinstance(event, OrderPlaced)]
    share = {
        city: sum(order.city == city for order in placed) / len(placed) for city in CATALOGUE.cities
    }
    assert set(share) == set(CATALOGUE.cities)
    lookers = {city.id: city.lookers / 100 for city in CATALOGUE.cities.values()}
    assert share["korla"] > lookers["korla"] > lookers["guangzhou"] - share["guangzhou"] > 0
    assert all(CATALOGUE.customer(order.customer).city == order.city for order in placed)
