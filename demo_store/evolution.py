"""What an event makes of the store. Decides nothing: what chance decided stands in the event."""

from collections.abc import Iterable

from demo_store import batches
from demo_store.batches import Batches
from demo_store.changed import changed
from demo_store.errors import UnknownId
from demo_store.events import (
    DayEnded,
    Described,
    IncidentHappened,
    ListingPublished,
    MessageAnswered,
    MessageCame,
    MessageLapsed,
    MoneyCounted,
    NameSaid,
    OfThePurse,
    OrderChecked,
    OrderCollected,
    OrderLapsed,
    OrderPacked,
    OrderPaidOut,
    OrderPlaced,
    OrderReturned,
    ParcelDelayed,
    ParcelsViewed,
    PeopleLooked,
    PhotoChosen,
    PriceSet,
    ProductAdded,
    ProductOpened,
    ProductTakenBack,
    Refunded,
    Refused,
    ReviewHeard,
    ReviewWritten,
    ScoreViewed,
    StockMade,
    StoreEvent,
    StoreViewedAsBuyer,
    StoryHeard,
    TroubleCame,
    TroubleEnded,
    TroubleGone,
)
from demo_store.finance.ledger import booked
from demo_store.finance.money import rounded_down
from demo_store.order_evolution import OrderEvent, order_after, placed
from demo_store.purse_evolution import purse_after
from demo_store.store import (
    OVER,
    Incident,
    LedgerEntry,
    Look,
    Message,
    Order,
    OrderState,
    Product,
    Store,
    Trouble,
)
from demo_store.world.catalogue import Catalogue

ProductEvent = PhotoChosen | NameSaid | Described | StockMade | PriceSet | ListingPublished


def fold(catalogue: Catalogue, store: Store, events: Iterable[StoreEvent]) -> Store:
    """The store after all the events."""
    for event in events:
        store = apply(catalogue, store, event)
    return store


def apply(
    catalogue: Catalogue,
    store: Store,
    event: StoreEvent,
) -> Store:
    """The store after one event.

    Raises:
        UnknownId: the event is about something that the store never had.
    """
    match event:
        case ProductAdded():
            added = (*store.products, Product(event.product, event.kind))
            return changed(store, products=added, chosen=event.product)
        case ProductOpened():
            return changed(store, chosen=event.product)
        case ProductTakenBack():
            return _ledger_after(_without_product(store, event.product), event)
        case OrderPlaced():
            return changed(store, orders=(*store.orders, placed(event)))
        case DayEnded():
            return _morning(store, event)
        case PeopleLooked():
            return changed(store, looks=(*store.looks, _look(event)))
        case IncidentHappened():
            return changed(store, incidents=(*store.incidents, _incident(event)))
        case MessageCame() | MessageAnswered() | MessageLapsed():
            return changed(store, messages=_messages(store, event))
        case TroubleCame():
            return changed(store, troubles=(*store.troubles, _trouble(event)))
        case TroubleEnded():
            return _ledger_after(_trouble_ended(store, event), event)
        case TroubleGone():
            return _trouble_gone(store, event)
        case StoreViewedAsBuyer() | MoneyCounted() | Refused():
            return store
        case ScoreViewed() | ParcelsViewed() | StoryHeard() | ReviewHeard():
            return store
    if isinstance(event, ProductEvent):
        product = _product(store, event.product)
        return _ledger_after(_with_product(store, _product_after(product, event)), event)
    if isinstance(event, OfThePurse):
        return purse_after(store, event)
    return _order_event(catalogue, store, event)


def _morning(store: Store, event: DayEnded) -> Store:
    lasting = tuple(each for each in store.incidents if each.last_day >= event.day)
    return changed(store, day=event.day, weather=event.weather, looks=(), incidents=lasting)


def _look(event: PeopleLooked) -> Look:
    return Look(event.product, event.day, event.looked, event.bought, event.reasons)


