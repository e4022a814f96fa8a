"""The store's content is whole, in three languages, and its numbers make sense together."""

from math import hypot
from pathlib import Path

import pytest

from demo_store.buyers.demand import expected_orders
from demo_store.conversation.truth import asked
from demo_store.finance.money import countable, notes_for
from demo_store.selling.making import most_made
from demo_store.store import Message, Product, Store
from demo_store.world.calendar import YEAR_DAYS
from demo_store.world.catalogue import Carrier, ProductKind, load_catalogue
from demo_store.world.lending import LoanOffer
from lessons.phrase import LANGUAGES, Phrase

CATALOGUE = load_catalogue()
PICTURES = Path(__file__).parents[2] / "kiosk" / "assets" / "pictures"
PRODUCTS = {
    "nang": "nang",
    "eggs": "egg",
    "honey": "honey-pot",
    "raisins": "raisins",
    "dried-apricots": "dried-apricots",
    "walnuts": "walnuts",
    "jujubes": "jujubes",
    "cotton-quilt": "quilt",
    "chicken": "chicken",
    "embroidered-cap": "cap",
    "something-else": "gift",
}
UYGHUR = range(0x0600, 0x0700)
HAN = range(0x4E00, 0xA000)

every_kind = pytest.mark.parametrize("kind", CATALOGUE.kinds.values(), ids=lambda kind: kind.id)


def test_the_villages_products_and_their_pictures_are_there() -> None:
    assert {kind.id: kind.picture for kind in CATALOGUE.kinds.values()} == PRODUCTS


def test_the_cities_carriers_and_packagings_are_there() -> None:
    assert set(CATALOGUE.cities) == {
        "beijing", "shanghai", "guangzhou", "chengdu", "xian", "urumqi", "korla",
    }  # fmt: skip
    assert set(CATALOGUE.carriers) == {"road", "air"}
    assert set(CATALOGUE.packagings) == {"bag", "box", "padded-box", "egg-tray"}


def all_phrases() -> list[Phrase]:
    return [
        *(kind.name for kind in CATALOGUE.kinds.values()),
        *(kind.unit for kind in CATALOGUE.kinds.values()),
        *(city.name for city in CATALOGUE.cities.values()),
        *(carrier.name for carrier in CATALOGUE.carriers.values()),
        *(packaging.name for packaging in CATALOGUE.packagings.values()),
        *(customer.name for customer in CATALOGUE.customers.values()),
        *(quality.name for quality in CATALOGUE.qualities.values()),
        *(festival.name for festival in CATALOGUE.festivals.values()),
        *(mishap.name for mishap in CATALOGUE.mishaps.values()),
        *(mishap.told for mishap in CATALOGUE.mishaps.values()),
        *(goal.name for goal in CATALOGUE.saving_goals.values()),
        *(loan.name for loan in CATALOGUE.loans.values()),
    ]


@pytest.mark.parametrize("phrase", all_phrases(), ids=lambda phrase: phrase.en)
def test_every_name_is_in_its_own_script(phrase: Phrase) -> None:
    scripts = {"ug": UYGHUR, "zh": HAN, "en": range(0x80)}
    for language in LANGUAGES:
        letters = [letter for letter in phrase.text(language) if letter.isalpha()]
        assert letters
        assert all(ord(letter) in scripts[language] for letter in letters)


def test_every_picture_is_drawn() -> None:
    things = (
        CATALOGUE.kinds, CATALOGUE.cities, CATALOGUE.carriers,
        CATALOGUE.packagings, CATALOGUE.customers, CATALOGUE.qualities, CATALOGUE.festivals,
        CATALOGUE.mishaps, CATALOGUE.saving_goals, CATALOGUE.loans,
    )  # fmt: skip
    named = {thing.picture for group in things for thing in group.values()}
    drawn = {path.stem for path in PICTURES.glob("*.svg")}
    assert named - drawn == set()


def test_what_she_chooses_between_looks_different() -> None:
    for group in (
        CATALOGUE.kinds, CATALOGUE.carriers, CATALOGUE.packagings, CATALOGUE.qualities,
        CATALOGUE.saving_goals, CATALOGUE.loans,
    ):  # fmt: skip
        pictures = [thing.picture for thing in group.values()]
        assert len(set(pictures)) == len(pictures)


