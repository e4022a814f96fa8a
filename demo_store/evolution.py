"""What an event makes of the store. Decides nothing: what chance decided stands in the event."""

from collections.abc import Iterable
from dataclasses import replace

from demo_store.catalogue import Catalogue
from demo_store.errors import UnknownId
from demo_store.events import (
    DayEnded,
    ListingPublished,
    MoneyCounted,
    NameSaid,
    OrderAccepted,
    OrderChecked,
    OrderCollected,
    OrderDeclined,
    OrderDelivered,
    OrderHeard,
    OrderLabelled,
    OrderPacked,
    OrderPaidOut,
    OrderPlaced,
    OrderShipped,
    OrderStamped,
    PhotoChosen,
    PriceSet,
    ProductAdded,
    ProductOpened,
    Refused,
    ReviewWritten,
    StockMade,
    StoreEvent,
    StoreViewedAsBuyer,
)
from demo_store.money import rounded_down
from demo_store.store import LedgerEntry, Order, OrderState, Product, Store

ProductEvent = PhotoChosen | NameSaid | StockMade | PriceSet | ListingPublished
OrderEvent = (
    OrderHeard
    | OrderAccepted
    | OrderDeclined
    | OrderCollected
    | OrderChecked
    | OrderStamped
    | OrderPacked
    | OrderLabelled
    | OrderShipped
    | OrderDelivered
    | ReviewWritten
    | OrderPaidOut
)


def fold(catalogue: Catalogue, store: Store, events: Iterable[StoreEvent]) -> Store:
    """The store after all the events."""
    for event in events:
        store = apply(catalogue, store, event)
    return store


def apply(
    catalogue: Catalogue,  # noqa: ARG001 - part of the engine's shape; today's events say enough
    store: Store,
    event: StoreEvent,
) -> Store:
    """The store after one event.

    Raises:
        UnknownId: the event is about a product or an order that the store never had.
    """
    match event:
        case ProductAdded():
            return replace(store, products=(*store.products, Product(event.product, event.kind)))
        case OrderPlaced():
            return replace(store, orders=(*store.orders, _placed(event)))
        case DayEnded():
            return replace(store, day=event.day)
        case ProductOpened() | StoreViewedAsBuyer() | MoneyCounted() | Refused():
            return store
    if isinstance(event, ProductEvent):
        product = _product(store, event.product)
        return _paid(_with_product(store, _product_after(product, event)), event)
    return _paid(_order_event(store, event), event)


def _order_event(store: Store, event: OrderEvent) -> Store:
    order = store.order(event.order)
    if order is None:
        raise UnknownId("order", event.order)
    product = _product(store, order.product)
    if isinstance(event, OrderCollected):
        order = replace(order, made_day=product.made_day)
        store, order = _taken(store, product, order, order.quantity)
    if isinstance(event, OrderChecked):
        store, order = _taken(store, product, order, event.replaced)
    changed = _order_after(order, event)
    orders = tuple(changed if other.id == changed.id else other for other in store.orders)
    return replace(store, orders=orders)


def _taken(store: Store, product: Product, order: Order, units: int) -> tuple[Store, Order]:
    """Units leave the stock with their share of what making it cost, in countable coins."""
    cost = product.stock_cost_fen
    if 0 < units < product.stock:
        cost = rounded_down(cost * units // product.stock)
    elif units == 0:
        cost = 0
    left = replace(
        product, stock=product.stock - units, stock_cost_fen=product.stock_cost_fen - cost
    )
    return _with_product(store, left), replace(order, making_fen=order.making_fen + cost)


def _placed(event: OrderPlaced) -> Order:
    return Order(
        id=event.order,
        product=event.product,
        quantity=event.quantity,
        price_fen=event.price_fen,
        city=event.city,
        customer=event.customer,
        placed_day=event.day,
        due_day=event.due_day,
    )


def _product_after(product: Product, event: ProductEvent) -> Product:
    match event:
        case PhotoChosen():
            return replace(product, photo=event.photo)
        case NameSaid():
            return replace(product, name_said=True, name_clip=event.clip)
        case StockMade():
            return replace(
                product,
                stock=product.stock + event.quantity,
                stock_cost_fen=product.stock_cost_fen + event.cost_fen,
                made_day=event.day,
            )
        case PriceSet():
            return replace(product, price_fen=event.price_fen)
        case ListingPublished():
            return replace(product, published=True)


def _order_after(order: Order, event: OrderEvent) -> Order:
    match event:
        case OrderHeard():
            return replace(order, heard=True)
        case OrderAccepted():
            return replace(order, state=OrderState.ACCEPTED)
        case OrderDeclined():
            return replace(order, state=OrderState.DECLINED)
        case OrderCollected():
            return replace(order, state=OrderState.COLLECTED)
        case OrderChecked():
            return replace(order, state=OrderState.CHECKED, replaced=event.replaced)
        case OrderStamped():
            return replace(order, state=OrderState.STAMPED)
        case OrderPacked():
            return replace(
                order,
                state=OrderState.PACKED,
                packaging=event.packaging,
                packaging_fen=event.cost_fen,
            )
        case OrderLabelled():
            return replace(order, state=OrderState.LABELLED)
        case OrderShipped():
            return _shipped(order, event)
        case OrderDelivered():
            return replace(order, state=OrderState.DELIVERED)
        case ReviewWritten():
            return replace(order, stars=event.stars, review_reasons=event.reasons)
        case OrderPaidOut():
            return _paid_out(order, event)


def _shipped(order: Order, event: OrderShipped) -> Order:
    return replace(
        order,
        state=OrderState.SHIPPED,
        carrier=event.carrier,
        freight_fen=event.freight_fen,
        shipped_day=event.day,
        arrives_day=event.arrives_day,
        broken=event.broken,
    )


def _paid_out(order: Order, event: OrderPaidOut) -> Order:
    return replace(
        order,
        state=OrderState.PAID,
        fee_fen=event.fee_fen,
        freight_fen=event.freight_fen,
        refund_fen=event.refund_fen,
        payout_fen=event.payout_fen,
    )


def _paid(store: Store, event: StoreEvent) -> Store:
    """The store with the event's movement of her own money in the ledger."""
    match event:
        case StockMade():
            entry = LedgerEntry(event.day, "making", -event.cost_fen, event.product)
        case OrderPacked():
            entry = LedgerEntry(store.day, "packaging", -event.cost_fen, event.order)
        case OrderPaidOut():
            entry = LedgerEntry(event.day, "payout", event.payout_fen, event.order)
        case _:
            return store
    return replace(store, ledger=(*store.ledger, entry))


def _product(store: Store, product_id: str) -> Product:
    product = store.product(product_id)
    if product is None:
        raise UnknownId("product", product_id)
    return product


def _with_product(store: Store, changed: Product) -> Store:
    products = tuple(changed if other.id == changed.id else other for other in store.products)
    return replace(store, products=products)