def _incident(event: IncidentHappened) -> Incident:
    return Incident(event.incident, event.day, event.last_day)


def _order_event(catalogue: Catalogue, store: Store, event: OrderEvent) -> Store:
    place = _place(store, event.order)
    order = store.orders[place]
    product = _product(store, order.product)
    if isinstance(event, Refunded) and order.state is OrderState.PAID:
        store = booked(store, LedgerEntry(event.day, "refund", -event.fen, event.order))
    if isinstance(event, OrderCollected):
        out = event.units or batches.first(product.batches, order.quantity)
        store, order = _taken(store, product, order, out)
    if isinstance(event, OrderChecked) and event.replaced:
        bad = event.bad or range(event.replaced)
        order = changed(order, batches=batches.apart_from(order.batches, bad))
        put_in = event.put_in or batches.first(product.batches, event.replaced)
        store, order = _taken(store, product, order, put_in)
    if isinstance(event, OrderReturned | OrderLapsed):
        store, order = _restocked(store, product, order, event.restocked)
    if isinstance(event, ParcelDelayed):
        wait = (store.day, event.arrives_day - (order.arrives_day or event.arrives_day))
        order = changed(order, waits=(*order.waits, wait))
    if isinstance(event, ReviewWritten):
        # a review that is written anew counts instead of the one before
        before = catalogue.market.renown.middling_stars if order.stars is None else order.stars
        points = event.stars - before
        store = changed(store, renown=max(0, store.renown + points))
    store = _with_order(store, place, order_after(order, event))
    return _ledger_after(store, event)


def _place(store: Store, order_id: str) -> int:
    """Where the order stands in ``orders``: the number in its id says it."""
    number = order_id.removeprefix("o")
    place = int(number) - 1 if number.isdecimal() else -1
    if not 0 <= place < len(store.orders) or store.orders[place].id != order_id:
        raise UnknownId("order", order_id)
    return place


def _with_order(store: Store, place: int, order: Order) -> Store:
    orders = (*store.orders[:place], order, *store.orders[place + 1 :])
    first = store.first_open
    while first < len(orders) and orders[first].state in OVER:
        first += 1
    return changed(store, orders=orders, first_open=first)


def _taken(store: Store, product: Product, order: Order, out: Batches) -> tuple[Store, Order]:
    """Units leave the stock for a parcel with their share of what making it cost."""
    cost = making_fen(product, batches.count(out))
    held = batches.behind(order.batches, out)
    order = changed(order, batches=held, making_fen=order.making_fen + cost)
    return _with_product(store, without(product, out)), order