@every_kind
def test_of_everything_she_sells_something_true_can_be_said(kind: ProductKind) -> None:
    said = [quality.id for quality in CATALOGUE.qualities.values() if kind.id in quality.true_of]
    assert len(said) >= CATALOGUE.market.wishes.enough_words
    assert len(said) < len(CATALOGUE.qualities), "and something that is not true of it"


@every_kind
def test_the_seasons_move_around_the_usual(kind: ProductKind) -> None:
    for months in (kind.made_percent, kind.wanted_percent):
        assert 80 <= sum(months) / 12 <= 120
    assert min(kind.wanted_percent) > 0


@every_kind
def test_a_family_can_make_what_a_beginner_is_asked_for(kind: ProductKind) -> None:
    most = max(most_made(CATALOGUE, kind.id, day) for day in range(1, YEAR_DAYS + 1))
    assert 30 * most >= kind.order_units.high


@every_kind
def test_a_beginners_fair_offer_brings_an_order_on_most_days(kind: ProductKind) -> None:
    price = kind.price_fen.middle // 10 * 10
    product = Product(
        "p1", kind.id, photo="own", batches=((1, 100),), price_fen=price, published=True
    )
    orders = expected_orders(CATALOGUE, Store(products=(product,)), product)
    assert 0.5 < orders < 1.3


def test_the_villages_incidents_and_feasts_are_there() -> None:
    assert set(CATALOGUE.mishaps) == {"sandstorm", "snow", "no-courier", "no-power", "hurricane"}
    assert set(CATALOGUE.festivals) >= {"nowruz", "spring-festival", "eleven-eleven"}
    assert CATALOGUE.year.calm_days >= 14


def test_what_comes_only_in_its_year_is_not_over_before_its_months_are() -> None:
    for mishap in CATALOGUE.mishaps.values():
        if mishap.only_in_its_year:
            assert mishap.lasts.low > 31 * len(mishap.months), "else it could come twice"


def test_nothing_goes_wrong_in_the_world_more_than_now_and_then() -> None:
    usual = (each for each in CATALOGUE.mishaps.values() if not each.only_in_its_year)
    assert sum(mishap.chance * len(mishap.months) / 12 for mishap in usual) < 0.1


def test_every_city_lies_farther_on_the_map_when_the_road_is_longer() -> None:
    market = CATALOGUE.market
    for city in CATALOGUE.cities.values():
        east, north = city.longitude - market.village_longitude, city.latitude
        kilometres = hypot(east * 80, (north - market.village_latitude) * 111)
        assert kilometres < city.road_km < 3 * kilometres


@every_kind
def test_the_usual_price_is_above_the_cost(kind: ProductKind) -> None:
    assert kind.price_fen.low > kind.unit_cost_fen > 0


@every_kind
@pytest.mark.parametrize("carrier", CATALOGUE.carriers.values(), ids=lambda carrier: carrier.id)
def test_the_smallest_usual_order_at_the_middle_price_pays(
    kind: ProductKind, carrier: Carrier
) -> None:
    assert left_of_the_smallest_order(kind, carrier, kind.price_fen.middle) > 0


def left_of_the_smallest_order(kind: ProductKind, carrier: Carrier, price_fen: int) -> int:
    units = kind.order_units.low
    paid = units * price_fen
    freight = carrier.freight_fen(units * kind.weight_g)
    packing = CATALOGUE.packaging("egg-tray" if kind.fragile else "box").cost_fen
    fee = paid * CATALOGUE.market.fee_percent // 100
    return paid - fee - freight - packing - units * kind.unit_cost_fen


def test_something_is_left_of_the_lessons_nang_by_truck_and_by_plane() -> None:
    lesson_price_fen = 350
    for carrier in CATALOGUE.carriers.values():
        left = left_of_the_smallest_order(CATALOGUE.kind("nang"), carrier, lesson_price_fen)
        assert left > 1000


