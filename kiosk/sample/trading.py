"""What somebody does in her store: a day's work, and what leads to a goal of a practice step."""

from collections.abc import Callable, Iterator, Set
from typing import Final

from demo_store import commands as do
from demo_store.buyers.claims import lasting
from demo_store.commands import StoreCommand
from demo_store.conversation import talk
from demo_store.finance.money import rounded_down
from demo_store.selling.next_step import next_step, setup_step, until_sent
from demo_store.selling.packing import carrier_for, packaging_for
from demo_store.simulation.policies import POLICIES, Scene
from demo_store.simulation.scenario import Offer, Seller
from demo_store.store import Order, OrderState, Product, Store
from demo_store.world.catalogue import Catalogue

_CARRIER: Final = "road"
_GOAL, _LENDER, _SUM_FEN = "school-bag", "village-fund", 1_000
_PLAIN: Final[dict[str, StoreCommand]] = {
    "StoreViewedAsBuyer": do.ViewAsBuyer(),
    "MoneyCounted": do.CountMoney(),
    "ScoreViewed": do.ViewScore(),
    "ParcelsViewed": do.ViewParcels(),
    "StoryHeard": do.HearStory(),
    "DayEnded": do.EndDay(),
    "PeopleLooked": do.EndDay(),
    "MoneyWithdrawn": do.WithdrawMoney(_SUM_FEN),
    "LoanHeard": do.HearLoan(_LENDER),
    "LoanLeft": do.LeaveLoan(_LENDER),
}
_LISTED: Final = {
    "PhotoChosen": "photo", "NameSaid": "name", "StockMade": "made", "PriceSet": "price",
    "ListingPublished": "publish",
}  # fmt: skip

_OF_ONE_ORDER: Final[dict[str, Callable[[str], StoreCommand]]] = {
    "OrderHeard": do.HearOrder,
    "OrderDeclined": do.DeclineOrder,
    "ReviewHeard": do.HearReview,
}
_ON_ITS_WAY: Final = frozenset({"OrderDelivered", "OrderPaidOut", "ReviewWritten"})
_TRAVELLING: Final = (OrderState.SHIPPED, OrderState.DELIVERED)


def day_of_work(catalogue: Catalogue, store: Store, policy: str) -> Iterator[StoreCommand]:
    """What a seller does on one day, without the night behind it."""
    for product in store.products:
        listed = product
        while step := setup_step(listed):
            yield _listing(catalogue, product, step)
            return  # the rest on another day: the store is another one now
    offers = tuple(_offer(catalogue, each) for each in store.products)
    yield from POLICIES[policy](Scene(catalogue, Seller("her", policy, "own", 1, offers), store))


def towards(catalogue: Catalogue, store: Store, wanted: Set[str], kind: str) -> StoreCommand | None:
    """What brings one of these events about, or leads there; None where nobody knows."""
    if wanted & {"ProductAdded", "ProductOpened"}:
        return do.AddProduct(kind)
    for name in sorted(wanted):
        if name in _PLAIN:
            return _PLAIN[name]
        product = _product(store, kind)
        if name in _LISTED and product:
            return _listing(catalogue, product, _LISTED[name])
        if name in _ON_ITS_WAY and any(each.state in _TRAVELLING for each in store.orders):
            return do.EndDay()
        if name in _OF_ONE_ORDER and store.orders:
            return _OF_ONE_ORDER[name](store.orders[-1].id)
        if name in ("SavingGoalChosen", "MoneySaved"):
            return do.SaveMoney(_SUM_FEN) if store.purse.goal else do.ChooseGoal(_GOAL)
        if name == "Described" and product:
            return do.Describe(product.id, lasting(catalogue, product.kind)[:1])
        if name.startswith("Order"):
            return _with_orders(catalogue, store)
        if found := _talked(catalogue, store, name):
            return found
    return None


def _talked(catalogue: Catalogue, store: Store, name: str) -> StoreCommand | None:
    if name == "MessageAnswered":
        for message in talk.open_messages(store):
            replies = talk.good_replies(catalogue, store, message)
            return do.AnswerMessage(message.id, replies[0]) if replies else None
    if name == "TroubleEnded":
        for trouble in store.troubles:
            if trouble.is_open:
                ways = catalogue.troubles[trouble.trouble].ways.values()
                return do.EndTrouble(trouble.id, max(ways, key=lambda each: each.good).id)
    return None


def _product(store: Store, kind: str) -> Product | None:
    mine = tuple(each for each in store.products if each.kind == kind)
    return (mine or store.products)[-1] if store.products else None


def _listing(catalogue: Catalogue, product: Product, step: str) -> StoreCommand:
    kind = catalogue.kind(product.kind)
    match step:
        case "photo":
            return do.ChoosePhoto(product.id, kind.picture)
        case "name":
            return do.SayName(product.id)
        case "made":
            return do.MakeStock(product.id, min(kind.order_units.high, 200))
        case "price":
            return do.SetPrice(product.id, _price(catalogue, product.kind))
        case _:
            return do.Publish(product.id)


def _with_orders(catalogue: Catalogue, store: Store) -> StoreCommand:
    """The next step of the oldest order that waits for her, else the night."""
    for order in store.open_orders:
        step = next_step(store, order)
        if step not in (None, "wait"):
            return _order_step(catalogue, store, order, str(step))
    return do.EndDay()


def _order_step(catalogue: Catalogue, store: Store, order: Order, step: str) -> StoreCommand:
    product = store.product(order.product)
    kind = catalogue.kind(product.kind if product else next(iter(catalogue.kinds)))
    if step == "make":
        wanted = max(order.quantity, kind.order_units.high)
        return do.MakeStock(order.product, min(wanted, 200))
    carrier = carrier_for(catalogue, kind, order, _CARRIER)
    return until_sent(order, packaging_for(catalogue, kind), carrier)[0]


def _offer(catalogue: Catalogue, product: Product) -> Offer:
    kind = catalogue.kind(product.kind)
    return Offer(
        kind=kind.id,
        families=1,
        units=max(1, kind.capacity_units),
        every_days=1,
        price_fen=product.price_fen or _price(catalogue, kind.id),
        most_in_stock=max(kind.order_units.high * 2, kind.capacity_units),
        carrier=_CARRIER,
    )


def _price(catalogue: Catalogue, kind: str) -> int:
    usual = catalogue.kind(kind).price_fen
    return rounded_down((usual.low + usual.high) // 2)