def making_fen(product: Product, units: int) -> int:
    """The share of so many units in what making the stock cost, in countable coins."""
    if 0 < units < product.stock:
        return rounded_down(product.stock_cost_fen * units // product.stock)
    return product.stock_cost_fen if units else 0


def without(product: Product, out: Batches) -> Product:
    """The product when these units are gone from the stock, with their share of its cost."""
    left = batches.without(product.batches, out)
    cost = product.stock_cost_fen - making_fen(product, batches.count(out))
    return changed(product, batches=left, stock_cost_fen=cost)


def _restocked(store: Store, product: Product, order: Order, units: int) -> tuple[Store, Order]:
    """Whole units come back with their share of what making them cost."""
    cost = rounded_down(order.making_fen * units // order.quantity)
    back = batches.first(order.batches, units)
    lying = batches.laid(product.batches, back)
    more = changed(product, batches=lying, stock_cost_fen=product.stock_cost_fen + cost)
    kept = batches.after(order.batches, units)
    order = changed(order, batches=kept, making_fen=order.making_fen - cost)
    return _with_product(store, more), order


def _messages(
    store: Store, event: MessageCame | MessageAnswered | MessageLapsed
) -> tuple[Message, ...]:
    if isinstance(event, MessageCame):
        came = Message(
            event.message,
            event.question,
            event.customer,
            event.product,
            event.order,
            event.day,
            event.due_day,
        )
        return (*store.messages, came)
    message = store.message(event.message)
    if message is None:
        raise UnknownId("message", event.message)
    if isinstance(event, MessageLapsed):
        after = changed(message, lapsed=True)
    else:
        after = changed(
            message, reply=event.reply, answered_day=event.day, good=event.good, lapsed=False
        )
    return tuple(after if other.id == after.id else other for other in store.messages)


def _trouble(event: TroubleCame) -> Trouble:
    return Trouble(
        id=event.id,
        trouble=event.trouble,
        customer=event.customer,
        order=event.order,
        fen=event.fen,
        day=event.day,
        product=event.product,
        quantity=event.quantity,
    )


def _trouble_ended(store: Store, event: TroubleEnded) -> Store:
    trouble = store.open_trouble(event.id)
    if trouble is None:
        raise UnknownId("trouble", event.id)
    goods = 0
    if event.units_lost:
        product = _product(store, trouble.product)
        goods = making_fen(product, event.units_lost)
        lost = batches.first(product.batches, event.units_lost)
        store = _with_product(store, without(product, lost))
    ended = changed(
        trouble,
        way=event.way,
        good=event.good,
        lost_fen=event.lost_fen,
        cost_fen=event.cost_fen,
        goods_fen=goods,
    )
    return _with_trouble(store, ended)


def _trouble_gone(store: Store, event: TroubleGone) -> Store:
    trouble = store.open_trouble(event.id)
    if trouble is None:
        raise UnknownId("trouble", event.id)
    return _with_trouble(store, changed(trouble, gone=True))


def _with_trouble(store: Store, after: Trouble) -> Store:
    troubles = tuple(after if other.id == after.id else other for other in store.troubles)
    return changed(store, troubles=troubles)


def _product_after(product: Product, event: ProductEvent) -> Product:
    match event:
        case PhotoChosen():
            return changed(product, photo=event.photo)
        case NameSaid():
            return changed(product, name_said=True, name_clip=event.clip)
        case Described():
            # who says only one of both keeps the other
            return changed(
                product,
                qualities=event.qualities or product.qualities,
                words_clip=event.clip or product.words_clip,
            )
        case StockMade():
            return changed(
                product,
                batches=batches.laid(product.batches, ((event.day, event.quantity),)),
                stock_cost_fen=product.stock_cost_fen + event.cost_fen,
            )
        case PriceSet():
            return changed(product, price_fen=event.price_fen)
        case ListingPublished():
            return changed(product, published=True)


def _ledger_after(store: Store, event: StoreEvent) -> Store:
    """The store with the event's movement of her own money in the ledger."""
    match event:
        case StockMade():
            entry = LedgerEntry(event.day, "making", -event.cost_fen, event.product)
        case ProductTakenBack():
            entry = LedgerEntry(event.day, "making", event.cost_fen, event.product)
        case OrderPacked():
            entry = LedgerEntry(store.day, "packaging", -event.cost_fen, event.order)
        case OrderPaidOut():
            entry = LedgerEntry(event.day, "payout", event.payout_fen, event.order)
        case TroubleEnded(lost_fen=fen) if fen:
            entry = LedgerEntry(event.day, "trouble", -fen, event.id)
        case _:
            return store
    return booked(store, entry)


def _product(store: Store, product_id: str) -> Product:
    product = store.product(product_id)
    if product is None:
        raise UnknownId("product", product_id)
    return product


def _without_product(store: Store, product_id: str) -> Store:
    """Nothing else in the store may be about it."""
    products = tuple(each for each in store.products if each.id != product_id)
    looks = tuple(each for each in store.looks if each.product != product_id)
    return changed(store, products=products, looks=looks, chosen="")


def _with_product(store: Store, after: Product) -> Store:
    products = tuple(after if other.id == after.id else other for other in store.products)
    return changed(store, products=products)