@every_kind
def test_what_can_spoil_reaches_every_city_in_time_by_some_carrier(kind: ProductKind) -> None:
    for city in CATALOGUE.cities.values():
        slowest = [
            carrier.handling_days + city.days[carrier.id].high
            for carrier in CATALOGUE.carriers.values()
        ]
        assert min(slowest) <= kind.shelf_life_days


def test_a_plane_is_never_slower_and_always_dearer() -> None:
    air, road = CATALOGUE.carrier("air"), CATALOGUE.carrier("road")
    for city in CATALOGUE.cities.values():
        assert city.days["air"].high <= city.days["road"].high
    assert all(air.freight_fen(grams) > road.freight_fen(grams) for grams in (1, 1000, 20_000))


def test_every_amount_can_be_laid_in_coins() -> None:
    amounts = [
        *(fen for kind in CATALOGUE.kinds.values() for fen in kind.making_fen.values()),
        *(kind.price_fen.low for kind in CATALOGUE.kinds.values()),
        *(kind.price_fen.high for kind in CATALOGUE.kinds.values()),
        *(packaging.cost_fen for packaging in CATALOGUE.packagings.values()),
        *(carrier.freight_fen(700) for carrier in CATALOGUE.carriers.values()),
    ]
    assert all(countable(fen) for fen in amounts)


def test_somebody_lives_in_every_city() -> None:
    assert {customer.city for customer in CATALOGUE.customers.values()} == set(CATALOGUE.cities)


def test_the_village_stores_egg_price_is_usual() -> None:
    usual = CATALOGUE.kind("eggs").price_fen
    assert usual.low <= 1_500_000 // 10_000 <= usual.high


def test_there_is_something_small_and_something_large_to_save_for() -> None:
    prices = [goal.price_fen for goal in CATALOGUE.saving_goals.values()]
    assert min(prices) <= 10_000, "reached within a lesson"
    assert {"refrigerator", "electric-bicycle"} <= set(CATALOGUE.saving_goals)
    assert len(set(prices)) == len(prices)


@pytest.mark.parametrize("loan", CATALOGUE.loans.values(), ids=lambda loan: loan.id)
def test_every_part_of_a_loan_can_be_laid_in_notes_and_its_cost_adds_up(loan: LoanOffer) -> None:
    assert sum(notes_for(loan.part_fen)) == loan.part_fen
    assert loan.parts * loan.part_fen == loan.fen + loan.cost_fen


def test_two_loans_of_one_size_cost_so_differently_that_heaps_show_it() -> None:
    fund, message = CATALOGUE.loan("village-fund"), CATALOGUE.loan("phone-message")
    assert fund.fen == message.fen
    assert message.cost_fen >= 10 * fund.cost_fen


ASKING_FOR_MANY = [each for each in CATALOGUE.questions.values() if each.times]
TOO_MANY = [each for each in CATALOGUE.troubles.values() if each.needs == "many"]


@every_kind
def test_who_asks_for_many_asks_for_what_a_family_can_make_by_then(kind: ProductKind) -> None:
    """Sixty nang by Friday, but three quilts: nobody asks for fifty of what takes a day each."""
    for question in ASKING_FOR_MANY:
        if kind.id not in question.kinds:
            continue
        product = Product(
            "p1", kind.id, batches=((1, 1),), price_fen=kind.price_fen.low, published=True
        )
        store = Store(products=(product,))
        message = Message("m1", question.id, "teacher", "p1", "", 1, 2)
        count = asked(CATALOGUE, store, message).count
        assert kind.order_units.high < count <= kind.capacity_units * question.within_days


@every_kind
def test_an_order_that_is_too_large_is_more_than_can_be_made_in_time(kind: ProductKind) -> None:
    days = CATALOGUE.market.send_within_days
    for trouble in TOO_MANY:
        assert kind.order_units.high * trouble.amount > kind.capacity_units * days


def test_there_are_such_questions_and_troubles() -> None:
    assert [question.id for question in ASKING_FOR_MANY] == ["send-many"]
    assert [trouble.id for trouble in TOO_MANY] == ["big-order"]
